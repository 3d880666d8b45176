"""Prices of rows and goals as whole units: a very small part of a point, always rounded down."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

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
"""Most that a number of a table may be: a cell adds some dozens of them, some times, and stays below 2^61 [units]."""


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


def down(points: Fraction) -> int:
    """Count the whole units in a number of points.

    >>> down(Fraction(1)) == UNIT, down(Fraction(-1, 3 * UNIT))
    (True, -1)
    """
    units = (points.numerator * UNIT) // points.denominator
    if abs(units) > LIMIT:
        raise TooLargeError(points)
    return units


def row_of(numbers: list[Fraction]) -> Ints:
    """Round some numbers of points down to units."""
    return np.array([down(points) for points in numbers], np.int64)
