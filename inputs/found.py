"""Where each table of a case stands: in a CSV, in a Parquet file or on a sheet of a workbook, and only once."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from inputs.codes import Code
from inputs.columns import means, required
from inputs.csvfile import load, read_csv
from inputs.file_names import shown
from inputs.parquetfile import read_parquet
from inputs.problems import InputProblems, Problem
from inputs.sheet import Sheet
from inputs.suggest import meant, plain
from inputs.tables import TABLES, Table
from inputs.xlsxfile import EXPLAINING, Blad, noticed, read_workbook, table_of

SCENARIO = "scenario"
"""Sheet of a workbook that holds the choices of a run."""
SCENARIO_FILE = "scenario.toml"
"""File of a folder that holds them."""
OTHER_BOOKS = frozenset((".xls", ".xlsm", ".xlsb", ".ods"))
"""Kinds of workbook that are not read."""
REPORT = "problemen.xlsx"
"""Workbook that this program writes about a case; never a part of one."""
OVERGANG = "overgang.csv"
"""Report of how a case was carried over to the gemeenten of today; it stays beside the tables and is not read."""
LEDGER = "grootboek.csv"
"""Balances of the kwartalen before, beside the tables of the next; it is not read as a table of the case."""
BESIDE = frozenset((REPORT, OVERGANG, LEDGER))
"""Files of this program that may stand beside the tables of a case."""


@dataclass(frozen=True, slots=True)
class Found:
    """A table as it was found.

    Attributes
    ----------
    bestand : str
        The file, and the sheet of a workbook, as messages name them: ``casus.xlsx[gemeenten]``.
    sheet : Sheet, optional
        Its text; none when it could not be read.
    problems : tuple of Problem
        Why not.
    """

    bestand: str
    file: str
    blad: str = ""
    sha256: str = ""
    sheet: Sheet | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """A sheet with the choices of a run: its cells, and the sha256 of its workbook."""

    bestand: str
    file: str
    sha256: str
    cells: Sequence[Sequence[object]]


@dataclass(slots=True)
class Located:
    """What was found in a case: tables by name, sheets with choices, and problems of files as a whole.

    Attributes
    ----------
    closed : bool
        Whether a workbook could not be opened: what seems missing may be in there.
    """

    tables: dict[str, list[Found]] = field(default_factory=dict)
    choices: list[Choices] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)
    read: set[str] = field(default_factory=set)
    closed: bool = False

    def table(self, name: str) -> Found | None:
        """Give the table of a name; where it occurs twice, the first."""
        return next(iter(self.tables.get(name, ())), None)


def locate(case: Path) -> Located:
    """Find every table of a case: a folder with files, or one workbook."""
    located = Located()
    folder, books = (
        (case, [path for path in sorted(case.iterdir()) if path.suffix.lower() == ".xlsx"])
        if case.is_dir()
        else (case.parent, [case])
    )
    if case.is_dir():
        for name, table in TABLES.items():
            for suffix in ALONE:
                path = folder / f"{name}{suffix}"
                if path.exists() or path.is_symlink():
                    _add(located, table, load_table(path, table))
    for book in books:
        if not book.name.startswith((".", "~")) and book.name != REPORT:
            _add_book(located, book)
    located.problems.extend(_twice(located, (SCENARIO_FILE,) if (case / SCENARIO_FILE).exists() else ()))
    return located


def load_table(path: Path, table: Table) -> Found:
    """Read the text of one file with a table; which kind of file follows from its name."""
    name = shown(path)
    try:
        data = load(path.parent, path.name)
        sheet = READERS.get(path.suffix.lower(), _csv)(data, name, table)
    except InputProblems as stopped:
        return Found(name, name, problems=stopped.problems)
    return Found(name, name, sha256=hashlib.sha256(data).hexdigest(), sheet=sheet)


def absent(case: Path, table: Table, located: Located) -> Found:
    """Say that a table is missing, with the file or sheet that may have been meant."""
    if located.closed:
        return Found(table.bestand, table.bestand)
    if case.is_dir():
        return load_table(case / table.bestand, table)
    problem = Problem(Code.BLAD_ONTBREEKT, f"{shown(case)}[{table.name}]", velden=meant(table.name, located.sheets))
    return Found(problem.bestand, shown(case), table.name, problems=(problem,))


def _add(located: Located, table: Table, found: Found) -> None:
    """Add a table to what was found."""
    located.tables.setdefault(table.name, []).append(found)
    located.read.add(found.file)


def _add_book(located: Located, book: Path) -> None:
    """Add every sheet of a workbook that is named as a table, or holds the choices of a run."""
    file = shown(book)
    try:
        data = load(book.parent, book.name)
        sheets = read_workbook(data, file)
    except InputProblems as stopped:
        located.problems.extend(stopped.problems)
        located.read.add(file)
        located.closed = True
        return
    sha256 = hashlib.sha256(data).hexdigest()
    names = {plain(name): table for name, table in TABLES.items()}
    located.sheets.extend(blad.naam for blad in sheets)
    for blad in sheets:
        bestand = f"{file}[{blad.naam}]"
        if (table := names.get(plain(blad.naam))) is not None:
            _add(located, table, _sheet(blad, bestand, table, sha256))
        elif plain(blad.naam) == SCENARIO:
            located.choices.append(Choices(bestand, file, sha256, blad.cells))
            located.problems.extend(noticed(blad, bestand))
            located.read.add(file)
        elif plain(blad.naam) not in EXPLAINING and blad.visible and any(map(any, blad.cells)):
            missing = [name for name in TABLES if name not in located.tables]
            located.problems.append(Problem(Code.BLAD_ONBEKEND, bestand, velden=meant(blad.naam, missing)))


def _sheet(blad: Blad, bestand: str, table: Table, sha256: str) -> Found:
    """Make a table of a sheet."""
    book = bestand.rpartition("[")[0]  # a name of a file may hold one, that of a sheet may not
    try:
        sheet = table_of(blad, bestand, means(table))
    except InputProblems as stopped:
        return Found(bestand, book, blad.naam, sha256, problems=stopped.problems)
    return Found(bestand, book, blad.naam, sha256, sheet)


def _twice(located: Located, beside: Sequence[str]) -> Iterator[Problem]:
    """Refuse a table that stands in two places: nobody can tell which one holds."""
    places = {name: [found.bestand for found in all_] for name, all_ in located.tables.items()}
    places[SCENARIO] = [*beside, *(choices.bestand for choices in located.choices)]
    for name, where in places.items():
        for other in where[1:]:
            yield Problem(Code.TABEL_DUBBEL, other, velden={"tabel": name, "eerste": where[0]})


def _csv(data: bytes, bestand: str, table: Table) -> Sheet:
    """Read a table from CSV."""
    return read_csv(data, bestand, means(table), required(table))


def _parquet(data: bytes, bestand: str, table: Table) -> Sheet:
    """Read a table from Parquet."""
    return read_parquet(data, bestand, means(table))


def _only_sheet(data: bytes, bestand: str, table: Table) -> Sheet:
    """Read a table from a workbook with one sheet that says something, whatever its name."""
    sheets = [blad for blad in read_workbook(data, bestand) if blad.visible and any(map(any, blad.cells))]
    tables = [blad for blad in sheets if plain(blad.naam) not in EXPLAINING]
    if len(tables) != 1:
        raise InputProblems([Problem(Code.BLAD_NIET_EEN, bestand, velden={"aantal": len(tables)})])
    return table_of(tables[0], f"{bestand}[{tables[0].naam}]", means(table))


Reader = Callable[[bytes, str, Table], Sheet]
READERS: Mapping[str, Reader] = {".csv": _csv, ".parquet": _parquet, ".xlsx": _only_sheet}
"""How a file with one table is read, by the end of its name; any other file is taken for a CSV."""
ALONE: tuple[str, ...] = (".csv", ".parquet")
"""Ends of the names of files of a folder that hold one table, named after it."""
