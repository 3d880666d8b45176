"""The plans of other rules are lawful, and every figure by which they are compared is recounted from their rows."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from verifier.case import Tables
from verifier.distance import check_scores
from verifier.figures import check_figures
from verifier.finding import Finding, Told, compare
from verifier.goals import goal_values, outside_the_locks
from verifier.locks import read_locks
from verifier.manifest import RUN
from verifier.plan import Placement, Plan, placement_of
from verifier.read import Row, close, read_table
from verifier.rules.homes import check_homes
from verifier.rules.services import check_services
from verifier.shares import largest_remainder

FILE, COUPLED = "vergelijkingen.csv", "gekoppeld.csv"
ALWAYS = ("taakstelling", "volgorde", "willekeurig")
"""Plans of other rules that every run has."""
LOCK = "zonder_vastlegging_"
"""How the plans are called that show the price of a lock: this and its row."""
OLD_RULE = "taakstelling_art_29"
"""A baseline of numbers only."""


def check_baselines(tables: Tables, plan: Plan, run: Mapping[str, Any], own: Mapping[str, Any]) -> list[Finding]:
    """List every baseline that breaks a rule or states a count, goal or figure that its rows do not give.

    Parameters
    ----------
    own : mapping
        Points for a unit of each goal [punten/unit].
    """
    rows = read_table(plan.folder / FILE)
    names = [name for name in run["baselines"] if name != OLD_RULE]
    strange = sorted({row["vergelijking"] for row in rows} - set(names))
    problems = [Finding(FILE, name, "vergelijking", name, Told("under_baselines")) for name in strange]
    missing = [name for name in ALWAYS if name not in names]
    problems += [Finding(RUN, "baselines", name, Told("nothing"), Told("a_plan")) for name in missing]
    for name in names:
        beside, bad = _read(tables, plan, [row for row in rows if row["vergelijking"] == name])
        free, lawful = freed(tables, plan, beside, name)
        broken = [*check_homes(free, beside), *check_services(free, beside)]
        stated = run["baselines"][name]
        broken += compare(RUN, "", stated, {"haalbaar": lawful})
        problems += bad + [_in_file(found, name) for found in (*broken, *_one(tables, beside, stated, name, own))]
    return problems + _up_to_the_number(tables, rows)


def _in_file(found: Finding, name: str) -> Finding:
    """Say of which plan a finding is, and in which file that stands."""
    of_rules = found.file not in (RUN, FILE)
    return replace(found, file=FILE if of_rules else found.file, row=f"{name} {found.row}".strip())


def _read(tables: Tables, plan: Plan, rows: list[Row]) -> tuple[Plan, list[Finding]]:
    """Make a plan of the rows of one baseline."""
    times = Counter(row["huishouden_id"] for row in rows)
    problems = [Finding(FILE, name, "rows", count, 1) for name, count in times.items() if count > 1]
    placements = list[Placement]()
    for row in rows:
        placement, bad = placement_of(tables, row, FILE)
        problems += bad
        if placement is not None:
            placements.append(placement)
    placed = {p.household.id for p in placements}
    staying = tuple((h, "") for h in tables.households.values() if h.id not in placed)
    return replace(plan, placements=tuple(placements), staying=staying), problems


def _one(tables: Tables, plan: Plan, stated: Mapping[str, Any], name: str, own: Mapping[str, Any]) -> list[Finding]:
    """Check the scores, counts, goals and figures of one baseline."""
    problems = check_scores(tables, plan)
    placed = [p.household for p in plan.placements]
    counts = {"geplaatste_huishoudens": len(placed), "geplaatste_personen": sum(h.persons for h in placed)}
    counts["geplaatste_kinderen"] = sum(h.children for h in placed)
    everyone = [p.household for p in plan.placements] + [h for h, _ in plan.staying]
    counts |= {"huishoudens": len(everyone), "personen": sum(h.persons for h in everyone)}
    counts["kinderen"] = sum(h.children for h in everyone)
    problems += compare(RUN, "", stated["counts"], counts)
    values = goal_values(tables, plan)
    if sorted(goal["name"] for goal in stated["goals"]) != sorted(values):
        listed = " ".join(goal["name"] for goal in stated["goals"])
        problems.append(Finding(RUN, "goals", "name", listed, " ".join(values)))
    for goal in stated["goals"]:
        value, rate = values[goal["name"]], own[goal["name"]]
        for column, expected in (("value", value), ("rate", rate), ("points", rate * value)):
            if not close(goal[column], expected):
                problems.append(Finding(RUN, goal["name"], column, goal[column], float(expected)))
    return problems + _misfits(tables, plan, stated, name) + check_figures(tables, plan, stated["kengetallen"], "")


def freed(tables: Tables, ours: Plan, plan: Plan, name: str) -> tuple[Tables, bool]:
    """Give the tables whose rules a plan must keep, and whether it may be called lawful by all rules and locks.

    A plan that shows the price of a lock need not keep that lock; it is called lawful where it does all the same.
    """
    if not name.startswith(LOCK):
        return tables, True
    rows = read_table(tables.folder / "vastleggingen.csv")
    at = int(name.removeprefix(LOCK)) - 1
    without = replace(tables, locks=read_locks([*rows[:at], *rows[at + 1 :]]))
    kept = not check_homes(tables, plan) and not check_services(tables, plan)
    return without, kept and outside_the_locks(tables, plan) <= outside_the_locks(tables, ours)


def _misfits(tables: Tables, plan: Plan, stated: Mapping[str, Any], name: str) -> list[Finding]:
    """Ask that of the couplings of practice everyone is placed there or named as not fitting."""
    if name != "zoals_gekoppeld":
        return compare(RUN, "", stated, {"niet_passend": []})
    wanted = {
        row["huishouden_id"]: (row["gemeentecode"], row.get("gastgemeente") or row["gemeentecode"])
        for row in read_table(tables.folder / COUPLED)
    }
    got = {p.household.id: (p.home.owner, p.home.host) for p in plan.placements}
    left = sorted(wanted.keys() - got.keys())
    found = [
        Finding(FILE, who, "gemeentecode", " ".join(at), " ".join(wanted.get(who, ())))
        for who, at in got.items()
        if wanted.get(who) != at
    ]
    return found + compare(RUN, "", {"niet_passend": sorted(stated["niet_passend"])}, {"niet_passend": left})


def _up_to_the_number(tables: Tables, rows: list[Row]) -> list[Finding]:
    """Ask that the taakstelling gives no gemeente more than its number by inhabitants."""
    most = largest_remainder([Fraction(town.inhabitants) for town in tables.towns.values()], tables.total)
    taken: Counter[str] = Counter()
    for row in rows:
        if row["vergelijking"] == "taakstelling":
            taken[row["gemeentecode"]] += row.whole("personen")
    return [
        Finding(
            FILE, f"taakstelling {code}", "personen", taken[code], Told("no_more_than", most=number, source="art. 29")
        )
        for code, number in zip(tables.towns, most, strict=True)
        if taken[code] > number
    ]
