"""The only place in the optimizer that looks at a clock: how long a phase took, when a run must stop."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class Progress(Protocol):
    """Takes what a run is doing now, as a key and numbers; words belong to the command line."""

    def __call__(self, key: str, **numbers: float) -> None:
        """Show one step."""


def no_progress(key: str, **numbers: float) -> None:
    """Show nothing."""


class Clock:
    """Times phases and guards the wall-clock limit, which is a safety net: the search is bounded by counted work.

    Attributes
    ----------
    seconds : dict
        Wall time of each phase [s].
    expired : bool
        Whether the limit was met; then the run cannot be repeated to the byte.
    """

    def __init__(self, limit: float) -> None:
        self.seconds: dict[str, float] = {}
        self.expired = False
        self._end = time.monotonic() + limit

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Add the time spent inside to a phase [s]."""
        begin = time.monotonic()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.monotonic() - begin

    def left(self) -> float:
        """Give the time left until the limit, and note when there is none [s]."""
        rest = self._end - time.monotonic()
        self.expired = self.expired or rest <= 0
        return max(rest, 0.0)
