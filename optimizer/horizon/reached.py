"""What a plan with a goal reaches and what is proved of it, and what a test of the end of the priority finds."""

from dataclasses import dataclass
from typing import Literal

from optimizer.horizon.goal import MET, Doelprogramma
from optimizer.model import Floats


@dataclass(frozen=True, eq=False)
class Bereikt:
    """What is reached with whole homes, and what is proved of it.

    Attributes
    ----------
    columns, duals : ndarray
        Values of the columns, what starts whole, and prices of the rows [punten/unit].
    value, bound : float
        What the plan weighs, and what no plan weighs less than [punten].
    short : ndarray
        What falls short by kwartaal, counted again [persons].
    short_bound : float
        No plan falls less short in all kwartalen together [persons].
    homes : int
        Homes and places to add [homes].
    homes_bound : float
        No plan that falls as little short adds fewer, whole homes or not; 0 where that was not asked [homes].
    """

    columns: Floats
    duals: Floats
    value: float
    bound: float
    short: Floats
    short_bound: float
    homes: int
    homes_bound: float


@dataclass(frozen=True, eq=False)
class Proef:
    """Priority ends in a kwartaal: what is reached in the kwartalen after."""

    eerste: int
    program: Doelprogramma
    bereikt: Bereikt

    @property
    def gehaald(self) -> bool:
        """Whether nobody waits too long in any kwartaal of the test."""
        return bool((self.bereikt.short < MET).all())

    @property
    def oordeel(self) -> Literal["gehaald", "niet", "onbeslist"]:
        """Judge what is proved: whole homes that reach it, a bound above it, or neither."""
        if self.gehaald:
            return "gehaald"
        most = MET * len(self.program.doel.kwartalen(self.program.plan.look.count))
        return "niet" if self.bereikt.short_bound >= most else "onbeslist"


@dataclass(frozen=True, slots=True)
class Gebiedsstand:
    """What an area had to house in the kwartalen of the test, and what it housed [persons].

    Attributes
    ----------
    moest : float
        Share by the key of what had to be housed, and what was caught up.
    """

    gemeentecode: str
    moest: float
    gehuisvest: float


@dataclass(frozen=True, slots=True)
class Gemist:
    """Households of a group that wait too long at the end of a kwartaal: as many homes are missing [homes].

    Attributes
    ----------
    slaapt : int
        Sleeping places that such a home needs at least [persons/home].
    woonvormen : tuple of str
        Forms that fit the group.
    """

    kwartaal: str
    groep: str
    slaapt: int
    woonvormen: tuple[str, ...]
    woningen: float
