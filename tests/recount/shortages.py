"""The list of what is short would indeed house everyone who stays, beside those who are placed; solved apart."""

from collections import Counter
from typing import Any

import numpy as np
import scipy.sparse as sp
from scipy.optimize import Bounds, LinearConstraint, milp

from verifier.case import Home, Tables
from verifier.plan import Plan
from verifier.read import read_table
from verifier.rules.homes import locked_out, unsuited
from verifier.rules.services import persons_taken, places_taken, seats_taken

FILE = "tekorten.csv"


def check_shortages(tables: Tables, plan: Plan) -> list[str]:
    """List what the file names that does not exist, and whom its list would still leave in reception."""
    short = Counter[tuple[str, str, str]]()
    for row in read_table(plan.folder / FILE):
        short[row["soort"], row["gemeentecode"], row["wat"]] += int(row["aantal"])
    out = Counter({what: n for (soort, _, what), n in short.items() if soort == "huishouden"})
    stay = Counter(_size(household) for household, _ in plan.staying)
    problems = [f"{FILE} {what}: so many do not stay" for what in sorted((out - stay).keys())]
    if plan.staying and not short and not _houses(tables, plan, short, out):
        problems.append(f"{FILE}: nothing is short, but {len(plan.staying)} households stay")
    if not _houses(tables, plan, short, out):
        problems.append(f"{FILE}: what it lists does not house everyone who stays")
    return problems


def _size(household: Any) -> str:
    """Name a household by its size: the file names nobody."""
    return f"{household.persons}_personen"


def _houses(tables: Tables, plan: Plan, short: Counter[Any], out: Counter[str]) -> bool:
    """Say whether everyone who stays, less so many of each size as ``out`` says, fits in what is left and listed."""
    used = Counter(p.home.id for p in plan.placements)
    homes = {h.id: (h, h.places - used[h.id]) for h in tables.homes.values() if h.now and h.places > used[h.id]}
    for (soort, town, what), count in short.items():
        if soort == "woning":
            form, _, sleeps = what.rpartition("_")
            for host in {h.host for h in tables.homes.values() if h.owner == town} | {town}:
                name = f"+{town}{host}{what}"
                homes[name] = Home(name, town, host, form, int(sleeps), count, 0, now=True), count
    most: dict[Any, float] = {("home", name): count for name, (_, count) in homes.items()}
    seats, places, persons = seats_taken(plan), places_taken(plan), persons_taken(plan)
    most |= {("cursusplaats", *key): n - seats[key] + short["cursusplaats", *key] for key, n in _seats(tables).items()}
    most |= {("schoolplaats", *key): n - places[key] + short["schoolplaats", *key] for key, n in tables.places.items()}
    limits = {code: town.most for code, town in tables.towns.items() if town.most is not None}
    for code, most_here in tables.locks.most.items():
        limits[code] = min(most_here, limits.get(code, most_here))
    most |= {("most", code): limit - persons[code] for code, limit in limits.items()}
    most |= {("out", what): count for what, count in out.items()}
    stay = [household for household, _ in plan.staying]
    columns: list[dict[Any, float]] = []
    for household in stay:
        if out[_size(household)]:
            columns.append({("once", household.id): 1, ("out", _size(household)): 1})
        for name, (home, _) in homes.items():
            bound = tables.allowed.get(household.id, tables.towns)
            if home.host in bound and not locked_out(tables, household, home.host) | bool(
                unsuited(tables, household, home)
            ):
                rows: dict[Any, float] = {("once", household.id): 1, ("home", name): 1}
                rows |= {("cursusplaats", home.host, route): n for route, n in household.routes.items() if n}
                rows |= {("schoolplaats", home.host, school): n for school, n in household.school.items() if n}
                if home.owner in limits:
                    rows["most", home.owner] = household.persons
                columns.append(rows)
    return not stay or _feasible(columns, most, [household.id for household in stay])


def _seats(tables: Tables) -> dict[tuple[str, str], int]:
    """Give the course seats of now and those of the next kwartaal that may be used [adults]."""
    return {key: n + tables.later.get(key, 0) for key, n in tables.seats.items()}


def _feasible(columns: list[dict[Any, float]], most: dict[Any, float], names: list[str]) -> bool:
    rows = {key: at for at, key in enumerate({("once", name): 0 for name in names} | most)}
    entries = [(rows[key], at, n) for at, column in enumerate(columns) for key, n in column.items()]
    if not entries:
        return False
    row, column, weight = zip(*entries, strict=True)
    matrix = sp.csr_array((weight, (row, column)), shape=(len(rows), len(columns)))
    least = [1 if key[0] == "once" else -np.inf for key in rows]
    found = milp(
        np.zeros(len(columns)),
        integrality=np.ones(len(columns)),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(matrix, least, [1 if key[0] == "once" else most[key] for key in rows]),
    )
    return bool(found.success)
