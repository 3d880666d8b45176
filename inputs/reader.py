"""One table is read whole: rows of text become values, with every problem on the way."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from inputs.case import Bronbestand
from inputs.cells import Fault, Reading, convert
from inputs.codes import Code
from inputs.forbidden import forbidden
from inputs.found import Found
from inputs.headers import meant_english
from inputs.limits import is_percentage, limit
from inputs.problems import Problem, has_errors
from inputs.sheet import Sheet
from inputs.suggest import closest, meant
from inputs.tables import SOURCE_COLUMNS, TABLES, Column, Table, columns


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
        next(iter(source["bron"]), "").strip(),
        "" if "peildatum" in own else next(iter(source["peildatum"]), "").strip(),
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
        any("syntheti" in text.casefold() for text in set(source["bron"])),
        _dates(sheet, table),
        sheet,
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


def _header_problems(sheet: Sheet, table: Table, bestand: str) -> Iterator[Problem]:
    """List columns that are missing, double, refused or unknown."""
    known = {column.name: column for column in columns(table)}
    strange = [name for name in sheet.header if name not in known and name not in SOURCE_COLUMNS]
    taken: set[str] = set()
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
            yield Problem(Code.KOLOM_ONTBREEKT, bestand, 1, column.name, velden=hint)
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


Misread = tuple[int, str, str, Fault]
"""A faulty cell: position of its row, column, text, and what is wrong."""


def _rows(sheet: Sheet, table: Table, bestand: str) -> tuple[tuple[Any, ...], tuple[int, ...], list[Problem]]:
    """Turn rows of text into rows of the table's type, each with its row number, and list every faulty cell."""
    present = {column.name: column for column in columns(table) if column.name in sheet.header}
    texts = {name: _column_of(sheet, name) for name in present}
    faults = _source_faults(sheet, present)
    noted: list[Problem] = []
    values = {}
    for name, column in present.items():
        values[name], misread, problems = _values(texts[name], column)
        faults += [(at, name, texts[name][at], fault) for at, fault in misread]
        noted += [replace(problem, bestand=bestand, regel=sheet.regels[problem.regel or 0]) for problem in problems]
    bad = {at for at, name, _, _ in faults if name in present}
    good = [at for at in range(len(sheet.rows)) if at not in bad]
    records = [dict(zip(present, row, strict=True)) for row in zip(*values.values(), strict=True)]
    rows, good, limits = _checked([records[at] for at in good], good, table, texts)
    faults += [*limits, *_mixed(values, [*faults, *limits], texts, sheet.regels)]
    places = [
        Problem(fault.code, bestand, sheet.regels[at], name, text, fault.velden) for at, name, text, fault in faults
    ]
    return rows, tuple(sheet.regels[at] for at in good), [*places, *noted]


def _mixed(
    values: Mapping[str, Sequence[object]],
    faults: Sequence[Misread],
    texts: Mapping[str, Sequence[str]],
    regels: Sequence[int],
) -> Iterator[Misread]:
    """Refuse the first part of 1 in a column that holds percentages too: 1 may be one percent there, or the whole."""
    percentages = {name: (at, text) for at, name, text, fault in reversed(faults) if is_percentage(fault)}
    for name, (other, text) in percentages.items():
        parts = (n for n, value in enumerate(values[name]) if isinstance(value, int | float) and 0 < value <= 1)
        if (at := next(parts, None)) is not None:
            velden: dict[str, str | int] = {"procent": text.strip(), "andere": regels[other]}
            yield at, name, texts[name][at], Fault(Code.DELEN_EN_PROCENTEN, velden)


def _checked(
    records: list[dict[str, object]], at: list[int], table: Table, texts: Mapping[str, Sequence[str]]
) -> tuple[tuple[Any, ...], list[int], list[Misread]]:
    """Check records against the row type; give the good rows, their positions, and what is out of range."""
    try:
        return tuple(_adapter(table).validate_python(records)), at, []
    except ValidationError as error:
        found = error.errors(include_url=False)
    faults = [
        (
            at[int(fault["loc"][0])],
            str(fault["loc"][1]),
            limit(fault["type"], fault.get("ctx") or {}, fault["input"], ","),
        )
        for fault in found
        if fault["type"] != "missing"  # said once, of the header
    ]
    bad = {int(fault["loc"][0]) for fault in found}
    good = [n for n in range(len(records)) if n not in bad]
    rows = tuple(_adapter(table).validate_python([records[n] for n in good]))
    return rows, [at[n] for n in good], [(row, name, texts[name][row], fault) for row, name, fault in faults]


def _values(texts: Sequence[str], column: Column) -> tuple[list[object], list[tuple[int, Fault]], list[Problem]]:
    """Convert a column; each distinct text once, for most columns have few.

    Returns
    -------
    tuple
        The values; the cells without one; and a warning where cells are written in another way than the table asks,
        with the position of the first as its row.
    """
    value = {text: convert(text, column) for text in dict.fromkeys(texts)}
    if not any(isinstance(found, Fault | Reading) for found in value.values()):
        return [value[text] for text in texts], [], []
    misread = [(at, found) for at, text in enumerate(texts) if isinstance(found := value[text], Fault)]
    noted = [at for at, text in enumerate(texts) if isinstance(value[text], Reading)]
    plain = [found.value if isinstance(found := value[text], Reading) else found for text in texts]
    return plain, misread, [_noted(texts, noted, value, column)] if noted else []


def _noted(texts: Sequence[str], at: list[int], value: Mapping[str, object], column: Column) -> Problem:
    """Say of the first cell that is written in another way how it was read, and how many there are."""
    first = value[texts[at[0]]]
    assert isinstance(first, Reading)
    velden: dict[str, str | int] = {"aantal": len(at), "als": str(first.value)}
    return Problem(Code.ANDERS_GESCHREVEN, "", at[0], column.name, texts[at[0]], velden)


def _source_faults(sheet: Sheet, present: Mapping[str, Column]) -> list[Misread]:
    """Check the text of the columns that say where a table comes from."""
    faults: list[Misread] = []
    for name in SOURCE_COLUMNS:
        if name not in present:
            texts = _column_of(sheet, name)
            _, misread, _ = _values(texts, Column(name, "tekst", required=False))
            faults += [(at, name, texts[at], fault) for at, fault in misread]
    return faults


@cache
def _adapter(table: Table) -> TypeAdapter[list[Any]]:
    """Build the validator of a table's rows."""
    rows: Any = list[table.row]  # type: ignore[name-defined]
    return TypeAdapter(rows)
