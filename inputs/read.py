"""A folder or a workbook becomes a case, or the list of everything that is wrong with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from inputs.case import Case
from inputs.check_privacy import about_households, veiled
from inputs.checks import run_checks
from inputs.choices import BESTAND
from inputs.codes import Code
from inputs.file_names import shown
from inputs.found import BESIDE, OTHER_BOOKS, Located, absent, locate
from inputs.no_demand import without_demand
from inputs.parameters import BESTAND as PARAMETERS
from inputs.problems import InputProblems, Problem, has_errors, in_order
from inputs.reader import ReadTable, read_table
from inputs.readings import Readings
from inputs.refused import refused_files
from inputs.scenario_file import ReadScenario, placed, read_scenario
from inputs.sectors import same_sectors
from inputs.sheet import Sheet
from inputs.suggest import meant
from inputs.tables import TABLES

BOOK = ".xlsx"
OTHER_FORMS = frozenset(
    (
        ".json",
        ".jsonl",
        ".ndjson",
        ".xml",
        ".gz",
        ".zip",
        ".bz2",
        ".xz",
        ".zst",
        ".7z",
        ".dbf",
        ".sav",
        ".db",
        ".sqlite",
    )
)
"""Kinds of file that may hold a table, and that are not read."""
NOTED = frozenset((".csv", ".tsv", ".txt", ".toml", ".parquet", BOOK, *OTHER_BOOKS))
"""Kinds of file that a planner may expect to be read; others in the folder are left alone in silence."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading a case gave: the case, or none where there is an error; every problem; and the text of its tables.

    Attributes
    ----------
    sheets : Mapping
        Text of every table that could be read, by the file or sheet that the problems name.
    """

    case: Case | None
    problems: tuple[Problem, ...]
    sheets: Mapping[str, Sheet]


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything that was read of a case, before it is known to be one.

    Attributes
    ----------
    tables : Mapping
        Every table by name; none when there is no case at all, or it cannot be opened.
    chosen : ReadScenario, optional
        The choices of the run; None in those cases.
    """

    located: Located
    tables: Mapping[str, ReadTable]
    chosen: ReadScenario | None
    problems: tuple[Problem, ...]


def read_case(case: Path, scenario: Path | None = None) -> tuple[Case, tuple[Problem, ...]]:
    """Read and check a case: a folder with a table in each file or sheet, or one workbook.

    Parameters
    ----------
    scenario : Path, optional
        File with the choices of the run, in the place of those of the case.

    Returns
    -------
    tuple
        The case and its warnings.

    Raises
    ------
    InputProblems
        With every error and every warning, when there is an error.
    """
    outcome = read_whole(case, scenario)
    if outcome.case is None:
        raise InputProblems(outcome.problems)
    return outcome.case, outcome.problems


def read_whole(case: Path, scenario: Path | None = None) -> Outcome:
    """Read and check a case as ``read_case`` does, and keep the text of its tables beside the problems."""
    read = read_parts(case, scenario)
    texts = {table.bestand: table.sheet for table in read.tables.values() if table.sheet is not None}
    whole = read.chosen is not None and not has_errors(read.problems)
    return Outcome(_case(read.tables, read.chosen) if whole else None, read.problems, texts)


def read_parts(case: Path, scenario: Path | None = None) -> Parts:
    """Read and check every part of a case, and keep the parts that are in order where others are not."""
    if (problem := _no_case(case)) is not None:
        return Parts(Located(), {}, None, (problem,))
    located = locate(case)
    if located.closed and not case.is_dir():
        return Parts(located, {}, None, in_order(located.problems))
    tables = {name: _table(case, name, located) for name in TABLES}
    chosen = read_scenario(case, located.choices, scenario)
    tables = same_sectors(without_demand(tables, chosen.scenario))
    found = veiled(
        [
            *located.problems,
            *((*refused_files(case), *_other_files(case, located)) if case.is_dir() else ()),
            *(problem for table in tables.values() for problem in table.problems),
            *(problem for problem in chosen.problems if not (located.closed and _absent(problem))),
            *run_checks(Readings(tables, chosen.scenario, chosen.parameters, chosen.own_parameters)),
        ],
        {tables[name].bestand for name in about_households()},
    )
    return Parts(located, tables, chosen, in_order(placed(found, chosen.bestand)))


