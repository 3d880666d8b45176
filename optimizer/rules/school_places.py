"""School places bound the children of school age who come to live in a gemeente."""

import scipy.sparse as sp

from inputs.domain import SCHOOLSOORTEN
from optimizer.model import Bounds, Charge, Rule, at_most
from optimizer.quarter import Quarter


def charges(quarter: Quarter) -> tuple[Charge, ...]:
    """Charge children of 4-11 to po and of 12-17 to isk in the host gemeente [children]."""
    return (Charge("x", sp.csr_array(quarter.people.school), quarter.plekken.host),)


def bounds(quarter: Quarter) -> Bounds:
    """Allow no more children than there are places this kwartaal [children]."""
    return at_most(quarter.codes, SCHOOLSOORTEN, quarter.services.places.ravel())


RULE = Rule(
    "school_places",
    ("gastgemeente", "soort"),
    "children",
    "table onderwijs; Eerste Kamer 14-11-2025: access to education",
    r"\sum_{h,s:\, host(s)=g} c_{h,o}\, x_{h,s} \le C_{g,o} \quad \forall g \in G,\; o \in O",
    charges,
    bounds,
)
