"""Households fit the homes they get, no home is given twice, and a hard ground decides where they live."""

from collections import Counter

from recount.plan import PLACED, Placement, Plan
from recount.tables import Home, Household, Tables


def check_homes(tables: Tables, plan: Plan) -> list[str]:
    """List every home that is used too often, not on offer, or taken by a household that it does not suit."""
    used = Counter(placement.home.id for placement in plan.placements)
    problems = [
        f"{PLACED} {name}: {count} households, woningaanbod.csv has {tables.homes[name].homes} whole homes"
        for name, count in sorted(used.items())
        if count > tables.homes[name].homes
    ]
    problems += [
        f"{PLACED} {name}: not on offer in {tables.scenario['kwartaal']}"
        for name in sorted(used)
        if not tables.homes[name].now
    ]
    return problems + [text for placement in plan.placements for text in _misfits(tables, placement)]


def _misfits(tables: Tables, placement: Placement) -> list[str]:
    """Say why a household may not have its home."""
    household, home = placement.household, placement.home
    key = f"{PLACED} {household.id} in {home.id}"
    problems = [f"{key}: {reason}" for reason in unsuited(tables, household, home)]
    if home.host not in tables.allowed.get(household.id, tables.towns):
        problems.append(f"{key}: host {home.host}, bindingen.csv allows {sorted(tables.allowed[household.id])}")
    return problems


def unsuited(tables: Tables, household: Household, home: Home) -> list[str]:
    """List why a kind of household may not take a kind of home; empty: it may."""
    reasons = []
    spare = int(tables.parameters["woning.lege_slaapplaatsen"])
    if not household.persons <= home.sleeps <= household.persons + spare:
        reasons.append(
            f"sleeps {home.sleeps}, {household.persons} persons ask {household.persons} to {household.persons + spare}"
        )
    if household.kind not in tables.access[home.form]:
        reasons.append(f"{home.form} is not open to {household.kind}")
    if home.form in tables.sharing and not household.shares:
        reasons.append(f"{home.form} asks delen = ja")
    voorrang = tables.towns[home.owner].voorrang
    closed = voorrang == "nee" or (voorrang == "alleen_gezinnen" and household.kind != "gezin")
    if home.form == "sociale_huur" and closed:
        reasons.append(f"sociale_huur of {home.owner} is closed to {household.kind}: voorrang = {voorrang}")
    return reasons
