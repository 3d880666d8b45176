"""A page gets borders with fewer points, in degrees, that still fit each other."""

import shapely
from geopandas import GeoDataFrame

from geodata.errors import GeodataError, problem
from geodata.geography import Geography
from geodata.rd import WGS84, geometry_to_wgs84

DECIMALS = 4
"""Decimals of a degree on a page: about 7 m by 11 m."""


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
    wrong = shapely.is_empty(degrees) | ~shapely.is_valid(degrees)
    wrong |= ~shapely.is_empty(shapely.coverage_invalid_edges(degrees))
    if wrong.any():
        codes = tuple(geography.grenzen.index[wrong])
        fout = problem("G.501 simplification_failed", bestand=geography.bestand, tolerantie=tolerance_m, codes=codes)
        raise GeodataError([fout])
    return geography.grenzen.set_geometry(degrees, crs=WGS84)
