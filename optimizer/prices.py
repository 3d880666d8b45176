"""What one more home, course seat or school place would change: solved again with it, never read off a dual.

The gemeenten and households that would exchange are solved again with and without the one more; the difference is the
gain that is proved to be there. The bound over all columns says what no plan with one more can exceed.
"""

from dataclasses import dataclass, replace

import numpy as np

from inputs.case import Afstanden
from optimizer.explained import Prijs
from optimizer.model import Bools, Floats, Ints
from optimizer.neighbourhood import apply, cut_out, improve
from optimizer.one_more import carried, program_with
from optimizer.parts import NEAR, Search, stay_cost
from optimizer.plan import NOWHERE, Plan, breaches, objective
from optimizer.program import Cells, Program
from optimizer.scarce import SOORT, Item, Views, scarce, views
from optimizer.side_by_side import side_by_side

MOST = 50
"""Items that are solved again [items]."""
WHOLE = 600
"""Up to so many cells everything is solved again [cells]."""
GEMEENTEN = 4
"""Gemeenten of a neighbourhood: where the one more is, and where the keenest households live [gemeenten]."""
WAITING = 15
"""Waiting households that a neighbourhood frees: the keenest, and as many who are near anywhere in it [households]."""
CELLS = 400
"""Cells offered in a neighbourhood, those of least regret [cells]."""
NODES = {"geheel": 20, "buurt": 1}
"""Branch-and-bound nodes for one answer; counted, so that two runs give the same figures [nodes]."""
GAP = {"geheel": 1e-6, "buurt": 1.0}
"""An answer may be so much below the best of its neighbourhood, and a gain below this is none [punten]."""
SECONDS = 1e9
"""No clock: the work is bounded by nodes and cells [s]."""


@dataclass(frozen=True, eq=False)
class Around:
    """What may move when there is one more: plekken, households, and which of their cells are offered."""

    plekken: Ints
    households: Ints
    wanted: Bools
    method: str


@dataclass(frozen=True, eq=False)
class Again:
    """What solving again needs: the plan, the relaxation's prices and bound, and the distances of the case."""

    search: Search
    plan: Plan
    bound: float
    afstanden: Afstanden
    best: Plan | None = None


def prices(again: Again, workers: int, most: int = MOST) -> tuple[Prijs, ...]:
    """Solve again with one more of each of the scarcest items, the largest gain first."""
    seen, items = views(again.search), scarce(again.search, most)
    again = replace(again, best=_best_of_all(again)) if items else again
    with side_by_side(workers) as each:
        found = list(each(lambda item: one_price(again, item, seen), items))
    return tuple(sorted(found, key=lambda p: (-p.winst_punten_minstens, p.soort, p.gemeentecode, p.wat)))


def one_price(again: Again, item: Item, seen: Views) -> Prijs:
    """Solve again with one more of an item, and without it in the same neighbourhood."""
    program, plan = again.search.program, again.plan
    raised = program_with(program, item, again.afstanden)
    near = around(again, raised, item)
    more = _better(raised, carried(program, plan, raised), near)
    gain = extra = 0.0
    if more is not None:
        base = again.best or _better(program, plan, near) or plan
        gain = objective(program, base) - objective(raised, more)
        persons = program.quarter.people.persons
        extra = persons[more.plek != NOWHERE].sum() - persons[base.plek != NOWHERE].sum()
    most = objective(program, plan) - again.bound + bound_drop(again.search, raised, item, seen)
    least = gain if gain > GAP[near.method] else 0.0
    return _prijs(program, item, least, max(most, least), int(extra) if least else 0, near.method)


def _best_of_all(again: Again) -> Plan | None:
    """Solve a small case again as it is: what one more brings is counted from there; None for a large case."""
    program = again.search.program
    if int(program.allowed.sum()) > WHOLE:
        return None
    return _better(program, again.plan, _everything(program)) or again.plan


def _everything(program: Program) -> Around:
    """Let all of a small case move."""
    plekken, people = np.arange(program.quarter.plekken.count), np.arange(program.quarter.people.count)
    return Around(plekken, people, np.ones((len(people), len(plekken)), bool), "geheel")


def _better(program: Program, plan: Plan, near: Around) -> Plan | None:
    """Solve a neighbourhood again; a lawful plan that is better, or None."""
    part = cut_out(program, plan, near.plekken, near.households, near.wanted)
    columns = improve(part, NODES[near.method], GAP[near.method], SECONDS)
    if columns is None:
        return None
    after = apply(program, plan, part, columns)
    return None if breaches(program, after) else after


