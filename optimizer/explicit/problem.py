"""The program of an explicit problem: what every pair costs, what every row sums to, and what it may be."""

from dataclasses import dataclass, replace
from functools import cached_property
from math import fsum

import numpy as np
import scipy.sparse as sp

from optimizer.explicit.tables import Instance
from optimizer.explicit.units import NEAR, Unit, unit_of
from optimizer.model import NONE, Bools, Bounds, Charge, Floats, Ints, column
from optimizer.plan import NOWHERE
from optimizer.program import Arrays, Cells


@dataclass(frozen=True, eq=False)
class Row:
    """A rule of an explicit problem: one charge and its bounds, counted in units.

    Attributes
    ----------
    whole : bool
        Whether every load is a whole number of units, so that sums are exact.
    """

    name: str
    charge: Charge
    bounds: Bounds
    whole: bool


@dataclass(frozen=True, eq=False)
class Problem:
    """Minimise the cost of all pairs in use and of all who stay, within the rows.

    Attributes
    ----------
    cost : ndarray
        Cost of each pair [units], inf where it does not exist [household x place].
    stay : ndarray
        Cost of staying unplaced [units], inf where that is not allowed [household].
    rules : tuple of Row
        Rows, placement of a household excepted: at most one place each is built in.
    whole : bool
        Whether all costs are whole, so that a bound may be rounded up.
    elastic : bool
        Whether a row may stay below its lower bound at a price of 1 per unit; otherwise lower bounds are hard.
    """

    cost: Floats
    stay: Floats
    rules: tuple[Row, ...]
    whole: bool
    elastic: bool = False

    @cached_property
    def lower(self) -> Floats:
        """Lower bounds of all rows [unit of the rule]."""
        return np.concatenate([np.zeros(0), *(rule.bounds.lower for rule in self.rules)])

    @cached_property
    def upper(self) -> Floats:
        """Upper bounds of all rows [unit of the rule]."""
        return np.concatenate([np.zeros(0), *(rule.bounds.upper for rule in self.rules)])

    @cached_property
    def whole_row(self) -> Bools:
        """Rows whose sums are whole numbers."""
        return np.concatenate([np.zeros(0, bool), *(np.full(len(r.bounds.lower), r.whole) for r in self.rules)])

    @cached_property
    def starts(self) -> Ints:
        """First row of each rule, and the number of rows at the end [rows]."""
        return np.concatenate([[0], np.cumsum([len(rule.bounds.lower) for rule in self.rules])]).astype(np.int64)

    @property
    def shape(self) -> tuple[int, int]:
        """Households and places."""
        return self.cost.shape[0], self.cost.shape[1]

    @cached_property
    def short(self) -> Ints:
        """Rows that may fall short at a price [rows]."""
        return np.flatnonzero(self.lower > 0) if self.elastic else np.zeros(0, np.int64)

    def matrix(self, cells: Cells) -> sp.csc_array:
        """Give the coefficients of some pairs in all rows [rows x pairs]."""
        parts = [rule.charge.coefficients(cells.who, cells.plek) for rule in self.rules]
        row = np.concatenate([np.zeros(0, np.int64), *(t.row + s for t, s in zip(parts, self.starts, strict=False))])
        col = np.concatenate([np.zeros(0, np.int64), *(t.column for t in parts)])
        weight = np.concatenate([np.zeros(0), *(t.weight for t in parts)])
        return sp.csc_array((weight, (row, col)), shape=(len(self.lower), len(cells)))

    def reduced(self, duals: Floats) -> Floats:
        """Give the cost of every pair less what the rows charge for it [units, household x place]."""
        total = self.cost.copy()
        for k, rule in enumerate(self.rules):
            price = duals[self.starts[k] : self.starts[k + 1]]
            if price.any():
                total -= rule.charge.grid(price, slice(None))
        return total

    def activity(self, place: Ints) -> Floats:
        """Sum every row over the pairs in use [unit of the rule]."""
        who = np.flatnonzero(place >= 0)
        used = self.matrix(Cells(who, place[who]))
        total: Floats = np.asarray(used.sum(axis=1), float).ravel()
        return total

    def room(self) -> Floats:
        """Give upper bounds with what doubles cannot tell apart [unit of the rule]."""
        slack = np.where(self.whole_row | np.isinf(self.upper), 0.0, NEAR * np.abs(self.upper))
        return self.upper + slack

    def lacks(self, activity: Floats) -> Floats:
        """Give by how much each row stays below its lower bound [unit of the rule]."""
        slack = np.where(self.whole_row, 0.0, NEAR * np.maximum(np.abs(self.lower), 0))
        lack = np.where(np.isneginf(self.lower), 0.0, self.lower - activity)
        return np.where(lack > slack, lack, 0.0)

    def lawful(self, place: Ints) -> bool:
        """Say whether a plan keeps every rule."""
        who = np.flatnonzero(place >= 0)
        activity = self.activity(place)
        return bool(
            np.isfinite(self.cost[who, place[who]]).all()
            and np.isfinite(self.stay[place == NOWHERE]).all()
            and (activity <= self.room()).all()
            and (self.elastic or not self.lacks(activity).any())
        )

    def value(self, place: Ints) -> float:
        """Give the cost of a plan, summed exactly [units]."""
        who = np.flatnonzero(place >= 0)
        total = fsum(self.cost[who, place[who]]) + fsum(self.stay[place == NOWHERE])
        return total + (fsum(self.lacks(self.activity(place))[self.short]) if self.elastic else 0.0)

    def kept(self, rule: Row) -> "Problem":
        """Give the same problem with one more rule."""
        return replace(self, rules=(*self.rules, rule))


