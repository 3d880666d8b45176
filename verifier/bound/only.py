"""No other plan is worth as little: the bound with any one household elsewhere, from the stored prices."""

from collections.abc import Mapping
from fractions import Fraction

import numpy as np

from verifier.bound.cells import choices
from verifier.bound.grid import Grid
from verifier.bound.prices import NOWHERE, UNIT, Key, Prices
from verifier.bound.rows import rows
from verifier.case import Tables
from verifier.plan import Plan


def others_least(
    tables: Tables, plan: Plan, rates: Mapping[str, Fraction], prices: Mapping[Key, Fraction]
) -> Fraction | None:
    """Give what no other plan is below at these prices; None: no household can be elsewhere [punten].

    Another plan has a household elsewhere. So it is worth at least the bound, and on top what the best other choice of
    one household costs more than its cheapest; the least over the households.
    """
    grid = Grid(Prices(tables, rates, prices))
    at = {plek: n for n, plek in enumerate(grid.plekken)}
    now = {p.household.id: at[p.home.owner, p.home.host] for p in plan.placements}
    least, more = 0, NOWHERE
    for household, costs in choices(grid):
        cheapest = int(costs.min())
        other = int(np.delete(costs, now.get(household.id, len(grid.plekken))).min(initial=NOWHERE))
        least += cheapest
        if other < NOWHERE:
            more = min(more, other - cheapest)
    if more == NOWHERE:
        return None
    shared = rows(tables, dict(rates))
    worth = sum((row.worth(prices.get(key, Fraction(0))) for key, row in shared.items()), Fraction(0))
    return worth + Fraction(least + more, UNIT)
