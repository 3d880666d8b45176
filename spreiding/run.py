"""One run from start to end: read the case, place it on the map, decide, write the run folder."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from geodata.distances import distances
from geodata.geography import Geography
from inputs.case import Afstanden, Case, begin
from inputs.facts import gemeenten_2026
from inputs.groups import read_groups
from inputs.problems import InputProblems, Problem
from inputs.read import read_case
from inputs.refused import refused_settings
from inputs.unchanged import changed
from optimizer.allocate import allocate
from optimizer.explanation import Wishes
from optimizer.prices import MOST
from optimizer.reference import Reference, TooManyColumnsError, allocate_readable
from optimizer.result import Allocation
from reports.run import write_reports
from reports.run_folder import MANIFEST, run_files
from spreiding.borders import borders
from spreiding.case_folder import case_folder
from spreiding.export import export, refuse_export
from spreiding.machine import room_for_threads
from spreiding.options import EngineName
from spreiding.places import refuse_inside, refuse_own_files
from spreiding.progress import Progress, step
from spreiding.refusal import Refusal
from spreiding.remarks import about_borders, about_quarter
from spreiding.runtime import Runtime, Stopwatch, today
from spreiding.words import Lang, say


@dataclass(frozen=True, slots=True)
class Model:
    """Which engine decides, whether a large readable model is tried all the same, and where the model is written."""

    engine: EngineName = "matrix"
    force: bool = False
    write_lp: Path | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """What the planner asks for on the command line.

    Attributes
    ----------
    case : Path, optional
        Folder with the tables; none: the embedded example.
    gap : float, optional
        Proved relative gap at which the search may stop [1]; none: the one of the scenario.
    time_limit : float
        Safety net on the search [s].
    workers : int
        Processes that search at the same time [processes].
    per_goal : bool
        Whether to solve again without each goal.
    groups : Path, optional
        Analysis-only grouping to measure by; ``floor`` also solves again with a floor under each group.
    schematic : bool
        Whether the schematic map is drawn, also where borders were fetched.
    light : bool
        Whether map, workbook, files for a GIS and prices are left out.
    """

    case: Path | None
    example: str
    scenario: Path | None
    out: Path
    boundaries: Path | None
    gap: float | None
    time_limit: float
    overwrite: bool
    lang: Lang
    workers: int
    model: Model = Model()
    per_goal: bool = False
    groups: Path | None = None
    floor: bool = False
    schematic: bool = False
    light: bool = False


@dataclass(frozen=True, slots=True)
class Solved:
    """A run that is done: its folder, its plan, and what the reader of the case warned about."""

    folder: Path
    case: Case
    allocation: Allocation
    warnings: Sequence[Problem]
    remarks: Sequence[str] = ()


def run(request: Request, progress: Progress) -> Solved | None:
    """Do one run; nothing is written before every input is found good. None: only the model was asked for."""
    refuse_impossible(request)
    stopwatch = Stopwatch()
    with stopwatch.phase("read"), case_folder(request.case, request.example) as folder:
        progress(say("phase_read", request.lang))
        case, warnings = read(folder, request)
        wishes = wanted(case, request)
    with stopwatch.phase("geodata"):
        progress(say("phase_geodata", request.lang))
        geography, afstanden, told = locate(case, request)
    if request.model.write_lp is not None:
        if not case.huishoudens:
            raise Refusal("no_model", found=request.model.write_lp)
        progress(say("phase_export", request.lang))
        export(case, afstanden, request.model.write_lp)
    if request.model.engine == "geen":
        return None
    with stopwatch.phase("optimize"):
        progress(say("phase_optimize", request.lang))
        allocation = decide(case, afstanden, request, progress, wishes)
        refuse_changed(case, request)
    with stopwatch.phase("report"):
        progress(say("phase_report", request.lang))
        runtime = Runtime(stopwatch)
        folder = write_reports(
            case,
            allocation,
            geography,
            request.out,
            runtime,
            request.lang,
            overwrite=request.overwrite,
            problems=warnings,
            remarks=told,
            light=request.light,
        )
    remarks = (*about_quarter(case, today(), request.lang), *about_borders(geography, request.lang))
    return Solved(folder, case, allocation, warnings, remarks)


def refuse_impossible(request: Request) -> None:
    """Refuse what can be refused before reading: numbers out of range, places that do not exist or are taken."""
    if request.gap is not None and not 0 < request.gap <= 1:
        raise Refusal("gap_range", found=request.gap)
    if not request.time_limit > 0:
        raise Refusal("time_limit_range", found=request.time_limit)
    if request.workers < 1:
        raise Refusal("at_least_one", option="--processen", found=request.workers)
    if request.floor and request.groups is None:
        raise Refusal("floor_without_groups")
    if request.groups is not None and not request.groups.is_file():
        raise Refusal("no_file", found=request.groups)
    if request.scenario is not None:
        _refuse_scenario(request.scenario)
    if request.model.write_lp is not None:
        refuse_export(request.model.write_lp, overwrite=request.overwrite)
    if request.model.engine == "geen" and request.model.write_lp is None:
        raise Refusal("engine_none")
    if request.model.engine != "geen":
        _refuse_taken(request.out, overwrite=request.overwrite)
        refuse_inside(request.out, request.case, request.scenario, request.groups, request.boundaries)


def _refuse_scenario(scenario: Path) -> None:
    """Refuse choices that are not there, or in a format that guesses."""
    if not scenario.is_file():
        raise Refusal("no_file", found=scenario)
    no_toml = refused_settings(scenario)
    if no_toml is not None:
        raise InputProblems([no_toml])


def _refuse_taken(out: Path, *, overwrite: bool) -> None:
    """Refuse a place that holds something else than a run that may be replaced, or that cannot be written to."""
    taken = out.exists() or out.is_symlink()
    if taken and not overwrite:
        raise Refusal("run_exists", found=out)
    if taken and (out.is_symlink() or not (out / MANIFEST).is_file()):
        raise Refusal("not_a_run", found=out)
    if taken:
        refuse_own_files(out, run_files(out))
    parent = next(place for place in out.absolute().parents if place.exists())
    if not (parent.is_dir() and os.access(parent, os.W_OK | os.X_OK)):
        raise Refusal("not_writable", found=out)


def read(folder: Path, request: Request) -> tuple[Case, Sequence[Problem]]:
    """Read the case; a gap on the command line takes the place of the scenario's."""
    case, warnings = read_case(folder, request.scenario)
    if request.gap is not None:
        case = replace(case, scenario=replace(case.scenario, gap=request.gap))
    return case, warnings


