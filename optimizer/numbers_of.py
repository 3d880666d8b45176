"""Why a gemeente gets its number: the parts add up, and what would raise or lower it is named."""

from collections import Counter

import numpy as np

from optimizer.explained import GemeenteUitleg
from optimizer.model import Floats, Ints
from optimizer.moves import row_points
from optimizer.plan import Plan
from optimizer.program import Program
from optimizer.reasons import ORDER, Obstacles, obstacles
from optimizer.result import GemeenteUitkomst
from optimizer.stories import Removed


def numbers_of(
    program: Program, plan: Plan, outcomes: tuple[GemeenteUitkomst, ...], out: Removed
) -> tuple[GemeenteUitleg, ...]:
    """Explain the number of every gemeente, in order of code."""
    case, found = program.quarter.case, obstacles(program, plan)
    offered, free = _homes(program, plan)
    more, less = _margins(program, plan)
    lowest = _cheapest_to_miss(program, plan, out)
    rows = []
    for g, (gemeente, result) in enumerate(zip(case.gemeenten, outcomes, strict=True)):
        what, count = _raises(program, found, g, result.bindende_regel)
        rows.append(
            GemeenteUitleg(
                gemeente.gemeentecode,
                result.sleutel_personen,
                result.inhaal_personen,
                result.afspraken_personen,
                result.afwijking_personen,
                result.toegewezen_personen,
                gemeente.min_personen,
                gemeente.max_personen,
                offered[g],
                free[g],
                result.bindende_regel,
                float(more[g]),
                float(less[g]),
                what,
                count,
                None if np.isinf(lowest[g]) else float(lowest[g]),
            )
        )
    return tuple(rows)


def _homes(program: Program, plan: Plan) -> tuple[list[dict[int, int]], list[dict[int, int]]]:
    """Count homes on offer and left empty per owner and size [homes]."""
    quarter = program.quarter
    used = np.zeros_like(quarter.homes.stock)
    np.add.at(used, (program.y.plek, quarter.homes.offer_type[program.y.who]), plan.homes)
    owners = [quarter.plekken.owner == g for g in range(len(quarter.codes))]
    offered = [_by_size(program, quarter.homes.stock[own].sum(axis=0)) for own in owners]
    return offered, [_by_size(program, (quarter.homes.stock - used)[own].sum(axis=0)) for own in owners]


def _by_size(program: Program, homes: Floats) -> dict[int, int]:
    """Add up homes by the persons that they sleep, the smallest first [homes]."""
    out: Counter[int] = Counter()
    for (_, sleeps), count in zip(program.quarter.homes.types, homes, strict=True):
        out[sleeps] += int(count)
    return {size: out[size] for size in sorted(out) if out[size]}


def _margins(program: Program, plan: Plan) -> tuple[Floats, Floats]:
    """Give what a person more and a person less would add by the price of the band [gemeente, punten]."""
    rows: Ints = np.arange(program.rows["share"].start, program.rows["share"].stop)
    now, more, less = (
        sum(row_points(program, rows, np.maximum(plan.activity[rows] + step, 0))[0].values(), np.zeros(len(rows)))
        for step in (0, 1, -1)
    )
    return more - now, less - now


def _cheapest_to_miss(program: Program, plan: Plan, out: Removed) -> Floats:
    """Give what it adds to take out the household that a gemeente's number can miss best [gemeente, punten]."""
    least = np.full(len(program.quarter.codes), np.inf)
    np.minimum.at(least, program.quarter.plekken.owner[plan.plek[out.placed]], out.effect.total)
    return least


def _raises(program: Program, found: Obstacles, gemeente: int, rule: str) -> tuple[str, int]:
    """Name the size of home, or else the rule, for which most wait here, and how many do [households]."""
    if rule not in ORDER or not len(found.waiting):
        return "", 0
    here = found.reason[:, program.quarter.plekken.owner == gemeente].max(axis=1)
    waiting = found.waiting[here == ORDER.index(rule)]
    if rule not in {"woning", "geen_vorm"}:
        return rule, len(waiting)
    sizes = Counter(int(n) for n in program.quarter.people.persons[waiting])
    size, count = max(sizes.items(), key=lambda pair: (pair[1], -pair[0]))
    return str(size), count
