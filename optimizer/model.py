"""The vocabulary of the model: what a rule charges and a goal prices; no solver and no case data.

Every decision column is a cell (who, plek) of a layer: ``x`` households x plekken, ``y`` offers x plekken. Every
coefficient of a rule is ``load[who, kind] * rate[plek]`` in the row ``(place[plek], kind)``, so a rule is two small
tables, and one sparse product prices every cell of the grid at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Callable

    from optimizer.quarter import Quarter

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Layer = Literal["x", "y"]
NONE = np.inf
"""No bound."""


class Triples(NamedTuple):
    """Coefficients of some columns: ``row`` within the rule, ``column`` among those asked for, ``weight`` [unit]."""

    row: Ints
    column: Ints
    weight: Floats


def entries(load: sp.csr_array, who: Ints) -> Triples:
    """List the stored entries of ``load`` for each of ``who``: kind, position in who, value [unit]."""
    count = np.diff(load.indptr)[who]
    position = np.repeat(np.arange(len(who)), count)
    first = np.concatenate([[0], np.cumsum(count)[:-1]]).astype(np.int64)
    at = np.arange(len(position)) + np.repeat(load.indptr[who] - first, count)
    return Triples(load.indices[at].astype(np.int64), position, load.data[at])


@dataclass(frozen=True, eq=False)
class Charge:
    """What a rule charges on one layer: who carries how much, and where that is counted.

    Attributes
    ----------
    layer : str
        "x" (household, plek) or "y" (offer, plek).
    load : csr_array
        who x kind [unit of the rule].
    place : ndarray
        Area of each plek; -1 where the rule looks away.
    rate : ndarray, optional
        Factor per plek, or per (who, plek) where the use depends on the pair [1].
    """

    layer: Layer
    load: sp.csr_array
    place: Ints
    rate: Floats | None = None

    def coefficients(self, who: Ints, plek: Ints) -> Triples:
        """Give the coefficients of the columns (who, plek), whichever those are."""
        kind, column, weight = entries(self.load, who)
        at = plek[column]
        on = self.place[at] >= 0
        if self.rate is not None:
            weight = weight * (self.rate[at] if self.rate.ndim == 1 else self.rate[who[column], at])
        return Triples((self.place[at] * self.load.shape[1] + kind)[on], column[on], weight[on])

    def grid(self, price: Floats, block: slice) -> Floats:
        """Price every cell of a block of rows: load times the price of the area's rows, summed over kinds [punten]."""
        by_area = price.reshape(-1, self.load.shape[1])
        load, on = self.load[block], (self.place >= 0).astype(float)
        cells = (
            (load @ by_area[0])[:, None] * on
            if len(by_area) == 1
            else np.asarray(load @ (by_area[self.place] * on[:, None]).T)
        )
        if self.rate is None:
            return cells
        return cells * (self.rate if self.rate.ndim == 1 else self.rate[block])


@dataclass(frozen=True, eq=False)
class Bounds:
    """What each row may sum to [unit]; rows are (area, kind), the area slow.

    Raises
    ------
    ValueError
        The number of bounds is not areas x kinds.
    """

    areas: tuple[str, ...]
    kinds: tuple[str, ...]
    lower: Floats
    upper: Floats

    def __post_init__(self) -> None:
        if not len(self.lower) == len(self.upper) == len(self.areas) * len(self.kinds):
            raise ValueError(f"{len(self.areas)} areas x {len(self.kinds)} kinds, but {len(self.lower)} bounds")

    @property
    def names(self) -> list[str]:
        """Name each row by its area and kind."""
        return [f"{area}_{kind}" if kind else area for area in self.areas for kind in self.kinds]


def at_most(areas: tuple[str, ...], kinds: tuple[str, ...], upper: Floats) -> Bounds:
    """Bound rows from above only [unit]."""
    return Bounds(areas, kinds, np.full(len(upper), -NONE), upper.astype(float))


def no_charges(quarter: Quarter) -> tuple[Charge, ...]:  # noqa: ARG001 - every rule has the same signature
    """Charge nothing: the rule only forbids."""
    return ()


def no_bounds(quarter: Quarter) -> Bounds:  # noqa: ARG001 - every rule has the same signature
    """Bound nothing: the rule only forbids."""
    return Bounds((), (), np.zeros(0), np.zeros(0))


@dataclass(frozen=True)
class Rule:
    """A rule of the quarter: its formula, what it charges, what the sums may be, and where it comes from.

    Attributes
    ----------
    allows : callable, optional
        Mask [households x plekken] of a rule that forbids cells instead of charging them.
    """

    name: str
    index: tuple[str, ...]
    unit: str
    source: str
    formula: str
    charges: Callable[[Quarter], tuple[Charge, ...]] = no_charges
    bounds: Callable[[Quarter], Bounds] = no_bounds
    allows: Callable[[Quarter], Bools] | None = None


@dataclass(frozen=True, eq=False)
class Cost:
    """What a goal charges per column: ``load[who] . table[:, plek]`` [unit of the goal]."""

    layer: Layer
    load: sp.csr_array
    table: Floats

    def at(self, who: Ints, plek: Ints) -> Floats:
        """Give the cost of the columns (who, plek) [unit of the goal]."""
        kind, column, weight = entries(self.load, who)
        return np.bincount(column, weight * self.table[kind, plek[column]], len(who)).astype(float)

    def grid(self, block: slice) -> Floats:
        """Give the cost of every cell of a block of rows [unit of the goal]."""
        return np.asarray(self.load[block] @ self.table)


Segment = tuple[Floats | float, Floats | float]
"""Width [unit of the rule] and price [unit of the goal per unit of the rule]."""


@dataclass(frozen=True, eq=False)
class Price:
    """Convex price on leaving a rule's bounds, cheapest segment first.

    Attributes
    ----------
    below, above : tuple of Segment
        What a shortfall and a surplus cost; no segments: that side is hard.
    """

    rule: str
    below: tuple[Segment, ...] = ()
    above: tuple[Segment, ...] = ()


def no_costs(quarter: Quarter) -> tuple[Cost, ...]:  # noqa: ARG001 - every goal has the same signature
    """Charge no column."""
    return ()


def no_prices(quarter: Quarter) -> tuple[Price, ...]:  # noqa: ARG001 - every goal has the same signature
    """Price no rule."""
    return ()


@dataclass(frozen=True)
class Goal:
    """A loss to minimise, in its own unit: a cost per column and prices on leaving the bounds of rules.

    Attributes
    ----------
    rate : str
        Name of the parameter that holds the exchange rate [punten/unit].
    """

    name: str
    unit: str
    source: str
    formula: str
    rate: str
    costs: Callable[[Quarter], tuple[Cost, ...]] = no_costs
    prices: Callable[[Quarter], tuple[Price, ...]] = no_prices


@dataclass(frozen=True, slots=True)
class Keep:
    """A goal that may be worth at most ``ceiling`` [unit of the goal].

    Attributes
    ----------
    penalty : float
        What the search for whole households charges above the ceiling [punten per unit of the goal].
    """

    goal: str
    ceiling: float
    penalty: float = 0.0


Keeps = tuple[Keep, ...]


def one_hot(label: Ints, kinds: int) -> sp.csr_array:
    """Give each row a single 1 in the column of its label [1]."""
    rows = len(label)
    return sp.csr_array((np.ones(rows), label, np.arange(rows + 1)), shape=(rows, kinds))


def column(load: Floats) -> sp.csr_array:
    """Make a load of one kind [unit]."""
    return sp.csr_array(np.asarray(load, float)[:, None])
