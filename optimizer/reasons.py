"""Why a household stays in reception: what stands in its way in every gemeente, and what stood in its way last."""

from collections import Counter

import numpy as np

from optimizer.filler import FORBIDDEN, FREE, NO_HOME_LEFT, NO_HOME_ON_OFFER, Filler
from optimizer.plan import NOWHERE, Plan
from optimizer.program import Program
from optimizer.result import Ongeplaatst
from optimizer.rules.bindingen import allows

ORDER = ("geen_vorm", "binding", "woning", "cursus", "school", "maximum", "afweging")
"""Reasons from the first obstacle to the last; who gets further in some gemeente is told the further reason."""
REASON = {
    NO_HOME_ON_OFFER: "geen_vorm",
    NO_HOME_LEFT: "woning",
    "course_seats": "cursus",
    "school_places": "school",
    "share": "maximum",
    FORBIDDEN: "binding",
    FREE: "afweging",
}
"""Obstacle of the search to reason code of a report."""


def unplaced(program: Program, plan: Plan) -> tuple[Ongeplaatst, ...]:
    """Give the reason for every household that stays."""
    filler, bound = Filler(program), allows(program.quarter)
    return tuple(
        _reason(program, plan, filler, bound[household], int(household))
        for household in np.flatnonzero(plan.plek == NOWHERE)
    )


def _reason(
    program: Program, plan: Plan, filler: Filler, bound: "np.ndarray[tuple[int], np.dtype[np.bool_]]", household: int
) -> Ongeplaatst:
    """Take for every gemeente the furthest of its plekken, and for the household the furthest of its gemeenten."""
    quarter = program.quarter
    furthest: dict[int, int] = {}
    for plek, obstacle in enumerate(filler.obstacles(plan, household)):
        reason = "binding" if obstacle != NO_HOME_ON_OFFER and not bound[plek] else REASON[obstacle]
        host = int(quarter.plekken.host[plek])
        furthest[host] = max(furthest.get(host, 0), ORDER.index(reason))
    counts = Counter(ORDER[k] for k in furthest.values())
    return Ongeplaatst(
        quarter.people.ids[household],
        int(quarter.people.persons[household]),
        float(quarter.people.weeks[household]),
        ORDER[max(furthest.values())],
        {code: counts[code] for code in ORDER if counts[code]},
    )
