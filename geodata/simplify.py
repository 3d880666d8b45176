"""Borders with fewer points still fit each other, in degrees for a page and in metres for a file."""

import numpy as np
import shapely
from geopandas import GeoDataFrame

from geodata.errors import GeodataError, problem
from geodata.geography import Geography
from geodata.rd import RD, WGS84, geometry_to_wgs84

DECIMALS = 4
"""Decimals of a degree on a page: about 7 m by 11 m."""
CENTIMETRES = 2
"""Decimals of a metre in a file: what machines differ in by rounding is far smaller."""
Areas = np.ndarray[tuple[int], np.dtype[np.object_]]


def simplified(geography: Geography, tolerance_m: float = 200) -> GeoDataFrame:
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
        Indexed by ``gemeentecode``, as ``geography.grenzen``: ``naam`` and ``geometry`` in EPSG:4326, rounded to
        four decimals [degrees].

    Raises
    ------
    GeodataError
        G.501 when a gemeente is lost, or when rounding made areas overlap or part.
    """
    rough = shapely.coverage_simplify(geography.grenzen.geometry.to_numpy(), tolerance_m)
    degrees = shapely.transform(geometry_to_wgs84(rough), lambda xy: xy.round(DECIMALS))
    return geography.grenzen.set_geometry(_fitting(degrees, geography, tolerance_m), crs=WGS84)


def generalised(geography: Geography, tolerance_m: float) -> GeoDataFrame:
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
    return geography.grenzen.set_geometry(_fitting(metres, geography, tolerance_m), crs=RD)


def _fitting(areas: Areas, geography: Geography, tolerance_m: float) -> Areas:
    """Give the areas, or raise where one is lost, broken, or no longer fits its neighbours."""
    wrong = shapely.is_empty(areas) | ~shapely.is_valid(areas)
    wrong |= ~shapely.is_empty(shapely.coverage_invalid_edges(areas))
    if wrong.any():
        codes = tuple(geography.grenzen.index[wrong])
        fout = problem("G.501 simplification_failed", bestand=geography.bestand, tolerantie=tolerance_m, codes=codes)
        raise GeodataError([fout])
    return areas
