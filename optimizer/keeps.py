"""Keep rows: earlier goals that a linear program may not worsen, and the bound that holds under them.

The dual of a keep row is the weight that the solver found for its goal: pricing every cell at those weights is the
pricing of any program, and what the ceilings are worth at them is taken off the bound.
"""

from dataclasses import replace
from math import fsum

import numpy as np
import scipy.sparse as sp

from optimizer.model import Floats, Keeps
from optimizer.pricing import Priced, price
from optimizer.program import Arrays, Cells, Program


def goal_columns(program: Program, goal: str, cells: Cells) -> Floats:
    """Give what each column of ``program.lp(cells)`` costs one goal [unit of the goal]."""
    segments = [s.price if s.goal == goal else np.zeros(len(s.row)) for s in program.segments]
    return np.concatenate([program.cost(goal, "x", cells), program.cost(goal, "y", program.y), *segments])


def kept_lp(program: Program, cells: Cells, keeps: Keeps) -> Arrays:
    """Assemble the linear program over some cells, with a row for every keep below the other rows."""
    arrays = program.lp(cells)
    if not keeps:
        return arrays
    rows = sp.csc_array(np.array([goal_columns(program, keep.goal, cells) for keep in keeps]))
    return replace(
        arrays,
        matrix=sp.csc_array(sp.vstack([arrays.matrix, rows], format="csc")),
        lower=np.concatenate([arrays.lower, np.full(len(keeps), -np.inf)]),
        upper=np.concatenate([arrays.upper, [keep.ceiling for keep in keeps]]),
    )


def weights(program: Program, duals: Floats, keeps: Keeps) -> dict[str, float]:
    """Give the weight of every goal: the rate of those minimised, and what the duals say of those kept."""
    found = zip(keeps, duals[program.height :], strict=True)
    return {**program.rates, **{keep.goal: max(-float(dual), 0.0) for keep, dual in found}}


def price_kept(program: Program, duals: Floats, keeps: Keeps) -> Priced:
    """Price all cells and prove a lower bound on the value of any plan that keeps the earlier goals.

    Holds for any duals: a plan within the ceilings has a weighted sum of at most its value plus weights x ceilings.
    """
    if not keeps:
        return price(program, duals)
    found = weights(program, duals, keeps)
    priced = price(replace(program, rates=found), duals[: program.height])
    return Priced(priced.bound - fsum(found[keep.goal] * keep.ceiling for keep in keeps), priced.entering)
