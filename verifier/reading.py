"""The tables of a case are read, and nothing else than the files that are named; what reads otherwise is refused."""

from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable
from datetime import date
from fractions import Fraction
from math import floor
from pathlib import Path
from typing import Any

from verifier.case import Home, Household, Tables, Town
from verifier.elsewhere import read_scores
from verifier.locks import read_locks
from verifier.parameters import read_parameters, read_ranges
from verifier.read import CODE, Row, UnreadableError, read_table, read_toml

PRODUCT = Path(__file__).resolve().parents[1]
"""The product's folder: only its data files are read here."""
POINTS = PRODUCT / "geodata" / "data" / "gemeentepunten.csv"
NEEDED = ("gemeenten", "huishoudens", "deelnemers", "woningaanbod", "inburgering", "onderwijs", "arbeidsmarkt")
TABLES = (*NEEDED, "opvanglocaties", "bindingen", "vastleggingen", "afspraken", "sleutel", "scores")
DEFAULTS: dict[str, Any] = {
    "opgave_personen": None,
    "sleutel": "inwoners",
    "achterstand": "gespreid",
    "afronding": "grootste_resten",
    "inhaal_kwartalen": 8,
    "band": Fraction(1, 20),
    "band_personen": 2,
    "gap": Fraction(1, 200),
    "band_provincie": None,
    "band_regio": None,
    "nareis": "uit",
    "verdringing_hoogstens": None,
    "wijziging_hoogstens": None,
    "menging_band": None,
    "min_uitstroom_personen": None,
    "scores": "uit",
    "doelen": "wisselkoersen",
}
"""Choices that ``scenario.toml`` may leave out."""
ROUTES, SCHOOLS = ("B1", "onderwijs", "Z"), ("po", "isk")
"""Words of the columns leerroute and soort."""


def read_tables(folder: Path, scenario_file: Path | None = None, names: Collection[str] | None = None) -> Tables:
    """Read a case; with ``names`` the tables of those files only.

    Raises
    ------
    UnreadableError
        A file is missing, or written in a way that this parser does not read.
    """
    wanted = [name for name in TABLES if names is None or f"{name}.csv" in names]
    raw = {name: read_table(folder / f"{name}.csv") for name in wanted}
    for name in NEEDED:
        if not (folder / f"{name}.csv").is_file():
            raise UnreadableError(f"{name}.csv")
    place = scenario_file or folder / "scenario.toml"
    toml = read_toml(place)
    if "kwartaal" not in toml:
        raise UnreadableError(place.name, 0, "kwartaal")
    scenario = {name: toml.get(name, default) for name, default in DEFAULTS.items()} | {"kwartaal": toml["kwartaal"]}
    own = names is None or "parameters.toml" in names
    parameters, access, sharing = read_parameters(folder if own else None, toml.get("parameters", {}))
    towns = {row.code("gemeentecode"): _town(row) for row in sorted(raw["gemeenten"], key=lambda r: r["gemeentecode"])}
    quarter = str(scenario["kwartaal"])
    later, part = (
        _places(raw["inburgering"], _next(quarter), "gebied", "leerroute", ROUTES),
        parameters["inburgering.deel_volgend"],
    )
    tables = Tables(
        folder,
        towns,
        {row["aanbod_id"]: _home(row, quarter, access) for row in raw["woningaanbod"]},
        _households(raw["huishoudens"], raw["deelnemers"], family=scenario["nareis"] == "aan"),
        _places(raw["inburgering"], quarter, "gebied", "leerroute", ROUTES),
        _places(raw["onderwijs"], quarter, "gemeentecode", "soort", SCHOOLS),
        _places(raw["arbeidsmarkt"], quarter, "arbeidsmarktregio", "sector"),
        {},
        {row["locatie"]: _point(row) for row in raw.get("opvanglocaties", [])},
        scenario,
        parameters,
        access,
        sharing,
        bool(toml.get("synthetisch")) or _synthetic(raw.values()),
        {row["gemeentecode"]: _point(row) for row in read_table(POINTS)},
        {row["gemeentecode"]: row.exact("gewicht") for row in raw.get("sleutel", [])},
        _swaps(raw.get("afspraken", []), quarter),
        {cell: floor(part * count) for cell, count in later.items()},
        read_locks(raw.get("vastleggingen", [])),
        reception={row["locatie"]: row.code("gemeentecode") for row in raw.get("opvanglocaties", [])},
        ranges=read_ranges(folder if own else None),
    )
    tables.allowed.update(_allowed(raw.get("bindingen", []), tables))
    if scenario["scores"] == "aan":
        tables.elsewhere.update(read_scores(raw["scores"], {code: town.region for code, town in towns.items()}))
    return tables


def _synthetic(tables: Iterable[list[Row]]) -> bool:
    """Say whether any row says that it is synthetic."""
    return any("syntheti" in row.get("bron", "").casefold() for rows in tables for row in rows)


def _next(quarter: str) -> str:
    """Give the kwartaal that follows."""
    return f"{quarter[:5]}{int(quarter[5]) + 1}" if quarter[5] < "4" else f"{int(quarter[:4]) + 1}K1"


