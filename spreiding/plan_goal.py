"""A sufficiency test or a build plan from start to end: read the case, solve, write its folder, tell what it says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any

import pandas as pd

from inputs.case import Case
from inputs.horizon import Plankeuzes, next_quarters, series
from optimizer.horizon.goal import MET, Doel, Doelprogramma, goal_program
from optimizer.horizon.least import as_solved, reach
from optimizer.horizon.outcome import outcome
from optimizer.horizon.outlook import Outlook, outlook
from optimizer.horizon.reached import Bereikt, Proef
from optimizer.horizon.result import Planuitkomst
from optimizer.horizon.sufficiency import end_levers, missing, per_gemeente, shown, tried
from reports.horizon.build_plan import build_frames
from reports.horizon.goal_book import goal_book, goal_csv
from reports.horizon.goal_words import build_told, sufficiency_told
from reports.horizon.manifest import NAME, plan_json
from reports.horizon.sufficiency import sufficiency_frames
from reports.run_folder import write_run
from reports.source import title
from reports.words import words
from spreiding.output import print_json
from spreiding.plan import Wanted, afstanden_of, chosen, read, refuse, refuse_changed
from spreiding.progress import Progress
from spreiding.refusal import Refusal
from spreiding.runtime import Runtime, Stopwatch
from spreiding.words import Lang, say

GOAL_BOOK = {"toets": "toets.xlsx", "bouwplan": "convenant_bijlage.xlsx"}
"""Workbook of each kind."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A test over ``toets`` kwartalen, or a build plan for a goal.

    Attributes
    ----------
    wachttijd : bool
        Whether what is got without priority counts in the test.
    """

    toets: int | None = None
    wachttijd: bool = False
    doel: Doel | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What is done: its folder, its sentences and its numbers."""

    folder: Path
    texts: Sequence[str]
    numbers: Mapping[str, Any]
    proven: bool


@dataclass(frozen=True, slots=True)
class Result:
    """What is written: a plan, tables, sentences and numbers."""

    keuzes: Plankeuzes
    plan: Planuitkomst
    frames: Mapping[str, pd.DataFrame]
    texts: Sequence[str]
    numbers: Mapping[str, Any]
    proven: bool


def goal_of(text: str) -> Doel:
    """Read a goal: ``weken14``, or ``uitstroom=`` with persons in each kwartaal.

    Raises
    ------
    Refusal
        It is neither.

    >>> goal_of("uitstroom=250").personen
    250.0
    """
    name, _, number = text.partition("=")
    if text == "weken14":
        return Doel()
    if name == "uitstroom" and number.isascii() and number.isdigit() and 0 < int(number) <= 10_000_000:
        return Doel("uitstroom", float(number))
    raise Refusal("plan_goal", found=text)


def make_goal(wanted: Wanted, asked: Asked, lang: Lang, progress: Progress) -> Told:
    """Make one test or build plan; nothing is written before every input is found good."""
    refuse(wanted)
    stopwatch = Stopwatch()
    with stopwatch.phase("read"):
        progress(say("phase_read", lang))
        case = read(wanted)
    keuzes = chosen(case, wanted.quarters, wanted.instroom)
    with stopwatch.phase("optimize"):
        progress(say("plan_solving", lang, count=keuzes.kwartalen))
        made = _tested(case, keuzes, asked, lang, progress) if asked.doel is None else _built(case, keuzes, asked, lang)
    refuse_changed(case, wanted)
    kind = "toets" if asked.doel is None else "bouwplan"
    with stopwatch.phase("report"):
        progress(say("phase_report", lang))
        files: dict[str, str | bytes] = {f"{name}.csv": goal_csv(frame) for name, frame in made.frames.items()}
        heading = words(lang)(f"plan_{kind}.titel", naam=title(case))
        files[GOAL_BOOK[kind]] = goal_book(case, made.keuzes, heading, made.texts, made.frames, lang)
        more = {"soort": kind, "certificate": made.numbers}
        manifest = plan_json(case, made.keuzes, made.plan, Runtime(stopwatch), files, more)
        folder = write_run(wanted.out, {**files, NAME: manifest}, wanted.overwrite, lang, marker=NAME)
    return Told(folder, made.texts, made.numbers, made.proven)


