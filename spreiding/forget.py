"""The command ``forget``: the planner reads what a run lost of its households, and what stays."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reports.forgetting import Forgotten, forget
from spreiding.output import print_json, print_rows
from spreiding.runtime import Stopwatch
from spreiding.words import Lang, say

WORKBOOK = "toewijzing.xlsx"
"""The file that held more than households."""


def forget_run(run: Path, lang: Lang, *, as_json: bool) -> None:
    """Let a run folder forget its households, and print what went."""
    with ctrl_c_waits():
        done = forget(run, Stopwatch().started, lang)
    if as_json:
        print_json(content(done))
        return
    if not (done.bestanden or done.velden):
        print(say("nothing_left", lang, found=run))
    else:
        parts = [f"{part} ({count})" for part, count in done.velden.items()]
        named = (("forgotten", done.bestanden), ("forgotten_parts", parts), ("forgotten_rest", done.rest))
        print_rows([(say(key, lang), ", ".join(names)) for key, names in named if names])
        if WORKBOOK in done.bestanden:
            print(say("forgotten_workbook", lang))
        print(say("forgotten_copies", lang))
    if done.vreemd:
        print(f"{say('forgotten_strange', lang)}: {', '.join(done.vreemd)}")


def content(done: Forgotten) -> dict[str, object]:
    """Give the same for a program."""
    return {
        "run": str(done.run),
        "forgotten": list(done.bestanden),
        "emptied": dict(done.velden),
        "kept": list(done.rest),
        "not_looked_into": list(done.vreemd),
    }


@contextmanager
def ctrl_c_waits() -> Iterator[None]:
    """Let Ctrl-C, and being asked to end, do nothing for the second that it takes.

    A folder half forgotten would be worse than one forgotten.
    """
    named = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, signal.SIG_IGN) for number in named}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
