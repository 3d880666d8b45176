"""Tells on stderr what a run is doing: one moving line on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Protocol

from rich.console import Console
from rich.markup import escape


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


def _plain_lines() -> Progress:
    start = perf_counter()

    def write(text: str) -> None:
        print(f"[{perf_counter() - start:5.0f} s] {text}", file=sys.stderr, flush=True)

    return write
