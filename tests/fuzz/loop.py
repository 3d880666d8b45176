"""A plain seeded loop over mutated inputs, each within its time, for where no coverage guides the way."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from fuzz.mutator import mutate
from fuzz.targets import TARGETS, Answer

SECONDS = 10.0
"""Longest that an input may take [s]."""
SEEDS = 0.5
"""Part of the inputs that are made from a good one; the others from one that got an answer of its own [1]."""


@dataclass(frozen=True)
class Finding:
    """An input that was not answered as it must be."""

    target: str
    data: bytes
    why: str


def tried(name: str, data: bytes) -> Answer | Finding:
    """Try one input; give its answer, or what is wrong with it."""
    start = time.perf_counter()
    try:
        answer = TARGETS[name].run(data)
    except MemoryError:
        return Finding(name, data, "more memory than allowed")
    except Exception as error:  # noqa: BLE001  any exception is what is looked for
        return Finding(name, data, f"{type(error).__name__}: {error}")
    seconds = time.perf_counter() - start
    return Finding(name, data, f"{seconds:.1f} s") if seconds > SECONDS else answer


class Loop:
    """Mutated inputs of one target, the same for the same seed; an input with a new answer is mutated further.

    Attributes
    ----------
    before : callable
        Gets each input before it is tried: a parser that ends the whole process leaves nothing else behind.
    answers : set
        The answers that were met.
    """

    def __init__(self, name: str, seed: int, before: Callable[[bytes], object] = bytes) -> None:
        self.name, self.seeds, self.before, self.tries = name, TARGETS[name].seeds(), before, 0
        self.random = Random(seed)  # noqa: S311  no secret
        self.kept: list[bytes] = []
        self.answers: set[Answer] = set()

    def findings(self, most: int) -> Iterator[Finding]:
        """Try the good inputs and then as many others; give what is wrong."""
        for data in self.seeds if not self.tries else ():
            yield from self._learn(data)
        for _ in range(most):
            from_seed = not self.kept or self.random.random() < SEEDS
            start = self.random.choice(self.seeds if from_seed else self.kept)
            yield from self._learn(mutate(start, self.seeds, self.random))

    def _learn(self, data: bytes) -> Iterator[Finding]:
        """Try one input, and keep it where its answer is new."""
        self.before(data)
        self.tries += 1
        found = tried(self.name, data)
        if isinstance(found, Finding):
            yield found
        elif found not in self.answers:
            self.answers.add(found)
            self.kept.append(data)
