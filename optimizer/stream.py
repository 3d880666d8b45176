"""Placing thousands of households one after the other, each where every hard rule still has room."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from optimizer.model import Bools, Charge, Floats, Ints
from optimizer.plan import EXACT, Plan, empty_plan, recount
from optimizer.program import Program, room_above

Choose = Callable[[int, Ints], int]
"""Takes a household and the plekken where it fits, and gives one of them."""


@dataclass(frozen=True, eq=False)
class GroupHomes:
    """The y cells of a housing group, cheapest first, with the hard rows that each of them uses.

    Attributes
    ----------
    rows, weights : ndarray
        Padded with the row past the last, which always has room [cell x most rows of a cell].
    """

    cells: Ints
    plek: Ints
    rows: Ints
    weights: Floats


def most_of_rows(program: Program) -> Floats:
    """Give the most that each row bears, priced room included [unit of the rule]."""
    return np.asarray(program.upper + room_above(program))


class Stream:
    """Knows the room left in every row; asks all plekken at once, so that a national quarter takes seconds."""

    def __init__(self, program: Program) -> None:
        self.program, self.plan = program, empty_plan(program)
        self.room = np.append(most_of_rows(program), np.inf)
        self.room[program.rows["link"]] = np.inf
        self._charges = [
            (charge, self._first_rows(name, charge))
            for name, charges in program.charges.items()
            for charge in charges
            if charge.layer == "x" and name != "link"
        ]
        self._homes = self._group_homes()

    def stand_at(self, plan: Plan) -> None:
        """Take the room that a plan uses."""
        self.plan = plan
        left = most_of_rows(self.program) - plan.activity
        left[self.program.rows["link"]] = np.inf
        self.room = np.append(left, np.inf)

    def _first_rows(self, name: str, charge: Charge) -> Ints:
        """Give the row of kind 0 at each plek; where the rule looks away, the row that always has room."""
        first = self.program.rows[name].start + charge.place * charge.load.shape[1]
        return np.where(charge.place >= 0, first, self.program.height)

    def _group_homes(self) -> list[GroupHomes]:
        """List the y cells of each housing group, cheapest first, with their hard rows."""
        program, fixed = self.program, self.program.fixed
        group = program.quarter.homes.offer_group[program.y.who]
        order = np.argsort(fixed.cost[: len(program.y)], kind="stable")
        return [self._padded(order[group[order] == g]) for g in range(len(program.quarter.people.kinds))]

    def _padded(self, cells: Ints) -> GroupHomes:
        """Lay the rows of some y columns side by side."""
        matrix = self.program.fixed.matrix
        indptr, indices, data = matrix.indptr, matrix.indices, matrix.data
        width = int((indptr[cells + 1] - indptr[cells]).max(initial=0))
        rows = np.full((len(cells), width), self.program.height)
        weights = np.zeros((len(cells), width))
        for at, cell in enumerate(cells):
            span = slice(indptr[cell], indptr[cell + 1])
            rows[at, : span.stop - span.start], weights[at, : span.stop - span.start] = indices[span], data[span]
        return GroupHomes(cells, self.program.y.plek[cells], rows, weights)

    def homes_left(self, household: int) -> Ints:
        """Give the cheapest y cell with a home left for a household at each plek, -1 where there is none."""
        homes = self._homes[int(self.program.quarter.people.group[household])]
        left = np.flatnonzero((self.room[homes.rows] + EXACT >= homes.weights).all(axis=1))[::-1]
        out = np.full(self.program.quarter.plekken.count, -1)
        out[homes.plek[left]] = homes.cells[left]
        return out

    def room_for(self, household: int) -> Bools:
        """Say at which plekken every rule on households still has room for one more [plek]."""
        open_: Bools = self.program.allowed[household].copy()
        for charge, first in self._charges:
            span = slice(charge.load.indptr[household], charge.load.indptr[household + 1])
            for kind, load in zip(charge.load.indices[span], charge.load.data[span], strict=True):
                rate = 1.0 if charge.rate is None else charge.rate
                need = load * (rate if np.ndim(rate) < 2 else np.asarray(rate)[household])
                open_ &= self.room[np.where(first < self.program.height, first + kind, first)] + EXACT >= need
        return open_

    def room_elsewhere(self, household: int, plek: int) -> Bools:
        """Say at which plekken there is room for a household that leaves its own: what it uses there comes free."""
        self._use(household, plek, -1.0)
        open_ = self.room_for(household)
        self._use(household, plek, 1.0)
        return open_

    def _use(self, household: int, plek: int, times: float) -> None:
        """Take, or give back, what a household uses at a plek of every rule on households."""
        for charge, first in self._charges:
            if first[plek] < self.program.height:
                span = slice(charge.load.indptr[household], charge.load.indptr[household + 1])
                rate = 1.0 if charge.rate is None else charge.rate
                each = rate if np.ndim(rate) == 0 else np.asarray(rate)[(household, plek)[-np.ndim(rate) :]]
                self.room[first[plek] + charge.load.indices[span]] -= times * charge.load.data[span] * each

    def put(self, household: int, plek: int, home: int) -> None:
        """Write a placement and take its room."""
        self.plan.plek[household] = plek
        self.plan.homes[home] += 1
        self._use(household, plek, 1.0)
        matrix = self.program.fixed.matrix
        span = slice(matrix.indptr[home], matrix.indptr[home + 1])
        self.room[matrix.indices[span]] -= matrix.data[span]


def place_in_order(
    program: Program, order: Iterable[int], choose: Choose, may: Callable[[int, Ints], Bools] | None = None
) -> Plan:
    """Place households in an order, each at the plek that ``choose`` gives among those where it fits.

    Parameters
    ----------
    may : callable, optional
        Takes a household and the plekken where it fits, and says which of them may be chosen.

    Returns
    -------
    Plan
        Summed anew from every charge; who fits nowhere stays.
    """
    stream = Stream(program)
    for household in order:
        homes = stream.homes_left(household)
        free = np.flatnonzero(stream.room_for(household) & (homes >= 0))
        if may is not None and len(free):
            free = free[may(household, free)]
        if len(free):
            plek = choose(household, free)
            stream.put(household, plek, int(homes[plek]))
    return recount(program, stream.plan)
