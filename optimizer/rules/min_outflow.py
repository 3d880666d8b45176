"""At least so many persons leave reception this kwartaal; fewer is priced heavily."""

import numpy as np

from optimizer.model import NONE, Bounds, Charge, Rule, column
from optimizer.quarter import Quarter


def charges(quarter: Quarter) -> tuple[Charge, ...]:
    """Charge every person placed to the country [persons]."""
    return (Charge("x", column(quarter.people.persons), np.zeros(quarter.plekken.count, np.int64)),)


def bounds(quarter: Quarter) -> Bounds:
    """Ask for the scenario's least outflow [persons]."""
    least = quarter.case.scenario.min_uitstroom_personen
    if least is None:
        return Bounds((), ("",), np.zeros(0), np.zeros(0))
    return Bounds(("NL",), ("",), np.array([float(least)]), np.array([NONE]))


RULE = Rule(
    "min_outflow",
    ("land",),
    "persons",
    "minister VRO 20-3-2026: voldoende uitstroom uit de asielopvang; the number is a choice of the scenario",
    r"\sum_{h,s} p_h\, x_{h,s} \ge U",
    charges,
    bounds,
)
