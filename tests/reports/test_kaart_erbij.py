"""What the map does besides drawing: an address per gemeente, a CSV, sizes, and a background only when asked for."""

import re
import struct
import zlib
from dataclasses import replace

import pytest

from reports.background import HOST
from reports.classes import GROUPS
from reports.kaart import kaart
from reports.tables import csv_files


def _chunk(kind, data):
    """Write a part of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PIXEL = b"".join(
    (
        b"\x89PNG\r\n\x1a\n",
        _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        _chunk(b"IDAT", zlib.compress(b"\0\x80")),
        _chunk(b"IEND", b""),
    )
)
"""An image of one grey pixel."""
pytestmark = pytest.mark.browser


@pytest.fixture
def page(case, allocation, geography, open_map):
    """Open the map; in 's-Gravenhage one person and a family of four stay in reception."""
    first, *rest = allocation.gemeenten
    stay = replace(first, blijft_per_grootte={1: 1, 4: 1})
    return open_map(kaart(case, replace(allocation, gemeenten=(stay, *rest)), geography))


def test_the_csv_of_the_page_is_that_of_the_run_to_the_byte(case, allocation, geography, open_map):
    page = open_map(kaart(case, allocation, geography))

    with page.expect_download() as download:
        page.click("#csv")

    content = download.value.path().read_bytes()
    assert download.value.suggested_filename == "gemeenten.csv"
    assert content == csv_files(case, allocation)["gemeenten.csv"].encode()
    assert page.errors == []


def test_the_list_shows_every_indicator_and_each_has_its_legend(page):
    names = [name for _, names in GROUPS for name in names]
    assert page.eval_on_selector_all("#indicator option", "all => all.map((o) => o.value)") == names
    seen = set()
    for name in names:
        page.select_option("#indicator", name)
        seen.add(page.inner_text("#legenda-uitleg") + page.inner_text("#legenda"))
        label = page.inner_text(f"#indicator option[value={name}]") or page.evaluate(
            "document.querySelector('#indicator').selectedOptions[0].textContent"
        )
        assert f"'s-Gravenhage, {label}: " in page.get_attribute('path[aria-label^="\'s-Gravenhage"]', "aria-label")
    assert len(seen) == len(names)
    assert page.errors == []


def test_a_reason_is_told_in_words_and_drawn_with_its_own_pattern(page):
    page.select_option("#indicator", "regel")
    town = page.locator('path[aria-label^="\'s-Gravenhage"]')

    assert town.get_attribute("aria-label").endswith("Wat het aantal begrenst: Geen passende woning vrij")
    fills = page.eval_on_selector_all("#legenda rect", "all => all.map((r) => r.getAttribute('fill'))")
    assert town.get_attribute("fill") in fills
    assert len(set(fills)) == len(fills)
    drawn = [fill for fill in fills if fill.startswith("url(")]
    assert len(drawn) >= 8
    assert all(page.locator(fill[4:-1]).count() == 1 for fill in drawn)


def test_the_panel_tells_who_is_counted_and_who_stays_by_size(page):
    page.fill("#zoek", "'s-Gravenhage")
    page.dispatch_event("#zoek", "change")
    rows = page.eval_on_selector_all(
        "#paneel h3:has-text('Huishoudens naar grootte') + table tr", "all => all.map((r) => r.innerText.split(/\\s+/))"
    )

    # H1 of two persons and H2 of three are counted here; one person and a family of four stay.
    assert rows[1:] == [["1", "0", "1"], ["2", "1", "0"], ["3", "1", "0"], ["4", "0", "1"], ["Totaal", "2", "2"]]


def test_a_gemeente_has_an_address_and_a_sheet(page):
    page.fill("#zoek", "Rotterdam")
    page.dispatch_event("#zoek", "change")
    assert page.url.endswith("kaart.html#GM0599")
    assert page.get_attribute("#paneel .blad a", "href") == "bladen/GM0599.html"

    page.evaluate("location.hash = 'GM0505'")
    page.wait_for_selector("#paneel .naam:text('Dordrecht')")
    page.reload()
    assert page.inner_text("#paneel .naam") == "Dordrecht"
    page.keyboard.press("Escape")
    assert page.url.endswith("kaart.html")
    assert page.inner_text("#paneel .naam") == "Alle gemeenten"
    page.evaluate("location.hash = 'GM9999'")
    assert page.inner_text("#paneel .naam") == "Alle gemeenten"


def test_numbers_are_sorted_as_numbers_and_unknown_ones_together(case, allocation, geography, open_map):
    first, second, third = allocation.gemeenten
    numbers = [("inwoners", n) for n in (1_000_000, 9, 20_000)]
    gemeenten = tuple(replace(g, **{name: n}) for g, (name, n) in zip((first, second, third), numbers, strict=True))
    page = open_map(kaart(case, replace(allocation, gemeenten=gemeenten), geography))

    def column(header):
        page.click(f"#tabel thead button:text-is('{header}')")
        names = page.eval_on_selector_all("#tabel tbody th", "all => all.map((c) => c.textContent)")
        return [name[0] for name in names]

    assert column("Inwoners [personen]") == ["D", "R", "'"]
    assert column("Verschil met doel [personen]") == ["R", "D", "'"]
    assert column("Gemeente") == ["'", "D", "R"] or column("Gemeente") == ["D", "R", "'"]


def test_no_image_is_asked_for_before_the_reader_asks(case, allocation, geography, browser, tmp_path):
    (tmp_path / "kaart.html").write_text(kaart(case, allocation, geography), "utf-8")
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    asked, errors = [], []

    def answer(route):
        asked.append(route.request.url)
        route.fulfill(body=PIXEL, content_type="image/png")

    context.route(re.compile("^https?:"), answer)
    page = context.new_page()
    page.on("console", lambda message: errors.append(message.text))
    page.goto((tmp_path / "kaart.html").as_uri())
    page.wait_for_selector("#legenda li")
    page.wait_for_timeout(200)
    assert asked == []

    page.check("#achtergrond")
    page.wait_for_selector("img.leaflet-tile-loaded")
    assert asked
    assert all(url.startswith(f"{HOST}/brt/achtergrondkaart/wmts/v2_0/grijs/EPSG:3857/") for url in asked)
    assert page.is_visible("#achtergrond-bron")
    assert float(page.locator("path[aria-label^=Rotterdam]").get_attribute("fill-opacity")) < 1
    assert page.inner_text("#melding") == ""
    assert errors == []

    count = len(asked)
    page.uncheck("#achtergrond")
    assert page.locator("img.leaflet-tile").count() == 0
    assert page.is_hidden("#achtergrond-bron")
    assert len(asked) == count
    context.close()


def test_without_a_network_the_background_is_switched_off_and_told(page):
    page.click("#achtergrond")
    page.wait_for_selector("#melding:not(:empty)")

    assert "niet te bereiken" in page.inner_text("#melding")
    assert not page.is_checked("#achtergrond")
    assert page.locator("img.leaflet-tile").count() == 0
