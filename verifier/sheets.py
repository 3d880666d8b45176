"""The sheets of the workbook with the rows of a table say what the table says, cell by cell."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from verifier.finding import Finding, Told
from verifier.package import check_package
from verifier.read import NUMBER, Row, UnreadableError, bare, exact, plain, read_table

WORKBOOK = "toewijzing.xlsx"
SHEETS = {
    "gemeenten.csv": ("Gemeenten", "Municipalities"),
    "koppelingen.csv": ("Koppelingen", "Placements"),
    "ongeplaatst.csv": ("Ongeplaatst", "Unplaced"),
    "prijzen.csv": ("Prijzen", "Prices"),
    "tekorten.csv": ("Tekorten", "Shortages"),
    "uitleg_gemeenten.csv": ("Uitleg gemeenten", "Municipalities explained"),
}
"""Sheets by their table, in Dutch and in English."""
IN_WORDS = ("bindende_regel", "bron", "woonvorm", "status")
"""Columns that a sheet writes otherwise: in words, or a source that points at another sheet."""
CODES = ("gemeentecode", "gastgemeente")
"""Columns that a sheet may follow with the names that belong to them."""
TITLE = 2
"""Lines above the first row of a sheet: its title and the headers [lines]."""
Value = Any
Headers = dict[tuple[Value, Value], str]
"""Column of the table by sheet and header."""


def check_sheets(folder: Path) -> list[Finding]:
    """List every cell of a sheet that differs from its table."""
    sheets = _read(folder / WORKBOOK)
    told = {(row[0], row[1]): str(row[2]) for row in list(sheets.values())[-1] if len(row) > 2}
    problems = list[Finding]()
    towns = {row["gemeentecode"]: plain(row["naam"], ()) for row in read_table(folder / "gemeenten.csv")}
    for file, names in SHEETS.items():
        if (folder / file).is_file():
            name = next((name for name in names if name in sheets), None)
            if name is None:
                problems.append(Finding(WORKBOOK, names[0], "", Told("nothing"), Told("a_sheet", table=file)))
            else:
                problems += _sheet(name, sheets[name], told, read_table(folder / file), towns)
    return problems


def _read(path: Path) -> dict[str, list[list[Value]]]:
    """Read the cells of every sheet."""
    check_package(path)
    try:
        book = CalamineWorkbook.from_path(path)
        return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    except (CalamineError, OSError) as error:
        raise UnreadableError(WORKBOOK, 0, "", str(error)[:80]) from error


def _sheet(
    name: str, lines: list[list[Value]], told: Headers, table: list[Row], names: Mapping[str, str]
) -> Iterator[Finding]:
    """Compare the rows of a sheet with those of a table, in their order."""
    columns = [told.get((name, header), "") for header in lines[1]] if len(lines) > 1 else []
    rows = [line for line in lines[TITLE:] if any(cell != "" for cell in line)]
    if len(rows) != len(table):
        yield Finding(WORKBOOK, name, "rows", len(rows), len(table))
    wanted = set(table[0]) - set(IN_WORDS) if table else set()
    for missing in sorted(wanted - set(columns)):
        yield Finding(WORKBOOK, name, missing, Told("nothing"), Told("a_column"))
    for n, (row, line) in enumerate(zip(table, rows, strict=False)):
        for at, (column, cell) in enumerate(zip(columns, line, strict=False)):
            place = f"{name} {line[0]}", str(lines[1][at])
            if column in wanted:
                if not same(row[column], cell):
                    yield Finding(WORKBOOK, place[0], column, cell, row[column], n + TITLE + 1)
            elif column not in row and cell != (good := _name(row, columns, at, names)):
                yield Finding(WORKBOOK, *place, cell, good or Told("no_column"), n + TITLE + 1)


def _name(row: Row, columns: list[str], at: int, names: Mapping[str, str]) -> str:
    """Give what a column without a name in the table may say: the name of the gemeente whose code it follows."""
    code = columns[at - 1] if at else ""
    return names.get(row[code], "") if code in CODES and code in row else ""


def same(text: str, cell: Value) -> bool:
    """Say whether a cell of a sheet is what the table writes.

    >>> same("0,5", 0.5), same("GM0001", "GM0001"), same("3", 4.0)
    (True, True, False)
    """
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return bool(NUMBER.fullmatch(text)) and abs(float(exact(text)) - cell) <= 1e-9 * max(1.0, abs(cell))
    return plain(text, ()) == bare(str(cell))
