"""Another plan that is as good: two households that trade places, or one that goes to another home or to none."""

from collections.abc import Iterator

import numpy as np
from numpy.random import RandomState

from optimizer.equal import Change, check, free_homes, in_own_units, moved_goals
from optimizer.evidence import LEFT_OUT
from optimizer.model import Floats, Ints
from optimizer.moves import NO_HOME, Moves, effect, home_cells
from optimizer.plan import NOWHERE, Plan
from optimizer.program import Program

SEED = 20260101
"""Seed of the numbers by which households that load alike are found; it chooses candidates, never an answer."""
PAIRS = 20
"""Trades of households that load alike, counted exactly, per goal at most [changes]."""
MOST = 20_000
"""Other changes looked at, at most; more households and homes than that are sampled evenly [changes]."""
NEAR = 1e-6
"""A change that moves a goal by more is no candidate [unit of the goal]."""


def rival(program: Program, plan: Plan, order: tuple[str, ...]) -> tuple[Change, int] | None:
    """Find a change that leaves as many of the first goals as it can exactly as they are, and count it again.

    Parameters
    ----------
    order : tuple of str
        The goals, the first first.

    Returns
    -------
    tuple or None
        The change, and how many of the first goals it leaves as they are; None: no change leaves the first.
    """
    own, homes = in_own_units(program), home_cells(program, plan)
    best, depth = None, 0
    for count in range(len(order), 0, -1):
        first = next((c for c in trades(own, plan, homes, order[:count]) if kept(own, plan, c, order) >= count), None)
        if first is not None:
            best, depth = first, kept(own, plan, first, order)
            break
    if depth < len(order) - 1:
        for change in others(own, plan, homes, order, depth):
            if (found := kept(own, plan, change, order)) > depth:
                best, depth = change, found
    if best is None:
        return None
    check(own, plan, best, order[:depth])
    return best, depth


def kept(program: Program, plan: Plan, change: Change, order: tuple[str, ...]) -> int:
    """Give how many of the first goals a change leaves exactly as they are; 0 where it breaks a rule [goals]."""
    moved = moved_goals(program, plan, change)
    if moved is None:
        return 0
    return next((n for n, goal in enumerate(order) if goal in moved), len(order))


def trade(plan: Plan, homes: Ints, one: int, other: int) -> Change:
    """Let two households trade places, and homes with them."""
    pair, back = (one, other), (other, one)
    places, cells = tuple(int(plan.plek[h]) for h in back), tuple(int(homes[h]) for h in pair)
    return Change(pair, places, cells, cells[::-1])


def trades(program: Program, plan: Plan, homes: Ints, goals: tuple[str, ...]) -> Iterator[Change]:
    """List trades of two households that load every rule alike and cost these goals alike everywhere."""
    alike = signatures(program, goals)
    placed = np.flatnonzero(plan.plek != NOWHERE)
    yield from _neighbours(plan, homes, placed, alike[placed])
    staying = np.column_stack([alike, *(stay_costs(program, goal) for goal in goals)])
    yield from _neighbours(plan, homes, np.arange(len(plan.plek)), staying)


def _neighbours(plan: Plan, homes: Ints, who: Ints, alike: Floats) -> Iterator[Change]:
    """List trades between the members of a class who are somewhere else, each with the next one."""
    if not len(who):
        return
    _, label = np.unique(alike, axis=0, return_inverse=True)
    order = np.lexsort((who, plan.plek[who], label.ravel()))
    same = label.ravel()[order][1:] == label.ravel()[order][:-1]
    apart = plan.plek[who[order]][1:] != plan.plek[who[order]][:-1]
    for at in np.flatnonzero(same & apart)[:PAIRS]:
        yield trade(plan, homes, int(who[order[at]]), int(who[order[at + 1]]))


def signatures(program: Program, goals: tuple[str, ...]) -> Floats:
    """Give numbers that are the same for households that load all shared rules and these goals alike [household]."""
    random, found = RandomState(SEED), [program.quarter.people.group.astype(float)]
    for name, charges in program.charges.items():
        for charge in charges if name not in LEFT_OUT else ():
            if charge.layer == "x":
                found.append(charge.load @ random.random_sample(charge.load.shape[1]))
                if charge.rate is not None and charge.rate.ndim > 1:
                    found.append(charge.rate @ random.random_sample(charge.rate.shape[1]))
    costs = (cost for goal in goals for cost in program.costs[goal] if cost.layer == "x")
    found += [cost.load @ random.random_sample(cost.load.shape[1]) for cost in costs]
    return np.column_stack(found)


def stay_costs(program: Program, goal: str) -> Floats:
    """Give what it costs one goal that a household stays in reception, by the rows of its own [household, punten]."""
    out = np.zeros(program.quarter.people.count)
    row = np.zeros(program.height)
    for segment in program.segments:
        if segment.goal == goal and segment.sign > 0:
            lacks = np.minimum(np.where(np.isfinite(program.lower), program.lower, 0)[segment.row], segment.width)
            row[segment.row] += program.rates[goal] * segment.price * lacks
    for name in LEFT_OUT:
        for charge in program.charges.get(name, ()) if name != "link" else ():
            entries = charge.load.tocoo()
            np.add.at(out, entries.row, row[program.rows[name].start + entries.col])
    return out


def others(program: Program, plan: Plan, homes: Ints, order: tuple[str, ...], depth: int) -> list[Change]:
    """List further changes that seem to leave more goals as they are than ``depth``, the most first."""
    found = [*_leaving(program, plan, homes), *_trading(program, plan, homes)]
    if not found:
        return []
    steps = [change.moves() for change in found]
    number = np.repeat(np.arange(len(found)), [len(step.who) for step in steps])
    parts = (np.concatenate([getattr(s, part) for s in steps]) for part in ("who", "to", "home_from", "home_to"))
    seen = effect(program, plan, Moves(number, *parts), len(found))
    still = np.column_stack([np.abs(seen.change[goal]) < NEAR for goal in order])
    keeps = np.where(seen.lawful, np.cumprod(still, axis=1).sum(axis=1), 0)
    best = np.argsort(-keeps, kind="stable")[:PAIRS]
    return [found[n] for n in best if keeps[n] > depth]


def _leaving(program: Program, plan: Plan, homes: Ints) -> list[Change]:
    """List changes of one household: into a home that is left, or out of its home."""
    group, offer = program.quarter.people.group, program.quarter.homes.offer_group
    out = [Change((h,), (NOWHERE,), (int(homes[h]),), (NO_HOME,)) for h in plan.placed.who.tolist()]
    free = free_homes(program, plan)
    there = program.y.plek[free]
    may = (group[:, None] == offer[program.y.who[free]]) & (plan.plek[:, None] != there) & program.allowed[:, there]
    who, cell = np.nonzero(may)
    step = 1 + (len(who) + len(out)) // MOST
    out += [
        Change((h,), (int(there[c]),), (int(homes[h]),), (int(free[c]),))
        for h, c in zip(who[::step].tolist(), cell[::step].tolist(), strict=True)
    ]
    return out[: 2 * MOST]


def _trading(program: Program, plan: Plan, homes: Ints) -> list[Change]:
    """List trades of two households of one housing group that are somewhere else."""
    group, plek = program.quarter.people.group, plan.plek
    one, other = np.triu_indices(min(len(plek), 2 * int(MOST**0.5)), 1)
    may = (group[one] == group[other]) & (plek[one] != plek[other])
    pairs = zip(one[may].tolist(), other[may].tolist(), strict=True)
    return [trade(plan, homes, h, k) for h, k in pairs][:MOST]
