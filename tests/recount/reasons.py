"""Who stays in reception is told the furthest obstacle that any gemeente puts in the way."""

from collections import Counter, defaultdict

from recount.files import differs
from recount.homes import unsuited
from recount.plan import STAYING, Plan
from recount.services import Use, persons_taken, places_taken, seats_taken
from recount.tables import Household, Tables

ORDER = ("geen_vorm", "binding", "woning", "cursus", "school", "maximum", "afweging")
"""Reasons from the first obstacle to the last."""
Stock = dict[tuple[str, str], dict[str, int]]


def check_reasons(tables: Tables, plan: Plan) -> list[str]:
    """List every household whose reason is not the furthest that it gets in some gemeente."""
    used = Counter(p.home.id for p in plan.placements)
    homes: Stock = defaultdict(dict)
    for home in tables.homes.values():
        if home.now and home.homes:
            homes[home.owner, home.host][home.id] = home.homes - used[home.id]
    seats, places, persons = seats_taken(plan), places_taken(plan), persons_taken(plan)
    problems = []
    for household, why in plan.staying:
        reached = [_reason(tables, household, plek, left, (seats, places), persons) for plek, left in homes.items()]
        expected = max([*reached, "geen_vorm"], key=ORDER.index)
        if why != expected:
            problems.append(differs(STAYING, household.id, "reden_code", why, expected))
    return problems


def _reason(
    tables: Tables,
    household: Household,
    plek: tuple[str, str],
    left: dict[str, int],
    taken: tuple[Use, Use],
    persons: Counter[str],
) -> str:
    """Give the first obstacle at an owner and host."""
    owner, host = plek
    fitting = [name for name in left if not unsuited(tables, household, tables.homes[name])]
    if not fitting:
        return "geen_vorm"
    if host not in tables.allowed.get(household.id, tables.towns):
        return "binding"
    if not any(left[name] > 0 for name in fitting):
        return "woning"
    for reason, asked, there, use in (
        ("cursus", household.routes, tables.seats, taken[0]),
        ("school", household.school, tables.places, taken[1]),
    ):
        if any(count and use[host, kind] + count > there.get((host, kind), 0) for kind, count in asked.items()):
            return reason
    most = tables.towns[owner].most
    return "maximum" if most is not None and persons[owner] + household.persons > most else "afweging"
