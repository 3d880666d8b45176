"""Proof from published numbers alone: the least and the largest count that fit them, for each one that is hidden.

This shares no code with the search for the pattern: it knows no true count, writes the sums down in another way (only
gemeenten are unknown), finds what a published number means by trying, and asks for whole persons.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count, takewhile

import numpy as np
import scipy.sparse as sp
from scipy.optimize import Bounds, LinearConstraint, milp


class ContradictionError(Exception):
    """No count of whole persons fits all numbers that are published."""


@dataclass(frozen=True, slots=True)
class Between:
    """What is known of a count: it is at least and at most this [persons]."""

    least: int
    most: int

    def and_also(self, other: "Between") -> "Between":
        """Know both."""
        return Between(max(self.least, other.least), min(self.most, other.most))


@dataclass(frozen=True, slots=True)
class Said:
    """A count of an area as it is published.

    Attributes
    ----------
    soort, naam : str
        Kind of area, and its code or name.
    leden : tuple of str
        Gemeentecodes that it is the sum of; of a gemeente: its own.
    bekend : Between
        What is known of it [persons].
    verborgen : bool
        Whether its number is hidden.
    """

    soort: str
    naam: str
    leden: tuple[str, ...]
    bekend: Between
    verborgen: bool


@dataclass(frozen=True, slots=True)
class Reach:
    """The least and the largest count that a hidden one can be [persons]."""

    soort: str
    naam: str
    least: int
    most: int

    @property
    def width(self) -> int:
        """Room between both ends [persons]."""
        return self.most - self.least


def meaning(number: int, threshold: int, base: int, *, zero_shown: bool = True) -> Between | None:
    """Find the least and the largest count that would be published as this number; None: no count would [persons].

    >>> meaning(5, 5, 5), meaning(3, 5, 5)
    (Between(least=5, most=7), None)
    """

    def published(true: int) -> int:
        return base * (true // base + (2 * (true % base) >= base))

    near = takewhile(lambda true: true <= number + base, count(max(number - base, 0)))
    allowed = [true for true in near if true >= threshold or (true == 0 and zero_shown)]
    found = [true for true in allowed if published(true) == number]
    return Between(found[0], found[-1]) if found else None


def prove(said: Sequence[Said]) -> tuple[Reach, ...]:
    """Find the reach of every hidden count.

    Raises
    ------
    ContradictionError
        If nothing fits all that is published.
    """
    gemeenten = {area.naam: n for n, area in enumerate(a for a in said if a.soort == "gemeente")}
    known = [area.bekend for area in said if area.soort == "gemeente"]
    bounds = Bounds([float(k.least) for k in known], [float(k.most) for k in known])
    sums = _sums([area for area in said if area.soort != "gemeente"], gemeenten)
    hidden = [area for area in said if area.verborgen]
    reached = [Reach(a.soort, a.naam, *_ends(_members([a], gemeenten), bounds, sums)) for a in hidden]
    if not hidden:
        _ends(sp.csr_array((1, len(gemeenten))), bounds, sums)
    return tuple(reached)


def _members(areas: Sequence[Said], gemeenten: Mapping[str, int]) -> sp.csr_array:
    """Write down which gemeenten each area is the sum of [area x gemeente]."""
    pairs = [(row, gemeenten[code]) for row, area in enumerate(areas) for code in area.leden]
    rows, columns = np.array(pairs or np.zeros((0, 2)), np.int64).T
    return sp.csr_array((np.ones(len(pairs)), (rows, columns)), shape=(len(areas), len(gemeenten)))


def _sums(areas: Sequence[Said], gemeenten: Mapping[str, int]) -> list[LinearConstraint]:
    """Say between which counts each sum of gemeenten lies."""
    if not areas:
        return []
    least, most = [float(a.bekend.least) for a in areas], [float(a.bekend.most) for a in areas]
    return [LinearConstraint(_members(areas, gemeenten), least, most)]


def _ends(row: sp.csr_array, bounds: Bounds, sums: list[LinearConstraint]) -> tuple[int, int]:
    """Find the least and the largest sum of a row in whole persons [persons].

    Without a gap of 0 the solver may end 0.01 % too soon, which of a large total is persons.
    """
    goal = row.toarray().ravel()
    whole = np.ones(len(goal), np.int64)
    found = [
        milp(sign * goal, integrality=whole, bounds=bounds, constraints=sums, options={"mip_rel_gap": 0.0})
        for sign in (1.0, -1.0)
    ]
    if any(answer.status == 2 for answer in found):
        raise ContradictionError
    if not all(answer.success for answer in found):
        raise ArithmeticError("; ".join(answer.message for answer in found))
    least, most = (round(float(goal @ answer.x)) for answer in found)
    return least, most
