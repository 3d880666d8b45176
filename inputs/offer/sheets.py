"""The sheets of one offer workbook as text: which is which, whether anything is filled in, and whose rows they are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import get_args

from inputs.cells import Reading, convert
from inputs.codes import Code
from inputs.column_words import woord
from inputs.columns import means
from inputs.found import Found
from inputs.kolommen import OPGAVE
from inputs.messages import Lang
from inputs.offer.form import FORM, GIVEN, OFFER_ID, OWNER
from inputs.problems import InputProblems, Problem
from inputs.sheet import Sheet, as_text
from inputs.suggest import meant, plain
from inputs.tables import SOURCE_COLUMNS, TABLES, Column, Table
from inputs.xlsxfile import EXPLAINING, Blad, read_workbook, table_of

KNOWN = 2
"""Column of the sheet of questions, counted from 0, with what the basis said when the sheet was made."""
HEADING = "gegeven"
"""First cell of the sheet of questions, above their names."""
REMARKS = "opmerkingen"
"""Answer in which somebody may have begun a new line."""
PLACES = {"inburgering": "plaatsen", "onderwijs": "plaatsen"}
"""Column by which a table with rows that were there before the sheet was sent shows that it was filled in."""
NO_CODE = "GM0000"
"""Owner of rows while the gemeente of the sheet is unknown; no gemeente has this code."""


@dataclass(slots=True)
class Book:
    """An offer workbook as text.

    Attributes
    ----------
    tables : dict
        Text of the sheet of questions, and of each table, by name.
    rows : Mapping
        Row of each question on its sheet.
    beside : Mapping
        What stands beside each question in the column of what is known; none where there is no such column.
    problems : list of Problem
        What is wrong with the workbook as a whole.
    """

    bestand: str
    sha256: str
    tables: dict[str, Found] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)
    beside: Mapping[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def sheet(self, name: str) -> Sheet | None:
        """Give the text of a sheet; None where it is not there or cannot be read."""
        return self.tables[name].sheet if name in self.tables else None

    def answer(self, name: str) -> str:
        """Give the text of an answer; empty where the question is not there."""
        sheet = self.sheet(OPGAVE)
        if sheet is None or name not in sheet.header or not sheet.rows:
            return ""
        return sheet.rows[0][sheet.header.index(name)].strip()

    @property
    def code(self) -> str:
        """Gemeentecode that the sheet names, as it would be read; empty where it names none."""
        code = convert(self.answer("gemeentecode"), Column("gemeentecode", "gemeentecode", required=True))
        return code.value if isinstance(code, Reading) else code if isinstance(code, str) else ""


def open_book(data: bytes, bestand: str, sha256: str) -> Book:
    """Open a workbook and find its sheets.

    Raises
    ------
    InputProblems
        It is no plain workbook, or has no sheet of questions.
    """
    book = Book(bestand, sha256)
    known = {OPGAVE: FORM} | {name: TABLES[name] for name in OWNER}
    for blad in read_workbook(data, bestand):
        name = plain(blad.naam)
        if name in known:
            _add(book, blad, known[name])
        elif name not in EXPLAINING and blad.visible and any(map(any, blad.cells)):
            missing = [table for table in known if table not in book.tables]
            book.problems.append(
                Problem(Code.BLAD_ONBEKEND, f"{bestand}[{blad.naam}]", velden=meant(blad.naam, missing))
            )
    if OPGAVE not in book.tables:
        raise InputProblems([Problem(Code.OPGAVE_GEEN_BLAD, bestand)])
    for name in OWNER:
        if name not in book.tables:
            book.problems.append(Problem(Code.BLAD_ONTBREEKT, f"{bestand}[{name}]"))
    return book


def _add(book: Book, blad: Blad, table: Table) -> None:
    """Add a sheet to its workbook; two sheets for one table are refused."""
    bestand = f"{book.bestand}[{table.name}]"
    if table.name in book.tables:
        velden: dict[str, str | int] = {"tabel": table.name, "eerste": bestand}
        book.problems.append(Problem(Code.TABEL_DUBBEL, f"{book.bestand}[{blad.naam}]", velden=velden))
        return
    if table is FORM:
        questions = list(_questions(blad.cells))
        book.rows = {means(FORM)(name) or name: row for row, name, _ in questions}
        book.beside = _beside(blad.cells, book.rows)
        blad = replace(blad, cells=[[name for _, name, _ in questions], [text for _, _, text in questions]])
    try:
        sheet = table_of(blad, bestand, means(table))
        book.tables[table.name] = Found(bestand, book.bestand, table.name, book.sha256, sheet)
    except InputProblems as stopped:
        book.tables[table.name] = Found(bestand, book.bestand, table.name, book.sha256, problems=stopped.problems)


def _questions(cells: Sequence[Sequence[object]]) -> Iterator[tuple[int, str, object]]:
    """Give row, name and answer of each question; a line break in a remark becomes a blank."""
    for row, line in enumerate(cells, start=1):
        name, answer = as_text(line[0]).strip() if line else "", line[1] if len(line) > 1 else ""
        if plain(name) == HEADING or not (name or as_text(answer).strip()):
            continue
        if plain(name) == REMARKS and isinstance(answer, str):
            answer = " ".join(answer.split())
        yield row, name, answer


def _beside(cells: Sequence[Sequence[object]], rows: Mapping[str, int]) -> dict[str, str]:
    """Give what stands beside each question in the column of what is known, as the template has it."""
    if len(cells[0]) <= KNOWN or plain(as_text(cells[0][KNOWN])) not in headings():
        return {}
    return {name: as_text(cells[row - 1][KNOWN]).strip() for name, row in rows.items() if len(cells[row - 1]) > KNOWN}


@cache
def headings() -> frozenset[str]:
    """Give how the template may head the column of what is known."""
    return frozenset(plain(woord("opgave.bekend", lang)) for lang in get_args(Lang))


def filled(book: Book) -> bool:
    """Tell whether anything was filled in that was not there before the sheet was sent."""
    form = book.sheet(OPGAVE)
    asked = [name for name in form.header if name not in GIVEN] if form else []
    there = [found for name, found in book.tables.items() if name in OWNER]
    return any(book.answer(name) for name in asked) or any(map(_has_rows, there))


def _has_rows(found: Found) -> bool:
    """Tell whether a table has a row that was filled in; one that cannot be read may have."""
    sheet, name = found.sheet, found.blad
    if sheet is None:
        return True
    kolom = PLACES.get(name)
    if kolom is None or kolom not in sheet.header:
        return bool(sheet.rows)
    at = sheet.header.index(kolom)
    return any(row[at].strip() for row in sheet.rows)


def owned(found: Found, name: str, code: str, date: str) -> tuple[Found, list[Problem]]:
    """Say in a table of whose gemeente its rows are, from which file and of which day, and make the marks of homes.

    Returns
    -------
    tuple
        The table with those columns; and a problem for each row that names another gemeente.
    """
    if found.sheet is None:
        return found, []
    old = found.sheet
    sheet = replace(old, header=[*old.header], rows=[[*row] for row in old.rows], written=[*old.written])
    owner = OWNER[name]
    texts = _column(sheet, owner)
    problems = [
        Problem(Code.OPGAVE_ANDERE_GEMEENTE, found.bestand, regel, owner, text, {"gemeente": code})
        for regel, text in zip(sheet.regels, texts, strict=True)
        if code != NO_CODE and _other(text, code)
    ]
    _fill(sheet, owner, [code if not text.strip() else text for text in texts])
    if name == "woningaanbod":
        _fill(sheet, OFFER_ID, list(_marks(_column(sheet, OFFER_ID), code)))
    own = [f"{found.file}; {text}" if text.strip() else found.file for text in _column(sheet, "bron")]
    for kolom, cells in zip(SOURCE_COLUMNS, (own, [date] * len(sheet.rows)), strict=True):
        _fill(sheet, kolom, cells)
    return replace(found, sheet=sheet), problems


def _other(text: str, code: str) -> bool:
    """Tell whether a cell names another gemeente; what cannot be read is told by who reads the table."""
    found = convert(text, Column("gemeentecode", "gemeentecode", required=False))
    named = found.value if isinstance(found, Reading) else found
    return isinstance(named, str) and named != code


def _marks(texts: Sequence[str], code: str) -> Iterator[str]:
    """Give every row of homes a mark: its own, or the code of the gemeente and a number that is free.

    >>> list(_marks(["", "GM0363-001", "flat", ""], "GM0363"))
    ['GM0363-002', 'GM0363-001', 'flat', 'GM0363-003']
    """
    taken, number = {text.strip() for text in texts}, 0
    for text in texts:
        mark = text.strip()
        while not mark or (mark in taken and not text.strip()):
            number += 1
            mark = f"{code}-{number:03d}"
        yield mark


def _column(sheet: Sheet, name: str) -> list[str]:
    """Give the cells of a column; empty ones where it is not there."""
    if name not in sheet.header:
        return [""] * len(sheet.rows)
    at = sheet.header.index(name)
    return [row[at] for row in sheet.rows]


def _fill(sheet: Sheet, name: str, cells: Sequence[str]) -> None:
    """Write the cells of a column, a new one where it is not there."""
    if name not in sheet.header:
        sheet.header.append(name)
        sheet.written.append(name)
        for row in sheet.rows:
            row.append("")
    at = sheet.header.index(name)
    for row, cell in zip(sheet.rows, cells, strict=True):
        row[at] = cell
