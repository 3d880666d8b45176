"""The best plan known so far, and the value below which a further search still makes sense."""

import numpy as np

from optimizer.explicit.problem import Problem
from optimizer.explicit.whole import EXCHANGES, Uses, descend, repaired, uses
from optimizer.model import Bools, Floats, Ints
from optimizer.plan import NOWHERE

EVERY = 40
"""Contents of places of which one is made a plan, at first [contents]."""


class Best:
    """Keeps the best lawful plan of a problem.

    Attributes
    ----------
    place : ndarray
        Place of each household, or NOWHERE.
    value : float
        Its cost [units].
    cap : float
        Value up to which plans are looked for at present [units].
    every : int
        Contents of places of which one is made a plan; those between are much like it [contents].
    guide : ndarray
        What a pair costs when a wish is repaired, scarce room included [units, household x place].
    """

    def __init__(self, problem: Problem, place: Ints, gap: float) -> None:
        self.problem, self.gap = problem, gap
        self.place, self.value = place, problem.value(place)
        self.cap = np.inf
        self.every = EVERY
        self.guide = problem.cost
        self._table: Uses | None = None
        self._seen = 0

    @property
    def table(self) -> Uses:
        """What households take of the rows, written out on first use."""
        if self._table is None:
            self._table = uses(self.problem)
        return self._table

    @property
    def goal(self) -> float:
        """Value from which a bound is near enough for now: the cap, or the asked gap below the best plan [units]."""
        return min(self.value - self.gap * abs(self.value), self.cap)

    def offer(self, place: Ints) -> bool:
        """Keep a plan if it is lawful and better; say whether it was."""
        if not self.problem.lawful(place) or self.problem.value(place) >= self.value:
            return False
        self.place, self.value = place, self.problem.value(place)
        return True

    def wish(self, inside: Bools, *, now: bool = False) -> None:
        """Make a plan of the contents of all places, at most one place per household, and keep it if it is better."""
        self._seen += 1
        if not now and self._seen % self.every != 1:
            return
        self.near(np.where(inside, self.problem.cost, np.inf))

    def near(self, wish: Floats) -> None:
        """Make a plan near the cheapest wished pair of each household, repaired by the guide, and improve it."""
        to = np.where(np.isfinite(wish).any(axis=1), wish.argmin(axis=1), NOWHERE)
        self.offer(to)
        place = repaired(self.table, to, self.guide)
        self.offer(place)
        if len(place) <= EXCHANGES:
            self.offer(descend(self.table, place))
