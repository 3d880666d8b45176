"""The bytes of a CSV file become a header and rows of text, with the row numbers that a spreadsheet shows."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from inputs.codes import Code
from inputs.problems import InputProblems, Problem
from inputs.suggest import closest

MAX_BYTES = 500_000_000
"""Largest file that is read [bytes]."""
MAX_ROWS = 1_000_000
"""Most rows that a table may have [rows]."""
DELIMITERS = (";", ",")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as text.

    Attributes
    ----------
    regels : list of int
        Row number of each row as a spreadsheet shows it.
    problems : list of Problem
        Rows that had to be left out, and why.
    """

    header: list[str]
    rows: list[list[str]]
    regels: list[int]
    problems: list[Problem]


def load(folder: Path, bestand: str) -> bytes:
    """Read the bytes of a file of the case, once.

    Raises
    ------
    InputProblems
        When the file is not there, lies outside the folder, is too large or cannot be read.
    """
    path = folder / bestand
    try:
        if not path.exists():
            raise InputProblems([Problem(Code.BESTAND_ONTBREEKT, bestand, velden=_alike(folder, bestand))])
        if not path.resolve().is_relative_to(folder.resolve()):
            raise _stop(Code.KOPPELING_NAAR_BUITEN, bestand)
        if path.stat().st_size > MAX_BYTES:
            raise _stop(Code.BESTAND_TE_GROOT, bestand, grootste=f"{MAX_BYTES // 1_000_000} MB")
        data = path.read_bytes()
    except (OSError, RuntimeError) as error:  # RuntimeError: symlinks that point at one another
        raise _stop(Code.ONLEESBAAR, bestand) from error
    return data


def decode(data: bytes, bestand: str) -> str:
    """Decode UTF-8 with or without a byte order mark, to composed signs (NFC).

    Raises
    ------
    InputProblems
        When the bytes are empty, not UTF-8, or hold a NUL.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _stop(Code.TEKENSET, bestand, plaats=1)
    if b"\0" in data:
        raise _stop(Code.NULTEKEN, bestand, _line(data, data.index(b"\0")))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # `object` and not `data`: the positions count from behind the byte order mark
        offset = len(data) - len(error.object)
        raise _stop(
            Code.TEKENSET, bestand, _line(error.object, error.start), plaats=offset + error.start + 1
        ) from error
    if not text.strip():
        raise _stop(Code.BESTAND_LEEG, bestand)
    return unicodedata.normalize("NFC", text)


def split(text: str, bestand: str, expected: tuple[str, ...], required: tuple[str, ...]) -> Sheet:
    """Split the text of a table into header and rows.

    Parameters
    ----------
    expected : tuple of str
        All columns that the table may have; they decide between ``;`` and ``,``.
    required : tuple of str
        Those that it must have.
    """
    delimiter = _delimiter(text, bestand, frozenset(expected), frozenset(required))
    sheet = Sheet([], [], [], [])
    for regel, cells in _records(text, delimiter, bestand):
        if not sheet.header:
            sheet.header.extend(cells)
        elif len(sheet.rows) >= MAX_ROWS:
            raise _stop(Code.TE_VEEL_REGELS, bestand, regel, hoogstens=MAX_ROWS)
        elif len(cells) == len(sheet.header):
            if any(cell.strip() for cell in cells):
                sheet.rows.append(cells)
                sheet.regels.append(regel)
        elif any(cell.strip() for cell in cells):
            sheet.problems.append(_uneven(bestand, regel, len(cells), len(sheet.header), delimiter))
    return sheet


def _records(text: str, delimiter: str, bestand: str) -> Iterator[tuple[int, list[str]]]:
    """Give each record with its row number; a record with a line break in quotes is one row."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    regel = 0
    try:
        for cells in reader:
            regel += 1
            yield regel, cells
    except csv.Error as error:
        raise _stop(Code.AANHALINGSTEKEN, bestand, regel + 1) from error


def _uneven(bestand: str, regel: int, cells: int, columns: int, delimiter: str) -> Problem:
    """Refuse a row with another number of cells than the header; more of them may come from decimal commas."""
    velden: dict[str, str | int] = {"cellen": cells, "kolommen": columns}
    if delimiter == "," and cells > columns:
        velden["komma"] = "1.0"
    return Problem(Code.AANTAL_CELLEN, bestand, regel, velden=velden)


def _delimiter(text: str, bestand: str, expected: frozenset[str], required: frozenset[str]) -> str:
    """Choose the sign between cells by the header line: exactly one may give the expected columns."""
    first = re.split(r"[\r\n]", text.lstrip("\r\n"), maxsplit=1)[0]
    found = {sign: {name.strip(' "') for name in first.split(sign)} for sign in DELIMITERS}
    complete = [sign for sign in DELIMITERS if required <= found[sign]]
    if len(complete) == 1:
        return complete[0]
    hits = {sign: len(found[sign] & expected) for sign in DELIMITERS}
    best, other = sorted(DELIMITERS, key=lambda sign: -hits[sign])
    if hits[best] == hits[other]:
        raise InputProblems([Problem(Code.SCHEIDINGSTEKEN, bestand, 1, gevonden=first)])
    return best


def _line(data: bytes, position: int) -> int:
    """Give the line on which a byte stands."""
    return data.count(b"\n", 0, position) + 1


def _alike(folder: Path, bestand: str) -> dict[str, str | int]:
    """Suggest a file of the folder that may have been meant."""
    names = [path.name for path in folder.iterdir() if path.name != bestand]
    found = closest(bestand, names)
    return {"bedoeld": found[0]} if found else {}


def _stop(code: Code, bestand: str, regel: int | None = None, **velden: str | int) -> InputProblems:
    """Make the exception for a file that cannot be read any further."""
    return InputProblems([Problem(code, bestand, regel, velden=velden)])
