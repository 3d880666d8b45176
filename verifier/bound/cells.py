"""The least that each household can cost at given prices, over every plek and home that the rules leave it.

All numbers are whole units, rounded down, and loads are whole and not below 0: a sum of tables times loads is exact,
and never above what it stands for.
"""

from collections.abc import Iterator
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from verifier.bound.grid import TIE, Grid
from verifier.bound.prices import NOWHERE, UNIT, Ints, Prices, down
from verifier.case import Household, Tables
from verifier.goals import household_weight, tie_number
from verifier.rules.services import most_persons, seats_there
from verifier.spread import KINDS, is_kind, is_large

Bools = NDArray[np.bool_]


def least_costs(prices: Prices) -> Fraction:
    """Add up the least cost of every household, at a plek or in reception [punten]."""
    return Fraction(sum(int(costs.min()) for _, costs in choices(Grid(prices))), UNIT)


def choices(grid: Grid) -> Iterator[tuple[Household, Ints]]:
    """Give what each household costs at every plek, nowhere where it may not go, and last in reception [units]."""
    prices = grid.prices
    room = Room(prices.tables, grid.plekken)
    for household in prices.tables.households.values():
        kind = household.asks, household.kind, household.shares
        homes = grid.group(kind, household)
        may = room.leaves(household) & (homes < NOWHERE)
        costs = np.where(may, cells(grid, household) + homes, NOWHERE)
        yield household, np.append(costs, down(stay(prices, household)))


def stay(prices: Prices, household: Household) -> Fraction:
    """Give what it costs that a household stays in reception [punten]."""
    tables, rates = prices.tables, prices.rates
    cost = rates["uitstroom"] * household_weight(tables, household)
    if is_large(tables, household):
        cost += rates["grote_gezinnen"] * household.persons
    if household.id in tables.locks.goes:
        cost += rates["vastleggingen"] * household.persons
    return cost


def cells(grid: Grid, household: Household) -> Ints:
    """Give what a household costs at every plek, its home left out."""
    tables = grid.tables
    cost = household.persons * (grid.person + grid.site(household.site) + grid.wishes(household.wishes))
    for kind in KINDS:
        if is_kind(tables, household, kind):
            cost += household.persons * grid.mix(kind)
    for route, adults in household.routes.items():
        cost += adults * grid.route(route)
    for school, children in household.school.items():
        cost += children * grid.school(school)
    scored = household.id in tables.elsewhere
    for sector, adults in household.sectors.items():
        cost += adults * grid.sector(sector)
        if not scored:
            cost += adults * grid.missed(sector)
    if scored:
        cost += grid.elsewhere(household)
    tie = int(tie_number(household.id) * TIE)
    return cost + tie * (grid.tie // TIE) + tie * (grid.tie % TIE) // TIE  # in two parts, for 64 bits


class Room:
    """Which plekken the rules leave a household, also one that is on its own there."""

    def __init__(self, tables: Tables, plekken: list[tuple[str, str]]) -> None:
        self.tables = tables
        self.owners, self.hosts = [owner for owner, _ in plekken], [host for _, host in plekken]
        self.host = np.array(self.hosts, object)
        most, seats = most_persons(tables), seats_there(tables)
        self.persons = np.array([most[code][0] if code in most else NOWHERE for code in self.owners], np.int64)
        self.places = {
            **{kind: self._there(seats, kind) for kind in {kind for _, kind in seats}},
            **{kind: self._there(tables.places, kind) for kind in {kind for _, kind in tables.places}},
        }

    def _there(self, places: dict[tuple[str, str], int], kind: str) -> Ints:
        """Give the places of a kind at every plek; without a row there are none."""
        return np.array([places.get((host, kind), 0) for host in self.hosts], np.int64)

    def leaves(self, household: Household) -> Bools:
        """Mark the plekken where a household may live, and does not overfill seats, places or a maximum by itself."""
        may: Bools = household.persons <= self.persons
        for kind, count in (*household.routes.items(), *household.school.items()):
            if count:
                may &= count <= self.places.get(kind, 0)
        return may & self._named(household)

    def _named(self, household: Household) -> Bools:
        """Mark the plekken that grounds and locks allow."""
        tables, name = self.tables, household.id
        may = np.ones(len(self.hosts), bool)
        if name in tables.allowed:
            may &= np.isin(self.host, list(tables.allowed[name]))
        if name in tables.locks.goes:
            may &= self.host == tables.locks.goes[name]
        closed = [town for who, town in tables.locks.closed if who in ("", name)]
        return may & ~np.isin(self.host, closed) if closed else may
