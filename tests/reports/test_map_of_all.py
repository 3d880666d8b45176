"""The map of all 342 gemeenten in Chromium: complete, closed, quick, and the same for keyboard, phone and paper."""

import re
from itertools import combinations

import pytest
from browsing import DESKTOP, HOSTILE, PHONE, box, drawing_time, overhang, overlap, pdf_text
from made_run import made

from geodata.geography import read_boundaries, schematic

pytestmark = pytest.mark.browser

SHAPES = "path.leaflet-interactive"
PARTS = [".bediening", ".kaarthuis", "#paneel", ".legenda", ".tabelhuis"]
CONTROLS = ["label:has(#indicator)", "label:has(#zoek)", "label:has(#gebied)", "#grenzen", ".kaarthuis"]
PAPER = 1032
"""Width between the margins of a lying A4 [px]."""
SLOWEST = 5000
"""Longest that a page may take to stand on a busy machine [ms]; benchmarks/drawing.py measures the second asked for."""


@pytest.fixture
def open_all(site, open_file):
    """Open the map of the run of all gemeenten."""

    def opened(size=DESKTOP):
        page = open_file(site / "kaart.html", size)
        page.wait_for_selector("#legenda li")
        return page

    return opened


def focused(page, ask):
    """Ask something of the part that has the focus."""
    return page.evaluate(f"document.activeElement.{ask}")


