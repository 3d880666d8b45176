"""The page of a plan says the numbers of the plan, escapes every name, and asks for nothing else."""

import re
from dataclasses import replace
from html import unescape
from math import fsum

import pytest
from cases import gemeente, home, household
from planning import STILL, example

from inputs.horizon import Hefboom, Plankeuzes
from optimizer.horizon.result import Kwartaalstand
from reports.horizon.book import plan_book
from reports.horizon.chapters_more import SCHEMES
from reports.horizon.charts import Line, bar_panel, line_chart
from reports.horizon.page import plan_page
from reports.horizon.tables import plan_frames
from reports.horizon.view import delays, scores
from reports.numbers import number, percent
from spreiding.plan import planned

HOSTILE = "__CSP__</title><style>*{display:none}</style><script>alert(1)</script>"
VALUES = STILL | {
    "instroom.factor": 1.0,
    "instroom.per_100000_inwoners": 6.0,
    "nareis.deel_alleenstaanden": 0.2,
    "nareis.vertraging": 1.0,
    "zelf.alleen": 0.02,
    "bouw.flex": 1.0,
    "flexibel.aandeel": 0.5,
}
"""A plan in which everything moves."""
KEUZES = Plankeuzes(4, waarden=VALUES, hefbomen=(Hefboom("later verbod", "regime", "verbod", "2026K3"),))


def made(naam="GM0001"):
    people = [household(f"H{n}") for n in range(9)] + [household(f"F{n}", 2, 1, 1) for n in range(3)]
    homes = [home("GM0001", 1, 2), home("GM0001", 4, 1), home("GM0001", 1, 1, woonvorm="har", aanbod_id="har")]
    built = example([gemeente("GM0001", 50_000)], homes, people, seats={("GM0001", "B1"): 2})
    case = replace(built.case, gemeenten=(replace(built.case.gemeenten[0], naam=naam),), naam=naam)
    return case, planned(case, built.afstanden, KEUZES)


@pytest.fixture(scope="module")
def plan():
    return made()


def tables(html):
    """Give every table by its id: rows of cells as read."""
    found = {}
    for part in re.findall(r"<table>.*?</table>", html, re.DOTALL):
        rows = [
            re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)
            for row in re.findall(r"<tr.*?</tr>", part, re.DOTALL)
        ]
        name = re.search(r'caption id="([^"]*)"', part)[1]
        found[name] = [[unescape(re.sub(r"<[^>]+>", " ", cell)).strip() for cell in row] for row in rows]
    return found


def test_the_page_says_the_numbers_of_the_plan(plan):
    case, done = plan
    found = tables(plan_page(case, KEUZES, done))

    for n, k in enumerate(done.kwartalen, start=1):
        n0 = lambda value: number(value, "nl")  # noqa: E731  short beside the numbers
        assert found["opvang-tabel"][n][:3] == [k.kwartaal, n0(k.wachtend), n0(k.opvangplaatsen)]
        assert found["opvang-tabel"][n][3] == percent(k.wachtend / k.opvangplaatsen, "nl")
        assert found["balans-tabel"][n][2:] == [
            n0(getattr(k, c)) for c in ("instroom", "nareis", "terug", "zelf", "gehuisvest", "wachtend")
        ]
        assert found["cursus-tabel"][n][1:4] == [n0(k.volwassenen), n0(k.cursus_start), n0(k.cursus_wachtrij)]
        child, other = done.kinderen[n - 1], done.verdringing[n - 1]
        assert found["kinderen-tabel"][n][1:3] == [n0(child.wachtend), n0(child.wachtend_lang)]
        assert found["scholen-tabel"][n][1:3] == [n0(child.scholieren_po), n0(child.plaatsen_po)]
        assert found["verdringing-tabel"][n][1] == n0(other.sociale_woningen)
        assert found["verdringing-tabel"][n][7] == n0(other.netto)
        own = [o for o in done.oorzaken if o.kwartaal == k.kwartaal]
        assert found["oorzaken-tabel"][n][1] == n0(fsum(g.wachtend for g in done.groepen if g.kwartaal == k.kwartaal))
        assert found["oorzaken-tabel"][n][4] == n0(fsum(o.geen_woning for o in own))
        assert found["oorzaken-tabel"][n][5] == "niet bekend"
    paid = [number(fsum(g.totaal for g in done.geld if g.regeling == name), "nl") for name in SCHEMES[:-1]]
    assert found["geld-tabel"][-1][1:-1] == found["geld-gemeenten"][1][1:-1] == paid
    assert found["geld-tabel"][-1][-1] == "niet bekend"


