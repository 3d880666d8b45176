"""The first sheet of a template says in plain words what to fill in, and what each column means."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from inputs.column_words import bereik, getal, leeg, soort, woord
from inputs.kolommen import Beschreven, eenheid, tabel
from inputs.messages import Lang
from inputs.template.book import Boek
from inputs.template.lists import LIJSTEN

UITLEG = "uitleg"
"""Sheet with the explanation; it is no table of a case."""
KOPPEN = ("kolom", "label", "verplicht", "soort", "eenheid", "leeg", "uitleg", "bron")
WIDTHS = (24, 28, 10, 34, 16, 28, 62, 36)
"""Headings and widths of the list of columns [characters]."""
PARAGRAPH = 5
"""Columns over which a paragraph runs, so that its lines stay short enough to read [columns]."""
LINE, FILL = 15, 0.9
"""Height of a line of text [points], and which part of a line words fill before it breaks [1]."""


@dataclass(frozen=True, slots=True)
class Tabelblad:
    """A sheet as the explanation tells of it.

    Attributes
    ----------
    rijen : int, optional
        Last row with lists and ranges; None: the sheet has a fixed number of rows.
    """

    naam: str
    kolommen: Sequence[Beschreven]
    rijen: int | None = None


@dataclass(frozen=True, slots=True)
class Regel:
    """A row of the explanation: one text over all columns, or a cell in each."""

    soort: Literal["titel", "kop", "lang", "hoofd", "cellen"]
    cellen: tuple[str, ...]


def write_explanation(boek: Boek, title: str, extra: Sequence[str], bladen: Sequence[Tabelblad]) -> None:
    """Add the sheet that explains the others; ``extra`` holds what only this workbook needs to say."""
    write_lines(boek, _lines(title, extra, bladen, boek.lang))


def write_lines(boek: Boek, regels: Iterable[Regel]) -> None:
    """Add the sheet with an explanation, a row for each line."""
    sheet = boek.book.add_worksheet(UITLEG)
    for at, wide in enumerate(WIDTHS):
        sheet.set_column(at, at, wide)
    for number, regel in enumerate(regels):
        _write(boek, sheet, number, regel)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)


def _lines(title: str, extra: Sequence[str], bladen: Sequence[Tabelblad], lang: Lang) -> Iterator[Regel]:
    """Give the rows of the explanation."""
    yield Regel("titel", (title,))
    yield Regel("lang", (woord("uitleg.wat", lang, tabellen=", ".join(blad.naam for blad in bladen)),))
    for key in ("eenmaal", "kop", "leeg"):
        yield Regel("lang", (woord(f"uitleg.{key}", lang),))
    yield Regel("lang", (woord("uitleg.schrijf", lang, lijsten=LIJSTEN),))
    yield Regel("lang", (woord("uitleg.persoon", lang),))
    yield Regel("lang", (woord("uitleg.advies", lang, rijen=_until(bladen, lang)),))
    for text in extra:
        yield Regel("lang", (text,))
    for blad in bladen:
        yield from sheet_lines(blad, lang)


def _until(bladen: Sequence[Tabelblad], lang: Lang) -> str:
    """Say down to which row a spreadsheet helps, and on which sheets further than on most."""
    last = {blad.naam: blad.rijen for blad in bladen if blad.rijen is not None}
    usual = min(last.values())
    longer = ", ".join(f"{naam} {getal(rijen, lang)}" for naam, rijen in last.items() if rijen > usual)
    return woord("uitleg.rijen", lang, rijen=getal(usual, lang)) + (f" ({longer})" if longer else "")


def sheet_lines(blad: Tabelblad, lang: Lang) -> Iterator[Regel]:
    """Tell of one sheet: what a row is, and what each column means."""
    text = tabel(blad.naam).woorden(lang)
    yield Regel("lang", ("",))
    yield Regel("kop", (f"{blad.naam}: {text.titel}",))
    yield Regel("lang", (text.uitleg,))
    yield Regel("hoofd", tuple(woord(f"kop.{name}", lang) for name in KOPPEN))
    for kolom in blad.kolommen:
        yield Regel("cellen", _cells(kolom, lang))


def _cells(kolom: Beschreven, lang: Lang) -> tuple[str, ...]:
    """Describe one column."""
    column, text = kolom.column, kolom.tekst
    limits = bereik(column, lang)
    return (
        column.name,
        text.woorden(lang).label,
        woord("kop.ja" if column.required else "kop.nee", lang),
        soort(column, lang) + (f": {limits}" if limits else ""),
        eenheid(text.eenheid, lang),
        leeg(kolom, lang),
        text.woorden(lang).uitleg,
        text.bron,
    )


def _write(boek: Boek, sheet: Any, number: int, regel: Regel) -> None:
    """Write a row, high enough for its longest text."""
    if regel.soort in {"hoofd", "cellen"}:
        for at, text in enumerate(regel.cellen):
            style = "hoofd" if regel.soort == "hoofd" else "vet" if at == 0 else "cel"
            sheet.write_string(number, at, text, boek.formats[style])
        pairs = zip(regel.cellen, WIDTHS, strict=True)
        sheet.set_row(number, LINE * max(lines(text, wide) for text, wide in pairs))
        return
    style = boek.formats[regel.soort]
    sheet.merge_range(number, 0, number, PARAGRAPH - 1, "", style)
    sheet.write_string(number, 0, regel.cellen[0], style)
    sheet.set_row(number, 22 if regel.soort != "lang" else LINE * lines(regel.cellen[0], sum(WIDTHS[:PARAGRAPH])))


def lines(text: str, wide: float) -> int:
    """Count the lines that a text takes in a cell [lines].

    >>> lines("", 10), lines("twaalf tekens", 10)
    (1, 2)
    """
    return max(1, -(-len(text) // int(FILL * wide)))
