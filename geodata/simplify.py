"""A page gets borders with fewer points, in degrees, that still fit each other."""

from typing import TYPE_CHECKING

import shapely
from geopandas import GeoDataFrame

from geodata.errors import GeodataError, problem
from geodata.rd import WGS84, geometry_to_wgs84

if TYPE_CHECKING:
    from geodata.geography import Geography

SCREEN_M = 200.0
"""Tolerance of a map on a screen: the country and its region borders are 0.2 MB, and a pixel of it is 0.5 km [m]."""

PRINT_M = 50.0
"""Tolerance of a map on paper: 0.1 mm at a scale of 1 : 500 000, a province on a sheet of A4 [m]."""

DECIMALS = (4, 5, 6)
"""Decimals of a degree on a page: 4 are about 7 m by 11 m; more only where those would break a border."""


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
        wrong = shapely.is_empty(degrees) | ~shapely.is_valid(degrees)
        wrong |= ~shapely.is_empty(shapely.coverage_invalid_edges(degrees))
        if not wrong.any():
            return geography.grenzen.set_geometry(degrees, crs=WGS84)
    codes = tuple(geography.grenzen.index[wrong])
    fout = problem("G.501 simplification_failed", bestand=geography.bestand, tolerantie=f"{tolerance_m:g}", codes=codes)
    raise GeodataError([fout])
