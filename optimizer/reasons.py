"""Why a household stays in reception, and why a gemeente takes no more: what stands in the way in the finished plan."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from optimizer.filler import FORBIDDEN, FREE, NO_HOME_LEFT, NO_HOME_ON_OFFER, Filler
from optimizer.model import Ints
from optimizer.plan import NOWHERE, Plan
from optimizer.program import Program
from optimizer.result import Ongeplaatst
from optimizer.rules import bindingen, locks

ORDER = ("geen_vorm", "binding", "vastlegging", "woning", "verdringing", "cursus", "school", "maximum", "afweging")
"""Reasons from the first obstacle to the last; who gets further in some gemeente is told the further reason."""
REASON = {
    NO_HOME_ON_OFFER: "geen_vorm",
    NO_HOME_LEFT: "woning",
    "course_seats": "cursus",
    "school_places": "school",
    "share": "maximum",
    "lock_gemeente": "maximum",
    "displacement": "verdringing",
    FORBIDDEN: "binding",
    FREE: "afweging",
}
"""Obstacle of the search to reason code of a report."""


NONE_WAITING = "geen"
"""What holds the number of a gemeente where nobody waits."""


@dataclass(frozen=True, eq=False)
class Obstacles:
    """What keeps every waiting household from every plek of the finished plan.

    Attributes
    ----------
    waiting : ndarray
        Households that stay.
    reason : ndarray
        Position in ``ORDER`` [waiting x plek].
    """

    program: Program
    waiting: Ints
    reason: Ints


def obstacles(program: Program, plan: Plan) -> Obstacles:
    """Look at every plek with the eyes of every household that stays."""
    filler, bound, locked = Filler(program), bindingen.allows(program.quarter), locks.allows(program.quarter)
    waiting = np.flatnonzero(plan.plek == NOWHERE)
    reason = np.zeros((len(waiting), program.quarter.plekken.count), np.int64)
    for row, household in enumerate(waiting):
        found = filler.obstacles(plan, int(household))
        reason[row] = [ORDER.index(REASON[obstacle]) for obstacle in found]
        tied = (found != NO_HOME_ON_OFFER) & ~bound[household]
        reason[row, tied] = ORDER.index("binding")
        reason[row, (found != NO_HOME_ON_OFFER) & bound[household] & ~locked[household]] = ORDER.index("vastlegging")
    return Obstacles(program, waiting, reason)


def unplaced(found: Obstacles) -> tuple[Ongeplaatst, ...]:
    """Give the reason for every household that stays: the furthest that it gets in any gemeente, with the counts."""
    people = found.program.quarter.people
    furthest = _furthest(found, found.program.quarter.plekken.host)
    return tuple(
        Ongeplaatst(
            people.ids[household],
            int(people.persons[household]),
            float(people.weeks[household]),
            ORDER[row.max()],
            _counts(row),
        )
        for household, row in zip(found.waiting, furthest, strict=True)
    )


def held_back(found: Obstacles) -> list[tuple[str, dict[str, int]]]:
    """Give for each gemeente what keeps most of those who wait from being counted there, and the counts [households].

    Those who could not live there anyway (no home of theirs on offer, a ground elsewhere, or a lock) decide only where
    there are no others.
    """
    furthest = _furthest(found, found.program.quarter.plekken.owner)
    out = []
    for column in furthest.T:
        counts = _counts(column)
        able = {code: n for code, n in counts.items() if code not in {"geen_vorm", "binding", "vastlegging"}} or counts
        out.append((max(able, key=lambda code: able[code]) if able else NONE_WAITING, counts))
    return out


def _furthest(found: Obstacles, gemeente: Ints) -> Ints:
    """Take for every gemeente the furthest reason among its plekken [waiting x gemeente]."""
    out = np.zeros((len(found.waiting), len(found.program.quarter.codes)), np.int64)
    for plek, g in enumerate(gemeente):
        np.maximum(out[:, g], found.reason[:, plek], out=out[:, g])
    return out


def _counts(reasons: Ints) -> dict[str, int]:
    """Count reasons by code, in order."""
    counts = Counter(ORDER[k] for k in reasons)
    return {code: counts[code] for code in ORDER if counts[code]}
