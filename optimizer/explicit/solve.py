"""One objective solved: relaxation, sharper bound, plans, what can be ruled out, and our own branching on the rest."""

from dataclasses import dataclass
from math import fsum

import highspy
import numpy as np

from optimizer.clock import Clock
from optimizer.explicit.best import Best
from optimizer.explicit.bound import Priced, Relaxation, relax, rounded
from optimizer.explicit.branch import branch
from optimizer.explicit.knapsack import Knapsacks, knapsacks
from optimizer.explicit.problem import Problem, program
from optimizer.explicit.sharpen import Sharp, closed, ruled_out, sharpen, shut, too_high
from optimizer.explicit.units import NEAR
from optimizer.explicit.whole import Effort, improve_part, offered, search, taken
from optimizer.highs import hand_over
from optimizer.model import Floats, Ints
from optimizer.plan import NOWHERE
from optimizer.program import Cells

OWN = "own bound"
"""Proof: a bound over all plans that this package computed."""
SOLVER = "solver on the reduced problem"
"""Proof: our bound ruled out part of all pairs, and HiGHS says that the rest holds nothing better."""
NO_PROOF = "none"
"""Nothing is proved within the asked gap."""
STEPS = 600
"""Subgradient steps on the whole problem [steps]."""
PARTS = 40
"""Parts solved again after branching [parts]."""
PART_PLACES = 8
"""Places of a part [places]."""
LARGE_PARTS = 200
"""Parts of a large problem solved again [parts]."""
NODES = 5_000
"""Nodes of our own branching [nodes]."""
FIRST_CAP = 2e-4
"""How far the first cap is above the bound, relative; at least 1 where costs are whole [1]."""
FEW = 60
"""A cap that took fewer nodes is followed by one twice as far away [nodes]."""
RARELY = 200
"""Contents of places of which one is made a plan while branching [contents]."""
LAST_NODES = 20_000
"""Nodes that HiGHS may take on the reduced problem [nodes]."""
OURS = 0.6
"""Part of the time left that our own branching may take before HiGHS is asked [1]."""
SURE = (0.9, 0.999, 0.999, 2.0)
"""Parts of a household at one place from which a round of a large problem leaves it there [1]."""
DUST = 1e-4
"""Parts of a household that interior point leaves anywhere [1]."""
ROUND_CELLS = 20_000
"""Pairs that such a round offers [pairs]."""
ROUND_NODES = 30
"""Nodes of such a round [nodes]."""
ROUND_SECONDS = 60.0
"""Safety net of such a round [s]."""
LARGE = 60_000
"""Pairs from which the knapsack bound and branching are left out [pairs]."""


@dataclass(frozen=True, eq=False)
class Solved:
    """A plan and how good it provably is.

    Attributes
    ----------
    place : ndarray
        Place of each household, or NOWHERE.
    value, bound : float
        Cost of the plan, and what no plan is below [units].
    proof : str
        ``OWN``, ``SOLVER`` or ``NO_PROOF``.
    """

    place: Ints
    value: float
    bound: float
    proof: str


def solve(problem: Problem, place: Ints, gap: float, clock: Clock) -> Solved:
    """Improve a lawful plan and prove how good it is, up to a relative gap [1]."""
    best = Best(problem, place, gap)
    if not np.isfinite(problem.cost).any():  # nobody can go anywhere: one plan
        return Solved(place, best.value, best.value, OWN)
    relaxation = relax(problem, clock, place, min(0.1 * gap, 1e-4) if gap else 1e-6)
    bound = rounded(problem, relaxation.priced.bound)
    best.guide = problem.reduced(relaxation.priced.duals)
    _round_off(best, relaxation)
    if met(problem, bound, best):
        return _solved(best, bound, OWN)
    if np.isfinite(problem.cost).sum() > LARGE:
        return _large(best, relaxation, bound, clock)
    sacks = knapsacks(problem)
    return _small(best, relaxation, bound, sacks, clock)


def met(problem: Problem, bound: float, best: Best) -> bool:
    """Say whether a bound is as near as asked."""
    return shut(problem, bound, best.goal)


def _solved(best: Best, bound: float, proof: str) -> Solved:
    """Put a plan and its bound together; a bound never exceeds the value of a plan."""
    return Solved(best.place, best.value, min(bound, best.value), proof)


def _round_off(best: Best, relaxation: Relaxation) -> None:
    """Make a plan of the linear program: each household where most of it is."""
    cells, problem = relaxation.cells, best.problem
    wish = np.full(problem.shape, np.inf)
    wish[cells.who, cells.plek] = np.where(relaxation.x > 0.3, -relaxation.x, np.inf)
    best.near(wish)


