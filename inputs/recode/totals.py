"""Sums of every column before and after: what went in came out, or its loss was told."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from inputs.reader import ReadTable
from inputs.recode.draft import Draft
from inputs.recode.gemeenten import COUNTS

SUMMED: Mapping[str, tuple[str, ...]] = {
    "gemeenten": COUNTS,
    "woningaanbod": ("aantal",),
    "inburgering": ("plaatsen",),
    "onderwijs": ("plaatsen",),
    "sleutel": ("gewicht",),
    "afspraken": ("personen",),
}
"""Columns whose sum stays what it was, by table."""


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of a column, or the number of rows of a table.

    Attributes
    ----------
    voor, na : Fraction
        In the old and in the new table [unit of the column].
    weg : Fraction
        What was left out, each time with a note [unit of the column].
    """

    tabel: str
    kolom: str
    voor: Fraction
    na: Fraction
    weg: Fraction


ROWS = "regels"
"""What a total of rows is called."""


def totals(before: Mapping[str, ReadTable], after: Mapping[str, ReadTable], drafts: Mapping[str, Draft]) -> list[Total]:
    """Sum every column as it is read back, and hold it against the sum before.

    Raises
    ------
    AssertionError
        Something was lost or made in silence: a mistake of this program.
    """
    out = []
    for name, old in before.items():
        new = after[name]
        out.append(Total(name, ROWS, Fraction(len(old.rows)), Fraction(len(new.rows)), Fraction(0)))
        for kolom in SUMMED.get(name, ()):
            total = Total(name, kolom, _sum(old, kolom), _sum(new, kolom), drafts[name].lost.get(kolom, Fraction(0)))
            assert total.voor == total.na + total.weg, f"{name} {kolom}: {total.voor} became {total.na}"
            out.append(total)
    return out


def _sum(table: ReadTable, kolom: str) -> Fraction:
    """Add up a column; an empty cell adds nothing."""
    values = (getattr(row, kolom) for row in table.rows)
    return sum((Fraction(value) for value in values if value is not None), Fraction(0))
