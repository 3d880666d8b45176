"""Proof that a plan is the only one as good: the bound, with any one household elsewhere, is above its value.

Lagrange, as in ``pricing``: shared rows are priced, and what is left is a choice per household, to stay or to go to a
plek at its cheapest home. Another plan has at least one household elsewhere, so its value is at least the bound plus
what the best other choice of that household costs more than its cheapest. Holds for any duals.
"""

from dataclasses import replace
from math import fsum

import numpy as np

from optimizer.coarse import complete
from optimizer.evidence import LEFT_OUT, NOISE
from optimizer.model import Floats
from optimizer.plan import NOWHERE, Plan, goal_values
from optimizer.pricing import BLOCK, clip, reduced_costs
from optimizer.program import Program
from optimizer.rival_plans import stay_costs

NEAR = 1e-9
"""Sums of floats are never further off, relative [1]."""
MARGIN = 1e-7
"""The bound of every other plan must be this far above the value for each household: more than a check in whole units
of 2^-30 punten rounds away [punten/household]."""


def is_only(program: Program, plan: Plan, duals: Floats, goals: tuple[str, ...]) -> bool:
    """Say whether it is proved that no other lawful plan has the same values of these goals.

    Parameters
    ----------
    duals : ndarray
        Of the rows of the program; those of rows of one household are not used [punten/unit].
    """
    part = replace(program, rates={goal: rate if goal in goals else 0.0 for goal, rate in program.rates.items()})
    values = goal_values(part, plan)
    value = fsum(part.rates[goal] * values[goal] for goal in goals)
    bound, margin = _bound(part, plan, shared(part, duals))
    return bound + margin > value + NEAR * (1 + abs(value)) + MARGIN * len(plan.plek)


def shared(program: Program, duals: Floats) -> Floats:
    """Keep the duals that a run stores: of rows that households share, and not noise; then price the homes."""
    kept = clip(duals[: program.height], program)
    kept = np.where(np.abs(kept) > NOISE, kept, 0.0)
    for name in LEFT_OUT:
        kept[program.rows[name]] = 0.0
    return complete(program, kept)


def _bound(program: Program, plan: Plan, duals: Floats) -> tuple[float, float]:
    """Give the bound over all plans, and the least that one household elsewhere adds to it [punten]."""
    up, down, fixed = duals > 0, duals < 0, program.fixed
    link = program.rows["link"]
    up[link] = down[link] = False  # both its bounds are 0
    value = fsum(duals[up] * program.lower[up]) + fsum(duals[down] * program.upper[down])
    value += fsum(np.minimum(fixed.cost - fixed.matrix.T @ duals, 0) * fixed.column_upper)
    stay = np.sum([stay_costs(program, goal) for goal in program.rates], axis=0)
    margin = np.inf
    for first in range(0, len(plan.plek), BLOCK):
        block = slice(first, first + BLOCK)
        costs = np.column_stack([reduced_costs(program, duals, block), stay[block]])
        here, now = np.arange(len(costs)), plan.plek[block]
        now = np.where(now == NOWHERE, costs.shape[1] - 1, now)
        own = costs[here, now]
        costs[here, now] = np.inf
        other = costs.min(axis=1)
        least = np.minimum(own, other)
        value += fsum(least)
        margin = min(margin, float((other - least).min()))
    return value, margin
