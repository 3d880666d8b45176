"""How far the talks on the number of each gemeente are, as the planner writes it down; no person is named."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, get_args

from inputs.cells import too_long
from inputs.check_privacy import VEIL, veiled
from inputs.codes import Code
from inputs.domain import Gemeentecode
from inputs.facts import by_code, nearest, plain_name
from inputs.found import load_table
from inputs.herindelingen import ended, told
from inputs.problems import InputProblems, Problem, has_errors
from inputs.pseudonyms import text_fault
from inputs.reader import ReadTable, read_table
from inputs.tables import SOURCE_COLUMNS, Table

Stand = Literal["voorstel", "besproken", "akkoord", "zienswijze"]
STANDEN: tuple[str, ...] = get_args(Stand)
"""States of the talks; a run only proposes."""
LONGEST = 300
"""Most signs of a remark: it stands on a sheet of one page [signs]."""
FREE_TEXT = ("naam", "opmerking", *SOURCE_COLUMNS)
"""Columns in which somebody may write who a person is."""


@dataclass(frozen=True, slots=True)
class Contact:
    """The state of the talks with a gemeente.

    Attributes
    ----------
    datum : date, optional
        Day since which it holds; only a proposal needs none.
    opmerking : str, optional
        What else a reader of the sheet must know, without names of persons.
    naam : str, optional
        Name of the gemeente, for who fills in the table.
    """

    gemeentecode: Gemeentecode
    stand: Stand
    datum: date | None = None
    opmerking: str | None = None
    naam: str | None = None


TABLE = Table("contact", Contact, required=True, key=("gemeentecode",), may_be_empty=True)
COLUMNS = ("gemeentecode", "naam", "stand", "datum", "opmerking")
"""Columns in the order in which a planner fills them in."""


@dataclass(frozen=True, slots=True)
class Contacten:
    """The states that a planner gave, by gemeentecode, with the file, its sha256 and the warnings about it."""

    bestand: str
    sha256: str
    stand: Mapping[str, Contact]
    warnings: tuple[Problem, ...]


def read_contact(file: Path, names: Mapping[str, str]) -> Contacten:
    """Read the states of the gemeenten of a run.

    Parameters
    ----------
    names
        Gemeentecode to name of every gemeente of the run.

    Raises
    ------
    InputProblems
        A row is wrong or double, its gemeente is not in the run, or a text tells who a person is.
    """
    read = read_table(load_table(file, TABLE), TABLE)
    problems = [*read.problems, *of_the_run(read, names), *_states(read), *on_persons(read)]
    shown = veiled(problems, {read.bestand})
    if has_errors(shown):
        raise InputProblems(shown)
    assert read.bron is not None
    found = {row.gemeentecode: row for row in read.rows}
    return Contacten(read.bestand, read.bron.sha256, found, tuple(shown))


def of_the_run(read: ReadTable, names: Mapping[str, str]) -> Iterator[Problem]:
    """Refuse a row that is double, of no gemeente of the run, or of two at a time.

    Parameters
    ----------
    names
        Gemeentecode to name of every gemeente of the run.
    """
    first: dict[str, int] = {}
    for regel, row in zip(read.regels, read.rows, strict=True):
        code = row.gemeentecode
        if code in first:
            yield Problem(Code.DUBBEL, read.bestand, regel, "gemeentecode", code, {"eerste": first[code]})
        first.setdefault(code, regel)
        if code not in names:
            yield _strange(read, regel, code, row.naam or "")
        elif row.naam and plain_name(row.naam) != plain_name(names[code]):
            velden: dict[str, str | int] = {"gemeentecode": code, "officieel": names[code]}
            yield Problem(Code.CONTACT_NAAM, read.bestand, regel, "naam", row.naam, velden)


def _states(read: ReadTable) -> Iterator[Problem]:
    """Refuse a state without a day where one is due, and a remark that does not fit on a sheet."""
    for regel, row in zip(read.regels, read.rows, strict=True):
        if row.datum is None and row.stand != STANDEN[0]:
            yield Problem(Code.CONTACT_ZONDER_DATUM, read.bestand, regel, "datum", "", {"stand": row.stand})
        if row.opmerking and len(row.opmerking) > LONGEST:
            velden = too_long(row.opmerking, LONGEST)
            yield Problem(Code.TEKST_TE_LANG, read.bestand, regel, "opmerking", row.opmerking, velden)


def _strange(read: ReadTable, regel: int, code: str, naam: str) -> Problem:
    """Say of a gemeente that the run does not have what is the matter with it."""
    if code in by_code():
        kind, velden = Code.CONTACT_NIET_IN_UITKOMST, dict[str, str | int](naam=by_code()[code].naam)
    elif code in ended():
        kind, velden = told(ended()[code])
    else:
        kind, velden = Code.GEMEENTE_ONBEKEND, {"bedoeld": nearest(code, naam)}
    return Problem(kind, read.bestand, regel, "gemeentecode", code, velden)


def on_persons(read: ReadTable) -> Iterator[Problem]:
    """Refuse a text that tells who a person is, also in a row that is wrong in another way; it is never shown."""
    sheet = read.sheet
    for kolom in FREE_TEXT if sheet else ():
        if sheet and kolom in sheet.header:
            at = sheet.header.index(kolom)
            for regel, cells in zip(sheet.regels, sheet.rows, strict=True):
                fault = text_fault(cells[at])
                if fault is not None:
                    yield Problem(fault, read.bestand, regel, kolom, VEIL)
