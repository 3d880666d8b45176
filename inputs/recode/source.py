"""The case as the planner has it: text and values of every table, with codes of whatever year."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from inputs.cells import LOOSE_CODE
from inputs.check_privacy import about_households, veiled
from inputs.choices import BESTAND, written
from inputs.codes import Code
from inputs.csvfile import load
from inputs.file_names import shown
from inputs.found import BESIDE, Found, Located, absent, locate
from inputs.herindelingen import ended, ended_named
from inputs.parameters import BESTAND as PARAMETERS
from inputs.problems import InputProblems, Problem, has_errors
from inputs.reader import ReadTable, read_table
from inputs.readings import Readings
from inputs.refused import refused_files
from inputs.scenario_file import ReadScenario, read_scenario
from inputs.sectors import same_sectors
from inputs.sheet import Sheet
from inputs.tables import TABLES, Table, code_columns

BOOK = ".xlsx"


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table as text and as values, row by row."""

    found: Found
    sheet: Sheet
    read: ReadTable


@dataclass(frozen=True, slots=True)
class Source:
    """A case of an earlier year.

    Attributes
    ----------
    tables : Mapping
        The tables that are there, by name.
    settings : Mapping
        Bytes of ``scenario.toml``, and of ``parameters.toml`` where the case has its own.
    left : tuple of str
        Files of the folder that hold nothing of the case.
    warnings : tuple of Problem
        What reading its files gave.
    """

    tables: Mapping[str, SourceTable]
    chosen: ReadScenario
    settings: Mapping[str, bytes]
    left: tuple[str, ...]
    warnings: tuple[Problem, ...] = ()

    def readings(self, tables: Mapping[str, ReadTable]) -> Readings:
        """Put tables beside the choices of this case, for the checks; one that is not there has no rows."""
        nothing = {n: ReadTable(t.bestand, (), (), complete=True, problems=()) for n, t in TABLES.items()}
        return Readings(same_sectors({**nothing, **tables}), self.chosen.scenario, self.chosen.parameters)


def read_source(case: Path) -> Source:
    """Read a case whose gemeentecodes may be of an earlier year.

    Raises
    ------
    InputProblems
        A table or the choices cannot be read: every error but those about the year of a code.
    """
    if not case.is_dir() and not (case.is_file() and case.suffix.lower() == BOOK):
        raise InputProblems([Problem(Code.MAP_ONTBREEKT, str(case))])
    located = locate(case)
    found = {name: located.table(name) for name in TABLES}
    asked = {
        name: place or absent(case, TABLES[name], located)
        for name, place in found.items()
        if place is not None or TABLES[name].required
    }
    read = {name: read_table(_spelled(place, TABLES[name]), TABLES[name]) for name, place in asked.items()}
    chosen = read_scenario(case, located.choices)
    problems = [*located.problems, *chosen.problems, *(p for table in read.values() for p in table.problems)]
    problems += refused_files(case) if case.is_dir() else ()
    problems = veiled(problems, {read[name].bestand for name in about_households() if name in read})
    if has_errors(problems):
        raise InputProblems(problems)
    tables = {name: SourceTable(asked[name], _there(asked[name]), read[name]) for name in asked}
    return Source(tables, chosen, _settings(case, located), _left(case, located), tuple(problems))


def _there(found: Found) -> Sheet:
    """Give the text of a table that was read."""
    assert found.sheet is not None, "a table without text has an error"
    return found.sheet


def _spelled(found: Found, table: Table) -> Found:
    """Write codes of gemeenten that ended in full, for a table may hold 457 or Weesp; any other cell stays."""
    if found.sheet is None:
        return found
    at = [found.sheet.header.index(name) for name in code_columns(table) if name in found.sheet.header]
    texts = {row[k] for row in found.sheet.rows for k in at}
    meant = {text: code for text in texts if (code := _ended_code(text)) not in {None, text}}
    if not meant:
        return found
    rows = [[meant.get(cell, cell) if k in at else cell for k, cell in enumerate(row)] for row in found.sheet.rows]
    return replace(found, sheet=replace(found.sheet, rows=rows))


def _ended_code(text: str) -> str | None:
    """Give the code of the gemeente that ended which a cell means, by its code, number or name."""
    match = LOOSE_CODE.fullmatch(text.strip())
    if match:
        code = f"GM{int(match[1]):04d}"
        return code if code in ended() else None
    named = ended_named(text.strip())
    return named.gemeentecode if named else None


def _settings(case: Path, located: Located) -> dict[str, bytes]:
    """Take the choices of the run and the parameters as they are; choices on a sheet become the same text."""
    folder = case if case.is_dir() else case.parent
    settings = {BESTAND: written(case, located.choices, None).text.encode()}
    if (folder / PARAMETERS).exists():
        settings[PARAMETERS] = load(folder, PARAMETERS)
    return settings


def _left(case: Path, located: Located) -> tuple[str, ...]:
    """List the files of a folder that hold no table and no choices: they stay where they are."""
    if not case.is_dir():
        return ()
    taken = {*located.read, *BESIDE, BESTAND, PARAMETERS}
    names = (shown(path) for path in case.iterdir() if path.is_file())
    return tuple(sorted(name for name in names if name not in taken and not name.startswith((".", "~"))))
