"""One table is read whole: rows of text become values, with every problem on the way."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from inputs.case import Bronbestand
from inputs.cells import Fault, Reading, convert
from inputs.codes import Code
from inputs.forbidden import forbidden
from inputs.found import Found
from inputs.headers import meant_english
from inputs.limits import is_percentage, limit
from inputs.listed import Listed
from inputs.problems import Problem, has_errors
from inputs.sheet import Sheet
from inputs.suggest import Hints, closest, meant
from inputs.tables import SOURCE_COLUMNS, TABLES, Column, Table, columns

MOST_SAID = 5
"""Different sources, and different dates, that are told of one table."""
TEMPLATE = "spreiding template"
"""The command that writes tables without rows."""
BATCH = 10_000
"""Rows that are checked at a time: a check tells all that is wrong at once [rows]."""


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
    sheet : Sheet, optional
        The text of the file, for who shows a problem in its place.
    """

    bestand: str
    rows: tuple[Any, ...]
    regels: tuple[int, ...]
    complete: bool
    problems: tuple[Problem, ...]
    bron: Bronbestand | None = None
    synthetisch: bool = False
    datums: Mapping[tuple[int, str], str] = field(default_factory=dict)
    sheet: Sheet | None = None


def read_table(found: Found, table: Table) -> ReadTable:
    """Turn the text of one table into rows, with every problem in it."""
    sheet, bestand = found.sheet, found.bestand
    if sheet is None:
        return ReadTable(bestand, (), (), complete=False, problems=found.problems)
    problems = [*sheet.problems, *_header_problems(sheet, table, bestand)]
    if not sheet.rows and not has_errors(sheet.problems) and not table.may_be_empty:
        empty = Code.GEEN_HUISHOUDENS if table.name == "huishoudens" else Code.GEEN_REGELS
        problems.append(Problem(empty, bestand))
    source = {name: _column_of(sheet, name) for name in SOURCE_COLUMNS}
    rows, regels, faults = _rows(sheet, table, bestand)
    problems += faults
    own = {column.name for column in columns(table)}
    bron = Bronbestand(
        found.file,
        found.sha256,
        _said(source["bron"]),
        "" if "peildatum" in own else _said(source["peildatum"]),
        found.blad,
    )
    clear = not any(problem.code is Code.KOLOM_DUBBEL for problem in problems)
    return ReadTable(
        bestand,
        rows if clear else (),
        regels if clear else (),
        not has_errors(problems),
        tuple(problems),
        bron,
        any(text.strip().casefold().startswith("syntheti") for text in set(source["bron"])),
        _dates(sheet, table),
        sheet,
    )


def _said(cells: Sequence[str]) -> str:
    """Give what a column says of the source: every different text, in the order of the file."""
    said = [text for text in dict.fromkeys(cell.strip() for cell in cells) if text]
    rest = f"; … (+{len(said) - MOST_SAID})" if len(said) > MOST_SAID else ""
    return "; ".join(said[:MOST_SAID]) + rest


def _dates(sheet: Sheet, table: Table) -> dict[tuple[int, str], str]:
    """Keep the text of every cell with a date, for messages that show what a planner wrote."""
    names = [column.name for column in columns(table) if column.kind == "datum"]
    return {
        (regel, name): text.strip()
        for name in names
        if name in sheet.header
        for regel, text in zip(sheet.regels, _column_of(sheet, name), strict=True)
    }


