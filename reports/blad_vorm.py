"""The forms that a part of a sheet is built from: sentences, and tables with a caption and headed rows."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rij:
    """A row of a table: its head, its numbers as written, and whether the row is a sum."""

    kop: str
    cellen: Sequence[str]
    som: bool = False


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table; the first of its headings stands above the heads of the rows."""

    bijschrift: str
    koppen: Sequence[str]
    rijen: Sequence[Rij]


@dataclass(frozen=True, slots=True)
class Deel:
    """A part of a sheet: heading, table where it has one, and sentences below it."""

    kop: str
    tekst: Sequence[str] = ()
    tabel: Tabel | None = None
