"""One plan over several kwartalen from start to end: read the case, solve, write the folder of the plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from geodata.distances import distances
from inputs.case import Afstanden, Case
from inputs.horizon import Hefboom, Plankeuzes, next_quarters, plan_values, series
from inputs.horizon_file import MOST
from inputs.problems import Problem
from inputs.read import read_case
from inputs.unchanged import changed
from optimizer.horizon.outcome import outcome
from optimizer.horizon.outlook import outlook
from optimizer.horizon.program import plan_program
from optimizer.horizon.result import Planuitkomst
from optimizer.horizon.solve import solve_plan
from reports.horizon.book import plan_book, reservations, span, summary
from reports.horizon.manifest import NAME, plan_json
from reports.horizon.page import PAGE, plan_page
from reports.horizon.tables import plan_csv, plan_frames
from reports.numbers import percent_up
from reports.run_folder import write_run
from spreiding.case_folder import case_folder
from spreiding.output import print_json, print_rows
from spreiding.places import refuse_inside
from spreiding.plan_cli import Niveau
from spreiding.progress import Progress
from spreiding.refusal import Refusal
from spreiding.runtime import Runtime, Stopwatch
from spreiding.words import Lang, say

KWARTALEN = 8
"""Kwartalen of a plan when nothing is said [kwartalen]."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the planner asks for on the command line.

    Attributes
    ----------
    quarters : int, optional
        Number of kwartalen; none: that of the scenario, else eight [kwartalen].
    """

    case: Path | None
    example: str
    scenario: Path | None
    quarters: int | None
    instroom: Niveau
    out: Path
    overwrite: bool


@dataclass(frozen=True, slots=True)
class Made:
    """A plan that is done: its folder, and what it says."""

    folder: Path
    case: Case
    keuzes: Plankeuzes
    plan: Planuitkomst
    gap: float

    @property
    def proven(self) -> bool:
        """Whether the proved gap is within that of the scenario."""
        return self.plan.marge <= self.gap


def make_plan(wanted: Wanted, lang: Lang, progress: Progress) -> Made:
    """Make one plan; nothing is written before every input is found good.

    Raises
    ------
    InputProblems
        The case has an error.
    Refusal
        The number of kwartalen cannot be planned, or the folder cannot be written there.
    """
    refuse(wanted)
    stopwatch = Stopwatch()
    with stopwatch.phase("read"):
        progress(say("phase_read", lang))
        case = read(wanted)
    keuzes = chosen(case, wanted.quarters, wanted.instroom)
    with stopwatch.phase("optimize"):
        progress(say("plan_solving", lang, count=keuzes.kwartalen))
        plan = planned(case, afstanden_of(case), keuzes)
    refuse_changed(case, wanted)
    with stopwatch.phase("report"):
        progress(say("phase_report", lang))
        folder = write_plan(Folder(case, keuzes, plan, wanted.out, wanted.overwrite), Runtime(stopwatch), lang)
    return Made(folder, case, keuzes, plan, case.scenario.gap)


def read(wanted: Wanted) -> Case:
    """Read the case; who comes is divided as those who wait, so that somebody must wait."""
    with case_folder(wanted.case, wanted.example) as folder:
        case, _ = read_case(folder, wanted.scenario)
    refuse_nobody(case)
    return case


def refuse_nobody(case: Case) -> None:
    """Refuse a case in which nobody waits: nothing says who comes."""
    if not case.huishoudens:
        raise Refusal("plan_nobody")


def refuse_changed(case: Case, wanted: Wanted) -> None:
    """Refuse to write a plan beside files that no longer are the ones it was made from."""
    if wanted.case is not None and (found := changed(case, wanted.case, wanted.scenario)):
        raise Refusal("input_changed", found=", ".join(found))


def refuse(wanted: Wanted) -> None:
    """Refuse what can be refused before reading."""
    if wanted.quarters is not None and not 1 <= wanted.quarters <= MOST:
        raise Refusal("plan_quarters", found=wanted.quarters, most=MOST)
    if wanted.scenario is not None and not wanted.scenario.is_file():
        raise Refusal("no_file", found=wanted.scenario)
    out = wanted.out
    refuse_inside(out, wanted.case, wanted.scenario)
    if (out.exists() or out.is_symlink()) and not wanted.overwrite:
        raise Refusal("run_exists", found=out)
    if out.exists() and (out.is_symlink() or not (out / NAME).is_file()):
        raise Refusal("not_a_plan", found=out)


def chosen(case: Case, quarters: int | None, instroom: Niveau) -> Plankeuzes:
    """Give the choices of the scenario, with the number of kwartalen and the inflow of the command line."""
    count = quarters or case.plan.kwartalen or KWARTALEN
    keuzes = Plankeuzes(count, case.plan.regime, case.plan.waarden, case.plan.hefbomen)
    if instroom == "basis":
        return keuzes
    level = keuzes.waarden.get(f"instroom.{instroom}", plan_values()[f"instroom.{instroom}"].waarde)
    base = keuzes.waarden.get("instroom.factor", 1.0)
    lever = Hefboom(f"instroom {instroom}", "instroom.factor", level * base)
    return Plankeuzes(count, keuzes.regime, keuzes.waarden, (lever, *keuzes.hefbomen))


def afstanden_of(case: Case) -> Afstanden:
    """Measure from every opvanglocatie to every gemeente of the case."""
    return distances(case.opvanglocaties, tuple(g.gemeentecode for g in case.gemeenten))


def planned(case: Case, afstanden: Afstanden, keuzes: Plankeuzes) -> Planuitkomst:
    """Solve one plan."""
    kwartalen = next_quarters(case.scenario.kwartaal, keuzes.kwartalen or KWARTALEN)
    program = plan_program(outlook(case, afstanden, series(keuzes, kwartalen)))
    return outcome(program, solve_plan(program))


@dataclass(frozen=True, slots=True)
class Folder:
    """What is written, and where."""

    case: Case
    keuzes: Plankeuzes
    plan: Planuitkomst
    out: Path
    overwrite: bool
    warnings: Sequence[Problem] = ()


def write_plan(asked: Folder, runtime: Runtime, lang: Lang) -> Path:
    """Write the folder of a plan, whole or not at all."""
    frames = plan_frames(asked.case, asked.plan, lang)
    files: dict[str, str | bytes] = {f"{name}.csv": plan_csv(frame) for name, frame in frames.items()}
    files["plan.xlsx"] = book_of(asked, frames, lang)
    files[PAGE] = plan_page(asked.case, asked.keuzes, asked.plan, lang)
    manifest = plan_json(asked.case, asked.keuzes, asked.plan, runtime, files, {})
    return write_run(asked.out, {**files, NAME: manifest}, asked.overwrite, lang, marker=NAME)


def book_of(asked: Folder, frames: dict[str, pd.DataFrame], lang: Lang) -> bytes:
    """Write the workbook of a plan."""
    return plan_book(asked.case, asked.keuzes, asked.plan, frames, lang)


def show_plan(made: Made, lang: Lang, *, as_json: bool) -> None:
    """Print the figures that a planner looks for first."""
    plan = made.plan
    if as_json:
        numbers = {"value": plan.waarde, "bound": plan.ondergrens, "proven_gap": plan.marge, "proven": made.proven}
        print_json({"out": str(made.folder), "kwartalen": len(plan.kwartalen), **numbers})
        return
    rows = [(say("plan_span", lang), span(plan)), *summary(plan, lang)]
    print_rows([*rows, (say("plan_gap", lang), percent_up(plan.marge, lang))])
    for text in reservations(made.keuzes, plan, lang):
        print(text)
    print(say("plan_written", lang, found=made.folder))
