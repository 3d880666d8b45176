"""Two lists of rows are compared cell by cell, each difference with its sheet, row and column."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from verifier.catalogue import Catalogue, capital
from verifier.finding import Finding, Told
from verifier.read import Row, bare

Line = Sequence[Any]
WORKBOOK = "toewijzing.xlsx"
ANY = object()
"""A cell that nothing in the run says anything about."""


@dataclass(frozen=True)
class Source:
    """What the sheets are compared with: run.json, the rows of gemeenten.csv, and words in the workbook's language."""

    run: dict[str, Any]
    towns: list[Row]
    words: Catalogue
    sheets: dict[str, list[list[Any]]] = field(default_factory=dict)

    @property
    def heading(self) -> str:
        """Title of every sheet: what it is, the case, the kwartaal, and what its numbers rest on."""
        return " · ".join([self.words("titel"), capital(self.run["naam"]), self.quarter, *self.marks])

    @property
    def quarter(self) -> str:
        """Write the kwartaal in words."""
        quarter = self.run["scenario"]["kwartaal"]
        return self.words("kwartaal", nummer=quarter[5], jaar=quarter[:4])

    @property
    def marks(self) -> list[str]:
        """Words that mark made-up data and scores from elsewhere."""
        found = {"synthetisch": self.run["synthetisch"], "scores_kort": "scores" in self.run}
        return [self.words(key) for key, holds in found.items() if holds]

    @property
    def short(self) -> str:
        """Write the source of a row as a sheet does."""
        rows = self.words("blad.bron_synthetisch") if self.run["synthetisch"] else self.run["naam"]
        return "; ".join([rows, self.words("blad.bron_elders")] if "scores" in self.run else [rows])

    @property
    def synthetic(self) -> str:
        """Say that the data was generated, and by which margins."""
        margins = [self.words("synthetisch_marges", marges=self.run["marges"])] if self.run["marges"] else []
        return " ".join([self.words("synthetisch_uitleg"), *margins])

    @property
    def elsewhere(self) -> list[str]:
        """Say whose scores the numbers rest on."""
        return [capital(self.run["scores"]["vermelding"])] if "scores" in self.run else []


def rows_differ(sheet: str, found: Sequence[Line], expected: Sequence[Line], head: int = -1) -> Iterator[Finding]:
    """List every cell that differs.

    Parameters
    ----------
    head : int
        Row whose cells name the columns; none: they are named by their letters.
    """
    if len(found) != len(expected):
        yield Finding(WORKBOOK, sheet, "rows", len(found), len(expected))
        yield from _odd(sheet, found, expected)
    for n, m in _pairs(found, expected):
        row, good = found[n], expected[m]
        label = " ".join([sheet, _label(good)])
        for k in range(max(len(row), len(good))):
            cell, right = (line[k] if k < len(line) else None for line in (row, good))
            if not same_cell(cell, right):
                column = str(expected[head][k]) if 0 <= head < m and k < len(expected[head]) else letter(k)
                yield Finding(WORKBOOK, label, column, _shown(cell), _shown(right), n + 1)


def _pairs(found: Sequence[Line], expected: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Give the places of rows that belong together; where the number of rows differs, those with the same label."""
    if len(found) == len(expected):
        yield from ((n, n) for n in range(len(found)))
        return
    match = SequenceMatcher(None, [_label(row) for row in found], [_label(row) for row in expected], autojunk=False)
    for block in match.get_matching_blocks():
        yield from ((block.a + k, block.b + k) for k in range(block.size))


def _odd(sheet: str, found: Sequence[Line], expected: Sequence[Line]) -> Iterator[Finding]:
    """Name the rows that only one of two lists has."""
    there, asked = ([_label(row) for row in rows] for rows in (found, expected))
    for label in dict.fromkeys(label for label in there if label not in asked):
        yield Finding(WORKBOOK, f"{sheet} {label}", "", label, Told("nothing"), there.index(label) + 1)
    for label in dict.fromkeys(label for label in asked if label not in there):
        yield Finding(WORKBOOK, f"{sheet} {label}", "", Told("nothing"), Told("a_line"))


def _label(row: Line) -> str:
    """Name a row by the texts that it begins with."""
    return " ".join(str(cell) for cell in row[:2] if isinstance(cell, str) and cell)


def same_cell(found: Any, expected: Any) -> bool:
    """Say whether a cell of a sheet is what it should be; what is missing is empty.

    >>> same_cell(0.5, 0.5), same_cell("", None), same_cell(3.0, 4), same_cell("3", 3)
    (True, True, False, False)
    """
    if expected is ANY:
        return True
    if expected is None or expected == "":
        return found in (None, "")
    if isinstance(expected, int | float) and not isinstance(expected, bool):
        number = isinstance(found, int | float) and not isinstance(found, bool)
        return number and abs(found - expected) <= 1e-9 * max(1.0, abs(expected))
    if isinstance(expected, date):
        return bool(found == expected)
    return isinstance(found, str) and bare(found) == bare(expected)


def letter(k: int) -> str:
    """Name a column as a spreadsheet does.

    >>> letter(0), letter(27)
    ('A', 'AB')
    """
    return (letter(k // 26 - 1) if k >= 26 else "") + chr(ord("A") + k % 26)


def _shown(cell: Any) -> object:
    return Told("nothing") if cell in (None, "") else cell


def ordered(found: Sequence[str], expected: Sequence[str]) -> list[str]:
    """Put names in the order in which they are found; what is not there comes last."""
    return sorted(expected, key=lambda name: found.index(name) if name in found else len(found))
