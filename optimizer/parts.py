"""The parts of a plan that a round of the search solves again, and what is known of the relaxation to choose them.

A round of regions divides the gemeenten into parts that share many households for whom both would do, and frees the
homes of a part with the households there or still in reception. A round of sizes frees all households of some sizes in
the whole country, because large families compete for few homes far apart. A round of the worst frees a few gemeenten
where most is lost, each with those where the households live that it would suit.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.random import RandomState

from optimizer.generation import Relaxation
from optimizer.model import Floats, Ints
from optimizer.neighbourhood import Part, cut_out
from optimizer.plan import NOWHERE, Plan
from optimizer.pricing import BLOCK, clip, reduced_costs
from optimizer.program import Program, area_gemeente

WORST = 6
"""Gemeenten that a round of the worst starts from [gemeenten]."""
FAMILY = 2
"""Rounds of sizes free households of at least so many persons [persons]."""
TOGETHER = 260
"""Households per part of a round of sizes, or the next size would exceed it [households]."""
NEAR = 2.0
"""Gemeenten are near each other for a household that could go to both within this regret [punten]."""
WHOLE = 1_000_000
"""What a household weighs in the affinity, divided over its gemeenten [parts]."""


@dataclass(frozen=True, slots=True)
class Step:
    """Rounds of one kind.

    Attributes
    ----------
    kind : str
        What a round frees: regions, sizes, or the gemeenten where most is lost and those around them.
    gemeenten : int
        Gemeenten per part [gemeenten]; a round of sizes frees them all.
    cells : int
        Cells offered per part, those of least regret [cells].
    rounds : int
        Divisions of the country [rounds].
    nodes : int
        Branch-and-bound nodes per part [nodes].
    gap : float
        A part is solved to this absolute gap, and kept where it gains more [punten].
    """

    kind: Literal["regions", "sizes", "worst"]
    gemeenten: int
    cells: int
    rounds: int
    nodes: int
    gap: float


@dataclass(frozen=True, eq=False)
class Search:
    """What the rounds need to know of the relaxation.

    Attributes
    ----------
    regret : ndarray
        Reduced cost of each cell above the household's best option, staying included [household x plek, punten].
    duals : ndarray
        Of the relaxation, clipped [punten/unit].
    stay : ndarray
        The same for staying in reception [household, punten].
    affinity : ndarray
        How many households would do in both of two gemeenten [gemeente x gemeente].
    """

    program: Program
    duals: Floats
    regret: Floats
    stay: Floats
    affinity: Floats


def prepare(program: Program, relaxation: Relaxation) -> Search:
    """Price every cell with the duals of the relaxation, and see which gemeenten compete for the same households."""
    quarter, duals = program.quarter, clip(relaxation.duals, program)
    stay = stay_cost(program) - duals[program.rows["placement"]]
    blocks = [reduced_costs(program, duals, slice(k, k + BLOCK)) for k in range(0, quarter.people.count, BLOCK)]
    costs = np.concatenate(blocks).astype(np.float32)
    best = np.minimum(costs.min(axis=1), stay)
    regret = costs - best[:, None].astype(np.float32)
    return Search(program, duals, regret, stay - best, _affinity(program, regret))


def _affinity(program: Program, regret: Floats) -> Floats:
    """Count the households that would do in both of two gemeenten, each household divided over its gemeenten.

    Whole numbers below 2**53, so that the sums are exact and equal on every processor.
    """
    near = np.zeros((len(regret), len(program.quarter.codes)))
    for plek, host in enumerate(program.quarter.plekken.host):
        np.maximum(near[:, host], regret[:, plek] <= NEAR, out=near[:, host])
    weight = np.floor(WHOLE / np.maximum(near.sum(axis=1, keepdims=True), 1))
    affinity: Floats = near.T @ (near * weight)
    np.fill_diagonal(affinity, 0)
    return affinity


def stay_cost(program: Program) -> Floats:
    """Give what staying in reception costs each household [punten]."""
    stay = next(s for s in program.segments if s.goal == "uitstroom" and s.sign > 0)
    return program.rates["uitstroom"] * stay.price


def divide(search: Search, size: int, random: RandomState) -> Ints:
    """Divide the gemeenten into parts of about ``size`` that hang together; give the part of each gemeente."""
    count = len(search.affinity)
    parts = max(1, round(count / size))
    most = -(-count // parts)
    part = np.full(count, -1)
    for first in random.permutation(count):
        if part[first] >= 0:
            continue
        now = int(part.max()) + 1
        part[first] = now
        pull = search.affinity[first].copy()
        for _ in range(most - 1):
            free = np.flatnonzero(part < 0)
            if not len(free):
                break
            chosen = free[np.argmax(pull[free] * random.uniform(0.5, 1.5, len(free)))]
            part[chosen] = now
            pull += search.affinity[chosen]
    return part


def parts_of(search: Search, plan: Plan, step: Step, random: RandomState) -> Iterator[Part]:
    """Cut a round's parts out of the plan."""
    if step.kind == "regions":
        return _regions(search, plan, step, random)
    return _sizes(search, plan, step) if step.kind == "sizes" else _worst(search, plan, step, random)


