"""What a change of a few households would do to a fixed plan: every goal recounted, and whether it breaks a rule.

Many changes are counted at once, each against the same plan; no change is made.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from optimizer.model import Bools, Floats, Ints, Layer
from optimizer.plan import EXACT, NOWHERE, Plan
from optimizer.program import Cells, Program

NO_HOME = -1
"""No home is opened or closed: the household takes over the home of another."""


@dataclass(frozen=True, eq=False)
class Moves:
    """Steps of changes.

    Attributes
    ----------
    number : ndarray
        The change to which each step belongs [step].
    who, to : ndarray
        Household, and its new plek or NOWHERE [step].
    home_from, home_to : ndarray
        y cells of the home given back and of the home taken, or NO_HOME [step].
    """

    number: Ints
    who: Ints
    to: Ints
    home_from: Ints
    home_to: Ints


@dataclass(frozen=True, eq=False)
class Effect:
    """What each change does.

    Attributes
    ----------
    lawful : ndarray
        Whether the plan after it breaks no rule [change].
    change : dict
        Goal to the points added by it [change, punten].
    """

    lawful: Bools
    change: dict[str, Floats]

    @property
    def total(self) -> Floats:
        """Give the points added over all goals [change, punten]."""
        return np.asarray(np.sum(list(self.change.values()), axis=0))


def effect(program: Program, plan: Plan, moves: Moves, count: int) -> Effect:
    """Count what each of ``count`` changes would do to a plan."""
    change = {goal: np.zeros(count) for goal in program.rates}
    lawful = np.ones(count, bool)
    rows: list[Ints] = []
    weights: list[Floats] = []
    numbers: list[Ints] = []
    for layer, sign, cells, number in columns(program, plan, moves):
        row, column, weight = program.triples(layer, cells)
        rows.append(row)
        weights.append(sign * weight)
        numbers.append(number[column])
        for goal, rate in program.rates.items():
            change[goal] += np.bincount(number, sign * rate * program.cost(goal, layer, cells), count)
        if layer == "x" and sign > 0:
            lawful[number[~program.allowed[cells.who, cells.plek]]] = False
    keys = np.concatenate(numbers) * program.height + np.concatenate(rows)
    found, at = np.unique(keys, return_inverse=True)
    number, row = np.divmod(found, program.height)
    before = plan.activity[row]
    after = before + np.bincount(at, np.concatenate(weights), len(found))
    for sign, activity in ((-1.0, before), (1.0, after)):
        points, breach = row_points(program, row, activity)
        for goal, cost in points.items():
            change[goal] += sign * np.bincount(number, cost, count)
    lawful[number[breach > EXACT]] = False
    return Effect(lawful, change)


def columns(program: Program, plan: Plan, moves: Moves) -> Iterator[tuple[Layer, float, Cells, Ints]]:
    """List the cells that steps leave (-1) and take (+1) in each layer, with the change to which each belongs."""
    now = plan.plek[moves.who]
    for sign, plek in ((-1.0, now), (1.0, moves.to)):
        part = np.flatnonzero(plek != NOWHERE)
        yield "x", sign, Cells(moves.who[part], plek[part]), moves.number[part]
    for sign, home in ((-1.0, moves.home_from), (1.0, moves.home_to)):
        part = np.flatnonzero(home != NO_HOME)
        yield "y", sign, Cells(program.y.who[home[part]], program.y.plek[home[part]]), moves.number[part]


def row_points(program: Program, row: Ints, activity: Floats) -> tuple[dict[str, Floats], Floats]:
    """Price what rows sum to: points per goal, and what no segment can take [punten; unit of the rule]."""
    left = {1.0: np.maximum(program.lower[row] - activity, 0), -1.0: np.maximum(activity - program.upper[row], 0)}
    points: dict[str, Floats] = defaultdict(lambda: np.zeros(len(row)))
    for segment in program.segments:
        near = np.minimum(np.searchsorted(segment.row, row), len(segment.row) - 1)
        here = np.flatnonzero(segment.row[near] == row)
        at = near[here]
        part = np.minimum(left[segment.sign][here], segment.width[at])
        left[segment.sign][here] -= part
        points[segment.goal][here] += program.rates[segment.goal] * part * segment.price[at]
    return dict(points), left[1.0] + left[-1.0]


def home_cells(program: Program, plan: Plan) -> Ints:
    """Give the y cell of the home of each household, NO_HOME where it stays: the smallest first, by pseudonym."""
    homes, group = program.quarter.homes, program.quarter.people.group
    opened: dict[tuple[int, int], list[int]] = defaultdict(list)
    for cell in np.flatnonzero(plan.homes > 0):
        offer = program.y.who[cell]
        key = int(homes.offer_group[offer]), int(program.y.plek[cell])
        opened[key] += [int(cell)] * int(plan.homes[cell])
    for cells in opened.values():
        cells.sort(key=lambda cell: homes.types[homes.offer_type[program.y.who[cell]]][::-1])
    out = np.full(len(plan.plek), NO_HOME)
    for household in plan.placed.who:
        out[household] = opened[int(group[household]), int(plan.plek[household])].pop(0)
    return out
