"""A part of the plan solved again as a mixed-integer program, while the rest of the country stays as it is."""

from dataclasses import dataclass
from math import fsum

import numpy as np
import scipy.sparse as sp

from optimizer.highs import solve_milp
from optimizer.hold import Columns, hold
from optimizer.model import Bools, Floats, Ints
from optimizer.plan import NOWHERE, Plan, fill_segments, recount
from optimizer.program import Arrays, Cells, Program


@dataclass(frozen=True, eq=False)
class Part:
    """The columns of a neighbourhood, and its program with a feasible start.

    Attributes
    ----------
    households : ndarray
        Those that may move.
    cells, homes : Cells, ndarray
        x cells offered to them, and y cells (columns of the program) that may change.
    """

    households: Ints
    cells: Cells
    homes: Ints
    arrays: Arrays
    start: Floats


def cut_out(program: Program, plan: Plan, plekken: Ints, households: Ints, wanted: Bools) -> Part:
    """Free some plekken and households; everything else keeps what it uses.

    Parameters
    ----------
    wanted : ndarray
        Which cells of households x plekken to offer; the present cell always is.
    """
    inside = np.full(program.quarter.plekken.count + 1, -1)
    inside[plekken] = np.arange(len(plekken))
    wanted = wanted & program.allowed[np.ix_(households, plekken)]
    now = inside[plan.plek[households]]
    wanted[np.flatnonzero(now >= 0), now[now >= 0]] = True
    row, col = np.nonzero(wanted)
    cells = Cells(households[row], plekken[col])
    homes = np.flatnonzero(inside[program.y.plek] >= 0)
    x = program.matrix("x", cells)
    y = program.fixed.matrix[:, homes]
    first = np.concatenate([(now[row] == col).astype(float), plan.homes[homes]])
    columns = sp.csc_array(sp.hstack([x, y], format="csc"))
    return _assemble(program, plan, households, cells, homes, columns, first)


def _assemble(
    program: Program,
    plan: Plan,
    households: Ints,
    cells: Cells,
    homes: Ints,
    columns: sp.csc_array,
    first: Floats,
) -> Part:
    """Keep the rows that these columns touch, less what the rest uses, with the segments of those rows."""
    rows = np.unique(columns.indices)
    rest = (plan.activity - columns @ first)[rows]
    at = np.full(program.height, -1)
    at[rows] = np.arange(len(rows))
    taken, _ = fill_segments(program, plan.activity)
    touched = [np.flatnonzero(at[s.row] >= 0) for s in program.segments]
    seg_row = np.concatenate([at[s.row[k]] for s, k in zip(program.segments, touched, strict=True)])
    sign = np.concatenate([np.full(len(k), s.sign) for s, k in zip(program.segments, touched, strict=True)])
    width = np.concatenate([s.width[k] for s, k in zip(program.segments, touched, strict=True)])
    cost = np.concatenate([program.rates[s.goal] * s.price[k] for s, k in zip(program.segments, touched, strict=True)])
    filled = np.concatenate([t[k] for t, k in zip(taken, touched, strict=True)])
    segments = sp.csc_array((sign, (seg_row, np.arange(len(sign)))), shape=(len(rows), len(sign)))
    small = sp.csc_array((columns.data, at[columns.indices], columns.indptr), shape=(len(rows), columns.shape[1]))
    whole = columns.shape[1]
    arrays = Arrays(
        sp.csc_array(sp.hstack([small, segments], format="csc")),
        np.concatenate([program.weighted("x", cells), program.fixed.cost[homes], cost]),
        program.lower[rows] - rest,
        program.upper[rows] - rest,
        np.concatenate([np.ones(len(cells)), program.y_upper[homes], width]),
        np.arange(whole + len(sign)) < whole,
    )
    start = np.concatenate([first, filled])
    if program.keeps:
        arrays, start = hold(program, plan, Columns(cells, homes, touched), arrays, start)
    return Part(households, cells, homes, arrays, start)


def improve(part: Part, nodes: int, gap: float, seconds: float) -> Floats | None:
    """Give better columns for a part, or None where the search found none [1]."""
    before = fsum(part.arrays.cost * part.start)
    answer = solve_milp(part.arrays, part.start, nodes, gap, seconds)
    if answer is None or answer.value >= before - gap:
        return None
    return answer.columns


def apply(program: Program, plan: Plan, part: Part, columns: Floats) -> Plan:
    """Give the plan with what a part changed put in, and its activity summed anew.

    Only changes are written: another part of the same round may meanwhile have moved other households, or opened homes
    for another group at the same plek.
    """
    out, nx = plan.copy(), len(part.cells)
    ny = nx + len(part.homes)
    change = np.round(columns[:ny]) - np.round(part.start[:ny])
    gone, come = change[:nx] < 0, change[:nx] > 0
    out.plek[part.cells.who[gone]] = NOWHERE
    out.plek[part.cells.who[come]] = part.cells.plek[come]
    out.homes[part.homes] += change[nx:]
    return recount(program, out)
