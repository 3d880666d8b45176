"""The explicit entry against enumeration, against another model in scipy, and against itself on changed tables."""

import doctest
import itertools
import math
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from optimizer import assign
from optimizer.explicit import units

OBJECTIVES = ("score", "households_then_score", "persons_then_score")


def draw(seed, households, municipalities):
    """Draw tables; every second seed has dwellings, every third minima, scores with up to two decimals."""
    random = np.random.default_rng(seed)
    rows, columns = [f"h{k:02d}" for k in range(households)], [f"g{k}" for k in range(municipalities)]
    people = pd.DataFrame({"persons": random.integers(0, 5, households)}, rows)
    room = pd.DataFrame(
        {"capacity_persons": random.integers(0, 2 + 3 * households // municipalities, municipalities)}, columns
    )
    if seed % 2:
        people["min_dwelling_class"] = random.integers(1, 4, households)
        for kind in (1, 2, 3):
            room[f"dwellings_class_{kind}"] = random.integers(0, 1 + households // municipalities, municipalities)
    if seed % 3 == 0:
        room["minimum_persons"] = random.integers(0, 3, municipalities)
    score = pd.DataFrame(random.normal(3, 4, (households, municipalities)).round(seed % 3), rows, columns)
    return people, room, score.mask(random.random(score.shape) < 0.15)


def lawful(people, room, choice):
    """Check a choice of one municipality or None per household, dwelling by dwelling and person by person."""
    for g, row in room.iterrows():
        inside = [h for h, chosen in zip(people.index, choice, strict=True) if chosen == g]
        persons = sum(people.persons[h] for h in inside)
        if not row.get("minimum_persons", 0) <= persons <= row["capacity_persons"]:
            return False
        if "min_dwelling_class" in people:
            stock = [kind for kind in (1, 2, 3) for _ in range(int(row[f"dwellings_class_{kind}"]))]
            for need in sorted((people.min_dwelling_class[h] for h in inside), reverse=True):
                if not stock or stock.pop() < need:
                    return False
    return True


def enumerated(people, room, score, sense, objective, *, require_all):
    """Give the best (first level, score) of all choices, or None where there is none."""
    best = None
    for choice in itertools.product([None, *room.index], repeat=len(people)):
        pairs = [(h, g) for h, g in zip(people.index, choice, strict=True) if g is not None]
        if (require_all and None in choice) or any(math.isnan(score.loc[pair]) for pair in pairs):
            continue
        if not lawful(people, room, choice):
            continue
        total = math.fsum(score.loc[pair] for pair in pairs)
        first = {"score": 0, "households_then_score": len(pairs)}.get(
            objective, sum(people.persons[h] for h, _ in pairs)
        )
        key = (first, total if sense == "max" else -total)
        best = key if best is None else max(best, key)
    return best


@pytest.mark.parametrize("seed", range(24))
def test_small_cases_equal_the_best_of_all_choices(seed):
    case = draw(seed, 2 + seed % 4, 1 + seed % 3)
    sense, objective, require_all = ("max", "min")[seed // 2 % 2], OBJECTIVES[seed // 3 % 3], seed % 5 == 0

    result = assign(*case, sense=sense, objective=objective, require_all=require_all)

    best = enumerated(*case, sense, objective, require_all=require_all)
    if best is None:
        assert (result.status, result.proven) == ("infeasible", True)
        assert result.reason
        return
    assert result.objective == pytest.approx(best[1] if sense == "max" else -best[1], abs=1e-9)
    assert objective == "score" or result.levels[0].value == best[0]
    assert (result.status, result.gap, result.proof) == ("optimal", 0.0, "own bound")
    assert lawful(case[0], case[1], [None if pd.isna(g) else g for g in result.placements])


def by_scipy(people, room, score):
    """Maximise the score in scipy, with one column per household, municipality and class of dwelling."""
    kinds = (1, 2, 3)
    pairs = [
        (h, g, t)
        for h, g in itertools.product(people.index, room.index)
        if not math.isnan(score.loc[h, g])
        for t in kinds
        if t >= people.min_dwelling_class[h]
    ]
    rows = [[h == one for h, _, _ in pairs] for one in people.index]
    rows += [[people.persons[h] * (g == one) for h, g, _ in pairs] for one in room.index]
    rows += [[(g, t) == (one, kind) for _, g, t in pairs] for one in room.index for kind in kinds]
    upper = [1] * len(people) + list(room.capacity_persons)
    upper += [room.loc[g, f"dwellings_class_{t}"] for g in room.index for t in kinds]
    cost = [-score.loc[h, g] for h, g, _ in pairs]
    matrix = np.array(rows, float)
    answer = milp(
        cost, constraints=LinearConstraint(matrix, ub=upper), integrality=np.ones(len(cost)), bounds=Bounds(0, 1)
    )
    return -answer.fun


@pytest.mark.parametrize("seed", [1, 5, 7, 11])
def test_nested_rows_of_dwellings_give_the_same_optimum_as_a_column_per_class(seed):
    case = draw(seed, 18, 4)

    result = assign(*case)

    assert result.objective == pytest.approx(by_scipy(*case), abs=1e-6)
    assert (result.proven, result.proof) == (True, "own bound")


@pytest.mark.parametrize("seed", [2, 5])
def test_permuted_rows_and_columns_give_the_same_plan(seed):
    people, room, score = draw(seed, 25, 4)
    random = np.random.default_rng(seed)

    first = assign(people, room, score)
    again = assign(people.sample(frac=1, random_state=1), room.iloc[::-1], score.iloc[random.permutation(25), ::-1])

    assert again.objective == first.objective
    assert again.placements.sort_index().equals(first.placements.sort_index())


@pytest.mark.parametrize("factor", [2.0**-10, 0.5, 4.0, 2.0**20])
def test_scores_times_a_power_of_two_scale_the_objective(factor):
    people, room, score = draw(4, 20, 3)

    assert assign(people, room, score * factor).objective == assign(people, room, score).objective * factor


@pytest.mark.parametrize("seed", [2, 4, 8])
def test_one_more_municipality_is_never_worse(seed):
    people, room, score = draw(seed, 20, 4)

    fewer = assign(people, room.iloc[:3], score.iloc[:, :3])

    assert assign(people, room, score).objective >= fewer.objective


@pytest.mark.parametrize("kind", "ABCDE")
def test_the_published_classes_of_generalised_assignment_in_small(kind):
    """12 jobs, 3 agents: solved to proof, equal to scipy on the plain model."""
    random = np.random.default_rng(ord(kind))
    shape = (12, 3)
    load = random.integers(1, 101, shape) if kind == "D" else random.integers(5, 26, shape)
    cost = 111 - load + random.integers(-10, 11, shape) if kind == "D" else random.integers(10, 51, shape)
    if kind == "E":
        load = np.maximum(np.round(1 - 10 * np.log(1 - random.random(shape))), 1)
        cost = np.round(1000 / load - 10 * random.random(shape))
    room = np.floor(load.sum(axis=0) / 3 * {"A": 1.2, "B": 1.0}.get(kind, 0.85))
    rows, columns = [f"J{k:02d}" for k in range(12)], list("abc")
    once = np.kron(np.eye(12), np.ones(3))
    used = np.zeros((3, 36))
    for agent in range(3):
        used[agent, agent::3] = load[:, agent]
    rules = (LinearConstraint(once, 1, 1), LinearConstraint(used, ub=room))
    other = milp(cost.ravel(), constraints=rules, integrality=np.ones(36), bounds=Bounds(0, 1))

    result = assign(
        pd.DataFrame({"persons": 1}, rows),
        pd.DataFrame({"capacity_persons": room}, columns),
        pd.DataFrame(cost, rows, columns),
        weight=pd.DataFrame(load, rows, columns),
        sense="min",
        require_all=True,
    )

    assert result.objective == pytest.approx(other.fun)
    assert (result.bound, result.proof) == (result.objective, "own bound")


def test_the_examples_of_the_documentation_run():
    page = Path(__file__).resolve().parents[2] / "docs" / "assign.md"

    assert doctest.testfile(str(page), module_relative=False) == (0, 8)
    assert doctest.testmod(units).failed == 0
