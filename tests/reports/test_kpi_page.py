"""The page of kengetallen: what it says in one sentence, in bars and in tables, and that it needs nothing else."""

import re
from dataclasses import fields, replace
from pathlib import Path

import pytest
from browsing import overhang, violations
from figures import figures, waited

from optimizer.result_kpis import Geldregel, Kengetallen, Verdringing, Wachttijd, Wensen
from reports.bars import LONGEST, panels
from reports.kpi_page import first_sentence, kpi_page, listed, more_or_less
from reports.kpi_rows import beside, kpi_row, kpi_rows, value_at
from reports.manifest import outcome_part
from reports.words import words

OURS = figures(stays=waited(1, 4, 2, late=4, person_weeks=12.5), housed=waited(3, 6, 2), families=waited(1, 4, 2))
RULE = figures(stays=waited(2, 7, 2, late=7, person_weeks=50.0), housed=waited(2, 3), families=waited(1, 4, 2))


@pytest.fixture
def told(allocation):
    """Give the plan of six of ten persons with its figures, beside the taakstelling with three and the order with six.

    Half of those who stay in the plan have waited ten weeks, 90 of 100 have waited twenty, and the longest thirty.
    """
    (order,) = allocation.vergelijkingen
    fewer = replace(allocation.tellingen, geplaatste_personen=3, geplaatste_huishoudens=2)
    rule = replace(order, naam="taakstelling", tellingen=fewer, kengetallen=RULE)
    order = replace(order, kengetallen=OURS)
    return replace(allocation, kengetallen=OURS, vergelijkingen=(order, rule))


def text(html):
    """Give what a page shows, with single blanks."""
    bare = re.sub(r"<(style|title)\b.*?</\1>", "", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", bare)).strip()


def test_the_sentence_says_how_many_more_get_a_home_than_by_other_rules(told):
    plans = beside(outcome_part(told))

    assert first_sentence(plans, "nl") == (
        "Dit plan geeft 6 van de 10 wachtende personen een woning: 3 meer dan volgens de taakstelling en evenveel als "
        "op volgorde van vergunning."
    )
    assert first_sentence(plans, "en").startswith("This plan gives 6 of the 10 persons who wait a home: 3 more than")


def test_a_plan_that_does_worse_says_so():
    assert more_or_less(-1200, "door loten", "nl") == "1.200 minder dan door loten"


def test_a_list_of_one_needs_no_and():
    assert (listed(["een"], "nl"), listed(["een", "twee"], "en")) == ("een", "een and twee")


def test_the_same_run_gives_the_same_page_in_both_languages(case, told):
    assert kpi_page(case, told) == kpi_page(case, told)
    assert '<html lang="en">' in kpi_page(case, told, "en")
    assert "Families with children that keep waiting" in kpi_page(case, told, "en")


def test_the_page_says_that_it_is_synthetic_and_where_its_numbers_come_from(case, told):
    shown = text(kpi_page(case, told))

    assert "Synthetische gegevens" in shown
    assert "proefbron: huishoudens.csv (2026-01-01)" in shown
    assert "geld.har_plus_tijdelijk: 38000 euro/persoon. HAR+, eenmalig per statushouder in tijdelijk onderdak" in shown
    assert "rekenvoorbeeld, geen begroting" in shown
    assert "Wat een plaats bij COA kost, is hier niet bekend; er is geen besparing berekend." in shown
    assert "Bewezen: geen plan is meer dan 0,40\xa0% beter." in kpi_page(case, told)


def test_the_page_runs_no_script_and_asks_for_no_file(case, told):
    html = kpi_page(case, told)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]

    assert re.fullmatch(r"default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'", policy)
    assert not re.search(r"<script|<img|<link|<iframe|\bsrc=|\bstyle=|url\(|@import|https?:", html)


def test_a_hostile_name_is_text(make, told):
    name = "__CSP__</title><style>*{display:none}</style><script>1</script>"
    html = kpi_page(make[0](naam=name), told)

    assert "<script" not in html
    assert html.count("<style>") == 1
    assert html.count("default-src") == 1


