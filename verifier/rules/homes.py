"""Households fit the homes they get, no home is given twice, and a hard ground decides where they live."""

from collections import Counter
from fractions import Fraction
from math import floor

from verifier.case import Home, Household, Tables
from verifier.finding import Finding, Told
from verifier.plan import PLACED, Placement, Plan

SOCIAL, SHARED = "sociale_huur", "woningdelen"
"""Woonvormen with rules of their own."""


def check_homes(tables: Tables, plan: Plan) -> list[Finding]:
    """List every home that is used too often, not on offer, or taken by a household that it does not suit."""
    used = Counter(placement.home.id for placement in plan.placements)
    problems = [
        Finding(PLACED, name, "aanbod_id", Told("households_here", count=n), Told("whole_homes", most=most))
        for name, n in sorted(used.items())
        for most in [tables.homes[name].places]
        if n > most
    ]
    quarter = tables.scenario["kwartaal"]
    problems += [
        Finding(PLACED, name, "aanbod_id", Told("given"), Told("not_on_offer", quarter=quarter))
        for name in sorted(used)
        if not tables.homes[name].now
    ]
    problems += _displaced(tables, plan)
    return problems + [found for placement in plan.placements for found in _misfits(tables, placement)]


def social_homes(plan: Plan) -> Counter[str]:
    """Count the homes of social rent that are taken, by owner [homes]."""
    return Counter(p.home.owner for p in plan.placements if p.home.form == SOCIAL)


def social_most(tables: Tables) -> dict[str, int]:
    """Give the most homes of social rent of each owner for statushouders; empty: the scenario has no cap [homes]."""
    if "social" not in tables.known:
        part = tables.scenario["verdringing_hoogstens"]
        most = {} if part is None else {code: floor(Fraction(part) * t.lettings) for code, t in tables.towns.items()}
        tables.known["social"] = most
    known: dict[str, int] = tables.known["social"]
    return known


def _displaced(tables: Tables, plan: Plan) -> list[Finding]:
    """List the owners that let more of their social homes to statushouders than the scenario allows."""
    most = social_most(tables)
    return [
        Finding(PLACED, code, "woonvorm", Told("social_homes", count=count), Told("displacement", most=most[code]))
        for code, count in sorted(social_homes(plan).items())
        if code in most and count > most[code]
    ]


def _misfits(tables: Tables, placement: Placement) -> list[Finding]:
    """Say why a household may not have its home."""
    household, home, line = placement.household, placement.home, placement.line
    key = f"{household.id} in {home.id}"
    problems = [
        Finding(PLACED, key, "aanbod_id", reason, Told("fitting_home"), line)
        for reason in unsuited(tables, household, home)
    ]
    host = Told("host", host=home.host)
    if home.host not in tables.allowed.get(household.id, tables.towns):
        allowed = Told("grounds", codes=sorted(tables.allowed[household.id]))
        problems.append(Finding(PLACED, key, "gastgemeente", host, allowed, line))
    if locked_out(tables, household, home.host):
        problems.append(Finding(PLACED, key, "gastgemeente", host, Told("locked"), line))
    return problems


def locked_out(tables: Tables, household: Household, host: str) -> bool:
    """Say whether a lock keeps a household from living somewhere."""
    locks = tables.locks
    elsewhere = locks.goes.get(household.id, host) != host
    return elsewhere or (household.id, host) in locks.closed or ("", host) in locks.closed


def empty_places(household: Household, home: Home) -> int:
    """Count the sleeping places that nobody uses, also not expected family; a room has none [persons]."""
    return 0 if home.form == SHARED else home.sleeps - household.asks


def unsuited(tables: Tables, household: Household, home: Home) -> list[Told]:
    """List why a kind of household may not take a kind of home; empty: it may."""
    asks, kind, form, reasons = household.asks, household.kind, home.form, list[Told]()
    if form == SHARED:
        reasons += [] if asks == 1 else [Told("room_for_one", asks=asks)]
    else:
        reasons += _wrong_size(tables, asks, home.sleeps)
    if kind not in tables.access.get(form, ()):
        reasons.append(Told("not_open", form=form, kind=kind))
    if form in tables.sharing and not household.shares:
        reasons.append(Told("sharing", form=form))
    voorrang = tables.towns[home.owner].voorrang
    closed = voorrang == "nee" or (voorrang == "alleen_gezinnen" and kind != "gezin")
    if form == SOCIAL and closed:
        reasons.append(Told("voorrang", owner=home.owner, kind=kind, voorrang=voorrang))
    return reasons


def suiting(tables: Tables, household: Household) -> frozenset[str]:
    """Give the homes that a household may take by its sort, whatever is left of them."""
    sort = "suiting", household.asks, household.kind, household.shares
    if sort not in tables.known:
        fit = (name for name, home in tables.homes.items() if not unsuited(tables, household, home))
        tables.known[sort] = frozenset(fit)
    known: frozenset[str] = tables.known[sort]
    return known


def _wrong_size(tables: Tables, asks: int, sleeps: int) -> list[Told]:
    """Say why a home is too small, too large, or kept for larger families."""
    most = asks + int(tables.parameters["woning.lege_slaapplaatsen"])
    large = tables.parameters["grote_gezinnen.vanaf_personen"]
    reasons = [] if asks <= sleeps <= most else [Told("wrong_size", sleeps=sleeps, asks=asks, most=most)]
    if asks < large <= sleeps:
        reasons.append(Told("kept_large", sleeps=sleeps, large=large, asks=asks))
    return reasons
