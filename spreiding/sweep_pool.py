"""Items run side by side in processes of this machine; one that dies takes no other item with it."""

from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from spreiding.mistakes import SOLVER_FAILED
from spreiding.processes import CONTEXT, begin_below, kill_below
from spreiding.sweep_items import Item, Outcome, run_item
from spreiding.words import say


def pooled(items: Sequence[Item], out: Path, workers: int) -> Iterator[Outcome]:
    """Run items in so many processes, and give each outcome as it comes.

    When a process is killed, nobody knows which of the items in hand killed it: each of those is run once more by
    itself, and only one that dies then has failed.
    """
    waiting = deque(items)
    try:
        while waiting:
            for suspect in (yield from _together(waiting, out, workers)):
                yield _by_itself(suspect, out)
    except BaseException:  # Ctrl-C, or whoever asks for outcomes asks no more: nobody waits for what is in hand
        kill_below()
        raise


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=CONTEXT, initializer=begin_below)


def _together(waiting: deque[Item], out: Path, workers: int) -> Generator[Outcome, None, list[Item]]:
    """Take items from the row and run them, as many at a time as there are processes; give those in hand at a death."""
    busy: dict[Future[Outcome], Item] = {}
    pool = _pool(min(workers, len(waiting)))
    try:
        while waiting or busy:
            while waiting and len(busy) < workers:
                busy[pool.submit(run_item, waiting[0], out)] = waiting[0]
                waiting.popleft()
            done, _ = wait(busy, return_when=FIRST_COMPLETED)
            for future in done:
                outcome = future.result()
                del busy[future]
                yield outcome
    except BrokenProcessPool:
        return list(busy.values())
    finally:
        pool.shutdown(wait=not busy, cancel_futures=True)
    return []


def _by_itself(item: Item, out: Path) -> Outcome:
    """Run one item in a process of its own."""
    pool = _pool(1)
    try:
        return pool.submit(run_item, item, out).result()
    except BrokenProcessPool:
        return killed(item)
    finally:
        pool.shutdown(wait=False)


def killed(item: Item) -> Outcome:
    """Say of an item that the system ended its process: that mostly means too little memory."""
    return Outcome(item.key, "mislukt", 0.0, say("sweep_killed", item.lang), SOLVER_FAILED)
