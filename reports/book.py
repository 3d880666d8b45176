"""How a sheet is written: text stays text, numbers have their format, headers stay in view and say what they mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from math import ceil
from typing import Any

import pandas as pd

from reports.cells import Cell, Part
from reports.columns import PLAN, TEXT
from reports.sheets import Row

CREATED = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Creation date in the file, constant so that the bytes are."""
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
"""No text becomes a formula, a link or a number."""
DARK, PALE = "#1d4e5f", "#e6eff1"
"""Letters of a heading, and behind a header."""
HEAD = {"bold": True, "bg_color": PALE, "bottom": 1, "text_wrap": True, "valign": "top"}
STYLES: dict[str, dict[str, Any]] = {
    "titel": {"bold": True, "font_size": 14},
    "kop": {"bold": True, "font_size": 12, "top": 1, "font_color": DARK},
    "hoofd": {**HEAD, "align": "left", "indent": 1},
    "hoofd_getal": {**HEAD, "align": "right"},
    "gewoon": {"valign": "top", "align": "left", "indent": 1},
    "lang": {"text_wrap": True, "valign": "top", "align": "left", "indent": 1},
    "antwoord": {"valign": "top", "align": "right"},
    "geheel": {"num_format": "#,##0", "valign": "top"},
    "decimaal": {"num_format": "#,##0.00", "valign": "top"},
    "klein": {"num_format": "#,##0.00####", "valign": "top"},
    "deel": {"num_format": "0.0%", "valign": "top"},
    "deel_klein": {"num_format": "0.000%", "valign": "top"},
    "datum": {"num_format": "dd-mm-yyyy", "valign": "top", "align": "right"},
}
"""Cell formats; number formats in the file are always written the American way."""
FORMS = {"parameter_waarde": "klein", "waarde_getal": "klein", "laagst": "klein", "hoogst": "klein"}
"""Columns whose numbers have a format of their own, for they are small in one row and large in the next."""
WRAPPED = frozenset(
    (
        *(
            "reden",
            "parameter_bron",
            "waarde_bron",
            "melding_kop",
            "melding_uitleg",
            "melding_actie",
            "maat",
            "eenheid",
        ),
        "woonvormen",
    )
)
"""Columns of sentences."""
WIDTHS = {
    "naam": 26,
    "arbeidsmarktregio": 26,
    "reden": 90,
    "gastnaam": 26,
    "woonvorm": 32,
    "bron": 34,
    "bindende_regel": 38,
    "taakstelling_grootste_rest": 22,
    "taakstelling_afgerond": 22,
    "wat": 26,
    "grondslag": 60,
    "aanbod_per_grootte": 34,
    "vrij_per_grootte": 34,
    "verhogen_wat": 18,
    "onderdeel": 14,
    "maat": 52,
    "woonvormen": 60,
    "gebied": 26,
    "oordeel": 24,
    "maatregel": 22,
    "eenheid": 38,
    "tarief": 24,
    "parameter": 40,
    "parameter_bron": 90,
    "waarde_naam": 30,
    "waarde_eenheid": 40,
    "waarde_bron": 90,
    "melding_code": 9,
    "melding_bestand": 24,
    "melding_regel": 9,
    "melding_kolom": 22,
    "melding_gevonden": 24,
    "melding_kop": 30,
    "melding_uitleg": 70,
    "melding_actie": 60,
}
"""Widths of the columns that need more than the standard, or less [characters]."""
WIDTH = 16
"""Standard width of a column [characters]."""
WIDE = 22
"""Width of a column with the values of another rule, whose name is long [characters]."""
BOLD = 0.75
"""Part of the letters that fit in a line when they are bold and words are not broken [1]."""
PAGE = 280
"""Width that is still read on one page [characters]."""
LINE = 15
"""Height of a line of text [points]; a spreadsheet does not fit heights by itself here."""
SMALL = 0.01
"""A number below this needs more than two decimals, a part below it more than one of a percent [any unit]."""
NOTE = {"x_scale": 2.4, "y_scale": 1.3}
"""Size of the note beside a header."""
TABLE = 1
"""Row of the header; the title stands above it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A header and its note, in words."""

    text: str
    note: str


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with one table.

    Attributes
    ----------
    frozen : int
        Columns that stay in view [columns].
    """

    title: str
    frame: pd.DataFrame
    headings: Mapping[str, Heading]
    frozen: int = 1


def write_table(sheet: Any, table: Table, styles: Mapping[str, Any]) -> None:
    """Write a frame under its title, with a filter and a note on each column."""
    frame = table.frame
    sheet.write_string(0, 0, table.title, styles["titel"])
    sheet.set_row(TABLE, LINE * max(_lines(table.headings[c].text, BOLD * _width(c)) for c in frame.columns))
    for k, column in enumerate(frame.columns):
        heading, cells = table.headings[column], frame[column].tolist()
        sheet.write_string(TABLE, k, heading.text, styles["hoofd" if column in TEXT else "hoofd_getal"])
        sheet.write_comment(TABLE, k, heading.note, NOTE)
        sheet.set_column(k, k, _width(column))
        of_floats = pd.api.types.is_float_dtype(frame[column])
        for row, cell in enumerate(cells, start=TABLE + 1):
            style = _text_style(column) if isinstance(cell, str) else _number_style(column, cell, whole=not of_floats)
            write_cell(sheet, row, k, cell, styles[style])
    for row, height in enumerate(_heights(frame), start=TABLE + 1):
        sheet.set_row(row, height)
    sheet.autofilter(TABLE, 0, max(TABLE + len(frame), 2), len(frame.columns) - 1)
    sheet.freeze_panes(TABLE + 1, table.frozen)
    sheet.repeat_rows(TABLE)
    sheet.repeat_columns(0, table.frozen - 1)
    width = sum(map(_width, frame.columns))
    page(sheet, table.title, -(-width // PAGE))


def write_rows(sheet: Any, rows: Sequence[Row], widths: Sequence[int], styles: Mapping[str, Any]) -> None:
    """Write free rows; a number in them shows two decimals unless it is whole."""
    for k, width in enumerate(widths):
        sheet.set_column(k, k, width)
    title = ""
    for number, row in enumerate(rows):
        title = title or str(row.cells[0])
        if row.kind == "tekst":
            sheet.merge_range(number, 0, number, len(widths) - 1, "", styles["lang"])
            sheet.write_string(number, 0, str(row.cells[0]), styles["lang"])
            sheet.set_row(number, 3 * LINE)
            continue
        if row.kind != "titel":
            sheet.set_row(number, LINE * max([*map(_lines, row.cells, widths), 1]))
        below = rows[number + 1].cells if row.kind == "hoofd" and number + 1 < len(rows) else ()
        for k, cell in enumerate(row.cells):
            over_number = k < len(below) and isinstance(below[k], int | float)
            write_cell(sheet, number, k, cell, styles["hoofd_getal" if over_number else _free_style(row, cell)])
    page(sheet, title)


def page(sheet: Any, title: str, across: int = 1) -> None:
    """Print on A4 across, so many pages wide, with the title above every page and its number below."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(across, 0)
    sheet.set_header("&L" + title.replace("&", "&&")[:200])
    sheet.set_footer("&L&A&R&P / &N")


