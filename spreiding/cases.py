"""Cases without a run: say whether one is in order, or write a synthetic one."""

from collections.abc import Sequence
from pathlib import Path

from geodata.distances import main_places
from inputs.case import Case
from inputs.example.generate import SIZES, write_example
from inputs.messages import render
from inputs.problems import Problem
from inputs.read import read_case
from spreiding.output import print_json
from spreiding.refusal import Refusal
from spreiding.words import Lang, say

ALL_GEMEENTEN = SIZES["landelijk"][1]
"""Gemeenten of the embedded list [gemeenten]."""


def check_case(folder: Path, lang: Lang, *, as_json: bool) -> None:
    """Read a case and print that it is in order, with its size and its warnings in full."""
    case, warnings = read_case(folder)
    if as_json:
        print_json({"case": str(folder), **sizes(case), "warnings": lines(warnings, lang)})
        return
    for line in lines(warnings, lang):
        print(line)
    print(say("case_good", lang, found=folder, **sizes(case)))


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
