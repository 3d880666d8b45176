"""Who stays in reception is told the furthest obstacle that any gemeente puts in the way."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from verifier.case import Home, Household, Tables
from verifier.finding import Finding
from verifier.plan import STAYING, Plan
from verifier.rules.homes import SOCIAL, locked_out, social_homes, social_most, suiting
from verifier.rules.services import Use, most_persons, persons_taken, places_taken, seats_taken, seats_there

ORDER = ("geen_vorm", "binding", "vastlegging", "woning", "verdringing", "cursus", "school", "maximum", "afweging")
"""Reasons from the first obstacle to the last."""


@dataclass(frozen=True)
class _Room:
    """What a finished plan leaves.

    Attributes
    ----------
    homes : dict
        Owner and host to record to places left [households].
    social : dict
        Owner to homes of social rent left under the scenario's cap [homes]; empty: no cap.
    services : tuple
        Reason, and for each host and kind the seats or places left.
    persons : dict
        Owner to persons left under its strictest maximum [persons].
    """

    homes: dict[tuple[str, str], dict[str, int]]
    social: dict[str, int]
    services: tuple[tuple[str, dict[tuple[str, str], int]], ...]
    persons: dict[str, int]


def check_reasons(tables: Tables, plan: Plan) -> list[Finding]:
    """List every household whose reason is not the furthest that it gets in some gemeente."""
    room = _room(tables, plan)
    problems = []
    for household, why in plan.staying:
        reached = [_reason(tables, household, plek, room) for plek in room.homes]
        expected = max([*reached, "geen_vorm"], key=ORDER.index)
        if why != expected:
            problems.append(Finding(STAYING, household.id, "reden_code", why, expected))
    return problems


def _room(tables: Tables, plan: Plan) -> _Room:
    """Take what is used off what there is."""
    used, social, persons = Counter(p.home.id for p in plan.placements), social_homes(plan), persons_taken(plan)
    homes: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for home in tables.homes.values():
        if home.now and home.places:
            homes[home.owner, home.host][home.id] = home.places - used[home.id]
    return _Room(
        homes,
        {code: most - social[code] for code, most in social_most(tables).items()},
        (
            ("cursus", _left(seats_there(tables), seats_taken(plan))),
            ("school", _left(tables.places, places_taken(plan))),
        ),
        {code: most - persons[code] for code, (most, _) in most_persons(tables).items()},
    )


def _left(there: dict[tuple[str, str], int], taken: Use) -> dict[tuple[str, str], int]:
    return {key: count - taken[key] for key, count in there.items()}


def _reason(tables: Tables, household: Household, plek: tuple[str, str], room: _Room) -> str:
    """Give the first obstacle at an owner and host."""
    host = plek[1]
    suits = suiting(tables, household)
    fitting = [tables.homes[name] for name in room.homes[plek] if name in suits]
    if not fitting:
        return "geen_vorm"
    if host not in tables.allowed.get(household.id, tables.towns):
        return "binding"
    if locked_out(tables, household, host):
        return "vastlegging"
    return _what_is_full(household, [home for home in fitting if room.homes[plek][home.id] > 0], plek, room)


def _what_is_full(household: Household, free: list[Home], plek: tuple[str, str], room: _Room) -> str:
    """Give the first thing of which too little is left; where nothing is, the plan weighed it."""
    owner, host = plek
    if not free:
        return "woning"
    if room.social.get(owner, 1) <= 0 and all(home.form == SOCIAL for home in free):
        return "verdringing"
    for (reason, left), asked in zip(room.services, (household.routes, household.school), strict=True):
        if any(count > left.get((host, kind), 0) for kind, count in asked.items() if count):
            return reason
    return "maximum" if household.persons > room.persons.get(owner, household.persons) else "afweging"
