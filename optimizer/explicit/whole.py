"""Plans of whole households: made lawful from any wish, improved by moves and exchanges, and in parts by HiGHS."""

from dataclasses import dataclass

import numpy as np
from numpy.random import RandomState

from optimizer.clock import Clock
from optimizer.explicit.problem import Problem, program
from optimizer.highs import solve_milp
from optimizer.model import Bools, Floats, Ints
from optimizer.plan import NOWHERE
from optimizer.program import Cells

TURNS = 400
"""Most moves and exchanges of one descent [moves]."""
EXCHANGES = 600
"""Households up to which exchanges of two are tried [households]."""
NODES = 40
"""Nodes of one part [nodes]."""
SECONDS = 20.0
"""Safety net of one part [s]."""
PART_CELLS = 6_000
"""Pairs offered to a part, those of least regret [pairs]."""


HUGE = 1e200
"""Stands for a cost that may not be, where infinities would cancel [units]."""


@dataclass(frozen=True, eq=False)
class Uses:
    """What every household takes of every row, as tables.

    Attributes
    ----------
    load : tuple of ndarray
        Per kind of row [unit of the rule, household x place].
    row : tuple of ndarray
        Row of each place, per kind [rows].
    """

    problem: Problem
    load: tuple[Floats, ...]
    row: tuple[Ints, ...]

    def left(self, place: Ints) -> Floats:
        """Give the room left in every row [unit of the rule]."""
        return self.problem.room() - self.problem.activity(place)

    def fits(self, left: Floats, who: int) -> Bools:
        """Say at which places there is room for a household."""
        ok: Bools = np.isfinite(self.problem.cost[who])
        for load, row in zip(self.load, self.row, strict=True):
            ok &= load[who] <= left[row]
        return ok

    def put(self, left: Floats, who: int, place: int, sign: float = -1.0) -> None:
        """Take the room of a household at a place, or give it back with sign 1."""
        for load, row in zip(self.load, self.row, strict=True):
            left[row[place]] += sign * load[who, place]


def uses(problem: Problem) -> Uses:
    """Write the charges out per household and place."""
    loads, rows = [], []
    n, m = problem.shape
    for k, rule in enumerate(problem.rules):
        kinds = rule.charge.load.shape[1]
        for kind in range(kinds):
            load = rule.charge.load[:, [kind]].toarray() * (1.0 if rule.charge.rate is None else rule.charge.rate)
            loads.append(np.broadcast_to(load, (n, m)))
            rows.append(problem.starts[k] + rule.charge.place * kinds + kind)
    return Uses(problem, tuple(loads), tuple(rows))


def repaired(table: Uses, wish: Ints, cost: Floats) -> Ints:
    """Give a plan near a wish: those placed who fit, dearest regret first, then everybody else where it is cheapest.

    Parameters
    ----------
    cost : ndarray
        What guides the choice, prices of the rows included [units, household x place].
    """
    problem = table.problem
    place, left = np.full(len(wish), NOWHERE), table.left(np.full(len(wish), NOWHERE))
    ordered = np.sort(np.column_stack([cost, problem.stay]), axis=1)
    with np.errstate(invalid="ignore"):
        regret = np.nan_to_num(ordered[:, 1] - ordered[:, 0], nan=0.0, posinf=np.inf)
    order = np.argsort(-regret, kind="stable")
    for who in order[wish[order] >= 0]:
        if table.fits(left, who)[wish[who]]:
            place[who] = wish[who]
            table.put(left, who, wish[who])
    for who in order[place[order] < 0]:
        fit = np.where(table.fits(left, who), cost[who], np.inf)
        at = int(fit.argmin()) if len(fit) else 0
        if len(fit) and np.isfinite(fit[at]) and (fit[at] <= problem.stay[who] or np.isinf(problem.stay[who])):
            place[who] = at
            table.put(left, who, at)
    return place


def descend(table: Uses, place: Ints) -> Ints:
    """Move one household, or exchange two, for the largest gain, until nothing gains; needs no lower bounds."""
    problem, place = table.problem, place.copy()
    everyone = np.arange(len(place))
    for _ in range(TURNS):
        left = table.left(place)
        here = np.where(place >= 0, problem.cost[everyone, place], problem.stay)
        gain = np.minimum(here, HUGE)[:, None] - problem.cost
        ok = gain > 1e-9
        for load, row in zip(table.load, table.row, strict=True):
            own = (row[None, :] == row[place][:, None]) & (place >= 0)[:, None]
            ok &= load <= left[row][None, :] + np.where(own, load[everyone, place][:, None], 0.0)
        gain = np.where(ok, gain, -np.inf)
        best = int(gain.argmax())
        one, two = divmod(best, gain.shape[1])
        if gain.flat[best] > 0:
            place[one] = two
            continue
        pair = _exchange(table, place, left, here) if len(place) <= EXCHANGES else None
        if pair is None:
            return place
        one, two = pair
        place[one], place[two] = place[two], place[one]
    return place


