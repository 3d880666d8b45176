"""What a run says it decided: who is placed where, who stays, and that every household occurs once."""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from verifier.case import Home, Household, Tables
from verifier.finding import Finding, Told, compare
from verifier.read import Row, plain, read_table

PLACED, STAYING, TOWNS = "koppelingen.csv", "ongeplaatst.csv", "gemeenten.csv"


@dataclass(frozen=True)
class Placement:
    """A household in a home of the case, with the score [adults] and distance [km] that the run states."""

    household: Household
    home: Home
    score: Fraction
    km: Fraction
    line: int = 0


@dataclass(frozen=True)
class Plan:
    """A run: placements that can be read, households that stay, and the table of gemeenten."""

    folder: Path
    placements: tuple[Placement, ...]
    staying: tuple[tuple[Household, str], ...]
    towns: dict[str, Row]


def read_plan(tables: Tables, folder: Path) -> tuple[Plan, list[Finding]]:
    """Read the three tables of a run; a row of an unknown household or home is a problem, and left out."""
    placed, staying = read_table(folder / PLACED), read_table(folder / STAYING)
    problems = _everyone_once(tables, placed, staying) + _sizes(tables, staying)
    placements = list[Placement]()
    for row in placed:
        placement, bad = placement_of(tables, row, PLACED)
        problems += bad
        if placement is not None:
            placements.append(placement)
    stay = [(plain(row["huishouden_id"], tables.households), row["reden_code"]) for row in staying]
    left = tuple((tables.households[name], why) for name, why in stay if name in tables.households)
    rows = read_table(folder / TOWNS)
    towns = {row["gemeentecode"]: row for row in rows}
    if len(towns) < len(rows):
        problems.append(Finding(TOWNS, "", "rows", len(rows), len(towns)))
    return Plan(folder, tuple(placements), left, towns), problems


def placement_of(tables: Tables, row: Row, file: str) -> tuple[Placement | None, list[Finding]]:
    """Read a placement; a row of an unknown household or home is none."""
    household, home = plain(row["huishouden_id"], tables.households), plain(row["aanbod_id"], tables.homes)
    if home not in tables.homes:
        return None, [Finding(file, household, "aanbod_id", home, Told("known_home"), row.line)]
    if household not in tables.households:
        return None, [Finding(file, household, "huishouden_id", household, Told("known_household"), row.line)]
    who, where = tables.households[household], tables.homes[home]
    found: dict[str, object] = {name: row[name] for name in ("gemeentecode", "gastgemeente", "woonvorm")}
    found |= {name: row.whole(name) for name in ("slaapt", "personen")}
    record = {"gemeentecode": where.owner, "gastgemeente": where.host, "woonvorm": where.form}
    expected = {**record, "slaapt": where.sleeps, "personen": who.persons}
    problems = compare(file, f"{household} in {home}", found, expected, row.line)
    return Placement(who, where, row.exact("score"), row.exact("afstand_km"), row.line), problems


def _everyone_once(tables: Tables, placed: list[Row], staying: list[Row]) -> list[Finding]:
    """Ask every household of the case exactly once, placed or staying, and nobody else."""
    times = Counter(plain(row["huishouden_id"], tables.households) for row in (*placed, *staying))
    both = f"{PLACED} + {STAYING}"
    strangers = sorted(times.keys() - tables.households.keys())
    return [
        Finding(both, name, "rows", times[name], Told("once")) for name in tables.households if times[name] != 1
    ] + [Finding(both, name, "rows", times[name], Told("not_in_case")) for name in strangers]


def _sizes(tables: Tables, staying: list[Row]) -> list[Finding]:
    """Ask the persons of huishoudens.csv on every row of who stays."""
    problems = []
    for row in staying:
        household = tables.households.get(plain(row["huishouden_id"], tables.households))
        if household and row.whole("personen") != household.persons:
            problems.append(Finding(STAYING, household.id, "personen", row["personen"], household.persons, row.line))
    return problems
