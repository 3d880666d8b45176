"""Whole households at national size: parts of the plan solved again as mixed-integer programs, some side by side.

A round of regions divides the gemeenten into parts that share many households for whom both would do, and frees the
homes of a part with the households there or still in reception. A round of sizes frees all households of some sizes in
the whole country, because large families compete for few homes far apart. What improves is kept. The parts of a round
are cut from one plan and put back in a fixed order, so the result does not depend on how many processors there are.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.random import RandomState

from optimizer.clock import Clock
from optimizer.generation import Relaxation
from optimizer.model import Floats, Ints
from optimizer.neighbourhood import Part, apply, cut_out, improve
from optimizer.plan import NOWHERE, Plan, breaches, objective
from optimizer.pricing import BLOCK, clip, reduced_costs
from optimizer.program import Program


@dataclass(frozen=True, slots=True)
class Step:
    """Rounds of one kind.

    Attributes
    ----------
    gemeenten : int
        Gemeenten per part [gemeenten]; 0 for a round of sizes.
    cells : int
        Cells offered per part, those of least regret [cells].
    rounds : int
        Divisions of the country [rounds].
    nodes : int
        Branch-and-bound nodes per part [nodes].
    gap : float
        A part is solved to this absolute gap, and kept where it gains more [punten].
    """

    gemeenten: int
    cells: int
    rounds: int
    nodes: int
    gap: float


STEPS = (
    Step(0, 8_000, 1, 50, 20.0),
    Step(86, 16_000, 2, 400, 20.0),
    Step(0, 12_000, 1, 200, 10.0),
    Step(57, 20_000, 4, 400, 5.0),
    Step(0, 16_000, 1, 200, 2.0),
    Step(43, 24_000, 6, 400, 1.0),
)
"""What is tried, in order (benchmarks/README.md)."""
FAMILY = 2
"""Rounds of sizes free households of at least so many persons [persons]."""
TOGETHER = 260
"""Households per part of a round of sizes, or the next size would exceed it [households]."""
NEAR = 2.0
"""Gemeenten are near each other for a household that could go to both within this regret [punten]."""
WHOLE = 1_000_000
"""What a household weighs in the affinity, divided over its gemeenten [parts]."""
STALE = 2
"""A step ends after so many rounds in a row that gained less than STILL [rounds]."""
STILL = 1e-4
"""Relative gain of a round that counts as progress [1]."""
SEED = 20260101
"""Seed of the divisions; fixed, so that the same input gives the same plan."""


@dataclass(frozen=True, eq=False)
class Search:
    """What the rounds need to know of the relaxation.

    Attributes
    ----------
    regret : ndarray
        Reduced cost of each cell above the household's best option, staying included [household x plek, punten].
    affinity : ndarray
        How many households would do in both of two gemeenten [gemeente x gemeente].
    """

    program: Program
    regret: Floats
    affinity: Floats


def prepare(program: Program, relaxation: Relaxation) -> Search:
    """Price every cell with the duals of the relaxation, and see which gemeenten compete for the same households."""
    quarter, duals = program.quarter, clip(relaxation.duals, program)
    stay = stay_cost(program) - duals[program.rows["placement"]]
    blocks = [reduced_costs(program, duals, slice(k, k + BLOCK)) for k in range(0, quarter.people.count, BLOCK)]
    costs = np.concatenate(blocks).astype(np.float32)
    regret = costs - np.minimum(costs.min(axis=1), stay)[:, None].astype(np.float32)
    return Search(program, regret, _affinity(program, regret))


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
    if step.gemeenten:
        yield from _regions(search, plan, step, random)
    else:
        yield from _sizes(search, plan, step)


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


def _limit(regret: Floats, cells: int) -> float:
    """Give the regret below which just so many cells lie [punten]."""
    if regret.size <= cells:
        return float(np.finfo(np.float32).max)
    return float(np.partition(regret, cells, axis=None)[cells])


def search_whole(
    search: Search,
    plan: Plan,
    enough: float,
    clock: Clock,
    workers: int,
    say: Callable[[float, int], None],
) -> tuple[Plan, int]:
    """Improve a plan until its value is at most ``enough`` [punten], the steps are done, or the clock says stop.

    Returns
    -------
    Plan, int
        The best plan, and how many parts were solved.
    """
    random, solved, value = RandomState(SEED), 0, objective(search.program, plan)
    with ThreadPoolExecutor(workers) as pool:
        for step in STEPS:
            stale = 0
            for _ in range(step.rounds):
                if value <= enough or stale >= STALE or not clock.left():
                    break
                parts = list(parts_of(search, plan, step, random))
                answers = pool.map(lambda part: improve(part, step.nodes, step.gap, clock.left()), parts)  # noqa: B023
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