def _large(best: Best, relaxation: Relaxation, bound: float, clock: Clock) -> Solved:
    """Round a large problem: those whom the linear program divides go together, then part after part."""
    problem, regret = best.problem, relaxation.priced.regret
    x = np.zeros(problem.shape)
    x[relaxation.cells.who, relaxation.cells.plek] = relaxation.x
    everywhere = np.ones(problem.shape[1], bool)
    for sure in SURE:
        if met(problem, bound, best) or not clock.left():
            break
        unlike = (best.place < 0) | (x[np.arange(len(x)), best.place] < sure)
        free = np.flatnonzero(unlike & ((x.max(axis=1) > DUST) | (best.place >= 0)))
        cells = offered(problem, best.place, free, everywhere, np.where(x > DUST, -1.0, regret), ROUND_CELLS)
        away = max(0.1 * (best.value - bound), 0.2 * best.gap * abs(best.value))
        best.offer(improve_part(problem, best.place, free, cells, ROUND_NODES, away, min(clock.left(), ROUND_SECONDS)))
    effort = Effort(LARGE_PARTS, max(PART_PLACES, int(problem.shape[1] / 12)), best.gap)
    best.offer(search(problem, best.place, regret, bound, effort, clock))
    return _solved(best, bound, OWN if met(problem, bound, best) else NO_PROOF)


def _small(best: Best, relaxation: Relaxation, bound: float, sacks: Knapsacks | None, clock: Clock) -> Solved:
    """Sharpen the bound, rule pairs out, improve the plan in parts, branch; at last ask HiGHS about what is left."""
    problem, priced = best.problem, relaxation.priced
    sharp = Sharp(priced.bound, _worth(problem, priced))
    if sacks is not None:
        sharp = sharpen(problem, sacks, priced, sharp.worth, best, STEPS, clock)
        bound = max(bound, rounded(problem, sharp.bound))
    if not met(problem, bound, best) and sacks is not None:
        bound = max(bound, _climb(best, priced, sharp, sacks, Clock(OURS * min(clock.left(), 1e9))))
    if met(problem, bound, best):
        return _solved(best, bound, OWN)
    effort = Effort(PARTS, PART_PLACES, best.gap)
    best.offer(search(problem, best.place, priced.regret, bound, effort, Clock(OURS * min(clock.left(), 1e9))))
    return _ask(best, _reduce(best, priced, sharp, sacks), bound, clock)


def _climb(best: Best, priced: Priced, sharp: Sharp, sacks: Knapsacks, clock: Clock) -> float:
    """Look for plans up to a cap just above the bound; none there lifts the bound to the cap, and the next is higher.

    The first plan found so is as good as the bound, and no time goes into plans far above it.
    """
    problem, bound, spent = best.problem, rounded(best.problem, sharp.bound), 0
    least = max(1.0 if problem.whole else 0.0, FIRST_CAP * abs(bound))
    step, best.every = least, RARELY
    while not met(problem, bound, best) and spent < NODES and clock.left():
        best.cap = bound + step
        rest = _reduce(best, priced, sharp, sacks)
        found, nodes = branch(rest, sacks, priced, sharp, best, NODES - spent, clock)
        reached, best.cap = min(found, best.goal), np.inf
        bound, spent = max(bound, rounded(problem, reached)), spent + nodes
        step = 2 * step if nodes < FEW else step
    return bound


def _worth(problem: Problem, priced: Priced) -> Floats:
    """Give the multipliers that the linear program suggests for the households [units]."""
    worth = np.minimum(problem.stay, problem.reduced(priced.duals).min(axis=1))
    return np.where(np.isfinite(worth), worth, 0.0)


def _reduce(best: Best, priced: Priced, sharp: Sharp, sacks: Knapsacks | None) -> Problem:
    """Close the pairs that no better plan uses, by the duals of the linear program and by the knapsacks."""
    problem = best.problem
    rest = closed(
        problem,
        too_high(problem, priced.bound + priced.regret, best.goal),
        too_high(problem, priced.bound + priced.stay, best.goal),
    )
    return rest if sacks is None else ruled_out(rest, sacks, priced, sharp, best.goal)


def _ask(best: Best, rest: Problem, bound: float, clock: Clock) -> Solved:
    """Let HiGHS solve what could not be ruled out, and take its word only there, under its own name."""
    problem = best.problem
    cells, goal = Cells(*np.nonzero(np.isfinite(rest.cost))), best.goal
    gap = 0.99 if problem.whole else max(best.gap * abs(best.value), NEAR * abs(best.value))
    solver = hand_over(
        program(rest, cells),
        {"mip_max_nodes": LAST_NODES, "mip_abs_gap": gap, "mip_rel_gap": 0.0, "time_limit": min(clock.left(), 1e7)},
    )
    solver.run()
    info, says = solver.getInfo(), -np.inf
    if solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
        says = goal
    elif info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible:
        x, nobody = np.array(solver.getSolution().col_value), np.full(problem.shape[0], NOWHERE)
        best.offer(taken(problem, nobody, cells, x, best.place))
        spare = fsum(rest.stay[np.isfinite(rest.stay)])
        says = min(goal, rounded(problem, info.mip_dual_bound + spare))
    if met(problem, bound, best):
        return _solved(best, bound, OWN)
    met_there = met(problem, says, best)
    return _solved(best, max(bound, says) if met_there else bound, SOLVER if met_there else NO_PROOF)
