"""How groups fare that no rule and no goal knows, and what it costs to hold each above what other rules give it.

The grouping comes from a file of its own and is used after the plan is fixed. Only where the floor is asked for, the
quarter is solved again with two rows per group; that plan stands beside the plan, and does not take its place.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.random import RandomState

from optimizer.baselines import CHANCE, evaluated, taakstelling, willekeurig
from optimizer.clock import Clock
from optimizer.explained import Groepsmeting
from optimizer.legs import solve_again
from optimizer.model import NONE, Bounds, Charge, Floats, Goal, Ints, Price, Rule, one_hot
from optimizer.placements import scores
from optimizer.plan import NOWHERE, Plan, recount
from optimizer.program import Program, read_program
from optimizer.quarter import Quarter
from optimizer.result import Vergelijking

DRAWS = 10
"""Random placings over which the random baseline is the mean [plans]."""
FIRM = 10.0
"""A person or score short of a floor weighs as so many persons left in reception: far above any other goal [1]."""
OURS, RULE, RANDOM, FLOOR = "dit_plan", "taakstelling", "willekeurig", "met_groepsvloer"
"""Plans that are measured."""


@dataclass(frozen=True, eq=False)
class Grouping:
    """Groups in order of name, and the group of each household [household]."""

    names: tuple[str, ...]
    group: Ints


@dataclass(frozen=True, eq=False)
class Fare:
    """How each group fares in a plan, a mean over plans for a random one.

    Attributes
    ----------
    placed : ndarray
        Persons with a home [group, persons].
    score : ndarray
        Sum of the scores of its adults, 0 for who stays [group, adults].
    weeks : ndarray
        Sum over the households that stay of the weeks since their permit [group, weeks].
    staying : ndarray
        Households that stay [group, households].
    """

    placed: Floats
    score: Floats
    weeks: Floats
    staying: Floats


def grouping(program: Program, groep: Mapping[str, str]) -> Grouping:
    """Put a grouping in the order of the households."""
    labels = [groep[name] for name in program.quarter.people.ids]
    names = tuple(sorted(set(labels)))
    return Grouping(names, np.array([names.index(label) for label in labels], np.int64))


def fares(program: Program, plan: Plan, groups: Grouping) -> Fare:
    """Measure how each group fares in a plan."""
    people, stays, count = program.quarter.people, plan.plek == NOWHERE, len(groups.names)

    def add(values: Floats) -> Floats:
        return np.bincount(groups.group, values, count).astype(float)

    return Fare(
        add(people.persons * ~stays), add(scores(program, plan)), add(people.weeks * stays), add(stays.astype(float))
    )


def random_fares(program: Program, groups: Grouping) -> Fare:
    """Measure the mean over random placings, each with a seed of its own."""
    drawn = [fares(program, willekeurig(program, RandomState(CHANCE + n)), groups) for n in range(DRAWS)]
    parts = ("placed", "score", "weeks", "staying")
    return Fare(*(np.mean([getattr(fare, part) for fare in drawn], axis=0) for part in parts))


def measured(
    program: Program, plan: Plan, groups: Grouping, *, floor: bool, clock: Clock, workers: int
) -> tuple[tuple[Groepsmeting, ...], tuple[Vergelijking, ...]]:
    """Measure every group in this plan, by the taakstelling and at random; with ``floor`` also in a plan above both.

    Returns
    -------
    tuple of Groepsmeting, tuple of Vergelijking
        The measures, and the plan with the floor where it was asked for.
    """
    found = {OURS: fares(program, plan, groups), RULE: fares(program, taakstelling(program), groups)}
    found[RANDOM] = random_fares(program, groups)
    plans: tuple[Vergelijking, ...] = ()
    if floor:
        above = with_floor(program, groups, found[RULE], found[RANDOM])
        gap = program.quarter.case.scenario.gap
        held, _ = solve_again(above, gap, clock, workers)
        held = recount(program, held)
        found[FLOOR] = fares(program, held, groups)
        plans = (evaluated(program, FLOOR, held),)
    return tuple(row for name, fare in found.items() for row in _rows(program, name, fare, groups)), plans


def with_floor(program: Program, groups: Grouping, *others: Fare) -> Program:
    """Read the program with two more rules: persons placed and score of each group, no lower than the others give.

    Whole persons, rounded down: a mean over random placings is no whole number.
    """
    placed = np.floor(np.max([fare.placed for fare in others], axis=0))
    score = np.max([fare.score for fare in others], axis=0)
    rules = (_placed_rule(groups, placed), _score_rule(groups, score))
    goals = tuple(_goal(rule) for rule in rules)
    out = read_program(program.quarter, (*program.rules, *rules), (*program.goals, *goals))
    return replace(out, rates={**out.rates, **program.rates})


def _bounds(groups: Grouping, least: Floats) -> Bounds:
    """Bound each group from below."""
    return Bounds(("NL",), groups.names, least.astype(float), np.full(len(least), NONE))


def _placed_rule(groups: Grouping, least: Floats) -> Rule:
    """Hold the persons placed of each group above a floor [persons]."""

    def charges(quarter: Quarter) -> tuple[Charge, ...]:
        load = one_hot(groups.group, len(groups.names)) * quarter.people.persons[:, None]
        return (Charge("x", load.tocsr(), np.zeros(quarter.plekken.count, np.int64)),)

    return Rule(
        "groepsvloer_plaatsen",
        ("groep",),
        "persons",
        "DOMAIN 2.17: not below the taakstelling nor a random placing",
        r"\sum_{h \in k,s} p_h\, x_{h,s} \ge F_k \quad \forall k",
        charges,
        lambda _: _bounds(groups, least),
    )


def _score_rule(groups: Grouping, least: Floats) -> Rule:
    """Hold the summed score of each group above a floor; its adults are given, so that this is its mean [adults]."""

    def charges(quarter: Quarter) -> tuple[Charge, ...]:
        score = quarter.scoring.grid(quarter.plekken.host)
        load = one_hot(groups.group, len(groups.names))
        return (Charge("x", load, np.zeros(quarter.plekken.count, np.int64), score),)

    return Rule(
        "groepsvloer_score",
        ("groep",),
        "adults",
        "DOMAIN 2.17: not below the taakstelling nor a random placing",
        r"\sum_{h \in k,s} \sigma_{h,s}\, x_{h,s} \ge F_k \quad \forall k",
        charges,
        lambda _: _bounds(groups, least),
    )


def _goal(rule: Rule) -> Goal:
    """Price what a group is short of its floor, at the rate of a person left in reception."""
    return Goal(
        rule.name,
        rule.unit,
        "choice of this project: a floor that cannot be met must not end a run",
        r"\phi \sum_k (F_k - \cdot)^+",
        "uitstroom.per_persoon",
        prices=lambda _: (Price(rule.name, below=((NONE, FIRM),)),),
    )


def _rows(program: Program, name: str, fare: Fare, groups: Grouping) -> list[Groepsmeting]:
    """Write a measure per group."""
    people, count = program.quarter.people, len(groups.names)
    households = np.bincount(groups.group, minlength=count)
    persons = np.bincount(groups.group, people.persons, count)
    adults = np.bincount(groups.group, people.workers.sum(axis=1), count)
    return [
        Groepsmeting(
            name,
            label,
            int(households[k]),
            int(persons[k]),
            float(fare.placed[k]),
            float(fare.weeks[k] / fare.staying[k]) if fare.staying[k] else 0.0,
            float(fare.score[k] / adults[k]) if adults[k] else 0.0,
        )
        for k, label in enumerate(groups.names)
    ]
