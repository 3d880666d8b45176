"""Generate a synthetic case from a seed: the same seed and size give the same bytes on every machine."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.random import RandomState

from inputs.case import begin
from inputs.domain import Gemeente
from inputs.example.homes import draw_homes
from inputs.example.margins import Margins, in_words, read_margins
from inputs.example.people import draw_people
from inputs.example.places import balances, largest_remainder, lettings, schools, seats, sites, work
from inputs.facts import gemeenten_2026
from inputs.tables import TABLES

KWARTAAL = "2026K1"
"""Quarter of the example: the first after the date of the published number of people waiting."""
NEXT = "2026K2"
"""The kwartaal after it, of which the course seats are known too."""
CENTRE = "GM0505"
"""A smaller example takes the gemeenten around this one (Dordrecht)."""
SIZES = {"klein": (60, 10), "landelijk": (7000, 342)}
"""The embedded examples: households and gemeenten."""
SEED = 1
"""Seed of the embedded examples."""
BAND_PROVINCIE, BAND_REGIO, MENGING = 0.02, 0.05, 0.25
"""Bands of the example [1]; choices."""
VERDRINGING, WIJZIGING, UITSTROOM = 0.2, 0.75, 0.75
"""Displacement cap, greatest change, and least outflow as a part of who wait, in the example [1]; choices."""
Punten = Mapping[str, tuple[float, float]]
"""Main place of each gemeente: gemeentecode to (longitude, latitude) [degrees]."""


@dataclass(frozen=True, slots=True)
class Example:
    """Rows of every table, the name of the example, the persons to spread and those who leave at least [persons]."""

    naam: str
    tables: Mapping[str, tuple[Any, ...]]
    opgave: int
    uitstroom: int
    marges: str
    herkomst: str


def draw_example(
    punten: Punten, *, households: int, seed: int, gemeenten: int = 342, naam: str = "voorbeeld"
) -> Example:
    """Draw a case with so many households [households] in so many real gemeenten around Dordrecht [gemeenten]."""
    margins = read_margins()
    # RandomState, not Generator: numpy promises its stream never to change, so that the seed keeps its bytes.
    random = RandomState(seed)
    places = _gemeenten(random, margins, punten, gemeenten, households)
    locations = sites(random, places, punten, households)
    people = draw_people(random, margins, households, locations, places, begin(KWARTAAL))
    persons = sum(h.personen for h in people.huishoudens)
    tables: dict[str, tuple[Any, ...]] = {
        "gemeenten": places,
        "woningaanbod": draw_homes(random, margins, places, people.huishoudens, KWARTAAL),
        "huishoudens": people.huishoudens,
        "deelnemers": people.deelnemers,
        "opvanglocaties": locations,
        "inburgering": tuple(
            row for quarter in (KWARTAAL, NEXT) for row in seats(random, margins, places, people.deelnemers, quarter)
        ),
        "onderwijs": schools(random, margins, places, people.huishoudens, KWARTAAL),
        "arbeidsmarkt": work(random, places, people.deelnemers, KWARTAAL),
        "bindingen": people.bindingen,
    }
    herkomst = f"synthetisch: spreiding example --households {households} --gemeenten {gemeenten} --seed {seed}"
    marges = in_words(margins, persons, whole_country=len(places) == len(gemeenten_2026()))
    spread, leave = round(margins.number("opgave") * persons), round(UITSTROOM * persons)
    return Example(naam, tables, spread, leave, marges, herkomst)


def _gemeenten(
    random: RandomState, margins: Margins, punten: Punten, count: int, households: int
) -> tuple[Gemeente, ...]:
    """Take the gemeenten nearest to the centre, with real inhabitants and synthetic balance, lettings and history."""
    facts = gemeenten_2026()
    country = sum(fact.inwoners for fact in facts)
    lon, lat = punten[CENTRE]
    near = sorted(facts, key=lambda f: (_far(punten[f.gemeentecode], lon, lat), f.gemeentecode))[:count]
    chosen = sorted(near, key=lambda f: f.gemeentecode)
    inwoners = np.array([fact.inwoners for fact in chosen], float)
    balance = balances(random, margins, inwoners, float(inwoners.sum()) / country)
    let = lettings(random, margins, inwoners, float(inwoners.sum()) / country)
    before = largest_remainder(inwoners * random.gamma(20.0, 0.05, count), households)
    return tuple(
        Gemeente(
            f.gemeentecode,
            f.naam,
            f.inwoners,
            f.provincie,
            f.arbeidsmarktregio,
            int(balance[k]),
            "ja",
            sociale_verhuringen=int(let[k]),
            vorig_kwartaal_personen=int(before[k]),
        )
        for k, f in enumerate(chosen)
    )


def _far(point: tuple[float, float], lon: float, lat: float) -> float:
    """Give the distance on a flat earth, good enough to choose neighbours [degrees of latitude]."""
    return math.hypot((point[0] - lon) * math.cos(math.radians(lat)), point[1] - lat)


def write_example(
    out: Path, punten: Punten, *, households: int, seed: int, gemeenten: int = 342, naam: str = "voorbeeld"
) -> None:
    """Write a synthetic case as a folder of CSV with a scenario; every row says that it is synthetic.

    Raises
    ------
    FileExistsError
        The folder exists.
    """
    example = draw_example(punten, households=households, seed=seed, gemeenten=gemeenten, naam=naam)
    out.mkdir(parents=True)
    for table, rows in example.tables.items():
        kind = TABLES[table].row
        (out / f"{table}.csv").write_bytes(
            _csv(kind, rows, f"{example.herkomst}; {example.marges}").encode("utf-8-sig")
        )
    (out / "scenario.toml").write_bytes(_scenario(example).encode())


def _csv(kind: type, rows: tuple[Any, ...], bron: str) -> str:
    """Give a table as CSV for Dutch Excel: semicolons, decimal comma, source and date on every row."""
    names = [field.name for field in fields(kind)]
    dated = [] if "peildatum" in names else [begin(KWARTAAL).isoformat()]
    lines = [";".join([*names, "bron", *(["peildatum"] if dated else [])])]
    lines += [";".join([*(_cell(getattr(row, name)) for name in names), _quoted(bron), *dated]) for row in rows]
    return "\r\n".join(lines) + "\r\n"


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return str(value).replace(".", ",") if isinstance(value, float) else _quoted(str(value))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ';"\r\n') else text


def _scenario(example: Example) -> str:
    return "\n".join(
        [
            "# Synthetisch voorbeeld: de gemeenten en hun inwoners zijn echt, woningen en huishoudens zijn getrokken.",
            f'naam = "{example.naam}"',
            "synthetisch = true",
            f'marges = "{example.marges}"',
            f'kwartaal = "{KWARTAAL}"',
            f"opgave_personen = {example.opgave}  # {example.herkomst}",
            'sleutel = "inwoners"  # art. 29 Huisvestingswet 2014',
            "inhaal_kwartalen = 8",
            "band = 0.05",
            "band_personen = 2",
            f"band_provincie = {BAND_PROVINCIE}  # aanname: smaller dan de band van de gemeenten samen",
            f"band_regio = {BAND_REGIO}",
            f"menging_band = {MENGING}",
            f"verdringing_hoogstens = {VERDRINGING}  # deel van de sociale verhuringen",
            f"wijziging_hoogstens = {WIJZIGING}  # deel van het vorige kwartaal",
            f"min_uitstroom_personen = {example.uitstroom}",
            "gap = 0.01",
            "",
        ]
    )


def example_folder(naam: str, into: Path, punten: Punten) -> Path:
    """Write an embedded example ("klein" or "landelijk") below a folder and give its path."""
    households, gemeenten = SIZES[naam]
    out = into / naam
    write_example(out, punten, households=households, seed=SEED, gemeenten=gemeenten, naam=f"{naam} voorbeeld")
    return out
