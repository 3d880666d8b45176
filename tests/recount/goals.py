"""Every goal of a plan in its own unit, in fractions, from the tables alone."""

from collections import Counter
from fractions import Fraction
from hashlib import sha256
from math import ceil

from recount.plan import Plan
from recount.services import persons_taken
from recount.shares import Share, shares
from recount.tables import Home, Household, Tables

RATES = {
    "uitstroom": "uitstroom.per_persoon",
    "spreiding": "spreiding.per_persoon",
    "participatie": "participatie.per_volwassene",
    "nabijheid": "nabijheid.per_persoon_km",
    "volgorde": "volgorde.per_huishouden",
}
"""Goals in order of importance, and the parameter that is the exchange rate of each [punten/unit]."""
NO_SECTOR = "geen"
NEUTRAL = Fraction(1, 2)
"""Score of an adult without a sector, and of a sector without work anywhere [1]."""
NOTHING = Fraction(0)
Scores = dict[tuple[str, str], Fraction]


def rates(tables: Tables) -> dict[str, Fraction]:
    """Give the exchange rate of every goal [punten/unit]."""
    return {goal: tables.parameters[name] for goal, name in RATES.items()}


def goal_values(tables: Tables, plan: Plan) -> dict[str, Fraction]:
    """Count every goal in its own unit."""
    return {
        "uitstroom": left_in_reception(tables, plan),
        "spreiding": outside_the_band(tables, plan),
        "participatie": missed_score(tables, plan),
        "nabijheid": kilometres(tables, plan),
        "volgorde": sum((tie_number(p.household.id) * tie_number(plek_name(p.home)) for p in plan.placements), NOTHING),
    }


def left_in_reception(tables: Tables, plan: Plan) -> Fraction:
    """Weigh every household that has no home: persons, more by weeks past the norm and by children [persons]."""
    placed = {p.household.id for p in plan.placements}
    return sum((household_weight(tables, h) for h in tables.households.values() if h.id not in placed), NOTHING)


def household_weight(tables: Tables, household: Household) -> Fraction:
    names = ("norm_weken", "weken_hoogstens", "per_week_na_norm", "per_kind")
    norm, most, per_week, per_child = (tables.parameters[f"uitstroom.{name}"] for name in names)
    weeks = Fraction((tables.start - household.permit).days, 7)
    late = min(max(weeks - norm, NOTHING), most)
    return household.persons * (1 + per_week * late) + per_child * household.children


def outside_the_band(tables: Tables, plan: Plan) -> Fraction:
    """Weigh the persons by which each gemeente leaves its band; far outside counts more [persons]."""
    taken = persons_taken(plan)
    return sum((outside(tables, share, taken[code]) for code, share in shares(tables).items()), NOTHING)


def outside(tables: Tables, share: Share, persons: int) -> Fraction:
    """Weigh the persons outside the band of one gemeente; far outside counts more [persons]."""
    far = tables.parameters["spreiding.ver_factor"]
    near = max(ceil(tables.parameters["spreiding.ver_vanaf"] * share.target), 1)
    out = max(share.lower - persons, persons - share.upper, 0)
    return min(out, near) + far * max(out - near, 0)


def scores(tables: Tables) -> Scores:
    """Score each sector in each gemeente: q / (1 + q), q its region's work per inhabitant over the country's [1]."""
    inhabitants: Counter[str] = Counter()
    for town in tables.towns.values():
        inhabitants[town.region] += town.inhabitants
    sectors = {sector for h in tables.households.values() for sector in h.sectors}
    out = {}
    for sector in sectors:
        work = {region: tables.work.get((region, sector), 0) for region in inhabitants}
        country = Fraction(sum(work.values()), sum(inhabitants.values()))
        for code, town in tables.towns.items():
            here = Fraction(work[town.region], inhabitants[town.region])
            known = sector != NO_SECTOR and country
            out[sector, code] = here / (here + country) if known else NEUTRAL
    return out


def missed_score(tables: Tables, plan: Plan) -> Fraction:
    """Count what the adults in homes miss of the full score [adults]."""
    score, adults = scores(tables), Counter[tuple[str, str]]()
    for p in plan.placements:
        for sector, count in p.household.sectors.items():
            adults[sector, p.home.host] += count
    return sum((count * (1 - score[cell]) for cell, count in adults.items()), NOTHING)


def kilometres(tables: Tables, plan: Plan) -> Fraction:
    """Count persons times the distance that the run states, and the empty sleeping places [person-km]."""
    each = tables.parameters["nabijheid.km_per_lege_slaapplaats"]
    persons = sum((p.household.persons * p.km for p in plan.placements), NOTHING)
    return persons + each * sum(p.home.sleeps - p.household.persons for p in plan.placements)


def plek_name(home: Home) -> str:
    return home.owner if home.owner == home.host else f"{home.owner}_{home.host}"


def tie_number(name: str) -> Fraction:
    """Give the stable number in [0, 1) of a pseudonym or plek."""
    return Fraction(int(sha256(name.encode()).hexdigest()[:12], 16), 2**48)
