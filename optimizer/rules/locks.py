"""A planner's locks hold: who goes where, who does not, and how many persons a gemeente takes at least and at most."""

from collections.abc import Iterator

import numpy as np
import scipy.sparse as sp

from inputs.keuzes import Vastlegging
from optimizer.model import NONE, Bools, Bounds, Charge, Rule
from optimizer.quarter import Quarter
from optimizer.rules.share import charges


def of_kind(quarter: Quarter, *kinds: str) -> Iterator[Vastlegging]:
    """List the locks of some kinds."""
    return (lock for lock in quarter.case.vastleggingen if lock.soort in kinds)


def fixed(quarter: Quarter) -> tuple[str, ...]:
    """List the households that are locked to a gemeente."""
    return tuple(sorted({lock.huishouden_id or "" for lock in of_kind(quarter, "vast")}))


def allows(quarter: Quarter) -> Bools:
    """Leave a locked household the plekken whose host is its gemeente, and close what is forbidden."""
    mask = np.ones((quarter.people.count, quarter.plekken.count), bool)
    for lock in of_kind(quarter, "vast", "verboden"):
        there = quarter.plekken.host == quarter.codes.index(lock.waarde or lock.gemeentecode or "")
        who = slice(None) if lock.huishouden_id is None else quarter.people.index[lock.huishouden_id]
        mask[who] &= there if lock.soort == "vast" else ~there
    return mask


def placed_charges(quarter: Quarter) -> tuple[Charge, ...]:
    """Charge each locked household its persons wherever it may go [persons]."""
    names, people = fixed(quarter), quarter.people
    rows = [people.index[name] for name in names]
    shape = (people.count, len(names))
    load = sp.csr_array((people.persons[rows], (rows, np.arange(len(names)))), shape=shape)
    return (Charge("x", load, np.zeros(quarter.plekken.count, np.int64)),)


def placed_bounds(quarter: Quarter) -> Bounds:
    """Ask that each locked household is placed [persons]."""
    names, people = fixed(quarter), quarter.people
    persons = people.persons[[people.index[name] for name in names]]
    return Bounds(("NL",) if names else (), names, persons, np.full(len(names), NONE))


def taken_bounds(quarter: Quarter) -> Bounds:
    """Bound each locked gemeente by the strictest of its locks [persons]."""
    if not any(of_kind(quarter, "min", "max")):
        return Bounds((), ("",), np.zeros(0), np.zeros(0))
    lower, upper = np.full(len(quarter.codes), -NONE), np.full(len(quarter.codes), NONE)
    for lock in of_kind(quarter, "min", "max"):
        g, persons = quarter.codes.index(lock.gemeentecode or ""), float(lock.waarde or 0)
        if lock.soort == "min":
            lower[g] = max(lower[g], persons)
        else:
            upper[g] = min(upper[g], persons)
    return Bounds(quarter.codes, ("",), lower, upper)


SOURCE = "AVG art. 22 and AP: a planner may deviate; table vastleggingen, each with its reason"
PLACED = Rule(
    "lock_household",
    ("huishouden",),
    "persons",
    SOURCE,
    r"p_h \sum_{s:\, host(s)=g_h} x_{h,s} \ge p_h \quad \forall h \in V; \qquad x_{h,s} = 0 \text{ where forbidden}",
    placed_charges,
    placed_bounds,
    allows,
)
TAKEN = Rule(
    "lock_gemeente",
    ("gemeente",),
    "persons",
    SOURCE,
    r"\underline{v}_g \le \sum_{h,s:\, owner(s)=g} p_h\, x_{h,s} \le \overline{v}_g \quad \forall g \in V",
    charges,
    taken_bounds,
)
