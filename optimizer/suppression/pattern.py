"""The cheapest counts to hide besides the small ones, found by asking an attacker what still gives them away."""

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from optimizer.highs import SolverError, solve_milp
from optimizer.model import NONE, Bools, Floats
from optimizer.program import Arrays
from optimizer.suppression.attacker import Attacker, Cut
from optimizer.suppression.rounding import Protection
from optimizer.suppression.table import Cell, Table

MOST_ROUNDS = 300
"""Rounds after which the search ends without a proof; drawn national quarters took at most 24 [rounds]."""
MOST_NODES = 100_000
"""Branch-and-bound nodes per round; counted, so that two runs hide the same counts [nodes]."""
GAP = 1e-7
"""Absolute gap of a round, far below what one inhabitant more costs [gemeenten]."""
SECONDS = 600.0
"""Wall-clock safety net on a round [s]."""


class UnprotectableError(Exception):
    """No choice of hidden counts protects these small ones: what is known already gives them away."""

    def __init__(self, cells: tuple[Cell, ...]) -> None:
        super().__init__(", ".join(" ".join(cell) for cell in cells))
        self.cells = cells


@dataclass(frozen=True, eq=False)
class Pattern:
    """Which counts stay hidden.

    Attributes
    ----------
    hidden : ndarray
        Counts that stay hidden, in the order of the table.
    first : ndarray
        Those hidden for themselves, because they are small or were hidden before; the others hide them.
    minimal : bool
        Whether no cheaper choice protects every hidden count; proved over all choices.
    rounds, cuts : int
        Rounds of the search, and conditions that the attacker gave it [rounds, cuts].
    """

    hidden: Bools
    first: Bools
    minimal: bool
    rounds: int
    cuts: int


def hide(table: Table, protection: Protection) -> Pattern:
    """Choose the cheapest counts to hide so that every hidden count is protected.

    minimise cost @ x subject to x = 1 where hidden first, and weight @ x >= x[p] for every cut of the attacker. Cuts
    hold for every choice that protects, so the last optimum is one over all choices.

    Raises
    ------
    UnprotectableError
        If a small count is not protected even when all is hidden that can be.
    """
    attacker, first = Attacker(table, protection), table.hidden_first(protection)
    may = _may_be_hidden(attacker, first)
    hidden, cuts, minimal = first, list[Cut](), True
    for rounds in range(1, MOST_ROUNDS + 1):
        found = list(attacker.gaps(hidden))
        if not found:
            return Pattern(hidden, first, minimal, rounds, len(cuts))
        cuts += found
        hidden, minimal = _cheapest(table, first, may, cuts)
    return Pattern(_shown_again(attacker, first, may), first, False, MOST_ROUNDS, len(cuts))


def _may_be_hidden(attacker: Attacker, first: Bools) -> Bools:
    """Tell which counts can be protected at all: hide everything, and show again what is not protected even then."""
    may = np.ones_like(first)
    while gaps := [cut.cell for cut in attacker.gaps(may)]:
        lost = [attacker.table.cells[cell] for cell in gaps if first[cell]]
        if lost:
            raise UnprotectableError(tuple(lost))
        may[gaps] = False
    return may


def _cheapest(table: Table, first: Bools, may: Bools, cuts: list[Cut]) -> tuple[Bools, bool]:
    """Solve the choice under the cuts so far, and tell whether it is proved the cheapest."""
    weights = np.array([cut.weight for cut in cuts])
    weights[np.arange(len(cuts)), [cut.cell for cut in cuts]] -= 1.0
    arrays = Arrays(
        sp.csc_array(weights),
        table.cost,
        np.full(len(cuts), -GAP),
        np.full(len(cuts), NONE),
        may.astype(float),
        np.ones(len(first), bool),
        first.astype(float),
    )
    start: Floats = may.astype(float)
    solution = solve_milp(arrays, start, MOST_NODES, GAP, SECONDS)
    if solution is None:
        raise SolverError("HiGHS: no choice of hidden counts found")
    return solution.columns > 0.5, solution.optimal


def _shown_again(attacker: Attacker, first: Bools, may: Bools) -> Bools:
    """Hide all that can be, then show the dearest again as long as every hidden count stays protected."""
    hidden = may.copy()
    for cell in np.argsort(-attacker.table.cost, kind="stable"):
        if hidden[cell] and not first[cell]:
            hidden[cell] = False
            hidden[cell] = any(True for _ in attacker.gaps(hidden))
    return hidden
