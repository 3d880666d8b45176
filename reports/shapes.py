"""Areas and province borders as lists of degrees for a page."""

from collections.abc import Mapping
from typing import Any

import shapely

from geodata.geography import Geography
from geodata.simplify import simplified

TOLERANCE = 200
"""How far a border on the page may lie from the real one, roughly [m]."""
Ring = list[list[float]]


def shapes(geography: Geography) -> dict[str, list[list[Ring]]]:
    """Give the area of every gemeente as polygons of rings of [lon, lat] [degrees]."""
    return {code: _polygons(area) for code, area in simplified(geography, TOLERANCE).geometry.items()}


def province_lines(geography: Geography, provincies: Mapping[str, str]) -> list[Ring]:
    """Give the borders between provincies, as lines of [lon, lat] [degrees]; coasts are left out."""
    frame = simplified(geography, TOLERANCE)
    groups: dict[str, list[Any]] = {}
    for code, area in frame.geometry.items():
        groups.setdefault(provincies.get(code, ""), []).append(area)
    outlines = [shapely.coverage_union_all(groups[name]).boundary for name in sorted(groups) if name]
    shared = [
        shapely.intersection(one, other)
        for k, one in enumerate(outlines)
        for other in outlines[k + 1 :]
        if shapely.intersects(one, other)
    ]
    lines = shapely.get_parts(shapely.line_merge(shapely.union_all([_only_lines(s) for s in shared])))
    return sorted(_ring(line) for line in lines)


def _only_lines(shape: Any) -> Any:
    """Drop the points in which two borders merely touch."""
    parts = shapely.get_parts(shape)
    return shapely.multilinestrings(parts[shapely.get_dimensions(parts) == 1])


def _polygons(area: Any) -> list[list[Ring]]:
    """Give the rings of each polygon of an area: the outer one, then its holes."""
    return [[_ring(p.exterior), *(_ring(hole) for hole in p.interiors)] for p in shapely.get_parts(area)]


def _ring(line: Any) -> Ring:
    """Give the points of a line as [lon, lat] in four decimals [degrees]."""
    points: Ring = shapely.get_coordinates(line).round(4).tolist()
    return points
