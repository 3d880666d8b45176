"""The best plan of a small case by another model: one binary for every household and home record, solved as it stands.

It looks the other way than the recount of a run: a rule that forbids too much lifts the bound above a lawful plan.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import scipy.sparse as sp
from scipy.optimize import Bounds, LinearConstraint, milp

from verifier.case import Home, Household, Tables
from verifier.distance import distance
from verifier.goals import (
    NO_SECTOR,
    home_type,
    household_score,
    household_weight,
    person_km,
    plek_name,
    rates,
    reserved,
    tie_number,
)
from verifier.rules.homes import SOCIAL, locked_out, social_most, unsuited
from verifier.shares import shares
from verifier.spread import bands, factor, is_large, load, near, parts

Rows = dict[tuple[str | int, ...], int | Fraction]
"""What a column adds to each row."""
Edges = dict[tuple[str | int, ...], float]
"""Least or most of each row."""
GIVEN = ("home", "seats", "places")
"""Rows of which a table must give what there is: without it there is none."""


@dataclass(frozen=True)
class Optimum:
    """Value of the best plan that was found, and what no plan is below [punten]."""

    value: float
    bound: float


def optimum(tables: Tables, seconds: float) -> Optimum:
    """Search the best plan for so long [s]."""
    model, cost, part = _Model(), _Cost(tables), parts(tables)
    for household, home in _cells(tables):
        rows: Rows = {("once", household.id): 1, ("home", home.id): 1, ("share", home.owner): household.persons}
        rows |= {("seats", home.host, route): adults for route, adults in household.routes.items()}
        rows |= {("places", home.host, school): children for school, children in household.school.items() if children}
        rows |= {("work", tables.towns[home.host].region, sector): n for sector, n in household.sectors.items()}
        rows |= load(tables, household, home.owner, part)
        rows |= {
            ("reserved", *home_type(home)): 1,
            ("out",): household.persons,
            ("lock", home.owner): household.persons,
        }
        if home.form == SOCIAL:
            rows["social", home.owner] = 1
        model.add(cost.of(household, home), 1, rows)
    for household in tables.households.values():
        model.add(cost.stay(household), 1, {("once", household.id): 1})
    low, high = _hard(tables)
    _add_bands(model, tables)
    _add_prices(model, tables, low, high)
    for code, share in shares(tables).items():
        low["share", code], high["share", code] = share.lower, share.upper
    return model.solve(low, high, seconds)


def _cells(tables: Tables) -> Iterator[tuple[Household, Home]]:
    """List the pairs of a household and a home on offer that no rule forbids."""
    for household in tables.households.values():
        for home in tables.homes.values():
            if home.now and home.places and not unsuited(tables, household, home):
                bound = home.host in tables.allowed.get(household.id, tables.towns)
                if bound and not locked_out(tables, household, home.host):
                    yield household, home


def _hard(tables: Tables) -> tuple[Edges, Edges]:
    """Give the edges that no plan may leave; a missing upper edge is none."""
    low: Edges = {("once", name): 1 for name in tables.households}
    high: Edges = low | {("home", home.id): home.places for home in tables.homes.values()}
    high |= {("seats", *key): count for key, count in tables.seats.items()}
    high |= {("seats", *key): tables.seats.get(key, 0) for key in tables.later}
    high |= {("places", *key): count for key, count in tables.places.items()}
    high |= {("social", code): most for code, most in social_most(tables).items()}
    high |= {("lock", code): most for code, most in tables.locks.most.items()}
    return low, high


def _add_bands(model: "_Model", tables: Tables) -> None:
    """Let the persons of a gemeente leave its band at a price, never past its maximum."""
    first = tables.parameters["spreiding.per_persoon"]
    far = first * tables.parameters["spreiding.ver_factor"]
    everyone = sum(h.persons for h in tables.households.values())
    for code, share in shares(tables).items():
        once, most = near(tables, share), tables.towns[code].most
        room = {1: share.lower, -1: everyone if most is None else max(most - share.upper, 0)}
        for sign, width in room.items():
            model.add(float(first), min(once, width), {("share", code): sign})
            model.add(float(far), max(width - once, 0), {("share", code): sign})


def _add_prices(model: "_Model", tables: Tables, low: Edges, high: Edges) -> None:
    """Let a plan leave every other priced edge, as far as anyone could."""
    rate, parameter = rates(tables), tables.parameters
    for band in bands(tables):
        row = (band.kind, band.name)
        low[row], high[row] = -np.inf if band.lower is None else float(band.lower), float(band.upper)
        for sign in (1, -1):
            model.slack(float(rate["spreiding"] * factor(tables, band)), row, sign)
    for key, seats in tables.later.items():
        model.add(float(rate["inburgering"] * parameter["inburgering.weken_tot_volgend"]), seats, {("seats", *key): -1})
    for row in [name for name in model.rows if name[0] == "work" and name[2] != NO_SECTOR]:
        high[row] = tables.work.get((row[1], row[2]), 0)
        model.slack(float(rate["participatie"] * parameter["participatie.overloop"]), row, -1)
    least: dict[tuple[str | int, ...], tuple[int, Fraction]] = {
        ("reserved", *where): (kept, rate["reservering"]) for where, kept in reserved(tables).items()
    }
    least |= {("lock", code): (persons, rate["vastleggingen"]) for code, persons in tables.locks.least.items()}
    outflow = rate["uitstroom"] * parameter["uitstroom.ondergrens_factor"]
    least["out",] = (tables.scenario["min_uitstroom_personen"] or 0, outflow)
    for row, (count, price) in least.items():
        low[row] = count
        model.slack(float(price), row, 1)


class _Cost:
    """What a placement costs over all goals [punten]."""

    def __init__(self, tables: Tables) -> None:
        self.tables, self.rates = tables, rates(tables)

    def stay(self, household: Household) -> float:
        """Give the points of a household without a home."""
        locked = household.persons if household.id in self.tables.locks.goes else 0
        large = household.persons if is_large(self.tables, household) else 0
        goals = {
            "uitstroom": household_weight(self.tables, household),
            "vastleggingen": locked,
            "grote_gezinnen": large,
        }
        return float(sum((self.rates[name] * value for name, value in goals.items()), Fraction(0)))

    def of(self, household: Household, home: Home) -> float:
        """Give the points of a household in a home."""
        km = Fraction(round(10 * distance(self.tables.sites[household.site], self.tables.points[home.host])), 10)
        far = person_km(self.tables, household, home, km)
        missed = household.adults - household_score(self.tables, household, home.host)
        tie = tie_number(household.id) * tie_number(plek_name(home))
        goals = {"nabijheid": far, "participatie": missed, "volgorde": tie}
        return float(sum((self.rates[name] * value for name, value in goals.items()), Fraction(0)))


class _Model:
    """Columns by their rows."""

    def __init__(self) -> None:
        self.cost: list[float] = []
        self.most: list[float] = []
        self.whole: list[int] = []
        self.entries: list[tuple[int, int, float]] = []
        self.rows: dict[tuple[str | int, ...], int] = {}

    def add(self, cost: float, most: float, rows: Rows, *, whole: bool = True) -> None:
        """Add a column, whole-numbered unless said."""
        for name, weight in rows.items():
            self.entries.append((self.rows.setdefault(name, len(self.rows)), len(self.cost), float(weight)))
        self.cost.append(cost)
        self.most.append(most)
        self.whole.append(int(whole))

    def slack(self, cost: float, row: tuple[str | int, ...], sign: int) -> None:
        """Add a column that widens a row as far as needed."""
        self.add(cost, np.inf, {row: sign}, whole=False)

    def solve(self, low: Edges, high: Edges, seconds: float) -> Optimum:
        """Solve; seats, places and the like that no table gives are none, other rows without an edge are free."""
        row, column, weight = np.array(self.entries).T
        shape = (len(self.rows), len(self.cost))
        matrix = sp.csr_array((weight, (row.astype(int), column.astype(int))), shape=shape)
        least = [low.get(name, -np.inf) for name in self.rows]
        most = [high.get(name, 0 if name[0] in GIVEN else np.inf) for name in self.rows]
        found = milp(
            np.array(self.cost),
            integrality=np.array(self.whole),
            bounds=Bounds(0, np.array(self.most)),
            constraints=LinearConstraint(matrix, least, most),
            options={"time_limit": seconds, "mip_rel_gap": 1e-7},
        )
        return Optimum(float(found.fun), float(found.mip_dual_bound))
