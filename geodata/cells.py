"""Land belongs to the gemeente of the nearest built-up place; that makes a map without any official border."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely
from geopandas import GeoDataFrame

from geodata.places import Plaats, coordinates
from geodata.rd import RD

M_PER_ROOT_PERSON = 5.0
"""Radius of a place is this times the root of its inhabitants: a disc of 79 m2 a person [m per root of a person]."""

POINTS_PER_PLACE = 8
"""Points on the circle round a place, from which its cells are drawn, next to its middle."""

STRAY_M2 = 5e6
"""A detached piece below this area goes to the neighbour with which it shares most border [m2]."""

SHORE_M = 1_000.0
"""A place this near to the rough outline of an island lies on it [m]."""

MARGIN_M = 50_000.0
"""How far cells reach beyond the outline, before they are cut off along it [m]."""


def schematic_areas(places: Sequence[Plaats], outline: Any) -> GeoDataFrame:
    """Divide the outline over the gemeenten by the nearest point of a place, and keep islands whole.

    Returns
    -------
    GeoDataFrame
        Indexed by ``gemeentecode``, ascending: areas in EPSG:28992 [m].
    """
    points, codes = _points(places)
    cells = shapely.get_parts(
        shapely.voronoi_polygons(
            shapely.multipoints(points), extend_to=shapely.box(*outline.bounds).buffer(MARGIN_M), ordered=True
        )
    )
    wholes = GeoDataFrame({"gemeentecode": codes}, geometry=cells, crs=RD).dissolve("gemeentecode", method="coverage")
    parts = shapely.get_parts(outline)
    owners = _island_owners(places, parts)
    shared = shapely.multipolygons([part for part, owner in zip(parts, owners, strict=True) if owner is None])
    areas = _without_strays(wholes.set_geometry(wholes.geometry.intersection(shared)))
    for part, owner in zip(parts, owners, strict=True):
        if owner is not None:
            areas.loc[owner, "geometry"] = shapely.union(areas.geometry[owner], part)
    return areas.sort_index()


def _points(places: Sequence[Plaats]) -> tuple[Any, list[str]]:
    """Give the middle of each place and a circle of points round it, each point once, to 0.1 m."""
    centres = coordinates(places)
    radii = M_PER_ROOT_PERSON * np.sqrt([place.inwoners for place in places])
    angles = 2 * np.pi * np.arange(POINTS_PER_PLACE) / POINTS_PER_PLACE
    circle = np.column_stack([np.cos(angles), np.sin(angles)])
    rings = centres[:, np.newaxis, :] + radii[:, np.newaxis, np.newaxis] * circle
    points = np.concatenate([centres, rings.reshape(-1, 2)]).round(1)
    codes = [place.gemeentecode for place in places]
    codes += [code for code in codes for _ in range(POINTS_PER_PLACE)]
    _, first = np.unique(points, axis=0, return_index=True)
    first.sort()
    return points[first], [codes[index] for index in first]


def _without_strays(areas: GeoDataFrame) -> GeoDataFrame:
    """Give small detached pieces to the gemeente that surrounds them most."""
    parts = areas.explode().reset_index()
    sizes = parts.geometry.area
    largest = sizes.groupby(parts["gemeentecode"]).transform("max")
    owner = parts["gemeentecode"].copy()
    for index in parts.index[(sizes < largest) & (sizes < STRAY_M2)]:
        stray = parts.geometry[index]
        touching = parts.loc[parts.geometry.intersects(stray) & (parts["gemeentecode"] != owner[index])]
        shared = touching.geometry.intersection(stray).length
        if len(shared) and shared.max() > 0:
            owner[index] = parts["gemeentecode"][shared.idxmax()]
    return parts.assign(gemeentecode=owner).dissolve("gemeentecode", method="coverage")


def _island_owners(places: Sequence[Plaats], parts: Any) -> list[str | None]:
    """Name for each part of the outline the only gemeente with a place on it, as on the Waddeneilanden, or nobody."""
    codes = np.array([place.gemeentecode for place in places])
    tree = shapely.STRtree(shapely.points(coordinates(places)))
    found = [set(codes[tree.query(part, predicate="dwithin", distance=SHORE_M)]) for part in parts]
    return [owners.pop() if len(owners) == 1 else None for owners in found]
