"""Grounds, locks and least numbers that cannot hold together: the smallest set of them to give up.

Written on the program and not on a table: whoever makes a table of such choices says of each which cells it closes and
which rows it bounds, and gives a program that was read without them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import scipy.sparse as sp

from optimizer.highs import solve_milp
from optimizer.model import Bools, Floats, Ints
from optimizer.program import Arrays, Cells, Program
from optimizer.rules.bindingen import holds, named
from optimizer.stream import most_of_rows

NODES = 2_000
"""Branch-and-bound nodes; counted, so that two runs give the same set [nodes]."""
SECONDS = 1e9
"""No clock: the work is bounded by nodes [s]."""
LEFT_OUT = 1_000.0
"""Price of a household that must be placed and is not; far above giving up any choice [choices]."""


@dataclass(frozen=True, eq=False)
class Choice:
    """Something that a planner or a ground asks for, and that can be given up as a whole.

    Attributes
    ----------
    household : int
        Whose cells it closes; -1: no cells.
    closed : ndarray, optional
        Plekken that it closes to that household [plek].
    least, most : Mapping
        Row of the program to the bound that it asks for [unit of the rule].
    """

    name: str
    household: int = -1
    closed: Bools | None = None
    least: Mapping[int, float] = field(default_factory=dict)
    most: Mapping[int, float] = field(default_factory=dict)


def grounds(program: Program) -> tuple[Choice, ...]:
    """Give every binding that still holds as a choice; for a program that was read without the rule of bindingen."""
    quarter = program.quarter
    return tuple(
        Choice(
            f"{b.huishouden_id}: {b.grond} ({b.gemeenten or b.regio})",
            quarter.people.index[b.huishouden_id],
            ~named(b, quarter)[quarter.plekken.host],
        )
        for b in quarter.case.bindingen
        if holds(b, quarter)
    )


def smallest_to_give_up(program: Program, choices: tuple[Choice, ...], placed: Ints) -> tuple[str, ...] | None:
    """Name the fewest choices without which all of some households can be placed by every rule.

    Parameters
    ----------
    program : Program
        Read without the choices.
    placed : ndarray
        Households that must be placed; the others may be.

    Returns
    -------
    tuple of str or None
        None where giving up every choice would not help. Everything holds together: none to give up.
    """
    who = np.arange(program.quarter.people.count) if any(c.least for c in choices) else np.sort(placed)
    inside = np.isin(np.arange(program.quarter.people.count), who)
    row, column = np.nonzero(program.allowed & inside[:, None])
    small = _Small(program, choices, Cells(row, column), placed)
    answer = solve_milp(small.arrays(), small.start(), NODES, 0.5, SECONDS)
    columns = small.start() if answer is None else answer.columns
    if np.round(columns[-len(placed) :]).any():
        return None
    given_up = np.round(columns[small.first : small.first + len(choices)]).astype(bool)
    return tuple(choice.name for choice, up in zip(choices, given_up, strict=True) if up)


class _Small:
    """The program with a column for giving up each choice, and one for leaving out who must be placed."""

    def __init__(self, program: Program, choices: tuple[Choice, ...], cells: Cells, placed: Ints) -> None:
        self.program, self.choices, self.cells, self.placed = program, choices, cells, placed
        self.first = len(cells) + len(program.y)

    def start(self) -> Floats:
        """Give every choice up and place nobody."""
        return np.concatenate([np.zeros(self.first), np.ones(len(self.choices) + len(self.placed))])

    def arrays(self) -> Arrays:
        """Give the program: as few choices given up as possible, and nobody left out if that can be."""
        program, wide = self.program, self.first + len(self.choices) + len(self.placed)
        real = sp.hstack([program.matrix("x", self.cells), program.fixed.matrix[:, : len(program.y)]])
        own, lower, upper = self._own_rows(wide)
        matrix = sp.vstack([sp.csr_array(sp.hstack([real, self._beside()])), own], format="csc")
        once = program.rows["placement"]
        least = np.full(program.height, -np.inf)
        least[program.rows["link"]] = 0
        least[once.start + self.placed] = 1
        cost = np.concatenate([np.zeros(self.first), np.ones(len(self.choices)), np.full(len(self.placed), LEFT_OUT)])
        widths = np.concatenate([np.ones(len(self.cells)), program.y_upper, np.ones(wide - self.first)])
        return Arrays(
            sp.csc_array(matrix),
            cost,
            np.concatenate([least, lower]),
            np.concatenate([most_of_rows(program), upper]),
            widths,
            np.ones(wide, bool),
        )

    def _beside(self) -> sp.csr_array:
        """Let who must be placed be left out, at a price, in the row of its placement."""
        rows = self.program.rows["placement"].start + self.placed
        columns = len(self.choices) + np.arange(len(self.placed))
        shape = self.program.height, len(self.choices) + len(self.placed)
        return sp.csr_array((np.ones(len(rows)), (rows, columns)), shape=shape)

    def _own_rows(self, wide: int) -> tuple[sp.csr_array, Floats, Floats]:
        """Write the choices: a closed cell opens, and a bound goes, when its choice is given up."""
        rows: list[sp.csr_array] = []
        lower: list[float] = []
        upper: list[float] = []
        real = sp.csr_array(
            sp.hstack([self.program.matrix("x", self.cells), self.program.fixed.matrix[:, : len(self.program.y)]])
        )
        for at, choice in enumerate(self.choices):
            closed = np.zeros(0, np.int64)
            if choice.closed is not None:
                closed = np.flatnonzero((self.cells.who == choice.household) & choice.closed[self.cells.plek])
            up = self.first + at
            if len(closed):
                values = np.concatenate([np.ones(len(closed)), [-1.0]])
                columns = np.concatenate([closed, [up]])
                rows.append(sp.csr_array((values, (np.zeros(len(values), int), columns)), shape=(1, wide)))
                lower.append(-np.inf)
                upper.append(0.0)
            bounds = [(row, bound, 1.0) for row, bound in choice.least.items()]
            bounds += [(row, bound, -1.0) for row, bound in choice.most.items()]
            for row, bound, sign in bounds:
                line = real[[row], :].tocoo()
                far = bound if sign > 0 else float(most_of_rows(self.program)[row]) - bound
                values = np.concatenate([line.data, [sign * far]])
                columns = np.concatenate([line.col, [up]])
                rows.append(sp.csr_array((values, (np.zeros(len(values), int), columns)), shape=(1, wide)))
                lower.append(bound if sign > 0 else -np.inf)
                upper.append(np.inf if sign > 0 else bound)
        stacked = sp.vstack(rows) if rows else sp.csr_array((0, wide))
        return sp.csr_array(stacked), np.array(lower), np.array(upper)
