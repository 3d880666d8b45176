"""Placing households one by one where every hard rule still has room, and saying which rule has none."""

from functools import cached_property

import numpy as np

from optimizer.generation import Relaxation
from optimizer.model import Floats, Ints
from optimizer.plan import EXACT, NOWHERE, Plan, empty_plan, objective
from optimizer.program import Cells, Program, room_above

SURE = 0.3
"""Least value of a cell in the relaxation that the first pass follows [1]."""
TRIES = 5
"""Plekken tried for a household that could still be placed [plekken]."""
FREE, NO_HOME_ON_OFFER, FORBIDDEN, NO_HOME_LEFT = "free", "no_home_on_offer", "forbidden", "home_stock"
"""Obstacles that are not the name of a rule with rows, and the one for homes."""


class Filler:
    """Knows what every row can still bear; the columns of homes are laid out once per housing group."""

    def __init__(self, program: Program, duals: Floats | None = None) -> None:
        fixed, count = program.fixed, len(program.y)
        self.program = program
        self.homes = fixed.matrix[:, :count].tocsc()
        self.home_cost = fixed.cost[:count] - (0 if duals is None else self.homes.T @ duals)
        self.most = program.upper + room_above(program)
        link = program.rows["link"]
        self.rule_of_row = np.full(program.height, -1)
        for number, rows in enumerate(program.rows.values()):
            self.rule_of_row[rows] = number
        self.hard = np.ones(program.height, bool)
        self.hard[link] = False

    @cached_property
    def group_homes(self) -> list[Ints]:
        """The y cells of each housing group, cheapest first."""
        group = self.program.quarter.homes.offer_group[self.program.y.who]
        order = np.argsort(self.home_cost, kind="stable")
        return [order[group[order] == g] for g in range(len(self.program.quarter.people.kinds))]

    def first_full(self, plan: Plan, cells: Ints) -> Ints:
        """Give the number of the first rule without room for a home of each y cell; past the last: all have room."""
        columns = self.homes[:, cells].tocoo()
        hard = self.hard[columns.row] & (columns.data > 0)
        row, column = columns.row[hard], columns.col[hard]
        full = plan.activity[row] + columns.data[hard] > self.most[row] + EXACT
        out = np.full(len(cells), len(self.program.rows))
        np.minimum.at(out, column[full], self.rule_of_row[row[full]])
        return out

    def free_homes(self, plan: Plan, group: int) -> Ints:
        """List the y cells of a group where a home is left, cheapest first."""
        cells = self.group_homes[group]
        free: Ints = cells[self.first_full(plan, cells) == len(self.program.rows)]
        return free

    def homes_left(self, plan: Plan, group: int) -> "np.ndarray[tuple[int], np.dtype[np.str_]]":
        """Say of each plek that a home is left (FREE), or name what its last homes lack: a home, or a rule [plek]."""
        cells, furthest = self.group_homes[group], np.full(self.program.quarter.plekken.count, -1)
        np.maximum.at(furthest, self.program.y.plek[cells], self.first_full(plan, cells))
        names: np.ndarray[tuple[int], np.dtype[np.str_]] = np.array([*self.program.rows, FREE, NO_HOME_LEFT])[furthest]
        return names

    def obstacles(self, plan: Plan, household: int) -> "np.ndarray[tuple[int], np.dtype[np.str_]]":
        """Name what keeps a household from each plek: the first of the rules in order, or FREE [plek]."""
        program, quarter = self.program, self.program.quarter
        every = np.arange(quarter.plekken.count)
        out = np.full(len(every), FREE, "<U24")
        uses = program.matrix("x", Cells(np.full(len(every), household), every)).tocoo()
        row, column, weight = uses.row, uses.col, uses.data
        full = self.hard[row] & (plan.activity[row] + weight > self.most[row] + EXACT)
        names = np.array(list(program.rows))
        order = np.argsort(-self.rule_of_row[row[full]], kind="stable")
        out[column[full][order]] = names[self.rule_of_row[row[full][order]]]
        homes = self.homes_left(plan, int(quarter.people.group[household]))
        out[homes != FREE] = homes[homes != FREE]
        out[~program.allowed[household] & (homes == FREE) & (out == FREE)] = FORBIDDEN
        out[~quarter.fits[household]] = NO_HOME_ON_OFFER
        return out

    def uses(self, household: int, plek: int) -> tuple[Ints, Floats]:
        """Give the rows that a placement uses, each once, and what it takes there [unit of the rule]."""
        column = self.program.matrix("x", Cells(np.array([household]), np.array([plek])))
        return column.indices.astype(np.int64), column.data.astype(np.float64)

    def place(self, plan: Plan, household: int, plek: int) -> bool:
        """Place a household at a plek where it fits, in the cheapest home left; say whether it did."""
        if not self.program.allowed[household, plek]:
            return False
        row, weight = self.uses(household, plek)
        if np.any(self.hard[row] & (plan.activity[row] + weight > self.most[row] + EXACT)):
            return False
        free = self.free_homes(plan, int(self.program.quarter.people.group[household]))
        here = free[self.program.y.plek[free] == plek]
        if not len(here):
            return False
        self.put(plan, household, plek, int(here[0]))
        return True

    def put(self, plan: Plan, household: int, plek: int, home: int) -> None:
        """Write a placement into the plan without asking."""
        row, weight = self.uses(household, plek)
        plan.plek[household] = plek
        plan.homes[home] += 1
        plan.activity[row] += weight
        span = slice(self.homes.indptr[home], self.homes.indptr[home + 1])
        plan.activity[self.homes.indices[span]] += self.homes.data[span]


def first_plan(program: Program, relaxation: Relaxation) -> Plan:
    """Round the relaxation: households in order of how sure their cell is."""
    plan, filler = empty_plan(program), Filler(program, relaxation.duals)
    cells, x = relaxation.cells, relaxation.x
    order = np.lexsort((cells.plek, cells.who, -x))
    for at in order[x[order] >= SURE]:
        if plan.plek[cells.who[at]] == NOWHERE:
            filler.place(plan, int(cells.who[at]), int(cells.plek[at]))
    return plan


def fill_up(program: Program, plan: Plan, regret: Floats) -> Plan:
    """Place who can still be placed at a gain, the most urgent first; every plek counts, generated or not."""
    filler, value = Filler(program), objective(program, plan)
    waiting = np.flatnonzero(plan.plek == NOWHERE)
    stay = next(s for s in program.segments if s.goal == "uitstroom" and s.sign > 0).price
    for household in waiting[np.argsort(-stay[waiting], kind="stable")]:
        free = np.flatnonzero(filler.obstacles(plan, int(household)) == FREE)
        for plek in free[np.argsort(regret[household, free], kind="stable")][:TRIES]:
            trial = plan.copy()
            if filler.place(trial, int(household), int(plek)) and objective(program, trial) < value:
                plan, value = trial, objective(program, trial)
                break
    return plan


def in_order_of_permit(program: Program) -> Plan:
    """Place households by date of permit, each at the nearest plek with room: the greedy baseline."""
    quarter, plan, filler = program.quarter, empty_plan(program), Filler(program)
    people, host = quarter.people, quarter.plekken.host
    for household in np.lexsort((np.array(people.ids), -people.weeks)):
        free = np.flatnonzero(filler.obstacles(plan, int(household)) == FREE)
        if len(free):
            distance = quarter.services.distance[people.location[household], host[free]]
            filler.place(plan, int(household), int(free[np.argmin(distance)]))
    return plan
