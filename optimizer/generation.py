"""The linear program over all cells, by column generation: solve over some, price all, add those that pay."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from optimizer.clock import Clock, Progress, no_progress
from optimizer.coarse import cheapest, coarse_duals
from optimizer.compact import compact, solve
from optimizer.highs import solve_lp
from optimizer.keeps import kept_lp, price_kept
from optimizer.model import Bools, Floats, Keeps
from optimizer.pricing import BLOCK, ENTERING, clip, reduced_costs
from optimizer.program import Cells, Program

PER_HOUSEHOLD = 8
"""Cheapest cells of each household that the first program holds [cells]."""
SPARE = 3
"""Candidates for a (group, plek) beyond twice its homes; a pair without candidates has an arbitrary dual [cells]."""
RIVALS = 3
"""Cells per (group, plek) and block of households that may enter in a round, beside those of each household [cells]."""
LARGE = 500_000
"""A program of more cells is seeded with the duals of a small one [cells]."""
MOST_ROUNDS = 60
"""Rounds after which generation gives up [rounds]; a handful is usual."""


@dataclass(frozen=True, eq=False)
class Relaxation:
    """The optimum of the linear program over all cells, with its proof.

    Attributes
    ----------
    value : float
        Value over the generated cells [punten].
    bound : float
        Bound over all cells [punten].
    duals : ndarray
        Duals that gave the bound, those of keep rows last [punten/unit].
    cells, x : Cells, ndarray
        Generated cells and their values [1].
    """

    value: float
    bound: float
    duals: Floats
    cells: Cells
    x: Floats
    rounds: int


def seed_cells(
    program: Program, per_household: int = PER_HOUSEHOLD, spare: int = SPARE, duals: Floats | None = None
) -> Cells:
    """Choose first cells: the cheapest of each household and, per (group, plek), candidates for every home.

    Cheap is what the goals charge, and with ``duals`` what the rows of the cell charge too.
    """
    quarter = program.quarter
    chosen = np.zeros_like(program.allowed)
    homes = np.zeros((len(quarter.people.kinds), quarter.plekken.count))
    np.add.at(homes, quarter.homes.offer_group, quarter.homes.open_homes)
    regret = _regret(program, chosen, per_household, np.zeros(program.height) if duals is None else duals)
    for group in range(len(quarter.people.kinds)):
        members = np.flatnonzero(quarter.people.group == group)
        order = np.argsort(regret[members], axis=0, kind="stable")
        most = np.minimum(2 * homes[group] + spare, len(members)).astype(int)
        for plek in np.flatnonzero(homes[group]):
            chosen[members[order[: most[plek], plek]], plek] = True
    return Cells(*np.nonzero(chosen & program.allowed))


def _regret(program: Program, chosen: Bools, few: int, duals: Floats) -> NDArray[np.float32]:
    """Give what a cell costs above the household's cheapest, less its urgency; mark the few cheapest in ``chosen``."""
    out: NDArray[np.float32] = np.empty(program.allowed.shape, np.float32)
    urgency = next(s for s in program.segments if s.goal == "uitstroom").price
    stay = program.rates["uitstroom"] * urgency
    for first in range(0, len(out), BLOCK):
        block = slice(first, first + BLOCK)
        cost = reduced_costs(program, duals, block)
        chosen[block] |= cheapest(cost, few)
        least = np.minimum(cost.min(axis=1), stay[block]) if duals.any() else cost.min(axis=1)
        least = np.where(np.isfinite(least), least, 0)
        out[block] = cost - least[:, None] - 1e-3 * urgency[block, None]
    return out


def rivals(program: Program, duals: Floats, taken: Bools, few: int = RIVALS) -> Bools:
    """Mark for each (group, plek) the few cheapest cells that are not in the program and would enter.

    A home with one candidate has an arbitrary price: rent moves freely between the home and that household, and the
    bound falls by what it moves. Rivals fix the price.
    """
    duals, group = clip(duals, program), program.quarter.people.group
    marked = np.zeros_like(taken)
    for first in range(0, len(taken), BLOCK):
        block = slice(first, first + BLOCK)
        costs = np.where(taken[block], np.inf, reduced_costs(program, duals, block))
        for g in np.unique(group[block]):
            members = np.flatnonzero(group[block] == g)
            best = cheapest(costs[members].T, few).T
            marked[first + members] |= best & (costs[members] < ENTERING)
    return marked


def _start(program: Program) -> Cells:
    """Seed by cost, and a large program by the duals of a small one: its rows are worth more than its costs."""
    large = int(program.allowed.sum()) > LARGE
    return seed_cells(program, duals=coarse_duals(program)) if large else seed_cells(program)


def generate(
    program: Program,
    gap: float,
    clock: Clock,
    cells: Cells | None = None,
    progress: Progress = no_progress,
    keeps: Keeps = (),
) -> Relaxation:
    """Solve over all cells until the bound meets the value within a relative gap [1], or the clock says stop.

    With keeps, ``cells`` must hold a plan that respects them, whole or not; else there is nothing to price from.
    """
    taken = np.zeros_like(program.allowed)
    start = _start(program) if cells is None else cells
    taken[start.who, start.plek] = True
    found, best, duals = compact(program), -np.inf, np.zeros(program.height + len(keeps))
    for rounds in range(1, MOST_ROUNDS + 1):
        now = Cells(*np.nonzero(taken))
        solution = solve_lp(kept_lp(program, now, keeps)) if keeps else solve(program, found, now)
        priced = price_kept(program, solution.duals, keeps)
        if priced.bound > best:
            best, duals = priced.bound, solution.duals
        new = ~taken[priced.entering.who, priced.entering.plek]
        progress("lp_round", round=rounds, value=solution.value, bound=max(best, 0.0), columns=len(now))
        met = solution.value - best <= gap * max(1.0, abs(solution.value))
        if met or not new.any() or not clock.left():
            break
        taken[priced.entering.who[new], priced.entering.plek[new]] = True
        if not keeps:
            taken |= rivals(program, solution.duals, taken)
    return Relaxation(solution.value, best, duals, now, solution.columns[: len(now)], rounds)
