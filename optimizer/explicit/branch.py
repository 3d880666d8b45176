"""Branch and bound of our own: every leaf is closed by a knapsack bound that we computed, never by a solver's word."""

from dataclasses import dataclass

import numpy as np

from optimizer.clock import Clock
from optimizer.explicit.best import Best
from optimizer.explicit.bound import Priced
from optimizer.explicit.knapsack import Knapsacks
from optimizer.explicit.problem import Problem
from optimizer.explicit.sharpen import Sharp, closed, losses, ruled_out, sharpen, shut
from optimizer.model import Floats

STEPS = 20
"""Subgradient steps per node; its parent's multipliers are a good start [steps]."""


@dataclass(frozen=True, eq=False)
class Node:
    """Part of all plans: the pairs that are left, its parent's bound and multipliers."""

    problem: Problem
    bound: float
    worth: Floats


def branch(
    problem: Problem, sacks: Knapsacks, priced: Priced, sharp: Sharp, best: Best, nodes: int, clock: Clock
) -> tuple[float, int]:
    """Divide the plans that may still be better until each part is closed, or the counted nodes or the time end.

    Returns
    -------
    float, int
        No plan of this problem is below this value and below the best plan's goal [units]; nodes looked at.
    """
    stack, count = [Node(problem, sharp.bound, sharp.worth)], 0
    while stack and count < nodes and clock.left():
        node = stack.pop()
        count += 1
        if shut(problem, node.bound, best.goal):
            continue
        now = sharpen(node.problem, sacks, priced, node.worth, best, STEPS, clock)
        if shut(problem, max(now.bound, node.bound), best.goal):
            continue
        small = ruled_out(node.problem, sacks, priced, now, best.goal)
        if not _empty(small):
            stack += _children(small, sacks, priced, now, node.bound, best)
    return min((node.bound for node in stack), default=best.goal), count


def _empty(problem: Problem) -> bool:
    """Say whether a household has nowhere left to be."""
    nowhere = np.isinf(problem.stay) & np.isinf(problem.cost).all(axis=1)
    return bool(nowhere.any())


def _children(problem: Problem, sacks: Knapsacks, priced: Priced, sharp: Sharp, bound: float, best: Best) -> list[Node]:
    """Divide on the pair whose use and whose absence both cost most; the side that costs less is looked at first."""
    open_ = np.isfinite(problem.cost)
    undecided = open_ & (open_.sum(axis=1) + np.isfinite(problem.stay) > 1)[:, None]
    if not undecided.any():
        best.wish(open_, now=True)
        return []
    loss_in, loss_out = losses(problem, sacks, priced, sharp)
    low, high = np.minimum(loss_in, loss_out), np.maximum(loss_in, loss_out)
    weight = np.where(undecided, low + 1e-3 * np.minimum(high, 1e6), -np.inf)
    who, place = divmod(int(weight.argmax()), problem.shape[1])
    pair, rest = np.zeros(problem.shape, bool), np.zeros(problem.shape, bool)
    pair[who, place] = True
    rest[who] = ~pair[who]
    person, nobody = np.arange(problem.shape[0]) == who, np.zeros(problem.shape[0], bool)
    used, unused = sharp.bound + loss_in[who, place], sharp.bound + loss_out[who, place]
    children = [
        Node(closed(problem, rest, person), max(bound, float(used)), sharp.worth),
        Node(closed(problem, pair, nobody), max(bound, float(unused)), sharp.worth),
    ]
    return sorted(children, key=lambda node: -node.bound)
