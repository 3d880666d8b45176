"""The Pareto front of two goals, runs that no other betters at one without a loss at the other, and its picture."""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 640, 420
"""Size of the picture; the page scales it [px]."""
LEFT, RIGHT, TOP, BOTTOM = 76, 24, 16, 58
"""Room beside the points for axes and their labels [px]."""
TICKS = 5
"""Marks on an axis, about [marks]."""
MARGIN = 0.06
"""Part of the range that is left free around the points [1]."""
NUMBERED = 40
"""Most points of the front that get a number in the picture [points]."""
APART = 15
"""Least distance between two numbers [px]."""


Points = Sequence[tuple[float, float]] | Mapping[int, tuple[float, float]]
"""Values of both goals by their place in a list."""


class Point(NamedTuple):
    """A run in the picture: centre [px], whether it is on the front, its number there (0: none is drawn), and words."""

    x: float
    y: float
    voor: bool
    nummer: int
    tekst: str


class Tick(NamedTuple):
    """A mark on an axis: where it stands [px], and the value there."""

    plaats: float
    waarde: float


class Picture(NamedTuple):
    """Points, the lines of the fronts as SVG draws them, and the marks of both axes."""

    punten: tuple[Point, ...]
    lijnen: tuple[str, ...]
    x: tuple[Tick, ...]
    y: tuple[Tick, ...]


def front(points: Sequence[tuple[float, float]]) -> list[bool]:
    """Tell of each point whether no other is lower in one value and not higher in the other.

    >>> front([(1, 5), (2, 3), (2, 4), (3, 3), (4, 1), (4, 1)])
    [True, True, False, False, True, True]
    """
    found, lowest = [False] * len(points), math.inf
    for n in sorted(range(len(points)), key=points.__getitem__):
        x, y = points[n]
        if y < lowest:
            found[n], lowest, last = True, y, x
        elif y == lowest:
            found[n] = x == last
    return found


def picture(points: Sequence[tuple[float, float]], groups: Sequence[object], texts: Sequence[str]) -> Picture | None:
    """Draw points and the front of each group; lower is better on both axes. None: there are no points.

    Parameters
    ----------
    groups
        What a point belongs to; runs of another case are not better or worse.
    texts
        What a pointer reads at each point.
    """
    if not points:
        return None
    across, up = _axis([x for x, _ in points]), _axis([y for _, y in points])
    fronts = fronts_of(points, groups)
    places = [(_place(x, across, LEFT, WIDTH - RIGHT), _place(y, up, HEIGHT - BOTTOM, TOP)) for x, y in points]
    numbers = _shown(places, numbered(points, fronts))
    drawn = [Point(*place, n in numbers, numbers.get(n, 0), texts[n]) for n, place in enumerate(places)]
    return Picture(
        tuple(sorted(drawn, key=lambda point: point.voor)),
        tuple(_line([places[n] for n in members]) for members in fronts),
        tuple(Tick(_place(value, across, LEFT, WIDTH - RIGHT), value) for value in _marks(*across)),
        tuple(Tick(_place(value, up, HEIGHT - BOTTOM, TOP), value) for value in _marks(*up)),
    )


def fronts_of(points: Sequence[tuple[float, float]], groups: Sequence[object]) -> list[list[int]]:
    """Give for each group the places of its front in the list, from left to right."""
    fronts = []
    for group in dict.fromkeys(groups):
        own = [n for n, other in enumerate(groups) if other == group]
        best = front([points[n] for n in own])
        fronts.append(sorted((n for n, on in zip(own, best, strict=True) if on), key=points.__getitem__))
    return fronts


def numbered(points: Points, fronts: Sequence[Sequence[int]]) -> dict[int, int]:
    """Give points of the fronts a number, from left to right; plans that are equal in both goals share one.

    >>> numbered([(1, 5), (2, 3), (1, 5)], [[0, 2, 1]])
    {0: 1, 2: 1, 1: 2}
    """
    found: dict[int, int] = {}
    for members in fronts:
        for before, n in zip([None, *members], members, strict=False):
            last = max(found.values(), default=0)
            found[n] = last if before is not None and points[before] == points[n] else last + 1
    return found


def _shown(places: Sequence[tuple[float, float]], numbers: Mapping[int, int]) -> dict[int, int]:
    """Give the numbers that are drawn; 0 where another stands too near, or there are too many."""
    drawn: dict[int, int] = {}
    there: list[tuple[float, float]] = []
    for n, number in numbers.items():
        free = number <= NUMBERED and all(math.dist(places[n], other) >= APART for other in there)
        drawn[n] = number if free else 0
        there += [places[n]] if free else []
    return drawn


def _axis(values: Sequence[float]) -> tuple[float, float]:
    """Give the ends of an axis, with room around the values."""
    low, high = min(values), max(values)
    room = (high - low) * MARGIN or abs(high) * MARGIN or 1.0
    return low - room, high + room


def _place(value: float, axis: tuple[float, float], first: float, last: float) -> float:
    """Give where a value stands [px]."""
    return round(first + (value - axis[0]) / (axis[1] - axis[0]) * (last - first), 1)


def _marks(low: float, high: float) -> list[float]:
    """Give round values within an axis.

    >>> _marks(0.9, 6.2)
    [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
    """
    rough = (high - low) / TICKS
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * k for k in (1, 2, 5, 10) if size * k >= rough * 0.75)
    return [round(n * step, 10) for n in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _line(places: Sequence[tuple[float, float]]) -> str:
    """Draw the border of what is reached: from point to point, first across and then down."""
    parts = [f"M{places[0][0]} {places[0][1]}"]
    parts += [f"H{x} V{y}" for x, y in places[1:]]
    return " ".join(parts)
