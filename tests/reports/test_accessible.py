"""No page breaks a rule of WCAG 2.1 A or AA that a program can check, on a desktop, on a phone, in both languages."""

import pytest
from browsing import DESKTOP, HOSTILE, PHONE, overhang, sticking_out, violations
from made_horizon import write_horizon_pages
from made_run import made

from geodata.geography import schematic
from reports.comparing import PAGE
from reports.comparison import compared
from reports.comparison_page import comparison_page
from reports.kaart import kaart
from reports.run_reading import read_run

pytestmark = pytest.mark.browser

PAGES = [
    *["site/index.html", "site/methode.html", "site/toegankelijkheid.html", "site/bladen/GM0034.html"],
    *["kengetallen.html", "bladen/GM0014.html"],
]
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE])


@pytest.fixture(scope="module")
def comparison(site, tmp_path_factory):
    """Give the page of two runs of all gemeenten in which every number differs."""
    other = made(tmp_path_factory.mktemp("other") / "uit", HOSTILE, first=7)
    path = site.parent.parent / PAGE
    path.write_text(comparison_page(compared([read_run(site.parent), read_run(other)]), schematic()), "utf-8")
    return path


@pytest.fixture(scope="module")
def horizon(tmp_path_factory):
    """Give the pages of a plan and of scenarios in both languages, with hostile names."""
    place = tmp_path_factory.mktemp("horizon")
    for lang in ("nl", "en"):
        write_horizon_pages(place / lang, HOSTILE, lang)
    return place


@SIZES
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_closed_and_as_wide_as_its_window(site, open_file, name, size):
    page = open_file(site.parent / name, size)

    assert violations(page) == []
    assert page.requests == [(site.parent / name).as_uri()]
    assert page.errors == []
    assert (overhang(page), sticking_out(page)) == (0, [])


@SIZES
@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("name", ["plan.html", "scenarios.html"])
def test_the_pages_on_kwartalen_are_accessible_closed_and_as_wide_as_their_window(horizon, open_file, name, lang, size):
    page = open_file(horizon / lang / name, size)

    assert violations(page) == []
    assert page.requests == [(horizon / lang / name).as_uri()]
    assert page.errors == []
    assert (overhang(page), sticking_out(page)) == (0, [])


@pytest.mark.parametrize("name", ["plan.html", "scenarios.html"])
def test_the_keyboard_reaches_the_contents_and_every_picture_and_table(horizon, open_file, name):
    page = open_file(horizon / "nl" / name)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    reached = set()
    for _ in range(200):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.getAttribute('aria-labelledby')"))

    wanted = page.locator("main [tabindex='0']").evaluate_all(
        "found => found.map((f) => f.getAttribute('aria-labelledby'))"
    )
    assert page.locator(".grafiek").count() >= 1
    assert set(wanted) <= reached
    assert page.locator("svg[role=img] desc").count() == page.locator("svg[role=img]").count()


def test_the_map_and_the_table_of_all_gemeenten_are_accessible(site, open_file):
    page = open_file(site / "kaart.html", DESKTOP)
    page.wait_for_selector("#legenda li")

    assert violations(page) == []


@SIZES
def test_the_map_is_accessible_before_and_after_a_gemeente_is_chosen(case, allocation, geography, open_map, size):
    page = open_map(kaart(case, allocation, geography), *size)
    before = violations(page)
    page.fill("#zoek", "Dordrecht")
    page.keyboard.press("Enter")

    assert page.locator("#paneel h3").first.inner_text() == "Dordrecht"
    assert (before, violations(page)) == ([], [])


def test_the_map_is_accessible_in_english_and_with_a_plan_that_is_not_proved(make, open_map):
    build_case, build_allocation, build_geography = make
    page = open_map(kaart(build_case(), build_allocation(proven=False, gap=0.0311), build_geography(), "en"))

    assert violations(page) == []


def test_the_comparison_is_accessible_and_says_every_difference_in_words(comparison, open_file):
    page = open_file(comparison, DESKTOP)
    shapes = "svg[role=img] path.vlak"

    assert violations(page) == []
    assert page.locator(shapes).count() == page.locator(f"{shapes} > title").count() == 342
    assert {*HOSTILE.values()} <= {*page.locator(".hoog tbody th").all_inner_texts()}
    assert (len(page.requests), page.errors, overhang(page)) == (1, [], 0)


@pytest.mark.parametrize("name", ["kaart.html", "kengetallen.html", "site/index.html", "bladen/GM0014.html"])
def test_a_sheet_and_a_page_of_figures_lose_their_links_on_paper_and_keep_their_heading(site, open_file, name):
    page = open_file(site.parent / name)
    page.emulate_media(media="print")

    assert page.locator("h1").is_visible()
    assert not page.locator(".sprong").is_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("<p>Tekst</p><img src='x.png'>", "image-alt"),
        ("<p style='color:#aaa'>Licht</p>", "color-contrast"),
        ("<input type='text'>", "label"),
        ("<table><tr><th scope='fout'>a</th><td>b</td></tr></table><a href='#'></a>", "link-name"),
    ],
)
def test_a_fault_that_is_planted_in_a_page_is_found(tmp_path, open_file, body, rule):
    (tmp_path / "fout.html").write_text(f"<html lang='nl'><title>Fout</title><body>{body}", "utf-8")

    assert rule in {line.split(" at ")[0] for line in violations(open_file(tmp_path / "fout.html"))}


@pytest.mark.parametrize(
    "planted", ["<script>document.title = 'gehackt'</script>", "<p style='color: red'>", "<img alt='' src='x.png'>"]
)
def test_what_the_policy_of_a_page_refuses_is_noted_as_an_error(site, tmp_path, open_file, planted):
    html = (site / "methode.html").read_text("utf-8").replace("</main>", f"{planted}</main>")
    (tmp_path / "fout.html").write_text(html, "utf-8")
    page = open_file(tmp_path / "fout.html")

    assert "Content Security Policy" in page.errors[0]
    assert page.title() != "gehackt"
