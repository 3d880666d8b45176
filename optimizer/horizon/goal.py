"""A goal for a plan, as a sum of what falls short of it, and the sum of homes to add, each a row of the program."""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from optimizer.horizon.flows import flows
from optimizer.horizon.outlook import Outlook
from optimizer.horizon.program import Planprogramma, plan_program
from optimizer.horizon.tableau import Tableau
from optimizer.horizon.waiting import persons
from optimizer.model import NONE, Floats, Ints

Soort = Literal["weken14", "uitstroom"]
MET = 0.5
"""Less than this falls short of nothing: half a person is nobody [persons]."""


@dataclass(frozen=True, slots=True)
class Doel:
    """What a plan must reach.

    Attributes
    ----------
    soort : str
        ``weken14``: nobody waits longer than the kwartaal in which he came; ``uitstroom``: so many persons get a home.
    personen : float
        Persons that must get a home in each kwartaal, for ``uitstroom`` [persons].
    eerste, aantal : int
        First kwartaal of the plan, from 0, and kwartalen in a row; none: up to the last [kwartalen].
    """

    soort: Soort = "weken14"
    personen: float = 0.0
    eerste: int = 0
    aantal: int | None = None

    def kwartalen(self, count: int) -> range:
        """Give the kwartalen in which it must be reached."""
        return range(self.eerste, count if self.aantal is None else self.eerste + self.aantal)


@dataclass(frozen=True, eq=False)
class Doelprogramma:
    """The program of a plan with a goal.

    Attributes
    ----------
    short, homes : ndarray
        Persons short, and homes, in one unit of each column [persons/unit, homes/unit].
    short_row, homes_row : int
        Rows that hold their sums.
    """

    plan: Planprogramma
    doel: Doel
    short: Floats
    homes: Floats
    short_row: int
    homes_row: int


def goal_program(look: Outlook, doel: Doel) -> Doelprogramma:
    """Write the program of a plan, and the sums that a goal asks about."""
    made = plan_program(look)
    tableau, at = made.tableau, list(doel.kwartalen(look.count))
    columns, each = _late(tableau, look, at) if doel.soort == "weken14" else _outflow(tableau, doel, at)
    short_row, homes_row = (int(tableau.add_rows(name, (1,), -NONE, NONE)[0]) for name in ("short", "to_add"))
    tableau.put(np.full(columns.shape, short_row), columns, each)
    for way in look.measures:
        start = tableau.columns[f"start_{way.kind.naam}"]
        tableau.put(np.full(start.shape, homes_row), start, float(way.kind.gives))
    arrays = tableau.arrays()
    rows = arrays.matrix.tocsr()[[short_row, homes_row]].toarray()
    plan = replace(made, arrays=arrays)
    return Doelprogramma(plan, doel, rows[0], rows[1], short_row, homes_row)


def _late(tableau: Tableau, look: Outlook, at: list[int]) -> tuple[Ints, Floats]:
    """Give the columns of who waits longer than a kwartaal, and the persons in each."""
    columns = tableau.columns["late"][at]
    return columns, np.broadcast_to(persons(look), columns.shape)


def _outflow(tableau: Tableau, doel: Doel, at: list[int]) -> tuple[Ints, Floats]:
    """Add what is missing of the outflow that was asked [persons]."""
    missing = tableau.add_columns("missing", (len(at),), 0.0, doel.personen)
    rows = tableau.add_rows("outflow", (len(at),), doel.personen, NONE)
    tableau.put(rows, missing, 1.0)
    tableau.put(rows, tableau.columns["total"][at], 1.0)
    return missing, np.ones(missing.shape)


def recount(program: Doelprogramma, columns: Floats) -> Floats:
    """Count again what falls short, by kwartaal of the plan, from who waits, came and was housed [persons]."""
    look, doel = program.plan.look, program.doel
    found, short = flows(program.plan, columns), np.zeros(look.count)
    for t in doel.kwartalen(look.count):
        if doel.soort == "weken14":
            short[t] = np.maximum(found.waiting[t] - found.inflow[t], 0) @ persons(look)
        else:
            short[t] = max(doel.personen - float(found.housed[t] @ persons(look)), 0)
    return short
