import re
from dataclasses import replace

import pytest

from reports.kaart import kaart
from reports.kpi_page import kpi_page
from reports.source import bron

NAMEN = {"GM0518": "'s-Gravenhage", "GM0505": "Dordrecht", "GM0599": "Rotterdam"}
HOSTILE = {
    "GM0518": "<img src=x onerror=\"document.title='gehackt'\">",
    "GM0505": "</script><script>document.title='gehackt'</script>",
    "GM0599": "${document.title='gehackt'}{{ 7*7 }}`');//",
}


def choose(page, name):
    page.fill("#zoek", name)
    page.dispatch_event("#zoek", "change")


def panel(page):
    return re.sub(r"\s+", " ", page.inner_text("#paneel"))


def test_the_same_run_gives_the_same_page(case, allocation, geography):
    assert kaart(case, allocation, geography) == kaart(case, allocation, geography)


def test_the_page_refers_to_no_other_file(case, allocation, geography):
    html = kaart(case, allocation, geography)

    outside_scripts = re.sub(r"<script>.*?</script>", "", html, flags=re.DOTALL)
    assert not re.search(r"<(?:script|img|iframe|link)\b[^>]*(?:src|href)=|url\(|@import", outside_scripts)
    assert not re.search(r"sourceMappingURL=|\bfetch\(|XMLHttpRequest|\bimport\(", html)
    assert "__" not in outside_scripts


def test_only_the_scripts_that_the_page_was_made_with_are_allowed(case, allocation, geography):
    html = kaart(case, allocation, geography)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]

    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy


def test_the_scripts_do_not_depend_on_the_data(make, case, allocation, geography):
    build_case, build_allocation, build_geography = make
    hostile = kaart(build_case(HOSTILE), build_allocation(HOSTILE), build_geography(HOSTILE))
    scripts = [
        re.findall(r"<script>(.*?)</script>", html, re.DOTALL) for html in (hostile, kaart(case, allocation, geography))
    ]

    assert scripts[0] == scripts[1]


def test_title_language_and_origin_are_told(case, allocation, geography):
    html = kaart(case, allocation, geography)

    assert '<html lang="nl">' in html
    assert "<title>Spreiding van statushouders · Proef · 1e kwartaal 2026 · synthetisch</title>" in html
    assert "Schematische kaart, geen bestuurlijke grenzen." in html
    assert "Proefgrenzen, eigen werk" in html
    assert "BSD 2-Clause License" in html


def test_real_borders_and_real_data_carry_no_mark(make):
    build_case, build_allocation, build_geography = make
    html = kaart(build_case(synthetisch=False), build_allocation(), build_geography(schematisch=False), "en")

    assert '<html lang="en">' in html
    assert "Schematic map" not in re.sub(r'<script type="application/json".*', "", html, flags=re.DOTALL)
    assert 'class="merk"' not in html


def test_an_unproved_plan_says_so_first(make):
    build_case, build_allocation, build_geography = make
    html = kaart(build_case(), build_allocation(proven=False, gap=0.0311), build_geography())

    assert 'class="status onbewezen"' in html
    assert "Niet bewezen binnen 0,5\xa0%." in html
    assert "tot 3,11\xa0% beter" in html


def test_a_gemeente_without_an_area_is_refused(make, case, allocation):
    *_, build_geography = make

    with pytest.raises(ValueError, match="GM0599"):
        kaart(case, allocation, build_geography({"GM0518": "a", "GM0505": "b"}))


@pytest.mark.browser
def test_the_map_draws_every_gemeente_and_asks_for_nothing(case, allocation, geography, open_map):
    page = open_map(kaart(case, allocation, geography))

    assert page.locator("path.leaflet-interactive").count() == 3
    assert [url.rsplit("/", 1)[1] for url in page.requests] == ["kaart.html"]
    assert page.errors == []


