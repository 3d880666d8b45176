"""The duals by which anyone can prove the bound again: of the rows that households share, never of one household."""

from itertools import product

import numpy as np

from optimizer.model import Floats
from optimizer.pricing import clip
from optimizer.program import Program
from optimizer.result_evidence import Schaduwprijs

LEFT_OUT = ("placement", "large_homes", "lock_household", "link")
"""Rows of one household, and the rows between the two layers: the best value of their duals follows from the rest."""
STOCK = "home_stock"
"""Rule of which a row without a home holds no column: its dual can be anything and proves nothing."""
NOISE = 1e-7
"""Smaller duals are what interior point leaves; any duals prove a bound, so that nothing is lost by rounding to 0."""


def evidence(program: Program, duals: Floats) -> tuple[Schaduwprijs, ...]:
    """List the duals that are not 0, in the order of the rules."""
    clipped, out = clip(duals[: program.height], program), list[Schaduwprijs]()
    for name, bounds in program.bounds.items():
        if name not in LEFT_OUT:
            prices, there = clipped[program.rows[name]], np.ones(len(bounds.upper), bool)
            if name == STOCK:
                there = bounds.upper > 0
            rows = zip(product(bounds.areas, bounds.kinds), np.where(there, prices, 0).tolist(), strict=True)
            out += [Schaduwprijs(name, area, kind, price) for (area, kind), price in rows if abs(price) > NOISE]
    return tuple(out)
