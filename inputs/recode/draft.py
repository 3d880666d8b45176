"""A table on its way to the codes of today: its text, its values beside it, and a note of everything that was done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from inputs.codes import Code
from inputs.problems import Problem
from inputs.recode.source import SourceTable
from inputs.sheet import Sheet
from inputs.tables import SOURCE_COLUMNS, Table, columns


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that was done: where, what stood there, what stands there now, and which kind of change it is.

    Attributes
    ----------
    regel : int, optional
        Row in the old table as a spreadsheet shows it; none: the file as a whole.
    wat : str
        Kind of change, a key of ``words.WHAT``.
    velden : Mapping
        What its reason fills in.
    """

    tabel: str
    regel: int | None
    kolom: str
    oud: str
    nieuw: str
    wat: str
    velden: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(slots=True)
class Line:
    """A row: its number in the old table, its values as they were read there, and the text that will be written.

    Attributes
    ----------
    now : dict
        Column to the code or codes of today, where another one was read.
    """

    regel: int
    row: Any
    cells: list[str]
    now: dict[str, str] = field(default_factory=dict)

    def code(self, kolom: str) -> str | None:
        """Give the code or codes of today of a cell."""
        code: str | None = self.now.get(kolom, getattr(self.row, kolom))
        return code


@dataclass(slots=True)
class Draft:
    """A table that is being carried over.

    Attributes
    ----------
    lost : dict
        What is left out of each column, and said so in a note [unit of the column].
    ended : set of str
        Gemeenten that ended and that the table names.
    """

    table: Table
    bestand: str
    header: Sequence[str]
    lines: list[Line]
    notes: list[Note] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    lost: dict[str, Fraction] = field(default_factory=dict)
    ended: set[str] = field(default_factory=set)

    def text(self, line: Line, kolom: str) -> str:
        """Give the text of a cell; empty where the table has no such column."""
        return line.cells[self.header.index(kolom)] if kolom in self.header else ""

    def put(self, line: Line, kolom: str, text: str) -> None:
        """Write a cell; a column that the table does not have stays away."""
        if kolom in self.header:
            line.cells[self.header.index(kolom)] = text

    def note(self, line: Line, kolom: str, text: str, wat: str, /, **velden: str | int) -> None:
        """Note what became of a cell; of a row as a whole where the column is empty."""
        oud = self.text(line, kolom) if kolom else ""
        self.notes.append(Note(self.table.name, line.regel, kolom, oud, text, wat, velden))

    def lose(self, kolom: str, value: Fraction) -> None:
        """Count what is left out of a column [unit of the column]."""
        self.lost[kolom] = self.lost.get(kolom, Fraction(0)) + value

    def problem(self, code: Code, line: Line, kolom: str, **velden: str | int) -> None:
        """Refuse a cell."""
        self.problems.append(Problem(code, self.bestand, line.regel, kolom, self.text(line, kolom), velden))

    def others(self, *known: str) -> list[str]:
        """List the columns that nobody reads: not of the table, and not its source."""
        own = {column.name for column in columns(self.table)} | {*SOURCE_COLUMNS, *known}
        return [name for name in self.header if name not in own]

    def sheet(self) -> Sheet:
        """Give the table as text, each row under the number that it had."""
        header = list(self.header)
        return Sheet(header, [line.cells for line in self.lines], [line.regel for line in self.lines], [], header)


def draft(table: Table, source: SourceTable) -> Draft:
    """Begin with a table as it was read."""
    read, sheet = source.read, source.sheet
    lines = [
        Line(regel, row, list(cells)) for regel, row, cells in zip(read.regels, read.rows, sheet.rows, strict=True)
    ]
    return Draft(table, read.bestand, sheet.header, lines)


def number(value: Fraction) -> str:
    """Write a number that has an end in decimals, in full and to the last digit; 1,234 as 1,2340, for one reading.

    >>> number(Fraction(12)), number(Fraction(5, 8)), number(Fraction(-1, 20))
    ('12', '0,625', '-0,05')
    """
    digits = 0
    while (value * 10**digits).denominator > 1:
        digits += 1
    digits += digits == 3 and abs(value) >= 1
    return f"{Decimal(f'{int(value * 10**digits)}E-{digits}'):f}".replace(".", ",")


def joined(texts: Sequence[str], sign: str) -> str:
    """Put texts behind each other, each once, the empty ones left out.

    >>> joined(["opgave", "", "telling", "opgave"], "; ")
    'opgave; telling'
    """
    return sign.join(dict.fromkeys(text for text in texts if text.strip()))
