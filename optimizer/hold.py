"""Keep rows in a part of the plan: what is above a ceiling is a column at a price, so that the start is feasible."""

from dataclasses import dataclass, replace

import numpy as np
import scipy.sparse as sp

from optimizer.model import Floats, Ints
from optimizer.plan import Plan, goal_values
from optimizer.program import Arrays, Cells, Program


@dataclass(frozen=True, eq=False)
class Columns:
    """The columns of a part: x cells, y cells of the program, and the entries of each segment that its rows touch."""

    cells: Cells
    homes: Ints
    touched: list[Ints]


def hold(program: Program, plan: Plan, columns: Columns, arrays: Arrays, start: Floats) -> tuple[Arrays, Floats]:
    """Add a row for every keep, less what the rest of the plan is worth, and a column for what is above the ceiling."""
    count, values = len(program.keeps), goal_values(program, plan)
    worth = np.array([_worth(program, keep.goal, columns) for keep in program.keeps])
    ceilings = np.array([keep.ceiling - values[keep.goal] for keep in program.keeps])
    room = ceilings + worth @ start
    above = sp.vstack([sp.csc_array((arrays.matrix.shape[0], count)), -sp.eye_array(count)], format="csc")
    below = sp.vstack([arrays.matrix, sp.csc_array(worth)], format="csc")
    excess = np.maximum(worth @ start - room, 0)
    return (
        replace(
            arrays,
            matrix=sp.csc_array(sp.hstack([below, above], format="csc")),
            cost=np.concatenate([arrays.cost, [keep.penalty for keep in program.keeps]]),
            lower=np.concatenate([arrays.lower, np.full(count, -np.inf)]),
            upper=np.concatenate([arrays.upper, room]),
            column_upper=np.concatenate([arrays.column_upper, np.full(count, np.inf)]),
            integer=None if arrays.integer is None else np.concatenate([arrays.integer, np.zeros(count, bool)]),
        ),
        np.concatenate([start, excess]),
    )


def _worth(program: Program, goal: str, columns: Columns) -> Floats:
    """Give what each column of the part costs one goal [unit of the goal]."""
    y = program.cost(goal, "y", program.y)[columns.homes]
    parts = zip(program.segments, columns.touched, strict=True)
    segments = [s.price[at] if s.goal == goal else np.zeros(len(at)) for s, at in parts]
    return np.concatenate([program.cost(goal, "x", columns.cells), y, *segments])
