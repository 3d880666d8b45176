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
    problems = _everyone_once(tables, placed, staying) + _sizes(tables, placed, staying)
    placements = []
    for row in placed:
        household = plain(row["huishouden_id"], tables.households)
        home = plain(row["aanbod_id"], tables.homes)
        if home not in tables.homes:
            problems.append(Finding(PLACED, household, "aanbod_id", home, Told("known_home"), row.line))
        elif household in tables.households:
            problems += _as_in_record(row, household, tables.homes[home])
            placements.append(
                Placement(
                    tables.households[household],
                    tables.homes[home],
                    row.exact("score"),
                    row.exact("afstand_km"),
                    row.line,
                )
            )
    stay = [(plain(row["huishouden_id"], tables.households), row["reden_code"]) for row in staying]
    left = tuple((tables.households[name], why) for name, why in stay if name in tables.households)
    towns = {row["gemeentecode"]: row for row in read_table(folder / TOWNS)}
    return Plan(folder, tuple(placements), left, towns), problems


def _everyone_once(tables: Tables, placed: list[Row], staying: list[Row]) -> list[Finding]:
    """Ask every household of the case exactly once, placed or staying, and nobody else."""
    times = Counter(plain(row["huishouden_id"], tables.households) for row in (*placed, *staying))
    both = f"{PLACED} + {STAYING}"
    strangers = sorted(times.keys() - tables.households.keys())
    return [
        Finding(both, name, "rows", times[name], Told("once")) for name in tables.households if times[name] != 1
    ] + [Finding(both, name, "rows", times[name], Told("not_in_case")) for name in strangers]


def _sizes(tables: Tables, placed: list[Row], staying: list[Row]) -> list[Finding]:
    """Ask the persons of huishoudens.csv on every row."""
    problems = []
    for file, rows in ((PLACED, placed), (STAYING, staying)):
        for row in rows:
            household = tables.households.get(plain(row["huishouden_id"], tables.households))
            if household and row.whole("personen") != household.persons:
                found, expected = row["personen"], household.persons
                problems.append(Finding(file, household.id, "personen", found, expected, row.line))
    return problems


def _as_in_record(row: Row, household: str, home: Home) -> list[Finding]:
    """Ask owner, host, woonvorm and size of the home's own record."""
    found: dict[str, object] = {name: row[name] for name in ("gemeentecode", "gastgemeente", "woonvorm")}
    record = {"gemeentecode": home.owner, "gastgemeente": home.host, "woonvorm": home.form}
    found |= {"slaapt": row.whole("slaapt")}
    return compare(PLACED, f"{household} in {home.id}", found, {**record, "slaapt": home.sleeps}, row.line)
