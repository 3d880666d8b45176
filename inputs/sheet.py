"""A table as text, whatever kind of file it came from: header, rows, and the row numbers that a spreadsheet shows."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal

from inputs.codes import Code
from inputs.listed import Listed
from inputs.problems import InputProblems, Problem

MAX_ROWS = 1_000_000
"""Most rows that a table may have [rows]."""
MAX_CELLS = 8_000_000
"""Most cells of a table, empty ones too; a million rows of scores have six million [cells]."""
MAX_COLUMNS = 200
"""Most columns that a table may have; the widest table needs about twenty [columns]."""
TITLE_ROWS = 10
"""Rows above a header that are looked at to say where the header is [rows]."""
Means = Callable[[str], str | None]
"""Gives the column that a header means, or None where no column of the table is meant."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as text.

    Attributes
    ----------
    header : list of str
        Name of each column as the table knows it, or as it is written where the table has no such column.
    rows : list of list of str
        Cells; each row as long as the header.
    regels : list of int
        Row number of each row as a spreadsheet shows it.
    problems : list of Problem
        Rows that had to be left out, and what a planner should know of the file, and why.
    written : list of str
        The header as it stands in the file.
    """

    header: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    regels: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    written: list[str] = field(default_factory=list)

    def begin(self, written: Sequence[str], means: Means) -> None:
        """Set the header, each column by the name that the table knows."""
        self.written.extend(written)
        self.header.extend(means(name) or name for name in written)

    def repeats(self, cells: Sequence[str], means: Means) -> bool:
        """Tell whether a row is the header again: word for word, or as the first row below it in other words."""
        if cells == self.written:
            return True
        return not self.rows and sum(means(cell) is not None for cell in cells) > 1


def from_cells(cells: Iterable[Sequence[object]], bestand: str, means: Means) -> Sheet:
    """Make a table of typed cells, as workbooks and Parquet files hold them; the first row is the header.

    Raises
    ------
    InputProblems
        When there is no cell at all, or the header stands below other rows.
    """
    sheet, listed = Sheet(), Listed()
    waiting: list[list[str]] = []
    for regel, row in enumerate(cells, start=1):
        texts = [cell if type(cell) is str and cell.isascii() else as_text(cell) for cell in row]
        if not sheet.header:
            waiting.append(texts)
            if sum(means(text) is not None for text in texts) > 1 or regel > TITLE_ROWS:
                _refuse_titles(waiting, bestand, means)
                sheet.begin(waiting[0], means)
        elif sheet.repeats(texts, means):
            listed.add(Problem(Code.KOP_HERHAALD, bestand, regel))
        elif any(texts):
            sheet.rows.append(texts)
            sheet.regels.append(regel)
    if not sheet.header and waiting:
        sheet.begin(waiting[0], means)
        sheet.rows.extend(waiting[1:])
        sheet.regels.extend(range(2, 1 + len(waiting)))
    sheet.problems.extend(listed)
    if not any(name.strip() for name in sheet.written):
        raise InputProblems([Problem(Code.BESTAND_LEEG, bestand)])
    return sheet


def _refuse_titles(rows: list[list[str]], bestand: str, means: Means) -> None:
    """Refuse a header below a title; a table whose header says nothing at all is judged by its first row."""
    known = [sum(means(text) is not None for text in row) for row in rows]
    at = max(range(len(rows)), key=lambda n: (known[n], -n))
    if at > 0 and known[at] > 1:
        raise InputProblems([Problem(Code.KOP_NIET_BOVENAAN, bestand, at + 1, velden={"regels": at})])
    del rows[1:]


def as_text(cell: object) -> str:
    """Write a typed cell as a planner would in a CSV: whole numbers without decimals, dates as 2025-12-31.

    A number with three decimals gets a fourth, for 1.234 alone could be read as a thousand and more.

    >>> as_text(3.0), as_text(1.234), as_text(1e-9), as_text(None)
    ('3', '1.2340', '0.000000001', '')
    """
    if isinstance(cell, str):
        return cell if cell.isascii() else unicodedata.normalize("NFC", cell)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, float | Decimal):
        return _number(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _number(value: float | Decimal) -> str:
    """Write a number in full, without an exponent and without a second reading."""
    if -(2**53) < value < 2**53 and value == int(value):
        return str(int(value))
    text = format(Decimal(repr(value)) if isinstance(value, float) else value, "f")
    return f"{text}0" if "." in text and len(text.rsplit(".", 1)[1]) == 3 else text
