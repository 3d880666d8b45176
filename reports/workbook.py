"""The workbook of a run, the same bytes for the same run, with no formula in it."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pandas as pd
import xlsxwriter

from inputs.case import Case
from inputs.problems import Problem
from optimizer.result import Allocation
from reports.book import CREATED, OPTIONS, STYLES, TABLE, Heading, Table, write_rows, write_table
from reports.charts import Bars, add_bars
from reports.columns import header, note
from reports.compared import compared_frame
from reports.explaining import explaining_frames
from reports.remarks import parameters_frame, remarks_frame
from reports.sheets import notes, overview
from reports.source import bron_kort, heading
from reports.tables import KOPPELINGEN_BLAD, STATUS, gemeenten_frame, koppelingen_frame, ongeplaatst_frame
from reports.totals import area_frame, national_frame
from reports.words import Lang, words

FROZEN = {"gemeenten": 2, "landelijk": 2, "uitleg_gemeenten": 2}
"""Columns that stay in view where it is not one [columns]."""
EXPLAINED = ("prijzen", "tekorten", "uitleg_gemeenten")
"""Tables of what was explained that have a sheet."""
OVERVIEW, NOTES = (46, 64, 26, 26, 20, 24, 24), (22, 44, 30, 100)
"""Widths of the columns on the sheets that are no table [characters]."""


def workbook(
    case: Case,
    allocation: Allocation,
    map_source: str,
    lang: Lang = "nl",
    *,
    problems: Sequence[Problem] = (),
    remarks: Sequence[str] = (),
) -> bytes:
    """Give the bytes of ``toewijzing.xlsx``.

    Parameters
    ----------
    problems : sequence of Problem
        What the reader of the case warned about.
    remarks : sequence of str
        What the manifest warns about in the outcome, in words.
    """
    target, told = BytesIO(), words(lang)
    book = xlsxwriter.Workbook(target, OPTIONS)
    book.set_properties({"title": heading(case, lang), "created": CREATED})
    styles = {name: book.add_format(style) for name, style in STYLES.items()}
    frames = tables(case, allocation, lang)
    frames |= {"parameters": parameters_frame(case), "meldingen": remarks_frame(problems, remarks, lang)}
    first = book.add_worksheet(told("blad.overzicht"))
    write_rows(first, overview(case, allocation, map_source, lang), OVERVIEW, styles)
    for name, frame in frames.items():
        sheet = book.add_worksheet(told(f"blad.{name}"))
        headings = {c: Heading(header(c, lang), note(name, c, case, lang)) for c in frame.columns}
        write_table(sheet, Table(heading(case, lang), frame, headings, FROZEN.get(name, 1)), styles)
        if len(frame):
            _chart(book, sheet, name, frame, lang)
    last = notes(case, {name: tuple(frame.columns) for name, frame in frames.items()}, lang)
    write_rows(book.add_worksheet(told("blad.toelichting")), last, NOTES, styles)
    book.close()
    return target.getvalue()


def tables(case: Case, allocation: Allocation, lang: Lang) -> dict[str, pd.DataFrame]:
    """Give the tables of the plan by sheet, in their order; what was not explained has no sheet."""
    short = {"bron": bron_kort(case, lang)}
    explained = explaining_frames(case, allocation, lang)
    beside = {name: explained[f"{name}.csv"].assign(**short) for name in EXPLAINED if f"{name}.csv" in explained}
    if "uitleg_gemeenten" in beside:
        beside["uitleg_gemeenten"] = _rules_in_words(beside["uitleg_gemeenten"], lang)
    return {
        "landelijk": national_frame(case, allocation, lang),
        "provincies": area_frame(case, allocation, "provincie", lang),
        "arbeidsmarktregios": area_frame(case, allocation, "arbeidsmarktregio", lang),
        "gemeenten": _rules_in_words(gemeenten_frame(case, allocation, lang), lang).assign(**short),
        "koppelingen": _names_in_words(koppelingen_frame(case, allocation, lang), allocation, lang).assign(**short),
        "ongeplaatst": ongeplaatst_frame(case, allocation, lang).assign(**short),
        **beside,
        **({"vergelijkingen": compared_frame(case, allocation, lang)} if allocation.vergelijkingen else {}),
    }


def _chart(book: Any, sheet: Any, name: str, frame: pd.DataFrame, lang: Lang) -> None:
    """Draw bars below a table that reads better with them: deviation per area, persons housed by every rule."""
    told, columns, last = words(lang), list(frame.columns), TABLE + len(frame)
    if name in {"provincies", "arbeidsmarktregios"}:
        at = columns.index("afwijking_personen")
        names, values = (TABLE + 1, 0, last, 0), (TABLE + 1, at, last, at)
    elif name == "vergelijkingen":
        first, end = columns.index("dit_plan"), len(columns) - 2
        names, values = (TABLE, first, TABLE, end), (TABLE + 1, first, TABLE + 1, end)
    else:
        return
    texts = (told(f"grafiek.{name}"), told("grafiek.personen"), told(f"grafiek.{name}_alt"))
    top, left, bottom, right = values
    numbers = frame.iloc[top - TABLE - 1 : bottom - TABLE, left : right + 1].to_numpy().ravel()
    add_bars(book, sheet, Bars(*texts, names, values, min(numbers), max(numbers)), last + 2)


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
