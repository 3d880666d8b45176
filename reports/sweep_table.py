"""The rows of a sweep, as a frame: one for each item, with what varies, the proof, the persons and every goal."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from inputs.formulas import neutral
from reports.front import fronts_of, numbered
from reports.sweep_figures import Figures
from reports.tables import csv_text

FRONT = ("spreiding", "participatie")
"""The goals of the front: deviation of gemeenten from their targets, and work nearby that is missed."""
GOAL = "doel_"
"""Begin of a column with the value of a goal."""
FIRST = ("naam", "variant", "zaad")
LAST = ("map", "status", "reden", "bewezen_marge", "gehuisvest_personen", "ongeplaatst_personen")
ON = "op_front"


@dataclass(frozen=True, slots=True)
class SweepRow:
    """One item of a sweep.

    Attributes
    ----------
    waarden : Mapping
        Choices and parameters that vary, by name.
    figures : Figures, optional
        None where the item failed; then ``reason`` says why.
    """

    naam: str
    variant: str
    zaad: int | None
    waarden: Mapping[str, Any]
    map: str
    figures: Figures | None
    reason: str = ""

    @property
    def status(self) -> str:
        """Name what became of it."""
        if self.figures is None:
            return "mislukt"
        return "bewezen" if self.figures.proven else "niet_bewezen"


@dataclass(frozen=True, slots=True)
class SweepRows:
    """All items of a sweep in its order.

    Attributes
    ----------
    fronts : list of list of int
        Places of the rows on the front of each seed, from the best spreading to the best participation.
    """

    naam: str
    rows: Sequence[SweepRow]
    fronts: list[list[int]] = field(init=False)

    def __post_init__(self) -> None:
        """Compute the fronts."""
        drawn = self.drawn
        places = fronts_of([self.point(n) for n in drawn], [self.rows[n].zaad for n in drawn])
        object.__setattr__(self, "fronts", [[drawn[k] for k in members] for members in places])

    @property
    def drawn(self) -> list[int]:
        """Give the places of the rows that have both goals of the front."""
        return [
            n for n, row in enumerate(self.rows) if row.figures and all(goal in row.figures.goals for goal in FRONT)
        ]

    def point(self, n: int) -> tuple[float, float]:
        """Give the values of both goals of a row, in their own units."""
        figures = self.rows[n].figures
        assert figures is not None
        return figures.goals[FRONT[0]], figures.goals[FRONT[1]]

    @property
    def numbers(self) -> dict[int, int]:
        """Give the number in the picture of each row on a front, in the order of the table of the front."""
        return numbered({n: self.point(n) for n in self.drawn}, self.fronts)

    @property
    def varied(self) -> list[str]:
        """Name what varies, by name."""
        return sorted({key for row in self.rows for key in row.waarden})

    @property
    def units(self) -> dict[str, str]:
        """Give the unit of every goal, in the order of the goals."""
        return {goal: unit for row in self.rows if row.figures for goal, unit in row.figures.units.items()}


def sweep_frame(sweep: SweepRows) -> pd.DataFrame:
    """Give a row per item, in the order of the sweep; what an item does not have is empty."""
    on = {n for members in sweep.fronts for n in members}
    columns = [*FIRST, *sweep.varied, *LAST, *(f"{GOAL}{goal}" for goal in sweep.units), ON]
    told = {n: ("ja" if n in on else "nee") if row.figures else "" for n, row in enumerate(sweep.rows)}
    cells = [{**_cells(row), ON: told[n]} for n, row in enumerate(sweep.rows)]
    return pd.DataFrame(cells, columns=columns, dtype=object)


def sweep_csv(sweep: SweepRows) -> str:
    """Write the rows as a table; nothing in it runs in a spreadsheet, and numbers keep every digit."""
    frame = sweep_frame(sweep)
    for name in frame.columns.difference(["naam", "status", "reden"]):
        frame[name] = pd.Series([_safe(cell) for cell in frame[name]], dtype=object)
    return csv_text(frame)


def _safe(cell: object) -> object:
    """Keep a text from running; write a number as the tables of a run do."""
    if isinstance(cell, str):
        return neutral(cell)
    return repr(cell).replace(".", ",") if isinstance(cell, float) and not pd.isna(cell) else cell


def _cells(row: SweepRow) -> dict[str, object]:
    """Give the cells of an item."""
    varied = {key: v if isinstance(v, int | float | str) else json.dumps(v) for key, v in row.waarden.items()}
    found: dict[str, object] = {"naam": row.naam, "variant": row.variant, "zaad": row.zaad, "map": row.map, **varied}
    found |= {"status": row.status, "reden": row.reason.replace("\n", " ")}
    if (figures := row.figures) is None:
        return found
    return {
        **found,
        "bewezen_marge": figures.gap,
        "gehuisvest_personen": figures.housed,
        "ongeplaatst_personen": figures.unplaced,
        **{f"{GOAL}{goal}": value for goal, value in figures.goals.items()},
    }
