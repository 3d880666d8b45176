"""Every value of plan.toml changes something in a plan that has all there is; one that changes nothing is no value."""

from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest
from random_cases import random_case

from inputs.horizon import REGIMES, Plankeuzes, next_quarters, plan_values, series
from optimizer.horizon.outlook import outlook
from optimizer.horizon.program import plan_program

ELSEWHERE = {
    "instroom.laag": "spreiding plan --instroom laag: tests/spreiding/test_plan_files.py",
    "instroom.hoog": "spreiding plan --instroom hoog: tests/spreiding/test_plan_files.py",
    "budget.coa_per_dag": "an amount in geld.csv only: tests/horizon/test_sides.py",
    "flexibel.gereserveerd": "told beside what is used, no rule: tests/horizon/test_sides.py",
}
"""Values that the program of a plan does not hold, and where they count."""
OPEN = {
    **{f"bouw.{name}": 2.0 for name in ("flex", "transformatie", "splitsen", "woningdelen", "doorstroom", "groot")},
    "omklappen.deel": 0.05,
    "nieuwbouw.deel_statushouders": 0.1,
    "sociale_huur.alleen": 0.9,
    "sociale_huur.gezin": 0.9,
    "flexibel.aandeel": 0.9,
    "bouw.doorstroom_hoogstens": 5000.0,
}
"""What is closed by default, opened, so that every other value has something to work on."""
REGIME = {"regime.vrijwillig_deel": "vrijwillig", "regime.verbod_kans": "verbod", "regime.verbod_kans_gezin": "verbod"}
REGIME |= {"regime.sleutel_factor": "sleutel", "regime.convenant_factor": "convenant"}
assert set(REGIME.values()) <= set(REGIMES)


def rich_case():
    """Give every woonvorm a home, and homes that come late."""
    built = random_case(120, 6, 7, verdringing_hoogstens=0.5)
    forms = ("transformatie", "woningdelen", "doorstroom_lokaal", "har", "werkgever")
    first = built.case.woningaanbod[0]
    more = [
        replace(first, aanbod_id=f"extra {f}", woonvorm=f, slaapt=3 if f == "woningdelen" else 1, aantal=9)
        for f in forms
    ]
    return built._replace(case=replace(built.case, woningaanbod=(*built.case.woningaanbod, *more)))


BUILT = rich_case()


def arrays(values, regime):
    keuzes = Plankeuzes(5, regime, MappingProxyType(values))
    return plan_program(outlook(*BUILT, series(keuzes, next_quarters("2027K1", 5)))).arrays


@pytest.mark.parametrize("name", [n for n in plan_values() if n not in ELSEWHERE and not n.startswith("waaier.")])
def test_a_value_changes_the_program(name):
    value, regime = plan_values()[name], REGIME.get(name, "taakstelling")
    start = OPEN.get(name, value.waarde)
    usual = {k: v for k, v in OPEN.items() if not (regime != "taakstelling" and k.startswith("sociale_huur"))}
    least, most = value.bereik
    other = start + 1 if value.eenheid in {"kwartalen", "jaar", "personen", "personen/gezin"} else start / 2
    assert least <= other <= most

    before, after = arrays(usual | {name: start}, regime), arrays(usual | {name: other}, regime)

    assert not same(before, after)


def same(one, other):
    parts = [(a.matrix, a.cost, a.lower, a.upper, a.column_upper) for a in (one, other)]
    if parts[0][0].shape != parts[1][0].shape or (parts[0][0] != parts[1][0]).nnz:
        return False
    return all(np.array_equal(x, y) for x, y in zip(parts[0][1:], parts[1][1:], strict=True))


def test_what_counts_elsewhere_is_a_value():
    assert ELSEWHERE.keys() <= plan_values().keys()
