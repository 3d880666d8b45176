"""The outline of the Netherlands comes from Natural Earth, less the IJsselmeer, which is drawn by hand."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from geodata.rd import geometry_to_rd

EUROPE = (3.0, 50.0, 8.0, 54.0)
"""Box that leaves out the Caribbean part of the country [degrees]."""

SMALLEST_ISLAND_M2 = 2e6
"""Islands below this area are left out: no gemeente lies on them [m2]."""

# fmt: off
IJSSELMEER = (
    (5.05, 52.93), (5.10, 52.84), (5.105, 52.775), (5.20, 52.755), (5.265, 52.745), (5.305, 52.70), (5.235, 52.655),
    (5.195, 52.635), (5.12, 52.628), (5.07, 52.64), (5.03, 52.60), (5.06, 52.515), (5.085, 52.49), (5.05, 52.46),
    (5.12, 52.462), (5.125, 52.45), (5.07, 52.42), (5.005, 52.375), (5.075, 52.337), (5.125, 52.34), (5.105, 52.36),
    (5.155, 52.395), (5.225, 52.425), (5.32, 52.45), (5.41, 52.495), (5.43, 52.525), (5.53, 52.57), (5.63, 52.595),
    (5.77, 52.585), (5.77, 52.605), (5.64, 52.61), (5.59, 52.655), (5.575, 52.74), (5.61, 52.785), (5.69, 52.84),
    (5.52, 52.84), (5.44, 52.845), (5.355, 52.885), (5.40, 52.945), (5.415, 53.00), (5.39, 53.055), (5.33, 53.075),
    (5.30, 53.12), (5.05, 53.00), (5.03, 52.95),
)
# fmt: on
"""Shore of IJsselmeer, Markermeer and Ketelmeer from Den Oever round by the south, drawn by hand [degrees]."""


def read_outline(npm: Path) -> Any:
    """Read the European Netherlands without the IJsselmeer, in EPSG:28992 [m].

    Returns
    -------
    MultiPolygon
        The mainland and the islands.
    """
    path = npm / "node_modules" / "world-atlas" / "countries-10m.json"
    country = decode(json.loads(path.read_text("utf-8")), "Netherlands")
    land = country.intersection(shapely.box(*EUROPE)).difference(shapely.Polygon(IJSSELMEER))
    parts = shapely.get_parts(geometry_to_rd(land))
    return shapely.multipolygons(parts[shapely.area(parts) > SMALLEST_ISLAND_M2])


def decode(topology: dict[str, Any], naam: str) -> Any:
    """Turn one country of a TopoJSON file into polygons [degrees].

    An arc is a list of steps on a grid; a ring is a list of arcs, each from where the last one ended, and ``~i`` is
    arc ``i`` backwards.
    """
    scale, move = (np.array(topology["transform"][key]) for key in ("scale", "translate"))

    def line(index: int) -> Any:
        points = np.cumsum(np.array(topology["arcs"][max(index, ~index)]), axis=0) * scale + move
        return points if index >= 0 else points[::-1]

    def ring(indices: list[int]) -> Any:
        lines = [line(index) for index in indices]
        return np.vstack([lines[0], *(part[1:] for part in lines[1:])])

    countries = topology["objects"]["countries"]["geometries"]
    country = next(one for one in countries if one["properties"]["name"] == naam)
    polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
    return shapely.multipolygons(
        [shapely.Polygon(ring(shell), [ring(hole) for hole in holes]) for shell, *holes in polygons]
    )