def program(problem: Problem, cells: Cells, rest: Floats | None = None, who: Ints | None = None) -> Arrays:
    """Assemble the linear program over some pairs: rows scaled by powers of two, then one placement row each.

    Parameters
    ----------
    rest : ndarray, optional
        What others already use of every row [unit of the rule].
    who : ndarray, optional
        Households that take part; none: all.

    Returns
    -------
    Arrays
        Columns: the pairs, then the shortfalls. A pair costs what it adds to staying, so that the value misses the sum
        of ``stay`` of those that may stay.
    """
    used = np.zeros(len(problem.lower)) if rest is None else rest
    people = np.arange(problem.shape[0]) if who is None else who
    at = np.full(problem.shape[0], -1)
    at[people] = np.arange(len(people))
    scale = row_scale(problem)
    upper, lower = (problem.room() - used) * scale, (problem.lower - used) * scale
    rows = sp.diags_array(scale) @ problem.matrix(cells)
    once = sp.csr_array((np.ones(len(cells)), (at[cells.who], np.arange(len(cells)))), shape=(len(people), len(cells)))
    lack = sp.csr_array(
        (scale[problem.short], (problem.short, np.arange(len(problem.short)))), (len(upper), len(problem.short))
    )
    matrix = sp.csc_array(sp.block_array([[rows, lack], [once, None]], format="csc"))
    may_stay = np.isfinite(problem.stay)
    base = np.where(may_stay, problem.stay, 0.0)
    return Arrays(
        matrix,
        np.concatenate([problem.cost[cells.who, cells.plek] - base[cells.who], np.ones(len(problem.short))]),
        np.concatenate([lower, np.where(may_stay[people], -NONE, 1.0)]),
        np.concatenate([upper, np.ones(len(people))]),
        np.concatenate([np.ones(len(cells)), problem.lower[problem.short]]),
        np.arange(matrix.shape[1]) < len(cells),
    )


def row_scale(problem: Problem) -> Floats:
    """Give the power of two that brings the largest load of each rule near 1 [1 per unit of the rule]."""
    scales = []
    for rule in problem.rules:
        load = np.abs(rule.charge.load.data).max(initial=0.0)
        most = load * (1.0 if rule.charge.rate is None else np.abs(rule.charge.rate).max(initial=0.0))
        scales.append(np.full(len(rule.bounds.lower), 2.0 ** -np.ceil(np.log2(most)) if most > 0 else 1.0))
    return np.concatenate([np.zeros(0), *scales])


def rules_of(instance: Instance) -> tuple[Row, ...]:
    """Write the rows of an instance: persons, further sizes, dwellings."""
    names = tuple(str(label) for label in instance.places)
    everywhere = np.arange(len(names))
    unit = unit_of(instance.persons if instance.use is None else instance.use)
    low = unit.least(instance.minimum)
    persons = Bounds(names, ("",), np.where(low > 0, low, -NONE), unit.room(instance.room))
    rows = [Row("capacity_persons", persons_charge(instance, unit, everywhere), persons, unit.whole)]
    for k, size in enumerate(instance.sizes):
        each = unit_of(instance.load[:, k])
        most = Bounds(names, ("",), np.full(len(names), -NONE), each.room(instance.capacity[:, k]))
        charge = Charge("x", column(each.count(instance.load[:, k])), everywhere)
        rows.append(Row(f"capacity_{size}", charge, most, each.whole))
    classes = instance.dwellings.shape[1]
    if classes:
        nested = np.cumsum(instance.dwellings[:, ::-1], axis=1)[:, ::-1]
        kinds = tuple(f"class_{k + 1}_or_better" for k in range(classes))
        wants = np.maximum(instance.need, 1)[:, None] > np.arange(classes)[None, :]
        charge = Charge("x", sp.csr_array(wants.astype(float)), everywhere)
        rows.append(Row("dwellings", charge, Bounds(names, kinds, np.full(nested.size, -NONE), nested.ravel()), True))
    return tuple(rows)


def persons_charge(instance: Instance, unit: Unit, everywhere: Ints) -> Charge:
    """Charge persons, or what the pair uses, to the place [units]."""
    if instance.use is None:
        return Charge("x", column(unit.count(instance.persons)), everywhere)
    once = column(np.ones(len(instance.households)))
    return Charge("x", once, everywhere, unit.count(instance.use))


def fits(instance: Instance, rules: tuple[Row, ...]) -> Bools:
    """Say which pairs exist and fit when the household is alone there [household x place]."""
    open_ = instance.allowed.copy()
    classes = instance.dwellings.shape[1]
    if classes:
        open_ &= (instance.need <= classes)[:, None]
    for rule in rules:
        kinds = rule.charge.load.shape[1]
        most = rule.bounds.upper * (1.0 if rule.whole else 1 + NEAR)
        for kind in range(kinds):
            load = rule.charge.load[:, [kind]].toarray()
            uses = load * (1.0 if rule.charge.rate is None else rule.charge.rate)
            open_ &= uses <= most.reshape(-1, kinds)[None, :, kind]
    return open_
