"""How far a sweep is: a bar with the time left on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from reports.numbers import number
from spreiding.progress import progress_on_stderr
from spreiding.words import Lang, say

Tell = Callable[[int], None]
"""Takes how many items are done [items]."""
MINUTE, HOUR = 60, 3600


@contextmanager
def sweep_progress(total: int, there: int, lang: Lang) -> Iterator[Tell]:
    """Give what tells how far a sweep is; ``there`` items were done before it began."""
    start = perf_counter()

    def left(done: int) -> str:
        return time_left(perf_counter() - start, done - there, total - done, lang)

    if not sys.stderr.isatty():
        with progress_on_stderr() as progress:
            shown = {"total": number(total, lang)}
            yield lambda done: progress(say("sweep_at", lang, done=number(done, lang), left=left(done), **shown))
        return
    parts = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[left]}"))
    with Progress(*parts, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(say("sweep_bar", lang), total=total, left="")
        yield lambda done: bar.update(task, completed=done, left=left(done))


def time_left(seconds: float, done: int, left: int, lang: Lang) -> str:
    """Say how long the rest takes at the pace so far; nothing is known before the first is done.

    >>> time_left(30.0, 3, 12, "en"), time_left(30.0, 0, 12, "en"), time_left(3000.0, 1, 3, "nl")
    ('about 2 min left', '', 'nog ongeveer 2,5 uur')
    """
    if not done or not left:
        return ""
    rest = seconds / done * left
    if rest < MINUTE:
        return say("sweep_seconds", lang, n=number(max(rest, 1), lang))
    if rest < HOUR:
        return say("sweep_minutes", lang, n=number(rest / MINUTE, lang))
    return say("sweep_hours", lang, n=number(rest / HOUR, lang, 1))