def tab_to(page, ready, most):
    """Press Tab until the part with the focus is the one meant; it takes at most so many."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if ready():
            return
    raise AssertionError(f"not reached with {most} times Tab: {focused(page, 'outerHTML')[:200]}")


def choose(page, name):
    page.fill("#zoek", name)
    page.keyboard.press("Enter")


def test_every_gemeente_is_drawn_and_nothing_is_asked_for(site, open_all):
    page = open_all()

    assert page.locator(SHAPES).count() == 342
    assert page.requests == [(site / "kaart.html").as_uri()]
    assert page.errors == []
    assert page.evaluate("document.documentElement.lang") == "nl"
    assert page.title() == "Spreiding van statushouders · Proef · 1e kwartaal 2026 · synthetisch"


def test_the_map_stands_soon(open_all):
    assert drawing_time(open_all()) < SLOWEST


def test_real_borders_weigh_at_most_900_kb_and_are_all_drawn_soon(tmp_path, shared_data, open_file):
    borders = read_boundaries(shared_data / "boundaries" / "gemeenten_2025_28992.gpkg", schematic().codes)
    run = made(tmp_path / "uit", geography=borders)
    page = open_file(run / "kaart.html")

    assert (run / "kaart.html").stat().st_size <= 900_000
    assert page.locator(SHAPES).count() == 342
    assert drawing_time(page) < SLOWEST
    assert "schematisch" not in page.inner_text("main").lower()
    assert page.errors == []


def test_whoever_sees_no_colour_hears_name_and_value_of_every_gemeente(open_all):
    page = open_all()
    options = page.locator("#indicator option").all_inner_texts()

    for option in options:
        page.select_option("#indicator", label=option)
        labels = page.locator(SHAPES).evaluate_all("paths => paths.map((p) => p.getAttribute('aria-label'))")
        assert len(set(labels)) == 342
        assert [label for label in labels if not re.search(rf"., {re.escape(option)}: \S", label)] == []
    assert len(options) >= 3


def test_hostile_names_are_shown_and_never_run(open_all):
    page = open_all()
    for code, name in HOSTILE.items():
        choose(page, code)
        assert page.locator("#paneel h3").first.inner_text() == name
        assert page.locator("#tabel tbody th").get_by_text(name, exact=True).count() == 1
        page.locator(f"{SHAPES}[aria-pressed=true]").dispatch_event("mouseover")
        assert name in page.locator(".leaflet-tooltip strong").all_inner_texts()

    assert page.locator("img, #paneel script, #tabel script").count() == 0
    assert page.errors == []
    assert len(page.requests) == 1


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("'s-Gravenhage", "'s-Gravenhage"),
        ("Den Haag", "'s-Gravenhage"),
        ("Súdwest-Fryslân", "Súdwest-Fryslân"),
        ("sudwest", "Súdwest-Fryslân"),
        ("s gravenhage", "'s-Gravenhage"),
    ],
)
def test_a_gemeente_is_found_however_its_name_is_typed(open_all, typed, found):
    page = open_all()
    choose(page, typed)

    assert page.locator("#paneel h3").first.inner_text() == found
    assert page.locator(f"{SHAPES}[aria-pressed=true]").get_attribute("aria-label").startswith(f"{found}, ")


def test_the_keyboard_alone_reaches_a_gemeente_and_comes_back(open_all):
    page = open_all()
    tab_to(page, lambda: focused(page, "getAttribute('role')") == "button" and focused(page, "tagName") == "path", 30)
    label = focused(page, "getAttribute('aria-label')")
    page.keyboard.press("Enter")
    name = page.locator("#paneel h3").first.inner_text()
    assert label.startswith(f"{name}, ")
    assert focused(page, "getAttribute('aria-pressed')") == "true"

    page.keyboard.press("Escape")
    assert page.locator("#paneel h3").first.inner_text() == "Alle gemeenten"
    assert focused(page, "getAttribute('aria-label')") == label
    assert page.locator(f"{SHAPES}[aria-pressed=true]").count() == 0

    choose(page, "Utrecht")
    page.get_by_role("button", name="Terug naar het overzicht").focus()
    page.keyboard.press("Enter")
    assert page.locator("#paneel h3").first.inner_text() == "Alle gemeenten"
    assert focused(page, "getAttribute('aria-label')").startswith("Utrecht, ")


def test_the_keyboard_jumps_over_the_map_to_the_table_and_sorts_it(open_all):
    page = open_all()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    tab_to(page, lambda: focused(page, "textContent").startswith("Inwoners"), 5)
    for key, order in (("Enter", "ascending"), ("Space", "descending")):
        page.keyboard.press(key)
        shown = page.locator("#tabel tbody tr td:nth-child(3)").evaluate_all("cells => cells.map((c) => +c.dataset.v)")
        assert focused(page, "parentElement.ariaSort") == order
        assert shown == sorted(shown, reverse=order == "descending")
        assert len(shown) == 342


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
@pytest.mark.parametrize("chosen", ["", "Súdwest-Fryslân"])
def test_no_part_covers_another_or_sticks_out(open_all, size, chosen):
    page = open_all(size)
    if chosen:
        choose(page, chosen)
    page.evaluate("window.scrollTo(0, 0)")

    for parts in (PARTS, CONTROLS):
        boxes = {part: box(page, part) for part in parts}
        assert [pair for pair in combinations(parts, 2) if overlap(*map(boxes.get, pair))] == []
        assert [part for part, (left, _, right, _) in boxes.items() if left < 0 or right > size[0]] == []
    assert overhang(page) == 0


def test_on_paper_the_map_its_legend_and_the_table_stand_without_controls(open_all):
    page = open_all()
    choose(page, "Utrecht")
    page.emulate_media(media="print")
    text = pdf_text(page.pdf(prefer_css_page_size=True))

    hidden = [".bediening", ".knop", ".leaflet-control-zoom", ".sprong"]
    assert [part for part in hidden if page.locator(part).first.is_visible()] == []
    assert all(page.locator(part).first.is_visible() for part in (".kaartvlak", "#paneel", "#tabel"))
    assert all(line in text for line in page.locator("#legenda li").all_inner_texts() if "t/m" in line)
    assert "Zoek een gemeente" not in text
    assert "Zwolle" in text
    assert all(line in text.split("\f")[1] for line in ("Schematische kaart", "Legenda", "250 of meer"))


@pytest.mark.parametrize("chosen", ["", "Utrecht"])
def test_on_paper_the_first_page_says_why_and_the_second_holds_the_whole_map(open_all, chosen):
    page = open_all()
    if chosen:
        choose(page, chosen)
    told = page.locator("#paneel .naam").inner_text()
    drawn = page.locator(".kaartvlak").evaluate("map => map.offsetHeight")
    first, second = pdf_text(page.pdf(prefer_css_page_size=True)).split("\f")[:2]
    page.set_viewport_size({"width": PAPER, "height": 700})
    page.emulate_media(media="print")

    assert all(text in first for text in (told, "Verschil met het doel", "alleen naar inwoners"))
    assert "250 of meer" in second
    assert page.locator(".kaartvlak").evaluate("map => map.offsetHeight") >= drawn


def test_paper_holds_all_columns_and_every_page_of_the_table_has_its_headings(open_all):
    page = open_all()
    first, map_page, *table = pdf_text(page.pdf(prefer_css_page_size=True)).rstrip("\f").split("\f")
    page.set_viewport_size({"width": PAPER, "height": 700})
    page.emulate_media(media="print")

    assert overhang(page) == 0
    assert "Bewezen" in first
    assert "250 of meer" in map_page
    rows = [text for text in table if "Noord-" in text and "Geen passende" in text]
    assert len(rows) >= 8
    assert [text[:60] for text in rows if "Aangeboden" not in text or "begrenst" not in text] == []
