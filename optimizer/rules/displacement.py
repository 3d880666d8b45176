"""Statushouders take no more than a part of the social homes that a gemeente lets; the rest is for others."""

import numpy as np

from optimizer.model import Bounds, Charge, Rule, at_most, column
from optimizer.quarter import Quarter

SOCIAL = "sociale_huur"
EXACT = 1e-9
"""Guard against a product such as 0.3 x 10 = 3.0000000000000004 or 2.999... [homes]."""


def charges(quarter: Quarter) -> tuple[Charge, ...]:
    """Charge each home of social rent to its owner [homes]."""
    homes = quarter.homes
    social = np.array([homes.types[t][0] == SOCIAL for t in homes.offer_type], float)
    return (Charge("y", column(social), quarter.plekken.owner),)


def bounds(quarter: Quarter) -> Bounds:
    """Allow the scenario's part of each gemeente's lettings, whole homes [homes]."""
    part = quarter.case.scenario.verdringing_hoogstens
    if part is None:
        return at_most((), ("",), np.zeros(0))
    lettings = np.array([g.sociale_verhuringen or 0 for g in quarter.case.gemeenten], float)
    return at_most(quarter.codes, ("",), np.floor(part * lettings + EXACT))


RULE = Rule(
    "displacement",
    ("gemeente",),
    "homes",
    "Eerste Kamer 14-11-2025: waarborgen om verdringing te voorkomen; the part is a choice of the scenario",
    r"\sum_{k,s,t:\, owner(s)=g,\, t \in T^{soc}} y_{k,s,t} \le \lfloor \delta L_g \rfloor \quad \forall g \in G",
    charges,
    bounds,
)
