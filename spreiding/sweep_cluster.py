"""Items run by the workers of a dask cluster: the same function, on machines that see the same folders."""

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from spreiding.mistakes import SOLVER_FAILED
from spreiding.refusal import Refusal
from spreiding.sweep_items import Item, Outcome, run_item
from spreiding.sweep_pool import killed
from spreiding.words import say

SECONDS = 10
"""How long a scheduler may take to answer [s]."""


def clustered(items: Sequence[Item], out: Path, address: str) -> Iterator[Outcome]:
    """Hand items to a scheduler, and give each outcome as it comes.

    A worker that is lost loses only what it had in hand: the scheduler gives that to another, which leaves alone what
    stands there whole already.

    Raises
    ------
    Refusal
        The extra is not installed, or nobody answers there.
    """
    if find_spec("distributed") is None:
        raise Refusal("sweep_no_distributed")
    from distributed import Client, as_completed  # noqa: PLC0415  an extra, which few have

    try:
        client: Any = Client(address, timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise Refusal("sweep_no_cluster", found=address, why=error) from error
    with client:
        futures = {
            client.submit(run_item, item, out.absolute(), key=f"spreiding-{item.key}", pure=False): item
            for item in items
        }
        for future in as_completed(futures, loop=client.loop):
            yield _outcome(future, futures[future])
            future.release()


def _outcome(future: Any, item: Item) -> Outcome:
    """Give what came of an item; where no worker lived to tell, say so."""
    from distributed import KilledWorker  # noqa: PLC0415  as above

    try:
        outcome = future.result()
    except KilledWorker:
        return killed(item)
    except Exception as error:  # noqa: BLE001  a worker may fail before it runs anything of ours
        told = say("sweep_worker", item.lang, found=f"{type(error).__name__}: {error}"[:200])
        return Outcome(item.key, "mislukt", 0.0, told, SOLVER_FAILED)
    assert isinstance(outcome, Outcome)
    return outcome
