"""The best plan of a small case by another model: one binary for every household and home record, solved as it stands.

It looks the other way than the recount of a run: a rule that forbids too much lifts the bound above a lawful plan.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

import numpy as np
import scipy.sparse as sp
from recount.goals import household_weight, plek_name, rates, scores, tie_number
from recount.homes import unsuited
from recount.scoring import distance
from recount.shares import shares
from recount.tables import Home, Household, Tables
from scipy.optimize import Bounds, LinearConstraint, milp


@dataclass(frozen=True)
class Optimum:
    """Value of the best plan that was found, and what no plan is below [punten]."""

    value: float
    bound: float


def optimum(tables: Tables, seconds: float) -> Optimum:
    """Search the best plan for so long [s]."""
    model = _Model()
    cells = [
        (household, home)
        for household in tables.households.values()
        for home in tables.homes.values()
        if home.now
        and home.homes
        and not unsuited(tables, household, home)
        and home.host in tables.allowed.get(household.id, tables.towns)
    ]
    cost = _Cost(tables)
    for household, home in cells:
        rows = {("once", household.id): 1, ("home", home.id): 1, ("share", home.owner): household.persons}
        rows |= {("seats", home.host, route): adults for route, adults in household.routes.items()}
        rows |= {("places", home.host, school): children for school, children in household.school.items() if children}
        model.add(cost.of(household, home), 1, rows)
    for household in tables.households.values():
        model.add(float(cost.rates["uitstroom"] * household_weight(tables, household)), 1, {("once", household.id): 1})
    _add_bands(model, tables)
    low = {("once", name): 1 for name in tables.households}
    high = low | {("home", home.id): home.homes for home in tables.homes.values()}
    high |= {("seats", *key): count for key, count in tables.seats.items()}
    high |= {("places", *key): count for key, count in tables.places.items()}
    for code, share in shares(tables).items():
        low["share", code], high["share", code] = share.lower, share.upper
    return model.solve(low, high, seconds)


def _add_bands(model: "_Model", tables: Tables) -> None:
    """Let the persons of a gemeente leave its band at a price, never past its maximum."""
    first = tables.parameters["spreiding.per_persoon"]
    far = first * tables.parameters["spreiding.ver_factor"]
    everyone = sum(h.persons for h in tables.households.values())
    for code, share in shares(tables).items():
        near = max(ceil(tables.parameters["spreiding.ver_vanaf"] * share.target), 1)
        most = tables.towns[code].most
        room = {1: share.lower, -1: everyone if most is None else max(most - share.upper, 0)}
        for sign, width in room.items():
            model.add(float(first), min(near, width), {("share", code): sign})
            model.add(float(far), max(width - near, 0), {("share", code): sign})


class _Cost:
    """What a placement costs over all goals [punten]."""

    def __init__(self, tables: Tables) -> None:
        self.tables, self.rates, self.score = tables, rates(tables), scores(tables)
        self.each = tables.parameters["nabijheid.km_per_lege_slaapplaats"]

    def of(self, household: Household, home: Home) -> float:
        """Give the points of a household in a home."""
        km = Fraction(round(10 * distance(self.tables.sites[household.site], self.tables.points[home.host])), 10)
        far = household.persons * km + self.each * (home.sleeps - household.persons)
        missed = sum(n * (1 - self.score[sector, home.host]) for sector, n in household.sectors.items())
        tie = tie_number(household.id) * tie_number(plek_name(home))
        goals = {"nabijheid": far, "participatie": missed, "volgorde": tie}
        return float(sum((self.rates[name] * value for name, value in goals.items()), Fraction(0)))


class _Model:
    """Columns by their rows."""

    def __init__(self) -> None:
        self.cost: list[float] = []
        self.most: list[int] = []
        self.entries: list[tuple[int, int, int]] = []
        self.rows: dict[tuple[str, ...], int] = {}

    def add(self, cost: float, most: int, rows: dict[tuple[str, ...], int]) -> None:
        """Add a whole-numbered column."""
        for name, weight in rows.items():
            self.entries.append((self.rows.setdefault(name, len(self.rows)), len(self.cost), weight))
        self.cost.append(cost)
        self.most.append(most)

    def solve(self, low: dict[tuple[str, ...], int], high: dict[tuple[str, ...], int], seconds: float) -> Optimum:
        """Solve; a row without a bound in ``high`` has no room at all."""
        row, column, weight = np.array(self.entries).T
        matrix = sp.csr_array((weight, (row, column)), shape=(len(self.rows), len(self.cost)))
        least = [low.get(name, -np.inf) for name in self.rows]
        most = [high.get(name, 0) for name in self.rows]
        found = milp(
            np.array(self.cost),
            integrality=np.ones(len(self.cost)),
            bounds=Bounds(0, np.array(self.most)),
            constraints=LinearConstraint(matrix, least, most),
            options={"time_limit": seconds, "mip_rel_gap": 1e-7},
        )
        return Optimum(float(found.fun), float(found.mip_dual_bound))
