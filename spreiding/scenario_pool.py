"""Items of scenarios are solved side by side in processes of this machine; their order does not touch the outcome."""

import copyreg
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from types import MappingProxyType
from typing import Any

from spreiding.processes import CONTEXT, begin_below, kill_below
from spreiding.scenario_item import Item, Solved, Source, solve_item

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
        kill_below()
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _solve(item: Item) -> Solved:
    """Solve an item of the scenarios that this process was given."""
    return solve_item(_SOURCES[item.scenario], item)


def _begin(sources: list[Source]) -> None:
    """Keep the scenarios in a process that begins."""
    begin_below()
    _SOURCES[:] = sources
    copyreg.pickle(MappingProxyType, _as_dict)


def _as_dict(
    mapping: "MappingProxyType[Any, Any]",
) -> tuple[Callable[..., "MappingProxyType[Any, Any]"], tuple[Any, ...]]:
    """Send a mapping that nobody may change to another process."""
    return _frozen, (dict(mapping),)


def _frozen(content: dict[Any, Any]) -> "MappingProxyType[Any, Any]":
    """Make it such a mapping again."""
    return MappingProxyType(content)