def _exchange(table: Uses, place: Ints, left: Floats, here: Floats) -> tuple[int, int] | None:
    """Find the two households whose exchange gains most; one of them may be unplaced."""
    problem = table.problem
    cost = np.column_stack([problem.cost, problem.stay])
    there = np.where(np.isfinite(cost), cost, HUGE)[:, place]
    gain = here[:, None] + here[None, :] - there - there.T
    ok = (gain > 1e-9) & (place[:, None] != place[None, :])
    for load, row in zip(table.load, table.row, strict=True):
        wide, row_at = np.column_stack([load, np.zeros(len(place))]), np.append(row, -1)
        comes = wide[:, place]
        own = np.diagonal(comes)
        room = np.where(place >= 0, left[row_at[place]], np.inf)
        shared = row_at[place][:, None] == row_at[place][None, :]
        one = comes <= room[None, :] + own[None, :] + np.where(shared, own[:, None] - comes.T, 0.0)
        ok &= one & one.T
    gain = np.where(ok, gain, -np.inf)
    best = int(gain.argmax()) if gain.size else 0
    return divmod(best, len(place)) if gain.size and gain.flat[best] > 0 else None


def improve_part(
    problem: Problem, place: Ints, free: Ints, cells: Cells, nodes: int, gap: float, seconds: float
) -> Ints:
    """Solve some households again over some pairs, present ones included; the rest stays. Keeps what is better."""
    others = place.copy()
    others[free] = NOWHERE
    arrays = program(problem, cells, problem.activity(others), free)
    start = (place[cells.who] == cells.plek).astype(float)
    short = problem.lacks(problem.activity(place))[problem.short]
    answer = solve_milp(arrays, np.concatenate([start, short]), nodes, gap, seconds)
    return place if answer is None else taken(problem, others, cells, answer.columns, place)


def offered(problem: Problem, place: Ints, free: Ints, inside: Bools, regret: Floats, most: int) -> Cells:
    """List the pairs of least regret of some households and places, present ones included."""
    above = np.where(inside[None, :] & np.isfinite(problem.cost[free]), regret[free], np.inf)
    now = place[free]
    at = np.flatnonzero(now >= 0)
    above[at, now[at]] = -np.inf
    wanted = above < np.inf
    if wanted.sum() > most:
        wanted &= above <= np.partition(above[wanted], most)[most]
    row, col = np.nonzero(wanted)
    return Cells(free[row], col)


def taken(problem: Problem, others: Ints, cells: Cells, x: Floats, place: Ints) -> Ints:
    """Read a plan from columns, and keep it where it is lawful by our own count and better."""
    new = others.copy()
    on = x[: len(cells)] > 0.5
    new[cells.who[on]] = cells.plek[on]
    better = problem.lawful(new) and problem.value(new) < problem.value(place)
    return new if better else place


def some_places(problem: Problem, place: Ints, size: int, random: RandomState) -> Bools:
    """Draw a part: one place, and those that suit its households and the unplaced best, by chance among near ones."""
    m = problem.shape[1]
    if size >= m:
        return np.ones(m, bool)
    first = int(random.randint(m))
    there = np.flatnonzero((place == first) | (place < 0))
    cost = np.where(np.isfinite(problem.cost[there]), problem.cost[there], np.nan)
    with np.errstate(invalid="ignore"):
        rank = np.argsort(np.argsort(np.nan_to_num(cost, nan=np.inf), axis=1), axis=1)
    pull = (1.0 / (1.0 + rank)).sum(axis=0) * random.uniform(0.5, 1.5, m)
    pull[first] = np.inf
    inside = np.zeros(m, bool)
    inside[np.argsort(-pull, kind="stable")[:size]] = True
    return inside


@dataclass(frozen=True, slots=True)
class Effort:
    """How a search goes on: most parts [parts], places per part [places], and the relative gap that is enough [1]."""

    rounds: int
    size: int
    gap: float


def search(problem: Problem, place: Ints, regret: Floats, bound: float, effort: Effort, clock: Clock) -> Ints:
    """Solve part after part, until the value is near the bound or nothing gains any more."""
    gap, size = effort.gap, effort.size
    random, idle, value = RandomState(0), 0, problem.value(place)
    for _ in range(effort.rounds):
        if value - gap * abs(value) <= bound or not clock.left() or idle > 2 * problem.shape[1] / size + 4:
            break
        inside = some_places(problem, place, size, random)
        free = np.flatnonzero((place < 0) | inside[place])
        cells = offered(problem, place, free, inside, regret, PART_CELLS)
        part = 0.99 if problem.whole else max(1e-7, 0.1 * gap * abs(value) * size / problem.shape[1])
        new = improve_part(problem, place, free, cells, NODES, part, min(clock.left(), SECONDS))
        idle = idle + 1 if new is place else 0
        place, value = new, problem.value(new)
        if size >= problem.shape[1]:
            break
    return place
