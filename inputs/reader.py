"""One table is read whole: bytes, rows of text, values, and every problem on the way."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from inputs.case import Bronbestand
from inputs.cells import Fault, convert
from inputs.codes import Code
from inputs.csvfile import Sheet, decode, load, split
from inputs.forbidden import forbidden
from inputs.limits import limit
from inputs.problems import InputProblems, Problem, has_errors
from inputs.suggest import closest, meant
from inputs.tables import SOURCE_COLUMNS, Column, Table, columns


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table as it was read.

    Attributes
    ----------
    rows : tuple
        Rows of the table's type in file order; a row with an error is left out.
    regels : tuple of int
        Row number of each of those rows as a spreadsheet shows it.
    complete : bool
        Whether those are all rows: the file had no error.
    synthetisch : bool
        Whether the file says of itself that its rows were generated.
    datums : Mapping
        Dates as they are written in the file: (row number, column) to text.
    """

    bestand: str
    rows: tuple[Any, ...]
    regels: tuple[int, ...]
    complete: bool
    problems: tuple[Problem, ...]
    bron: Bronbestand | None = None
    synthetisch: bool = False
    datums: Mapping[tuple[int, str], str] = field(default_factory=dict)


def read_table(folder: Path, table: Table) -> ReadTable:
    """Read one table of a case, with every problem in it."""
    try:
        data = load(folder, table.bestand)
        sheet = _sheet(data, table)
    except InputProblems as stopped:
        return ReadTable(table.bestand, (), (), complete=False, problems=stopped.problems)
    problems = [*sheet.problems, *_header_problems(sheet, table)]
    if not sheet.rows and not sheet.problems and not table.may_be_empty:
        empty = Code.GEEN_HUISHOUDENS if table.name == "huishoudens" else Code.GEEN_REGELS
        problems.append(Problem(empty, table.bestand))
    source = {name: _column_of(sheet, name) for name in SOURCE_COLUMNS}
    rows, regels, faults = _rows(sheet, table)
    problems += faults
    own = {column.name for column in columns(table)}
    bron = Bronbestand(
        table.bestand,
        hashlib.sha256(data).hexdigest(),
        next(iter(source["bron"]), "").strip(),
        "" if "peildatum" in own else next(iter(source["peildatum"]), "").strip(),
    )
    clear = not any(problem.code is Code.KOLOM_DUBBEL for problem in problems)
    return ReadTable(
        table.bestand,
        rows if clear else (),
        regels if clear else (),
        not has_errors(problems),
        tuple(problems),
        bron,
        any("syntheti" in text.casefold() for text in set(source["bron"])),
        _dates(sheet, table),
    )


def _dates(sheet: Sheet, table: Table) -> dict[tuple[int, str], str]:
    """Keep the text of every cell with a date, for messages that show what a planner wrote."""
    names = [column.name for column in columns(table) if column.kind == "datum"]
    return {
        (regel, name): text.strip()
        for name in names
        if name in sheet.header
        for regel, text in zip(sheet.regels, _column_of(sheet, name), strict=True)
    }


def _sheet(data: bytes, table: Table) -> Sheet:
    """Split the bytes of a table into header and rows of text."""
    names = tuple(column.name for column in columns(table))
    required = tuple(column.name for column in columns(table) if column.required)
    return split(decode(data, table.bestand), table.bestand, (*names, *SOURCE_COLUMNS), required)


def _header_problems(sheet: Sheet, table: Table) -> Iterator[Problem]:
    """List columns that are missing, double, refused or unknown."""
    known = {column.name: column for column in columns(table)}
    strange = [name for name in sheet.header if name not in known and name not in SOURCE_COLUMNS]
    taken: set[str] = set()
    for name in sorted({name for name in sheet.header if name and sheet.header.count(name) > 1}):
        yield Problem(Code.KOLOM_DUBBEL, table.bestand, 1, name, velden={"keer": sheet.header.count(name)})
    for column in known.values():
        if column.required and column.name not in sheet.header:
            found = closest(column.name, [name for name in strange if not forbidden(name)])
            taken.update(found)
            velden = {"bedoeld_van": found[0]} if found else {}
            yield Problem(Code.KOLOM_ONTBREEKT, table.bestand, 1, column.name, velden=velden)
    for name in dict.fromkeys(strange):
        if (reason := forbidden(name)) and not (reason is Code.KOLOM_IDENTITEIT and table.name in PLACES):
            yield Problem(reason, table.bestand, 1, name)
        elif name not in taken and (name.strip() or any(cell.strip() for cell in _column_of(sheet, name))):
            missing = [column for column in known if column not in sheet.header]
            yield Problem(Code.KOLOM_ONBEKEND, table.bestand, 1, name, velden=meant(name, missing))


