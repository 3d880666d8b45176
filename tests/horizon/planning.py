"""Plans of a few households over a few kwartalen; what is not given stands still.

Still: nobody comes, nobody finds a home by himself, no family comes, nothing is built, and no gemeente is asked for
anything. So a test names all that moves.
"""

from dataclasses import replace
from types import MappingProxyType

from cases import NOW, example

from inputs.domain import Cursusplaatsen, Schoolplaatsen
from inputs.horizon import Hefboom, Plankeuzes, next_quarters, series
from optimizer.horizon.outcome import outcome
from optimizer.horizon.outlook import outlook
from optimizer.horizon.program import plan_program
from optimizer.horizon.solve import solve_plan

STILL = {
    "instroom.factor": 0.0,
    "nareis.deel_alleenstaanden": 0.0,
    "zelf.alleen": 0.0,
    "zelf.overig": 0.0,
    "bouw.flex": 0.0,
    "bouw.transformatie": 0.0,
    "spreiding.factor": 0.0,
}
WAIT = 60.0
"""A person that waits at the end of a kwartaal [punten]."""
LATE = 13 * 0.01 * 60.0
"""More for one that waits longer than a kwartaal [punten]."""

SCORE = 6.0 * 0.5
"""An adult that gets a home where the score is a half [punten]."""


def program_of_plan(built, count, levers=(), **values):
    """Write the program of a plan; ``bouw__flex=1.0`` is the value ``bouw.flex``."""
    given = STILL | {name.replace("__", "."): value for name, value in values.items()}
    keuzes = Plankeuzes(count, waarden=MappingProxyType(given), hefbomen=tuple(Hefboom("proef", *h) for h in levers))
    return plan_program(outlook(*built, series(keuzes, next_quarters(NOW, count))))


def plan(built, count, levers=(), **values):
    """Solve a plan."""
    program = program_of_plan(built, count, levers, **values)
    return outcome(program, solve_plan(program))


def services(built, count, seats=99, places=99):
    """Give the same seats and places in every kwartaal."""
    case = built.case
    kwartalen = next_quarters(NOW, count)
    codes = [g.gemeentecode for g in case.gemeenten]
    return built._replace(
        case=replace(
            case,
            inburgering=tuple(
                Cursusplaatsen(c, r, k, seats) for c in codes for r in ("B1", "onderwijs", "Z") for k in kwartalen
            ),
            onderwijs=tuple(Schoolplaatsen(c, s, k, places) for c in codes for s in ("po", "isk") for k in kwartalen),
        )
    )


def numbers(done, field):
    """Give a number of every kwartaal, rounded as a reader would."""
    return [round(getattr(k, field), 3) + 0.0 for k in done.kwartalen]


__all__ = ["LATE", "SCORE", "WAIT", "example", "numbers", "plan", "program_of_plan", "services"]
