"""How far a plan is from an even spread: persons outside the bands of gemeenten, areas, mix and change."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from verifier.case import Household, Tables
from verifier.plan import Plan
from verifier.rules.homes import unsuited
from verifier.rules.services import persons_taken
from verifier.shares import Share, shares

NOTHING = Fraction(0)
KINDS = ("alleen", "groot")
"""Households that are hard to house: of one person, and large families."""


@dataclass(frozen=True)
class Band:
    """A free band [persons]: ``kind`` names its factor; no lower edge where fewer is free."""

    kind: str
    name: str
    lower: Fraction | None
    upper: Fraction


def far_from_even(tables: Tables, plan: Plan) -> Fraction:
    """Weigh the persons outside every band [persons]."""
    taken = persons_taken(plan)
    own = sum((from_target(tables, share, taken[code]) for code, share in shares(tables).items()), NOTHING)
    there = loads(tables, ((p.household, p.home.owner) for p in plan.placements))
    return own + sum(
        (outside(band, there[band.kind, band.name]) * factor(tables, band) for band in bands(tables)), NOTHING
    )


def outside(band: Band, persons: Fraction) -> Fraction:
    """Give how many persons are below or above a band [persons]."""
    short = NOTHING if band.lower is None else band.lower - persons
    return max(short, persons - band.upper, NOTHING)


def near(tables: Tables, share: Share) -> int:
    """Give how far outside its band a person of a gemeente still counts once [persons]."""
    return max(ceil(tables.parameters["spreiding.ver_vanaf"] * share.target), 1)


def from_target(tables: Tables, share: Share, persons: int | Fraction) -> Fraction:
    """Weigh the persons by which one gemeente leaves its own band; far outside counts more [persons]."""
    out, once = max(share.lower - persons, persons - share.upper, 0), near(tables, share)
    return min(out, once) + tables.parameters["spreiding.ver_factor"] * max(out - once, 0)


def factor(tables: Tables, band: Band) -> Fraction:
    """Give how often a person outside a band counts [1]."""
    return tables.parameters[f"spreiding.{band.kind}_factor"]


def bands(tables: Tables) -> list[Band]:
    """Give every band besides that of each gemeente."""
    if "bands" not in tables.known:
        tables.known["bands"] = list(_bands(tables))
    known: list[Band] = tables.known["bands"]
    return known


def _bands(tables: Tables) -> list[Band]:
    """List the bands that the scenario asks for, beside those of the gemeenten."""
    scenario, target = tables.scenario, {code: share.target for code, share in shares(tables).items()}
    out = []
    for kind, part in (("provincie", scenario["band_provincie"]), ("regio", scenario["band_regio"])):
        areas: Counter[str] = Counter()
        for code, town in tables.towns.items():
            areas[town.province if kind == "provincie" else town.region] += target[code]
        out += [
            _around(kind, name, middle, part, scenario["band_personen"])
            for name, middle in areas.items()
            if part is not None
        ]
    if (part := scenario["wijziging_hoogstens"]) is not None:
        free = tables.parameters["spreiding.wijziging_personen"]
        out += [_around("wijziging", code, town.before, part, free) for code, town in tables.towns.items()]
    if (part := scenario["menging_band"]) is not None:
        for code, middle in target.items():
            half = _half(middle, part, scenario["band_personen"])
            out += [
                Band("menging", f"{code} {kind}", -half if can_house(tables, code, kind) else None, half)
                for kind in KINDS
            ]
    return out


def _half(middle: int, part: Fraction, least: Fraction) -> Fraction:
    return Fraction(ceil(max(Fraction(part) * middle, Fraction(least))))


def _around(kind: str, name: str, middle: int, part: Fraction, least: Fraction) -> Band:
    half = _half(middle, part, least)
    return Band(kind, name, max(middle - half, NOTHING), middle + half)


def is_kind(tables: Tables, household: Household, kind: str) -> bool:
    """Say whether a household is of a kind that is hard to house."""
    return household.persons == 1 if kind == "alleen" else is_large(tables, household)


def is_large(tables: Tables, household: Household) -> bool:
    """Say whether a household needs one of the national pool of large homes."""
    return household.asks >= tables.parameters["grote_gezinnen.vanaf_personen"]


def can_house(tables: Tables, code: str, kind: str) -> bool:
    """Say whether an owner offers a home to a household of a kind."""
    return any(
        not unsuited(tables, household, home)
        for home in tables.offered.get(code, ())
        for household in tables.sorts
        if is_kind(tables, household, kind)
    )


def parts(tables: Tables) -> dict[str, Fraction]:
    """Give the part of all persons that lives in households of each hard kind [1]."""
    everyone = list(tables.households.values())
    total = max(sum(h.persons for h in everyone), 1)
    return {kind: Fraction(sum(h.persons for h in everyone if is_kind(tables, h, kind)), total) for kind in KINDS}


def load(
    tables: Tables, household: Household, owner: str, part: Mapping[str, Fraction]
) -> dict[tuple[str, str], Fraction]:
    """Give what one placed household adds to every kind of band [persons]."""
    town, persons = tables.towns[owner], Fraction(household.persons)
    mix = {("menging", f"{owner} {kind}"): persons * (is_kind(tables, household, kind) - part[kind]) for kind in KINDS}
    return {
        ("provincie", town.province): persons,
        ("regio", town.region): persons,
        ("wijziging", owner): persons,
        **mix,
    }


def loads(tables: Tables, placed: Iterable[tuple[Household, str]]) -> dict[tuple[str, str], Fraction]:
    """Add up what pairs of household and owner bring to every band [persons]."""
    out: defaultdict[tuple[str, str], Fraction] = defaultdict(Fraction)
    part = parts(tables)
    for household, owner in placed:
        for name, persons in load(tables, household, owner, part).items():
            out[name] += persons
    return out