PLACES = frozenset(
    ("gemeenten", "woningaanbod", "opvanglocaties", "inburgering", "onderwijs", "arbeidsmarkt", "sleutel")
)
"""Tables about places, not persons: a name or an address there tells nobody's identity."""


def _column_of(sheet: Sheet, name: str) -> list[str]:
    """Give the cells of a column; none when it is not there."""
    if name not in sheet.header:
        return []
    at = sheet.header.index(name)
    return [row[at] for row in sheet.rows]


def _rows(sheet: Sheet, table: Table) -> tuple[tuple[Any, ...], tuple[int, ...], list[Problem]]:
    """Turn rows of text into rows of the table's type, each with its row number, and list every faulty cell."""
    present = {column.name: column for column in columns(table) if column.name in sheet.header}
    texts = {name: _column_of(sheet, name) for name in present}
    problems = _source_faults(sheet, present)
    values = [_values(texts[name], column) for name, column in present.items()]
    records = [dict(zip(present, row, strict=True)) for row in zip(*values, strict=True)]
    try:
        rows = tuple(_adapter(table).validate_python(records))
        return rows, tuple(sheet.regels[: len(rows)]), _in_file(problems, table, sheet)
    except ValidationError as error:
        faults = error.errors(include_url=False)
        for fault in faults:
            if fault["type"] != "missing":  # said once, of the header
                at, name = int(fault["loc"][0]), str(fault["loc"][1])
                problems.append((at, name, texts[name][at], _fault(fault["input"], fault["type"], fault.get("ctx"))))
    bad = {int(fault["loc"][0]) for fault in faults}
    good = [at for at in range(len(records)) if at not in bad]
    rows = tuple(_adapter(table).validate_python([records[at] for at in good]))
    return rows, tuple(sheet.regels[at] for at in good), _in_file(problems, table, sheet)


def _values(texts: Sequence[str], column: Column) -> list[object]:
    """Convert a column; each distinct text once, for most columns have few."""
    value = {text: convert(text, column) for text in set(texts)}
    return [value[text] for text in texts]


def _source_faults(sheet: Sheet, present: Mapping[str, Column]) -> list[tuple[int, str, str, Fault]]:
    """Check the text of the columns that say where a table comes from."""
    faults: list[tuple[int, str, str, Fault]] = []
    for name in SOURCE_COLUMNS:
        if name not in present:
            texts = _column_of(sheet, name)
            values = _values(texts, Column(name, "tekst", required=False))
            found = zip(range(len(texts)), texts, values, strict=True)
            faults += [(at, name, text, value) for at, text, value in found if isinstance(value, Fault)]
    return faults


def _fault(value: object, kind: str, context: Mapping[str, Any] | None) -> Fault:
    """Say in our own codes why pydantic refused a value."""
    return value if isinstance(value, Fault) else limit(kind, context or {}, value, ",")


def _in_file(faults: Sequence[tuple[int, str, str, Fault]], table: Table, sheet: Sheet) -> list[Problem]:
    """Give each fault its place in the file."""
    return [
        Problem(fault.code, table.bestand, sheet.regels[at], name, text, fault.velden)
        for at, name, text, fault in faults
    ]


@cache
def _adapter(table: Table) -> TypeAdapter[list[Any]]:
    """Build the validator of a table's rows."""
    rows: Any = list[table.row]  # type: ignore[name-defined]
    return TypeAdapter(rows)