def _no_case(case: Path) -> Problem | None:
    """Refuse a place that is neither a folder nor a workbook of the kind that is read."""
    suffix = case.suffix.lower()
    if case.is_dir() or (case.is_file() and suffix == BOOK):
        return None
    if case.is_file() and suffix in OTHER_BOOKS:
        return Problem(Code.WERKMAP_SOORT, shown(case), velden={"soort": suffix})
    return Problem(Code.MAP_ONTBREEKT, shown(str(case)))


def _absent(problem: Problem) -> bool:
    """Tell whether a problem says that there are no choices; they may stand in a workbook that could not be opened."""
    return problem.code is Code.BESTAND_ONTBREEKT and problem.bestand == BESTAND


def _table(case: Path, name: str, located: Located) -> ReadTable:
    """Read one table; an optional one that is not there has no rows and no problem."""
    table, found = TABLES[name], located.table(name)
    if found is None and not table.required:
        bestand = table.bestand if case.is_dir() else f"{case.name}[{name}]"
        return ReadTable(bestand, (), (), complete=True, problems=())
    return read_table(found or absent(case, table, located), table)


def _other_files(folder: Path, located: Located) -> Iterator[Problem]:
    """Warn for files that look like a table but are not read; refuse workbooks of another kind."""
    known = [*(table.bestand for table in TABLES.values()), BESTAND, PARAMETERS]
    missing = [name for name in known if not (folder / name).exists()]
    for path in sorted(folder.iterdir()):
        suffix, name = path.suffix.lower(), shown(path)
        if name in known or name in located.read or name in BESIDE or name.startswith((".", "~")):
            continue
        if suffix in OTHER_BOOKS:
            yield Problem(Code.WERKMAP_SOORT, name, velden={"soort": suffix})
        elif suffix in OTHER_FORMS and name.partition(".")[0].lower() in TABLES:
            yield Problem(Code.TABEL_IN_ANDERE_VORM, name, velden={"soort": "".join(path.suffixes)})
        elif suffix in NOTED:
            yield Problem(Code.BESTAND_ONBEKEND, name, velden=meant(name, missing))


def _case(tables: Mapping[str, ReadTable], read: ReadScenario | None) -> Case:
    """Put together what was read without an error."""
    assert read is not None
    assert read.scenario is not None
    sources = [*(table.bron for table in tables.values()), *read.bronnen]
    return Case(
        naam=read.naam,
        synthetisch=read.synthetisch or any(table.synthetisch for table in tables.values()),
        marges=read.marges,
        gemeenten=tables["gemeenten"].rows,
        woningaanbod=tables["woningaanbod"].rows,
        huishoudens=tables["huishoudens"].rows,
        deelnemers=tables["deelnemers"].rows,
        opvanglocaties=tables["opvanglocaties"].rows,
        inburgering=tables["inburgering"].rows,
        onderwijs=tables["onderwijs"].rows,
        arbeidsmarkt=tables["arbeidsmarkt"].rows,
        bindingen=tables["bindingen"].rows,
        scenario=read.scenario,
        parameters=read.parameters,
        vastleggingen=tables["vastleggingen"].rows,
        bronnen=tuple(source for source in sources if source is not None),
        sleutelgewichten=tables["sleutel"].rows,
        afspraken=tables["afspraken"].rows,
        gekoppeld=tables["gekoppeld"].rows,
        scores=tables["scores"].rows,
        aanlevering=tables["aanlevering"].rows,
        plan=read.plan,
    )
