"""One sheet asks for one table: its header in row 1, and below it cells that know what goes in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from inputs.kolommen import Beschreven
from inputs.template.book import Boek
from inputs.template.lists import list_of
from inputs.template.validation import note, validation

WIDTHS: Mapping[str, int] = {
    "naam": 26,
    "provincie": 18,
    "arbeidsmarktregio": 32,
    "regio": 32,
    "opvanglocatie": 28,
    "locatie": 28,
    "woonvorm": 22,
    "gemeenten": 28,
    "reden": 40,
    "grond": 18,
    "bron": 40,
    "voorkeur_1": 30,
    "voorkeur_2": 30,
    "voorkeur_3": 30,
}
"""Widths of the columns that need more than their header [characters]."""
WIDEST = 80
"""Most that a column is widened for what is filled in [characters]."""
ARROW = 5
"""Room beside a header for the sign of its filter [characters]."""
NOTE_WIDTH, NOTE_LINE, NOTE_SIGNS = 340, 19, 52
"""Width of a note and height of its lines [pixels], and how many signs fit on one."""
HEADER = 20
"""Height of the header [points]."""
ROWS = 5_000
"""Last row that a spreadsheet helps to fill in, where the layout does not say [rows]."""


@dataclass(frozen=True, slots=True)
class Opmaak:
    """How a table is laid out.

    Attributes
    ----------
    rijen : int
        Last row with lists and ranges; rows below it may be used too.
    vast : int
        Columns at the left that stay in view.
    """

    rijen: int = ROWS
    vast: int = 1


STANDARD = Opmaak()
"""The layout of a table of which nothing else is asked."""


def write_table(
    boek: Boek,
    naam: str,
    kolommen: Sequence[Beschreven],
    rows: Sequence[Mapping[str, object]] = (),
    opmaak: Opmaak = STANDARD,
) -> None:
    """Add a sheet that asks for a table: canonical names in row 1, and the given rows filled in below them.

    Parameters
    ----------
    rows : sequence of Mapping
        Cells by column name; a column that is left out, or None, stays empty.
    """
    sheet = boek.book.add_worksheet(naam)
    sheet.set_row(0, HEADER)
    for at, kolom in enumerate(kolommen):
        sheet.set_column(at, at, width(kolom.name, rows), boek.cell_format(kolom.column.kind))
        write_header(boek, sheet, (0, at), kolom)
        letter = xl_col_to_name(at)
        checked = validation(kolom, list_of(kolom.column), f"{letter}2", boek.lang)
        taken(sheet.data_validation(1, at, opmaak.rijen - 1, at, checked))
    for number, row in enumerate(rows, start=1):
        for at, kolom in enumerate(kolommen):
            write_cell(sheet, (number, at), row.get(kolom.name), boek.cell_format(kolom.column.kind))
    _show_missing(boek, sheet, kolommen, opmaak)
    sheet.freeze_panes(1, opmaak.vast)
    sheet.autofilter(0, 0, opmaak.rijen - 1, len(kolommen) - 1)
    page(sheet, naam)


def write_header(boek: Boek, sheet: Any, place: tuple[int, int], kolom: Beschreven) -> None:
    """Write the name of a column, marked by letter and line where it is required, with a note that says all of it."""
    sheet.write_string(*place, kolom.name, boek.formats["verplicht" if kolom.column.required else "vrij"])
    text = note(kolom, boek.lang)
    lines = sum(-(-len(line) // NOTE_SIGNS) for line in text.split("\n")) + 1
    sheet.write_comment(*place, text, {"width": NOTE_WIDTH, "height": NOTE_LINE * lines, "font_size": 9})


def write_cell(sheet: Any, place: tuple[int, int], value: object, style: Any) -> None:
    """Write one cell by the type of its value: text stays text, a date is a date."""
    if isinstance(value, date):
        sheet.write_datetime(*place, value, style)
    elif isinstance(value, int | float | Decimal):
        sheet.write_number(*place, value, style)
    elif value is not None:
        sheet.write_string(*place, str(value), style)


def width(name: str, rows: Sequence[Mapping[str, object]] = ()) -> int:
    """Give the width of a column: its header, what it usually holds, and what is filled in [characters]."""
    filled = max((len(str(row.get(name) or "")) + 2 for row in rows), default=0)
    return max(WIDTHS.get(name, 0), len(name) + ARROW, 12, min(filled, WIDEST))


def taken(refused: int) -> None:
    """Stop where the library would leave out a check that is too long for a spreadsheet."""
    assert refused == 0, "a message, title or list is longer than a spreadsheet shows"


def page(sheet: Any, title: str) -> None:
    """Print on A4 across, as wide as the page, with the header above every page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_header(f"&L{title}&R&P / &N")


def _show_missing(boek: Boek, sheet: Any, kolommen: Sequence[Beschreven], opmaak: Opmaak) -> None:
    """Colour a required cell that is empty in a row that was begun."""
    last = xl_col_to_name(len(kolommen) - 1)
    for at, kolom in enumerate(kolommen):
        if kolom.column.required:
            begun = f"=AND(ISBLANK({xl_col_to_name(at)}2),COUNTA($A2:${last}2)>0)"
            options = {"type": "formula", "criteria": begun, "format": boek.formats["ontbreekt"]}
            sheet.conditional_format(1, at, opmaak.rijen - 1, at, options)
