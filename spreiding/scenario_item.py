"""One item of scenarios side by side: a case, its choices and a draw in, numbers out; nothing else is read or kept."""

from dataclasses import dataclass, replace

from inputs.case import Afstanden, Case
from inputs.horizon import Plankeuzes, Reeksen, next_quarters, series
from optimizer.horizon.fan import Draw, draw, drawn_case, drawn_series, luck, rounding
from optimizer.horizon.outcome import outcome
from optimizer.horizon.outlook import outlook
from optimizer.horizon.program import plan_program
from optimizer.horizon.result import Planuitkomst
from optimizer.horizon.solve import solve_plan
from reports.horizon.figures import Figures, figures


@dataclass(frozen=True, eq=False)
class Source:
    """A scenario as it is read: the case with its choices, and the distances of the case."""

    naam: str
    case: Case
    afstanden: Afstanden
    keuzes: Plankeuzes

    @property
    def series(self) -> Reeksen:
        """Give every value in every kwartaal, before a draw."""
        return series(self.keuzes, next_quarters(self.case.scenario.kwartaal, self.keuzes.kwartalen or 1))


@dataclass(frozen=True, slots=True)
class Item:
    """A scenario by number, and the draw; draw 0 is the scenario itself."""

    scenario: int
    trekking: int
    zaad: int


@dataclass(frozen=True, eq=False)
class Solved:
    """What an item gives.

    Attributes
    ----------
    plan : Planuitkomst, optional
        The plan of the scenario itself, without placements and prices; of a draw the figures are all that is kept.
    """

    item: Item
    draw: Draw
    figures: Figures
    plan: Planuitkomst | None


def solve_item(source: Source, item: Item) -> Solved:
    """Solve a scenario with a draw; the same item gives the same numbers wherever it is solved."""
    values = source.series
    drawn = draw(item.trekking, luck(item.zaad, item.trekking), values) if item.trekking else Draw()
    case = source.case
    if item.trekking:
        case = drawn_case(case, drawn, rounding(item.zaad, item.trekking, len(case.woningaanbod)))
    program = plan_program(outlook(case, source.afstanden, drawn_series(values, drawn)))
    plan = outcome(program, solve_plan(program))
    kept = None if item.trekking else replace(plan, plaatsingen=(), prijzen=())
    return Solved(item, drawn, figures(plan), kept)
