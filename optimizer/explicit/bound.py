"""The bound over every pair, whatever a solver says: rows priced by their duals, one choice left per household."""

from dataclasses import dataclass, replace
from math import ceil, fsum

import numpy as np

from optimizer.clock import Clock
from optimizer.explicit.problem import Problem, program, row_scale
from optimizer.explicit.units import NEAR
from optimizer.highs import LADDER, SIMPLEX, solve_lp
from optimizer.model import Bools, Floats, Ints
from optimizer.program import Cells

SMALL = 60_000
"""Pairs up to which the linear program holds them all [pairs]; beyond, columns are generated."""
FIRST = 12
"""Cheapest pairs of each household that a generated program starts with [pairs]."""
ENTERING = 8
"""Pairs of each household that may enter per round [pairs]."""
MOST_ROUNDS = 60
"""Rounds after which generation gives up [rounds]."""
TIGHT = 1e-6
"""Relative gap between linear program and bound at which generation stops [1]."""

ROUNDING = 1e-5
"""What rounding errors may add to a bound on whole costs [units]."""


@dataclass(frozen=True, eq=False)
class Priced:
    """What pricing all pairs with some duals gives.

    Attributes
    ----------
    bound : float
        No plan is below it [units].
    regret : ndarray
        What using a pair adds to the bound [units, household x place].
    stay : ndarray
        What staying adds to it [units, household].
    """

    bound: float
    duals: Floats
    regret: Floats
    stay: Floats


def clip(duals: Floats, problem: Problem) -> Floats:
    """Drop dual signs that no finite bound supports, and prices above that of a shortfall."""
    duals = np.where(np.isneginf(problem.lower), np.minimum(duals, 0), duals)
    duals = np.where(np.isposinf(problem.upper), np.maximum(duals, 0), duals)
    return np.minimum(duals, 1.0) if problem.elastic else duals


def price(problem: Problem, duals: Floats) -> Priced:
    """Prove a lower bound over all pairs; holds for any duals. Sums are exact (fsum)."""
    duals = clip(duals, problem)
    up, down = duals > 0, duals < 0
    reduced = problem.reduced(duals)
    best = np.minimum(problem.stay, reduced.min(axis=1, initial=np.inf))
    value = fsum(duals[up] * problem.lower[up]) + fsum(duals[down] * problem.room()[down])
    total = value + fsum(best) if np.isfinite(best).all() else np.inf
    base = np.where(np.isfinite(best), best, 0.0)
    return Priced(total, duals, reduced - base[:, None], problem.stay - base)


def rounded(problem: Problem, bound: float) -> float:
    """Round a bound up where only whole values exist [units]."""
    if not problem.whole or not np.isfinite(bound):
        return bound
    return float(ceil(bound - ROUNDING - 1e-12 * abs(bound)))


@dataclass(frozen=True, eq=False)
class Relaxation:
    """The linear program over all pairs: its bound, and the values of the pairs it held [1]."""

    value: float
    priced: Priced
    cells: Cells
    x: Floats


def first_cells(problem: Problem) -> Cells:
    """Choose the pairs that generation starts with: the cheapest of each household and of each place."""
    n, m = problem.shape
    chosen = np.zeros((n, m), bool)
    few = min(FIRST, m)
    np.put_along_axis(chosen, np.argpartition(problem.cost, few - 1, axis=1)[:, :few], values=True, axis=1)
    with np.errstate(invalid="ignore"):
        above = problem.cost - problem.cost.min(axis=1, keepdims=True)
    most = min(2 * n // max(m, 1) + FIRST, n)
    near = np.argpartition(np.where(np.isfinite(above), above, np.inf), most - 1, axis=0)[:most]
    np.put_along_axis(chosen, near, values=True, axis=0)
    return Cells(*np.nonzero(chosen & np.isfinite(problem.cost)))


def entering(problem: Problem, priced: Priced, taken: Bools) -> Bools:
    """Mark the pairs of each household that beat the best that the program holds for it [household x place]."""
    held = np.minimum(priced.stay, np.where(taken, priced.regret, np.inf).min(axis=1, initial=np.inf))
    gain = np.where(taken, np.inf, priced.regret) - held[:, None]
    few = min(ENTERING, problem.shape[1])
    pays = np.argpartition(gain, few - 1, axis=1)[:, :few]
    new = np.zeros(problem.shape, bool)
    np.put_along_axis(new, pays, np.take_along_axis(gain, pays, 1) < -NEAR, axis=1)
    return new


def relax(problem: Problem, clock: Clock, place: Ints, tight: float = TIGHT) -> Relaxation:
    """Solve the linear program over all pairs, by generation where there are many; ``place`` is a first plan."""
    cells = Cells(*np.nonzero(np.isfinite(problem.cost)))
    small = len(cells) <= SMALL
    taken = np.zeros(problem.shape, bool)
    if not small:
        start, who = first_cells(problem), np.flatnonzero(place >= 0)
        taken[start.who, start.plek] = taken[who, place[who]] = True
        cells = Cells(*np.nonzero(taken))
    scale, height = row_scale(problem), len(problem.lower)
    spare = fsum(problem.stay[np.isfinite(problem.stay)])
    best = price(problem, np.zeros(height))
    for _ in range(MOST_ROUNDS):
        solution = solve_lp(replace(program(problem, cells), integer=None), (SIMPLEX, *LADDER) if small else LADDER)
        value, now = solution.value + spare, price(problem, solution.duals[:height] * scale)
        best = now if now.bound > best.bound else best
        if small or value - best.bound <= tight * max(1.0, abs(value)) or not clock.left():
            break
        new = entering(problem, now, taken)
        if not new.any():
            break
        taken |= new
        cells = Cells(*np.nonzero(taken))
    return Relaxation(value, best, cells, solution.columns[: len(cells)])