def test_every_bar_is_as_long_as_its_value_and_has_its_value_written(told):
    """Six, three and six persons: the taakstelling comes second and is half as long."""
    first = panels(beside(outcome_part(told)), "nl")[0]

    assert [(bar.label, bar.lengte, bar.tekst.split(" ")[0]) for bar in first.bars] == [
        ("Dit plan", LONGEST, "6"),
        ("Taakstelling", LONGEST / 2, "3"),
        ("Volgorde van vergunning", LONGEST, "6"),
    ]
    assert first.zin.startswith("Personen met een woning [personen]. Dit plan: 6 (60,0")
    assert [bar.onze for bar in first.bars] == [True, False, False]


def test_a_figure_that_is_0_everywhere_draws_no_bar(told):
    spread = panels(beside(outcome_part(told)), "nl")[3]

    assert [(bar.lengte, bar.tekst) for bar in spread.bars] == [(0, "0")] * 3


def test_a_run_without_figures_says_unknown_and_never_0(case, allocation):
    """An older run knows its counts and goals only."""
    row = kpi_row("blijft_p50", list(beside(outcome_part(allocation)).values()), "nl")

    assert [cell.tekst for cell in row.cellen] == ["onbekend", "onbekend"]
    assert "onbekend" in text(kpi_page(case, allocation))


def test_nobody_and_unknown_are_told_apart(told):
    plans = [outcome_part(replace(told, kengetallen=figures(gini=None)))]

    assert kpi_row("gini", plans, "nl").cellen[0] == (None, "–")
    assert kpi_row("blijft_p50", plans, "nl").cellen[0] == (None, "–")
    assert kpi_row("sociaal_deel", plans, "nl").cellen[0] == (None, "onbekend")


def test_money_shows_the_sum_that_leads_to_it(told):
    line = {"har_plus_tijdelijk": Geldregel(11, "personen", 38_000.0, 418_000.0)}
    plans = [outcome_part(replace(told, kengetallen=figures(money=line)))]
    rows = {row.naam: row.cellen[0].tekst for row in kpi_rows(plans, "nl")}

    assert rows["geld.har_plus_tijdelijk"] == "418.000 (11 personen × 38.000)"
    assert rows["geld.sft_woning"] == "onbekend"


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_figure_has_a_label_a_unit_and_a_definition(told, lang):
    rows = kpi_rows(list(beside(outcome_part(told)).values()), lang)

    assert [row.naam for row in rows if not (row.label and row.eenheid and row.uitleg)] == []
    assert {row.deel for row in rows} == set(words(lang).group("kpi_deel"))


def test_every_figure_of_the_manifest_that_is_a_number_of_a_plan_can_be_read_at_its_path(told):
    part = outcome_part(told)

    assert value_at(part, "kengetallen.wachttijd.alle.blijft.weken_p90") == 20
    assert value_at(part, "kengetallen.er.niet") is None


def test_the_table_by_size_holds_every_group_for_every_plan(case, told):
    shown = text(kpi_page(case, told))

    for group in ("1 persoon", "2 personen", "3 tot en met 5 personen", "6 of meer personen", "Gezinnen met kinderen"):
        assert f"{group} Dit plan" in shown
    assert "Alle huishoudens Dit plan 6 4 10,0 20,0 30,0 4 12 Taakstelling 3 7 10,0 20,0 30,0 7 50" in shown


@pytest.mark.parametrize("kind", [Kengetallen, Wachttijd, Wensen, Verdringing, Geldregel])
def test_every_part_of_the_manifest_is_defined_in_the_docs(kind):
    told = (Path(__file__).parents[2] / "docs" / "kengetallen.md").read_text("utf-8")
    named = {name.split(".")[-1] for code in re.findall(r"`([^`]+)`", told) for name in re.split(r"[, <>]+", code)}
    named |= {"wachttijd", "verdringing", "wensen", "geld", "woningen"}

    assert {field.name for field in fields(kind)} <= named


@pytest.mark.browser
@pytest.mark.parametrize("width", [1200, 390])
def test_the_page_opens_without_a_network_and_never_scrolls_sideways(case, told, open_file, tmp_path, width):
    (tmp_path / "kengetallen.html").write_text(kpi_page(case, told), "utf-8")
    page = open_file(tmp_path / "kengetallen.html", (width, 900))

    assert overhang(page) == 0
    assert page.get_by_role("img").count() == 6
    assert page.evaluate("getComputedStyle(document.querySelector('.balk.onze')).fill") == "rgb(29, 90, 110)"
    assert (len(page.requests), page.errors) == (1, [])
    assert violations(page) == []
