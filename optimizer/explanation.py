"""Everything that explains a plan, made after the plan is fixed: nothing here changes it."""

from dataclasses import dataclass

from optimizer.clock import Clock
from optimizer.explained import Toelichting
from optimizer.numbers_of import numbers_of
from optimizer.prices import MOST, Again, prices
from optimizer.result import GemeenteUitkomst
from optimizer.shortages import shortages
from optimizer.stories import removed, stories


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a run should explain.

    Attributes
    ----------
    prices : int
        Scarce items of which one more is solved again [items].
    """

    prices: int = MOST


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
