"""What a person, an adult or a child costs at every plek at given prices, and which homes are there."""

from collections.abc import Callable
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from verifier.bound.prices import NOWHERE, Ints, Prices, down, row_of
from verifier.case import Home, Household
from verifier.distance import least_km
from verifier.goals import NO_SECTOR, home_type, plek_name, scores, tie_number
from verifier.rules.homes import SOCIAL, empty_places, social_most, unsuited
from verifier.spread import KINDS, parts

TIE = 2**20
"""Parts in which the stable number of a household is counted [1]."""
WISHES = 3


class Grid:
    """Tables by plek, each made when it is first asked for [units]."""

    def __init__(self, prices: Prices) -> None:
        self.prices = prices
        self.tables = prices.tables
        homes = {home_type(home): home for home in self.tables.homes.values() if home.now and home.places}
        self.plekken = sorted({(home.owner, home.host) for home in homes.values()})
        self.homes: dict[tuple[str, str], list[Home]] = {plek: [] for plek in self.plekken}
        for home in homes.values():
            self.homes[home.owner, home.host].append(home)
        self._known: dict[tuple[str, object], Ints] = {}

    def _once(self, name: str, key: object, make: Callable[[], Ints]) -> Ints:
        """Make a table once."""
        if (name, key) not in self._known:
            self._known[name, key] = make()
        return self._known[name, key]

    def _row(self, of: Callable[[str, str], Fraction]) -> Ints:
        """Make a table of a number of points by owner and host."""
        return row_of([of(owner, host) for owner, host in self.plekken], self.prices.limit)

    @cached_property
    def person(self) -> Ints:
        """What every person brings to the rows of the owner."""
        part = parts(self.tables)
        towns, price = self.tables.towns, self.prices

        def cost(owner: str, _: str) -> Fraction:
            town = towns[owner]
            rows = price("share", owner) + price("lock_gemeente", owner) + price("max_change", owner)
            rows += price("share_provincie", town.province) + price("share_regio", town.region)
            rows += price("min_outflow", "NL")
            return sum((part[kind] * price("fair_mix", owner, kind) for kind in KINDS), -rows)

        return self._row(cost)

    def mix(self, kind: str) -> Ints:
        """Give what a person of a hard kind brings to the mix."""
        return self._once("mix", kind, lambda: self._row(lambda owner, _: -self.prices("fair_mix", owner, kind)))

    def site(self, site: str) -> Ints:
        """Give what the way from a site costs each person."""
        tables, rate = self.tables, self.prices.rates["nabijheid"]

        def cost(_: str, host: str) -> Fraction:
            return rate * least_km(tables.sites[site], tables.points[host])

        return self._once("site", site, lambda: self._row(cost))

    def route(self, route: str) -> Ints:
        """Give what an adult of a leerroute brings to the seats."""
        return self._once("route", route, lambda: self._row(lambda _, host: -self.prices("course_seats", host, route)))

    def school(self, school: str) -> Ints:
        """Give what a child brings to the places of a school."""
        return self._once(
            "school", school, lambda: self._row(lambda _, host: -self.prices("school_places", host, school))
        )

    def sector(self, sector: str) -> Ints:
        """Give what an adult of a sector brings to the places for work."""
        towns = self.tables.towns

        def cost(_: str, host: str) -> Fraction:
            return Fraction(0) if sector == NO_SECTOR else -self.prices("sector_places", towns[host].region, sector)

        return self._once("sector", sector, lambda: self._row(cost))

    def missed(self, sector: str) -> Ints:
        """Give what the score of a sector misses, for an adult."""
        score, rate = scores(self.tables), self.prices.rates["participatie"]
        return self._once("missed", sector, lambda: self._row(lambda _, host: rate * (1 - score[sector, host])))

    def elsewhere(self, household: Household) -> Ints:
        """Give what the score from elsewhere of all adults of a household misses."""
        rate, score = self.prices.rates["participatie"] * household.adults, self.tables.elsewhere[household.id]
        return self._row(lambda _, host: rate * (1 - score[host]))

    @cached_property
    def tie(self) -> Ints:
        """What a household with the stable number 1 costs by the tie-break."""
        rate = self.prices.rates["volgorde"]
        return self._row(lambda owner, host: rate * tie_number(owner if owner == host else f"{owner}_{host}"))

    @cached_property
    def _places(self) -> dict[str, NDArray[np.bool_]]:
        """Mark the plekken of every gemeente and every region that a wish may name."""
        out: dict[str, NDArray[np.bool_]] = {}
        for n, (_, host) in enumerate(self.plekken):
            for name in (host, self.tables.towns[host].region):
                out.setdefault(name, np.zeros(len(self.plekken), bool))[n] = True
        return out

    def wishes(self, wishes: tuple[str, ...]) -> Ints:
        """Give what a person misses of some wishes."""
        each = self.prices.rates["nabijheid"] * self.tables.parameters["nabijheid.km_zonder_voorkeur"]
        missed = np.full(len(self.plekken), down(each, self.prices.limit) if wishes else 0, np.int64)
        for rank in reversed(range(len(wishes))):
            if wishes[rank] in self._places:
                missed[self._places[wishes[rank]]] = down(each * Fraction(rank, WISHES), self.prices.limit)
        return missed

    def group(self, kind: object, household: Household) -> Ints:
        """Give the least that a home of each plek costs a kind of household; nowhere: no home there suits it."""

        def make() -> Ints:
            return np.array([self._home(household, plek) for plek in self.plekken], np.int64)

        return self._once("group", kind, make)

    def _home(self, household: Household, plek: tuple[str, str]) -> int:
        """Give the least over the home types of one plek."""
        most = social_most(self.tables)
        fit = [
            home
            for home in self.homes[plek]
            if not unsuited(self.tables, household, home) and not (home.form == SOCIAL and most.get(home.owner, 1) < 1)
        ]
        return min((down(self._rent(household, home)) for home in fit), default=NOWHERE)

    def _rent(self, household: Household, home: Home) -> Fraction:
        """Give what a home costs: its empty places, less the prices of the rows that it counts in."""
        rate = self.prices.rates["nabijheid"] * self.tables.parameters["nabijheid.km_per_lege_slaapplaats"]
        cost = rate * empty_places(household, home)
        name, kind = plek_name(home), f"{home.form}_{home.sleeps}"
        cost -= self.prices("home_stock", name, kind) + self.prices("reserved", name, kind)
        return cost - self.prices("displacement", home.owner) if home.form == SOCIAL else cost