def _quarters(case: Case, keuzes: Plankeuzes) -> tuple[str, ...]:
    """List the kwartalen of the plan."""
    assert keuzes.kwartalen is not None
    return next_quarters(case.scenario.kwartaal, keuzes.kwartalen)


def _tested(case: Case, keuzes: Plankeuzes, asked: Asked, lang: Lang, progress: Progress) -> Result:
    """Test from when the priority can end."""
    kwartalen, n = _quarters(case, keuzes), asked.toets or 0
    if not 1 <= n <= len(kwartalen):
        raise Refusal("plan_toets_quarters", found=n, most=len(kwartalen))
    base, afstanden = series(keuzes, kwartalen), afstanden_of(case)

    def ended(first: int) -> Plankeuzes:
        return keuzes.erbij(*end_levers(base, first, wachttijd=asked.wachttijd))

    def look(first: int) -> Outlook:
        progress(say("plan_toets_trying", lang, found=kwartalen[first]))
        return outlook(case, afstanden, series(ended(first), kwartalen))

    proeven = tried(look, len(kwartalen), n)
    best = shown(proeven)
    plan = outcome(best.program.plan, as_solved(best.bereikt))
    numbers = {
        "toets": n,
        "wachttijd": asked.wachttijd,
        "earliest": kwartalen[best.eerste] if best.gehaald else None,
        "shown": kwartalen[best.eerste],
        "short": float(best.bereikt.short.sum()),
        "short_bound": best.bereikt.short_bound,
        "verdicts": {kwartalen[p.eerste]: p.oordeel for p in proeven},
    }
    last = best.program.doel.kwartalen(len(kwartalen))[-1]
    gemist = missing(best.program, best.bereikt, [last])
    frames = sufficiency_frames(case, proeven, per_gemeente(best), gemist, lang, held=best.gehaald)
    texts = sufficiency_told(proeven, best, lang, wachttijd=asked.wachttijd)
    return Result(ended(best.eerste), plan, frames, texts, numbers, _settled(proeven))


def _settled(proeven: Sequence[Proef]) -> bool:
    """Say whether the earliest kwartaal is proved: every verdict before it is."""
    for proef in proeven:
        if proef.oordeel != "niet":
            return proef.gehaald
    return True


def _built(case: Case, keuzes: Plankeuzes, asked: Asked, lang: Lang) -> Result:
    """Make a build plan."""
    assert asked.doel is not None
    look = outlook(case, afstanden_of(case), series(keuzes, _quarters(case, keuzes)))
    program = goal_program(look, asked.doel)
    reached = reach(program, fewest=True)
    plan = outcome(program.plan, as_solved(reached))
    numbers = {
        "goal": asked.doel.soort,
        "persons": asked.doel.personen,
        "homes": reached.homes,
        "homes_bound": reached.homes_bound,
        "short": float(reached.short.sum()),
        "short_bound": reached.short_bound,
    }
    at = [t for t in asked.doel.kwartalen(look.count) if reached.short[t] >= MET]
    frames = build_frames(case, program, reached, plan, missing(program, reached, at), lang)
    return Result(keuzes, plan, frames, build_told(program, reached, lang), numbers, _close(program, reached, case))


def _close(program: Doelprogramma, reached: Bereikt, case: Case) -> bool:
    """Say whether homes and shortfall are within the gap of the scenario, one home or half a person aside."""
    gap, count = case.scenario.gap, len(program.doel.kwartalen(program.plan.look.count))
    least = ceil(reached.homes_bound - MET / 100)
    homes = reached.homes - least <= max(gap * reached.homes, 1.0)
    short = float(reached.short.sum())
    return homes and short - reached.short_bound <= max(gap * short, MET * count)


def show_goal(made: Told, lang: Lang, *, as_json: bool) -> None:
    """Print what is found."""
    if as_json:
        print_json({"out": str(made.folder), **made.numbers, "proven": made.proven})
        return
    for text in made.texts:
        print(text)
    print(say("plan_written", lang, found=made.folder))
