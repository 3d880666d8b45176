"""A linear program that grows block by block: named blocks of columns and rows, and their coefficients."""

from dataclasses import dataclass, field

import numpy as np
import scipy.sparse as sp

from optimizer.model import Floats, Ints
from optimizer.program import Arrays

Numbers = Floats | float


@dataclass(eq=False)
class Tableau:
    """Blocks of columns and rows under construction; a block has a shape, and its numbers come back in that shape.

    Attributes
    ----------
    columns, rows : dict
        Numbers of the columns, or rows, of each block, in the shape of the block.
    """

    columns: dict[str, Ints] = field(default_factory=dict)
    rows: dict[str, Ints] = field(default_factory=dict)
    _cost: list[Floats] = field(default_factory=list)
    _upper: list[Floats] = field(default_factory=list)
    _whole: list[bool] = field(default_factory=list)
    _low: list[Floats] = field(default_factory=list)
    _high: list[Floats] = field(default_factory=list)
    _at: list[tuple[Ints, Ints, Floats]] = field(default_factory=list)
    width: int = 0
    height: int = 0

    def add_columns(
        self, name: str, shape: tuple[int, ...], cost: Numbers, upper: Numbers, *, whole: bool = False
    ) -> Ints:
        """Add a block of columns between 0 and ``upper``.

        Raises
        ------
        ValueError
            An upper bound is not finite: the bound on the value needs it.
        """
        made = self.width + np.arange(int(np.prod(shape)), dtype=np.int64).reshape(shape)
        most = np.broadcast_to(np.asarray(upper, float), shape)
        if not np.isfinite(most).all():
            raise ValueError(f"{name}: a column without an upper bound proves nothing")
        self.columns[name] = made
        self._cost.append(np.broadcast_to(np.asarray(cost, float), shape).ravel())
        self._upper.append(most.ravel())
        self._whole += [whole] * made.size
        self.width += made.size
        return made

    def add_rows(self, name: str, shape: tuple[int, ...], low: Numbers, high: Numbers) -> Ints:
        """Add a block of rows of which the sum lies between ``low`` and ``high``."""
        made = self.height + np.arange(int(np.prod(shape)), dtype=np.int64).reshape(shape)
        self.rows[name] = made
        self._low.append(np.broadcast_to(np.asarray(low, float), shape).ravel())
        self._high.append(np.broadcast_to(np.asarray(high, float), shape).ravel())
        self.height += made.size
        return made

    def put(self, rows: Ints, columns: Ints, weight: Numbers) -> None:
        """Add coefficients; the three are made equally long, and what is there twice is summed."""
        row, column, each = np.broadcast_arrays(rows, columns, np.asarray(weight, float))
        self._at.append((row.ravel(), column.ravel(), each.ravel()))

    def arrays(self) -> Arrays:
        """Put the program together."""
        row, column, weight = (np.concatenate(part) for part in zip(*self._at, strict=True))
        matrix = sp.csc_array((weight, (row, column)), shape=(self.height, self.width))
        matrix.sum_duplicates()
        return Arrays(
            matrix,
            np.concatenate(self._cost),
            np.concatenate(self._low),
            np.concatenate(self._high),
            np.concatenate(self._upper),
            np.array(self._whole, bool),
        )
