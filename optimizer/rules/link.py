"""The homes opened for a housing group at a plek are as many as its households sent there."""

import numpy as np

from optimizer.model import Bounds, Charge, Rule, one_hot
from optimizer.quarter import Quarter


def charges(quarter: Quarter) -> tuple[Charge, ...]:
    """Charge households to their group at the plek, and take the homes opened for it away [households]."""
    here, groups = np.arange(quarter.plekken.count), len(quarter.people.kinds)
    return (
        Charge("x", one_hot(quarter.people.group, groups), here),
        Charge("y", -one_hot(quarter.homes.offer_group, groups), here),
    )


def bounds(quarter: Quarter) -> Bounds:
    """Let the two cancel [households]."""
    nothing = np.zeros(quarter.plekken.count * len(quarter.people.kinds))
    return Bounds(quarter.plekken.names, quarter.people.group_names, nothing, nothing)


RULE = Rule(
    "link",
    ("plek", "groep"),
    "households",
    "arithmetic: koppeling and huisvesting are two layers of one plan",
    r"\sum_{h \in k} x_{h,s} = \sum_{t \in T_k} y_{k,s,t} \quad \forall k \in K,\; s \in S",
    charges,
    bounds,
)