def refuse_changed(case: Case, request: Request) -> None:
    """Refuse to write a plan beside files that no longer are the ones it was made from."""
    if request.case is not None and (found := changed(case, request.case, request.scenario)):
        raise Refusal("input_changed", found=", ".join(found))


def locate(case: Case, request: Request) -> tuple[Geography, Afstanden, list[str]]:
    """Give the map of the whole country, whichever gemeenten the case has, the distances, and warnings on the map."""
    codes = tuple(gemeente.gemeentecode for gemeente in case.gemeenten)
    country = tuple(fact.gemeentecode for fact in gemeenten_2026())
    jaar = begin(case.scenario.kwartaal).year
    geography, told = borders(request.boundaries, jaar, country, request.lang, schematisch=request.schematic)
    return geography, distances(case.opvanglocaties, codes), told


def wanted(case: Case, request: Request) -> Wishes:
    """Read what the planner wants explained; a grouping must name every household."""
    groups = None if request.groups is None else read_groups(request.groups, case)
    missing = [] if groups is None else groups.missing(case)
    if missing:
        raise Refusal("groups_missing", found=missing[0], count=len(missing))
    prices = 0 if request.light else MOST
    return Wishes(prices, per_goal=request.per_goal, groups=groups, floor=request.floor)


def decide(case: Case, afstanden: Afstanden, request: Request, progress: Progress, wishes: Wishes) -> Allocation:
    """Give the plan with its proof, by the engine that is asked for."""

    def tell(key: str, **numbers: float) -> None:
        progress(step(key, request.lang, **numbers))

    gap, limit, engine = case.scenario.gap, request.time_limit, request.model.engine
    if engine in {"matrix", "geen"} or not case.huishoudens:
        workers = request.workers if room_for_threads() else 1
        return allocate(case, afstanden, gap=gap, time_limit=limit, progress=tell, workers=workers, wishes=wishes)
    if case.scenario.doelen != "wisselkoersen":
        raise Refusal("engine_order", found=engine)
    reference = Reference("cbc" if engine == "cbc" else "pulp", request.model.force)
    try:
        return allocate_readable(case, afstanden, gap=gap, time_limit=limit, progress=tell, reference=reference)
    except TooManyColumnsError as error:
        raise Refusal("engine_large", found=engine, columns=error.columns, most=error.most) from error
