"""Parts of the work solved at the same time, or one after the other where one worker is asked."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


@contextmanager
def side_by_side(workers: int) -> Iterator[Callable[[Callable[[A], B], Iterable[A]], Iterator[B]]]:
    """Give a map over that many threads; one worker needs none, so that a lack of memory cannot stop one at its start.

    >>> with side_by_side(1) as each:
    ...     list(each(abs, [-1, 2]))
    [1, 2]
    """
    if workers == 1:
        yield map
        return
    with ThreadPoolExecutor(workers) as pool:
        yield pool.map
