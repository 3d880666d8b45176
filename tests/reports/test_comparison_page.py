"""The page that sets runs side by side: one file, a class and a text for every gemeente, and no name that runs."""

import re
from dataclasses import replace

import pytest
from browsing import overhang, pdf_text, sticking_out, violations
from compared_runs import two_runs, writer

from reports.comparing import PAGE
from reports.comparison import compared
from reports.comparison_page import comparison_page
from reports.difference_map import class_legend, class_of
from reports.run_reading import read_run


@pytest.fixture
def write(case, allocation, geography, tmp_path):
    """Give a way to write runs."""
    return writer(case, allocation, geography, tmp_path)


@pytest.fixture
def pair(write, case, allocation):
    """Give two runs, compared."""
    return two_runs(write, case, allocation)


def test_the_page_is_one_file_without_a_script_that_says_what_it_rests_on(pair, geography):
    html = comparison_page(pair, geography)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]

    assert re.fullmatch(r"default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'", policy)
    assert not re.search(r"<script|<img|<link|<iframe|\bsrc=|\bstyle=|@import|https?:|url\((?!#)", html)
    assert "Synthetische gegevens" in html
    assert "Proefgrenzen, eigen werk" in html
    assert comparison_page(pair, geography) == html


def test_the_map_holds_a_class_and_a_text_for_every_gemeente(pair, geography):
    html = comparison_page(pair, geography)

    assert [re.sub("&#39;", "'", text) for text in re.findall(r"<title>([^<]*: [^<]*)</title></path>", html)] == [
        "'s-Gravenhage: +2",
        "Dordrecht: −1",
        "Rotterdam: 0",
    ]
    assert re.findall(r'class="vlak (\w+)"(?: fill="url\(#streep-\w+\)")?><title>', html) == ["p1", "m1", "nul"]


def test_the_classes_are_symmetric_about_0_and_never_move():
    assert [class_of(n) for n in (-25, -24, -10, -9, -1, 0, 1, 9, 10, 24, 25)] == [
        *["m3", "m2", "m2", "m1", "m1", "nul", "p1", "p1", "p2", "p2", "p3"]
    ]
    assert [text for _, text in class_legend("nl")][:4] == ["−25 of minder", "−24 t/m −10", "−9 t/m −1", "0"]


def test_a_hostile_name_is_text_on_the_page_and_in_the_table(make, write):
    names = {"GM0518": "<script>1</script>", "GM0505": "=1+1", "GM0599": "__CSP__</style>"}
    build_case, build_allocation, build_geography = make
    runs = [read_run(write(n, build_case(names, naam="<b>"), build_allocation(names))) for n in ("vier", "vijf")]
    found = compared(runs)
    html = comparison_page(found, build_geography(names))

    assert "<script" not in html
    assert html.count("default-src") == 1
    assert found.paren[0].gemeenten[0].eerst.naam == "=1+1"


@pytest.mark.browser
@pytest.mark.parametrize("width", [1200, 390])
def test_the_page_opens_without_a_network_and_never_scrolls_sideways(pair, geography, open_file, tmp_path, width):
    (tmp_path / PAGE).write_text(comparison_page(pair, geography), "utf-8")
    page = open_file(tmp_path / PAGE, (width, 900))

    assert (overhang(page), sticking_out(page)) == (0, [])
    assert page.evaluate("getComputedStyle(document.querySelector('path.p1')).fill") == "rgb(216, 218, 235)"
    assert (len(page.requests), page.errors) == (1, [])
    assert violations(page) == []


@pytest.mark.browser
def test_a_long_name_of_a_choice_stays_in_its_cell_on_a_phone(write, case, geography, open_file, tmp_path):
    other = replace(case, scenario=replace(case.scenario, min_uitstroom_personen=1))
    found = compared([read_run(write("een")), read_run(write("twee", other))])
    (tmp_path / PAGE).write_text(comparison_page(found, geography), "utf-8")
    page = open_file(tmp_path / PAGE, (390, 844))

    assert page.get_by_role("rowheader", name="min_uitstroom_personen").is_visible()
    assert sticking_out(page) == []


def test_synthetic_data_without_margins_is_called_synthetic_and_no_figures_are_promised(write, case, geography):
    bare = replace(case, marges="")
    found = compared([read_run(write("een")), read_run(write("twee", bare))])
    html = comparison_page(found, geography)

    assert html.count("dit is geen besluit over echte mensen.") == 2
    assert html.count("Afgestemd op gepubliceerde cijfers: 85 % alleenstaand (NOS, juli 2024).") == 1
    assert "cijfers: ." not in html


def test_the_sentence_above_the_map_is_right_for_one_gemeente_as_for_many(pair, geography):
    assert "Gemeenten met meer personen: 1; met minder: 1; met evenveel: 1." in comparison_page(pair, geography)


@pytest.mark.browser
def test_on_paper_the_first_page_holds_the_map_and_no_heading_is_left_alone(pair, geography, open_file, tmp_path):
    (tmp_path / "v.html").write_text(comparison_page(pair, geography), "utf-8")
    first, *more = pdf_text(open_file(tmp_path / "v.html").pdf(prefer_css_page_size=True)).split("\f")

    assert "Kaart van de verschillen: B − A" in first
    assert "+25 of meer" in first
    changed = next(text for text in (first, *more) if "Wat er is veranderd" in text)
    assert "uitstroom.norm_weken" in changed
