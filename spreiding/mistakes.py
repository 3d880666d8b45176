"""How a command ends: its exit codes, and a planner's mistake told in words."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from spreiding.words import Lang, say

DONE, INPUT_ERROR, NOT_PROVEN, CHECK_FAILED, SOLVER_FAILED, INTERRUPTED = 0, 2, 3, 4, 5, 130
"""Exit codes; 1 is left to mistakes of our own, with their traceback."""


@contextmanager
def planners_mistakes(lang: Lang, *, as_json: bool = False, interrupted: str = "interrupted") -> Iterator[None]:
    """Turn a mistake that the planner can put right into words and exit code 2; check fails: 4, solver fails: 5."""
    try:
        yield
    except KeyboardInterrupt:
        print(say(interrupted, lang), file=sys.stderr)
        raise typer.Exit(INTERRUPTED) from None
    except Exception as error:
        from spreiding.explain import as_content, check_failed, explain, run_changed, solver_failed
        from spreiding.machine import short_of_memory
        from spreiding.output import print_json

        text = explain(error, lang)
        if text is None:
            raise
        print(text, file=sys.stderr)
        if as_json:
            print_json(as_content(error, lang))
        failed = CHECK_FAILED if any(test(error) for test in (check_failed, run_changed)) else INPUT_ERROR
        raise typer.Exit(SOLVER_FAILED if solver_failed(error) or short_of_memory(error) else failed) from None