def _places(
    rows: list[Row], quarter: str, area: str, kind: str, kinds: tuple[str, ...] = ()
) -> dict[tuple[str, str], int]:
    """Add up the places of one kwartaal by area and kind; with ``kinds`` the areas are gemeenten."""
    out: dict[tuple[str, str], int] = {}
    for row in rows:
        key = (row.code(area), row.choice(kind, *kinds)) if kinds else (row[area], row[kind])
        if row.quarter("kwartaal") == quarter:
            out[key] = out.get(key, 0) + row.whole("plaatsen")
    return out


def _swaps(rows: list[Row], quarter: str) -> tuple[tuple[str, str, int], ...]:
    """List the agreements of one kwartaal: from, to and persons."""
    return tuple(
        (row.code("van"), row.code("naar"), row.whole("personen")) for row in rows if row.quarter("kwartaal") == quarter
    )


def _town(row: Row) -> Town:
    most = row.get("max_personen", "")
    return Town(
        row["gemeentecode"],
        row.whole("inwoners"),
        row["arbeidsmarktregio"],
        row.whole("achterstand"),
        row.choice("voorrang", "ja", "nee", "alleen_gezinnen"),
        row.whole("min_personen", 0),
        row.whole("max_personen") if most else None,
        row.exact("ses_woa", "0"),
        row.whole("woningvoorraad", 0),
        row.whole("corporatiebezit", 0),
        row["provincie"],
        row.whole("sociale_verhuringen", 0),
        row.whole("vorig_kwartaal_personen", 0),
        row["naam"],
    )


def _home(row: Row, quarter: str, forms: Container[str]) -> Home:
    """Count whole homes of a record, after delivery and the part for statushouders, rounded down."""
    delivered = row.whole("aantal") * row.exact("leverkans", "1")
    first = row.quarter("kwartaal")
    last = row.quarter("tot_kwartaal") if row.get("tot_kwartaal") else first
    if row["woonvorm"] not in forms:
        raise UnreadableError(row.file, row.line, "woonvorm", row["woonvorm"])
    return Home(
        row["aanbod_id"],
        row.code("gemeentecode"),
        row.code("gastgemeente", empty=True) or row["gemeentecode"],
        row["woonvorm"],
        row.whole("slaapt"),
        floor(delivered * row.exact("aandeel_statushouders", "1")),
        floor(delivered * row.exact("aandeel_minimaal", "0")),
        first <= quarter <= last,
    )


def _households(rows: list[Row], adults: list[Row], *, family: bool) -> dict[str, Household]:
    """Read the households; with ``family`` the persons whom they expect count for the size of the home."""
    routes: dict[str, Counter[str]] = defaultdict(Counter)
    sectors: dict[str, Counter[str]] = defaultdict(Counter)
    for row in adults:
        routes[row["huishouden_id"]][row.choice("leerroute", *ROUTES)] += 1
        sectors[row["huishouden_id"]][row["sector"]] += 1
    out = {}
    for row in rows:
        name = row["huishouden_id"]
        school = {"po": row.whole("kinderen_4_11"), "isk": row.whole("kinderen_12_17")}
        out[name] = Household(
            name,
            row.whole("volwassenen"),
            row.whole("kinderen_0_3") + sum(school.values()),
            school,
            _day(row, "vergunningdatum"),
            row["opvanglocatie"],
            row.choice("delen", "ja", "nee") == "ja",
            routes[name],
            sectors[name],
            tuple(wish for n in "123" if (wish := row.get(f"voorkeur_{n}", ""))),
            row.whole("nareis_personen", 0) if family else 0,
        )
    if len(out) < len(rows) or any(sum(routes[name].values()) != h.adults for name, h in out.items()):
        raise UnreadableError("deelnemers.csv", 0, "huishouden_id")
    return out


def _day(row: Row, column: str) -> date:
    """Read 2025-12-31 or 31-12-2025."""
    try:
        parts = [int(part) for part in row[column].split("-")]
        return date(*parts) if len(row[column].partition("-")[0]) == 4 else date(*reversed(parts))
    except (TypeError, ValueError) as error:
        raise UnreadableError(row.file, row.line, column, row[column]) from error


def _point(row: Row) -> tuple[float, float]:
    return float(row.exact("lon")), float(row.exact("lat"))


def _allowed(rows: Iterable[Row], tables: Tables) -> dict[str, set[str]]:
    """Give the gemeenten where each bound household may live: those that every ground still in force names."""
    out: dict[str, set[str]] = {}
    for row in rows:
        region = row.get("regio", "")
        if row.get("tot", "") and _day(row, "tot") < tables.start:
            continue
        named = set(row.get("gemeenten", "").split())
        if not all(map(CODE.fullmatch, named)):
            raise UnreadableError(row.file, row.line, "gemeenten", row["gemeenten"])
        named |= {town.code for town in tables.towns.values() if region and town.region == region}
        out[row["huishouden_id"]] = out.get(row["huishouden_id"], set(tables.towns)) & named
    return out
