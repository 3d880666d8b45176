"""Areas and region borders as steps on a grid of degrees: small in a page, and exact where two areas share a line."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import shapely

from geodata.borders import region_borders, shared_borders
from geodata.geography import Geography
from geodata.regions import Soort
from geodata.simplify import DECIMALS, SCREEN_M, simplified

Stappen = list[int]
"""A line as lon, lat, lon, lat, ...: the first point, and then the step to each next one [grid]."""


def map_data(geography: Geography, regions: Mapping[Soort, Mapping[str, str]]) -> dict[str, Any]:
    """Give what a page draws: the area of every gemeente, and the borders between regions of each kind.

    Parameters
    ----------
    regions
        Per kind of region, the name of the region by gemeentecode.

    Returns
    -------
    dict
        ``schaal``: grid lines in a degree; ``vormen``: per gemeentecode its polygons, each as rings; ``lijnen``: per
        kind its lines. The lines are drawn from the simplified areas, so that they lie on the borders of gemeenten.
    """
    areas = simplified(geography, SCREEN_M)
    schaal = _grid(areas.geometry.to_numpy())
    borders = shared_borders(areas)
    return {
        "schaal": schaal,
        "vormen": {code: _polygons(area, schaal) for code, area in areas.geometry.items()},
        "lijnen": {
            kind: [_steps(line, schaal) for line in region_borders(borders, region)] for kind, region in regions.items()
        },
    }


def _grid(areas: Any) -> int:
    """Give the lines in a degree of the grid on which all points lie."""
    xy = shapely.get_coordinates(areas)
    return int(10 ** next(n for n in DECIMALS if (xy == xy.round(n)).all()))


def _polygons(area: Any, schaal: int) -> list[list[Stappen]]:
    """Give the rings of each polygon of an area: the outer one, then its holes."""
    return [
        [_steps(ring, schaal) for ring in (polygon.exterior, *polygon.interiors)] for polygon in shapely.get_parts(area)
    ]


def _steps(line: Any, schaal: int) -> Stappen:
    """Give the first point of a line and its further steps.

    >>> _steps(shapely.LineString([(5.0, 52.0), (5.0001, 51.9998)]), 10_000)
    [50000, 520000, 1, -2]
    """
    grid = np.rint(shapely.get_coordinates(line) * schaal).astype(np.int64)
    steps: Stappen = np.diff(grid, axis=0, prepend=[[0, 0]]).ravel().tolist()
    return steps
