"""Which errors are the planner's to put right, and what to say about them."""

import sys

from geodata.errors import GeodataError
from inputs.messages import render, render_all
from inputs.problems import InputProblems, Problem
from reports.publishing.errors import PublicationError
from reports.run_folder import RunFolderError
from spreiding.machine import machine_failed
from spreiding.refusal import Refusal, RefusedOffers
from spreiding.words import Lang, say

FEW = 5
"""Problems that a planner mends from the screen; with more, a workbook helps."""


def explain(error: Exception, lang: Lang) -> str | None:
    """Give what to tell the planner about an error; None: the mistake is ours and deserves its traceback."""
    if isinstance(error, InputProblems):
        return "\n".join([render_all(error.problems, lang), *_hints(error, lang)])
    if isinstance(error, GeodataError):
        return "\n".join(f"{say('error', lang)}: {line}" for line in error.render(lang))
    if solver_failed(error):
        return f"{say('error', lang)}: {say('solver_failed', lang, found=error)}"
    if isinstance(error, RunFolderError):
        return f"{say('error', lang)}: {error}"
    if isinstance(error, PublicationError):
        return f"{say('error', lang)}: {error.render(lang)}"
    return error.render(lang) if isinstance(error, Refusal) else machine_failed(error, lang)


def _hints(error: InputProblems, lang: Lang) -> list[str]:
    """Say what helps with problems, where something does."""
    if isinstance(error, RefusedOffers):
        return [say("offers_hint", lang)]
    return [say("problems_hint", lang)] if len(error.problems) > FEW and not error.in_book else []


def check_failed(error: Exception) -> bool:
    """Tell whether what stands in a folder is not what it should be, so that asking otherwise does not help."""
    return isinstance(error, PublicationError) and error.failed


def solver_failed(error: Exception) -> bool:
    """Tell whether a solver gave no usable answer; without loading one for an error that came before it."""
    highs = sys.modules.get("optimizer.highs")
    return highs is not None and isinstance(error, highs.SolverError)


def run_changed(error: Exception) -> bool:
    """Tell whether a run folder is not as the run wrote it; without loading its reader for another error."""
    reader = sys.modules.get("reports.run_reader")
    return reader is not None and isinstance(error, reader.ChangedRunError)


def as_content(error: Exception, lang: Lang) -> dict[str, object]:
    """Give the same for a program, with the place of every problem."""
    if isinstance(error, InputProblems):
        return {"problems": [_problem(problem, lang) for problem in error.problems]}
    return {"problems": [{"text": explain(error, lang)}]}


def _problem(problem: Problem, lang: Lang) -> dict[str, object]:
    return {
        "code": str(problem.code),
        "level": problem.level,
        "bestand": problem.bestand,
        "regel": problem.regel,
        "kolom": problem.kolom,
        "gevonden": problem.gevonden,
        "text": render(problem, lang),
    }
