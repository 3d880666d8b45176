"""What a gemeente takes changes gradually: persons beyond the greatest change between two kwartalen are priced."""

import numpy as np

from optimizer.bands import around
from optimizer.model import Bounds, Rule
from optimizer.quarter import Quarter
from optimizer.rules.share import charges


def bounds(quarter: Quarter) -> Bounds:
    """Bound each gemeente by what it took in the kwartaal before [persons]."""
    part = quarter.case.scenario.wijziging_hoogstens
    if part is None:
        return Bounds((), ("",), np.zeros(0), np.zeros(0))
    before = np.array([g.vorig_kwartaal_personen or 0 for g in quarter.case.gemeenten], float)
    lower, upper = around(before, part, quarter.parameter("spreiding.wijziging_personen"))
    return Bounds(quarter.codes, ("",), lower, upper)


RULE = Rule(
    "max_change",
    ("gemeente",),
    "persons",
    "noordelijke gemeenten (Volkskrant 2020): no nothing followed by a lump; the part is a choice of the scenario",
    r"\max(v_g - c_g, 0) \le \sum_{h,s:\, owner(s)=g} p_h\, x_{h,s} \le v_g + c_g \quad \forall g \in G",
    charges,
    bounds,
)
