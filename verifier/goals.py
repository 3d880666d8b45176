"""Every goal of a plan in its own unit, in fractions, from the tables alone."""

from collections import Counter
from fractions import Fraction
from hashlib import sha256

from verifier.case import Home, Household, Tables
from verifier.plan import Plan
from verifier.rules.homes import empty_places
from verifier.rules.services import persons_taken, seats_taken
from verifier.spread import far_from_even, is_large

RATES = {
    "vastleggingen": "vastleggingen.per_persoon",
    "grote_gezinnen": "grote_gezinnen.per_persoon",
    "uitstroom": "uitstroom.per_persoon",
    "spreiding": "spreiding.per_persoon",
    "inburgering": "inburgering.per_week",
    "participatie": "participatie.per_volwassene",
    "nabijheid": "nabijheid.per_persoon_km",
    "reservering": "reservering.per_woning",
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
        "vastleggingen": outside_the_locks(tables, plan),
        "grote_gezinnen": sum((Fraction(h.persons) for h in _staying(tables, plan) if is_large(tables, h)), NOTHING),
        "uitstroom": left_in_reception(tables, plan),
        "spreiding": far_from_even(tables, plan),
        "inburgering": weeks_of_waiting(tables, plan),
        "participatie": missed_score(tables, plan) + beyond_the_work(tables, plan),
        "nabijheid": kilometres(tables, plan),
        "reservering": reserved_and_empty(tables, plan),
        "volgorde": sum((tie_number(p.household.id) * tie_number(plek_name(p.home)) for p in plan.placements), NOTHING),
    }


def _staying(tables: Tables, plan: Plan) -> list[Household]:
    """List who has no home."""
    placed = {p.household.id for p in plan.placements}
    return [household for household in tables.households.values() if household.id not in placed]


def outside_the_locks(tables: Tables, plan: Plan) -> Fraction:
    """Count the persons of locked households without a home, and those by whom gemeenten miss their least [persons]."""
    taken = persons_taken(plan)
    homeless = sum(h.persons for h in _staying(tables, plan) if h.id in tables.locks.goes)
    return Fraction(homeless + sum(max(least - taken[code], 0) for code, least in tables.locks.least.items()))


def left_in_reception(tables: Tables, plan: Plan) -> Fraction:
    """Weigh every household that has no home, and the persons below the least outflow [persons]."""
    staying = sum((household_weight(tables, household) for household in _staying(tables, plan)), NOTHING)
    least = tables.scenario["min_uitstroom_personen"] or 0
    short = max(least - sum(p.household.persons for p in plan.placements), 0)
    return staying + tables.parameters["uitstroom.ondergrens_factor"] * short


def household_weight(tables: Tables, household: Household) -> Fraction:
    """Weigh what it means that a household stays: persons, more by weeks past the norm and by children [persons]."""
    names = ("norm_weken", "weken_hoogstens", "per_week_na_norm", "per_kind")
    norm, most, per_week, per_child = (tables.parameters[f"uitstroom.{name}"] for name in names)
    weeks = Fraction((tables.start - household.permit).days, 7)
    late = min(max(weeks - norm, NOTHING), most)
    return household.persons * (1 + per_week * late) + per_child * household.children


def weeks_of_waiting(tables: Tables, plan: Plan) -> Fraction:
    """Count the weeks of the adults who get a seat of the next kwartaal [adult-weeks]."""
    late = sum(max(count - tables.seats.get(cell, 0), 0) for cell, count in seats_taken(plan).items())
    return late * tables.parameters["inburgering.weken_tot_volgend"]


def reserved_and_empty(tables: Tables, plan: Plan) -> Fraction:
    """Count the reserved homes, or rooms, that no household takes, by owner, host, woonvorm and size [homes]."""
    used = Counter(home_type(p.home) for p in plan.placements)
    return Fraction(sum(max(kept - used[where], 0) for where, kept in reserved(tables).items()))


def home_type(home: Home) -> tuple[str, str, str, int]:
    """Give what homes must share to be one in the plan: owner, host, woonvorm and size."""
    return home.owner, home.host, home.form, home.sleeps


def reserved(tables: Tables) -> Counter[tuple[str, str, str, int]]:
    """Add up the reserved places of the homes on offer now [households]."""
    out: Counter[tuple[str, str, str, int]] = Counter()
    for home in tables.homes.values():
        if home.now:
            out[home_type(home)] += home.reserved
    return +out


def scores(tables: Tables) -> Scores:
    """Score each sector in each gemeente [1]."""
    if "scores" not in tables.known:
        tables.known["scores"] = _scores(tables)
    known: Scores = tables.known["scores"]
    return known


def _scores(tables: Tables) -> Scores:
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
    score, adults, missed = scores(tables), Counter[tuple[str, str]](), NOTHING
    for p in plan.placements:
        if p.household.id in tables.elsewhere:
            missed += p.household.adults * (1 - tables.elsewhere[p.household.id][p.home.host])
            continue
        for sector, count in p.household.sectors.items():
            adults[sector, p.home.host] += count
    return missed + sum((count * (1 - score[cell]) for cell, count in adults.items()), NOTHING)


def household_score(tables: Tables, household: Household, host: str) -> Fraction:
    """Add up the scores of a household's adults at a host: one for all from elsewhere, or each by sector [adults]."""
    if household.id in tables.elsewhere:
        return household.adults * tables.elsewhere[household.id][host]
    score = scores(tables)
    return sum((count * score[sector, host] for sector, count in household.sectors.items()), NOTHING)


def beyond_the_work(tables: Tables, plan: Plan) -> Fraction:
    """Count the adults for whom the region has no place for work in their sector, at the price of each [adults]."""
    adults: Counter[tuple[str, str]] = Counter()
    for p in plan.placements:
        for sector, count in p.household.sectors.items():
            adults[tables.towns[p.home.host].region, sector] += count
    beyond = sum(max(n - tables.work.get(cell, 0), 0) for cell, n in adults.items() if cell[1] != NO_SECTOR)
    return tables.parameters["participatie.overloop"] * beyond


def kilometres(tables: Tables, plan: Plan) -> Fraction:
    """Count persons times the distance that the run states, missed wishes, and the empty places [person-km]."""
    return sum((person_km(tables, p.household, p.home, p.km) for p in plan.placements), NOTHING)


def person_km(tables: Tables, household: Household, home: Home, km: Fraction) -> Fraction:
    """Give the person-km of one household in one home."""
    wish = tables.parameters["nabijheid.km_zonder_voorkeur"] * missed_wish(tables, household, home.host)
    return household.persons * (km + wish) + tables.parameters["nabijheid.km_per_lege_slaapplaats"] * empty_places(
        household, home
    )


def missed_wish(tables: Tables, household: Household, host: str) -> Fraction:
    """Give what a household misses of its wishes at a host: a third for each one before the first that is met [1]."""
    here = {host, tables.towns[host].region}
    met = [n for n, wish in enumerate(household.wishes) if wish in here]
    return (Fraction(met[0], 3) if met else Fraction(1)) if household.wishes else NOTHING


def plek_name(home: Home) -> str:
    """Name the plek of a home: its owner, and its host where that is another."""
    return home.owner if home.owner == home.host else f"{home.owner}_{home.host}"


def tie_number(name: str) -> Fraction:
    """Give the stable number in [0, 1) of a pseudonym or plek."""
    return Fraction(int(sha256(name.encode()).hexdigest()[:12], 16), 2**48)
