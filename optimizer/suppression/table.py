"""Counts of persons that are published side by side, and the sums that tie them together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import scipy.sparse as sp

from optimizer.model import Bools, Floats, Ints
from optimizer.suppression.rounding import Protection

Cell = tuple[str, str]
"""A count: its kind (gemeente, provincie, arbeidsmarktregio, land) and its code or name."""
LAND: Cell = ("land", "")
"""The sum over all gemeenten."""


@dataclass(frozen=True, eq=False)
class Table:
    """Counts and the relations between them.

    Attributes
    ----------
    cells : tuple of Cell
        What each count is of.
    counts : ndarray
        The true counts [persons].
    relations : csc_array
        Sums that anyone knows: ``relations @ counts == 0``; a total counts -1 in its row [relation x cell].
    lower, upper : ndarray
        What anyone knows of a count that stays hidden; the upper bound is finite [persons].
    cost : ndarray
        What hiding a count costs [gemeenten]; it never depends on the counts, or a pattern would tell the cheapest.
    must : ndarray
        Counts that stay hidden whatever their size, because they were hidden before.
    """

    cells: tuple[Cell, ...]
    counts: Ints
    relations: sp.csc_array
    lower: Ints
    upper: Ints
    cost: Floats
    must: Bools

    def hidden_first(self, protection: Protection) -> Bools:
        """Tell which counts are hidden for themselves: the small ones and those hidden before."""
        return self.must | protection.small(self.counts)

    def shown(self, protection: Protection) -> tuple[Ints, Ints]:
        """Give what anyone knows of each count once published; one that never is stays as while hidden [persons]."""
        low, high = protection.says(protection.rounded(self.counts))
        closed = self.hidden_first(protection)
        return (
            np.where(closed, self.lower, np.maximum(low, self.lower)),
            np.where(closed, self.upper, np.minimum(high, self.upper)),
        )

    def given(self, lower: Ints, upper: Ints, must: Bools) -> "Table":
        """Give the same table to a reader who knows more of its counts, with more of them hidden before [persons]."""
        return replace(
            self,
            lower=np.maximum(self.lower, lower),
            upper=np.minimum(self.upper, upper),
            must=self.must | must,
        )


def table_of_areas(
    codes: Sequence[str],
    areas: Sequence[tuple[str, Sequence[str]]],
    persons: Sequence[int],
    inhabitants: Sequence[int],
) -> Table:
    """Give the table of gemeenten, of each kind of area that divides them, and of all together.

    Parameters
    ----------
    areas : sequence of (kind, names)
        A kind of area and in which area of it each gemeente lies.
    persons : sequence of int
        Persons by gemeente [persons].
    inhabitants : sequence of int
        Inhabitants by gemeente: more persons than that nobody believes in [persons].

    Returns
    -------
    Table
        Hiding one gemeente more costs 1, of equally many the fewest inhabitants; hiding a total costs more than all
        gemeenten, hiding that of the country more than all other totals, so that each is a last resort.
    """
    names = [(kind, name) for kind, of in areas for name in sorted(set(of))]
    cells = (*(("gemeente", code) for code in codes), *names, LAND)
    at = {cell: n for n, cell in enumerate(cells)}
    parts = [(at[kind, name], column) for kind, of in areas for column, name in enumerate(of)]
    parts += [(at[LAND], column) for column in range(len(codes))]
    total, member = np.array(parts).T
    rows = total - len(codes)
    sums = sp.csr_array((np.ones(len(parts)), (rows, member)), shape=(len(names) + 1, len(codes)))
    everyone = np.asarray(inhabitants, np.int64)
    return Table(
        cells,
        _with_totals(sums, np.asarray(persons, np.int64)),
        sp.csc_array(sp.hstack([sums, -sp.eye_array(len(names) + 1)])),
        np.zeros(len(cells), np.int64),
        _with_totals(sums, everyone),
        _cost(everyone, len(names)),
        np.zeros(len(cells), bool),
    )


def _with_totals(sums: sp.csr_array, counts: Ints) -> Ints:
    """Put the totals behind the counts [persons]."""
    return np.concatenate([counts, np.rint(sums @ counts).astype(np.int64)])


def _cost(inhabitants: Ints, areas: int) -> Floats:
    """Give what hiding costs: gemeenten, then totals of areas, then that of the country [gemeenten]."""
    gemeenten = 1 + inhabitants / (inhabitants.sum() + 1)
    total = len(inhabitants) + 2
    return np.concatenate([gemeenten, np.full(areas, float(total)), [float(total * (areas + 1))]])
