"""The price of each leg, and of any choice of a planner: the quarter solved again without it, everything recounted."""

from dataclasses import dataclass, replace

import numpy as np

from inputs.case import Afstanden, Case
from optimizer.baselines import evaluated
from optimizer.clock import Clock
from optimizer.decide import LP_PART, Effort, whole_households
from optimizer.generation import Relaxation, generate
from optimizer.model import Floats
from optimizer.plan import Plan, breaches, goal_values, objective, recount
from optimizer.program import Program, read_program
from optimizer.quarter import read_quarter
from optimizer.result import Vergelijking

LOCKS = "vastleggingen"
"""Goal that counts the persons by whom locks are missed."""
WITHOUT = "zonder_"
"""Name of a plan that leaves a goal out: this and the goal."""


@dataclass(frozen=True, slots=True)
class PrijsKeuze:
    """What a choice costs: the plan with it less the plan found without it.

    Attributes
    ----------
    punten : float
        Points by which the plan found without the choice is better, at most ``punten_hoogstens`` [punten].
    doelen : dict
        Goal to what the choice adds to it [unit of the goal].
    gemeenten : tuple of str
        Gemeenten whose number differs.
    """

    punten: float
    punten_hoogstens: float
    doelen: dict[str, float]
    gemeenten: tuple[str, ...]


def solve_again(program: Program, gap: float, clock: Clock, workers: int) -> tuple[Plan, Relaxation]:
    """Solve a program as a run does: relaxation, whole households, whoever still fits."""
    with np.errstate(divide="ignore", invalid="ignore"):  # a goal may have the rate 0, so that staying costs nothing
        relaxation = generate(program, LP_PART * gap, clock)
        plan, _ = whole_households(program, relaxation, Effort(gap, clock, workers=workers))
    return plan, relaxation


def legs(program: Program, gap: float, clock: Clock, workers: int) -> tuple[Vergelijking, ...]:
    """Solve again without each goal in turn, its rate 0; every goal is recounted from that plan at the true rates."""
    out = []
    for goal, rate in program.rates.items():
        if rate:
            blind = replace(program, rates={**program.rates, goal: 0.0})
            plan, _ = solve_again(blind, gap, clock, workers)
            out.append(evaluated(program, f"{WITHOUT}{goal}", plan))
    return tuple(out)


def lock_legs(
    program: Program, ours: Plan, afstanden: Afstanden, clock: Clock, workers: int
) -> tuple[Vergelijking, ...]:
    """Solve again without each lock in turn, by row of its table; every plan is recounted by all rules and locks.

    A plan that leaves the lock it was freed from is marked as not lawful: ``haalbaar`` says no.
    """
    case, out, missed = program.quarter.case, [], goal_values(program, ours)[LOCKS]
    for n, lock in enumerate(case.vastleggingen, start=1):
        without = replace(case, vastleggingen=tuple(other for other in case.vastleggingen if other is not lock))
        free = replace(
            read_program(read_quarter(without, afstanden), program.rules, program.goals), rates=program.rates
        )
        plan, _ = solve_again(free, case.scenario.gap, clock, workers)
        found = recount(program, plan)
        beside = evaluated(program, f"{WITHOUT}vastlegging_{n}", found)
        kept = beside.haalbaar and goal_values(program, found)[LOCKS] <= missed
        out.append(replace(beside, haalbaar=kept))
    return tuple(out)


def price_of_choice(
    program: Program, plan: Plan, without: Case, afstanden: Afstanden, clock: Clock, workers: int
) -> PrijsKeuze:
    """Give what a choice costs, from the same case without it, at the same exchange rates.

    Parameters
    ----------
    without : Case
        The case less the choice: a lock, a ground, a least or most. Gemeenten and households are the same.

    Raises
    ------
    ValueError
        The plan found without the choice breaks a rule: a mistake of ours.
    """
    free = replace(read_program(read_quarter(without, afstanden), program.rules, program.goals), rates=program.rates)
    found, relaxation = solve_again(free, without.scenario.gap, clock, workers)
    broken = breaches(free, found)
    if broken:
        raise ValueError(f"the plan without the choice breaks {broken[:5]}")
    with_it, without_it = goal_values(program, plan), goal_values(free, found)
    value = objective(program, plan)
    before, after = _taken(program, plan), _taken(free, found)
    return PrijsKeuze(
        value - objective(free, found),
        value - max(relaxation.bound, 0.0),
        {goal: with_it[goal] - without_it[goal] for goal in with_it},
        tuple(code for code, one, two in zip(program.quarter.codes, before, after, strict=True) if one != two),
    )


def _taken(program: Program, plan: Plan) -> Floats:
    """Count the persons of each gemeente [persons]."""
    quarter, placed = program.quarter, plan.placed
    owner = quarter.plekken.owner[placed.plek]
    return np.bincount(owner, quarter.people.persons[placed.who], len(quarter.codes)).astype(float)
