"""Degrees of WGS 84 become metres of the Rijksdriehoek, by the published formulas of EPSG 15934 and EPSG 9809."""

from math import asin, atan2, cos, hypot, radians, sin, sqrt

Point = tuple[float, float]
WGS84, BESSEL = (6378137.0, 1 / 298.257223563), (6377397.155, 1 / 299.1528128)
"""Half the long axis [m] and flattening [1] of the two ellipsoids."""
SHIFT = (565.4171, 50.3319, 465.5524)
"""From Amersfoort to WGS 84 [m]."""
TURN = tuple(radians(angle / 3600) for angle in (0.398957388243134, -0.343987817378283, 1.87740163998045))
SCALE = 1 + 4.0725e-6
LATITUDE, LONGITUDE, FACTOR = radians(52.1561605555556), radians(5.38763888888889), 0.9999079
"""Middle of the projection, the tower of Amersfoort [radians], and its scale [1]."""
X0, Y0 = 155000.0, 463000.0
ROUNDS = 8
"""Rounds in which a latitude is found from a point in space; each gives some two digits more."""


def metres(lon: float, lat: float) -> Point:
    """Turn degrees into metres [m].

    >>> tuple(round(part) for part in metres(5.38720621, 52.15517440))
    (155000, 463000)
    """
    return _project(*_to_bessel(*_in_space(radians(lon), radians(lat), *WGS84)))


def _in_space(lon: float, lat: float, axis: float, flattening: float) -> tuple[float, float, float]:
    """Put a point of an ellipsoid in space [m]."""
    square = flattening * (2 - flattening)
    across = axis / sqrt(1 - square * sin(lat) ** 2)
    return across * cos(lat) * cos(lon), across * cos(lat) * sin(lon), across * (1 - square) * sin(lat)


def _to_bessel(x: float, y: float, z: float) -> Point:
    """Undo shift, scale and turn, and give longitude and latitude on the ellipsoid of Bessel [radians]."""
    x, y, z = ((part - moved) / SCALE for part, moved in zip((x, y, z), SHIFT, strict=True))
    rx, ry, rz = TURN
    x, y, z = x - rz * y + ry * z, rz * x + y - rx * z, -ry * x + rx * y + z
    axis, flattening = BESSEL
    square, flat = flattening * (2 - flattening), hypot(x, y)
    lat = atan2(z, flat * (1 - square))
    for _ in range(ROUNDS):
        lat = atan2(z + square * axis / sqrt(1 - square * sin(lat) ** 2) * sin(lat), flat)
    return atan2(y, x), lat


def _sphere(lat: float, order: float, eccentricity: float) -> float:
    """Give the number by which a latitude goes to the sphere of the projection."""
    first = (1 + sin(lat)) / (1 - sin(lat))
    second = (1 - eccentricity * sin(lat)) / (1 + eccentricity * sin(lat))
    return float((first * second**eccentricity) ** order)


def _project(lon: float, lat: float) -> Point:
    """Lay a point of the ellipsoid of Bessel on the flat map: double stereographic [m]."""
    axis, flattening = BESSEL
    square = flattening * (2 - flattening)
    bend = 1 - square * sin(LATITUDE) ** 2
    radius = axis * sqrt(1 - square) / bend
    order = sqrt(1 + square * cos(LATITUDE) ** 4 / (1 - square))
    low = _sphere(LATITUDE, order, sqrt(square))
    middle = (low - 1) / (low + 1)
    constant = (order + sin(LATITUDE)) * (1 - middle) / ((order - sin(LATITUDE)) * (1 + middle))
    here, there = (asin((w - 1) / (w + 1)) for w in (constant * low, constant * _sphere(lat, order, sqrt(square))))
    turned = order * (lon - LONGITUDE)
    scale = 2 * radius * FACTOR / (1 + sin(there) * sin(here) + cos(there) * cos(here) * cos(turned))
    east = scale * cos(there) * sin(turned)
    return X0 + east, Y0 + scale * (sin(there) * cos(here) - cos(there) * sin(here) * cos(turned))
