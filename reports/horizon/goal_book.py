"""The workbook and the files of a goal: what it says and rests on first, then tables and values; no formulas."""

from collections.abc import Mapping, Sequence
from io import BytesIO

import pandas as pd
import xlsxwriter

from inputs.case import Case
from inputs.formulas import neutral
from inputs.horizon import Plankeuzes
from reports.book import CREATED, OPTIONS, STYLES, Heading, Table, write_rows, write_table
from reports.horizon.book import WIDTHS, values_frame
from reports.sheets import Row
from reports.source import bron_kort, synthetic_sentence
from reports.words import Lang, Words, words


def goal_book(
    case: Case, keuzes: Plankeuzes, heading: str, told: Sequence[str], frames: Mapping[str, pd.DataFrame], lang: Lang
) -> bytes:
    """Give the bytes of a workbook; frames without rows have no sheet."""
    target, say = BytesIO(), words(lang)
    book = xlsxwriter.Workbook(target, OPTIONS)
    book.set_properties({"title": heading, "created": CREATED})
    styles = {name: book.add_format(style) for name, style in STYLES.items()}
    first = [synthetic_sentence(case.marges, say)] if case.synthetisch else []
    rows = [
        Row([heading], "titel"),
        *(Row([text], "tekst") for text in (*first, *told)),
        Row([]),
        *_choices(keuzes, say),
    ]
    write_rows(book.add_worksheet(say("plan_blad.overzicht")), rows, WIDTHS, styles)
    for name, frame in frames.items():
        if not frame.empty:
            shown = frame.assign(bron=bron_kort(case, lang))
            sheet = book.add_worksheet(say(f"plan_bouwplan.blad_{name}"))
            write_table(sheet, Table(heading, shown, headings(shown, say), 1), styles)
    values = values_frame(keuzes)
    sheet = book.add_worksheet(say("plan_blad.waarden"))
    write_table(sheet, Table(heading, values, headings(values, say), 1), styles)
    book.close()
    return target.getvalue()


def _choices(keuzes: Plankeuzes, say: Words) -> list[Row]:
    """List the regime and the levers."""
    levers = [
        Row([say("plan.hefboom", naam=h.naam), f"{h.wat} = {h.waarde}; {h.van or '...'} - {h.tot or '...'}"])
        for h in keuzes.hefbomen
    ]
    return [Row([say("plan.regime"), say.name("plan_regime", keuzes.regime)]), *levers]


def headings(frame: pd.DataFrame, say: Words) -> dict[str, Heading]:
    """Give header and note of every column; what only a goal has stands in a group of its own."""
    return {c: Heading(_text(say, "kolom", c), _text(say, "uitleg", c)) for c in frame.columns}


def _text(say: Words, what: str, column: str) -> str:
    """Find the text of a column."""
    return say.find(f"plan_toets.{what}_{column}") or say(f"plan_{what}.{column}")


def goal_csv(frame: pd.DataFrame) -> str:
    """Write a table as CSV for a Dutch spreadsheet; no text of the case becomes a formula."""
    texts = [c for c in frame.columns if not pd.api.types.is_numeric_dtype(frame[c])]
    safe = frame.assign(**{c: [neutral(str(cell)) for cell in frame[c]] for c in texts})
    return "\ufeff" + safe.to_csv(sep=";", decimal=",", index=False, lineterminator="\r\n")