def _regions(search: Search, plan: Plan, step: Step, random: RandomState) -> Iterator[Part]:
    """Divide the country; everyone still in reception joins the part that suits best, by chance among near ones."""
    program, plekken = search.program, search.program.quarter.plekken
    part = divide(search, step.gemeenten, random)
    waiting = np.flatnonzero(plan.plek == NOWHERE)
    noise = random.uniform(0.5, 1.5, (len(waiting), plekken.count))
    joins = part[plekken.host[np.argmin(search.regret[waiting] * noise, axis=1)]]
    for number in range(int(part.max()) + 1):
        inside = np.flatnonzero((part[plekken.owner] == number) & (part[plekken.host] == number))
        who = np.concatenate([np.flatnonzero(np.isin(plan.plek, inside)), waiting[joins == number]])
        if len(who) and len(inside):
            regret = search.regret[np.ix_(who, inside)]
            yield cut_out(program, plan, inside, who, regret <= _limit(regret, step.cells))


def _sizes(search: Search, plan: Plan, step: Step) -> Iterator[Part]:
    """Free all households of some sizes in the whole country, the largest first."""
    program, people = search.program, search.program.quarter.people
    everywhere, who = np.arange(program.quarter.plekken.count), np.zeros(0, np.int64)
    sizes = sorted({int(n) for n in people.persons if n >= FAMILY}, reverse=True)
    for at, size in enumerate(sizes):
        who = np.concatenate([who, np.flatnonzero(people.persons == size)])
        next_one = sizes[at + 1] if at + 1 < len(sizes) else 0
        if not next_one or len(who) + (people.persons == next_one).sum() > TOGETHER:
            regret = search.regret[who]
            yield cut_out(program, plan, everywhere, who, regret <= _limit(regret, step.cells))
            who = np.zeros(0, np.int64)


def _worst(search: Search, plan: Plan, step: Step, random: RandomState) -> Iterator[Part]:
    """Free each gemeente where most is lost, with those where the households live that it would suit."""
    program, plekken = search.program, search.program.quarter.plekken
    free, waiting = np.ones(len(program.quarter.codes), bool), plan.plek == NOWHERE
    for worst in np.argsort(-losses(search, plan) * random.uniform(0.5, 1.5, len(free)), kind="stable")[:WORST]:
        if not free[worst]:
            continue
        there = search.regret[:, plekken.host == worst].min(axis=1)
        suits = np.argsort((there + 1) / stay_cost(program), kind="stable")
        lives = plekken.host[plan.plek[suits[plan.plek[suits] != NOWHERE]]]
        lives = np.concatenate([[worst], lives[free[lives]]])
        _, first = np.unique(lives, return_index=True)
        chosen = lives[np.sort(first)][: step.gemeenten]
        free[chosen] = False
        inside = np.flatnonzero(np.isin(plekken.owner, chosen) & np.isin(plekken.host, chosen))
        wants = waiting & (search.regret[:, inside].min(axis=1, initial=np.inf) <= NEAR)
        waiting &= ~wants  # a second part that placed them would be refused
        who = np.flatnonzero(np.isin(plan.plek, inside) | wants)
        if len(who):
            regret = search.regret[np.ix_(who, inside)]
            yield cut_out(program, plan, inside, who, regret <= _limit(regret, step.cells))


def losses(search: Search, plan: Plan) -> Floats:
    """Give what is lost per gemeente: priced room left empty, regret of households it would suit best [punten]."""
    program, placed = search.program, plan.placed
    out = np.zeros(len(program.quarter.codes))
    left = np.where(np.isfinite(program.upper), program.upper - plan.activity, 0)
    worth = left * -np.minimum(search.duals, 0)
    for name in program.rows:
        gemeente = area_gemeente(program, name)
        if gemeente is not None:
            by_area = worth[program.rows[name]].reshape(len(gemeente), -1).sum(axis=1)
            np.add.at(out, gemeente, np.maximum(by_area, 0))
    excess = search.stay.copy()
    excess[placed.who] = search.regret[placed.who, placed.plek]
    np.add.at(out, program.quarter.plekken.host[np.argmin(search.regret, axis=1)], excess)
    return out


def _limit(regret: Floats, cells: int) -> float:
    """Give the regret below which just so many cells lie [punten]."""
    if regret.size <= cells:
        return float(np.finfo(np.float32).max)
    return float(np.partition(regret, cells, axis=None)[cells])
