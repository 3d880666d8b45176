"""A problem with the input is a value: what is wrong, where it stands and what a planner should write instead."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from inputs.codes import Code

Level = Literal["error", "warning"]

FILE_ORDER: tuple[str, ...] = (
    "gemeenten.csv",
    "woningaanbod.csv",
    "huishoudens.csv",
    "deelnemers.csv",
    "opvanglocaties.csv",
    "inburgering.csv",
    "onderwijs.csv",
    "arbeidsmarkt.csv",
    "bindingen.csv",
    "sleutel.csv",
    "afspraken.csv",
    "scores.csv",
    "scenario.toml",
    "parameters.toml",
)
"""Files in the order in which problems are listed; any other file comes after them."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the input, or worth a planner's attention.

    Attributes
    ----------
    code : Code
        Which kind of problem; F.xxx is an error, W.xxx a warning.
    regel : int, optional
        Row as a spreadsheet shows it; the header is row 1.
    gevonden : str, optional
        The text found there.
    velden : Mapping
        What the text of the message fills in; ``bedoeld`` holds a suggestion, ``gelezen`` the day as which a date
        was read (2026-02-01), where it is written in another form.
    """

    code: Code
    bestand: str
    regel: int | None = None
    kolom: str | None = None
    gevonden: str | None = None
    velden: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def level(self) -> Level:
        """Whether this stops the run (error) or not (warning)."""
        return "error" if self.code.startswith("F") else "warning"


class InputProblems(Exception):  # noqa: N818  # it carries warnings too, and is no fault of the program
    """The input has at least one error; carries every error and warning of the case.

    Attributes
    ----------
    problems : tuple of Problem
        Sorted by file, row and column.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("; ".join(f"{p.code} {p.bestand}:{p.regel or ''} {p.kolom or ''}" for p in self.problems))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems by file, row, column and code."""
    return tuple(sorted(problems, key=_place))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems is an error."""
    return any(problem.level == "error" for problem in problems)


def _place(problem: Problem) -> tuple[int, str, int, str, str]:
    """Give the sort key of a problem."""
    known = problem.bestand in FILE_ORDER
    rank = FILE_ORDER.index(problem.bestand) if known else len(FILE_ORDER)
    return rank, problem.bestand, problem.regel or 0, problem.kolom or "", problem.code
