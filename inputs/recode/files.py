"""The carried tables and their report as the bytes of files that Dutch Excel opens."""

import csv
import io
from collections.abc import Iterable, Sequence

from inputs.formulas import still
from inputs.messages import Lang
from inputs.recode.draft import Note
from inputs.recode.words import HEADER, told
from inputs.sheet import Sheet


def table_bytes(sheet: Sheet) -> bytes:
    """Write a table as it will be read: every cell the text that it is, once its apostrophe is off."""
    return _csv([[still(cell) for cell in row] for row in (sheet.header, *sheet.rows)])


def report_bytes(notes: Iterable[Note], lang: Lang) -> bytes:
    """Write the notes as a table; nothing in it runs when a spreadsheet opens it."""
    return _csv([HEADER[lang], *([still(cell) for cell in told(note, lang)] for note in notes)])


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    """Write rows with semicolons between the cells, in UTF-8 with a mark for Excel."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8-sig")
