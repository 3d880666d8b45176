"""The proof of a run holds against another model of the same case, solved without the product."""

import pytest
from recount.optimum import optimum
from recount.recount import recount
from recount.rich import SIZES, rich

from verifier.case import Home
from verifier.read import exact, read_json, read_table
from verifier.reading import read_tables

SECONDS = 10.0
"""Time for the other model; it needs about one [s]."""


@pytest.mark.parametrize("name", ["klein", "larger", "bent", "rich", "scored"])
def test_no_plan_of_another_model_is_below_the_bound_and_no_run_is_below_that_models_bound(name, request):
    case, run = request.getfixturevalue(name)

    proof = read_json(run / "run.json")["certificate"]
    best = optimum(read_tables(case), SECONDS)

    assert proof["bound"] <= best.value * (1 + 1e-6)
    assert best.bound <= proof["objective"] * (1 + 1e-6)


def test_the_small_example_is_within_the_asked_gap_of_the_best_plan_there_is(klein):
    case, run = klein

    objective = read_json(run / "run.json")["certificate"]["objective"]

    assert objective <= optimum(read_tables(case), SECONDS).value * 1.005


@pytest.mark.parametrize("seed", [1, 5, 7])
def test_bound_and_plan_of_random_cases_with_every_rule_stand_on_both_sides_of_the_optimum(seed, solve, tmp_path):
    """The other model solves these cases to the end; the bound may be lower, by what the linear program leaves."""
    case, run = solve(tmp_path, lambda folder: rich(folder, seed), seed=seed, **SIZES)

    proof = read_json(run / "run.json")["certificate"]
    best = optimum(read_tables(case), SECONDS)

    assert best.bound == pytest.approx(best.value, rel=1e-6)
    assert proof["bound"] <= best.value * (1 + 1e-6)
    assert best.value <= proof["objective"] * (1 + 1e-6)
    assert recount(case, run).problems == []


def test_one_more_of_the_dearest_items_brings_no_less_and_no_more_than_the_run_says(klein):
    """The other model is solved with one more home: its best plan lies between what the run says."""
    case, run = klein
    objective = read_json(run / "run.json")["certificate"]["objective"]

    homes = [row for row in read_table(run / "prijzen.csv") if row["soort"] == "woning"][:2]
    for row in homes:
        tables = read_tables(case)
        form, _, sleeps = row["wat"].rpartition("_")
        tables.homes["+"] = Home("+", row["gemeentecode"], row["gastgemeente"], form, int(sleeps), 1, 0, now=True)
        best = optimum(tables, SECONDS)

        assert best.bound <= objective - float(exact(row["winst_punten_minstens"])) + 1e-6 * objective
        assert best.value >= objective - float(exact(row["winst_punten_hoogstens"])) - 1e-6 * objective
    assert homes