def write_cell(sheet: Any, row: int, column: int, cell: Cell, style: Any) -> None:
    """Write one cell by the type of its value: text stays text, a day is a day; what is missing stays empty."""
    if cell is None or pd.isna(cell):
        sheet.write_blank(row, column, None, style)
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell, style)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), style)  # noqa: DTZ001  a day
    else:
        sheet.write_number(row, column, cell, style)


def _text_style(column: str) -> str:
    """Choose the format of a text: a sentence wraps, and a word among numbers stands to the right."""
    if column in WRAPPED:
        return "lang"
    return "gewoon" if column in TEXT else "antwoord"


def _number_style(column: str, cell: Cell, *, whole: bool) -> str:
    """Choose the format of a number, a part or a day."""
    if column in FORMS:
        return FORMS[column]
    if isinstance(cell, date):
        return "datum"
    if isinstance(cell, float) and whole:  # among whole numbers, so by itself
        return _float_style(cell)
    return "geheel" if whole else "decimaal"


def _float_style(cell: float) -> str:
    """Choose the decimals of a part or a number, more of them where it is small."""
    small = 0 < abs(cell) < SMALL
    if isinstance(cell, Part):
        return "deel_klein" if small else "deel"
    return "klein" if small else "decimaal"


def _free_style(row: Row, cell: Cell) -> str:
    """Choose the format of a cell in a free row."""
    if isinstance(cell, str):
        return "lang" if row.kind == "gewoon" and len(row.cells) > 1 else row.kind
    return _float_style(cell) if isinstance(cell, float) else "geheel"


def _heights(frame: pd.DataFrame) -> list[int]:
    """Give the height of each row: as many lines as its longest sentence takes [points]."""
    lines = [1] * len(frame)
    for column in WRAPPED & set(frame.columns):
        width = _width(column)
        lines = [max(most, _lines(cell, width)) for most, cell in zip(lines, frame[column].tolist(), strict=True)]
    return [LINE * count for count in lines]


def _lines(cell: Cell, width: float) -> int:
    """Count the lines that a text takes in a column [lines]."""
    return max(ceil(len(cell) / width), 1) if isinstance(cell, str) else 1


def _width(column: str) -> int:
    """Give the width of a column [characters]."""
    return WIDE if column.startswith(PLAN) else WIDTHS.get(column, WIDTH)
