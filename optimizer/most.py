"""How many persons any lawful plan can house at most, whatever it costs; the proved gap said in persons."""

from dataclasses import replace
from math import ceil

from optimizer.clock import Clock
from optimizer.generation import generate
from optimizer.model import Cost  # noqa: TC001 - one style of import in this package
from optimizer.program import Program

LARGEST = 100_000
"""A program of more cells is not asked: it would cost a second linear program of national size [cells]."""
SHARP = 1e-4
"""Relative gap to which the program of persons is solved; its bound holds at any gap [1]."""
WHOLE = 1e-6
"""Rounding below which a bound on whole persons is not rounded up [persons]."""


def persons_program(program: Program) -> Program:
    """Give the same rules with persons in reception as the one goal; other elastic bounds cost nothing [persons]."""
    persons, placement = program.quarter.people.persons, program.rows["placement"]
    nothing: dict[str, tuple[Cost, ...]] = dict.fromkeys(program.costs, ())
    segments = tuple(
        replace(
            s, price=persons[s.row - placement.start] if placement.start <= s.row[0] < placement.stop else 0 * s.price
        )
        for s in program.segments
    )
    return replace(program, costs=nothing, rates=dict.fromkeys(program.rates, 1.0), segments=segments)


def most_persons(program: Program, clock: Clock) -> int | None:
    """Prove how many persons no lawful plan can exceed; None for a program too large to ask [persons].

    The Lagrangian bound of ``pricing.price`` over all cells, on persons left in reception alone. Persons are whole, so
    the bound is rounded up. A plan of more persons than ours may still be worse in the weighted sum.
    """
    if int(program.allowed.sum()) > LARGEST:
        return None
    left = max(generate(persons_program(program), SHARP, clock).bound, 0.0)
    return int(program.quarter.people.persons.sum()) - ceil(left - WHOLE)
