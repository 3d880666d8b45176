"""Which homes, course seats and school places are scarcest, by the duals of the relaxation: an order, never a price."""

from collections import Counter
from dataclasses import dataclass, replace

import numpy as np

from inputs.domain import GEDEELD
from optimizer.alone import fits_alone
from optimizer.model import Bools, Floats
from optimizer.parts import Search
from optimizer.pricing import BLOCK, reduced_costs
from optimizer.program import Cells, Program, permitted, room_above

SOORT = {"home_stock": "woning", "course_seats": "cursusplaats", "school_places": "schoolplaats"}
"""Rule to what one more of its right-hand side is."""
PER_KIND = 8
"""Most items of one size of home, leerroute or soort: one large family would otherwise fill the list [items]."""
WORTH = 1e-6
"""Below this an item is not scarce [punten]."""


@dataclass(frozen=True, slots=True)
class Item:
    """A row of a rule that could get one more.

    Attributes
    ----------
    worth : float
        What the relaxation would gain at most by one more; only for the order [punten].
    """

    rule: str
    area: int
    kind: int
    worth: float


@dataclass(frozen=True, eq=False)
class Views:
    """The relaxation's prices seen from one more home.

    Attributes
    ----------
    link : ndarray
        Price of a home for a group at a plek; where none can exist yet, what the keenest household would give
        [group x plek, punten].
    offer : ndarray
        Reduced cost of opening an offer, its own stock left out [offer x plek, punten].
    """

    link: Floats
    offer: Floats


def barrier(program: Program) -> Bools:
    """Say which cells the rules leave open, whatever homes there are [household x plek]."""
    open_, room = permitted(program), room_above(program)
    for rule in program.rules:
        beyond = room[program.rows[rule.name]]
        open_ &= fits_alone(program.charges[rule.name], program.bounds[rule.name], beyond, program.quarter)
    return open_


def views(search: Search) -> Views:
    """Price a home of every offer at every plek, also where there is none yet."""
    program, quarter = search.program, search.program.quarter
    groups, plekken = len(quarter.people.kinds), quarter.plekken.count
    duals = search.duals.copy()
    duals[program.rows["link"]] = 0
    duals[program.rows["home_stock"]] = 0
    open_ = replace(program, allowed=barrier(program))
    keenest = np.zeros((groups, plekken))
    for first in range(0, quarter.people.count, BLOCK):
        block = slice(first, first + BLOCK)
        costs = reduced_costs(open_, duals, block)
        np.minimum.at(keenest, quarter.people.group[block], costs)
    link = search.duals[program.rows["link"]].reshape(plekken, groups).T
    here = np.zeros((groups, plekken), bool)
    here[quarter.homes.offer_group[program.y.who], program.y.plek] = True
    prices = np.where(here, link, keenest)
    cells = Cells(
        np.repeat(np.arange(quarter.homes.offers), plekken), np.tile(np.arange(plekken), quarter.homes.offers)
    )
    row, column, weight = program.triples("y", cells)
    offer = program.weighted("y", cells) - np.bincount(column, weight * duals[row], len(cells))
    return Views(prices, offer.reshape(-1, plekken) + prices[quarter.homes.offer_group])


def home_worth(search: Search) -> Floats:
    """Bound what one more home of a type at a plek brings the relaxation [plek x type, punten].

    A shared home counts for nothing here: one more is several rooms, and a dual speaks of one.
    """
    quarter = search.program.quarter
    seen = views(search)
    new = np.zeros((quarter.plekken.count, len(quarter.homes.types)))
    paid = np.where(quarter.homes.open, seen.offer, 0)
    np.minimum.at(new.T, quarter.homes.offer_type, paid)
    dual = search.duals[search.program.rows["home_stock"]].reshape(new.shape)
    worth = -np.where(quarter.homes.stock > 0, np.minimum(dual, 0), np.minimum(new, 0))
    shared = np.array([form == GEDEELD for form, _ in quarter.homes.types])
    return np.where(shared[None, :], 0, worth)


def scarce(search: Search, most: int) -> list[Item]:
    """List the scarcest items, the dearest first, a few of each kind."""
    program, found = search.program, []
    for rule in SOORT.keys() & program.rows.keys():
        kinds = len(program.bounds[rule].kinds)
        worth = -np.minimum(search.duals[program.rows[rule]], 0)
        if rule == "home_stock":
            worth = home_worth(search).ravel()
        found += [
            Item(rule, int(at) // kinds, int(at) % kinds, float(worth[at])) for at in np.flatnonzero(worth > WORTH)
        ]
    chosen: list[Item] = []
    times = Counter[tuple[str, object]]()
    for item in sorted(found, key=lambda i: (-round(i.worth, 6), i.rule, i.kind, i.area)):
        kind = _alike(program, item)
        if times[item.rule, kind] < PER_KIND and not times[item.rule, (item.area, kind)] and len(chosen) < most:
            times[item.rule, kind] += 1
            times[item.rule, (item.area, kind)] += 1
            chosen.append(item)
    return chosen


def _alike(program: Program, item: Item) -> object:
    """Give what tells items apart: for homes the size and who may take it, so that equal forms count once."""
    if item.rule != "home_stock":
        return item.kind
    homes = program.quarter.homes
    takes = homes.offer_group[(homes.offer_type == item.kind) & homes.open[:, item.area]]
    return homes.types[item.kind][1], tuple(takes.tolist())
