"""Homes reserved for statushouders in a mixed site are used; leaving them empty is priced."""

import numpy as np

from optimizer.homes import on_offer, plek_name
from optimizer.model import NONE, Bounds, Floats, Rule
from optimizer.quarter import Quarter
from optimizer.rules.home_stock import charges


def reserved(quarter: Quarter) -> Floats:
    """Add up the reserved homes [plek x home type, homes]."""
    homes, plekken = quarter.homes, quarter.plekken
    out = np.zeros((plekken.count, len(homes.types)))
    plek_at = {name: n for n, name in enumerate(plekken.names)}
    for record in on_offer(quarter.case):
        doors = record.plaatsen // record.bruikbaar
        type_at = homes.types.index((record.woonvorm, record.slaapt))
        out[plek_at[plek_name(record)], type_at] += record.gereserveerd * doors
    return out


def bounds(quarter: Quarter) -> Bounds:
    """Ask for the reserved homes at least; no rows where nothing is reserved [homes]."""
    least = reserved(quarter)
    if not least.any():
        return Bounds((), quarter.homes.type_names, np.zeros(0), np.zeros(0))
    return Bounds(quarter.plekken.names, quarter.homes.type_names, least.ravel(), np.full(least.size, NONE))


RULE = Rule(
    "reserved",
    ("plek", "woningtype"),
    "homes",
    "Eerste Kamer 14-11-2025: doorstroomlocaties in eerste instantie voor statushouders; table woningaanbod",
    r"\sum_{k \in K} y_{k,s,t} \ge M_{s,t} \quad \forall s \in S,\; t \in T",
    charges,
    bounds,
)
