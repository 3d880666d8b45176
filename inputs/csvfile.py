"""The bytes of a CSV file become a table of text; the sign between cells follows from the header."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from inputs.codes import Code
from inputs.encoding import decode_table
from inputs.file_names import shown
from inputs.formulas import QUOTED, originals
from inputs.listed import Listed
from inputs.problems import InputProblems, Problem
from inputs.sheet import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Means, Sheet
from inputs.suggest import closest

MAX_BYTES = 100_000_000
"""Largest file that is read; a table of 30,000 households has 3 MB [bytes]."""
DELIMITERS = (";", ",", "\t")
LONG_LINE = 500_000
"""So long, or twice so long, is no line of a table; splitting it into millions of cells takes gigabytes [signs]."""
END_OF_LINE = re.compile(r"[\r\n]")
SAID = re.compile(r"sep=([;,\t])\r?\n", re.IGNORECASE)
"""First line by which Excel is told the sign between cells."""


def load(folder: Path, bestand: str) -> bytes:
    """Read the bytes of a file of the case, once.

    Raises
    ------
    InputProblems
        When the file is not there, lies outside the folder, is too large or cannot be read.
    """
    path, bestand = folder / bestand, shown(bestand)
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise _stop(Code.KOPPELING_NAAR_BUITEN, bestand)
        if not path.exists():
            raise InputProblems([Problem(Code.BESTAND_ONTBREEKT, bestand, velden=_alike(folder, bestand))])
        if not path.is_file():  # reading from a pipe would wait for ever
            raise _stop(Code.ONLEESBAAR, bestand)
        if path.stat().st_size > MAX_BYTES:
            raise _stop(Code.BESTAND_TE_GROOT, bestand, grootste=f"{MAX_BYTES // 1_000_000} MB")
        data = path.read_bytes()
    except (OSError, RuntimeError) as error:  # RuntimeError: symlinks that point at one another
        raise _stop(Code.ONLEESBAAR, bestand) from error
    return data


def read_csv(data: bytes, bestand: str, means: Means, required: frozenset[str]) -> Sheet:
    """Split the bytes of a table into header and rows.

    Parameters
    ----------
    means : callable
        Gives the column of the table that a header means; these decide between ``;``, ``,`` and tab.
    required : frozenset of str
        Columns that the table must have.

    Raises
    ------
    InputProblems
        When the file cannot be read any further: see ``decode_table``; or the sign between cells, a quote or the number
        of rows is wrong.
    """
    text, problems = decode_table(data, bestand)
    _refuse_long_lines(text, bestand)
    said = SAID.match(text)
    text = text[said.end() :] if said else text
    delimiter = said[1] if said else _delimiter(text, bestand, means, required)
    sheet, most, listed = Sheet(), MAX_ROWS, Listed(problems)
    unread: list[int] = []
    kept_still = QUOTED.search(text) is not None
    for regel, written in _records(text, delimiter, bestand, 1 if said else 0):
        cells = originals(written) if kept_still else written
        if not sheet.header:
            if len(cells) > MAX_COLUMNS:
                raise _stop(Code.TE_VEEL_KOLOMMEN, bestand, regel, hoogstens=MAX_COLUMNS)
            sheet.begin(cells, means)
            most = min(MAX_ROWS, MAX_CELLS // max(len(cells), 1))
            unread = [at for at, name in enumerate(cells) if means(name) is None]
        elif len(sheet.rows) >= most:
            raise _stop(Code.TE_VEEL_REGELS, bestand, regel, hoogstens=most)
        elif sheet.repeats(cells, means):
            listed.add(Problem(Code.KOP_HERHAALD, bestand, regel))
        elif len(cells) == len(sheet.header):
            if any(END_OF_LINE.search(cells[at]) for at in unread):  # a quote too many may have swallowed rows
                raise _stop(Code.AANHALINGSTEKEN, bestand, regel)
            if any(cell.strip() for cell in cells):
                sheet.rows.append(cells)
                sheet.regels.append(regel)
        elif any(cell.strip() for cell in cells):
            listed.add(_uneven(bestand, regel, len(cells), len(sheet.header), delimiter))
    sheet.problems.extend(listed)
    return sheet


def _refuse_long_lines(text: str, bestand: str) -> None:
    """Refuse a stretch of text without an end of a line in it."""
    for start in range(0, len(text) - LONG_LINE + 1, LONG_LINE):
        if text.find("\n", start, start + LONG_LINE) < 0 and text.find("\r", start, start + LONG_LINE) < 0:
            raise _stop(Code.AANHALINGSTEKEN, bestand, text.count("\n", 0, start) + 1)


def _records(text: str, delimiter: str, bestand: str, before: int) -> Iterator[tuple[int, list[str]]]:
    """Give each record with its row number; a record with a line break in quotes is one row."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    regel = before
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


def _delimiter(text: str, bestand: str, means: Means, required: frozenset[str]) -> str:
    """Choose the sign between cells by the header line: exactly one may give the expected columns."""
    first = re.split(r"[\r\n]", text.lstrip("\r\n"), maxsplit=1)[0]
    found = {sign: {means(name.strip(' "')) for name in first.split(sign)} - {None} for sign in DELIMITERS}
    complete = [sign for sign in DELIMITERS if required <= found[sign]]
    if len(complete) == 1:
        return complete[0]
    best, other = sorted(DELIMITERS, key=lambda sign: -len(found[sign]))[:2]
    if len(found[best]) == len(found[other]):
        raise InputProblems([Problem(Code.SCHEIDINGSTEKEN, bestand, 1, gevonden=first)])
    return best


def _alike(folder: Path, bestand: str) -> dict[str, str | int]:
    """Suggest a file of the folder that may have been meant."""
    names = [name for name in map(shown, folder.iterdir()) if name != bestand]
    found = closest(bestand, names)
    return {"bedoeld": found[0]} if found else {}


def _stop(code: Code, bestand: str, regel: int | None = None, **velden: str | int) -> InputProblems:
    """Make the exception for a file that cannot be read any further."""
    return InputProblems([Problem(code, bestand, regel, velden=velden)])
