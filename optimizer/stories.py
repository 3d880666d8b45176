"""Why each household is where it is: its points, its best other place, and what that would cost everyone else.

Every difference is counted in the fixed plan with the household there, never read off a dual.
"""

from dataclasses import dataclass

import numpy as np

from optimizer.explained import Uitleg
from optimizer.model import Bools, Floats, Ints
from optimizer.moves import NO_HOME, Effect, Moves, effect, home_cells
from optimizer.parts import stay_cost
from optimizer.plan import NOWHERE, Plan
from optimizer.pricing import BLOCK
from optimizer.program import Program
from optimizer.stream import Stream

OWN_ROWS = ("large_homes", "lock_household")
"""Rules with a row for some households, besides placement."""
TRIES = 10
"""Free places counted per household, and exchanges, those of least points by the households' own costs: the first may
cost others more, or break a rule that looks at more than room, where another does not [places; exchanges]."""
NOBODY = -1


@dataclass(frozen=True, eq=False)
class Tries:
    """Other places to count: a household, the plek, the home there if one is free, and with whom it is exchanged."""

    who: Ints
    plek: Ints
    home: Ints
    other: Ints


@dataclass(frozen=True, eq=False)
class Removed:
    """What taking each placed household out of the plan would do."""

    placed: Ints
    homes: Ints
    effect: Effect


def removed(program: Program, plan: Plan) -> Removed:
    """Take every placed household out, one at a time."""
    placed, homes = plan.placed.who, home_cells(program, plan)
    count = len(placed)
    nowhere, none = np.full(count, NOWHERE), np.full(count, NO_HOME)
    moves = Moves(np.arange(count), placed, nowhere, homes[placed], none)
    return Removed(placed, homes, effect(program, plan, moves, count))


def stories(program: Program, plan: Plan, out: Removed) -> tuple[Uitleg, ...]:
    """Explain every household, by pseudonym."""
    cost = own_cost(program)
    tries = _all_tries(program, plan, cost)
    found = effect(program, plan, _moves(plan, out.homes, tries), len(tries.who))
    own = _own_change(program, plan, cost, out.homes, tries)
    best = _best(found, tries, program.quarter.people.count)
    points = {int(h): k for k, h in enumerate(out.placed)}
    return tuple(
        _story(program, plan, household, points.get(household), out.effect, (tries, found, own, int(best[household])))
        for household in range(program.quarter.people.count)
    )


def own_cost(program: Program) -> Floats:
    """Give what each x cell costs over all goals, +inf where it does not exist [household x plek, punten]."""
    out = np.full(program.allowed.shape, np.inf)
    for first in range(0, len(out), BLOCK):
        block = slice(first, first + BLOCK)
        total = np.zeros_like(out[block])
        for goal, rate in program.rates.items():
            for part in program.costs[goal]:
                if part.layer == "x":
                    total += rate * part.grid(block)
        out[block] = np.where(program.allowed[block], total, np.inf)
    return out


def all_stay_cost(program: Program) -> Floats:
    """Give what staying costs each household over all rules with a row of its own: also large homes and locks [punten].

    A row of such a rule is short by what its one household carries.
    """
    stay = stay_cost(program).copy()
    for segment in program.segments:
        for name in OWN_ROWS:
            rows = program.rows[name]
            inside = (segment.row >= rows.start) & (segment.row < rows.stop)
            if segment.sign > 0 and inside.any():
                load = program.charges[name][0].load.tocsc()
                column = segment.row[inside] - rows.start
                price = program.rates[segment.goal] * segment.price[inside]
                for at, each in zip(column, price, strict=True):
                    span = slice(int(load.indptr[at]), int(load.indptr[at + 1]))
                    stay[load.indices[span]] += each * load.data[span]
    return stay


def _all_tries(program: Program, plan: Plan, cost: Floats) -> Tries:
    """List the best free places and the best exchanges of every household, by what they cost itself."""
    stream = Stream(program)
    stream.stand_at(plan)
    stay, parts = all_stay_cost(program), []
    for group in range(len(program.quarter.people.kinds)):
        members = np.flatnonzero(program.quarter.people.group == group)
        homes = stream.homes_left(int(members[0]))
        home_cost = np.where(homes >= 0, program.fixed.cost[homes], np.inf)
        there = members[plan.plek[members] != NOWHERE]
        for household in members:
            now = int(plan.plek[household])
            room = stream.room_for(int(household)) if now == NOWHERE else stream.room_elsewhere(int(household), now)
            free = np.where(room, cost[household] + home_cost, np.inf)
            if now != NOWHERE:
                free[now] = np.inf
            best = np.argsort(free, kind="stable")[:TRIES]
            parts += [(household, plek, homes[plek], NOBODY) for plek in best[np.isfinite(free[best])]]
            others = _exchanges(plan, cost, stay, int(household), there)
            parts += [(household, plan.plek[other], NO_HOME, other) for other in others]
    table = np.array(parts, np.int64).reshape(-1, 4)
    return Tries(*table.T)


