"""The proof of a run holds against another model of the same case, solved without the product."""

import pytest
from recount.files import read_json
from recount.optimum import optimum
from recount.recount import recount
from recount.rich import SIZES, rich
from recount.tables import read_tables

SECONDS = 10.0
"""Time for the other model; it needs about one [s]."""


@pytest.mark.parametrize("name", ["klein", "larger", "bent", "rich"])
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
