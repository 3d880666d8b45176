"""What each gemeente should take: key, carry-over, agreements, target and the free band around it [persons]."""

from dataclasses import dataclass

import numpy as np

from inputs import rounding
from inputs.case import Case
from inputs.duties import duties
from inputs.sleutel import grondslag
from optimizer.bands import around
from optimizer.model import NONE, Floats, Ints


@dataclass(frozen=True, eq=False)
class Shares:
    """Shares of the gemeenten, in the order of the codes [persons].

    Attributes
    ----------
    key, catch_up, agreed, target : ndarray
        key + catch_up + agreed = target; agreed sums to 0, and the targets to the total unless each is rounded alone.
    lower, upper : ndarray
        Edges of the free band, whole persons; leaving it is priced.
    ceiling : ndarray
        Most that a gemeente takes; hard, infinite where none is given.
    """

    key: Ints
    catch_up: Ints
    agreed: Ints
    target: Ints
    lower: Floats
    upper: Floats
    ceiling: Floats


def largest_remainder(weights: Ints, total: int) -> Ints:
    """Round shares of a total to whole persons that sum to it, in whole numbers; ties go to the first [persons].

    >>> largest_remainder(np.array([50, 30, 20]), 7).tolist()
    [4, 2, 1]
    """
    return _ints(rounding.largest_remainder(weights.tolist(), total))


def rounded_each(weights: Ints, total: int) -> Ints:
    """Round each share by itself, halves up; the sum may differ from the total [persons].

    >>> rounded_each(np.array([57, 33]), 165).tolist()
    [105, 61]
    """
    return _ints(rounding.rounded_each(weights.tolist(), total))


def total_persons(case: Case) -> int:
    """Give the persons to spread: the scenario's number, else everyone in the table huishoudens [persons]."""
    return grondslag(case).total


def shares(case: Case) -> Shares:
    """Give key, carry-over, agreements, target and band of every gemeente [persons].

    Raises
    ------
    ValueError
        Agreements bring a target below 0: the checks of ``inputs`` should have refused the case.
    """
    owed = duties(grondslag(case))
    target = _ints(owed.target)
    if (target < 0).any():
        raise ValueError("agreements bring a target below 0")
    below, above = around(target, case.scenario.band, case.scenario.band_personen)
    least = np.array([g.min_personen or 0 for g in case.gemeenten], float)
    ceiling = np.array([NONE if g.max_personen is None else g.max_personen for g in case.gemeenten])
    lower = np.minimum(np.maximum(below, least), ceiling)
    upper = np.maximum(np.minimum(above, ceiling), lower)
    return Shares(_ints(owed.key), _ints(owed.catch_up), _ints(owed.agreed), target, lower, upper, ceiling)


def _ints(persons: list[int]) -> Ints:
    """Put whole persons in an array."""
    return np.array(persons, np.int64)
