"""Compute the schematic map and the main places from npm packages: ``python -m geodata.make_schematic --npm DIR``."""

import argparse
import csv
import io
import json
import sys
from collections.abc import Mapping, Sequence
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import Any

import shapely
from geopandas import GeoDataFrame

from geodata.cells import schematic_areas
from geodata.checks import check_codes, check_polygons
from geodata.distances import PUNTEN
from geodata.errors import GeodataError
from geodata.geography import HERKOMST_SCHEMATISCH, SCHEMATISCH
from geodata.outline import read_outline
from geodata.places import GEONAMES, HAND, Plaats, main_place, read_places, require_packages
from geodata.rd import geometry_to_wgs84

DECIMALS = 4
"""Decimals of a degree in the file: about 7 m by 11 m."""

TOLERANCE_M = 250.0
"""Side of the square whose area a bend may lose before rounding; keeps the file below 200 kB [m]."""

BRON = {GEONAMES: "GeoNames, CC BY 4.0", HAND: HAND}
"""Source in the table of main places."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write both files into ``geodata/data``, or into the folder of ``--naar``."""
    parser = argparse.ArgumentParser(prog="python -m geodata.make_schematic", description=__doc__)
    parser.add_argument("--npm", type=Path, required=True, help="folder in which npm install was done")
    parser.add_argument("--naar", type=Path, default=Path(str(files("geodata") / "data")), help="folder to write to")
    chosen = parser.parse_args(arguments)
    try:
        texts = compute(chosen.npm)
    except GeodataError as error:
        sys.stderr.write("\n".join(error.render("en")) + "\n")
        return 2
    for naam, text in texts.items():
        (chosen.naar / naam).write_bytes(text.encode("utf-8"))
    return 0


def compute(npm: Path) -> dict[str, str]:
    """Compute the text of each file by its name; the same packages give the same bytes."""
    require_packages(npm)
    namen = official_names()
    places = [place for place in read_places(npm) if place.gemeentecode in namen]
    areas = rounded(schematic_areas(places, read_outline(npm)))
    codes = list(areas.index)
    check_codes(codes, [namen[code] for code in codes], list(namen), SCHEMATISCH)
    check_polygons(areas, codes, SCHEMATISCH)
    return {SCHEMATISCH: as_geojson(areas, namen), PUNTEN: as_points(places)}


def official_names() -> dict[str, str]:
    """Read the names of the gemeenten of 2026 by gemeentecode."""
    text = (files("inputs") / "data" / "gemeenten_2026.csv").read_text("utf-8-sig")
    return {row["gemeentecode"]: row["naam"] for row in csv.DictReader(text.splitlines(), delimiter=";")}


def rounded(areas: GeoDataFrame) -> GeoDataFrame:
    """Leave out needless points and round to degrees; shared borders have equal points and stay shared."""
    fewer = shapely.coverage_simplify(areas.geometry.to_numpy(), TOLERANCE_M)
    degrees = shapely.transform(geometry_to_wgs84(fewer), lambda xy: xy.round(DECIMALS))
    return areas.set_geometry(shapely.orient_polygons(degrees), crs=4326)


def as_geojson(areas: GeoDataFrame, namen: Mapping[str, str]) -> str:
    """Write RFC 7946 GeoJSON with one gemeente a line, so that a change shows as a change of lines."""
    lines = [_feature(code, namen[code], shape) for code, shape in areas.geometry.items()]
    head = json.dumps({"type": "FeatureCollection", "herkomst": HERKOMST_SCHEMATISCH}, ensure_ascii=False)
    return head[:-1] + ', "features": [\n' + ",\n".join(lines) + "\n]}\n"


def _feature(code: str, naam: str, shape: Any) -> str:
    properties = {"gemeentecode": code, "naam": naam}
    geometry = json.loads(shapely.to_geojson(shape))
    feature = {"type": "Feature", "properties": properties, "geometry": geometry}
    return json.dumps(feature, ensure_ascii=False, separators=(",", ":"))


def as_points(places: Sequence[Plaats]) -> str:
    """Write the main place of each gemeente as a table with ``;``; places come sorted by gemeentecode."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\n")
    writer.writerow(["gemeentecode", "lon", "lat", "bron"])
    for code, group in groupby(places, key=lambda place: place.gemeentecode):
        place = main_place(list(group))
        writer.writerow([code, f"{place.lon:.5f}", f"{place.lat:.5f}", f"{place.naam} ({BRON[place.bron]})"])
    return stream.getvalue()


if __name__ == "__main__":
    sys.exit(main())
