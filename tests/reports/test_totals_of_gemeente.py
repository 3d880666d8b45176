"""The tables of what a gemeente takes by size and in money, counted by hand and against the national figures."""

from dataclasses import replace

import pandas as pd
import pytest

from inputs.domain import Woningaanbod
from inputs.parameters import override
from optimizer.money import money
from optimizer.result import Koppeling
from reports.totals_of_gemeente import geld_frame, groottes_frame

HOMES = (
    Woningaanbod("rij", "GM0518", "sociale_huur", 3, 2, "2026K1", regeling="HAR+"),
    Woningaanbod("flex", "GM0518", "flex", 1, 2, "2026K1", regeling="SFT"),
    Woningaanbod("hotel", "GM0505", "har", 2, 2, "2026K1"),
    Woningaanbod("doorstroom", "GM0505", "doorstroom_lokaal", 1, 3, "2026K1", gastgemeente="GM0599"),
    Woningaanbod("eigen", "GM0599", "sociale_huur", 2, 1, "2026K1", regeling="eigen geld"),
)


def living(case, homes=HOMES):
    """Two families of three and one of two in 's-Gravenhage with HAR+, two singles in flex, five persons elsewhere."""
    owner = {home.aanbod_id: home for home in homes}
    where = [("rij", 3), ("rij", 3), ("flex", 1), ("flex", 1), ("hotel", 2), ("doorstroom", 1), ("eigen", 2)]
    placed = tuple(
        Koppeling(f"H{n}", size, (home := owner[name]).gemeentecode, home.host, name, home.woonvorm, home.slaapt, 0, 0)
        for n, (name, size) in enumerate(where)
    )
    return replace(case, woningaanbod=homes), placed


@pytest.fixture
def plan(case, allocation):
    changed, placed = living(case)
    return changed, replace(allocation, koppelingen=placed)


def of(frame, code):
    """Give the rows of a gemeente by amount: homes, persons, what is paid for, total; unknown as None."""
    rows = frame[frame["gemeentecode"] == code].set_index("regeling")
    names = ["woningen_gebruikt", "geplaatste_personen", "betaald_aantal", "totaal"]
    return {name: [None if pd.isna(row[n]) else row[n] for n in names] for name, row in rows.iterrows()}


def test_money_of_a_gemeente_is_that_of_its_own_homes(plan):
    """Den Haag: 6 persons x 30 000 and 2 homes x 14 000 and 6 000. Dordrecht: 2 x 38 000, and 1 person 90 days of 60.

    The doorstroomlocatie stands in Rotterdam and counts for Dordrecht; Rotterdam has a home that nobody pays for here.
    """
    frame = geld_frame(*plan)

    assert of(frame, "GM0518") == {
        "har_plus_woning": [2, 6, 6, 180_000],
        "har_plus_tijdelijk": [0, 0, 0, 0],
        "doorstroom_per_dag": [0, 0, 0, 0],
        "sft_woning": [2, 2, 2, 28_000],
        "sft_beheer": [2, 2, 2, 12_000],
        "geen": [0, 0, None, None],
    }
    assert of(frame, "GM0505")["har_plus_tijdelijk"] == [1, 2, 2, 76_000]
    assert of(frame, "GM0505")["doorstroom_per_dag"] == [1, 1, 90, 5_400]
    assert of(frame, "GM0599")["geen"] == [1, 2, None, None]


def test_the_gemeenten_together_are_the_national_figures(plan):
    case, allocation = plan
    frame, whole = geld_frame(*plan), money(case, allocation.koppelingen)

    sums = frame.groupby("regeling")[["betaald_aantal", "totaal"]].sum()
    assert {name: tuple(sums.loc[name]) for name in whole} == {n: (g.aantal, g.totaal) for n, g in whole.items()}
    assert whole["har_plus_woning"].totaal == 180_000


def test_where_no_home_names_a_scheme_its_money_is_unknown_and_not_0(case, allocation):
    changed, placed = living(case, tuple(replace(home, regeling=None) for home in HOMES))
    found = of(geld_frame(changed, replace(allocation, koppelingen=placed)), "GM0518")

    assert found["har_plus_woning"] == found["sft_woning"] == [None, None, None, None]
    assert found["har_plus_tijdelijk"] == [0, 0, 0, 0]
    assert found["geen"] == [4, 8, None, None]


def test_an_amount_comes_with_its_day_and_source_also_where_the_scenario_sets_it(plan):
    case, allocation = plan
    other = replace(case, parameters=override(case.parameters, {"geld.sft_woning": 15_000.0}, "scenario.toml"))

    row = geld_frame(other, allocation).set_index(["gemeentecode", "regeling"]).loc[("GM0518", "sft_woning")]

    assert (row["bedrag"], row["totaal"], row["bedrag_datum"]) == (15_000, 30_000, "2025-11-14")
    assert row["bedrag_bron"].startswith("scenario.toml (anders 14000: SFT")


def test_households_by_size_add_up_to_all_that_are_placed(plan):
    frame = groottes_frame(*plan)

    cells = ["gemeentecode", "personen", "toegewezen_huishoudens"]
    assert frame[cells].to_numpy().tolist() == [
        ["GM0505", 1, 1],
        ["GM0505", 2, 1],
        ["GM0518", 1, 2],
        ["GM0518", 3, 2],
        ["GM0599", 2, 1],
    ]
