"""Degrees of WGS 84 become metres of the Rijksdriehoek and back, by one fixed formula on every machine."""

from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

RD = 28992
"""EPSG code of the Rijksdriehoek ("Amersfoort / RD New"), in which everything is measured [m]."""

WGS84 = 4326
"""EPSG code of longitude and latitude, used in files and on the map only [degrees]."""

PIPELINE = (
    "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj=push +v_3 +step +proj=cart +ellps=WGS84 "
    "+step +inv +proj=helmert +x=565.4171 +y=50.3319 +z=465.5524 +rx=0.398957388243134 +ry=-0.343987817378283 "
    "+rz=1.87740163998045 +s=4.0725 +convention=coordinate_frame +step +inv +proj=cart +ellps=bessel "
    "+step +proj=pop +v_3 +step +proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 "
    "+x_0=155000 +y_0=463000 +ellps=bessel"
)
"""EPSG operation 15934 followed by RD New: right to 1 m, and never dependent on grid files of the machine."""

_TRANSFORMER = Transformer.from_pipeline(PIPELINE)


def to_rd(lonlat: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn rows of (lon, lat) [degrees] into rows of (x, y) [m].

    >>> to_rd(np.array([[5.38720621, 52.15517440]])).round(0)
    array([[155000., 463000.]])
    """
    x, y = _TRANSFORMER.transform(lonlat[:, 0], lonlat[:, 1])
    return np.column_stack([x, y])


def to_wgs84(xy: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn rows of (x, y) [m] into rows of (lon, lat) [degrees]."""
    lon, lat = _TRANSFORMER.transform(xy[:, 0], xy[:, 1], direction="INVERSE")
    return np.column_stack([lon, lat])


def geometry_to_rd(geometry: Any) -> Any:
    """Turn geometries in degrees into geometries in metres, vertex by vertex, so that shared borders stay shared."""
    return shapely.transform(geometry, to_rd)


def geometry_to_wgs84(geometry: Any) -> Any:
    """Turn geometries in metres into geometries in degrees, vertex by vertex."""
    return shapely.transform(geometry, to_wgs84)


def in_rd(frame: "GeoDataFrame") -> NDArray[Any]:
    """Give the flat geometries of a frame in EPSG:28992 or 4326 in metres; an absent one stays absent."""
    flat = shapely.force_2d(frame.geometry.to_numpy())
    metres: NDArray[Any] = flat if frame.crs.to_epsg() == RD else geometry_to_rd(flat)
    return metres
