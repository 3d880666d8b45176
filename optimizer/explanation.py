"""Everything that explains a plan, made after the plan is fixed: nothing here changes it."""

from dataclasses import dataclass

from optimizer.clock import Clock
from optimizer.explained import Toelichting
from optimizer.legs import legs
from optimizer.numbers_of import numbers_of
from optimizer.prices import MOST, Again, prices
from optimizer.result import GemeenteUitkomst, Vergelijking
from optimizer.shortages import shortages
from optimizer.stories import removed, stories


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a run should explain.

    Attributes
    ----------
    prices : int
        Scarce items of which one more is solved again [items].
    per_goal : bool
        Whether to solve again without each goal; that costs a solve per goal.
    """

    prices: int = MOST
    per_goal: bool = False


def explain(
    again: Again, outcomes: tuple[GemeenteUitkomst, ...], wishes: Wishes, clock: Clock, workers: int
) -> Toelichting:
    """Explain a plan; a run that the clock has cut gets no prices, for it may not take longer."""
    program, plan = again.search.program, again.plan
    with clock.phase("uitleg"):
        out = removed(program, plan)
        told = stories(program, plan, out)
        numbers = numbers_of(program, plan, outcomes, out)
        short = shortages(program, plan)
    with clock.phase("prijzen"):
        found = prices(again, workers, wishes.prices) if wishes.prices and clock.left() else ()
    return Toelichting(found, told, numbers, short)


def other_plans(again: Again, wishes: Wishes, clock: Clock, workers: int) -> tuple[Vergelijking, ...]:
    """Make the plans that are asked for beside this one; each is evaluated as any baseline is."""
    program = again.search.program
    with clock.phase("andere plannen"):
        return legs(program, program.quarter.case.scenario.gap, clock, workers) if wishes.per_goal else ()
