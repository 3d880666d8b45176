"""The same linear program with fewer entries: what several rules count alike becomes a column of its own.

The share of a gemeente, of its provincie and arbeidsmarktregio, the change since the last kwartaal and the least
outflow all count the persons of an owner. Written out, each is one more entry in every column of the gemeente, and
interior point pays for them all. Here a free column per gemeente holds its persons, ``sum p x - P = 0``, and those
rules use ``P``. The duals of the rules are the same: those of the defining rows are sums of them, for ``P`` is free.
"""

from dataclasses import dataclass, replace

import numpy as np
import scipy.sparse as sp

from optimizer.highs import Solution, solve_lp
from optimizer.model import Charge, Floats, Ints
from optimizer.program import Arrays, Cells, Program

BASE = "share"
"""Rule whose rows count the persons of every owner."""


@dataclass(frozen=True, eq=False)
class Compact:
    """A program less the charges that follow from the rows of the base rule.

    Attributes
    ----------
    rest : Program
        The program with the other charges only; its rows are the same.
    base : Charge
        Who carries how much where [persons].
    columns : csc_array
        Coefficients of the persons of each area of the base rule in all rows [rows x area].
    """

    rest: Program
    base: Charge
    columns: sp.csc_array


def compact(program: Program) -> Compact | None:
    """Find the charges that count what the base rule counts; None where the program has no such rule."""
    if not program.charges.get(BASE):
        return None
    (base,) = program.charges[BASE]
    areas = len(program.bounds[BASE].areas)
    rows: list[Ints] = []
    columns: list[Ints] = []
    weights: list[Floats] = []
    rest: dict[str, tuple[Charge, ...]] = {}
    for name, charges in program.charges.items():
        kept = []
        for charge in charges:
            factor, wider = _multiple(charge, base), _wider(charge, base, areas)
            if factor is None or wider is None:
                kept.append(charge)
                continue
            area, kind = np.nonzero((wider >= 0)[:, None] & (factor != 0)[None, :])
            rows.append(program.rows[name].start + wider[area] * len(factor) + kind)
            columns.append(area)
            weights.append(factor[kind])
        rest[name] = tuple(kept)
    entries = (np.concatenate(weights), (np.concatenate(rows), np.concatenate(columns)))
    return Compact(replace(program, charges=rest), base, sp.csc_array(entries, shape=(program.height, areas)))


def _multiple(charge: Charge, base: Charge) -> Floats | None:
    """Give by how much each kind of a charge is a multiple of the base load; None where it is none."""
    if charge.layer != "x" or charge.rate is not None or charge.load.nnz != base.load.nnz * charge.load.shape[1]:
        return None
    one = base.load.toarray().ravel()
    first = int(np.argmax(one))
    load = charge.load.toarray()
    factor: Floats = load[first] / one[first]
    return factor if np.array_equal(load, one[:, None] * factor) else None


def _wider(charge: Charge, base: Charge, areas: int) -> Ints | None:
    """Give the area of a charge that each area of the base lies in; None where one lies in two."""
    wider = np.full(areas, -1)
    wider[base.place] = charge.place
    return wider if np.array_equal(wider[base.place], charge.place) else None


def lp(found: Compact, cells: Cells) -> Arrays:
    """Assemble the program over some x cells: their columns, the fixed ones, then the persons of each area."""
    plain = found.rest.lp(cells)
    row, column, weight = found.base.coefficients(cells.who, cells.plek)
    areas = found.columns.shape[1]
    define = sp.csc_array((weight, (row, column)), shape=(areas, plain.matrix.shape[1]))
    matrix = sp.block_array([[plain.matrix, found.columns], [define, -sp.eye_array(areas)]], format="csc")
    nothing, free = np.zeros(areas), np.full(areas, np.inf)
    return Arrays(
        sp.csc_array(matrix),
        np.concatenate([plain.cost, nothing]),
        np.concatenate([plain.lower, nothing]),
        np.concatenate([plain.upper, nothing]),
        np.concatenate([plain.column_upper, free]),
        column_lower=np.concatenate([np.zeros(len(plain.cost)), -free]),
    )


def solve(program: Program, found: Compact | None, cells: Cells) -> Solution:
    """Solve the program over some x cells; columns and duals are those of the program as it is written."""
    if found is None:
        return solve_lp(program.lp(cells))
    answer, height = solve_lp(lp(found, cells)), program.height
    width = len(answer.columns) - found.columns.shape[1]
    return Solution(answer.columns[:width], answer.duals[:height], answer.value, answer.optimal)
