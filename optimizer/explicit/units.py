"""Numbers that people write as decimals, counted in whole units of their smallest step, so that sums are exact."""

from dataclasses import dataclass
from fractions import Fraction
from math import frexp, gcd

import numpy as np

from optimizer.model import Floats

MOST_STEPS = 1e12
"""Largest load, in steps, that is still counted in whole steps; sums of thousands then fit a double exactly [1]."""
COST_STEPS = 1e6
"""The same for scores, smaller because prices are multiplied with them: errors of the bound stay below 1e-5 [1]."""
SPAN = 1024.0
"""Size that numbers without a common step are brought to, by a power of two [1]."""
NEAR = 1e-9
"""Numbers that differ by less, relative to the larger, are one number in sums without a common step [1]."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What one counted unit is worth.

    Attributes
    ----------
    step : float
        Worth of one unit [unit of the table].
    whole : bool
        Whether every number is a whole number of steps.
    """

    step: float
    whole: bool

    def count(self, values: Floats) -> Floats:
        """Express numbers in units [1]."""
        counted = values / self.step
        return np.round(counted) if self.whole else counted

    def room(self, values: Floats) -> Floats:
        """Express upper bounds in units, down to a whole one where sums are whole [1]."""
        counted = values / self.step
        return np.floor(counted * (1 + 1e-15) + 1e-9) if self.whole else counted

    def least(self, values: Floats) -> Floats:
        """Express lower bounds in units, up to a whole one where sums are whole [1]."""
        counted = values / self.step
        return np.ceil(counted * (1 - 1e-15) - 1e-9) if self.whole else counted


def unit_of(values: Floats, most_steps: float = MOST_STEPS) -> Unit:
    """Find the largest step of which every number is a multiple, reading each as the decimal that it prints as.

    Examples
    --------
    >>> unit_of(np.array([0.1, 0.25]))
    Unit(step=0.05, whole=True)
    """
    sizes = np.unique(np.abs(values[np.isfinite(values)]))
    sizes = sizes[sizes > 0]
    if not len(sizes):
        return Unit(1.0, whole=True)
    step, most = Fraction(0), Fraction(repr(float(sizes[-1])))
    for size in sizes:
        one = Fraction(repr(float(size)))
        step = Fraction(
            gcd(step.numerator * one.denominator, one.numerator * step.denominator), step.denominator * one.denominator
        )
        if most / step > most_steps:
            return Unit(2.0 ** (frexp(float(sizes[-1]))[1]) / SPAN, whole=False)
    return Unit(float(step), whole=True)
