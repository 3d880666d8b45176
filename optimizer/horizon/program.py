"""The program of a plan: every block of columns and rows, in one fixed order."""

from dataclasses import dataclass

import numpy as np

from optimizer.horizon.cells import Cells, cells
from optimizer.horizon.homes import add_homes
from optimizer.horizon.outlook import Outlook
from optimizer.horizon.services import add_services, tableau_most
from optimizer.horizon.spread import add_spread
from optimizer.horizon.tableau import Tableau
from optimizer.horizon.waiting import add_waiting
from optimizer.model import NONE, Floats
from optimizer.program import Arrays

MILLION = 1_000_000
"""Euro's in a million [euro]."""


@dataclass(frozen=True, eq=False)
class Planprogramma:
    """The program of a plan, with the cells and blocks that its columns are."""

    look: Outlook
    cells: Cells
    tableau: Tableau
    arrays: Arrays

    def values(self, block: str, columns: Floats) -> Floats:
        """Give the values of a block of columns, in its shape; zeros of no shape where there is no such block."""
        at = self.tableau.columns.get(block)
        return np.zeros(()) if at is None else columns[at]


def plan_program(look: Outlook) -> Planprogramma:
    """Write the program of a plan."""
    found, tableau = cells(look), Tableau()
    tableau.add_columns("x", (len(found),), found.cost, tableau_most(look))
    add_homes(tableau, look, found)
    add_waiting(tableau, look, found)
    add_services(tableau, look, found)
    add_spread(tableau, look, found)
    _budget(tableau, look)
    return Planprogramma(look, found, tableau, tableau.arrays())


def _budget(tableau: Tableau, look: Outlook) -> None:
    """Keep what the SFT pays below its budget [euro]; the least that any kwartaal names."""
    paid = [way for way in look.measures if way.kind.sft]
    if not paid:
        return
    each = look.quarter.parameter("geld.sft_woning") + look.quarter.parameter("geld.sft_beheer")
    most = float(look.series["budget.sft_miljoen"].min()) * MILLION
    row = tableau.add_rows("sft", (1,), -NONE, most)
    for way in paid:
        tableau.put(row, tableau.columns[f"start_{way.kind.naam}"], each * way.kind.gives)
