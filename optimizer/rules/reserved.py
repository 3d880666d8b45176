"""Homes reserved for statushouders in a mixed site are used; leaving them empty is priced."""

import numpy as np

from optimizer.homes import on_offer, plek_name
from optimizer.model import NONE, Bounds, Charge, Floats, Ints, Rule, one_hot
from optimizer.quarter import Quarter


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


def _somewhere(quarter: Quarter) -> tuple[Floats, Ints, Ints]:
    """Give the reserved homes, and the plekken and home types where any are."""
    least = reserved(quarter)
    return least, np.flatnonzero(least.any(axis=1)), np.flatnonzero(least.any(axis=0))


def charges(quarter: Quarter) -> tuple[Charge, ...]:
    """Charge each home of a type that is reserved somewhere to the plekken with reserved homes [homes]."""
    _, plekken, types = _somewhere(quarter)
    place = np.full(quarter.plekken.count, -1)
    place[plekken] = np.arange(len(plekken))
    load = one_hot(quarter.homes.offer_type, len(quarter.homes.types))[:, types]
    return (Charge("y", load.tocsr(), place),)


def bounds(quarter: Quarter) -> Bounds:
    """Ask for the reserved homes at least; no rows where nothing is reserved [homes]."""
    least, plekken, types = _somewhere(quarter)
    lower = least[np.ix_(plekken, types)].ravel()
    areas = tuple(quarter.plekken.names[n] for n in plekken)
    return Bounds(areas, tuple(quarter.homes.type_names[n] for n in types), lower, np.full(len(lower), NONE))


RULE = Rule(
    "reserved",
    ("plek", "woningtype"),
    "homes",
    "Eerste Kamer 14-11-2025: doorstroomlocaties in eerste instantie voor statushouders; table woningaanbod",
    r"\sum_{k \in K} y_{k,s,t} \ge M_{s,t} \quad \forall s \in S,\; t \in T",
    charges,
    bounds,
)
