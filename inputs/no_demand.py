"""A case may say that nobody waits: no households, and 0 persons to spread; only both together are no mistake."""

from collections.abc import Mapping
from dataclasses import replace

from inputs.codes import Code
from inputs.problems import Problem, has_errors
from inputs.reader import ReadTable
from inputs.scenario import Scenario

EMPTY: Mapping[str, Code] = {"huishoudens": Code.GEEN_HUISHOUDENS, "deelnemers": Code.GEEN_REGELS}
"""Tables that may then have a header only, and the error that this is otherwise."""


def without_demand(tables: Mapping[str, ReadTable], chosen: Scenario | None) -> dict[str, ReadTable]:
    """Let the tables of households be empty where the scenario says that there is nobody to spread."""
    nobody = chosen is not None and chosen.opgave_personen == 0 and not tables["huishoudens"].regels
    return {name: _emptied(table, EMPTY[name]) if nobody and name in EMPTY else table for name, table in tables.items()}


def _emptied(table: ReadTable, error: Code) -> ReadTable:
    """Leave out that a table is empty; of the households it stays worth a warning."""
    problems = [problem for problem in table.problems if problem.code is not error]
    if error is Code.GEEN_HUISHOUDENS and len(problems) < len(table.problems):
        problems.append(Problem(Code.NIEMAND_WACHT, table.bestand))
    return replace(table, problems=tuple(problems), complete=not has_errors(problems))