def _exchanges(plan: Plan, cost: Floats, stay: Floats, household: int, there: Ints) -> Ints:
    """Give the households with which an exchange adds the fewest points to the two of them."""
    now, places = plan.plek[household], plan.plek[there]
    mine = cost[household, places] - (stay[household] if now == NOWHERE else cost[household, now])
    theirs = (stay[there] if now == NOWHERE else cost[there, now]) - cost[there, places]
    total = np.where(places == now, np.inf, mine + theirs)
    few = min(TRIES, len(total))
    chosen = np.argpartition(total, few - 1)[:few] if few else np.zeros(0, np.int64)
    return there[chosen[np.isfinite(total[chosen])]]


def _moves(plan: Plan, homes: Ints, tries: Tries) -> Moves:
    """Write the tries as steps: the household, and the other where there is one."""
    number, swap = np.arange(len(tries.who)), np.flatnonzero(tries.other != NOBODY)
    gives = np.where(tries.other == NOBODY, homes[tries.who], NO_HOME)
    none = np.full(len(swap), NO_HOME)
    return Moves(
        np.concatenate([number, swap]),
        np.concatenate([tries.who, tries.other[swap]]),
        np.concatenate([tries.plek, plan.plek[tries.who[swap]]]),
        np.concatenate([gives, none]),
        np.concatenate([tries.home, none]),
    )


def _own_change(program: Program, plan: Plan, cost: Floats, homes: Ints, tries: Tries) -> Floats:
    """Give the points that a try adds for the household itself: its place, its home, its waiting [try, punten]."""
    now, price = plan.plek[tries.who], np.append(program.fixed.cost, 0.0)
    before = np.where(now == NOWHERE, all_stay_cost(program)[tries.who], cost[tries.who, now])
    home_now = np.where(now == NOWHERE, 0.0, price[homes[tries.who]])
    taken = np.where(tries.other == NOBODY, tries.home, homes[np.maximum(tries.other, 0)])
    return np.asarray(cost[tries.who, tries.plek] + price[taken] - before - home_now)


def _best(found: Effect, tries: Tries, count: int) -> Ints:
    """Give each household's lawful try of fewest points, NOBODY where there is none [household]."""
    out = np.full(count, NOBODY)
    order = np.lexsort((np.arange(len(tries.who)), -np.round(found.total, 6)))
    order = order[found.lawful[order]]
    out[tries.who[order]] = order
    return out


def _story(
    program: Program,
    plan: Plan,
    household: int,
    placed: int | None,
    taken: Effect,
    best: tuple[Tries, Effect, Floats, int],
) -> Uitleg:
    """Put the explanation of a household together."""
    quarter, (tries, found, own, at) = program.quarter, best
    codes, plekken = quarter.codes, quarter.plekken
    points = {} if placed is None else {goal: -float(change[placed]) for goal, change in taken.change.items()}
    now, way, other, where = plan.plek[household], "geen", "", ""
    mine = theirs = 0.0
    if at != NOBODY:
        swap = tries.other[at] != NOBODY
        way = "vrij" if not swap else "plaats_van" if now == NOWHERE else "ruil"
        other = quarter.people.ids[tries.other[at]] if swap else ""
        where = codes[plekken.owner[tries.plek[at]]]
        mine = float(own[at])
        theirs = float(found.total[at]) - mine
    return Uitleg(
        quarter.people.ids[household],
        int(quarter.people.persons[household]),
        "" if now == NOWHERE else codes[plekken.owner[now]],
        points,
        _possible(program.allowed[household], plekken.host),
        where,
        way,
        other,
        mine,
        theirs,
    )


def _possible(allowed: Bools, host: Ints) -> int:
    """Count the gemeenten where a household could live [gemeenten]."""
    return len(np.unique(host[allowed]))
