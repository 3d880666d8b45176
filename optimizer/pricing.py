"""The reduced cost of every cell, generated or not, and the bound that follows, from products of small tables."""

from dataclasses import dataclass
from math import fsum

import numpy as np

from optimizer.model import Floats, Layer
from optimizer.program import Cells, Program

BLOCK = 2048
"""Households priced at a time [households]; bounds the memory, not the answer."""
ENTERING = -1e-7
"""A cell enters the program below this reduced cost [punten]."""


@dataclass(frozen=True, eq=False)
class Priced:
    """What pricing all cells with some duals gives.

    Attributes
    ----------
    bound : float
        No plan, whole or not, has a lower value [punten].
    entering : Cells
        The cheapest cells of each household that would enter.
    """

    bound: float
    entering: Cells


def clip(duals: Floats, program: Program) -> Floats:
    """Drop dual signs that no finite bound supports; interior point leaves noise there, which the bound cannot bear."""
    duals = np.where(np.isneginf(program.lower), np.minimum(duals, 0), duals)
    return np.where(np.isposinf(program.upper), np.maximum(duals, 0), duals)


def reduced_costs(program: Program, duals: Floats, block: slice, layer: Layer = "x") -> Floats:
    """Give the reduced cost of every x cell of some households, +inf where the cell does not exist [punten]."""
    total = np.zeros((len(range(*block.indices(program.quarter.people.count))), program.quarter.plekken.count))
    for goal, rate in program.rates.items():
        for cost in program.costs[goal]:
            if cost.layer == layer and rate:
                total += rate * cost.grid(block)
    for name, charges in program.charges.items():
        price = duals[program.rows[name]]
        for charge in charges:
            if charge.layer == layer and price.any():
                total -= charge.grid(price, block)
    return np.where(program.allowed[block], total, np.inf)


def price(program: Program, duals: Floats, entering: int = 10) -> Priced:
    """Prove a lower bound over all cells, and list up to ``entering`` cells per household that would enter.

    Lagrange: every row is priced by its dual; what is left is a choice per column. A household goes to at most one
    plek, so it adds at most its cheapest reduced cost. Holds for any duals. Sums are exact (fsum), so that the bound
    does not depend on the processor.
    """
    duals = clip(duals, program)
    up, down, fixed = duals > 0, duals < 0, program.fixed
    value = fsum(duals[up] * program.lower[up]) + fsum(duals[down] * program.upper[down])
    value += fsum(np.minimum(fixed.cost - fixed.matrix.T @ duals, 0) * fixed.column_upper)
    who, plek = [], []
    for first in range(0, program.quarter.people.count, BLOCK):
        costs = reduced_costs(program, duals, slice(first, first + BLOCK))
        value += fsum(np.minimum(costs.min(axis=1), 0))
        few = min(entering, costs.shape[1])
        cheapest = np.argpartition(costs, few - 1, axis=1)[:, :few]
        row, at = np.nonzero(np.take_along_axis(costs, cheapest, 1) < ENTERING)
        who.append(row + first)
        plek.append(cheapest[row, at])
    return Priced(value, Cells(np.concatenate(who), np.concatenate(plek)))
