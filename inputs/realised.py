"""How many persons came to live in each gemeente in a kwartaal that is over, as it was counted; nobody is named."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from annotated_types import Ge, Le

from inputs.check_privacy import veiled
from inputs.codes import Code
from inputs.contact import of_the_run, on_persons
from inputs.domain import Gemeentecode
from inputs.found import load_table
from inputs.problems import InputProblems, Problem, has_errors
from inputs.reader import ReadTable, read_table
from inputs.tables import Table

MOST = 100_000
"""Above what any gemeente can house in a kwartaal [persons]."""


@dataclass(frozen=True, slots=True)
class Gerealiseerd:
    """Persons who were housed and count for a gemeente [persons].

    Attributes
    ----------
    naam : str, optional
        Name of the gemeente, for who fills in the table.
    """

    gemeentecode: Gemeentecode
    personen: Annotated[int, Ge(0), Le(MOST)]
    naam: str | None = None


TABLE = Table("gerealiseerd", Gerealiseerd, required=True, key=("gemeentecode",))
COLUMNS = ("gemeentecode", "naam", "personen")
"""Columns in the order in which a planner fills them in."""


@dataclass(frozen=True, slots=True)
class Gerealiseerden:
    """What was counted, by gemeentecode [persons], with the file, its sha256, its source and the warnings about it."""

    bestand: str
    sha256: str
    bron: str
    personen: Mapping[str, int]
    warnings: tuple[Problem, ...]


def read_realised(file: Path, names: Mapping[str, str]) -> Gerealiseerden:
    """Read what was counted; every gemeente of the run has a row, also where nobody came.

    Parameters
    ----------
    names
        Gemeentecode to name of every gemeente of the run.

    Raises
    ------
    InputProblems
        A row is wrong or double, its gemeente is not in the run, a gemeente of the run has no row, or a text tells who
        a person is.
    """
    read = read_table(load_table(file, TABLE), TABLE)
    found_wrong = [*read.problems, *of_the_run(read, names), *on_persons(read)]
    if not has_errors(found_wrong):
        found_wrong += _missing(read, names)
    problems = veiled(found_wrong, {read.bestand})
    if has_errors(problems):
        raise InputProblems(problems)
    assert read.bron is not None
    found = {row.gemeentecode: row.personen for row in read.rows}
    return Gerealiseerden(read.bestand, read.bron.sha256, read.bron.bron, found, tuple(problems))


def refuse_other_case(gemeenten: ReadTable, hashes: Collection[str]) -> None:
    """Refuse a case of which the table gemeenten is none of the files, by sha256, that a run was made from.

    Raises
    ------
    InputProblems
        It is another table.
    """
    if gemeenten.bron is None or gemeenten.bron.sha256 not in hashes:
        raise InputProblems((Problem(Code.ANDERE_CASUS, gemeenten.bestand),))


def _missing(read: ReadTable, names: Mapping[str, str]) -> Iterator[Problem]:
    """Refuse a gemeente of which nothing is said; it is not clear whether nobody came or nobody counted."""
    there = {row.gemeentecode for row in read.rows}
    for code in sorted(names.keys() - there):
        velden: dict[str, str | int] = {"gemeentecode": code, "naam": names[code]}
        yield Problem(Code.NIET_GETELD, read.bestand, velden=velden)
