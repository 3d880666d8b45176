"""A map of differences as shapes that need no script: classes symmetric about 0, with limits that never move."""

from bisect import bisect_right
from collections.abc import Mapping
from typing import Any, NamedTuple

import shapely

from geodata.geography import Geography
from reports.classes import SCALES, legend
from reports.words import Lang

LIKE = next(indicator for indicator in SCALES if indicator.naam == "afwijking")
"""Indicator of the map of a run that has the same limits, colours and words."""
TOLERANCE = 200
"""How far a border may lie from the real one, roughly [m]."""
UNIT = 100
"""Length of a unit of the drawing [m]."""
CLASSES = ("m3", "m2", "m1", "nul", "p1", "p2", "p3", "weg")
"""Names of the classes: much less to much more, and not in both runs; in the order of the legend."""
MARGIN = 0.04
"""Room around the gemeenten that are looked at, as a part of their width [1]."""
STRIPES = 60
"""Stripes of a hatching over the width of the drawing [stripes]."""


class Outline(NamedTuple):
    """A gemeente as drawn: code, name in the borders, and the commands of its path."""

    code: str
    naam: str
    pad: str


class Drawing(NamedTuple):
    """All gemeenten as drawn, the borders of provincies, the part that is shown, and the width of a stripe [units]."""

    vlakken: tuple[Outline, ...]
    lijnen: str
    venster: str
    streep: int


def drawing(geography: Geography, provincies: Mapping[str, str]) -> Drawing:
    """Draw a geography, y downwards, and look at the gemeenten of some runs.

    Parameters
    ----------
    provincies
        Gemeentecode to provincie of the gemeenten that are looked at; where none of them is drawn, the whole.
    """
    frame = geography.grenzen
    rough = shapely.coverage_simplify(frame.geometry.to_numpy(), TOLERANCE)
    left, _, _, high = shapely.total_bounds(rough)
    flat = shapely.transform(rough, lambda xy: (xy - [left, high]) * [1 / UNIT, -1 / UNIT])
    areas = tuple(
        Outline(code, name, _path(area)) for code, name, area in zip(frame.index, frame["naam"], flat, strict=True)
    )
    groups: dict[str, list[Any]] = {}
    for code, area in zip(frame.index, flat, strict=True):
        if code in provincies:
            groups.setdefault(provincies[code], []).append(area)
    lines = "".join(_path(shapely.coverage_union_all(groups[name])) for name in sorted(groups))
    seen = [area for name in sorted(groups) for area in groups[name]] or list(flat)
    return Drawing(areas, lines, *_window(seen))


def _window(seen: list[Any]) -> tuple[str, int]:
    """Give the part of the drawing that holds some areas, as a viewBox, and the width of a stripe there [units]."""
    left, top, right, bottom = (round(side) for side in shapely.total_bounds(seen))
    room = round(MARGIN * (right - left)) + 1
    width, height = right - left + 2 * room, bottom - top + 2 * room
    return f"{left - room} {top - room} {width} {height}", max(width // STRIPES, 1)


def class_of(difference: int | None) -> str:
    """Give the class of a difference; none: the gemeente is not in both runs.

    >>> [class_of(n) for n in (-30, -1, 0, 9, 10, None)]
    ['m3', 'm1', 'nul', 'p1', 'p2', 'weg']
    """
    if difference is None:
        return CLASSES[-1]
    step = bisect_right(LIKE.limits, abs(difference))
    return CLASSES[len(LIKE.limits) + (step if difference > 0 else -step)]


def class_legend(lang: Lang) -> list[tuple[str, str]]:
    """Give every class with its exact limits."""
    return [(name, text) for name, (_, text) in zip(CLASSES, legend(LIKE, lang), strict=True)]


def _path(area: Any) -> str:
    """Write the rings of an area as commands, in whole units."""
    rings = [ring for polygon in shapely.get_parts(area) for ring in (polygon.exterior, *polygon.interiors)]
    return "".join(_ring(shapely.get_coordinates(ring).round().astype(int).tolist()) for ring in rings)


def _ring(points: list[list[int]]) -> str:
    """Write a ring; points that fall together are written once."""
    kept = [point for n, point in enumerate(points) if n == 0 or point != points[n - 1]]
    return "M" + "L".join(f"{x} {y}" for x, y in kept) + "Z"
