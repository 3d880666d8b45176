"""Borders with fewer points still fit each other, in degrees for a page and in metres for a file."""

from typing import TYPE_CHECKING

import numpy as np
import shapely
from geopandas import GeoDataFrame

from geodata.errors import GeodataError, Problem, problem
from geodata.rd import RD, WGS84, geometry_to_wgs84

if TYPE_CHECKING:
    from geodata.geography import Geography

SCREEN_M = 200.0
"""Tolerance of a map on a screen: the country and its region borders are 0.2 MB, and a pixel of it is 0.5 km [m]."""

PRINT_M = 50.0
"""Tolerance of a map on paper: 0.1 mm at a scale of 1 : 500 000, a province on a sheet of A4 [m]."""

DECIMALS = (4, 5, 6)
"""Decimals of a degree on a page: 4 are about 7 m by 11 m; more only where those would break a border."""
CENTIMETRES = 2
"""Decimals of a metre in a file: what machines differ in by rounding is far smaller."""
Areas = np.ndarray[tuple[int], np.dtype[np.object_]]
Bools = np.ndarray[tuple[int], np.dtype[np.bool_]]


def simplified(geography: "Geography", tolerance_m: float = SCREEN_M) -> GeoDataFrame:
    """Simplify all borders together, so that neighbours keep the same line between them.

    Parameters
    ----------
    geography : Geography
        Borders in EPSG:28992 [m].
    tolerance_m : float
        Side of the square whose area a bend may lose [m].

    Returns
    -------
    GeoDataFrame
        Indexed by ``gemeentecode``, as ``geography.grenzen``: ``naam`` and ``geometry`` in EPSG:4326, rounded to the
        first of ``DECIMALS`` at which the areas are still a coverage [degrees].

    Raises
    ------
    GeodataError
        G.501 when a gemeente is lost, or when rounding made areas overlap or part.
    """
    rough = geometry_to_wgs84(shapely.coverage_simplify(geography.grenzen.geometry.to_numpy(), tolerance_m))
    for decimals in DECIMALS:
        degrees = shapely.transform(rough, lambda xy, n=decimals: xy.round(n))
        if not _broken(degrees).any():
            return geography.grenzen.set_geometry(degrees, crs=WGS84)
    raise GeodataError([_lost(_broken(degrees), geography, tolerance_m)])


def generalised(geography: "Geography", tolerance_m: float) -> GeoDataFrame:
    """Simplify all borders together, for a file to measure in.

    Parameters
    ----------
    tolerance_m : float
        Side of the square whose area a bend may lose [m].

    Returns
    -------
    GeoDataFrame
        As ``geography.grenzen``, in EPSG:28992; every point that is left is one of the borders, to a centimetre [m].

    Raises
    ------
    GeodataError
        G.501 when a gemeente is lost, or when areas overlap or part.
    """
    rough = shapely.coverage_simplify(geography.grenzen.geometry.to_numpy(), tolerance_m)
    metres = shapely.transform(rough, lambda xy: xy.round(CENTIMETRES))
    wrong = _broken(metres)
    if wrong.any():
        raise GeodataError([_lost(wrong, geography, tolerance_m)])
    return geography.grenzen.set_geometry(metres, crs=RD)


def _broken(areas: Areas) -> Bools:
    """Tell of each area whether it is lost, broken, or no longer fits its neighbours."""
    wrong = shapely.is_empty(areas) | ~shapely.is_valid(areas)
    return np.asarray(wrong | ~shapely.is_empty(shapely.coverage_invalid_edges(areas)))


def _lost(wrong: Bools, geography: "Geography", tolerance_m: float) -> Problem:
    """Name the gemeenten whose borders do not survive a tolerance."""
    codes = tuple(geography.grenzen.index[wrong])
    return problem("G.501 simplification_failed", bestand=geography.bestand, tolerantie=f"{tolerance_m:g}", codes=codes)
