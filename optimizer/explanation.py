"""Everything that explains a plan, made after the plan is fixed: nothing here changes it."""

from dataclasses import dataclass, replace

from inputs.groups import Groepen
from optimizer.clock import Clock
from optimizer.explained import Toelichting
from optimizer.fairness import grouping, measured
from optimizer.legs import legs, lock_legs
from optimizer.numbers_of import numbers_of
from optimizer.prices import MOST, Again, prices
from optimizer.result import GemeenteUitkomst, Vergelijking
from optimizer.shortages import shortages
from optimizer.stories import removed, stories

NO_LIMIT = 1e9
"""Plans made beside the plan are bounded by counted work alone, so that two runs give the same [s]."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a run should explain.

    Attributes
    ----------
    prices : int
        Scarce items of which one more is solved again [items].
    per_goal : bool
        Whether to solve again without each goal; that costs a solve per goal.
    groups : Groepen, optional
        An analysis-only grouping to measure by; the plan does not see it.
    floor : bool
        Whether to solve again with a floor under every group, beside the plan.
    """

    prices: int = MOST
    per_goal: bool = False
    groups: Groepen | None = None
    floor: bool = False


def explain(
    again: Again, outcomes: tuple[GemeenteUitkomst, ...], wishes: Wishes, clock: Clock, workers: int
) -> Toelichting:
    """Explain a plan; a run whose search the clock has cut, and that says so, gets no prices."""
    program, plan = again.search.program, again.plan
    with clock.phase("uitleg"):
        out = removed(program, plan)
        told = stories(program, plan, out)
        numbers = numbers_of(program, plan, outcomes, out)
        short = shortages(program, plan)
    with clock.phase("prijzen"):
        found = prices(again, workers, wishes.prices) if wishes.prices and not clock.expired else ()
    return Toelichting(found, told, numbers, short)


def other_plans(
    again: Again, told: Toelichting, wishes: Wishes, clock: Clock, workers: int
) -> tuple[Toelichting, tuple[Vergelijking, ...]]:
    """Make the plans that are asked for beside this one, and measure the groups; each plan is evaluated as any is."""
    program = again.search.program
    others: tuple[Vergelijking, ...] = ()
    with clock.phase("andere plannen"):
        if wishes.per_goal:
            others = legs(program, program.quarter.case.scenario.gap, Clock(NO_LIMIT), workers)
            others = (*others, *lock_legs(program, again.plan, again.afstanden, Clock(NO_LIMIT), workers))
        if wishes.groups is None:
            return told, others
        groups = grouping(program, wishes.groups.groep)
        rows, plans = measured(program, again.plan, groups, floor=wishes.floor, clock=Clock(NO_LIMIT), workers=workers)
    return replace(told, groepen=rows, groepen_sha256=wishes.groups.sha256), (*others, *plans)
