"""The plans of other rules are lawful, and every figure by which they are compared is recounted from their rows."""

from collections import Counter
from dataclasses import replace
from typing import Any

from recount.kpis import check_figures

from verifier.case import Tables
from verifier.distance import check_scores
from verifier.goals import goal_values, rates
from verifier.manifest import RUN
from verifier.plan import Placement, Plan
from verifier.read import Row, close, compare, differs, exact, plain, read_table
from verifier.rules.homes import check_homes
from verifier.rules.services import check_services
from verifier.shares import largest_remainder

FILE = "vergelijkingen.csv"


def check_baselines(tables: Tables, plan: Plan, run: dict[str, Any]) -> list[str]:
    """List every baseline that breaks a rule or states a count, goal or figure that its rows do not give."""
    rows = read_table(plan.folder / FILE)
    names = [name for name in run["baselines"] if name != "taakstelling_art_29"]
    problems = [f"{FILE}: {name} not in {RUN}" for name in sorted({row["vergelijking"] for row in rows} - set(names))]
    problems += check_figures(tables, plan, run["kengetallen"], "kengetallen")
    for name in names:
        own, bad = _read(tables, plan, [row for row in rows if row["vergelijking"] == name])
        problems += [f"{name}: {text}" for text in bad] + _one(tables, own, run["baselines"][name], name)
    return problems + _up_to_the_number(tables, rows)


def _read(tables: Tables, plan: Plan, rows: list[Row]) -> tuple[Plan, list[str]]:
    """Make a plan of the rows of one baseline."""
    times = Counter(row["huishouden_id"] for row in rows)
    problems = [f"{FILE} {name}: {count} rows" for name, count in times.items() if count > 1]
    placements = []
    for row in rows:
        household, home = plain(row["huishouden_id"], tables.households), plain(row["aanbod_id"], tables.homes)
        record = tables.homes[home]
        found = {"gemeentecode": record.owner, "gastgemeente": record.host, "woonvorm": record.form}
        found |= {"slaapt": str(record.sleeps), "personen": str(tables.households[household].persons)}
        problems += compare(FILE, household, row, found)
        placements.append(
            Placement(tables.households[household], record, exact(row["score"]), exact(row["afstand_km"]))
        )
    placed = {p.household.id for p in placements}
    staying = tuple((h, "") for h in tables.households.values() if h.id not in placed)
    return replace(plan, placements=tuple(placements), staying=staying), problems


def _one(tables: Tables, plan: Plan, stated: dict[str, Any], name: str) -> list[str]:
    """Check the rules, counts, goals and figures of one baseline."""
    problems = [*check_homes(tables, plan), *check_services(tables, plan), *check_scores(tables, plan)]
    if stated["haalbaar"] is not True:
        problems.append(differs(RUN, name, "haalbaar", stated["haalbaar"], True))
    placed = [p.household for p in plan.placements]
    counts = {"geplaatste_huishoudens": len(placed), "geplaatste_personen": sum(h.persons for h in placed)}
    counts["geplaatste_kinderen"] = sum(h.children for h in placed)
    problems += compare(RUN, name, stated["counts"], counts)
    values = goal_values(tables, plan)
    for goal in stated["goals"]:
        for column, expected in (("value", values[goal["name"]]), ("rate", rates(tables)[goal["name"]])):
            if not close(goal[column], expected):
                problems.append(differs(RUN, f"{name} {goal['name']}", column, goal[column], float(expected)))
    problems += _misfits(tables, plan, stated, name)
    return [f"{name}: {text}" for text in problems] + check_figures(tables, plan, stated["kengetallen"], name)


def _misfits(tables: Tables, plan: Plan, stated: dict[str, Any], name: str) -> list[str]:
    """Ask that of the couplings of practice everyone is placed there or named as not fitting."""
    if name != "zoals_gekoppeld":
        return compare(RUN, name, stated, {"niet_passend": []})
    wanted = {
        row["huishouden_id"]: (row["gemeentecode"], row.get("gastgemeente") or row["gemeentecode"])
        for row in read_table(tables.folder / "gekoppeld.csv")
    }
    got = {p.household.id: (p.home.owner, p.home.host) for p in plan.placements}
    left = sorted(wanted.keys() - got.keys())
    found = [
        f"{FILE} {who}: placed at {at}, coupled to {wanted.get(who)}" for who, at in got.items() if wanted[who] != at
    ]
    return found + compare(RUN, name, {"niet_passend": sorted(stated["niet_passend"])}, {"niet_passend": left})


def _up_to_the_number(tables: Tables, rows: list[Row]) -> list[str]:
    """Ask that the taakstelling gives no gemeente more than its number by inhabitants."""
    most = largest_remainder([town.inhabitants for town in tables.towns.values()], tables.total)
    taken: Counter[str] = Counter()
    for row in rows:
        if row["vergelijking"] == "taakstelling":
            taken[row["gemeentecode"]] += int(row["personen"])
    return [
        f"{FILE} taakstelling {code}: {taken[code]} persons, its number is {number}"
        for code, number in zip(tables.towns, most, strict=True)
        if taken[code] > number
    ]
