"""Tells on stderr how far a download is: a bar on a terminal, plain lines elsewhere."""

import math
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn

from geodata.service import Tell
from reports.numbers import number
from spreiding.progress import progress_on_stderr
from spreiding.words import Lang, say


@contextmanager
def download_progress(lang: Lang) -> Iterator[Tell]:
    """Give an ear for a download that ends with the block."""
    if sys.stderr.isatty():
        with _bar(lang) as tell:
            yield tell
        return
    with progress_on_stderr() as progress:

        def lines(key: str, /, **numbers: float) -> None:
            if key != "download_bytes":
                progress(sentence(key, lang, **numbers))

        yield lines


def sentence(key: str, lang: Lang, **numbers: float) -> str:
    """Say a step in words; a number that the service does not tell is a question mark.

    >>> sentence("download_page", "en", pages=1, features=342, total=float("nan"))
    'page 1 came in: 342 of ? areas'
    """
    return say(key, lang, **{name: "?" if math.isnan(n) else number(n, lang) for name, n in numbers.items()})


@contextmanager
def _bar(lang: Lang) -> Iterator[Tell]:
    """Draw a bar of areas, with the bytes so far behind it."""
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[mb]:.1f} MB"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as drawn:
        task = drawn.add_task(escape(say("download_begin", lang)), total=None, mb=0.0)

        def tell(key: str, /, **numbers: float) -> None:
            if key == "download_bytes":
                drawn.update(task, mb=numbers["bytes"] / 1e6)
                return
            total = numbers.get("total", math.nan)
            text = escape(sentence(key, lang, **numbers))
            drawn.update(
                task, description=text, completed=numbers.get("features"), total=None if math.isnan(total) else total
            )

        yield tell
