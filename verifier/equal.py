"""Whether a plan is the only one that is as good: the other plan is counted again, and a yes is proved again."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from verifier.bound.only import others_least
from verifier.bound.prove import read_prices
from verifier.bound.rows import rows
from verifier.case import Home, Household, Tables
from verifier.distance import distance
from verifier.finding import Finding, Told
from verifier.goals import RATES, goal_values
from verifier.manifest import RUN
from verifier.plan import Placement, Plan
from verifier.read import plain, read_table
from verifier.rules.homes import check_homes
from verifier.rules.services import check_services

OTHER, PART = "gelijk_plan.csv", "uniek"
YES, NO, OPEN = "ja", "nee", "niet_vastgesteld"
NOTHING = Fraction(0)


def check_equal(tables: Tables, plan: Plan, own: Mapping[str, Fraction], run: Mapping[str, Any]) -> list[Finding]:
    """List every answer that does not follow, and what is wrong with the other plan.

    Parameters
    ----------
    own : dict
        Points for a unit of each goal [punten/unit].
    """
    part, order = run[PART], goal_order(tables, run)
    stated = {row["doel"]: row["uniek"] for row in part["per_doel"]}
    if [row["doel"] for row in part["per_doel"]] != order:
        return [Finding(RUN, PART, "doel", " ".join(stated), " ".join(order))]
    last = part["ander_plan_tot_en_met"]
    count = order.index(last) + 1 if last is not None else 0
    problems = list(_answers(stated, order, count))
    problems += _other(tables, plan, order[:count])
    yes = [goal for goal in order if stated[goal] == YES]
    if yes and not problems:
        problems += _proved(tables, plan, own, order[: order.index(yes[0]) + 1])
    return problems


def goal_order(tables: Tables, run: Mapping[str, Any]) -> list[str]:
    """List the goals as the run orders them, then the others in order of importance."""
    named = list(run["scenario"]["volgorde"]) if tables.scenario["doelen"] == "op_volgorde" else []
    return [*named, *(goal for goal in RATES if goal not in named)]


def _answers(stated: Mapping[str, str], order: list[str], count: int) -> Iterator[Finding]:
    """Ask no for as many goals as the other plan is equal for, and no yes before another answer."""
    for n, goal in enumerate(order):
        if (stated[goal] == NO) != (n < count) or stated[goal] not in {YES, NO, OPEN}:
            last = Told("nee_up_to", goal=order[count - 1] if count else "-")
            yield Finding(RUN, f"{PART} {goal}", PART, stated[goal], last)
        elif stated[goal] == YES and any(stated[later] != YES for later in order[n:]):
            yield Finding(RUN, f"{PART} {goal}", PART, YES, Told("no_before_yes"))


def _other(tables: Tables, plan: Plan, goals: list[str]) -> list[Finding]:
    """Count the other plan: it is another one, keeps every rule, and has the same values of these goals."""
    table = read_table(plan.folder / OTHER)
    if not goals or not table:
        expected = goals[-1] if goals else Told("nothing")
        return [] if not goals and not table else [Finding(OTHER, "", "rows", len(table), expected)]
    changed, problems = dict[str, Home | None](), list[Finding]()
    for row in table:
        name, home = plain(row["huishouden_id"], tables.households), plain(row["aanbod_id"], tables.homes)
        if name not in tables.households or name in changed:
            problems.append(Finding(OTHER, name, "huishouden_id", name, Told("one_row_each"), row.line))
        elif home and home not in tables.homes:
            problems.append(Finding(OTHER, name, "aanbod_id", home, Told("known_home"), row.line))
        else:
            changed[name] = tables.homes[home] if home else None
        if row["tot_en_met_doel"] != goals[-1]:
            found = row["tot_en_met_doel"]
            problems.append(Finding(OTHER, name, "tot_en_met_doel", found, goals[-1], row.line))
    return problems or _counted(tables, plan, other_plan(tables, plan, changed), goals)


def _counted(tables: Tables, plan: Plan, other: Plan, goals: list[str]) -> list[Finding]:
    """Compare two plans."""
    if _places(plan) == _places(other):
        return [Finding(OTHER, "", "", Told("same_plan"), Told("another_plan"))]
    broken = [*check_homes(tables, other), *check_services(tables, other)]
    if broken:
        wrong = broken[0]
        return [Finding(OTHER, wrong.row, wrong.column, wrong.found, Told("lawful", found=wrong.expected))]
    ours, theirs = goal_values(tables, plan), goal_values(tables, other)
    return [
        Finding(OTHER, "", goal, float(theirs[goal]), float(ours[goal])) for goal in goals if ours[goal] != theirs[goal]
    ]


def _places(plan: Plan) -> dict[str, tuple[str, str]]:
    """Give owner and host of every household with a home."""
    return {p.household.id: (p.home.owner, p.home.host) for p in plan.placements}


def other_plan(tables: Tables, plan: Plan, changed: Mapping[str, Home | None]) -> Plan:
    """Give the plan in which some households have another home, or none."""
    stated = {(p.household.site, p.home.host): p.km for p in plan.placements}
    kept = [p for p in plan.placements if p.household.id not in changed]
    moved = [_placed(tables, tables.households[name], home, stated) for name, home in changed.items() if home]
    return replace(plan, placements=(*kept, *moved))


def _placed(tables: Tables, household: Household, home: Home, stated: Mapping[tuple[str, str], Fraction]) -> Placement:
    """Place a household, at the distance that the run states for its site and host, if any."""
    way = household.site, home.host
    km = stated[way] if way in stated else Fraction(round(10 * _km(tables, way)), 10)
    return Placement(household, home, NOTHING, km)


def _km(tables: Tables, way: tuple[str, str]) -> float:
    """Give the distance from a site to a host [km]."""
    site, host = way
    return distance(tables.sites[site], tables.points[host])


def _proved(tables: Tables, plan: Plan, own: Mapping[str, Fraction], goals: list[str]) -> list[Finding]:
    """Prove again that no other plan has the same values of these goals."""
    rates = {goal: rate if goal in goals else NOTHING for goal, rate in own.items()}
    prices, _ = read_prices(plan.folder, rows(tables, dict(own)))
    values = goal_values(tables, plan)
    least = others_least(tables, plan, rates, prices)
    if least is None or least > sum((rates[goal] * values[goal] for goal in goals), NOTHING):
        return []
    return [Finding(RUN, f"{PART} {goals[-1]}", PART, YES, Told("only_proved"))]
