"""Whether all requirements can be met together, and if not, the smallest set found that cannot."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from optimizer.clock import Clock
from optimizer.explicit.problem import Problem, Row
from optimizer.explicit.solve import Solved, solve
from optimizer.explicit.tables import SHOWN, Instance
from optimizer.model import NONE, Bools, Bounds, Ints
from optimizer.plan import NOWHERE

TESTS = 80
"""Most sets of requirements that are tried out [sets]."""
EACH = 5.0
"""Safety net for trying one set out [s]."""
ANY_BOUND = 1 - 1e-5
"""Relative gap at which a search for what is lacking stops: as soon as the bound says that something is [1]."""
LACKING = 1e-6
"""A bound on what is lacking above this is not noise [units]."""


@dataclass(frozen=True, eq=False)
class Wanted:
    """Which requirements take part: households that must be placed, and places whose minimum must be met."""

    households: Bools
    places: Bools

    def without(self, drop: Ints) -> "Wanted":
        """Drop requirements, numbered with households first."""
        keep = np.concatenate([self.households, self.places])
        keep[drop] = False
        n = len(self.households)
        return Wanted(keep[:n], keep[n:])

    @property
    def numbers(self) -> Ints:
        """Number the requirements, households first."""
        return np.flatnonzero(np.concatenate([self.households, self.places]))


def lacking(rules: tuple[Row, ...], open_: Bools, wanted: Wanted) -> Problem:
    """Make the problem of lacking as little as possible: a household unplaced, or persons below a minimum."""
    first = rules[0]
    lower = np.where(wanted.places, first.bounds.lower, -NONE)
    bounds = Bounds(first.bounds.areas, first.bounds.kinds, lower, first.bounds.upper)
    return Problem(
        np.where(open_, 0.0, np.inf),
        wanted.households.astype(float),
        (replace(first, bounds=bounds), *rules[1:]),
        first.whole,
        elastic=True,
    )


def least_lack(rules: tuple[Row, ...], open_: Bools, wanted: Wanted, clock: Clock) -> Solved:
    """Search for a plan that lacks nothing, or a bound that says there is none."""
    nobody = np.full(open_.shape[0], NOWHERE)
    return solve(lacking(rules, open_, wanted), nobody, ANY_BOUND, clock)


def why_not(instance: Instance, rules: tuple[Row, ...], open_: Bools, wanted: Wanted, clock: Clock) -> str:
    """Name the smallest set of requirements found that no assignment meets together."""
    size, tests = len(wanted.numbers), 0
    while size >= 1 and tests < TESTS and clock.left():
        size = -(-size // 2)
        for drop in np.split(wanted.numbers, range(size, len(wanted.numbers), size)):
            tests += 1
            fewer = wanted.without(drop)
            if tests > TESTS or not len(fewer.numbers):
                break
            if least_lack(rules, open_, fewer, Clock(min(EACH, clock.left()))).bound > LACKING:
                wanted = fewer
        if size == 1:
            break
    return _named(instance, wanted)


def impossible_alone(instance: Instance, rules: tuple[Row, ...], open_: Bools, wanted: Wanted) -> str:
    """Name the requirements that cannot be met even on their own; empty where there are none."""
    alone = list(_alone(instance, rules, open_, wanted))
    return "; ".join(alone[:SHOWN]) + (f"; and {len(alone) - SHOWN} more" if len(alone) > SHOWN else "")


def _alone(instance: Instance, rules: tuple[Row, ...], open_: Bools, wanted: Wanted) -> Iterator[str]:
    """Say which requirements cannot be met even on their own."""
    for h in np.flatnonzero(wanted.households & ~instance.allowed.any(axis=1)):
        yield f"household {instance.households[h]!r} has no compatible municipality"
    for h in np.flatnonzero(wanted.households & instance.allowed.any(axis=1) & ~open_.any(axis=1)):
        yield f"household {instance.households[h]!r} fits no compatible municipality, even alone"
    load = rules[0].charge.load.toarray() * (1.0 if rules[0].charge.rate is None else rules[0].charge.rate)
    most = np.where(open_, load, 0.0).sum(axis=0)
    for g in np.flatnonzero(wanted.places & (rules[0].bounds.lower > 0)):
        low, name = instance.minimum[g], instance.places[g]
        if rules[0].bounds.lower[g] > rules[0].bounds.upper[g]:
            yield f"municipality {name!r}: minimum_persons {low:g} is above capacity_persons {instance.room[g]:g}"
        elif most[g] < rules[0].bounds.lower[g] * (1 - 1e-9):
            yield f"municipality {name!r}: all households that fit there use less than minimum_persons {low:g}"


def _named(instance: Instance, wanted: Wanted) -> str:
    """Put a set of requirements into words."""
    homes = [f"household {instance.households[h]!r} placed" for h in np.flatnonzero(wanted.households)]
    least = [
        f"minimum_persons {instance.minimum[g]:g} of municipality {instance.places[g]!r}"
        for g in np.flatnonzero(wanted.places)
    ]
    named = [*least, *homes]
    more = f"; and {len(named) - 2 * SHOWN} more" if len(named) > 2 * SHOWN else ""
    return f"no assignment meets these {len(named)} requirements together: " + "; ".join(named[: 2 * SHOWN]) + more
