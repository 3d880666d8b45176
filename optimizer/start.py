"""A first plan of whole households: follow the relaxation where it is sure, then fill what is left by urgency."""

import numpy as np

from optimizer.generation import Relaxation
from optimizer.model import Floats, Ints
from optimizer.plan import EXACT, NOWHERE, Plan, empty_plan
from optimizer.program import Cells, Program

SURE = 0.3
"""Least value of a cell in the relaxation that the first pass follows [1]."""


class Filler:
    """Places households one by one where every hard row still has room; the columns are laid out once."""

    def __init__(self, program: Program, duals: Floats) -> None:
        fixed, self.program = program.fixed, program
        self.cost = fixed.cost[: len(program.y)] - fixed.matrix[:, : len(program.y)].T @ duals
        self.columns = fixed.matrix
        room = np.zeros(program.height)
        for segment in program.segments:
            if segment.sign < 0:
                np.add.at(room, segment.row, segment.width)
        self.most = program.upper + room
        group = program.quarter.homes.offer_group[program.y.who]
        self.offers: dict[tuple[int, int], Ints] = {}
        order = np.lexsort((self.cost, program.y.plek, group))
        pairs = np.column_stack([group[order], program.y.plek[order]])
        starts = np.flatnonzero(np.any(np.diff(pairs, axis=0, prepend=-1) != 0, axis=1))
        for part in np.split(order, starts[1:]):
            self.offers[int(group[part[0]]), int(program.y.plek[part[0]])] = part

    def free_home(self, plan: Plan, group: int, plek: int) -> int:
        """Find the y cell of the cheapest home that is left for a group at a plek, or -1."""
        for cell in self.offers.get((group, plek), ()):
            span = slice(self.columns.indptr[cell], self.columns.indptr[cell + 1])
            rows, weights = self.columns.indices[span], self.columns.data[span]
            up = weights > 0
            if np.all(plan.activity[rows[up]] + weights[up] <= self.most[rows[up]] + EXACT):
                return int(cell)
        return -1

    def place(self, plan: Plan, household: int, plek: int) -> bool:
        """Place a household at a plek where it fits; say whether it did."""
        if not self.program.allowed[household, plek]:
            return False
        cell = Cells(np.array([household]), np.array([plek]))
        rows, _, weights = self.program.triples("x", cell)
        group = int(self.program.quarter.people.group[household])
        links = self.program.rows["link"]
        hard = (rows < links.start) | (rows >= links.stop)
        if np.any(plan.activity[rows[hard]] + weights[hard] > self.most[rows[hard]] + EXACT):
            return False
        home = self.free_home(plan, group, plek)
        if home < 0:
            return False
        plan.plek[household] = plek
        plan.homes[home] += 1
        plan.activity[rows] += weights
        span = slice(self.columns.indptr[home], self.columns.indptr[home + 1])
        plan.activity[self.columns.indices[span]] += self.columns.data[span]
        return True


def first_plan(program: Program, relaxation: Relaxation) -> Plan:
    """Round the relaxation: households in order of how sure their cell is, then again with any generated cell."""
    plan, filler = empty_plan(program), Filler(program, relaxation.duals)
    cells, x = relaxation.cells, relaxation.x
    order = np.lexsort((cells.plek, cells.who, -x))
    for at in order[x[order] >= SURE]:
        if plan.plek[cells.who[at]] == NOWHERE:
            filler.place(plan, int(cells.who[at]), int(cells.plek[at]))
    return plan
