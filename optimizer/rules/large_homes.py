"""Large families are assigned first: each one left in reception also weighs in a goal of its own."""

import numpy as np

from optimizer.model import NONE, Bools, Bounds, Charge, Ints, Rule, one_hot
from optimizer.quarter import Quarter


def large(quarter: Quarter) -> Bools:
    """Say which households need a home of the national pool of large homes [household]."""
    sleeps = np.array([kind.slaapplaatsen for kind in quarter.people.kinds])[quarter.people.group]
    is_large: Bools = sleeps >= quarter.parameter("grote_gezinnen.vanaf_personen")
    return is_large


def _rows(quarter: Quarter) -> Ints:
    """List the large households."""
    return np.flatnonzero(large(quarter))


def charges(quarter: Quarter) -> tuple[Charge, ...]:
    """Charge each large household its placement wherever it goes [households]."""
    everyone = one_hot(np.arange(quarter.people.count), quarter.people.count)
    return (Charge("x", everyone[:, _rows(quarter)].tocsr(), np.zeros(quarter.plekken.count, np.int64)),)


def bounds(quarter: Quarter) -> Bounds:
    """Ask for a placement of each large household [households]."""
    rows = _rows(quarter)
    names = tuple(quarter.people.ids[h] for h in rows)
    return Bounds(("NL",) if len(rows) else (), names, np.ones(len(rows)), np.full(len(rows), NONE))


RULE = Rule(
    "large_homes",
    ("huishouden",),
    "households",
    "Eerste Kamer 14-11-2025: landelijk woonruimteverdeelsysteem voor woningen voor grote gezinnen",
    r"\sum_{s \in S} x_{h,s} \ge 1 \quad \forall h \in H:\, n_h \ge \bar n",
    charges,
    bounds,
)
