"""Shares of a whole number are rounded to whole numbers, in exact arithmetic: no float can move a person."""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

Weight = int | Fraction
"""How heavily something counts [any unit]; only the proportion between weights matters."""


def largest_remainder(weights: Sequence[Weight], total: int) -> list[int]:
    """Round shares of a total to whole numbers that sum to it; ties go to the first [unit of total].

    Not the official rounding of art. 29, which repairs nothing: this is the method of the largest remainder.

    >>> largest_remainder([50, 30, 20], 7)
    [4, 2, 1]

    Raises
    ------
    ValueError
        A weight is below 0, or all are 0 while there is something to share.
    """
    scaled = _whole_weights(weights, total)
    whole = sum(scaled) or 1
    out = [weight * total // whole for weight in scaled]
    order = sorted(range(len(out)), key=lambda k: -(scaled[k] * total % whole))
    for k in order[: total - sum(out)]:
        out[k] += 1
    return out


def rounded_each(weights: Sequence[Weight], total: int) -> list[int]:
    """Round each share by itself, halves up; the sum may differ from the total [unit of total].

    >>> rounded_each([57, 33], 165)
    [105, 61]

    Raises
    ------
    ValueError
        A weight is below 0, or all are 0 while there is something to share.
    """
    scaled = _whole_weights(weights, total)
    whole = sum(scaled) or 1
    return [(2 * weight * total + whole) // (2 * whole) for weight in scaled]


def _whole_weights(weights: Sequence[Weight], total: int) -> list[int]:
    """Scale fractions to whole numbers of the same proportions."""
    if total and (min(weights, default=0) < 0 or not any(weights)):
        raise ValueError("weights must be 0 or more, and one of them above 0")
    scale = lcm(*(Fraction(weight).denominator for weight in weights))
    return [int(weight * scale) for weight in weights]
