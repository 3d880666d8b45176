"""What explains a run agrees with the case: each file names what exists, and its numbers are those of the tables."""

from collections import Counter
from typing import Any

from verifier.case import Tables
from verifier.plan import Plan
from verifier.read import compare, differs, exact, read_table

PRICES = "prijzen.csv"
LEGS = "prijs_per_doel.csv"
HALF = 6e-5
"""Half of the last digit of a value, with room for its sum."""
GROUPS = "groepen.csv"
SUMS = ("huishoudens", "personen", "geplaatste_personen")
MOST = 50
"""Rows of prijzen.csv at most."""


def check_prices(tables: Tables, plan: Plan, run: dict[str, Any]) -> list[str]:
    """List every price of something that is not there, in the wrong order, or above what the bound leaves."""
    rows, problems = read_table(plan.folder / PRICES), []
    stock = Counter[tuple[str, str, str]]()
    for home in tables.homes.values():
        if home.now:
            stock[home.owner, home.host, f"{home.form}_{home.sleeps}"] += home.homes
    slack = run["certificate"]["objective"] - run["certificate"]["bound"]
    for row in rows:
        town, key = row["gemeentecode"], f"{row['soort']} {row['gemeentecode']} {row['wat']}"
        now = {
            "woning": stock[town, row["gastgemeente"], row["wat"]],
            "cursusplaats": tables.seats.get((town, row["wat"]), 0),
            "schoolplaats": tables.places.get((town, row["wat"]), 0),
        }[row["soort"]]
        problems += compare(PRICES, key, row, {"nu": str(now)})
        least, most = exact(row["winst_punten_minstens"]), exact(row["winst_punten_hoogstens"])
        if not 0 <= least <= most or most < slack - 0.01:
            problems.append(differs(PRICES, key, "winst", f"{least} to {most}", f"ordered, and at least {slack}"))
    gains = [exact(row["winst_punten_minstens"]) for row in rows]
    if gains != sorted(gains, reverse=True) or len(rows) > MOST:
        problems.append(f"{PRICES}: {len(rows)} rows, not the largest gain first, or more than {MOST}")
    return problems


def check_legs(plan: Plan, run: dict[str, Any]) -> list[str]:
    """List every value without a goal that is not that of the plan without it, and every difference that is none."""
    ours = {goal["name"]: goal["value"] for goal in run["goals"]}
    problems = []
    for row in read_table(plan.folder / LEGS):
        other = run["baselines"].get(f"zonder_{row['zonder_doel']}", {"goals": []})
        values = {goal["name"]: goal["value"] for goal in other["goals"]}
        with_it, without = (float(exact(row[name])) for name in ("waarde_met", "waarde_zonder"))
        key = f"{row['zonder_doel']} {row['doel']}"
        if abs(with_it - ours[row["doel"]]) > HALF or abs(without - values.get(row["doel"], float("inf"))) > HALF:
            problems.append(differs(LEGS, key, "waarde", (with_it, without), (ours[row["doel"]], values)))
        if abs(float(exact(row["verschil"])) - (without - with_it)) > HALF:
            problems.append(differs(LEGS, key, "verschil", row["verschil"], without - with_it))
    return problems


def check_groups(tables: Tables, plan: Plan, run: dict[str, Any]) -> list[str]:
    """List every plan of which the groups do not add up to everyone of the case and everyone placed."""
    rows, problems = read_table(plan.folder / GROUPS), []
    counts = {name: other["counts"] for name, other in run["baselines"].items() if "counts" in other}
    counts["dit_plan"] = run["counts"]
    persons = sum(h.persons for h in tables.households.values())
    for name in {row["plan"] for row in rows}:
        own = [row for row in rows if row["plan"] == name]
        sums = {column: sum(exact(row[column]) for row in own) for column in SUMS}
        everyone = {"huishoudens": len(tables.households), "personen": persons}
        if name != "willekeurig":  # a mean over ten placings, of which run.json holds one
            everyone["geplaatste_personen"] = counts[name]["geplaatste_personen"]
        problems += compare(GROUPS, name, sums, everyone)
    return problems