def _header_problems(sheet: Sheet, table: Table, bestand: str) -> Iterator[Problem]:
    """List columns that are missing, double, refused or unknown."""
    known = {column.name: column for column in columns(table)}
    strange = [name for name in sheet.header if name not in known and name not in SOURCE_COLUMNS]
    taken: set[str] = set()
    bare = table.name in TABLES and not (sheet.rows and known.keys() & set(sheet.header))
    sjabloon: dict[str, str | int] = {"sjabloon": TEMPLATE} if bare else {}
    for name in sorted({name for name in sheet.header if name and sheet.header.count(name) > 1}):
        written = [text.strip() for text, known_as in zip(sheet.written, sheet.header, strict=True) if known_as == name]
        velden: dict[str, str | int] = {"keer": len(written), "koppen": ", ".join(written)}
        yield Problem(Code.KOLOM_DUBBEL, bestand, 1, name, velden=velden)
    for column in known.values():
        if column.required and column.name not in sheet.header:
            english = [name for name in strange if _english(name, table) == column.name]
            found = english[:1] or closest(column.name, [name for name in strange if not forbidden(name)])
            taken.update(found)
            hint: dict[str, str | int] = {"bedoeld_van": found[0]} if found else {}
            yield Problem(Code.KOLOM_ONTBREEKT, bestand, 1, column.name, velden=hint | sjabloon)
            sjabloon = {}
    for name in dict.fromkeys(strange):
        if (reason := forbidden(name)) and not (reason is Code.KOLOM_IDENTITEIT and table.name in PLACES):
            yield Problem(reason, bestand, 1, name)
        elif name not in taken and (name.strip() or any(cell.strip() for cell in _column_of(sheet, name))):
            missing = [column for column in known if column not in sheet.header]
            yield Problem(Code.KOLOM_ONBEKEND, bestand, 1, name, velden=meant(name, missing))


def _english(name: str, table: Table) -> str | None:
    """Give the column of a case that an English header means."""
    return meant_english(name, table) if table.name in TABLES else None


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


def _rows(sheet: Sheet, table: Table, bestand: str) -> tuple[tuple[Any, ...], tuple[int, ...], list[Problem]]:
    """Turn rows of text into rows of the table's type, each with its row number, and list every faulty cell."""
    present = {column.name: column for column in columns(table) if column.name in sheet.header}
    texts = {name: _column_of(sheet, name) for name in present}
    listed, bad, values = Listed(_source_faults(sheet, present, bestand)), set[int](), {}
    for name, column in present.items():
        values[name], noted = _values(texts[name], column)
        faulty = [at for at, value in enumerate(values[name]) if isinstance(value, Fault)]
        listed.extend(_misread(values[name], faulty, sheet, name, bestand))
        listed.extend(replace(problem, bestand=bestand, regel=sheet.regels[problem.regel or 0]) for problem in noted)
        bad.update(faulty)
    names, by_row = list(present), list(zip(*values.values(), strict=True))
    good = [at for at in range(len(by_row)) if at not in bad]
    rows: list[Any] = []
    kept: list[int] = []
    for first in range(0, len(good), BATCH):
        batch = good[first : first + BATCH]
        made, limits = _checked([dict(zip(names, by_row[at], strict=True)) for at in batch], table)
        refused = {n for n, _, _ in limits}
        rows += made
        kept += [at for n, at in enumerate(batch) if n not in refused]
        listed.extend(
            Problem(fault.code, bestand, sheet.regels[batch[n]], name, texts[name][batch[n]], fault.velden)
            for n, name, fault in limits
            if fault is not None
        )
    listed.extend(_mixed(values, listed.problems, texts, sheet, bestand))
    return tuple(rows), tuple(sheet.regels[at] for at in kept), list(listed)


def _misread(
    values: Sequence[object], faulty: Sequence[int], sheet: Sheet, name: str, bestand: str
) -> Iterator[Problem]:
    """Give a problem for each faulty cell of a column."""
    place = sheet.header.index(name)
    for at in faulty:
        fault = values[at]
        assert isinstance(fault, Fault)
        yield Problem(fault.code, bestand, sheet.regels[at], name, sheet.rows[at][place], fault.velden)


