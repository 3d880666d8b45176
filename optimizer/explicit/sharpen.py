"""Multipliers that raise the knapsack bound, and the pairs that it rules out against the best plan known."""

from dataclasses import dataclass, replace
from math import fsum

import numpy as np

from optimizer.clock import Clock
from optimizer.explicit.best import Best
from optimizer.explicit.bound import ROUNDING, Priced, rounded
from optimizer.explicit.knapsack import Filled, Knapsacks, fill, forced
from optimizer.explicit.problem import Problem
from optimizer.explicit.units import NEAR
from optimizer.model import Bools, Floats

PATIENCE = 12
"""Steps without a higher bound after which steps are halved [steps]."""
AHEAD = 2e-3
"""How far above the bound a step aims at most, relative; a poor plan would make steps too long [1]."""
SHORTEST = 5e-3
"""Length of a step, relative to Polyak's, below which the multipliers have settled [1]."""


@dataclass(frozen=True, eq=False)
class Sharp:
    """A knapsack bound with the multipliers that give it.

    Attributes
    ----------
    bound : float
        No plan is below it [units].
    worth : ndarray
        Multiplier of each household's placement [units].
    """

    bound: float
    worth: Floats


def _base(problem: Problem, priced: Priced) -> tuple[Floats, float]:
    """Give the cost of every pair with the other rows priced, and what those prices are worth [units]."""
    duals = priced.duals.copy()
    persons = slice(0, int(problem.starts[1]))
    duals[persons] = np.maximum(duals[persons], 0)
    up, down = duals > 0, duals < 0
    return problem.reduced(duals), fsum(duals[up] * problem.lower[up]) + fsum(duals[down] * problem.room()[down])


def evaluate(problem: Problem, sacks: Knapsacks, cost: Floats, fixed: float, worth: Floats) -> tuple[float, Filled]:
    """Give the bound at some multipliers [units], and the content of every place."""
    filled = fill(sacks, worth[:, None] - cost)
    return fixed + fsum(worth) + fsum(np.minimum(problem.stay - worth, 0)) - fsum(filled.gain), filled


def pinned(problem: Problem, cost: Floats, worth: Floats) -> Floats:
    """Raise the multiplier of who has one place left and must go there, so that the knapsack holds the household."""
    open_ = np.isfinite(cost)
    single = (open_.sum(axis=1) == 1) & np.isinf(problem.stay)
    if not single.any():
        return worth
    known = cost[open_]
    high = len(cost) * (float(known.max()) - float(known.min()) + 1.0)
    return np.where(single, np.where(open_, cost, 0.0).sum(axis=1) + high, worth)


def sharpen(
    problem: Problem, sacks: Knapsacks, priced: Priced, worth: Floats, best: Best, steps: int, clock: Clock
) -> Sharp:
    """Raise the bound by subgradient steps, until it meets the best plan or settles."""
    cost, fixed = _base(problem, priced)
    now = pinned(problem, cost, worth)
    high, at, length, idle = -np.inf, now, 1.0, 0
    for _ in range(steps):
        bound, filled = evaluate(problem, sacks, cost, fixed, now)
        idle = 0 if bound > high else idle + 1
        if bound > high:
            high, at = bound, now
        lack = 1.0 - filled.inside.sum(axis=1) - (now > problem.stay)
        size = float(lack @ lack)
        best.wish(filled.inside, now=size == 0)
        if shut(problem, high, best.goal) or size == 0 or length < SHORTEST or not clock.left():
            break
        if idle >= PATIENCE:
            length, idle, now = length / 2, 0, at
            continue
        now = (
            now
            + length
            * max(min(best.goal, high + AHEAD * max(1.0, abs(high))) - bound, NEAR * max(1.0, abs(bound)))
            / size
            * lack
        )
    return Sharp(high, at)


def losses(problem: Problem, sacks: Knapsacks, priced: Priced, sharp: Sharp) -> tuple[Floats, Floats]:
    """Give what the bound gains when a pair must be used, and when it may not be [units, household x place]."""
    cost, _ = _base(problem, priced)
    return forced(sacks, sharp.worth[:, None] - cost)


def ruled_out(problem: Problem, sacks: Knapsacks, priced: Priced, sharp: Sharp, upper: float) -> Problem:
    """Close what no plan better than ``upper`` uses: pairs, staying, and all else of a household held at a place."""
    loss_in, loss_out = losses(problem, sacks, priced, sharp)
    pairs = too_high(problem, sharp.bound + loss_in, upper)
    held: Bools = too_high(problem, sharp.bound + loss_out, upper) & np.isfinite(problem.cost)
    staying = too_high(problem, sharp.bound + problem.stay - np.minimum(sharp.worth, problem.stay), upper)
    kept: Bools = np.asarray(held.any(axis=1))
    return closed(problem, pairs | (kept[:, None] & ~held), staying | kept)


def too_high(problem: Problem, bound: Floats, upper: float) -> Bools:
    """Say where a bound leaves nothing better than ``upper``; whole costs leave nothing between whole values."""
    last = float(np.ceil(upper - 1e-6)) - 1 + ROUNDING if problem.whole else upper + NEAR * max(1.0, abs(upper))
    high: Bools = np.asarray(bound > last)
    return high


def shut(problem: Problem, bound: float, upper: float) -> bool:
    """Say whether a bound leaves nothing better than ``upper`` to a whole problem."""
    return bool(too_high(problem, np.array(bound), upper)) or rounded(problem, bound) >= upper


def closed(problem: Problem, pairs: Bools, staying: Bools) -> Problem:
    """Give the problem without some pairs and without staying for some households."""
    return replace(problem, cost=np.where(pairs, np.inf, problem.cost), stay=np.where(staying, np.inf, problem.stay))
