"""One program decided: its relaxation with a bound over all columns, a plan of whole households, the certificate."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from optimizer.clock import Clock, Progress, no_progress
from optimizer.filler import fill_up, first_plan
from optimizer.generation import Relaxation, generate
from optimizer.model import Keeps
from optimizer.outcome import certificate, gap_of
from optimizer.parts import Step, prepare
from optimizer.plan import Plan
from optimizer.program import Cells, Program
from optimizer.result import Certificate
from optimizer.search import search_whole

LP_PART = 0.2
"""Part of the asked gap that the linear program may leave open [1]."""


Searched = tuple[Plan, int]
"""A plan, and how many parts were solved [parts]."""


KEEP_STEPS = (Step("worst", 12, 3_000, 1, 30, 1.0), Step("regions", 12, 3_000, 2, 30, 1.0))
"""What is tried where whole households leave a goal above its ceiling: keep rows make parts hard, so they are small."""


@dataclass(frozen=True, eq=False)
class Decided:
    """A plan of whole households for a program, with its proof."""

    program: Program
    relaxation: Relaxation
    plan: Plan
    proof: Certificate


@dataclass(frozen=True, eq=False)
class Effort:
    """How hard to search: the asked gap [1], the clock, who is told, and parts side by side [threads]."""

    gap: float
    clock: Clock
    progress: Progress = no_progress
    workers: int = 1


def decide(program: Program, effort: Effort, cells: Cells | None = None) -> Decided:
    """Solve the linear program, then whole households; ``cells`` are those to begin with."""
    clock, progress = effort.clock, effort.progress
    with clock.phase("lineair programma"):
        relaxation = generate(program, LP_PART * effort.gap, clock, cells, progress)
    with clock.phase("hele huishoudens"):
        plan, solved = whole_households(program, relaxation, effort)
    return Decided(
        program,
        relaxation,
        plan,
        certificate(program, plan, relaxation, effort.gap, solved, cut=clock.expired),
    )


def whole_households(program: Program, relaxation: Relaxation, effort: Effort) -> Searched:
    """Round the relaxation and improve the plan until it is good enough; count the parts solved."""
    search, enough = prepare(program, relaxation), enough_for(relaxation, effort)
    plan, tell = first_plan(program, relaxation), teller(relaxation, effort)
    plan, solved = search_whole(search, plan, enough, effort.clock, effort.workers, tell)
    return fill_up(program, plan, search.regret), solved


def enough_for(relaxation: Relaxation, effort: Effort) -> float:
    """Give the value at which the asked gap is proved [punten]."""
    return max(relaxation.bound, 0.0) / (1 - min(effort.gap, 1 - 1e-9))


def teller(relaxation: Relaxation, effort: Effort) -> Callable[[float, int], None]:
    """Tell after each round how much is left to improve."""

    def tell(value: float, placed: int) -> None:
        effort.progress("search_round", placed=placed, percent=100 * gap_of(value, relaxation.bound))

    return tell


def hold_at(decided: Decided, keeps: Keeps, effort: Effort) -> Decided:
    """Search on from a plan with keep rows; the bound and the sum that it is proved on stay as they are."""
    program, relaxation, before = replace(decided.program, keeps=keeps), decided.relaxation, decided.proof
    with effort.clock.phase("rangorde bewaken"):
        plan, solved = search_whole(
            prepare(program, relaxation),
            decided.plan,
            enough_for(relaxation, effort),
            effort.clock,
            effort.workers,
            teller(relaxation, effort),
            KEEP_STEPS,
        )
    solved += before.neighbourhoods
    proof = certificate(decided.program, plan, relaxation, effort.gap, solved, cut=effort.clock.expired)
    return Decided(decided.program, relaxation, plan, proof)