def _mixed(
    values: Mapping[str, Sequence[object]],
    problems: Sequence[Problem],
    texts: Mapping[str, Sequence[str]],
    sheet: Sheet,
    bestand: str,
) -> list[Problem]:
    """Refuse the first part of 1 in a column that holds percentages too: 1 may be one percent there, or the whole."""
    found = []
    percentages = {problem.kolom or "": problem for problem in reversed(problems) if is_percentage(problem)}
    for name, other in percentages.items():
        parts = (n for n, value in enumerate(values[name]) if isinstance(value, int | float) and 0 < value <= 1)
        if (at := next(parts, None)) is not None:
            velden: dict[str, str | int] = {"procent": (other.gevonden or "").strip(), "andere": other.regel or 0}
            code, regel = Code.DELEN_EN_PROCENTEN, sheet.regels[at]
            found.append(Problem(code, bestand, regel, name, texts[name][at], velden))
    return found


def _checked(
    records: list[dict[str, object]], table: Table
) -> tuple[Sequence[Any], list[tuple[int, str, Fault | None]]]:
    """Check records against the row type; give the good rows, and of the others position, column and what is wrong.

    A column that is missing has no fault of its own: that is said once, of the header.
    """
    try:
        return _adapter(table).validate_python(records), []
    except ValidationError as error:
        found = error.errors(include_url=False)
    faults = [(int(one["loc"][0]), str(one["loc"][1]), _out_of_range(one)) for one in found]
    bad = {n for n, _, _ in faults}
    return _adapter(table).validate_python([record for n, record in enumerate(records) if n not in bad]), faults


def _out_of_range(error: ErrorDetails) -> Fault | None:
    """Give what is wrong with a value; None: it is missing."""
    if error["type"] == "missing":
        return None
    return limit(error["type"], error.get("ctx") or {}, error["input"], ",")


def _values(texts: Sequence[str], column: Column) -> tuple[list[object], list[Problem]]:
    """Convert a column; each distinct text once, for most columns have few.

    Returns
    -------
    tuple
        The values, or what is wrong with them; and a warning where cells are written in another way than the table
        asks, with the position of the first as its row.
    """
    value = {text: convert(text, column) for text in dict.fromkeys(texts)}
    hint = Hints(column.choices)
    value |= {text: _hinted(found, text, hint) for text, found in value.items() if isinstance(found, Fault)}
    if not any(isinstance(found, Reading) for found in value.values()):
        return [value[text] for text in texts], []
    noted = [at for at, text in enumerate(texts) if isinstance(value[text], Reading)]
    plain = [found.value if isinstance(found := value[text], Reading) else found for text in texts]
    return plain, [_noted(texts, noted, value, column)]


def _hinted(fault: Fault, text: str, hint: Hints) -> Fault:
    """Add to an unknown word the one that may have been meant."""
    if fault.code is not Code.GEEN_KEUZE or not hint(text):
        return fault
    return Fault(fault.code, {**fault.velden, **hint(text)})


def _noted(texts: Sequence[str], at: list[int], value: Mapping[str, object], column: Column) -> Problem:
    """Say of the first cell that is written in another way how it was read, and how many there are."""
    first = value[texts[at[0]]]
    assert isinstance(first, Reading)
    velden: dict[str, str | int] = {"aantal": len(at), "als": str(first.value)}
    return Problem(Code.ANDERS_GESCHREVEN, "", at[0], column.name, texts[at[0]], velden)


def _source_faults(sheet: Sheet, present: Mapping[str, Column], bestand: str) -> Iterator[Problem]:
    """Check the text of the columns that say where a table comes from."""
    for name in SOURCE_COLUMNS:
        if name not in present and name in sheet.header:
            values, _ = _values(_column_of(sheet, name), Column(name, "tekst", required=False))
            faulty = [at for at, value in enumerate(values) if isinstance(value, Fault)]
            yield from _misread(values, faulty, sheet, name, bestand)


@cache
def _adapter(table: Table) -> TypeAdapter[list[Any]]:
    """Build the validator of a table's rows."""
    rows: Any = list[table.row]  # type: ignore[name-defined]
    return TypeAdapter(rows)
