"""The commands that a sweep can run; another one is one entry here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from reports.sweep_figures import Figures, solve_figures, solve_whole
from spreiding.words import Lang


@dataclass(frozen=True, slots=True)
class Asked:
    """One run of a sweep: where case and choices stand, where the run folder goes, and how much it holds."""

    case: Path
    scenario: Path
    folder: Path
    light: bool
    time_limit: float
    lang: Lang


@dataclass(frozen=True, slots=True)
class Task:
    """A command.

    Attributes
    ----------
    run : callable
        Runs it; its folder appears whole or not at all.
    whole : callable
        Tells whether the folder is there as the run wrote it.
    figures : callable
        Reads from the folder what the sweep tells of it.
    """

    run: Callable[[Asked], None]
    whole: Callable[[Path, Lang], bool]
    figures: Callable[[Path, Lang], Figures]


def solve(asked: Asked) -> None:
    """Solve a quarter as ``spreiding solve`` does; an item has one process, so one part is solved at a time."""
    from spreiding.run import Request, run  # noqa: PLC0415  the solver is loaded where something is solved

    run(
        Request(
            asked.case,
            "",
            asked.scenario,
            asked.folder,
            boundaries=None,
            gap=None,
            time_limit=asked.time_limit,
            overwrite=asked.folder.exists(),
            lang=asked.lang,
            workers=1,
            schematic=True,
            light=asked.light,
        ),
        lambda _: None,
    )


TASKS: Mapping[str, Task] = {"solve": Task(solve, solve_whole, solve_figures)}
"""Command to how it is run and read; the first is what a sweep does that names none."""
