"""The workbook of a run, the same bytes for the same run, with no formula in it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pandas as pd
import xlsxwriter

from inputs.case import Case
from optimizer.result import Allocation
from reports.sheets import Cell, Row, notes, overview
from reports.source import bron_kort, heading
from reports.tables import KOPPELINGEN_BLAD, STATUS, TEXT, gemeenten_frame, koppelingen_frame, ongeplaatst_frame
from reports.words import Lang, words

CREATED = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Creation date in the file, constant so that the bytes are."""
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
"""No text becomes a formula, a link or a number."""
STYLES: dict[str, dict[str, Any]] = {
    "titel": {"bold": True, "font_size": 14},
    "kop": {"bold": True, "font_size": 12, "top": 1, "font_color": "#1d4e5f"},
    "hoofd": {"bold": True, "bg_color": "#e6eff1", "bottom": 1, "text_wrap": True, "valign": "top"},
    "hoofd_getal": {
        "bold": True,
        "bg_color": "#e6eff1",
        "bottom": 1,
        "text_wrap": True,
        "valign": "top",
        "align": "right",
    },
    "gewoon": {"valign": "top", "align": "left", "indent": 1},
    "geheel": {"num_format": "#,##0", "valign": "top"},
    "decimaal": {"num_format": "#,##0.00", "valign": "top"},
    "klein": {"num_format": "#,##0.00####", "valign": "top"},
    "lang": {"text_wrap": True, "valign": "top", "align": "left", "indent": 1},
}
"""Cell formats; number formats in the file are always written the American way."""
WIDTHS = {
    "naam": 26,
    "provincie": 16,
    "arbeidsmarktregio": 26,
    "reden": 90,
    "gastnaam": 26,
    "woonvorm": 32,
    "bron": 34,
    "bindende_regel": 38,
    "status": 22,
    "taakstelling_grootste_rest": 22,
    "taakstelling_afgerond": 22,
    "huishouden_id": 14,
    "aanbod_id": 16,
}
"""Widths of the columns that need more than the standard [characters]."""
WIDTH = 14
"""Standard width of a column [characters]."""
LINE = 15
"""Height of a line of text [points]; a spreadsheet does not fit heights by itself here."""
SMALL = 0.01
"""A number below this needs more than two decimals [any unit]."""
FROZEN = {"gemeenten": 2, "koppelingen": 1, "ongeplaatst": 1}
"""Columns that stay in view on each sheet with a table [columns]."""


def workbook(case: Case, allocation: Allocation, map_source: str, lang: Lang = "nl") -> bytes:
    """Give the bytes of ``toewijzing.xlsx``."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target, OPTIONS)
    book.set_properties({"title": heading(case, lang), "created": CREATED})
    styles = {name: book.add_format(style) for name, style in STYLES.items()}
    told = words(lang)
    _rows(
        book.add_worksheet(told("blad.overzicht")),
        overview(case, allocation, map_source, lang),
        (46, 64, 26, 26, 20, 24),
        styles,
    )
    frames = {
        "gemeenten": _rules_in_words(gemeenten_frame(case, allocation, lang), lang),
        "koppelingen": _names_in_words(koppelingen_frame(case, allocation, lang), allocation, lang),
        "ongeplaatst": ongeplaatst_frame(case, allocation, lang),
    }
    for name, frame in frames.items():
        sheet = book.add_worksheet(told(f"blad.{name}"))
        _table(sheet, frame.assign(bron=bron_kort(case, lang)), heading(case, lang), styles, lang)
        sheet.freeze_panes(2, FROZEN[name])
    _rows(book.add_worksheet(told("blad.toelichting")), notes(case, lang), (16, 40, 30, 100), styles)
    book.close()
    return target.getvalue()


def _table(sheet: Any, frame: pd.DataFrame, title: str, styles: dict[str, Any], lang: Lang) -> None:
    """Write a frame under its title, with a filter on each column."""
    sheet.write_string(0, 0, title, styles["titel"])
    sheet.set_row(1, 5 * LINE)
    for k, column in enumerate(frame.columns):
        head = styles["hoofd" if column in TEXT else "hoofd_getal"]
        sheet.write_string(1, k, words(lang)(f"kolom.{column}"), head)
        sheet.set_column(k, k, WIDTHS.get(column, WIDTH))
        style = styles[_style(column, frame[column])]
        for row, cell in enumerate(frame[column].tolist(), start=2):
            _cell(sheet, row, k, cell, style)
    for row in range(2, 2 + len(frame)):
        sheet.set_row(row, 2 * LINE if "reden" in frame.columns else LINE)
    sheet.autofilter(1, 0, max(1 + len(frame), 2), len(frame.columns) - 1)
    _page(sheet, title)


def _rows(sheet: Any, rows: Sequence[Row], widths: Sequence[int], styles: dict[str, Any]) -> None:
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
            lines = [-(-len(str(cell)) // width) for cell, width in zip(row.cells, widths, strict=False)]
            sheet.set_row(number, LINE * max([*lines, 1]))
        below = rows[number + 1].cells if row.kind == "hoofd" and number + 1 < len(rows) else ()
        for k, cell in enumerate(row.cells):
            over_number = k < len(below) and isinstance(below[k], int | float)
            _cell(sheet, number, k, cell, styles["hoofd_getal" if over_number else _free_style(row, cell)])
    _page(sheet, title)


def _free_style(row: Row, cell: Cell) -> str:
    """Choose the format of a cell in a free row."""
    if isinstance(cell, str):
        return "lang" if row.kind == "gewoon" and len(row.cells) > 1 else row.kind
    if isinstance(cell, int):
        return "geheel"
    return "klein" if cell and abs(cell) < SMALL else "decimaal"


def _page(sheet: Any, title: str) -> None:
    """Print on A4 across, as wide as the page, with the title above every page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_header("&L" + title.replace("&", "&&")[:200])


def _cell(sheet: Any, row: int, column: int, cell: Cell, style: Any) -> None:
    """Write one cell by the type of its value: text stays text."""
    if cell is None:
        sheet.write_blank(row, column, None, style)
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell, style)
    else:
        sheet.write_number(row, column, cell, style)


def _rules_in_words(frame: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """Write what limits the number, and what came of the offer sheet, in words."""
    told = words(lang)
    rules = frame.assign(bindende_regel=[told.name("regel", rule) for rule in frame["bindende_regel"]])
    if STATUS not in frame.columns:
        return rules
    return rules.assign(**{STATUS: [told.name("stand", status) for status in frame[STATUS]]})


def _names_in_words(frame: pd.DataFrame, allocation: Allocation, lang: Lang) -> pd.DataFrame:
    """Write the woonvorm in words, and set the names of owner and host beside their codes."""
    told, names = words(lang), {g.gemeentecode: g.naam for g in allocation.gemeenten}
    return frame.assign(
        woonvorm=[told.name("woonvorm", vorm) for vorm in frame["woonvorm"]],
        naam=[names.get(code, code) for code in frame["gemeentecode"]],
        gastnaam=[names.get(code, code) for code in frame["gastgemeente"]],
    )[list(KOPPELINGEN_BLAD)]


def _style(name: str, column: pd.Series) -> str:
    """Choose the format of a column; a sentence wraps."""
    if name == "reden":
        return "lang"
    if name in TEXT:
        return "gewoon"
    return "decimaal" if pd.api.types.is_float_dtype(column) else "geheel"
