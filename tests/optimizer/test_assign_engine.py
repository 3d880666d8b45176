"""The bounds of the explicit entry: valid for any duals, on every path, and never a solver's word in disguise."""

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from optimizer import assign
from optimizer.explicit import bound as bound_module
from optimizer.explicit import solve as solve_module
from optimizer.explicit.bound import price
from optimizer.explicit.knapsack import Knapsacks, fill, forced
from optimizer.explicit.problem import Problem, fits, rules_of
from optimizer.explicit.tables import read_tables


def tables(seed, households=12, municipalities=3, *, digits=None):
    """Draw scores and persons per pair; without ``digits`` numbers have no common step."""
    random = np.random.default_rng(seed)
    rows, columns = [f"h{k:02d}" for k in range(households)], [f"g{k}" for k in range(municipalities)]
    load = random.uniform(1, 5, (households, municipalities))
    score = random.uniform(1, 9, (households, municipalities))
    if digits is not None:
        load, score = load.round(digits), score.round(digits)
    room = np.full(municipalities, 2.0 * households / municipalities)
    return (
        pd.DataFrame({"persons": 1}, rows),
        pd.DataFrame({"capacity_persons": room}, columns),
        pd.DataFrame(score, rows, columns),
        pd.DataFrame(load, rows, columns),
    )


def by_scipy(score, load, room):
    """Maximise the score with every household at most once."""
    n, m = score.shape
    used = np.zeros((m, n * m))
    for g in range(m):
        used[g, g::m] = load.to_numpy()[:, g]
    rules = (LinearConstraint(np.kron(np.eye(n), np.ones(m)), ub=1), LinearConstraint(used, ub=room.to_numpy().ravel()))
    exact = {"mip_rel_gap": 0}
    answer = milp(
        -score.to_numpy().ravel(), constraints=rules, integrality=np.ones(n * m), bounds=Bounds(0, 1), options=exact
    )
    return -answer.fun


@pytest.mark.parametrize("digits", [None, 1, 3])
@pytest.mark.parametrize("seed", [1, 2])
def test_numbers_with_and_without_a_common_step_reach_the_optimum(seed, digits):
    people, room, score, load = tables(seed, digits=digits)

    result = assign(people, room, score, weight=load)

    assert result.objective == pytest.approx(by_scipy(score, load, room), rel=1e-6)
    assert result.status == "optimal"
    assert result.bound >= result.objective


@pytest.mark.parametrize("seed", range(4))
def test_the_path_for_large_problems_proves_a_bound_that_holds(seed, monkeypatch):
    people, room, score, load = tables(seed, 40, 4, digits=1)
    best = by_scipy(score, load, room)
    monkeypatch.setattr(bound_module, "SMALL", 0)
    monkeypatch.setattr(bound_module, "FIRST", 1)
    monkeypatch.setattr(solve_module, "LARGE", 0)

    result = assign(people, room, score, weight=load, gap=0.02)

    assert result.objective <= best + 1e-6 <= result.bound + 2e-6
    assert result.gap == pytest.approx((result.bound - result.objective) / result.objective, abs=1e-9)
    assert result.proven
    assert result.proof == "own bound"


@pytest.mark.parametrize("seed", range(5))
def test_the_bound_holds_for_any_duals(seed):
    people, room, score, load = tables(seed)
    instance = read_tables(people, room, score, weight=load)
    rules = rules_of(instance)
    cost = np.where(fits(instance, rules), -instance.score, np.inf)
    problem = Problem(cost, np.zeros(len(cost)), rules, whole=False)
    duals = np.random.default_rng(seed).normal(0, 0.02, len(problem.lower))

    assert price(problem, duals).bound <= -by_scipy(score, load, room) + 1e-6


def test_a_place_holds_its_best_content():
    """Room 5 for sizes 2, 3, 4 with profits 3, 4, 6: the first two, 7. Without the first 6, with the third 6."""
    sacks = Knapsacks(np.array([[2], [3], [4]]), np.array([5]))
    profit = np.array([[3.0], [4.0], [6.0]])

    filled = fill(sacks, profit)
    loss_in, loss_out = forced(sacks, profit)

    assert filled.gain.tolist() == [7]
    assert filled.inside.ravel().tolist() == [True, True, False]
    assert loss_in.ravel().tolist() == [0, 0, 1]
    assert loss_out.ravel().tolist() == [1, 1, 0]


def test_what_only_the_solver_says_is_labelled_so(monkeypatch):
    """Without our own branching the last step is left to HiGHS."""
    people, room, score, load = tables(3, digits=1)
    monkeypatch.setattr(solve_module, "knapsacks", lambda _: None)

    result = assign(people, room, score, weight=load)

    assert result.objective == pytest.approx(by_scipy(score, load, room))
    assert (result.proof, result.proven) == ("solver on the reduced problem", True)
