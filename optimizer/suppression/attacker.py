"""The attacker adds and subtracts what is published, and finds between which counts each hidden one must lie."""

from collections.abc import Iterator
from dataclasses import dataclass

import highspy
import numpy as np
import scipy.sparse as sp

from optimizer.highs import SIMPLEX, Options, SolverError, hand_over
from optimizer.model import Bools, Floats
from optimizer.program import Arrays
from optimizer.suppression.rounding import Protection
from optimizer.suppression.table import Table

NEAR = 1e-6
"""How far a computed count may be from the whole count that it is [persons]."""


@dataclass(frozen=True, eq=False)
class Cut:
    """What must be hidden besides a count, or it is not protected: ``weight @ hidden >= hidden[cell]``.

    Attributes
    ----------
    cell : int
        The count that is not protected [position].
    weight : ndarray
        Part of its missing room that hiding each count would give at most, from 0 to 1 [1].
    """

    cell: int
    weight: Floats


class Attacker:
    """Whoever knows the sums, all that is published, that counts are whole and not negative, and the threshold.

    For given hidden counts x the tables that fit are Y(x) = {y whole: relations @ y = 0, l(x) <= y <= u(x)}, where l
    and u are those of ``Table.shown`` or, of a hidden count, ``Table.lower`` and ``Table.upper`` [persons]. A hidden
    count p is protected when max y_p - min y_p over Y(x) >= threshold.

    First y is not asked to be whole. Where two kinds of area divide the gemeenten, the sums are those of a network, so
    the extreme tables are whole by themselves; where they are not, whole tables are asked for apart.
    """

    def __init__(self, table: Table, protection: Protection) -> None:
        self.table, self.room = table, protection.threshold
        self.shown_lower, self.shown_upper = table.shown(protection)
        self._lp, self._whole = self._program(whole=False), self._program(whole=True)

    def gaps(self, hidden: Bools) -> Iterator[Cut]:
        """Give for each hidden count that is not protected what must be hidden besides [positions]."""
        lower = np.where(hidden, self.table.lower, self.shown_lower).astype(float)
        upper = np.where(hidden, self.table.upper, self.shown_upper).astype(float)
        for solver in (self._lp, self._whole):
            solver.changeColsBounds(len(hidden), np.arange(len(hidden), dtype=np.int32), lower, upper)
        seen = _Seen(self.table.counts.astype(float))
        for cell in np.flatnonzero(hidden).tolist():
            if seen.width(cell) > self.room - NEAR:
                continue
            (low, price_low), (high, price_high) = (self._end(self._lp, cell, sign, seen) for sign in (1.0, -1.0))
            if high - low < self.room - NEAR:
                yield self._cut(cell, price_low, price_high)
            elif seen.width(cell) < self.room - NEAR and not self._whole_room(cell, seen):
                yield Cut(cell, np.where(hidden, 0.0, 1.0))

    def _program(self, *, whole: bool) -> "highspy.Highs":
        """Pass the sums to HiGHS, once; hidden counts and goals change later."""
        relations = self.table.relations
        rows, columns = relations.shape
        nothing, kinds = np.zeros(rows), np.full(columns, whole)
        bounds = (self.table.upper.astype(float), kinds if whole else None, self.table.lower.astype(float))
        options: Options = {"mip_abs_gap": 0.0, "mip_rel_gap": 0.0} if whole else SIMPLEX
        return hand_over(Arrays(sp.csc_array(relations), np.zeros(columns), nothing, nothing, *bounds), options)

    def _end(self, solver: "highspy.Highs", cell: int, sign: float, seen: "_Seen") -> tuple[float, Floats]:
        """Find the least (sign 1) or largest (-1) count of a cell [persons], and the price of each sum there [1]."""
        solver.changeColCost(cell, sign)
        solver.run()
        status, answer = solver.getModelStatus(), solver.getSolution()
        solver.changeColCost(cell, 0.0)
        if status != highspy.HighsModelStatus.kOptimal:
            raise SolverError(f"HiGHS: {solver.modelStatusToString(status)}")
        counts = np.array(answer.col_value)
        seen.add(counts)
        return float(counts[cell]), np.array(answer.row_dual)

    def _whole_room(self, cell: int, seen: "_Seen") -> bool:
        """Tell whether whole tables leave enough room too."""
        low, high = (self._end(self._whole, cell, sign, seen)[0] for sign in (1.0, -1.0))
        return bool(high - low > self.room - NEAR)

    def _cut(self, cell: int, price_low: Floats, price_high: Floats) -> Cut:
        """Say by which counts the room of a cell could grow, from the prices of the sums at both ends.

        For any prices v of the sums, d = cost - relations' v bounds the least value of cost @ y from below by
        sum(max(d, 0) l(x) - max(-d, 0) u(x)). Both ends together bound the room by a constant plus a weight for each
        count that is hidden (Fischetti and Salazar-González 2001, section 3). A weight above what is missing says no
        more than what is missing does.
        """
        table = self.table
        up, down = np.zeros(len(table.counts)), np.zeros(len(table.counts))
        for sign, price in ((1.0, price_low), (-1.0, price_high)):
            rest = -(table.relations.T @ _whole_where_near(price))
            rest[cell] += sign
            up, down = up + np.maximum(-rest, 0), down + np.maximum(rest, 0)
        weight = up * (table.upper - self.shown_upper) + down * (self.shown_lower - table.lower)
        missing = self.room - (up @ self.shown_upper - down @ self.shown_lower) - weight[cell]
        weight[cell] = 0.0
        return Cut(cell, np.minimum(weight / missing, 1.0))


class _Seen:
    """The least and largest count of each cell in whole tables that fit [persons]."""

    def __init__(self, counts: Floats) -> None:
        self._least, self._most = counts.copy(), counts.copy()

    def width(self, cell: int) -> float:
        """Give the room that these tables already show [persons]."""
        return float(self._most[cell] - self._least[cell])

    def add(self, counts: Floats) -> None:
        """Remember a table that fits, where it is whole."""
        if np.abs(counts - np.rint(counts)).max() < NEAR:
            np.minimum(self._least, counts, out=self._least)
            np.maximum(self._most, counts, out=self._most)


def _whole_where_near(price: Floats) -> Floats:
    """Take away what the solver's arithmetic left behind; any prices give a true bound."""
    near = np.rint(price)
    return np.where(np.abs(price - near) < NEAR, near, price)
