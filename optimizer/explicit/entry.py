"""The entry for an explicit assignment problem: tables and a score matrix in, placements with a proof out."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import fsum, inf, nan
from typing import Literal, get_args

import numpy as np
import pandas as pd

from optimizer.clock import Clock
from optimizer.explicit.infeasible import LACKING, Wanted, impossible_alone, least_lack, why_not
from optimizer.explicit.problem import Problem, Row, fits, rules_of
from optimizer.explicit.solve import NO_PROOF, OWN, SOLVER, Solved, solve
from optimizer.explicit.tables import Instance, read_tables
from optimizer.explicit.units import COST_STEPS, NEAR, unit_of
from optimizer.model import NONE, Bools, Bounds, Charge, Floats, Ints, column
from optimizer.plan import NOWHERE

Sense = Literal["max", "min"]
Objective = Literal["score", "households_then_score", "persons_then_score"]
Status = Literal["optimal", "feasible", "infeasible", "unknown"]

UNKNOWN = "no plan found that meets all requirements, and no proof that there is none; allow more time"
"""Reason where the search ended without either."""


@dataclass(frozen=True, slots=True)
class Level:
    """One objective of several in order.

    Attributes
    ----------
    name : str
        ``households``, ``persons`` or ``score``.
    value, bound : float
        Value of the plan, and what no plan exceeds (or, under "min", is below) that is as good on the levels before.
    gap : float
        abs(value - bound) / abs(value) [1].
    proof : str
        ``own bound``, ``solver on the reduced problem`` or ``none``.
    """

    name: str
    value: float
    bound: float
    gap: float
    proof: str


@dataclass(frozen=True, eq=False)
class Assignment:
    """Placements and how good they provably are.

    Attributes
    ----------
    placements : Series
        Municipality of each household in the order of the table; missing where unplaced.
    objective, bound : float
        Sum of the scores of the placements, and what no plan exceeds (under "min": is below); missing without a plan.
    gap : float
        Largest relative gap of all levels [1]; infinite without a plan.
    proven : bool
        Whether every level is within the asked gap, or infeasibility is certain.
    status : str
        ``optimal`` (proven), ``feasible``, ``infeasible`` (see ``reason``), or ``unknown``: neither a plan nor a proof
        that there is none.
    proof : str
        What the weakest level rests on: ``own bound``, ``solver on the reduced problem`` or ``none``.
    reason : str
        Why there is no plan; empty where there is one.
    levels : tuple of Level
        The objectives in order, ``score`` last.
    """

    placements: "pd.Series[str]"
    objective: float
    bound: float
    gap: float
    proven: bool
    status: Status
    proof: str
    reason: str = ""
    levels: tuple[Level, ...] = ()


def assign(  # noqa: PLR0913 - the tables and options of DESIGN 7
    households: pd.DataFrame,
    municipalities: pd.DataFrame,
    score: pd.DataFrame,
    *,
    compatible: pd.DataFrame | None = None,
    weight: pd.DataFrame | None = None,
    sense: Sense = "max",
    objective: Objective = "score",
    require_all: bool = False,
    gap: float = 0.0,
    time_limit: float | None = None,
) -> Assignment:
    """Assign households to municipalities, and prove how good the assignment is.

    Parameters
    ----------
    households : DataFrame
        Index household; ``persons`` [persons], further sizes, ``min_dwelling_class``.
    municipalities : DataFrame
        Index municipality; ``capacity_persons``, ``capacity_<size>``, ``minimum_persons`` [persons],
        ``dwellings_class_1`` and up [dwellings]. Infinite capacity: no bound.
    score : DataFrame
        Households x municipalities; missing: not possible.
    compatible : DataFrame, optional
        Households x municipalities, True or False.
    weight : DataFrame, optional
        Persons used per pair, instead of ``persons`` [persons].
    sense : str
        "max" or "min" of the summed score. An unplaced household scores 0.
    objective : str
        "score", or first as many households or persons as possible and then the score.
    require_all : bool
        Whether every household must be placed.
    gap : float
        Relative gap at which the search stops [1].
    time_limit : float, optional
        Wall-clock limit [s]; none: until proven or the counted work is done.

    Returns
    -------
    Assignment
        Also where no plan exists: then the status is "infeasible" and ``reason`` says why.

    Raises
    ------
    ValueError
        The tables do not match or hold what cannot be; every problem named.
    """
    _check_options(households, sense, objective, gap, time_limit)
    instance = read_tables(households, municipalities, score, compatible, weight)
    clock = Clock(inf if time_limit is None else time_limit)
    return _solve(instance, households.index, require_all, gap, (objective, sense), clock)


def _solve(
    instance: Instance,
    index: pd.Index,
    require_all: bool,  # noqa: FBT001 - one of the options of DESIGN 7
    gap: float,
    ask: tuple[Objective, Sense],
    clock: Clock,
) -> Assignment:
    """Say first whether what must be can be, then improve from a plan in which it is."""
    rules = rules_of(instance)
    case = Case(instance, rules, fits(instance, rules), index, require_all, gap)
    place = np.full(len(instance.households), NOWHERE)
    wanted = Wanted(np.full(len(place), require_all), rules[0].bounds.lower > 0)
    hopeless = impossible_alone(instance, rules, case.open, wanted)
    if hopeless:
        return _no_plan(case, OWN, hopeless)
    if len(wanted.numbers):
        first = least_lack(rules, case.open, wanted, clock)
        if first.value > 0:
            sure = first.bound > LACKING
            reason = why_not(instance, rules, case.open, wanted, clock) if sure else UNKNOWN
            return _no_plan(case, first.proof if sure else NO_PROOF, reason)
        place = first.place
    return _in_order(case, place, *ask, clock)


@dataclass(frozen=True, eq=False)
class Case:
    """What was asked: the instance, its rows, the pairs that exist, and the order of the households in the table."""

    instance: Instance
    rules: tuple[Row, ...]
    open: Bools
    order: pd.Index
    require_all: bool
    gap: float


def _in_order(case: Case, place: Ints, objective: str, sense: str, clock: Clock) -> Assignment:
    """Solve objective after objective; each keeps what those before it reached."""
    rules, levels = case.rules, []
    for name, worth in _objectives(case.instance, objective):
        sign = -1.0 if sense == "max" or name != "score" else 1.0
        unit = unit_of(worth[case.open], COST_STEPS)
        cost = np.where(case.open, sign * unit.count(worth), np.inf)
        stay = np.full(len(place), np.inf if case.require_all else 0.0)
        solved = solve(Problem(cost, stay, rules, unit.whole), place, case.gap, clock)
        place = solved.place
        levels.append(_level(name, solved, worth, sign * unit.step))
        if name != "score":
            rules = (*rules, _keep(name, -cost, solved.value, whole=unit.whole))
    return _result(case, _canonical(case.instance, place), tuple(levels))


def _check_options(households: pd.DataFrame, sense: str, objective: str, gap: float, time_limit: float | None) -> None:
    """Check the options.

    Raises
    ------
    ValueError
        An option is none of those that exist.
    """
    for name, given, known in (("sense", sense, get_args(Sense)), ("objective", objective, get_args(Objective))):
        if given not in known:
            raise ValueError(f"{name} = {given!r}: give one of {', '.join(known)}")
    if not gap >= 0:
        raise ValueError(f"gap = {gap}: give a number of at least 0")
    if time_limit is not None and not time_limit >= 0:
        raise ValueError(f"time_limit = {time_limit}: give seconds, at least 0, or None")
    if "persons" not in households and objective == "persons_then_score":
        raise ValueError("households: column persons is missing; persons_then_score counts it")


def _objectives(instance: Instance, objective: str) -> Iterator[tuple[str, Floats]]:
    """List what is optimised, in order, as the worth of every pair."""
    if objective == "households_then_score":
        yield "households", np.ones(instance.allowed.shape)
    if objective == "persons_then_score":
        yield "persons", np.repeat(instance.persons[:, None], len(instance.places), axis=1)
    yield "score", instance.score


def _keep(name: str, worth: Floats, value: float, *, whole: bool) -> Row:
    """Ask of later levels what this one reached; its worth depends on the household only."""
    each = np.where(np.isfinite(worth), worth, 0.0).max(axis=1, initial=0.0)
    charge = Charge("x", column(each), np.zeros(worth.shape[1], np.int64))
    return Row(f"kept_{name}", charge, Bounds(("all",), ("",), np.array([-value]), np.array([NONE])), whole)


def _level(name: str, solved: Solved, worth: Floats, step: float) -> Level:
    """Express what was solved in the unit of the table."""
    place = solved.place
    who = np.flatnonzero(place >= 0)
    value = fsum(worth[who, place[who]])
    away = max(solved.value - solved.bound, 0.0)
    near = away <= NEAR * max(1.0, abs(solved.value))
    bound = value if near else value - step * away
    gap = 0.0 if near else (abs(bound - value) / abs(value) if value else inf)
    return Level(name, value, bound, gap, solved.proof)


def _canonical(instance: Instance, place: Ints) -> Ints:
    """Among households that are equal in every number, let the first labels take the first municipalities."""
    alike: dict[bytes, list[int]] = {}
    score = np.where(instance.allowed, instance.score, np.nan)
    use = np.zeros((len(place), 0)) if instance.use is None else instance.use
    table = np.column_stack([instance.persons, instance.load, instance.need, score, use])
    for h, row in enumerate(table):
        alike.setdefault((row + 0.0).tobytes(), []).append(h)
    out = place.copy()
    for group in alike.values():
        taken = place[group]
        out[group] = np.concatenate([np.sort(taken[taken >= 0]), taken[taken < 0]])
    return out


def _placements(instance: Instance, order: pd.Index, place: Ints) -> "pd.Series[str]":
    """Name the place of each household, in the order of the table; missing where unplaced."""
    named = [instance.places[g] if g >= 0 else None for g in place]
    out = pd.Series(named, index=pd.Index(instance.households), dtype=object).reindex(order)
    return out.where(out.notna(), None).rename("municipality")


def _no_plan(case: Case, proof: str, reason: str) -> Assignment:
    """Say that there is no plan, and why, or that none was found."""
    none = _placements(case.instance, case.order, np.full(len(case.order), NOWHERE))
    proven = proof != NO_PROOF
    return Assignment(none, nan, nan, inf, proven, "infeasible" if proven else "unknown", proof, reason)


def _result(case: Case, place: Ints, levels: tuple[Level, ...]) -> Assignment:
    """Put the result together: as proven as its weakest level."""
    gap = max(level.gap for level in levels)
    proven = gap <= case.gap + NEAR
    proofs = {level.proof for level in levels}
    proof = next(proof for proof in (NO_PROOF, SOLVER, OWN) if proof in proofs)
    last = levels[-1]
    status: Status = "optimal" if proven else "feasible"
    return Assignment(
        _placements(case.instance, case.order, place), last.value, last.bound, gap, proven, status, proof, levels=levels
    )
