"""Which goals one change of a plan leaves exactly as they are, and whether the plan after it keeps every rule."""

from collections import defaultdict
from dataclasses import dataclass, replace
from math import fsum

import numpy as np

from optimizer.model import Ints
from optimizer.moves import NO_HOME, Moves, columns, row_points
from optimizer.plan import EXACT, Plan, breaches, goal_values, recount
from optimizer.program import Program

SAME = 1e-9
"""Two counts of the same goal in another order differ by less, relative and absolute [1]."""


@dataclass(frozen=True, slots=True)
class Change:
    """A few households that go elsewhere at once, each with the home that it gives back and the one that it takes."""

    who: tuple[int, ...]
    to: tuple[int, ...]
    home_from: tuple[int, ...]
    home_to: tuple[int, ...]

    def moves(self) -> Moves:
        """Give the steps of the change."""
        parts = (np.array(part, np.int64) for part in (self.who, self.to, self.home_from, self.home_to))
        return Moves(np.zeros(len(self.who), np.int64), *parts)


def in_own_units(program: Program) -> Program:
    """Give the program with one point for a unit of every goal, so that no goal is left out."""
    return replace(program, rates=dict.fromkeys(program.rates, 1.0))


def moved_goals(program: Program, plan: Plan, change: Change) -> frozenset[str] | None:
    """Name the goals that a change moves off their value; None where the plan after it breaks a rule.

    Sums are exact: what is gained and lost is added without rounding, so that a goal is left alone to the last digit
    or counts as moved.

    Parameters
    ----------
    program : Program
        In own units.
    """
    terms: dict[str, list[float]] = {goal: [] for goal in program.rates}
    loads: defaultdict[int, list[float]] = defaultdict(list)
    for layer, sign, cells, _ in columns(program, plan, change.moves()):
        if layer == "x" and sign > 0 and not program.allowed[cells.who, cells.plek].all():
            return None
        row, _, weight = program.triples(layer, cells)
        for at, load in zip(row.tolist(), (sign * weight).tolist(), strict=True):
            loads[at].append(load)
        for goal in program.rates:
            terms[goal] += (sign * program.cost(goal, layer, cells)).tolist()
    moved = {row: total for row, loads_there in loads.items() if (total := fsum(loads_there))}
    rows = np.array(sorted(moved), np.int64)
    before = plan.activity[rows]
    after = before + np.array([moved[row] for row in rows.tolist()])
    for sign, activity in ((-1.0, before), (1.0, after)):
        points, breach = row_points(program, rows, activity)
        if sign > 0 and (breach > EXACT).any():
            return None
        for goal, cost in points.items():
            terms[goal] += (sign * cost).tolist()
    return frozenset(goal for goal, parts in terms.items() if fsum(parts))


def changed(program: Program, plan: Plan, change: Change) -> Plan:
    """Give the plan after a change, counted anew from every charge."""
    out = plan.copy()
    out.plek[list(change.who)] = change.to
    for cells, one in ((change.home_from, -1), (change.home_to, 1)):
        np.add.at(out.homes, [cell for cell in cells if cell != NO_HOME], one)
    return recount(program, out)


def check(program: Program, plan: Plan, change: Change, goals: tuple[str, ...]) -> None:
    """Count the whole plan after a change again, and refuse it where it is not as good for these goals.

    Raises
    ------
    ValueError
        The other plan breaks a rule, is no other plan, or has another value: a mistake of ours, never shown.
    """
    other = changed(program, plan, change)
    if (other.plek == plan.plek).all():
        raise ValueError("the other plan is the same plan")
    if found := breaches(program, other):
        raise ValueError(f"the other plan breaks {found[:5]}")
    ours, theirs = goal_values(program, plan), goal_values(program, other)
    for goal in goals:
        if abs(ours[goal] - theirs[goal]) > SAME * (1 + abs(ours[goal])):
            raise ValueError(f"the other plan has {theirs[goal]} for {goal}, not {ours[goal]}")


def free_homes(program: Program, plan: Plan) -> Ints:
    """List the y cells of which a home is left [y cell]."""
    stock, row = program.rows["home_stock"], program.fixed.matrix[:, : len(program.y)].tocoo()
    own = (row.row >= stock.start) & (row.row < stock.stop) & (row.data > 0)
    left = program.upper[row.row[own]] - plan.activity[row.row[own]]
    return np.unique(row.col[own][left >= 1 - EXACT]).astype(np.int64)
