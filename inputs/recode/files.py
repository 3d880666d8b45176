"""The carried tables and their report as the bytes of files that Dutch Excel opens."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from inputs.messages import Lang
from inputs.recode.draft import Note
from inputs.recode.words import HEADER, told
from inputs.sheet import Sheet

NUMBER = re.compile(r"[+-]?[\d.,]+", re.ASCII)
RUNS = ("=", "+", "-", "@", "\t", "\r")
"""Signs with which a text starts that a spreadsheet may run."""


def table_bytes(sheet: Sheet) -> bytes:
    """Write a table as it will be read: every cell the text that it is."""
    return _csv([sheet.header, *sheet.rows])


def report_bytes(notes: Iterable[Note], lang: Lang) -> bytes:
    """Write the notes as a table; nothing in it runs when a spreadsheet opens it."""
    return _csv([HEADER[lang], *([_still(cell) for cell in told(note, lang)] for note in notes)])


def _still(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet might run.

    >>> _still("=1+1"), _still("-3"), _still("Weesp")
    ("'=1+1", '-3', 'Weesp')
    """
    return f"'{text}" if text.startswith(RUNS) and not NUMBER.fullmatch(text) else text


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    """Write rows with semicolons between the cells, in UTF-8 with a mark for Excel."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8-sig")
