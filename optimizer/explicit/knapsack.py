"""A sharper bound: each place fills its persons with whole households, by exact dynamic programming.

The rule that a household goes to one place is priced instead (multipliers, moved by subgradients); the other rows keep
the duals of the linear program. Every place is then a knapsack of its own, solved for all places at once.
Source: Posta, Ferland and Michelon (2012), An exact method with variable fixing for solving the generalized assignment
problem, Computational Optimization and Applications 52, 629-644.
"""

from dataclasses import dataclass

import numpy as np

from optimizer.explicit.problem import Problem
from optimizer.model import Bools, Floats, Ints

FINEST = 2000
"""Most steps into which the room of a place is counted [steps]; more is rounded so that the bound still holds."""
MOST_TABLE = 400_000
"""Most entries (places x steps) of a table; a few hundred such tables are held at a time [entries]."""


@dataclass(frozen=True, eq=False)
class Knapsacks:
    """The persons row of every place, in steps.

    Attributes
    ----------
    load : ndarray
        Steps that a household takes, rounded down [steps, household x place].
    room : ndarray
        Steps of room, rounded down after the same scaling [steps, place].
    """

    load: Ints
    room: Ints


@dataclass(frozen=True, eq=False)
class Filled:
    """The best content of every place at some prices.

    Attributes
    ----------
    gain : ndarray
        Profit of each place [units, place].
    inside : ndarray
        Which pairs are used [household x place].
    """

    gain: Floats
    inside: Bools


def knapsacks(problem: Problem) -> Knapsacks | None:
    """Count the persons row in steps; None where no place bounds persons or the tables would be too large.

    Rounding loads down and room down after one scaling only adds plans: a sum of whole steps is at most the room's.
    """
    rule = problem.rules[0]
    m = problem.shape[1]
    load = np.repeat(rule.charge.load.toarray(), m, axis=1) * (1.0 if rule.charge.rate is None else rule.charge.rate)
    room = np.minimum(rule.bounds.upper, np.where(np.isfinite(problem.cost), load, 0).sum(axis=0))
    most = float(room.max(initial=0.0))
    if not np.isfinite(rule.bounds.upper).any() or most <= 0:
        return None
    factor = 1.0 if rule.whole and most <= FINEST else FINEST / most
    steps = Knapsacks(
        np.floor(load * factor * (1 + 1e-15)).astype(np.int64) if factor == 1.0 else _down(load * factor),
        np.floor(room * factor * (1 + 1e-9) + 1e-9).astype(np.int64),
    )
    return steps if m * (int(steps.room.max()) + 1) <= MOST_TABLE else None


def _down(values: Floats) -> Ints:
    """Round down, a little below what rounding errors may have added."""
    return np.maximum(np.floor(values * (1 - 1e-9) - 1e-9), 0).astype(np.int64)


class Table:
    """The dynamic program over the items that pay, place by place side by side."""

    def __init__(self, sacks: Knapsacks, profit: Floats) -> None:
        n, m = profit.shape
        pays = profit > 0
        self.sacks, self.profit, self.places = sacks, profit, np.arange(m)
        self.deep = int(pays.sum(axis=0).max(initial=0))
        place, item = np.nonzero(pays.T)
        slot = np.arange(len(place)) - np.searchsorted(place, self.places)[place]
        self.item, self.on = np.zeros((self.deep, m), np.int64), np.zeros((self.deep, m), bool)
        self.item[slot, place], self.on[slot, place] = item, True
        self.worth, self.size = np.zeros((self.deep, m)), np.zeros((self.deep, m), np.int64)
        self.worth[slot, place], self.size[slot, place] = profit[item, place], sacks.load[item, place]
        self.wide = int(sacks.room.max(initial=0)) + 1
        self.pad = int(self.size.max(initial=0))
        self.count = n

    def forward(self) -> Floats:
        """Give the best profit within every room after the first k items [item x place x step]."""
        m, pad, wide = len(self.places), self.pad, self.wide
        out = np.zeros((self.deep + 1, m, wide))
        padded = np.full((m, pad + wide), -np.inf)
        padded[:, pad:] = 0.0
        base = (self.places * (pad + wide) + pad)[:, None] + np.arange(wide)[None, :]
        flat = padded.ravel()
        for k in range(self.deep):
            taken = flat.take(base - self.size[k][:, None])
            taken += self.worth[k][:, None]
            np.maximum(padded[:, pad:], taken, out=padded[:, pad:])
            out[k + 1] = padded[:, pad:]
        return out

    def content(self, tables: Floats) -> Bools:
        """Read back which items the best content of every place holds [household x place]."""
        inside = np.zeros((self.count, len(self.places)), bool)
        left = self.sacks.room.copy()
        for k in range(self.deep - 1, -1, -1):
            took = tables[k + 1, self.places, left] > tables[k, self.places, left]
            inside[self.item[k, took], self.places[took]] = True
            left -= np.where(took, self.size[k], 0)
        return inside


def fill(sacks: Knapsacks, profit: Floats) -> Filled:
    """Fill every place for the most profit."""
    table = Table(sacks, profit)
    tables = table.forward()
    gain = tables[-1][table.places, sacks.room]
    return Filled(gain, table.content(tables))


def forced(sacks: Knapsacks, profit: Floats) -> tuple[Floats, Floats]:
    """Give the loss of profit when a pair must be used, and when it may not be [units, household x place]."""
    table = Table(sacks, profit)
    tables, places = table.forward(), table.places
    gain = tables[-1][places, sacks.room]
    left = sacks.room[None, :] - sacks.load
    best = np.where(left >= 0, tables[-1][places[None, :], np.maximum(left, 0)], -np.inf)
    loss_in = gain[None, :] - (profit + best)
    loss_out = np.zeros_like(profit)
    steps = np.arange(table.wide)
    at = sacks.room[:, None] - steps[None, :]
    legal, at = at >= 0, np.maximum(at, 0)
    after = np.zeros((len(places), table.wide))
    base = np.arange(len(places))[:, None]
    for k in range(table.deep - 1, -1, -1):
        before = tables[k]
        without = np.where(legal, before + after[base, at], -np.inf)
        best_out = without.max(axis=1)
        room_in = sacks.room - table.size[k]
        rest = room_in[:, None] - steps[None, :]
        both = np.where(rest >= 0, before + after[base, np.maximum(rest, 0)], -np.inf)
        on = table.on[k]
        loss_out[table.item[k, on], places[on]] = (gain - best_out)[on]
        loss_in[table.item[k, on], places[on]] = (gain - (table.worth[k] + both.max(axis=1)))[on]
        shifted = steps[None, :] - table.size[k][:, None]
        taken = np.where(shifted >= 0, after[base, np.maximum(shifted, 0)] + table.worth[k][:, None], -np.inf)
        after = np.maximum(after, np.where(on[:, None], taken, -np.inf))
    return loss_in, loss_out
