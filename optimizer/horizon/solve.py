"""A plan is solved: a linear program with a proved bound, whole homes from it, and the proved gap between the two."""

from dataclasses import dataclass, replace
from math import fsum

import numpy as np

from optimizer.highs import solve_lp
from optimizer.horizon.program import Planprogramma
from optimizer.model import Floats
from optimizer.program import Arrays

ROUNDING = 1e-6
"""What interior point leaves of a whole number [units]."""


@dataclass(frozen=True, eq=False)
class Opgelost:
    """A plan with whole homes, and what is proved of it.

    Attributes
    ----------
    columns : ndarray
        Values of the columns; what starts is whole.
    duals : ndarray
        Prices of the rows in the linear program [punten/unit].
    value : float
        What the plan weighs [punten].
    bound : float
        No plan weighs less, whole homes or not [punten].
    """

    columns: Floats
    duals: Floats
    value: float
    bound: float

    @property
    def gap(self) -> float:
        """Proved distance to the best plan there can be, as a part of the value [1]."""
        return (self.value - self.bound) / max(abs(self.value), 1e-9)


def solve_plan(program: Planprogramma) -> Opgelost:
    """Solve a plan, with whole homes to be added."""
    arrays = program.arrays
    loose = solve_lp(replace(arrays, integer=None))
    bound = proved(arrays, loose.duals)
    whole = _whole(program, loose.columns)
    if whole is None:
        return Opgelost(loose.columns, loose.duals, fsum(arrays.cost * loose.columns), bound)
    fixed = solve_lp(replace(whole, integer=None))
    columns = np.where(_starts(program), np.rint(fixed.columns), fixed.columns)
    return Opgelost(columns, loose.duals, fsum(arrays.cost * columns), bound)


def proved(arrays: Arrays, duals: Floats) -> float:
    """Prove a lower bound from any duals: every row is priced, and each column takes its cheaper end [punten].

    A dual that no finite bound supports is dropped; the sums are exact.
    """
    duals = np.where(np.isneginf(arrays.lower), np.minimum(duals, 0), duals)
    duals = np.where(np.isposinf(arrays.upper), np.maximum(duals, 0), duals)
    up, down = duals > 0, duals < 0
    left = np.minimum(arrays.cost - arrays.matrix.T @ duals, 0) * arrays.column_upper
    return fsum(duals[up] * arrays.lower[up]) + fsum(duals[down] * arrays.upper[down]) + fsum(left)


def _starts(program: Planprogramma) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    """Mark the columns that must be whole."""
    assert program.arrays.integer is not None
    return program.arrays.integer


def _whole(program: Planprogramma, columns: Floats) -> Arrays | None:
    """Fix what starts at whole numbers; None where nothing can.

    Each way to add homes is rounded in one row over kwartalen and places: what is cut off here comes back a little
    further on, so that totals stay, and no sum is rounded up: budgets hold.
    """
    blocks = [block for name, block in program.tableau.columns.items() if name.startswith("start_")]
    if not blocks:
        return None
    low, high = np.zeros(len(columns)), program.arrays.column_upper.copy()
    for block in blocks:
        upto = np.floor(np.cumsum(columns[block].ravel()) + ROUNDING)
        each = np.minimum(np.diff(upto, prepend=0.0), program.arrays.column_upper[block].ravel())
        low[block], high[block] = each.reshape(block.shape), each.reshape(block.shape)
    return replace(program.arrays, column_lower=low, column_upper=high)
