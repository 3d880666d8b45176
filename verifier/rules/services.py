"""Course seats, school places and the most a gemeente takes are not exceeded."""

from collections import Counter
from collections.abc import Iterable

from verifier.case import Tables
from verifier.finding import Finding, Told
from verifier.plan import PLACED, Plan

Use = Counter[tuple[str, str]]


def seats_taken(plan: Plan) -> Use:
    """Count adults by host and leerroute [adults]."""
    return _use((p.home.host, route, adults) for p in plan.placements for route, adults in p.household.routes.items())


def places_taken(plan: Plan) -> Use:
    """Count children by host and school [children]."""
    return _use(
        (p.home.host, school, children) for p in plan.placements for school, children in p.household.school.items()
    )


def persons_taken(plan: Plan) -> Counter[str]:
    """Count persons by owner [persons]."""
    taken: Counter[str] = Counter()
    for placement in plan.placements:
        taken[placement.home.owner] += placement.household.persons
    return taken


def seats_there(tables: Tables) -> dict[tuple[str, str], int]:
    """Add this kwartaal's seats and those of the next that may be used now [adults]."""
    return {
        key: tables.seats.get(key, 0) + tables.later.get(key, 0) for key in tables.seats.keys() | tables.later.keys()
    }


def most_persons(tables: Tables) -> dict[str, tuple[int, str]]:
    """Give the strictest maximum of each gemeente that has one [persons], and where it stands."""
    given = [(code, town.most, "max_personen") for code, town in tables.towns.items() if town.most is not None]
    given += [(code, most, "vastleggingen.csv max") for code, most in tables.locks.most.items()]
    out: dict[str, tuple[int, str]] = {}
    for code, most, where in given:
        out[code] = min(out.get(code, (most, where)), (most, where))
    return out


def check_services(tables: Tables, plan: Plan) -> list[Finding]:
    """List every host without the seats or places, and every owner above its maximum."""
    problems = [
        Finding(
            PLACED, f"{host} {kind}", unit, count, Told("no_more_than", most=there.get((host, kind), 0), source=file)
        )
        for file, unit, taken, there in (
            ("inburgering.csv", "volwassenen", seats_taken(plan), seats_there(tables)),
            ("onderwijs.csv", "kinderen", places_taken(plan), tables.places),
        )
        for (host, kind), count in sorted(taken.items())
        if count > there.get((host, kind), 0)
    ]
    most = most_persons(tables)
    return problems + [
        Finding(PLACED, code, "personen", count, Told("no_more_than", most=most[code][0], source=most[code][1]))
        for code, count in sorted(persons_taken(plan).items())
        if code in most and count > most[code][0]
    ]


def _use(parts: Iterable[tuple[str, str, int]]) -> Use:
    taken: Use = Counter()
    for host, kind, count in parts:
        taken[host, kind] += count
    return taken
