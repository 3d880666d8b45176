"""The case that offer sheets are gathered for: its gemeenten, its choices, and what is known where no sheet comes."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from inputs.choices import written
from inputs.codes import Code
from inputs.csvfile import load
from inputs.domain import Gemeente
from inputs.offer.form import OWNER
from inputs.parameters import BESTAND as PARAMETERS
from inputs.parameters import Parameters
from inputs.problems import InputProblems, Problem, has_errors
from inputs.read import Parts, read_parts
from inputs.reader import ReadTable
from inputs.scenario import Scenario

ABSENT = frozenset((Code.BESTAND_ONTBREEKT, Code.BLAD_ONTBREEKT, Code.BESTAND_LEEG, Code.GEEN_REGELS))
"""Problems of a table that is not there; it may be delivered by the sheets alone."""
FILLED_IN = frozenset(
    (
        Code.CURSUSPLAATSEN_ONTBREKEN,
        Code.SCHOOLPLAATSEN_ONTBREKEN,
        Code.GEEN_AANBOD,
        Code.HUISHOUDEN_TE_GROOT,
        Code.GEMEENTE_ZONDER_AANBOD,
        Code.GEEN_WONING_VOOR_TYPE,
        Code.MINIMUM_BOVEN_AANBOD,
        Code.GEMEENTEN_ZONDER_OPGAVE,
        Code.STATUS_TEGEN_AANLEVERING,
        Code.AANTALLEN_TEGEN_AANLEVERING,
    )
)
"""Problems that gathering takes away, or that are judged anew when the case is whole."""
OF_READING = frozenset(
    (
        Code.BESTAND_ONBEKEND,
        Code.KOLOM_ONBEKEND,
        Code.TEKENSET_GEVONDEN,
        Code.ANDERS_GESCHREVEN,
        Code.BLAD_ONBEKEND,
        Code.BLAD_VERBORGEN,
        Code.REGELS_VERBORGEN,
        Code.FORMULES,
        Code.INSTELLINGEN_NAAST_WERKMAP,
        Code.TABEL_IN_ANDERE_VORM,
    )
)
"""Warnings about how a file is written, not about what the case says."""


@dataclass(frozen=True, slots=True)
class Basis:
    """A case to which offer sheets are added.

    Attributes
    ----------
    tables : Mapping
        Every table by name; those that gemeenten deliver may lack rows.
    keuzes, keuzes_uit : str
        The choices of the run as TOML, and the file or sheet that holds them.
    eigen_parameters : bytes, optional
        The parameters of the case as they stand in its file; None: it has none of its own.
    gemeenten : Mapping
        Gemeenten by code, in their order.
    warnings : tuple of Problem
        What reading its files gave; the case that is gathered is written anew and shows nothing of it.
    """

    tables: Mapping[str, ReadTable]
    scenario: Scenario
    parameters: Parameters
    keuzes: str
    keuzes_uit: str
    eigen_parameters: bytes | None
    gemeenten: Mapping[str, Gemeente]
    warnings: tuple[Problem, ...] = ()


def read_basis(case: Path) -> Basis:
    """Read a case in which rows may be missing that gemeenten deliver.

    Raises
    ------
    InputProblems
        It has any other error.
    """
    read = read_parts(case)
    problems = [problem for problem in read.problems if not _goes_away(problem, read)]
    if has_errors(problems) or read.chosen is None or read.chosen.scenario is None:
        raise InputProblems(problems)
    folder = case if case.is_dir() else case.parent
    own = load(folder, PARAMETERS) if (folder / PARAMETERS).exists() else None
    return Basis(
        read.tables,
        read.chosen.scenario,
        read.chosen.parameters,
        written(case, read.located.choices, None).text,
        read.chosen.bestand,
        own,
        {gemeente.gemeentecode: gemeente for gemeente in read.tables["gemeenten"].rows},
        tuple(problem for problem in problems if problem.code in OF_READING),
    )


def read_asked(case: Path) -> tuple[tuple[Gemeente, ...], Scenario]:
    """Read only for whom and for which kwartaal sheets are made; the other tables may still have to come.

    Raises
    ------
    InputProblems
        The table gemeenten, or the scenario, has an error.
    """
    parts = read_parts(case)
    if parts.chosen is None:
        raise InputProblems(parts.problems)
    table, chosen = parts.tables["gemeenten"], parts.chosen
    problems = [p for p in parts.problems if p.bestand == table.bestand and p.code not in FILLED_IN]
    problems += chosen.problems
    if has_errors(problems) or chosen.scenario is None:
        raise InputProblems(problems)
    return table.rows, chosen.scenario


def _goes_away(problem: Problem, read: Parts) -> bool:
    """Tell whether gathering takes a problem away."""
    if problem.code in ABSENT:
        return problem.bestand in {read.tables[name].bestand for name in OWNER}
    return problem.code in FILLED_IN