@pytest.mark.browser
def test_the_panel_adds_up_why_a_gemeente_gets_its_number(case, allocation, geography, open_map):
    page = open_map(kaart(case, allocation, geography))
    page.locator("path.leaflet-interactive").first.click()

    text = panel(page)
    assert "'s-Gravenhage" in text
    assert (
        "Sleutel: deel naar inwoners van de 9 personen die na de inhaal overblijven 3 "
        "Inhaal van achterstand (beginstand +8) +1 Doel 4 Toegewezen 5 Verschil met het doel +1" in text
    )
    assert "Sociale huur 2 2 Totaal 2 2" in text
    assert "Afgerond, zodat de som klopt 4 Per gemeente afgerond 3" in text
    assert "voor 1 huishouden is geen passende woning vrij." in text


@pytest.mark.browser
def test_a_gemeente_is_chosen_with_tab_and_enter_and_left_again(case, allocation, geography, open_map):
    page = open_map(kaart(case, allocation, geography))
    page.focus("#gebied")
    for _ in range(20):
        page.keyboard.press("Tab")
        if "Dordrecht" in (page.evaluate("document.activeElement.getAttribute('aria-label')") or ""):
            break
    assert page.evaluate("getComputedStyle(document.activeElement).strokeWidth") == "4px"

    page.keyboard.press("Enter")
    assert "Tellen hier, wonen in een andere gemeente 1" in panel(page)
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
    page.get_by_role("button", name="Terug naar het overzicht").click()
    assert "3 gemeenten samen" in panel(page)
    assert "Dordrecht" in page.evaluate("document.activeElement.getAttribute('aria-label')")


@pytest.mark.browser
def test_the_keyboard_brings_a_gemeente_into_view_and_skips_those_outside_the_plan(make, open_map):
    build_case, build_allocation, build_geography = make
    namen = {**NAMEN, "GM9999": "Buiten"}
    page = open_map(kaart(build_case(), build_allocation(), build_geography(namen)))
    choose(page, "Rotterdam")
    for _ in range(6):
        page.locator(".leaflet-control-zoom-in").click()
    outside = page.locator("path[aria-label^=Buiten]")
    page.locator("path[aria-label^=Dordrecht]").focus()

    assert outside.get_attribute("tabindex") is None
    assert outside.get_attribute("aria-label") == "Buiten, Toegewezen personen: onbekend"
    assert page.locator("path[aria-label^=Dordrecht]").get_attribute("d") != "M0 0"


@pytest.mark.browser
def test_the_indicator_colours_the_map_as_its_legend_says(case, allocation, geography, open_map):
    page = open_map(kaart(case, allocation, geography))
    page.select_option("#indicator", "afwijking")

    first = page.locator("path.leaflet-interactive").first
    assert first.get_attribute("fill") == "#d8daeb"
    assert first.get_attribute("aria-label") == "'s-Gravenhage, Verschil met het doel: +1"
    assert page.inner_text("#legenda").split("\n")[:2] == ["−25 of minder", "−24 t/m −10"]


@pytest.mark.browser
def test_search_and_area_find_gemeenten(case, allocation, geography, open_map):
    page = open_map(kaart(case, allocation, geography))
    choose(page, "rotter")
    assert "Wonen hier, tellen voor een andere gemeente 1" in panel(page)
    choose(page, "Atlantis")
    assert page.inner_text("#melding") == 'Geen gemeente gevonden voor "Atlantis".'
    assert "Geen gemeente gevonden" in panel(page)
    assert page.locator("path[aria-pressed=true]").count() == 0
    page.select_option("#gebied", "provincie|Zuid-Holland")
    assert page.inner_text("#melding") == ""
    assert "Opgave 10 Waarvan inhaal 1 Waarvan naar inwoners 9 Toegewezen 6 Verschil met het doel −4" in panel(page)


@pytest.mark.browser
@pytest.mark.parametrize("sought", ["gm0518", "Den Haag", "\u2019s-gravenhage"])
def test_search_knows_codes_and_other_names(case, allocation, geography, open_map, sought):
    page = open_map(kaart(case, allocation, geography))
    choose(page, sought)

    assert panel(page).startswith("'s-Gravenhage Provincie Zuid-Holland · arbeidsmarktregio Regio A")


