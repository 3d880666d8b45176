"""Pictures of numbers by kwartaal: lines with a band around them, and bars with the number at each."""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from reports.numbers import number
from reports.words import Lang

WIDTH, HEIGHT = 720, 280
"""Size of a picture with lines [px]; the page scales it."""
LEFT, RIGHT, TOP, BOTTOM = 60, 170, 14, 30
"""Room around the lines for numbers, names and kwartalen [px]."""
APART = 17
"""Least distance between the names of two lines [px]."""
TICKS = 5
"""About so many numbers stand beside the lines [numbers]."""
CROWDED = 8
"""Above this many kwartalen every other one is named [kwartalen]."""
BAR_WIDTH, STEP, LABEL, LONGEST = 320, 20, 62, 178
"""Width of a panel with bars, distance between bars, room for the kwartaal, and the longest bar [px]."""

Values = Sequence[float | None]


class Line(NamedTuple):
    """A line: its name, a value for each kwartaal, and the band around it where there is one."""

    naam: str
    waarden: Values
    onder: Values = ()
    boven: Values = ()


class DrawnLine(NamedTuple):
    """A line as drawn: path, band, the place of its name, and the name."""

    pad: str
    band: str
    naam_y: float
    naam: str


class LineChart(NamedTuple):
    """A picture with lines.

    Attributes
    ----------
    zin : str
        The same in words, for who does not see it.
    streepjes : tuple
        Height [px] and text of each number beside the lines.
    kwartalen : tuple
        Place [px] and name of each kwartaal that is named.
    """

    id: str
    titel: str
    zin: str
    lijnen: tuple[DrawnLine, ...]
    streepjes: tuple[tuple[float, str], ...]
    kwartalen: tuple[tuple[float, str], ...]


class Bar(NamedTuple):
    """A kwartaal: name, length [px], place from above [px], and its number as written."""

    kwartaal: str
    lengte: float
    y: int
    tekst: str


class BarPanel(NamedTuple):
    """Bars of one measure by kwartaal, every one from 0."""

    id: str
    titel: str
    zin: str
    balken: tuple[Bar, ...]
    hoogte: int


def nice(most: float) -> float:
    """Give a round number of which about five steps reach the most.

    >>> nice(946.0), nice(0.9), nice(0.0)
    (200.0, 0.2, 1.0)
    """
    if most <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(most / TICKS))
    return float(next(step * power for step in (1, 2, 5, 10) if step * power * TICKS >= most * (1 - 1e-9)))


def line_chart(
    name: str, titel: str, kwartalen: Sequence[str], lines: Sequence[Line], lang: Lang, most: float = 0.0
) -> LineChart:
    """Draw lines from 0 up; a kwartaal without a value breaks its line, and charts with one ``most`` have one scale."""
    found = [v for line in lines for some in (line.waarden, line.onder, line.boven) for v in some if v is not None]
    highest = max([most, *found])
    step = nice(highest)
    top = step * max(math.ceil(highest / step - 1e-9), 1)
    across = [LEFT + (WIDTH - LEFT - RIGHT) * n / max(len(kwartalen) - 1, 1) for n in range(len(kwartalen))]

    def down(value: float) -> float:
        return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top, 1)

    ends = [down(next((v for v in reversed(line.waarden) if v is not None), 0.0)) for line in lines]
    drawn = [
        DrawnLine(_path(across, line.waarden, down), _band(across, line, down), y, line.naam)
        for line, y in zip(lines, _apart(ends), strict=True)
    ]
    digits = 0 if step >= 1 else -math.floor(math.log10(step))
    ticks = [(down(step * n), number(step * n, lang, digits)) for n in range(round(top / step) + 1)]
    named = [
        (round(x, 1), k) for n, (x, k) in enumerate(zip(across, kwartalen, strict=True)) if _is_named(n, kwartalen)
    ]
    spoken = "; ".join(
        f"{line.naam}: {_spoken(line.waarden, lang, digits + 1 if highest < 100 else 0)}" for line in lines
    )
    return LineChart(name, titel, f"{titel}. {spoken}.", tuple(drawn), tuple(ticks), tuple(named))


def bar_panel(
    name: str,
    titel: str,
    kwartalen: Sequence[str],
    values: Values,
    lang: Lang,
    most: float | None = None,
    decimals: int = 0,
) -> BarPanel:
    """Draw a bar for each kwartaal; panels with the same ``most`` have the same scale."""
    highest = most or max((v for v in values if v), default=1.0)
    bars = tuple(
        Bar(kwartaal, round(LONGEST * max(value or 0.0, 0.0) / highest, 1), n * STEP, written(value, lang, decimals))
        for n, (kwartaal, value) in enumerate(zip(kwartalen, values, strict=True))
    )
    spoken = "; ".join(f"{bar.kwartaal}: {bar.tekst}" for bar in bars)
    return BarPanel(name, titel, f"{titel}. {spoken}.", bars, len(bars) * STEP)


def written(value: float | None, lang: Lang, decimals: int = 0) -> str:
    """Write a number; a dash where there is none.

    >>> written(1234.5, "nl", 1), written(None, "nl")
    ('1.234,5', '–')
    """
    return "–" if value is None else number(value, lang, decimals)


def _is_named(n: int, kwartalen: Sequence[str]) -> bool:
    """Say whether a kwartaal is named below the lines; the last always is."""
    return len(kwartalen) <= CROWDED or (len(kwartalen) - 1 - n) % 2 == 0


def _spoken(values: Values, lang: Lang, decimals: int) -> str:
    """Say where a line begins and ends."""
    return f"{written(values[0], lang, decimals)} → {written(values[-1], lang, decimals)}"


def _path(across: Sequence[float], values: Values, down: Callable[[float], float]) -> str:
    """Write a line as a path."""
    parts, open_ = list[str](), False
    for x, value in zip(across, values, strict=True):
        if value is not None:
            parts.append(f"{'L' if open_ else 'M'}{round(x, 1)} {down(value)}")
        open_ = value is not None
    return " ".join(parts)


def _band(across: Sequence[float], line: Line, down: Callable[[float], float]) -> str:
    """Write a band as a closed path; kwartalen without a value are left out."""
    if not line.onder:
        return ""
    points = [
        (round(x, 1), down(low), down(high))
        for x, low, high in zip(across, line.onder, line.boven, strict=True)
        if low is not None and high is not None
    ]
    there = [f"{x} {high}" for x, _, high in points]
    back = [f"{x} {low}" for x, low, _ in reversed(points)]
    return f"M{' L'.join([*there, *back])} Z" if points else ""


def _apart(ends: Sequence[float]) -> list[float]:
    """Move the names of lines that end close to each other apart.

    >>> _apart([100.0, 95.0])
    [112.0, 95.0]
    """
    order = sorted(range(len(ends)), key=lambda n: ends[n])
    placed, last = list(ends), -math.inf
    for n in order:
        placed[n] = max(ends[n], last + APART)
        last = placed[n]
    return placed
