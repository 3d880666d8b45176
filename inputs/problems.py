"""A problem with the input is a value: what is wrong, where it stands and what a planner should write instead."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from inputs.codes import Code

Level = Literal["error", "warning"]

TABLE_ORDER: tuple[str, ...] = (
    "gemeenten",
    "woningaanbod",
    "huishoudens",
    "deelnemers",
    "opvanglocaties",
    "inburgering",
    "onderwijs",
    "arbeidsmarkt",
    "bindingen",
    "sleutel",
    "afspraken",
    "scores",
    "aanlevering",
    "opgave",
    "scenario",
    "parameters",
)
"""Tables in the order in which problems are listed, from whatever file; any other file comes after them."""


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
    in_book : bool
        Whether they were written to a workbook as well.
    """

    def __init__(self, problems: Iterable[Problem], *, in_book: bool = False) -> None:
        self.problems = in_order(problems)
        self.in_book = in_book
        super().__init__(f"{len(self.problems)} problems")

    def __str__(self) -> str:
        """Name code and place of each problem, for a log."""
        return "; ".join(f"{p.code} {p.bestand}:{p.regel or ''} {p.kolom or ''}" for p in self.problems)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems by file, row, column and code."""
    return tuple(sorted(problems, key=_place))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems is an error."""
    return any(problem.level == "error" for problem in problems)


def _place(problem: Problem) -> tuple[int, str, int, str, str]:
    """Give the sort key of a problem."""
    return _rank(problem.bestand), problem.bestand, problem.regel or 0, problem.kolom or "", problem.code


@cache
def _rank(bestand: str) -> int:
    """Give the place of a file in the list: by the table that it holds, or the sheet of a workbook."""
    name = bestand[:-1].rpartition("[")[2].lower() if bestand.endswith("]") else bestand.rpartition(".")[0]
    return TABLE_ORDER.index(name) if name in TABLE_ORDER else len(TABLE_ORDER)
