"""Tells on stderr what a run is doing: one moving line on a terminal, plain lines elsewhere."""

import math
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Protocol

from rich.console import Console
from rich.markup import escape

from reports.numbers import number, percent_up
from spreiding.words import Lang, say

OFTEN = 50
"""Offer sheets between two lines of progress [workbooks]."""


class Progress(Protocol):
    """Takes one line of progress at a time."""

    def __call__(self, text: str) -> None:
        """Show what the run is doing now."""


@contextmanager
def progress_on_stderr() -> Iterator[Progress]:
    """Give a progress that ends with the block."""
    if sys.stderr.isatty():
        with _moving_line() as progress:
            yield progress
    else:
        yield _plain_lines()


@contextmanager
def _moving_line() -> Iterator[Progress]:
    with Console(stderr=True).status("") as status:
        yield lambda text: status.update(escape(text))


def offers_read(progress: Progress, lang: Lang) -> Callable[[int, int], None]:
    """Give what tells how many offer sheets were read, once for every ``OFTEN``."""

    def tell(done: int, total: int) -> None:
        if done % OFTEN == 0 or done == total:
            progress(say("offers_read", lang, done=number(done, lang), total=number(total, lang)))

    return tell


def step(key: str, lang: Lang, **numbers: float) -> str:
    """Say a step of the search in words; what is left to improve is rounded up, never shown too small.

    >>> step("search_round", "en", placed=5859, percent=13.841)
    'whole households: 5,859 placed, at most 13.85% left to improve'
    """
    return say(key, lang, **{name: _written(name, value, lang) for name, value in numbers.items()})


def _written(name: str, value: float, lang: Lang) -> str:
    if not math.isfinite(value):
        return "?"
    return percent_up(value / 100, lang) if name == "percent" else number(value, lang)


def _plain_lines() -> Progress:
    start = perf_counter()

    def write(text: str) -> None:
        print(f"[{perf_counter() - start:5.0f} s] {text}", file=sys.stderr, flush=True)

    return write
