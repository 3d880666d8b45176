"""Course seats, school places and the most a gemeente takes are not exceeded."""

from collections import Counter

from recount.plan import PLACED, Plan
from recount.tables import Tables

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


def check_services(tables: Tables, plan: Plan) -> list[str]:
    """List every host without the seats or places, and every owner above its maximum."""
    problems = [
        f"{PLACED} {host} {kind}: {count} {unit}, {file} has {there.get((host, kind), 'no row')}"
        for file, unit, taken, there in (
            ("inburgering.csv", "adults", seats_taken(plan), tables.seats),
            ("onderwijs.csv", "children", places_taken(plan), tables.places),
        )
        for (host, kind), count in sorted(taken.items())
        if count > there.get((host, kind), 0)
    ]
    most = {code: town.most for code, town in tables.towns.items() if town.most is not None}
    return problems + [
        f"{PLACED} {code}: {count} persons, max_personen is {most[code]}"
        for code, count in sorted(persons_taken(plan).items())
        if code in most and count > most[code]
    ]


def _use(parts) -> Use:
    taken: Use = Counter()
    for host, kind, count in parts:
        taken[host, kind] += count
    return taken
