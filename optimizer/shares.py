"""What each gemeente should take: the key, the carry-over, the target and the free band around it [persons]."""

from dataclasses import dataclass

import numpy as np

from inputs.case import Case
from optimizer.model import NONE, Floats, Ints

EXACT = 1e-9
"""Guard against 0.05 x 40 = 2.0000000001 making the band a person wider [persons]."""


@dataclass(frozen=True, eq=False)
class Shares:
    """Shares of the gemeenten, in the order of the codes [persons].

    Attributes
    ----------
    key, catch_up, target : ndarray
        key + catch_up = target; the targets sum to the total.
    lower, upper : ndarray
        Edges of the free band, whole persons; leaving it is priced.
    ceiling : ndarray
        Most that a gemeente takes; hard, infinite where none is given.
    """

    key: Ints
    catch_up: Ints
    target: Ints
    lower: Floats
    upper: Floats
    ceiling: Floats


def largest_remainder(weights: Ints, total: int) -> Ints:
    """Round shares of a total to whole persons that sum to it, in whole numbers; ties go to the first [persons].

    Not the official rounding of art. 29, which repairs nothing: this is the method of the largest remainder.

    >>> largest_remainder(np.array([50, 30, 20]), 7).tolist()
    [4, 2, 1]
    """
    whole, rest = np.divmod(weights * total, weights.sum())
    order = np.argsort(-rest, kind="stable")
    whole[order[: total - int(whole.sum())]] += 1
    return whole


def rounded_each(weights: Ints, total: int) -> Ints:
    """Round each share by itself, halves up; the sum may differ from the total [persons].

    >>> rounded_each(np.array([57, 33]), 165).tolist()
    [105, 61]
    """
    twice: Ints = (2 * weights * total + weights.sum()) // (2 * weights.sum())
    return twice


def total_persons(case: Case) -> int:
    """Give the persons to spread: the scenario's number, else everyone in the table huishoudens [persons]."""
    asked = case.scenario.opgave_personen
    return sum(h.personen for h in case.huishoudens) if asked is None else asked


def shares(case: Case) -> Shares:
    """Work out key, carry-over, target and band of every gemeente [persons].

    The total is split into what is caught up and what the key spreads, so that the targets sum to the total. A
    gemeente far ahead would get a target below 0; it gets 0, and the others' key parts shrink to pay for it.
    """
    inhabitants = np.array([g.inwoners for g in case.gemeenten], np.int64)
    catch_up = _catch_up(case, total_persons(case))
    key = _key(inhabitants, catch_up, total_persons(case))
    target = key + catch_up
    half = np.ceil(np.maximum(case.scenario.band * target, case.scenario.band_personen) - EXACT)
    least = np.array([g.min_personen or 0 for g in case.gemeenten], float)
    ceiling = np.array([NONE if g.max_personen is None else g.max_personen for g in case.gemeenten])
    lower = np.minimum(np.maximum(np.maximum(target - half, 0), least), ceiling)
    upper = np.maximum(np.minimum(target + half, ceiling), lower)
    return Shares(key, catch_up, target, lower, upper, ceiling)


def _catch_up(case: Case, total: int) -> Ints:
    """Spread each opening balance over the scenario's number of kwartalen, halves away from zero [persons].

    Where gemeenten would catch up more than the total, the total is divided by what they owe.
    """
    balance = np.array([g.achterstand for g in case.gemeenten], np.int64)
    quarters = case.scenario.inhaal_kwartalen
    part: Ints = np.sign(balance) * ((2 * np.abs(balance) + quarters) // (2 * quarters))
    owed = np.maximum(part, 0)
    return largest_remainder(np.maximum(balance, 0), total) + np.minimum(part, 0) if owed.sum() > total else part


def _key(inhabitants: Ints, catch_up: Ints, total: int) -> Ints:
    """Spread what is not caught up by inhabitants, where a key part below the lead becomes the lead [persons]."""
    at_zero = np.zeros(len(catch_up), bool)
    while True:
        key = np.where(at_zero, -catch_up, 0).astype(np.int64)
        rest = total - int(catch_up.sum()) - int(key.sum())
        open_ = ~at_zero
        if open_.any() and rest > 0:
            key[open_] = largest_remainder(inhabitants[open_], rest)
        below = open_ & (key + catch_up < 0)
        if not below.any():
            return key
        at_zero |= below
