"""The persons that count for a provincie stay in a band around its targets; leaving it is priced."""

from optimizer.model import Bounds, Charge, Rule, column
from optimizer.quarter import Quarter
from optimizer.rules.area_band import band


def charges(quarter: Quarter) -> tuple[Charge, ...]:
    """Charge every person to the provincie of the owner [persons]."""
    return (Charge("x", column(quarter.people.persons), quarter.provincies.of[quarter.plekken.owner]),)


def bounds(quarter: Quarter) -> Bounds:
    """Give the edges of the band around the sum of the targets [persons]."""
    return band(quarter, quarter.provincies, quarter.case.scenario.band_provincie)


RULE = Rule(
    "share_provincie",
    ("provincie",),
    "persons",
    "Eerste Kamer 14-11-2025: spreiding over het land; the width of the band is a choice of the scenario",
    r"\underline{b}_a \le \sum_{h,s:\, owner(s) \in a} p_h\, x_{h,s} \le \overline{b}_a \quad \forall a \in P",
    charges,
    bounds,
)