def around(again: Again, raised: Program, item: Item) -> Around:
    """Choose what may move: all of a small case, else where the households live that would use the one more."""
    search, plekken = again.search, raised.quarter.plekken
    if int(raised.allowed.sum()) <= WHOLE:
        return _everything(raised)
    here, keen = _keenness(search, raised, item)
    order = np.argsort(keen, kind="stable")
    order = order[np.isfinite(keen[order])]
    lives = again.plan.plek[order[again.plan.plek[order] != NOWHERE]]
    hosts = np.concatenate([plekken.host[here], plekken.owner[here], plekken.host[lives]])
    _, first = np.unique(hosts, return_index=True)
    chosen = hosts[np.sort(first)][:GEMEENTEN]
    inside = np.flatnonzero(np.isin(plekken.owner, chosen) & np.isin(plekken.host, chosen))
    regret = search.regret[:, inside].copy()
    regret[:, np.isin(inside, here)] = np.minimum(regret[:, np.isin(inside, here)], keen[:, None])
    waits = again.plan.plek == NOWHERE
    keenest = order[waits[order]][:WAITING]
    least = np.where(waits, regret.min(axis=1, initial=np.inf), np.inf)
    others = np.argsort(least, kind="stable")[:WAITING]
    joins = np.union1d(keenest, others[least[others] <= NEAR])
    who = np.union1d(np.flatnonzero(np.isin(again.plan.plek, inside)), joins)
    regret = regret[who]
    limit = np.partition(regret, CELLS, axis=None)[CELLS] if regret.size > CELLS else np.inf
    return Around(inside, who, regret <= min(float(limit), 1e30), "buurt")


def _keenness(search: Search, raised: Program, item: Item) -> tuple[Ints, Floats]:
    """Give the plekken of an item, and what each household that could use it would lose there [plek; punten]."""
    quarter, duals = raised.quarter, search.duals.copy()
    target = raised.rows[item.rule].start + item.area * len(raised.bounds[item.rule].kinds) + item.kind
    duals[target] = 0
    if item.rule == "home_stock":
        here = np.array([item.area])
        groups = len(quarter.people.kinds)
        duals[raised.rows["link"].start + item.area * groups + np.arange(groups)] = 0
        takes = quarter.homes.offer_group[(quarter.homes.offer_type == item.kind) & quarter.homes.open[:, item.area]]
        uses = np.isin(quarter.people.group, takes)
    else:
        here = np.flatnonzero(quarter.plekken.host == item.area)
        load = raised.charges[item.rule][0].load
        uses = load[:, [item.kind]].toarray().ravel() > 0
    best = stay_cost(search.program) - search.duals[raised.rows["placement"]] - search.stay
    keen = np.full(quarter.people.count, np.inf)
    for plek in here:
        who = np.flatnonzero(uses & raised.allowed[:, plek])
        cost = reduced(raised, duals, Cells(who, np.full(len(who), plek)))
        keen[who] = np.minimum(keen[who], cost - best[who])
    return here, keen


def reduced(program: Program, duals: Floats, cells: Cells) -> Floats:
    """Give the reduced cost of some x cells [punten]."""
    row, column, weight = program.triples("x", cells)
    return np.asarray(program.weighted("x", cells) - np.bincount(column, weight * duals[row], len(cells)))


def bound_drop(search: Search, raised: Program, item: Item, seen: Views) -> float:
    """Give how far the bound over all columns falls with one more, at duals that fit the new columns [punten].

    The bound holds for any duals, so each new column may choose the price of a row that had no column before.
    """
    kinds = len(raised.bounds[item.rule].kinds)
    row = raised.rows[item.rule].start + item.area * kinds + item.kind
    dual = min(float(search.duals[row]), 0.0)
    if item.rule == "home_stock":
        homes = search.program.quarter.homes
        offers = np.flatnonzero((homes.offer_type == item.kind) & homes.open[:, item.area])
        paid = seen.offer[offers, item.area]
        if homes.stock[item.area, item.kind] > 0:
            return -dual - float(np.minimum(paid - dual, 0).sum())
        return -float(paid.min(initial=0.0))
    new = Cells(*np.nonzero(raised.allowed & ~search.program.allowed))
    cost = reduced(raised, search.duals, new)
    at, column, weight = raised.triples("x", new)
    load = np.bincount(column, weight * (at == row), len(new))
    keep = -dual - float(np.minimum(cost, 0).sum())
    lower = min(dual, float(((cost + dual * load) / np.maximum(load, 1)).min(initial=0.0)))
    now = float(search.program.upper[row])
    return min(keep, now * dual - (now + 1) * lower)


def _prijs(program: Program, item: Item, least: float, most: float, extra: int, method: str) -> Prijs:
    """Name an item in words of the case."""
    quarter, bounds = program.quarter, program.bounds[item.rule]
    owner = host = item.area
    if item.rule == "home_stock":
        owner, host = int(quarter.plekken.owner[item.area]), int(quarter.plekken.host[item.area])
    now = int(bounds.upper[item.area * len(bounds.kinds) + item.kind])
    codes, what = quarter.codes, bounds.kinds[item.kind]
    return Prijs(SOORT[item.rule], codes[owner], codes[host], what, now, least, most, extra, method)
