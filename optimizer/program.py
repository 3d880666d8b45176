"""The linear program of a quarter as arrays: rows of every rule, cells that take part, segments of every price."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import scipy.sparse as sp

from optimizer.alone import fits_alone, room_of
from optimizer.goals import GOALS
from optimizer.model import Bools, Bounds, Charge, Cost, Floats, Goal, Ints, Keeps, Layer, Price, Rule, Triples
from optimizer.quarter import Quarter
from optimizer.rules import RULES


@dataclass(frozen=True, eq=False)
class Cells:
    """Cells of a layer, by row: ``who`` (household or offer) and ``plek``."""

    who: Ints
    plek: Ints

    def __len__(self) -> int:
        """Count the cells."""
        return len(self.who)


@dataclass(frozen=True, eq=False)
class Segments:
    """One segment of a price for every row of a rule: columns that let the row leave its bounds.

    Attributes
    ----------
    sign : float
        +1 fills a shortfall, -1 takes a surplus away.
    width : ndarray
        Most of it [unit of the rule]; always finite, because the bound needs it.
    price : ndarray
        [unit of the goal per unit of the rule].
    """

    goal: str
    name: str
    row: Ints
    sign: float
    width: Floats
    price: Floats


@dataclass(frozen=True, eq=False)
class Arrays:
    """A linear program over some columns: first the x cells, then y cells, then segments."""

    matrix: sp.csc_array
    cost: Floats
    lower: Floats
    upper: Floats
    column_upper: Floats
    integer: Bools | None = None
    column_lower: Floats | None = None


@dataclass(frozen=True, eq=False)
class Program:
    """Rules and goals read once on a quarter; everything the solver, the pricing and the bound need follows from it.

    Attributes
    ----------
    rates : dict
        Exchange rate of each goal [punten/unit].
    rows : dict
        Rows of each rule among all rows.
    lower, upper : ndarray
        Bounds of all rows [unit of the rule].
    allowed : ndarray
        x cells that exist [household x plek].
    y, y_upper : Cells, ndarray
        y cells that exist, and the homes there [homes].
    keeps : tuple of Keep
        Goals that the search for whole households holds at a ceiling, at a penalty.
    """

    quarter: Quarter
    rules: tuple[Rule, ...]
    goals: tuple[Goal, ...]
    rates: dict[str, float]
    charges: dict[str, tuple[Charge, ...]]
    bounds: dict[str, Bounds]
    costs: dict[str, tuple[Cost, ...]]
    rows: dict[str, slice]
    lower: Floats
    upper: Floats
    allowed: Bools
    y: Cells
    y_upper: Floats
    segments: tuple[Segments, ...]
    keeps: Keeps = ()

    @property
    def height(self) -> int:
        """Number of rows [rows]."""
        return len(self.lower)

    def triples(self, layer: Layer, cells: Cells) -> Triples:
        """Give the coefficients of columns of a layer in every rule, rows counted over all rules."""
        parts = [
            Triples(t.row + self.rows[name].start, t.column, t.weight)
            for name, charges in self.charges.items()
            for charge in charges
            if charge.layer == layer
            for t in (charge.coefficients(cells.who, cells.plek),)
        ]
        return Triples(*(np.concatenate(part) for part in zip(*parts, strict=True)))

    def cost(self, goal: str, layer: Layer, cells: Cells) -> Floats:
        """Give the cost of columns to one goal [unit of the goal]."""
        parts = [c.at(cells.who, cells.plek) for c in self.costs[goal] if c.layer == layer]
        return np.sum(parts, axis=0) if parts else np.zeros(len(cells))

    def weighted(self, layer: Layer, cells: Cells) -> Floats:
        """Give the cost of columns over all goals at their rates [punten]."""
        parts = [rate * self.cost(goal, layer, cells) for goal, rate in self.rates.items()]
        total: Floats = np.sum(parts, axis=0)
        return total

    def matrix(self, layer: Layer, cells: Cells) -> sp.csc_array:
        """Give the coefficients of columns of a layer as a matrix [rows x columns]."""
        row, col, weight = self.triples(layer, cells)
        return sp.csc_array((weight, (row, col)), shape=(self.height, len(cells)))

    @cached_property
    def fixed(self) -> Arrays:
        """The columns that always take part: all y cells, then all segments."""
        y = self.matrix("y", self.y)
        rows = np.concatenate([np.zeros(0, np.int64), *(s.row for s in self.segments)])
        signs = np.concatenate([np.zeros(0), *(np.full(len(s.row), s.sign) for s in self.segments)])
        segments = sp.csc_array((signs, (rows, np.arange(len(rows)))), shape=(self.height, len(rows)))
        cost = [self.weighted("y", self.y)] + [self.rates[s.goal] * s.price for s in self.segments]
        width = [self.y_upper] + [s.width for s in self.segments]
        matrix = sp.csc_array(sp.hstack([y, segments], format="csc"))
        return Arrays(matrix, np.concatenate(cost), self.lower, self.upper, np.concatenate(width))

    def lp(self, cells: Cells) -> Arrays:
        """Assemble the linear program over some x cells and all fixed columns.

        A y column gets one home of room more than there is: its stock row holds it, so that the price of a home stands
        at that row and not at the column.
        """
        fixed, width = self.fixed, self.fixed.column_upper.copy()
        width[: len(self.y)] += 1
        return Arrays(
            sp.csc_array(sp.hstack([self.matrix("x", cells), fixed.matrix], format="csc")),
            np.concatenate([self.weighted("x", cells), fixed.cost]),
            self.lower,
            self.upper,
            np.concatenate([np.ones(len(cells)), width]),
        )

    def all_cells(self) -> Cells:
        """List every x cell."""
        return Cells(*np.nonzero(self.allowed))

    def row_names(self) -> list[str]:
        """Name every row from its rule and its keys."""
        return [f"{rule.name}_{name}" for rule in self.rules for name in self.bounds[rule.name].names]


def read_program(quarter: Quarter, rules: tuple[Rule, ...] = RULES, goals: tuple[Goal, ...] = GOALS) -> Program:
    """Read rules and goals on a quarter.

    Raises
    ------
    ValueError
        Two goals price one rule: only the cheaper would be used.
    """
    bounds = {rule.name: rule.bounds(quarter) for rule in rules}
    charges = {rule.name: rule.charges(quarter) if len(bounds[rule.name].lower) else () for rule in rules}
    prices = _prices(quarter, goals)
    rows, homes = _number(bounds), quarter.homes.open_homes
    y = Cells(*np.nonzero(homes))
    return Program(
        quarter,
        rules,
        goals,
        {goal.name: quarter.parameter(goal.rate) for goal in goals},
        charges,
        bounds,
        {goal.name: goal.costs(quarter) for goal in goals},
        rows,
        np.concatenate([b.lower for b in bounds.values()]),
        np.concatenate([b.upper for b in bounds.values()]),
        _allowed(quarter, rules, charges, bounds, [price for _, price in prices]),
        y,
        homes[y.who, y.plek],
        tuple(
            s for goal, price in prices for s in _segments(goal, price, rows, bounds[price.rule], charges[price.rule])
        ),
    )


def _number(bounds: dict[str, Bounds]) -> dict[str, slice]:
    """Give the rows of all rules, rule after rule."""
    starts = np.concatenate([[0], np.cumsum([len(b.lower) for b in bounds.values()])]).astype(int)
    return {name: slice(int(starts[k]), int(starts[k + 1])) for k, name in enumerate(bounds)}


def _prices(quarter: Quarter, goals: tuple[Goal, ...]) -> list[tuple[str, Price]]:
    """List every price with the name of its goal; no rule may have two."""
    prices = [(goal.name, price) for goal in goals for price in goal.prices(quarter)]
    priced = [price.rule for _, price in prices]
    if len(priced) != len(set(priced)):
        raise ValueError(
            f"two goals price one rule {priced}: only the cheaper would be used; give the second its own rule"
        )
    return prices


def _allowed(
    quarter: Quarter,
    rules: tuple[Rule, ...],
    charges: dict[str, tuple[Charge, ...]],
    bounds: dict[str, Bounds],
    prices: list[Price],
) -> Bools:
    """Mark the x cells that exist: a home fits, no rule forbids, every rule has room for the household alone."""
    allowed = quarter.fits.copy()
    for rule in rules:
        if rule.allows is not None:
            allowed &= rule.allows(quarter)
    for rule in rules:
        room = room_of(bounds[rule.name], [price for price in prices if price.rule == rule.name])
        allowed &= fits_alone(charges[rule.name], bounds[rule.name], room, quarter)
    return allowed


def room_above(program: Program) -> Floats:
    """Give how far each row may be exceeded at a price [unit of the rule]."""
    room = np.zeros(program.height)
    for segment in program.segments:
        if segment.sign < 0:
            np.add.at(room, segment.row, segment.width)
    return room


def permitted(program: Program) -> Bools:
    """Say which cells the rules leave open whatever homes, seats and places there are [household x plek]."""
    open_ = np.ones(program.allowed.shape, bool)
    for rule in program.rules:
        if rule.allows is not None:
            open_ &= rule.allows(program.quarter)
    return open_


def area_gemeente(program: Program, rule: str) -> Ints | None:
    """Give the gemeente of each area of a rule, the host where the areas are plekken; None where they are neither."""
    quarter, areas = program.quarter, program.bounds[rule].areas
    if areas == quarter.codes:
        return np.arange(len(areas))
    return quarter.plekken.host if areas == quarter.plekken.names else None


def _segments(
    goal: str, price: Price, rows: dict[str, slice], bounds: Bounds, charges: tuple[Charge, ...]
) -> Iterator[Segments]:
    """Spread a price over the rows of its rule that it widens, with every width finite."""
    row = np.arange(rows[price.rule].start, rows[price.rule].stop)
    most = _most(bounds, charges)
    for side, sign, parts in (("below", 1.0, price.below), ("above", -1.0, price.above)):
        for k, (width, each) in enumerate(parts):
            wide = np.minimum(np.broadcast_to(np.asarray(width, float), row.shape), most)
            each_row, on = np.broadcast_to(np.asarray(each, float), row.shape), wide > 0
            if on.any():
                yield Segments(goal, f"{goal}_{side}{k}", row[on], sign, wide[on], each_row[on])


def _most(bounds: Bounds, charges: tuple[Charge, ...]) -> Floats:
    """Give the most by which any plan can leave each row's bounds: all load there is, and the lower bound itself."""
    total = np.zeros(len(bounds.kinds))
    for charge in charges:
        rate = 1.0 if charge.rate is None else float(np.abs(charge.rate).max())
        total += np.asarray(abs(charge.load).sum(axis=0)).ravel() * rate
    finite = np.where(np.isfinite(bounds.lower), np.abs(bounds.lower), 0)
    return np.tile(total, len(bounds.areas)) + finite
