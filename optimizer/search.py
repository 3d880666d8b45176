"""Whole households at national size: parts of the plan solved again as mixed-integer programs, some side by side.

What improves is kept. The parts of a round are cut from one plan and put back in a fixed order, so the result does not
depend on how many processors there are.
"""

from collections.abc import Callable, Iterator

from numpy.random import RandomState

from optimizer.clock import Clock
from optimizer.model import Floats
from optimizer.neighbourhood import Part, apply, improve
from optimizer.parts import Search, Step, parts_of
from optimizer.plan import Plan, breaches, objective
from optimizer.program import Program
from optimizer.side_by_side import side_by_side

STEPS = (
    Step("sizes", 0, 8_000, 1, 5, 20.0),
    Step("regions", 86, 16_000, 1, 400, 20.0),
    Step("sizes", 0, 12_000, 1, 200, 10.0),
    Step("worst", 30, 12_000, 4, 200, 2.0),
    Step("regions", 57, 20_000, 3, 400, 5.0),
    Step("worst", 30, 16_000, 8, 200, 1.0),
    Step("sizes", 0, 16_000, 1, 200, 2.0),
    Step("regions", 43, 24_000, 6, 400, 1.0),
)
"""What is tried, in order (benchmarks/README.md)."""
STALE = 2
"""A step ends after so many rounds in a row that gained less than STILL [rounds]."""
STILL = 1e-4
"""Relative gain of a round that counts as progress [1]."""
SEED = 20260101
"""Seed of the divisions; fixed, so that the same input gives the same plan."""


def search_whole(
    search: Search,
    plan: Plan,
    enough: float,
    clock: Clock,
    workers: int,
    say: Callable[[float, int], None],
    steps: tuple[Step, ...] = STEPS,
) -> tuple[Plan, int]:
    """Improve a plan until its value is at most ``enough`` [punten], the steps are done, or the clock says stop.

    Returns
    -------
    Plan, int
        The best plan, and how many parts were solved.
    """
    random, solved, value = RandomState(SEED), 0, objective(search.program, plan)
    with side_by_side(workers) as each:
        for step in steps:
            stale = 0
            for _ in range(step.rounds):
                if value <= enough or stale >= STALE or not clock.left():
                    break
                parts = list(parts_of(search, plan, step, random))
                answers = each(lambda part: improve(part, step.nodes, step.gap, clock.left()), parts)  # noqa: B023
                plan = _keep(search.program, plan, zip(parts, answers, strict=True))
                clock.left()  # notes when the last parts met the limit
                solved += len(parts)
                before, value = value, objective(search.program, plan)
                stale = stale + 1 if before - value < STILL * value else 0
                say(value, int((plan.plek >= 0).sum()))
    return plan, solved


def _keep(program: Program, plan: Plan, answers: Iterator[tuple[Part, Floats | None]]) -> Plan:
    """Put in every answer that keeps the plan lawful and makes it better; parts that share a row may not."""
    value = objective(program, plan)
    for part, columns in answers:
        if columns is not None:
            after = apply(program, plan, part, columns)
            worth = objective(program, after)
            if worth < value and not breaches(program, after):
                plan, value = after, worth
    return plan
