"""The proof of a run holds against another model of the same case, solved without the product."""

import pytest
from recount.files import read_json
from recount.optimum import optimum
from recount.tables import read_tables

SECONDS = 10.0
"""Time for the other model; it needs about one [s]."""


@pytest.mark.parametrize("name", ["klein", "larger", "bent"])
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