def test_the_page_names_regimes_levers_and_what_the_scenario_changes(plan):
    case, done = plan
    found = tables(plan_page(case, KEUZES, done))

    assert found["regimes"][1:] == [["taakstelling", "2026K1", "2026K2"], ["verbod op voorrang", "2026K3", "2026K4"]]
    assert found["hefbomen"][1] == ["later verbod", "regime", "verbod op voorrang", "", "2026K3", "2026K4"]
    assert ["flexibel.aandeel", "0,5", "deel van nieuwe flex- en transformatiewoningen"] in found["gewijzigd"]
    assert ["flexibel.aandeel", "0,5"] in [row[:2] for row in found["aannames-tabel"]]


def test_a_hostile_name_is_text_on_the_page():
    case, done = made(HOSTILE)
    html = plan_page(case, replace(KEUZES, hefbomen=(Hefboom(HOSTILE, "bouw.flex", 1.0),)), done)

    assert "<script" not in html
    assert html.count("<style>") == 1
    assert html.count("default-src") == 1
    assert HOSTILE in [row[0] for row in tables(html)["hefbomen"]]
    assert not re.search(r"<img|<link|<iframe|\bsrc=|\bstyle=|url\(|@import|https?:", html)


def test_the_same_plan_gives_the_same_bytes_in_both_languages(plan):
    case, done = plan

    assert plan_page(case, KEUZES, done) == plan_page(case, KEUZES, done)
    assert "Why whoever waits still waits" in plan_page(case, KEUZES, done, "en")
    frames = plan_frames(case, done)
    assert plan_book(case, KEUZES, done, frames) == plan_book(case, KEUZES, done, frames)


def quarter(**numbers):
    """Give a kwartaal of which only some numbers are told."""
    names = [f for f in Kwartaalstand.__dataclass_fields__ if f not in {"kwartaal", "regime", "toegevoegd", "gestart"}]
    return Kwartaalstand(
        **{**dict.fromkeys(names, 0.0), "kwartaal": "", "regime": "", "toegevoegd": {}, "gestart": {}, **numbers}
    )


def test_the_delay_is_the_weeks_waited_per_adult_that_started():
    """Of three adults one waits the first kwartaal; both who are left start in the second: 13 weeks over three."""
    rows = [quarter(cursus_wachtrij=1.0, cursus_start=2.0), quarter(cursus_start=1.0)]

    assert delays(rows) == [13 / 2, 13 / 3]
    assert delays([quarter(cursus_wachtrij=5.0)]) == [None]


def test_the_score_is_an_average_over_adults_and_not_over_kwartalen():
    rows = [quarter(volwassenen=3.0, score=0.2), quarter(score=None), quarter(volwassenen=1.0, score=0.6)]

    assert scores(rows) == pytest.approx([0.2, 0.2, 0.3])


def test_lines_are_drawn_to_scale_and_break_where_there_is_no_number():
    chart = line_chart("a", "Titel", ("K1", "K2", "K3"), [Line("een", [0.0, None, 100.0])], "nl")

    assert chart.streepjes[-1][1] == "100"
    assert chart.lijnen[0].pad == f"M60.0 {chart.streepjes[0][0]} M550.0 {chart.streepjes[-1][0]}"
    assert chart.zin == "Titel. een: 0 → 100."


def test_a_band_is_drawn_between_its_edges_and_charts_of_one_scale_agree():
    line = Line("een", [1.0, 1.0], [0.0, 0.0], [2.0, 4.0])
    chart = line_chart("a", "T", ("K1", "K2"), [line], "nl", most=8.0)

    assert (chart.streepjes[-1][1], len(re.findall("L", chart.lijnen[0].band))) == ("8", 3)


def test_bars_of_one_scale_are_as_long_as_their_numbers():
    half = bar_panel("a", "T", ("K1", "K2"), [1.0, 2.0], "nl", most=4.0)

    assert [bar.lengte for bar in half.balken] == [44.5, 89.0]
    assert bar_panel("a", "T", ("K1",), [None], "nl").balken[0].tekst == "–"
