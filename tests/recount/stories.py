"""Explanations are true: the points of a placement, the exchange that is named, and the parts of every number."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from typing import Any

from verifier.case import Tables
from verifier.distance import distance
from verifier.goals import goal_values, rates
from verifier.plan import Placement, Plan
from verifier.read import Row, compare, differs, exact, plain, read_table
from verifier.rules.homes import check_homes, locked_out, unsuited
from verifier.rules.services import check_services, persons_taken
from verifier.shares import shares
from verifier.spread import from_target

FILE, TOWNS = "uitleg.csv", "uitleg_gemeenten.csv"
DIGIT = 0.001
"""Rounding of counted points, several of them added [punten]."""
SAMPLE = 60
"""About so many placements are taken out of the plan, which is then recounted in full [households]."""
EVERY = 5
"""One in so many exchanges is made and recounted in full."""


def check_stories(tables: Tables, plan: Plan, run: dict[str, Any]) -> list[str]:
    """List every explanation that the case and the placements do not bear out."""
    rows = {plain(row["huishouden_id"], tables.households): row for row in read_table(plan.folder / FILE)}
    problems = compare(FILE, "rows", {"huishoudens": sorted(rows)}, {"huishoudens": sorted(tables.households)})
    placed = {p.household.id: p for p in plan.placements}
    before, counted = goal_values(tables, plan), set(sorted(placed)[:: len(placed) // SAMPLE + 1])
    looked_at = set(sorted(rows)[:: len(rows) // SAMPLE + 1])
    known = [goal["name"] for goal in run["goals"] if goal["name"] in rates(tables)]
    for name, row in rows.items():
        household = tables.households[name]
        stated = {"personen": str(household.persons), "gemeentecode": ""}
        if name in looked_at:
            stated["gemeenten_mogelijk"] = _possible(tables, name)
        if name in placed:
            stated["gemeentecode"] = placed[name].home.owner
        if name in counted:
            points = _points(tables, plan, placed[name], before)
            problems += [
                differs(FILE, name, goal, row[f"punten_{goal}"], float(points[goal]))
                for goal in known
                if abs(float(exact(row[f"punten_{goal}"])) - float(points[goal])) > DIGIT
            ]
        problems += compare(FILE, name, row, stated)
    sample = [row for row in rows.values() if row["wijze"] in {"ruil", "plaats_van"}][::EVERY]
    sample = sample[:: len(sample) // SAMPLE + 1]
    return problems + [text for row in sample for text in _exchange(tables, plan, placed, row)] + _numbers(tables, plan)


def _possible(tables: Tables, name: str) -> str:
    """Count the gemeenten with a home on offer for a household, that its grounds and services allow."""
    household, hosts = tables.households[name], set()
    seats = {key: n + tables.later.get(key, 0) for key, n in tables.seats.items()}
    for home in tables.homes.values():
        if not (home.now and home.homes) or unsuited(tables, household, home):
            continue
        enough = all(count <= seats.get((home.host, route), 0) for route, count in household.routes.items())
        enough &= all(n <= tables.places.get((home.host, school), 0) for school, n in household.school.items())
        limits = (tables.locks.most.get(home.owner), tables.towns[home.owner].most)
        enough &= all(most is None or most >= household.persons for most in limits)
        enough &= not locked_out(tables, household, home.host)
        if enough and home.host in tables.allowed.get(name, tables.towns):
            hosts.add(home.host)
    return str(len(hosts))


def _points(tables: Tables, plan: Plan, placement: Placement, before: dict[str, Fraction]) -> dict[str, Fraction]:
    """Give what a placement adds to every goal: the plan with it less the plan without it [punten]."""
    without = replace(plan, placements=tuple(p for p in plan.placements if p is not placement))
    after = goal_values(tables, without)
    return {goal: rate * (before[goal] - after[goal]) for goal, rate in rates(tables).items()}


def _exchange(tables: Tables, plan: Plan, placed: dict[str, Placement], row: Row) -> list[str]:
    """Make an exchange and recount it: it breaks no rule and adds the points that are stated."""
    who, other = (plain(row[name], tables.households) for name in ("huishouden_id", "met"))
    homes = {other: placed[who].home if who in placed else None, who: placed[other].home}
    kept = [p for p in plan.placements if p.household.id not in {who, other}]
    moved = [_placed(tables, name, home) for name, home in homes.items() if home is not None]
    after = replace(plan, placements=(*kept, *moved))
    key, before = f"{who} with {other}", goal_values(tables, plan)
    problems = [f"{FILE} {key}: {text}" for text in (*check_homes(tables, after), *check_services(tables, after))]
    values = goal_values(tables, after)
    points = sum(float(rate * (values[goal] - before[goal])) for goal, rate in rates(tables).items())
    stated = float(exact(row["verschil_zelf_punten"]) + exact(row["verschil_anderen_punten"]))
    room = 0.15 * float(rates(tables)["nabijheid"]) * sum(tables.households[name].persons for name in (who, other))
    if abs(points - stated) > DIGIT + room:
        problems.append(differs(FILE, key, "verschil", stated, points))
    if row["alternatief"] != placed[other].home.owner:
        problems.append(differs(FILE, key, "alternatief", row["alternatief"], placed[other].home.owner))
    return problems


def _placed(tables: Tables, name: str, home: Any) -> Placement:
    household = tables.households[name]
    km = Fraction(round(10 * distance(tables.sites[household.site], tables.points[home.host])), 10)
    return Placement(household, home, Fraction(0), km)


def _numbers(tables: Tables, plan: Plan) -> list[str]:
    """Recount the parts of every number, the homes by size, and a person more or less in the band."""
    taken, owed, problems = persons_taken(plan), shares(tables), []
    for row in read_table(plan.folder / TOWNS):
        code = row["gemeentecode"]
        share, number, rate = owed[code], taken[code], rates(tables)["spreiding"]
        parts = {"sleutel_personen": share.key, "inhaal_personen": share.catch_up, "afspraken_personen": share.agreed}
        parts |= {"afwijking_personen": number - share.target, "toegewezen_personen": number}
        if sum(int(row[name]) for name in list(parts)[:4]) != number:
            problems.append(differs(TOWNS, code, "parts", [row[name] for name in parts], number))
        offered, used = Counter[int](), Counter[int]()
        for home in tables.homes.values():
            if home.owner == code and home.now and home.homes:
                offered[home.sleeps] += home.places
        for placement in plan.placements:
            if placement.home.owner == code:
                used[placement.home.sleeps] += 1
        expected = {name: str(value) for name, value in parts.items()}
        expected |= {"aanbod_per_grootte": _sizes(offered), "vrij_per_grootte": _sizes(offered - used)}
        problems += compare(TOWNS, code, row, expected)
        for name, step in (("meer_punten", 1), ("minder_punten", -1)):
            points = rate * (from_target(tables, share, max(number + step, 0)) - from_target(tables, share, number))
            if tables.towns[code].most is None and abs(float(exact(row[name])) - float(points)) > DIGIT:
                problems.append(differs(TOWNS, code, name, row[name], float(points)))
    return problems


def _sizes(homes: Counter[int]) -> str:
    return " ".join(f"{homes[size]}x{size}" for size in sorted(homes) if homes[size])
