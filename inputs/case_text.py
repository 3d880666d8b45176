"""A table of a case as canonical CSV: every column, ``;``, a decimal comma, UTF-8 with BOM, text that never runs."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from inputs.formulas import neutral
from inputs.reader import ReadTable
from inputs.tables import SOURCE_COLUMNS, Table, columns

BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table, with where it comes from and as of when, as text.

    Attributes
    ----------
    place : tuple, optional
        File or sheet, and row, where a planner can change it; None: no file holds it.
    """

    row: Any
    bron: str = ""
    peildatum: str = ""
    place: tuple[str, int] | None = None


def lines_of(read: ReadTable) -> Iterator[Line]:
    """Give the rows of a table that was read without an error, each with its own source."""
    if read.sheet is None:
        return
    header, texts = read.sheet.header, dict(zip(read.sheet.regels, read.sheet.rows, strict=True))
    at = {name: header.index(name) for name in SOURCE_COLUMNS if name in header}
    for regel, row in zip(read.regels, read.rows, strict=True):
        source = {name: texts[regel][column].strip() for name, column in at.items()}
        yield Line(row, **source, place=(read.bestand, regel))


def table_text(table: Table, lines: Iterable[Line]) -> str:
    """Write a table, every column of its row type and then those that say where it comes from."""
    own = [column.name for column in columns(table)]
    source = [name for name in SOURCE_COLUMNS if name not in own]
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow([*own, *source])
    for line in lines:
        cells = [_cell(getattr(line.row, name)) for name in own]
        writer.writerow([*cells, *(neutral(getattr(line, name)) for name in source)])
    return BOM + target.getvalue()


def _cell(value: object) -> str:
    """Write a value as the reader takes it: numbers in full with a decimal comma, dates as 2025-12-31."""
    if value is None:
        return ""
    if isinstance(value, float | Decimal):
        text = format(Decimal(repr(value)) if isinstance(value, float) else value, "f").replace(".", ",")
        return f"{text}0" if len(text.partition(",")[2]) == 3 else text  # 1,234 has two readings
    return neutral(value) if isinstance(value, str) else str(value)
