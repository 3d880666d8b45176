"""The same quarter by other rules, on the same homes, seats and places: what the plan is set beside.

``taakstelling``: every gemeente up to its number by inhabitants (art. 29), in order of permit. ``volgorde``: in order
of permit, each at the nearest place with room. ``willekeurig``: in a random order, each at a random place with room.
``zoals_gekoppeld``: as the optional table ``gekoppeld`` says; who does not fit there is named and not placed.
"""

from collections.abc import Iterator

import numpy as np
from numpy.random import RandomState

from optimizer.kpis import doelen, kengetallen, tellingen
from optimizer.model import Bools, Ints
from optimizer.placements import koppelingen
from optimizer.plan import NOWHERE, Plan, breaches
from optimizer.program import Program
from optimizer.result import Vergelijking
from optimizer.shares import largest_remainder, total_persons
from optimizer.stream import place_in_order

CHANCE = 29
"""Seed of the random baseline; fixed, so that the same case gives the same figures."""


def baselines(program: Program) -> tuple[Vergelijking, ...]:
    """Evaluate every baseline on the same rules and goals."""
    plans = [("taakstelling", taakstelling(program)), ("volgorde", volgorde(program))]
    plans.append(("willekeurig", willekeurig(program)))
    out = [evaluated(program, name, plan) for name, plan in plans]
    if program.quarter.case.gekoppeld:
        plan, misfits = zoals_gekoppeld(program)
        out.append(evaluated(program, "zoals_gekoppeld", plan, misfits))
    return tuple(out)


def evaluated(program: Program, name: str, plan: Plan, misfits: tuple[str, ...] = ()) -> Vergelijking:
    """Recount a baseline: counts, goals, figures, and whether it breaks a rule."""
    figures = kengetallen(program, plan)
    return Vergelijking(
        name,
        tellingen(program, plan),
        doelen(program, plan),
        not breaches(program, plan),
        figures.gemiddelde_score,
        figures.gemiddelde_afstand_km,
        figures,
        koppelingen(program, plan),
        misfits,
    )


def by_permit(program: Program) -> Ints:
    """Give the households in order of permit, the longest wait first; equal dates by pseudonym."""
    people = program.quarter.people
    return np.lexsort((np.array(people.ids), -people.weeks))


class _Nearest:
    """Chooses the plek nearest to the present opvanglocatie."""

    def __init__(self, program: Program) -> None:
        people = program.quarter.people
        self.distance = program.quarter.services.distance[:, program.quarter.plekken.host][people.location]

    def __call__(self, household: int, free: Ints) -> int:
        """Give the nearest, the first among equals."""
        return int(free[np.argmin(self.distance[household, free])])


def volgorde(program: Program) -> Plan:
    """Place by date of permit, each at the nearest plek with room."""
    return place_in_order(program, by_permit(program), _Nearest(program))


def taakstelling(program: Program) -> Plan:
    """Fill every gemeente up to its number by inhabitants alone, by date of permit, each at the nearest with room."""
    quarter = program.quarter
    inhabitants = np.array([g.inwoners for g in quarter.case.gemeenten], np.int64)
    left = largest_remainder(inhabitants, total_persons(quarter.case)).astype(float)
    nearest, owner = _Nearest(program), quarter.plekken.owner

    def choose(household: int, free: Ints) -> int:
        plek = nearest(household, free)
        left[owner[plek]] -= quarter.people.persons[household]
        return plek

    def within(household: int, free: Ints) -> Bools:
        return np.asarray(left[owner[free]] >= quarter.people.persons[household])

    return place_in_order(program, by_permit(program), choose, within)


def willekeurig(program: Program, chance: RandomState | None = None) -> Plan:
    """Place in a random order, each at a random plek among those with room."""
    random = chance or RandomState(CHANCE)
    order = random.permutation(program.quarter.people.count)
    return place_in_order(program, order, lambda _, free: int(free[random.randint(len(free))]))


def zoals_gekoppeld(program: Program) -> tuple[Plan, tuple[str, ...]]:
    """Place as the table ``gekoppeld`` says, by date of permit; also give who does not fit there."""
    quarter, plekken = program.quarter, program.quarter.plekken
    at = {code: row for row, code in enumerate(quarter.codes)}
    wanted = np.full((quarter.people.count, 2), NOWHERE)
    for row in quarter.case.gekoppeld:
        place = at[row.gemeentecode], at[row.gastgemeente or row.gemeentecode]
        wanted[quarter.people.index[row.huishouden_id]] = place

    def there(household: int, free: Ints) -> Bools:
        owner, host = wanted[household]
        return np.asarray((plekken.owner[free] == owner) & (plekken.host[free] == host))

    named = wanted[:, 0] != NOWHERE
    plan = place_in_order(program, (h for h in by_permit(program) if named[h]), _first, there)
    return plan, tuple(_ids(program, np.flatnonzero(named & (plan.plek == NOWHERE))))


def _first(_: int, free: Ints) -> int:
    """Give the only plek that is left to choose."""
    return int(free[0])


def _ids(program: Program, households: Ints) -> Iterator[str]:
    """Name households."""
    return (program.quarter.people.ids[h] for h in households)