@pytest.mark.browser
def test_a_search_outside_the_area_leaves_the_area(case, allocation, geography, open_map):
    first, *rest = allocation.gemeenten
    page = open_map(kaart(case, replace(allocation, gemeenten=(replace(first, provincie="Ver"), *rest)), geography))
    page.select_option("#gebied", "provincie|Ver")
    choose(page, "Dordrecht")

    assert page.input_value("#gebied") == ""
    assert panel(page).startswith("Dordrecht")


@pytest.mark.browser
def test_the_panel_says_on_which_side_of_the_band_a_gemeente_ends(case, allocation, geography, open_map):
    first, *rest = allocation.gemeenten
    page = open_map(kaart(case, replace(allocation, gemeenten=(replace(first, band_boven=4), *rest)), geography))
    choose(page, "'s-Gravenhage")
    above = panel(page)
    choose(page, "Dordrecht")
    below = panel(page)

    assert "Vrij van 2 tot en met 4 personen (buiten de band). Meer dan het doel: hier waren nog passende" in above
    assert "1 persoon, 1 huishouden, 0 kinderen" in below
    assert "Vrij van 3 tot en met 5 personen (buiten de band). Minder dan het doel: zie wat" in below
    assert "Verrekening" not in below


@pytest.mark.browser
def test_the_whole_country_says_who_stays_and_what_stays_empty(case, allocation, geography, open_map):
    text = panel(open_map(kaart(case, allocation, geography)))

    assert "Woningen die leeg blijven 0" in text
    assert "Niet geplaatst: 1 huishouden Geen passende woning vrij 1" in text


@pytest.mark.browser
def test_hostile_names_are_shown_and_never_run(make, open_map):
    build_case, build_allocation, build_geography = make
    case = build_case(HOSTILE, naam="__CSP__{{ data }}</title><script>document.title='gehackt'</script>")
    page = open_map(kaart(case, build_allocation(HOSTILE), build_geography(HOSTILE)))

    for code, path in zip(HOSTILE, page.locator("path.leaflet-interactive").all(), strict=True):
        path.hover()
        path.click()
        assert HOSTILE[code] in page.inner_text("#paneel")
        choose(page, HOSTILE[code])
    assert "__CSP__{{ data }}</title>" in page.title()
    assert page.locator("img").count() == 0
    assert page.errors == []
    assert len(page.requests) == 1


@pytest.mark.browser
def test_the_table_holds_the_same_numbers_and_sorts(case, allocation, geography, open_map):
    page = open_map(kaart(case, allocation, geography))
    page.get_by_role("button", name="Toegewezen [personen]").click()

    names = page.locator("#tabel tbody th").all_inner_texts()
    assert names == ["Rotterdam", "Dordrecht", "'s-Gravenhage"]
    heading = page.locator("#tabel thead th", has_text="Toegewezen [personen]")
    assert heading.get_attribute("aria-sort") == "ascending"
    assert "+1" in page.locator("#tabel tbody tr").last.inner_text()


@pytest.mark.browser
def test_a_narrow_screen_stacks_and_never_scrolls_sideways(case, allocation, geography, open_map):
    page = open_map(kaart(case, allocation, geography), width=390, height=844)

    assert page.evaluate("document.documentElement.scrollWidth") == 390
    choose(page, "'s-Gravenhage")
    overhang = "[...document.querySelectorAll('#paneel table')].some(t => t.scrollWidth > t.parentElement.clientWidth)"
    assert not page.evaluate(overhang)
    kaartvlak, paneel = page.locator(".kaartvlak").bounding_box(), page.locator("#paneel").bounding_box()
    assert paneel["y"] >= kaartvlak["y"] + kaartvlak["height"]


def test_a_synthetic_case_without_margins_promises_no_figures(case, allocation, geography):
    bare = replace(case, marges="")

    for html in (kaart(bare, allocation, geography), kpi_page(bare, allocation)):
        assert "dit is geen besluit over echte mensen." in html
        assert "Afgestemd" not in html
    assert bron(bare) == "synthetisch"
