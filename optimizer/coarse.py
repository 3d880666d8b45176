"""First duals for a large quarter: a small program in which one household stands for several that load alike.

The duals only choose which cells the first program over real households holds; no bound and no plan rests on them.
"""

from dataclasses import dataclass, replace

import numpy as np
import scipy.sparse as sp

from optimizer.highs import LADDER, Options, solve_lp
from optimizer.model import Bools, Charge, Floats, Ints
from optimizer.pricing import BLOCK, clip, reduced_costs
from optimizer.program import Arrays, Cells, Program

SIZE = 8
"""Households for which one stands [households]."""
ROUNDS = 3
"""Times that the small program is solved [rounds]."""
FIRST, SPARE, ENTERING = 10, 2, 10
"""Cheapest cells of each standing household, those per (group, plek), and those that may enter per round [cells]."""
LOOSE: Options = {"solver": "ipx", "run_crossover": "off", "ipm_optimality_tolerance": 1e-3}
"""These duals need not be sharp."""


@dataclass(frozen=True, eq=False)
class Cohorts:
    """Groups of households that load alike, and the one that stands for each.

    Attributes
    ----------
    standing : ndarray
        The household that stands for each cohort [household].
    count : ndarray
        Households in each [households].
    merge : csr_array
        Adds up the rows that households have of their own, cohort by cohort [small row x row].
    charges : dict
        The x charges of the standing households.
    """

    standing: Ints
    count: Floats
    merge: sp.csr_array
    charges: dict[str, tuple[Charge, ...]]


def is_own(charge: Charge, households: int) -> bool:
    """Say whether a charge gives every household a row of its own.

    >>> is_own(Charge("x", sp.csr_array(np.eye(3)), np.zeros(1, np.int64)), 3)
    True
    """
    return charge.layer == "x" and charge.load.shape[1] == households and bool((np.diff(charge.load.indptr) == 1).all())


def own_rules(program: Program) -> list[str]:
    """Name the rules with a row for every household, *placement* first of all."""
    count = program.quarter.people.count
    return [name for name, charges in program.charges.items() if any(is_own(c, count) for c in charges)]


def all_costs(program: Program, duals: Floats) -> Floats:
    """Give the reduced cost of every x cell, +inf where it does not exist [household x plek, punten]."""
    count = program.quarter.people.count
    return np.concatenate([reduced_costs(program, duals, slice(k, k + BLOCK)) for k in range(0, count, BLOCK)])


def cohorts(program: Program, costs: Floats, size: int = SIZE) -> Cohorts:
    """Sort the households by what they load and where they go most cheaply, and let one of every few stand for them."""
    own, count = own_rules(program), program.quarter.people.count
    shared = {name: tuple(c for c in cs if c.layer == "x") for name, cs in program.charges.items() if name not in own}
    loads = [c.load.toarray() for charges in shared.values() for c in charges]
    keys = [column for load in loads for column in load.T]
    order = np.lexsort([np.argmin(costs, axis=1), *keys[::-1]])
    label = np.empty(count, np.int64)
    label[order] = np.arange(count) // size
    members = np.bincount(label).astype(float)
    standing = order[np.minimum(np.arange(len(members)) * size + size // 2, count - 1)]
    target = np.arange(program.height)
    for name in own:
        target[program.rows[name]] = program.rows[name].start + label
    _, target = np.unique(target, return_inverse=True)
    merge = sp.csr_array((np.ones(len(target)), (target, np.arange(len(target)))))
    charges = {
        name: tuple(_of(c, standing) for c in cs if c.layer == "x") for name, cs in program.charges.items() if cs
    }
    return Cohorts(standing, members, merge, charges)


def _of(charge: Charge, standing: Ints) -> Charge:
    """Keep the rows of the standing households."""
    rate = charge.rate if charge.rate is None or charge.rate.ndim == 1 else charge.rate[standing]
    return replace(charge, load=sp.csr_array(charge.load[standing]), rate=rate)


def coarse_duals(program: Program, size: int = SIZE, rounds: int = ROUNDS) -> Floats:
    """Solve the small program by generation and give its duals on every row of the program [punten/unit]."""
    every = all_costs(program, np.zeros(program.height))
    small = cohorts(program, every, size)
    taken = _first(program, small, every[small.standing])
    cost, duals = every[small.standing], np.zeros(program.height)
    allowed = program.allowed[small.standing]
    for _ in range(rounds):
        now = Cells(*np.nonzero(taken))
        solution = solve_lp(_arrays(program, small, now, cost[now.who, now.plek]), (LOOSE, *LADDER[1:]))
        duals = clip(small.merge.T @ solution.duals, program)
        left = all_costs(program, duals)[small.standing]
        taken |= cheapest(left, ENTERING) & allowed & (left < 0)
    return complete(program, duals)


def cheapest(costs: Floats, few: int) -> Bools:
    """Mark the few cheapest cells of each row."""
    marked = np.zeros(costs.shape, bool)
    best = np.argpartition(costs, min(few, costs.shape[1]) - 1, axis=1)[:, :few]
    np.put_along_axis(marked, best, values=True, axis=1)
    return marked


def _first(program: Program, small: Cohorts, cost: Floats) -> Bools:
    """Mark the cheapest cells of every standing household, and a few of each group at every plek."""
    marked, group = cheapest(cost, FIRST), program.quarter.people.group[small.standing]
    least = cost.min(axis=1, keepdims=True)
    above = cost - np.where(np.isfinite(least), least, 0)
    for g in np.unique(group):
        members = np.flatnonzero(group == g)
        order = np.argsort(above[members], axis=0, kind="stable")[:SPARE]
        marked[members[order], np.arange(cost.shape[1])] = True
    return marked & program.allowed[small.standing]


def _arrays(program: Program, small: Cohorts, cells: Cells, cost: Floats) -> Arrays:
    """Assemble the small program: a column is worth every household for which one stands."""
    parts = [
        (t.row + program.rows[name].start, t.column, t.weight)
        for name, charges in small.charges.items()
        for charge in charges
        for t in (charge.coefficients(cells.who, cells.plek),)
    ]
    row, column, weight = (np.concatenate(part) for part in zip(*parts, strict=True))
    x = sp.csc_array((weight, (row, column)), shape=(program.height, len(cells)))
    fixed, width = program.fixed, program.fixed.column_upper.copy()
    width[: len(program.y)] += 1
    return Arrays(
        sp.csc_array(small.merge @ sp.hstack([x, fixed.matrix], format="csc")),
        np.concatenate([cost, fixed.cost]),
        small.merge @ program.lower,
        small.merge @ program.upper,
        np.concatenate([small.count[cells.who], width]),
    )


def complete(program: Program, duals: Floats) -> Floats:
    """Give duals with nothing on the households' own rows, and each (plek, group) at the price of its cheapest home.

    A pair that no cell of the small program reaches has an arbitrary dual; what a home there costs is what its home
    columns cost, their rows included.
    """
    link, count = program.rows["link"], len(program.y)
    out = duals.copy()
    for name in own_rules(program):
        out[program.rows[name]] = 0
    out[link] = 0
    homes = program.fixed.matrix[:, :count]
    cost = program.fixed.cost[:count] - homes.T @ out
    taken = sp.coo_array(homes[link])
    price = np.full(link.stop - link.start, -np.inf)
    np.maximum.at(price, taken.row, cost[taken.col] / taken.data)
    out[link] = np.where(np.isfinite(price), price, 0)
    return out
