"""A plan of whole households: where each goes, which homes open, what every row sums to, and what it costs."""

from dataclasses import dataclass
from math import fsum

import numpy as np

from optimizer.model import Floats, Ints
from optimizer.program import Cells, Program

NOWHERE = -1
"""Plek of a household that stays in reception."""
EXACT = 1e-6
"""Sums of whole numbers within this of a bound are on it [unit of the rule]."""


@dataclass(eq=False)
class Plan:
    """A plan that the search changes step by step.

    Attributes
    ----------
    plek : ndarray
        Plek of each household, or NOWHERE [household].
    homes : ndarray
        Homes opened in each y cell of the program [homes].
    activity : ndarray
        What every row sums to, segments left out [unit of the rule].
    """

    plek: Ints
    homes: Floats
    activity: Floats

    def copy(self) -> "Plan":
        """Give a plan of its own with the same content."""
        return Plan(self.plek.copy(), self.homes.copy(), self.activity.copy())

    @property
    def placed(self) -> Cells:
        """The x cells in use."""
        who = np.flatnonzero(self.plek >= 0)
        return Cells(who, self.plek[who])


def empty_plan(program: Program) -> Plan:
    """Leave everybody in reception."""
    return Plan(np.full(program.quarter.people.count, NOWHERE), np.zeros(len(program.y)), np.zeros(program.height))


def recount(program: Program, plan: Plan) -> Plan:
    """Give the plan with its activity summed anew from every charge."""
    activity = np.zeros(program.height)
    row, col, weight = program.triples("x", plan.placed)
    np.add.at(activity, row, weight)
    row, col, weight = program.triples("y", program.y)
    np.add.at(activity, row, weight * plan.homes[col])
    return Plan(plan.plek, plan.homes, activity)


def fill_segments(program: Program, activity: Floats) -> tuple[list[Floats], Floats]:
    """Fill the segments of every priced row, cheapest first.

    Returns
    -------
    list of ndarray, ndarray
        What each segment takes [unit of the rule], and what no segment could take: the breach of each row.
    """
    left = {
        1.0: np.maximum(program.lower - activity, 0),
        -1.0: np.maximum(activity - program.upper, 0),
    }
    taken = []
    for segment in program.segments:
        part = np.minimum(left[segment.sign][segment.row], segment.width)
        left[segment.sign][segment.row] -= part
        taken.append(part)
    return taken, left[1.0] + left[-1.0]


def goal_values(program: Program, plan: Plan) -> dict[str, float]:
    """Count every goal of a plan in its own unit; sums are exact, so that they do not depend on the processor."""
    taken, _ = fill_segments(program, plan.activity)
    values = {
        goal: fsum(program.cost(goal, "x", plan.placed)) + fsum(program.cost(goal, "y", program.y) * plan.homes)
        for goal in program.rates
    }
    for segment, part in zip(program.segments, taken, strict=True):
        values[segment.goal] += fsum(part * segment.price)
    return values


def objective(program: Program, plan: Plan) -> float:
    """Give the weighted sum of all goals of a plan, and the penalty of goals above their ceiling, if any [punten]."""
    values = goal_values(program, plan)
    above = sum(keep.penalty * max(values[keep.goal] - keep.ceiling, 0.0) for keep in program.keeps)
    return sum(program.rates[goal] * value for goal, value in values.items()) + above


def breaches(program: Program, plan: Plan) -> list[str]:
    """Name the rows that a plan breaks and the cells that it may not use; empty for a lawful plan."""
    _, left = fill_segments(program, plan.activity)
    names = program.row_names()
    found = [names[row] for row in np.flatnonzero(left > EXACT)]
    placed = plan.placed
    wrong = ~program.allowed[placed.who, placed.plek]
    return found + [program.quarter.people.ids[h] for h in placed.who[wrong]]
