"""The bytes of a case and of a run become text and exact numbers, by a parser that the product does not share."""

import csv
import json
import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Container
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Any

from verifier.finding import Finding, compare

__all__ = ["Finding", "Row", "compare"]

RUNS_IN_A_SPREADSHEET = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")
"""Texts that begin so carry an apostrophe in a table of a run."""
WHOLE = re.compile(r"[+-]?\d{1,18}", re.ASCII)
CODE = re.compile(r"GM\d{4}", re.ASCII)
QUARTER = re.compile(r"20\d\dK[1-4]", re.ASCII)
NUMBER = re.compile(r"[+-]?\d{1,30}([.,]\d{1,40})?(e[+-]?\d{1,3})?", re.ASCII | re.IGNORECASE)


class UnreadableError(ValueError):
    """A file, or a cell of it, is written in a way that this parser does not read.

    Attributes
    ----------
    file, line, column : str, int, str
        Where; a line of 0 is the whole file.
    """

    def __init__(self, file: str, line: int = 0, column: str = "", found: str = "") -> None:
        super().__init__(f"{file} {line} {column}: {found}")
        self.file = file
        self.line = line
        self.column = column
        self.found = found


class Row(dict[str, str]):
    """Cells of a line by the name of their column; a column that is not there cannot be read.

    Attributes
    ----------
    file, line : str, int
        Where it stands; the header is line 1.
    """

    def __init__(self, cells: dict[str, str], file: str = "", line: int = 0) -> None:
        super().__init__(cells)
        self.file = file
        self.line = line

    def __missing__(self, column: str) -> str:
        raise UnreadableError(self.file, self.line, column)

    def whole(self, column: str, empty: int | None = None) -> int:
        """Read a whole number; an empty cell is an error unless the table says what it means."""
        cell = self[column] if empty is None else self.get(column, "")
        if not cell and empty is not None:
            return empty
        if not WHOLE.fullmatch(cell):
            raise UnreadableError(self.file, self.line, column, cell)
        return int(cell)

    def exact(self, column: str, empty: str | None = None) -> Fraction:
        """Read a number with a decimal comma or point, without rounding."""
        cell = self[column] if empty is None else self.get(column, "") or empty
        if not NUMBER.fullmatch(cell):
            raise UnreadableError(self.file, self.line, column, cell)
        return exact(cell)

    def code(self, column: str, *, empty: bool = False) -> str:
        """Read a gemeentecode as GM and four digits; ``empty``: there may be none."""
        cell = self.get(column, "") if empty else self[column]
        if not CODE.fullmatch(cell) and not (empty and not cell):
            raise UnreadableError(self.file, self.line, column, cell)
        return cell

    def quarter(self, column: str) -> str:
        """Read a kwartaal such as 2026K1."""
        if not QUARTER.fullmatch(self[column]):
            raise UnreadableError(self.file, self.line, column, self[column])
        return self[column]

    def choice(self, column: str, *choices: str) -> str:
        """Read a word of a list."""
        if self[column] not in choices:
            raise UnreadableError(self.file, self.line, column, self[column])
        return self[column]


def read_table(path: Path) -> list[Row]:
    """Read a CSV with ``;``, tabs or ``,``, with or without a byte order mark; a missing file is an empty table."""
    if not path.is_file():
        return []
    try:
        text = path.read_bytes().decode("utf-8-sig")
        sign = next((sign for sign in ";\t" if sign in text.partition("\n")[0]), ",")
        lines = list(csv.reader(StringIO(text, ""), delimiter=sign, strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise UnreadableError(path.name, 0, "", str(error)) from error
    if not lines or len(set(map(bare, lines[0]))) < len(lines[0]):
        raise UnreadableError(path.name, 1)
    return [_row(path.name, n, lines[0], cells) for n, cells in enumerate(lines[1:], 2) if any(map(str.strip, cells))]


def _composed(cell: str) -> str:
    """Write letters with their accents; cell by cell, for some signs become a delimiter by it."""
    return cell if cell.isascii() else unicodedata.normalize("NFC", cell)


def _row(file: str, line: int, header: list[str], cells: list[str]) -> Row:
    """Join the cells of a line with the names of their columns."""
    if len(cells) != len(header):
        raise UnreadableError(file, line, "", ";".join(cells)[:80])
    return Row({bare(name): bare(cell) for name, cell in zip(header, cells, strict=True)}, file, line)


def bare(cell: str) -> str:
    """Give a text as a table is read: without blanks around it, and letters with their accents.

    >>> bare(" e\N{COMBINING ACUTE ACCENT} ")
    'é'
    """
    return _composed(cell).strip(" ")


def plain(cell: str, known: Container[str]) -> str:
    """Give the name in the case behind a text of a run: itself, or without the apostrophe put before it."""
    guarded = cell not in known and cell.startswith("'") and cell.lstrip("'").startswith(RUNS_IN_A_SPREADSHEET)
    return cell[1:] if guarded else cell


def whole(cell: str, empty: int | None = None) -> int:
    """Read a whole number; an empty cell is an error unless the caller says what it means."""
    if not cell and empty is not None:
        return empty
    return int(cell)


def exact(cell: str) -> Fraction:
    """Read a number with a decimal comma or point, without rounding.

    >>> exact("0,3")
    Fraction(3, 10)
    """
    return Fraction(Decimal(cell.replace(",", ".")))


def read_toml(path: Path) -> dict[str, Any]:
    """Read TOML with every decimal as a fraction."""
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"), parse_float=_fraction)
    except ValueError as error:  # what is no TOML, or no UTF-8
        raise UnreadableError(path.name, 0, "", str(error)) from error


def _fraction(text: str) -> Fraction:
    return Fraction(Decimal(text.replace("_", "")))


def strict_json(text: str | bytes) -> Any:
    """Read JSON in which every reader finds the same: no name stands twice in an object, and every number is one.

    Raises
    ------
    ValueError
        The text is not such JSON.
    """
    return json.loads(text, object_pairs_hook=_named_once, parse_constant=_no_number)


def _named_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        twice = next(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)
        raise ValueError(f"{twice} x 2")
    return content


def _no_number(text: str) -> Any:
    raise ValueError(text)


def read_json(path: Path) -> dict[str, Any]:
    """Read JSON that holds one object."""
    try:
        content = strict_json(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise UnreadableError(path.name, 0, "", str(error)) from error
    if not isinstance(content, dict):
        raise UnreadableError(path.name)
    return content


def digest(content: bytes) -> str:
    """Give the sha256."""
    return sha256(content).hexdigest()


def differs(file: str, key: str, name: str, found: object, expected: object) -> Finding:
    """Say what a file states and what the recount gives."""
    return Finding(file, key, name, found, expected)


def close(found: object, expected: Fraction | float, relative: float = 1e-6) -> bool:
    """Say whether a number of the run is the recounted one, apart from how floats are summed."""
    if isinstance(found, bool) or not isinstance(found, int | float):
        return False
    return abs(float(found) - float(expected)) <= max(relative * abs(float(expected)), 1e-9)
