"""Items of scenarios are solved side by side in processes of this machine; their order does not touch the outcome."""

import copyreg
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing.connection import wait as wait_for
from types import MappingProxyType
from typing import Any

from spreiding.scenario_item import Item, Solved, Source, solve_item

CONTEXT = multiprocessing.get_context("spawn")
"""A process begins anew: a solver that was used before a fork does not survive it."""
_SOURCES: list[Source] = []
"""The scenarios that this process was given."""

Done = Callable[[int], None]
"""Hears how many items are done."""


def solve_items(sources: Sequence[Source], items: Sequence[Item], workers: int, done: Done) -> list[Solved]:
    """Solve items in so many processes, and give them in the order asked."""
    if workers <= 1 or len(items) <= 1:
        found = list[Solved]()
        for item in items:
            found.append(solve_item(sources[item.scenario], item))
            done(len(found))
        return found
    copyreg.pickle(MappingProxyType, _as_dict)
    begin = (list(sources),)
    pool = ProcessPoolExecutor(min(workers, len(items)), mp_context=CONTEXT, initializer=_begin, initargs=begin)
    try:
        asked = [pool.submit(_solve, item) for item in items]
        for count, future in enumerate(as_completed(asked), start=1):
            future.result()
            done(count)
        return [future.result() for future in asked]
    except BaseException:
        for child in multiprocessing.active_children():
            child.kill()
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _solve(item: Item) -> Solved:
    """Solve an item of the scenarios that this process was given."""
    return solve_item(_SOURCES[item.scenario], item)


def _begin(sources: list[Source]) -> None:
    """Keep the scenarios, leave Ctrl-C to the process that asked, and end with it: also when it is killed."""
    _SOURCES[:] = sources
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    copyreg.pickle(MappingProxyType, _as_dict)
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch() -> None:
        wait_for([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _as_dict(
    mapping: "MappingProxyType[Any, Any]",
) -> tuple[Callable[..., "MappingProxyType[Any, Any]"], tuple[Any, ...]]:
    """Send a mapping that nobody may change to another process."""
    return _frozen, (dict(mapping),)


def _frozen(content: dict[Any, Any]) -> "MappingProxyType[Any, Any]":
    """Make it such a mapping again."""
    return MappingProxyType(content)
