"""A folder becomes a case, or the list of everything that is wrong with it."""

from collections.abc import Iterator
from pathlib import Path

from inputs.case import Case
from inputs.check_privacy import about_households, veiled
from inputs.checks import run_checks
from inputs.codes import Code
from inputs.problems import InputProblems, Problem, has_errors, in_order
from inputs.reader import ReadTable, read_table
from inputs.readings import Readings
from inputs.scenario_file import BESTAND, ReadScenario, read_scenario
from inputs.suggest import meant
from inputs.tables import NOT_USED_YET, TABLES

NOTED = frozenset((".csv", ".tsv", ".toml", ".xlsx", ".xls", ".xlsm", ".ods"))
"""Kinds of file that a planner may expect to be read; others in the folder are left alone in silence."""


def read_case(folder: Path) -> tuple[Case, tuple[Problem, ...]]:
    """Read and check a case: a folder with a CSV for each table and a ``scenario.toml``.

    Returns
    -------
    tuple
        The case and its warnings.

    Raises
    ------
    InputProblems
        With every error and every warning, when there is an error.
    """
    if not folder.is_dir():
        raise InputProblems([Problem(Code.MAP_ONTBREEKT, str(folder))])
    tables = {name: read_table(folder, table) for name, table in TABLES.items() if _expected(folder, name)}
    tables = {name: tables.get(name, _absent(name)) for name in TABLES}
    scenario = read_scenario(folder)
    problems = [
        *_other_files(folder),
        *(problem for table in tables.values() for problem in table.problems),
        *scenario.problems,
        *run_checks(Readings(tables, scenario.scenario, scenario.parameters)),
    ]
    problems = veiled(problems, {tables[name].bestand for name in about_households()})
    if has_errors(problems):
        raise InputProblems(problems)
    return _case(folder, tables, scenario), in_order(problems)


def _expected(folder: Path, name: str) -> bool:
    """Tell whether a table is to be read: it must be there, or it is."""
    path = folder / TABLES[name].bestand
    return TABLES[name].required or path.exists() or path.is_symlink()


def _absent(name: str) -> ReadTable:
    """Give the reading of an optional table that is not there: no rows, no problem."""
    return ReadTable(TABLES[name].bestand, (), (), complete=True, problems=())


def _other_files(folder: Path) -> Iterator[Problem]:
    """Warn for files that look like a table but are not read."""
    known = [*(table.bestand for table in TABLES.values()), BESTAND]
    missing = [name for name in known if not (folder / name).exists()]
    for path in sorted(folder.iterdir()):
        if path.name in NOT_USED_YET:
            yield Problem(Code.TABEL_NOG_NIET_GEBRUIKT, path.name)
        elif path.name not in known and path.suffix.lower() in NOTED and not path.name.startswith((".", "~")):
            yield Problem(Code.BESTAND_ONBEKEND, path.name, velden=meant(path.name, missing))


def _case(folder: Path, tables: dict[str, ReadTable], read: ReadScenario) -> Case:
    """Put together what was read without an error."""
    assert read.scenario is not None
    sources = [*(table.bron for table in tables.values()), read.bron]
    return Case(
        naam=read.naam or folder.resolve().name,
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
    )
