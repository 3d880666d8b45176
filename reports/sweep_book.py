"""The workbook of a sweep: every outcome and the front, each on a sheet."""

from io import BytesIO

import pandas as pd
import xlsxwriter

from reports.book import CREATED, OPTIONS, STYLES, Heading, Table, write_table
from reports.sweep_table import FRONT, GOAL, SweepRows, sweep_frame
from reports.words import Lang, Words, words

ON_FRONT = ("nummer", "naam", *(f"{GOAL}{goal}" for goal in FRONT), "gehuisvest_personen", "map")
"""Columns of the sheet of the front."""


def sweep_book(sweep: SweepRows, lang: Lang) -> bytes:
    """Give the bytes of ``overzicht.xlsx``; the same runs give the same bytes."""
    target, told = BytesIO(), words(lang)
    book = xlsxwriter.Workbook(target, OPTIONS)
    title = f"{told('reeks.titel')}: {sweep.naam}"
    synthetic = any(row.figures is not None and row.figures.marges is not None for row in sweep.rows)
    title = f"{title} · {told('synthetisch')}" if synthetic else title
    book.set_properties({"title": title, "created": CREATED})
    styles = {name: book.add_format(style) for name, style in STYLES.items()}
    frame = _in_words(sweep_frame(sweep), told)
    for name, rows in (("alles", frame), ("front", _front(sweep, frame))):
        headings = {column: _heading(column, told) for column in rows.columns}
        write_table(book.add_worksheet(told(f"reeks.blad_{name}")), Table(title, rows, headings), styles)
    book.close()
    return target.getvalue()


def _in_words(frame: pd.DataFrame, told: Words) -> pd.DataFrame:
    """Write what became of an item in words."""
    return frame.assign(
        **{
            column: [told(f"reeks_stand.{cell}") if cell else "" for cell in frame[column]]
            for column in ("status", "op_front")
        }
    )


def _front(sweep: SweepRows, frame: pd.DataFrame) -> pd.DataFrame:
    """Give the rows of the front, numbered as in the picture."""
    numbers = sweep.numbers
    chosen = frame.iloc[list(numbers)].assign(nummer=list(numbers.values()))
    return chosen[[column for column in ON_FRONT if column in chosen.columns]]


def _heading(column: str, told: Words) -> Heading:
    """Head a column, and say what it means."""
    goal = column.removeprefix(GOAL)
    if goal != column:
        return Heading(f"{told.name('doel', goal)} [{told.name('doel_eenheid', goal)}]", told.name("doel_uitleg", goal))
    known = told.find(f"reeks_kolom.{column}")
    if known is None:
        return Heading(column, told("reeks_uitleg.gevarieerd"))
    return Heading(known, told(f"reeks_uitleg.{column}"))
