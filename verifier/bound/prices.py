"""Prices of rows and goals as whole units: a very small part of a point, always rounded down."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from verifier.case import Tables

Ints = NDArray[np.int64]
Key = tuple[str, str, str]
"""Rule, area and kind of a row, as bewijs.csv writes them."""
UNIT = 2**30
"""Parts of a point that are counted [1/punten]."""
NOWHERE = 2**61
"""Cost of what may not be: above anything that may [units]."""
LIMIT = 2**53
"""Most that a number may be, also of a table where no household is large [units]."""
TERMS = 16
"""More than the numbers of tables that a cell adds for each person of a household [1]."""


class TooLargeError(ValueError):
    """A price is too large to count in 64 bits."""


@dataclass(frozen=True)
class Prices:
    """Prices of the rows, and points for a unit of each goal; a row without a price costs nothing."""

    tables: Tables
    rates: Mapping[str, Fraction]
    of_rows: Mapping[Key, Fraction]

    def __call__(self, rule: str, area: str, kind: str = "") -> Fraction:
        """Give the price of a row [punten per unit of the rule]."""
        return self.of_rows.get((rule, area, kind), Fraction(0))

    @cached_property
    def limit(self) -> int:
        """Give the most that a number of a table may be, so that a cell of the largest household stays below 2^61."""
        largest = max((h.persons for h in self.tables.households.values()), default=1)
        return min(LIMIT, NOWHERE // (TERMS * max(largest, 1)))


def down(points: Fraction, most: int = LIMIT) -> int:
    """Count the whole units in a number of points.

    >>> down(Fraction(1)) == UNIT, down(Fraction(-1, 3 * UNIT))
    (True, -1)
    """
    units = (points.numerator * UNIT) // points.denominator
    if abs(units) > most:
        raise TooLargeError(points)
    return units


def row_of(numbers: list[Fraction], most: int) -> Ints:
    """Round some numbers of points down to units."""
    return np.array([down(points, most) for points in numbers], np.int64)
