"""The page of a sweep: the front as picture and table, every outcome, and what failed; it opens without a network."""

from collections.abc import Iterator
from importlib.resources import files
from typing import Any, NamedTuple

from reports.columns import split_unit
from reports.front import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, Picture, Tick, picture
from reports.kpi_page import environment, style
from reports.numbers import number, percent_up
from reports.policy import sealed
from reports.source import synthetic_sentence
from reports.sweep_table import FRONT, SweepRow, SweepRows
from reports.words import Lang, Words, words

SPOKEN = 12
"""Most points of the front that the description of the picture names [points]."""


class Head(NamedTuple):
    """A header, its unit, and whether the column holds text."""

    kop: str
    eenheid: str
    tekst: bool


class Cell(NamedTuple):
    """A cell as written, and whether it is text."""

    inhoud: str
    tekst: bool


class Line(NamedTuple):
    """A row of the table of all outcomes: name, whether it is on the front, and its cells."""

    naam: str
    voor: bool
    cellen: tuple[Cell, ...]


class Mark(NamedTuple):
    """A mark on an axis with its value as written."""

    plaats: float
    tekst: str


def sweep_page(sweep: SweepRows, lang: Lang) -> str:
    """Give the HTML of ``overzicht.html``; the same runs give the same bytes."""
    told = words(lang)
    drawn, numbers = sweep.drawn, sweep.numbers
    texts = [_pointed(sweep, n, numbers.get(n), told) for n in drawn]
    shown = picture([sweep.point(n) for n in drawn], [sweep.rows[n].zaad for n in drawn], texts)
    marges = list(
        dict.fromkeys(row.figures.marges for row in sweep.rows if row.figures and row.figures.marges is not None)
    )
    failed = [(row.naam, row.reason) for row in sweep.rows if row.figures is None]
    html = (
        environment()
        .get_template("overzicht.html")
        .render(
            lang=lang,
            told=told,
            title=f"{told('reeks.titel')} · {sweep.naam}",
            naam=sweep.naam,
            marks=[told("synthetisch")] if marges else [],
            synthetic=[synthetic_sentence(text, told) for text in marges[:1]],
            good=all(row.status == "bewezen" for row in sweep.rows),
            zin=sentence(sweep, told),
            zaden=len(sweep.fronts) > 1,
            picture=None if shown is None else _worded(shown, lang),
            alt=_spoken(sweep, told),
            as_x=_axis(FRONT[0], told),
            as_y=_axis(FRONT[1], told),
            **_frame(),
            ongelijk=_unequal(sweep, told),
            front_heads=list(front_heads(told)),
            front_rows=[_front_cells(sweep, n, numbers[n], lang) for n in numbers],
            heads=list(_heads(sweep, told)),
            rows=[Line(row.naam, n in numbers, tuple(_cells(sweep, row, told))) for n, row in enumerate(sweep.rows)],
            failed=failed,
            css=style() + (files("reports") / "templates" / "reeks.css").read_text("utf-8"),
        )
    )
    return sealed(html)


def sentence(sweep: SweepRows, told: Words) -> str:
    """Say how many outcomes there are, how many are proved and how many failed."""
    status = [row.status for row in sweep.rows]
    failed = status.count("mislukt")
    values = {"klaar": len(status) - failed, "totaal": len(status), "bewezen": status.count("bewezen")}
    text = told("reeks.zin", **{key: number(value, told.lang) for key, value in values.items()})
    return f"{text} {told('reeks.zin_mislukt', mislukt=number(failed, told.lang))}" if failed else text


def front_heads(told: Words) -> Iterator[Head]:
    """Head the table of the front."""
    yield Head(told("reeks_kolom.nummer"), "", tekst=False)
    yield Head(told("reeks_kolom.naam"), "", tekst=True)
    yield from (_goal_head(goal, told) for goal in FRONT)
    yield _unit_head("gehuisvest_personen", told)


def _goal_head(goal: str, told: Words) -> Head:
    return Head(told.name("doel", goal), told.name("doel_eenheid", goal), tekst=False)


def _unit_head(column: str, told: Words) -> Head:
    return Head(*split_unit(told(f"reeks_kolom.{column}")), tekst=False)


