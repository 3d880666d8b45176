"""What a case says, recounted from its tables: households, homes, gemeenten, seats, places, work and grounds."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from math import floor
from pathlib import Path
from typing import Any

from recount.elsewhere import Scores, read_scores
from recount.files import Row, exact, read_table, read_toml, whole
from recount.locks import Locks, read_locks
from recount.parameters import read_parameters

PRODUCT = Path(__file__).resolve().parents[2]
"""The product's folder: only its data files are read here."""
POINTS = PRODUCT / "geodata" / "data" / "gemeentepunten.csv"
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
}
"""Choices that ``scenario.toml`` may leave out."""


@dataclass(frozen=True)
class Household:
    """A household: its size [persons], its adults by leerroute and by sector, its children by school [children]."""

    id: str
    adults: int
    children: int
    school: dict[str, int]
    permit: date
    site: str
    shares: bool
    routes: Counter[str]
    sectors: Counter[str]
    wishes: tuple[str, ...]
    expected: int

    @property
    def asks(self) -> int:
        """Persons that the home must sleep [persons]."""
        return self.persons + self.expected

    @property
    def persons(self) -> int:
        """Adults and children [persons]."""
        return self.adults + self.children

    @property
    def kind(self) -> str:
        """Huishoudtype: gezin with children, else paar or alleen."""
        return "gezin" if self.children else "alleen" if self.adults == 1 else "paar"


@dataclass(frozen=True)
class Home:
    """A record of homes: whole homes that can be taken [homes], each for so many persons [persons/home]."""

    id: str
    owner: str
    host: str
    form: str
    sleeps: int
    homes: int
    kept: int
    now: bool

    @property
    def rooms(self) -> int:
        """Households in one home: one, and one in each room of a shared home [households/home]."""
        return self.sleeps if self.form == "woningdelen" else 1

    @property
    def places(self) -> int:
        """Households that fit the whole homes [households]."""
        return self.homes * self.rooms

    @property
    def reserved(self) -> int:
        """Places that should not stand empty, for they are kept for statushouders [households]."""
        return min(self.kept, self.homes) * self.rooms


@dataclass(frozen=True)
class Town:
    """A gemeente of the case; homes and score only where the table gives them."""

    code: str
    inhabitants: int
    region: str
    behind: int
    voorrang: str
    least: int
    most: int | None
    ses: Fraction
    stock: int
    corporation: int
    province: str = ""
    lettings: int = 0
    before: int = 0


@dataclass(frozen=True)
class Tables:
    """A case: every table by its key."""

    folder: Path
    towns: dict[str, Town]
    homes: dict[str, Home]
    households: dict[str, Household]
    seats: dict[tuple[str, str], int]
    places: dict[tuple[str, str], int]
    work: dict[tuple[str, str], int]
    allowed: dict[str, set[str]]
    sites: dict[str, tuple[float, float]]
    scenario: dict[str, Any]
    parameters: dict[str, Fraction]
    access: dict[str, set[str]]
    sharing: set[str]
    synthetic: bool
    points: dict[str, tuple[float, float]] = field(default_factory=dict)
    own: dict[str, Fraction] = field(default_factory=dict)
    swaps: tuple[tuple[str, str, int], ...] = ()
    later: dict[tuple[str, str], int] = field(default_factory=dict)
    locks: Locks = field(default_factory=Locks)
    elsewhere: Scores = field(default_factory=dict)
    reception: dict[str, str] = field(default_factory=dict)

    @property
    def start(self) -> date:
        """First day of the kwartaal."""
        quarter = self.scenario["kwartaal"]
        return date(int(quarter[:4]), {"1": 1, "2": 4, "3": 7, "4": 10}[quarter[5]], 1)

    @property
    def total(self) -> int:
        """Persons to spread: the opgave of the scenario, else everyone [persons]."""
        asked = self.scenario["opgave_personen"]
        return sum(h.persons for h in self.households.values()) if asked is None else int(asked)


