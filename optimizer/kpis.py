"""What any plan of a quarter adds up to: goals in their own units, counts, and the figures of waiting and distance."""

from math import fsum

import numpy as np

from optimizer.placements import distances, scores
from optimizer.plan import NOWHERE, Plan, goal_values
from optimizer.program import Program
from optimizer.result import Doelwaarde, Kengetallen, Tellingen


def doelen(program: Program, plan: Plan, slack: float | None = None) -> tuple[Doelwaarde, ...]:
    """Recount the goals of a plan; with ``slack`` = objective - bound [punten] also how far each could still fall.

    A plan that leaves every other goal as it is here cannot bring a goal below its value less slack / rate: otherwise
    its weighted sum would be below the bound.
    """
    values = goal_values(program, plan)
    return tuple(
        Doelwaarde(
            goal.name,
            goal.unit,
            values[goal.name],
            program.rates[goal.name],
            None
            if slack is None or not program.rates[goal.name]
            else max(values[goal.name] - slack / program.rates[goal.name], 0.0),
        )
        for goal in program.goals
    )


def tellingen(program: Program, plan: Plan) -> Tellingen:
    """Count who is placed [households, persons, children]."""
    people, placed = program.quarter.people, plan.plek >= 0
    return Tellingen(
        people.count,
        int(people.persons.sum()),
        int(people.children.sum()),
        int(placed.sum()),
        int(people.persons[placed].sum()),
        int(people.children[placed].sum()),
    )


def kengetallen(program: Program, plan: Plan) -> Kengetallen:
    """Count what a reader compares plans by, from the plan itself."""
    quarter, stays = program.quarter, plan.plek == NOWHERE
    people, shares = quarter.people, quarter.shares
    weeks, placed = people.weeks[stays], ~stays
    late = np.maximum(weeks - quarter.parameter("uitstroom.norm_weken"), 0)
    adults, persons = float(people.adults[placed].sum()), float(people.persons[placed].sum())
    owner = quarter.plekken.owner[plan.plek[placed]]
    taken = np.bincount(owner, people.persons[placed], len(quarter.codes))
    return Kengetallen(
        fsum(weeks) / len(weeks) if len(weeks) else 0.0,
        float(weeks.max(initial=0)),
        fsum(people.persons[stays] * late),
        int((people.children[stays] > 0).sum()),
        fsum(scores(program, plan)) / adults if adults else 0.0,
        fsum(distances(program, plan) * people.persons) / persons if persons else 0.0,
        int(np.abs(taken - shares.target).sum()),
        int(((taken >= shares.lower) & (taken <= shares.upper)).sum()),
    )
