"""Homes of a type at a plek house one household each, and no more than there are."""

import numpy as np

from optimizer.model import Bounds, Charge, Rule, at_most, one_hot
from optimizer.quarter import Quarter


def charges(quarter: Quarter) -> tuple[Charge, ...]:
    """Charge each home opened to its type at the plek [homes]."""
    homes = quarter.homes
    return (Charge("y", one_hot(homes.offer_type, len(homes.types)), np.arange(quarter.plekken.count)),)


def bounds(quarter: Quarter) -> Bounds:
    """Open no more homes than the whole homes on offer [homes]."""
    return at_most(quarter.plekken.names, quarter.homes.type_names, quarter.homes.stock.ravel())


RULE = Rule(
    "home_stock",
    ("plek", "woningtype"),
    "homes",
    "table woningaanbod; NOS 2529952, July 2024: homes of every size are short",
    r"\sum_{k \in K} y_{k,s,t} \le D_{s,t} \quad \forall s \in S,\; t \in T",
    charges,
    bounds,
)