def read_tables(folder: Path) -> Tables:
    """Read every table of a case."""
    raw = {path.stem: read_table(path) for path in sorted(folder.glob("*.csv"))}
    toml = read_toml(folder / "scenario.toml")
    scenario = {name: toml.get(name, default) for name, default in DEFAULTS.items()} | {"kwartaal": toml["kwartaal"]}
    quarter = str(scenario["kwartaal"])
    towns = {row["gemeentecode"]: _town(row) for row in sorted(raw["gemeenten"], key=lambda r: r["gemeentecode"])}
    households = _households(raw["huishoudens"], raw["deelnemers"], family=scenario["nareis"] == "aan")
    now = {
        name: [row for row in raw[name] if row["kwartaal"] == quarter]
        for name in ("inburgering", "onderwijs", "arbeidsmarkt")
    }
    parameters, access, sharing = read_parameters(folder, toml.get("parameters", {}))
    tables = Tables(
        folder,
        towns,
        {row["aanbod_id"]: _home(row, quarter) for row in raw["woningaanbod"]},
        households,
        {(row["gebied"], row["leerroute"]): whole(row["plaatsen"]) for row in now["inburgering"]},
        {(row["gemeentecode"], row["soort"]): whole(row["plaatsen"]) for row in now["onderwijs"]},
        {(row["arbeidsmarktregio"], row["sector"]): whole(row["plaatsen"]) for row in now["arbeidsmarkt"]},
        {},
        {row["locatie"]: _point(row) for row in raw["opvanglocaties"]},
        scenario,
        parameters,
        access,
        sharing,
        bool(toml.get("synthetisch"))
        or any("syntheti" in row.get("bron", "").casefold() for rows in raw.values() for row in rows),
        {row["gemeentecode"]: _point(row) for row in read_table(POINTS)},
        {row["gemeentecode"]: exact(row["gewicht"]) for row in raw.get("sleutel", [])},
        tuple(
            (row["van"], row["naar"], whole(row["personen"]))
            for row in raw.get("afspraken", [])
            if row["kwartaal"] == quarter
        ),
        {
            (row["gebied"], row["leerroute"]): floor(parameters["inburgering.deel_volgend"] * whole(row["plaatsen"]))
            for row in raw["inburgering"]
            if row["kwartaal"] == _next(quarter)
        },
        read_locks(raw.get("vastleggingen", [])),
        reception={row["locatie"]: row["gemeentecode"] for row in raw["opvanglocaties"]},
    )
    tables.allowed.update(_allowed(raw.get("bindingen", []), tables))
    if scenario["scores"] == "aan":
        tables.elsewhere.update(read_scores(raw["scores"], {code: town.region for code, town in towns.items()}))
    return tables


def _next(quarter: str) -> str:
    """Give the kwartaal that follows."""
    return f"{quarter[:5]}{int(quarter[5]) + 1}" if quarter[5] < "4" else f"{int(quarter[:4]) + 1}K1"


def _town(row: Row) -> Town:
    most = row.get("max_personen", "")
    return Town(
        row["gemeentecode"],
        whole(row["inwoners"]),
        row["arbeidsmarktregio"],
        whole(row["achterstand"]),
        row["voorrang"],
        whole(row.get("min_personen", ""), 0),
        whole(most) if most else None,
        exact(row.get("ses_woa") or "0"),
        whole(row.get("woningvoorraad", ""), 0),
        whole(row.get("corporatiebezit", ""), 0),
        row["provincie"],
        whole(row.get("sociale_verhuringen", ""), 0),
        whole(row.get("vorig_kwartaal_personen", ""), 0),
    )


def _home(row: Row, quarter: str) -> Home:
    """Count whole homes of a record, after delivery and the part for statushouders, rounded down."""
    delivered = whole(row["aantal"]) * exact(row.get("leverkans") or "1")
    last = row.get("tot_kwartaal") or row["kwartaal"]
    return Home(
        row["aanbod_id"],
        row["gemeentecode"],
        row.get("gastgemeente") or row["gemeentecode"],
        row["woonvorm"],
        whole(row["slaapt"]),
        floor(delivered * exact(row.get("aandeel_statushouders") or "1")),
        floor(delivered * exact(row.get("aandeel_minimaal") or "0")),
        row["kwartaal"] <= quarter <= last,
    )


def _households(rows: list[Row], adults: list[Row], *, family: bool) -> dict[str, Household]:
    """Read the households; with ``family`` the persons whom they expect count for the size of the home."""
    routes: dict[str, Counter[str]] = defaultdict(Counter)
    sectors: dict[str, Counter[str]] = defaultdict(Counter)
    for row in adults:
        routes[row["huishouden_id"]][row["leerroute"]] += 1
        sectors[row["huishouden_id"]][row["sector"]] += 1
    out = {}
    for row in rows:
        name = row["huishouden_id"]
        school = {"po": whole(row["kinderen_4_11"]), "isk": whole(row["kinderen_12_17"])}
        out[name] = Household(
            name,
            whole(row["volwassenen"]),
            whole(row["kinderen_0_3"]) + sum(school.values()),
            school,
            _day(row["vergunningdatum"]),
            row["opvanglocatie"],
            row["delen"] == "ja",
            routes[name],
            sectors[name],
            tuple(wish for n in "123" if (wish := row.get(f"voorkeur_{n}", ""))),
            whole(row.get("nareis_personen", ""), 0) if family else 0,
        )
    return out


def _day(cell: str) -> date:
    """Read 2025-12-31 or 31-12-2025."""
    parts = [int(part) for part in cell.split("-")]
    return date(*parts) if len(cell.partition("-")[0]) == 4 else date(*reversed(parts))


def _point(row: Row) -> tuple[float, float]:
    return float(exact(row["lon"])), float(exact(row["lat"]))


def _allowed(rows: Iterable[Row], tables: Tables) -> dict[str, set[str]]:
    """Give the gemeenten where each bound household may live: those that every ground still in force names."""
    out: dict[str, set[str]] = {}
    for row in rows:
        last, region = row.get("tot", ""), row.get("regio", "")
        if last and _day(last) < tables.start:
            continue
        named = set(row.get("gemeenten", "").split())
        named |= {town.code for town in tables.towns.values() if region and town.region == region}
        out[row["huishouden_id"]] = out.get(row["huishouden_id"], set(tables.towns)) & named
    return out
