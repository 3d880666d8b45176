"""Cases without a run: say whether one is in order, or write a synthetic one."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from geodata.distances import main_places
from inputs.case import Case
from inputs.example.generate import SIZES, write_example
from inputs.messages import render
from inputs.problems import InputProblems, Problem
from inputs.read import read_whole
from reports.problem_book import problem_book
from spreiding.output import print_json
from spreiding.places import refuse_run
from spreiding.refusal import Refusal
from spreiding.remarks import about_quarter
from spreiding.runtime import today
from spreiding.words import Lang, say

ALL_GEMEENTEN = SIZES["landelijk"][1]
"""Gemeenten of the embedded list [gemeenten]."""


@dataclass(frozen=True, slots=True)
class Report:
    """Where the workbook of problems is written, and whether it may replace a file."""

    path: Path | None
    overwrite: bool


def check_case(place: Path, lang: Lang, *, as_json: bool, report: Report) -> None:
    """Read a case and print that it is in order, with its size and its warnings in full.

    Raises
    ------
    InputProblems
        The case has an error.
    Refusal
        The workbook of problems cannot be written there.
    """
    refuse_report(report)
    refuse_run(place)
    outcome = read_whole(place)
    if report.path is not None and outcome.problems:
        write_file(report.path, problem_book(outcome.problems, outcome.sheets, lang))
        print(say("problems_written", lang, found=report.path), file=sys.stderr)
    if outcome.case is None:
        raise InputProblems(outcome.problems, in_book=report.path is not None)
    _show(outcome.case, outcome.problems, place, lang, as_json=as_json)


def refuse_report(report: Report) -> None:
    """Refuse a place for the workbook of problems that is taken, or is no workbook."""
    if report.path is None:
        return
    if report.path.suffix.lower() != ".xlsx":
        raise Refusal("not_xlsx", found=report.path)
    if report.path.exists() and not report.overwrite:
        raise Refusal("file_exists", found=report.path)


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all.

    Raises
    ------
    Refusal
        It cannot be written there, or is open elsewhere.
    """
    part = path.with_name(f".{path.name}.deel")
    try:
        part.write_bytes(content)
        part.replace(path)
    except BaseException as error:
        part.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise Refusal("file_not_writable", found=path) from error
        raise


def _show(case: Case, warnings: Sequence[Problem], place: Path, lang: Lang, *, as_json: bool) -> None:
    """Print that a case is in order."""
    for remark in about_quarter(case, today(), lang):
        print(remark, file=sys.stderr)
    if as_json:
        print_json({"case": str(place), **sizes(case), "warnings": lines(warnings, lang)})
        return
    for line in lines(warnings, lang):
        print(line)
    print(say("case_good", lang, found=place, **sizes(case)))


def sizes(case: Case) -> dict[str, str | int]:
    """Give the kwartaal of a case and how much it holds [gemeenten, households, persons]."""
    return {
        "kwartaal": case.scenario.kwartaal,
        "gemeenten": len(case.gemeenten),
        "huishoudens": len(case.huishoudens),
        "personen": sum(huishouden.personen for huishouden in case.huishoudens),
    }


def lines(problems: Sequence[Problem], lang: Lang) -> list[str]:
    """Give each problem as a line."""
    return [render(problem, lang) for problem in problems]


def write_new_example(out: Path, *, households: int, seed: int, gemeenten: int | None) -> None:
    """Write the tables of a synthetic case into a new folder."""
    for option, count in (("--households", households), ("--gemeenten", gemeenten)):
        if count is not None and count < 1:
            raise Refusal("at_least_one", option=option, found=count)
    if gemeenten is not None and gemeenten > ALL_GEMEENTEN:
        raise Refusal("too_many_gemeenten", found=gemeenten, most=ALL_GEMEENTEN)
    if out.exists():
        raise Refusal("example_exists", found=out)
    write_example(out, main_places(), households=households, seed=seed, gemeenten=gemeenten or ALL_GEMEENTEN)