def _unequal(sweep: SweepRows, told: Words) -> str:
    """Say so where plans on a front house different numbers of persons: with fewer, both goals are easier to meet."""
    for members in sweep.fronts:
        housed = [row.figures.housed for row in (sweep.rows[n] for n in members) if row.figures]
        if min(housed) < max(housed):
            least, most = (number(count, told.lang) for count in (min(housed), max(housed)))
            return told("reeks.front_ongelijk", laagst=least, hoogst=most)
    return ""


def value_text(value: float, lang: Lang) -> str:
    """Write a value of a goal, with more decimals where it is small.

    >>> value_text(1234.5678, "en"), value_text(0.01234, "en")
    ('1,234.57', '0.0123')
    """
    return number(value, lang, 4 if 0 < abs(value) < 1 else 2)


def _frame() -> dict[str, float]:
    """Give the sides of the picture [px]."""
    sides = {"left": LEFT, "right": WIDTH - RIGHT, "top": TOP, "bottom": HEIGHT - BOTTOM}
    return {"width": WIDTH, "height": HEIGHT, **sides}


def _worded(shown: Picture, lang: Lang) -> dict[str, Any]:
    """Give the picture with its marks as written."""
    return {"punten": shown.punten, "lijnen": shown.lijnen, "x": _marks(shown.x, lang), "y": _marks(shown.y, lang)}


def _marks(ticks: tuple[Tick, ...], lang: Lang) -> list[Mark]:
    """Write the values of an axis with as many decimals as they need."""
    decimals = next((d for d in range(4) if all(round(tick.waarde, d) == tick.waarde for tick in ticks)), 4)
    return [Mark(tick.plaats, number(tick.waarde, lang, decimals)) for tick in ticks]


def _pointed(sweep: SweepRows, n: int, at: int | None, told: Words) -> str:
    """Say what a point is."""
    x, y = (value_text(value, told.lang) for value in sweep.point(n))
    key = "reeks.front_wijs" if at is None else "reeks.front_punt"
    return told(key, nummer=at, naam=sweep.rows[n].naam, x=x, y=y)


def _spoken(sweep: SweepRows, told: Words) -> str:
    """Describe the picture for who does not see it."""
    numbers = sweep.numbers
    named = [_pointed(sweep, n, at, told) for n, at in numbers.items()][:SPOKEN]
    if len(numbers) > SPOKEN:
        named.append(told("reeks.front_veel", n=number(len(numbers) - SPOKEN, told.lang)))
    axes = {"x": _axis(FRONT[0], told), "y": _axis(FRONT[1], told)}
    return told("reeks.front_alt", punten=number(len(sweep.drawn), told.lang), voor="; ".join(named), **axes)


def _axis(goal: str, told: Words) -> str:
    """Name a goal with its unit."""
    return f"{told.name('doel', goal)} [{told.name('doel_eenheid', goal)}]"


def _front_cells(sweep: SweepRows, n: int, at: int, lang: Lang) -> tuple[str, ...]:
    """Write a row of the table of the front."""
    row = sweep.rows[n]
    assert row.figures is not None
    values = (value_text(value, lang) for value in sweep.point(n))
    return (str(at), row.naam, *values, number(row.figures.housed, lang))


def _heads(sweep: SweepRows, told: Words) -> Iterator[Head]:
    """Head the table of all outcomes."""
    yield Head(told("reeks_kolom.naam"), "", tekst=True)
    yield Head(told("reeks_kolom.status"), "", tekst=True)
    yield Head(split_unit(told("reeks_kolom.bewezen_marge"))[0], "", tekst=False)
    yield from (_unit_head(name, told) for name in ("gehuisvest_personen", "ongeplaatst_personen"))
    yield from (_goal_head(goal, told) for goal in sweep.units)
    yield Head(told("reeks_kolom.map"), "", tekst=True)


def _cells(sweep: SweepRows, row: SweepRow, told: Words) -> Iterator[Cell]:
    """Write the cells of an outcome beside its name."""
    lang, figures = told.lang, row.figures
    yield Cell(told(f"reeks_stand.{row.status}"), tekst=True)
    if figures is None:
        yield from (Cell("", tekst=False) for _ in range(3 + len(sweep.units)))
    else:
        yield Cell(percent_up(figures.gap, lang), tekst=False)
        yield Cell(number(figures.housed, lang), tekst=False)
        yield Cell(number(figures.unplaced, lang), tekst=False)
        for goal in sweep.units:
            value = figures.goals.get(goal)
            yield Cell("" if value is None else value_text(value, lang), tekst=False)
    yield Cell(row.map, tekst=True)
