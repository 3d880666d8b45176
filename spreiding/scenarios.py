"""Scenarios side by side from start to end: read each, solve each with its draws, write the folder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from inputs.file_names import shown
from inputs.horizon import Plankeuzes
from inputs.horizon_file import MOST
from inputs.read import read_case
from inputs.unchanged import changed
from reports.horizon.compared import Scenario, compared_at
from reports.horizon.compared_book import compared_book
from reports.horizon.compared_manifest import NAME, compared_json
from reports.horizon.compared_page import PAGE, answer, compared_page
from reports.horizon.compared_tables import TEXT, compared_frames
from reports.horizon.figures import FIGURES
from reports.horizon.tables import plan_csv
from reports.horizon.view import View
from reports.run_folder import write_run
from reports.words import words
from spreiding.case_folder import case_folder
from spreiding.output import print_json, print_rows
from spreiding.places import refuse_inside
from spreiding.plan import afstanden_of, refuse_nobody
from spreiding.progress import Progress
from spreiding.refusal import Refusal
from spreiding.runtime import Runtime, Stopwatch
from spreiding.scenario_item import Item, Solved, Source
from spreiding.scenario_pool import solve_items
from spreiding.words import Lang, say

MOST_SCENARIOS, MOST_DRAWS = 12, 1000
"""Most scenarios side by side [scenarios], and most draws around each [draws]."""
SHOWN = ("wachtend", "bezetting", "startvertraging", "score", "wachtend_kinderen", "netto")
"""Figures that are printed."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the planner asks for on the command line.

    Attributes
    ----------
    scenarios : tuple of Path
        Files with choices; none: those of the case itself.
    draws, seed : int
        Draws around each scenario [draws], and the number that they follow from.
    """

    case: Path | None
    example: str
    scenarios: tuple[Path, ...]
    quarters: int
    draws: int
    seed: int
    workers: int
    out: Path
    overwrite: bool


@dataclass(frozen=True, eq=False)
class Made:
    """Scenarios that are done: their folder, and what they say."""

    folder: Path
    scenarios: tuple[Scenario, ...]

    @property
    def proven(self) -> bool:
        """Whether the proved gap of every scenario is within its own."""
        return all(s.plan.marge <= s.case.scenario.gap for s in self.scenarios)


def make_scenarios(wanted: Wanted, lang: Lang, progress: Progress) -> Made:
    """Solve scenarios and their draws; nothing is written before every input is found good.

    Raises
    ------
    InputProblems
        A scenario has an error.
    Refusal
        What is asked cannot be done, or the folder cannot be written there.
    """
    refuse(wanted)
    stopwatch = Stopwatch()
    with stopwatch.phase("read"):
        progress(say("phase_read", lang))
        sources = read_sources(wanted, lang)
    items = [Item(n, draw, wanted.seed) for draw in range(wanted.draws + 1) for n in range(len(sources))]
    with stopwatch.phase("optimize"):
        solved = solve_items(sources, items, wanted.workers, lambda done: progress(_step(done, len(items), lang)))
    _refuse_changed(wanted, sources)
    scenarios = gathered(sources, solved)
    with stopwatch.phase("report"):
        progress(say("phase_report", lang))
        files = written(scenarios, lang)
        manifest = compared_json(scenarios, Runtime(stopwatch), files, wanted.seed)
        folder = write_run(wanted.out, {**files, NAME: manifest}, wanted.overwrite, lang, marker=NAME)
    return Made(folder, scenarios)


def _step(done: int, count: int, lang: Lang) -> str:
    """Say how many plans are solved."""
    return say("scenarios_step", lang, done=done, count=count)


def refuse(wanted: Wanted) -> None:
    """Refuse what can be refused before reading."""
    for key, found, least, most in (
        ("plan_quarters", wanted.quarters, 1, MOST),
        ("scenarios_count", len(wanted.scenarios), 0, MOST_SCENARIOS),
        ("scenarios_draws", wanted.draws, 0, MOST_DRAWS),
        ("scenarios_seed", wanted.seed, 0, 2**63 - 1),
        ("scenarios_workers", wanted.workers, 1, 256),
    ):
        if not least <= found <= most:
            raise Refusal(key, found=found, most=most)
    for path in wanted.scenarios:
        if not path.is_file():
            raise Refusal("no_file", found=path)
    names = [name_of(path) for path in wanted.scenarios]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise Refusal("scenarios_names", found=", ".join(twice))
    out = wanted.out
    refuse_inside(out, wanted.case, *wanted.scenarios)
    if (out.exists() or out.is_symlink()) and not wanted.overwrite:
        raise Refusal("run_exists", found=out)
    if out.exists() and (out.is_symlink() or not (out / NAME).is_file()):
        raise Refusal("not_scenarios", found=out)


def name_of(path: Path) -> str:
    """Give the name of a scenario: that of its file, without what stands behind the last point."""
    return shown(path).rpartition(".")[0] or shown(path)


def read_sources(wanted: Wanted, lang: Lang) -> list[Source]:
    """Read every scenario with the tables of the case."""
    found = list[Source]()
    with case_folder(wanted.case, wanted.example) as folder:
        for path in wanted.scenarios or (None,):
            case, _ = read_case(folder, path)
            refuse_nobody(case)
            name = name_of(path) if path else words(lang)("scenario_pagina.eigen")
            keuzes = Plankeuzes(wanted.quarters, case.plan.regime, case.plan.waarden, case.plan.hefbomen)
            found.append(Source(name, case, afstanden_of(case), keuzes))
    begins = sorted({source.case.scenario.kwartaal for source in found})
    if len(begins) > 1:
        raise Refusal("scenarios_begin", found=", ".join(begins))
    return found


def _refuse_changed(wanted: Wanted, sources: Sequence[Source]) -> None:
    """Refuse to write when a file was changed since it was read."""
    if wanted.case is None:
        return
    for path, source in zip(wanted.scenarios or (None,), sources, strict=True):
        if found := changed(source.case, wanted.case, path):
            raise Refusal("input_changed", found=", ".join(found))


def gathered(sources: Sequence[Source], solved: Sequence[Solved]) -> tuple[Scenario, ...]:
    """Put the draws of each scenario beside its own plan, in the order of their numbers."""
    found = list[Scenario]()
    for n, source in enumerate(sources):
        own = sorted((s for s in solved if s.item.scenario == n), key=lambda s: s.item.trekking)
        first, rest = own[0], own[1:]
        assert first.plan is not None
        found.append(
            Scenario(
                source.naam,
                source.case,
                source.keuzes,
                first.plan,
                first.figures,
                tuple(s.draw for s in rest),
                tuple(s.figures for s in rest),
            )
        )
    return tuple(found)


def written(scenarios: Sequence[Scenario], lang: Lang) -> dict[str, str | bytes]:
    """Write every file of the folder but its manifest."""
    frames = compared_frames(scenarios, lang)
    files: dict[str, str | bytes] = {
        f"{name}.csv": plan_csv(frame, TEXT) for name, frame in frames.items() if not frame.empty
    }
    return {**files, "scenarios.xlsx": compared_book(scenarios, frames, lang), PAGE: compared_page(scenarios, lang)}


def show_scenarios(made: Made, lang: Lang, *, as_json: bool) -> None:
    """Print the figures that a planner looks for first, side by side."""
    first = made.scenarios[0]
    view, at = View(first.case, first.keuzes, first.plan, lang), compared_at(made.scenarios)
    if as_json:
        print_json(
            {"out": str(made.folder), "proven": made.proven, "scenarios": [_numbers(s, at) for s in made.scenarios]}
        )
        return
    told = words(lang)
    rows = [
        (
            told(f"scenario_maat.{name}"),
            "; ".join(
                f"{s.naam} {s.kwartalen[t]}: {view.n(s.figures[name][t], FIGURES[name].decimalen)}"
                for t in at
                for s in made.scenarios
            ),
        )
        for name in SHOWN
    ]
    print(answer(made.scenarios, view))
    print_rows(rows)
    print(say("scenarios_written", lang, found=made.folder))


def _numbers(scenario: Scenario, at: Sequence[int]) -> Mapping[str, object]:
    """Give the figures of a scenario for a program."""
    figures = {name: {scenario.kwartalen[t]: scenario.figures[name][t] for t in at} for name in FIGURES}
    return {"name": scenario.naam, "proven_gap": scenario.plan.marge, "figures": figures}
