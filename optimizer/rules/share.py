"""The persons that count for a gemeente stay in the band around its target; leaving the band is priced."""

from optimizer.model import Bounds, Charge, Rule, column
from optimizer.quarter import Quarter


def charges(quarter: Quarter) -> tuple[Charge, ...]:
    """Charge every person to the owner, wherever the home stands [persons]."""
    return (Charge("x", column(quarter.people.persons), quarter.plekken.owner),)


def bounds(quarter: Quarter) -> Bounds:
    """Give the edges of the band, which one function makes [persons]."""
    return Bounds(quarter.codes, ("",), quarter.shares.lower, quarter.shares.upper)


RULE = Rule(
    "share",
    ("gemeente",),
    "persons",
    "Huisvestingswet 2014 art. 29 for the key; band and catch-up are choices of the scenario",
    r"\underline{b}_g \le \sum_{h,s:\, owner(s)=g} p_h\, x_{h,s} \le \overline{b}_g \quad \forall g \in G",
    charges,
    bounds,
)
