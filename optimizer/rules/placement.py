"""Every household is placed once, or stays in reception at a price."""

import numpy as np

from optimizer.model import Bounds, Charge, Rule, one_hot
from optimizer.quarter import Quarter


def charges(quarter: Quarter) -> tuple[Charge, ...]:
    """Charge each household one placement wherever it goes [households]."""
    n = quarter.people.count
    return (Charge("x", one_hot(np.arange(n), n), np.zeros(quarter.plekken.count, np.int64)),)


def bounds(quarter: Quarter) -> Bounds:
    """Ask for exactly one placement per household [households]."""
    once = np.ones(quarter.people.count)
    return Bounds(("NL",), quarter.people.ids, once, once)


RULE = Rule(
    "placement",
    ("huishouden",),
    "households",
    "one home per household; a family is never split (Verdrag inzake de Rechten van het Kind art. 9)",
    r"\sum_{s \in S} x_{h,s} = 1 \quad \forall h \in H",
    charges,
    bounds,
)
