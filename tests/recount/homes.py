"""Households fit the homes they get, no home is given twice, and a hard ground decides where they live."""

from collections import Counter
from fractions import Fraction
from math import floor

from recount.plan import PLACED, Placement, Plan
from recount.tables import Home, Household, Tables

SOCIAL, SHARED = "sociale_huur", "woningdelen"
"""Woonvormen with rules of their own."""


def check_homes(tables: Tables, plan: Plan) -> list[str]:
    """List every home that is used too often, not on offer, or taken by a household that it does not suit."""
    used = Counter(placement.home.id for placement in plan.placements)
    problems = [
        f"{PLACED} {name}: {count} households, woningaanbod.csv has {tables.homes[name].places} whole homes or rooms"
        for name, count in sorted(used.items())
        if count > tables.homes[name].places
    ]
    problems += [
        f"{PLACED} {name}: not on offer in {tables.scenario['kwartaal']}"
        for name in sorted(used)
        if not tables.homes[name].now
    ]
    problems += _displaced(tables, plan)
    return problems + [text for placement in plan.placements for text in _misfits(tables, placement)]


def social_homes(plan: Plan) -> Counter[str]:
    """Count the homes of social rent that are taken, by owner [homes]."""
    return Counter(p.home.owner for p in plan.placements if p.home.form == SOCIAL)


def social_most(tables: Tables) -> dict[str, int]:
    """Give the most homes of social rent of each owner for statushouders; empty: the scenario has no cap [homes]."""
    part = tables.scenario["verdringing_hoogstens"]
    return {} if part is None else {code: floor(Fraction(part) * town.lettings) for code, town in tables.towns.items()}


def _displaced(tables: Tables, plan: Plan) -> list[str]:
    """List the owners that let more of their social homes to statushouders than the scenario allows."""
    most = social_most(tables)
    return [
        f"{PLACED} {code}: {count} homes of sociale_huur, verdringing_hoogstens leaves {most[code]}"
        for code, count in sorted(social_homes(plan).items())
        if code in most and count > most[code]
    ]


def _misfits(tables: Tables, placement: Placement) -> list[str]:
    """Say why a household may not have its home."""
    household, home = placement.household, placement.home
    key = f"{PLACED} {household.id} in {home.id}"
    problems = [f"{key}: {reason}" for reason in unsuited(tables, household, home)]
    if home.host not in tables.allowed.get(household.id, tables.towns):
        problems.append(f"{key}: host {home.host}, bindingen.csv allows {sorted(tables.allowed[household.id])}")
    if locked_out(tables, household, home.host):
        problems.append(f"{key}: host {home.host}, vastleggingen.csv does not allow it")
    return problems


def locked_out(tables: Tables, household: Household, host: str) -> bool:
    """Say whether a lock keeps a household from living somewhere."""
    locks = tables.locks
    elsewhere = locks.goes.get(household.id, host) != host
    return elsewhere or (household.id, host) in locks.closed or ("", host) in locks.closed


def empty_places(household: Household, home: Home) -> int:
    """Count the sleeping places that nobody uses, also not expected family; a room has none [persons]."""
    return 0 if home.form == SHARED else home.sleeps - household.asks


def unsuited(tables: Tables, household: Household, home: Home) -> list[str]:
    """List why a kind of household may not take a kind of home; empty: it may."""
    reasons = []
    if home.form == SHARED:
        reasons += [] if household.asks == 1 else [f"a room of woningdelen is for one, {household.asks} persons ask it"]
    else:
        reasons += _wrong_size(tables, household.asks, home.sleeps)
    if household.kind not in tables.access[home.form]:
        reasons.append(f"{home.form} is not open to {household.kind}")
    if home.form in tables.sharing and not household.shares:
        reasons.append(f"{home.form} asks delen = ja")
    voorrang = tables.towns[home.owner].voorrang
    closed = voorrang == "nee" or (voorrang == "alleen_gezinnen" and household.kind != "gezin")
    if home.form == SOCIAL and closed:
        reasons.append(f"sociale_huur of {home.owner} is closed to {household.kind}: voorrang = {voorrang}")
    return reasons


def _wrong_size(tables: Tables, asks: int, sleeps: int) -> list[str]:
    """Say why a home is too small, too large, or kept for larger families."""
    most = asks + int(tables.parameters["woning.lege_slaapplaatsen"])
    large = tables.parameters["grote_gezinnen.vanaf_personen"]
    reasons = [] if asks <= sleeps <= most else [f"sleeps {sleeps}, {asks} persons ask {asks} to {most}"]
    if asks < large <= sleeps:
        reasons.append(f"sleeps {sleeps}, homes from {large} are for families from {large}, not for {asks}")
    return reasons
