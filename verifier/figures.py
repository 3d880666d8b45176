"""The kengetallen of a plan, recounted from its rows and the tables of the case alone.

What a run states under ``kengetallen`` is laid out flat, a path for every number, and each is counted here in whole
numbers and fractions in a way of its own: persons one by one, pairs of gemeenten one by one.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from verifier.amounts import national
from verifier.case import Household, Tables
from verifier.finding import Finding, Told
from verifier.manifest import RUN
from verifier.plan import Plan
from verifier.read import close, read_table
from verifier.rules.homes import SHARED, SOCIAL
from verifier.rules.services import persons_taken
from verifier.shares import filled, shares

NORM = "uitstroom.norm_weken"
SIZES: dict[str, Callable[[Household], bool]] = {
    "alle": lambda h: True,  # noqa: ARG005  every household
    "1": lambda h: h.persons == 1,
    "2": lambda h: h.persons == 2,
    "3_5": lambda h: h.persons in (3, 4, 5),
    "6_plus": lambda h: h.persons > 5,
    "gezinnen": lambda h: h.children > 0,
}
Figure = Fraction | int | float | str | None


def check_figures(tables: Tables, plan: Plan, stated: dict[str, Any], name: str) -> list[Finding]:
    """List every figure of a plan that its rows do not give, and every one that nobody asked for."""
    found, expected = dict(flat(stated)), figures(tables, plan)
    problems = [
        Finding(RUN, name, key, found[key], Told("not_a_figure")) for key in sorted(found.keys() - expected.keys())
    ]
    return problems + [
        Finding(RUN, name, key, found.get(key, Told("nothing")), Told("nothing") if value is None else value)
        for key, value in expected.items()
        if key not in found or not _same(key, found[key], value)
    ]


def flat(stated: Any, above: str = "") -> Iterator[tuple[str, Any]]:
    """Lay nested figures out, a path for every number."""
    if isinstance(stated, dict):
        for key, value in stated.items():
            yield from flat(value, f"{above}.{key}" if above else key)
    else:
        yield above, stated


def figures(tables: Tables, plan: Plan) -> dict[str, Figure]:
    """Count every figure of a plan, by path."""
    placed = {p.household.id for p in plan.placements}
    left = [h for h in tables.households.values() if h.id not in placed]
    weeks = [_weeks(tables, h) for h in left]
    adults, persons = (sum(getattr(p.household, part) for p in plan.placements) for part in ("adults", "persons"))
    return {
        "wachtenden_weken_gemiddeld": sum(weeks) / len(weeks) if weeks else 0,
        "wachtenden_weken_hoogste": max(weeks, default=0),
        "persoonsweken_na_norm": sum(_late(tables, h) for h in left),
        "gezinnen_wachtend": sum(h.children > 0 for h in left),
        "gemiddelde_score": sum(p.score for p in plan.placements) / adults if adults else 0,
        "gemiddelde_afstand_km": sum(p.km * p.household.persons for p in plan.placements) / persons if persons else 0,
        "opvangplaatsen_vrij": persons,
        **_spread(tables, plan),
        **dict(_waiting(tables, placed)),
        **_wishes(tables, plan),
        **_homes(tables, plan),
        **_social(tables, plan),
        **national(tables, plan),
    }


def _same(key: str, found: object, expected: Figure) -> bool:
    """Compare a figure; the scores and distances of a run are rounded to six and three decimals."""
    if expected is None or isinstance(expected, str):
        return found == expected
    return close(found, Fraction(expected), 1e-5 if key.startswith("gemiddelde_") else 1e-9)


def _weeks(tables: Tables, household: Household) -> Fraction:
    return Fraction((tables.start - household.permit).days, 7)


def _late(tables: Tables, household: Household) -> Fraction:
    """Count the person-weeks of a household beyond the norm."""
    return household.persons * max(_weeks(tables, household) - tables.parameters[NORM], Fraction(0))


def _spread(tables: Tables, plan: Plan) -> dict[str, Figure]:
    """Count how far the gemeenten are from their targets, and how unevenly persons are spread over inhabitants."""
    taken, owed = persons_taken(plan), shares(tables)
    off = [abs(taken[code] - share.target) for code, share in owed.items()]
    total, people = sum(taken.values()), sum(town.inhabitants for town in tables.towns.values())
    parts = [(taken[code], town.inhabitants) for code, town in tables.towns.items()]
    pairs = sum(abs(p * other_q - other_p * q) for p, q in parts for other_p, other_q in parts)
    return {
        "afwijking_personen": sum(off),
        "afwijking_hoogste": max(off),
        "binnen_band": sum(share.lower <= taken[code] <= share.upper for code, share in owed.items()),
        "gini": Fraction(pairs, 2 * total * people) if total else None,
    }


def _waiting(tables: Tables, placed: set[str]) -> Iterator[tuple[str, Figure]]:
    """Count what every group waited, person by person."""
    for group, belongs in SIZES.items():
        for part, housed in (("blijft", False), ("gehuisvest", True)):
            here = [h for h in tables.households.values() if belongs(h) and (h.id in placed) == housed]
            waits = sorted(week for h in here for week in [_weeks(tables, h)] * h.persons)
            where = f"wachttijd.{group}.{part}"
            yield f"{where}.huishoudens", len(here)
            yield f"{where}.personen", len(waits)
            yield f"{where}.kinderen", sum(h.children for h in here)
            for name, percent in (("p50", 50), ("p90", 90), ("hoogste", 100)):
                yield f"{where}.weken_{name}", _first_reached(waits, percent)
            yield f"{where}.personen_na_norm", sum(week > tables.parameters[NORM] for week in waits)
            yield f"{where}.persoonsweken_na_norm", sum(_late(tables, h) for h in here)


def _first_reached(waits: list[Fraction], percent: int) -> Fraction | None:
    """Give the first wait such that so many of every 100 persons have waited so long or less."""
    return next((wait for n, wait in enumerate(waits, start=1) if 100 * n >= percent * len(waits)), None)


def _wishes(tables: Tables, plan: Plan) -> dict[str, Figure]:
    """Count the households whose wishes name where they live."""
    met = [
        [wish in (p.home.host, tables.towns[p.home.host].region) for wish in p.household.wishes]
        for p in plan.placements
        if p.household.wishes
    ]
    return {
        "wensen.huishoudens": sum(1 for h in tables.households.values() if h.wishes),
        "wensen.gehuisvest": len(met),
        "wensen.eerste": sum(wish[0] for wish in met),
        "wensen.een": sum(True in wish for wish in met),
    }


def _homes(tables: Tables, plan: Plan) -> dict[str, Figure]:
    """Count whole homes in use by woonvorm, and what sharing saves."""
    forms = {home.form for home in tables.homes.values() if home.now and home.places}
    used = {form: sum(homes for homes, _ in filled(plan, form=form).values()) for form in forms}
    rooms = sum(p.home.form == SHARED for p in plan.placements)
    return {
        "woningen_bespaard": rooms - used.get(SHARED, 0),
        **{f"woningen.{form}": count for form, count in used.items()},
    }


def _social(tables: Tables, plan: Plan) -> dict[str, Figure]:
    """Set the social homes in use beside those let; a gemeente that does not say how many is left out."""
    used = Counter(p.home.owner for p in plan.placements if p.home.form == SOCIAL)
    rows = read_table(tables.folder / "gemeenten.csv")
    let = {r["gemeentecode"]: int(r["sociale_verhuringen"]) for r in rows if r.get("sociale_verhuringen")}
    parts = [Fraction(used[code], count) for code, count in let.items() if count]
    here, total = sum(used[code] for code in let), sum(let.values())
    found = {
        "woningen_bekend": here,
        "verhuringen": total,
        "deel": Fraction(here, total) if total else None,
        "deel_hoogste": max(parts, default=None),
        "gemeenten_boven": sum(used[code] > count for code, count in let.items()),
    }
    known: dict[str, Figure] = {name: value if let else None for name, value in found.items()}
    counts = {"woningen": sum(used.values()), "gemeenten_bekend": len(let)} | known
    return {f"verdringing.{name}": value for name, value in counts.items()}
