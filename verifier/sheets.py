"""The sheets of the workbook with the rows of a table say what the table says, cell by cell."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from verifier.finding import Finding, Told
from verifier.read import NUMBER, Row, UnreadableError, exact, plain, read_table

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
TITLE = 2
"""Lines above the first row of a sheet: its title and the headers [lines]."""
Value = Any


def check_sheets(folder: Path) -> list[Finding]:
    """List every cell of a sheet that differs from its table."""
    try:
        book = CalamineWorkbook.from_path(folder / WORKBOOK)
        sheets = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    except (CalamineError, OSError) as error:
        raise UnreadableError(WORKBOOK, 0, "", str(error)[:80]) from error
    told = {(row[0], row[1]): str(row[2]) for row in list(sheets.values())[-1] if len(row) > 2}
    problems = list[Finding]()
    for file, names in SHEETS.items():
        if (folder / file).is_file():
            name = next((name for name in names if name in sheets), None)
            if name is None:
                problems.append(Finding(WORKBOOK, names[0], "", Told("nothing"), Told("a_sheet", table=file)))
            else:
                problems += _sheet(name, sheets[name], told, read_table(folder / file))
    return problems


def _sheet(
    name: str, lines: list[list[Value]], told: dict[tuple[Value, Value], str], table: list[Row]
) -> Iterator[Finding]:
    """Compare the rows of a sheet with those of a table, in their order."""
    columns = [told.get((name, header), "") for header in lines[1]] if len(lines) > 1 else []
    rows = [line for line in lines[TITLE:] if line and line[0] != ""]
    if len(rows) != len(table):
        yield Finding(WORKBOOK, name, "rows", len(rows), len(table))
    wanted = set(table[0]) - set(IN_WORDS) if table else set()
    for missing in sorted(wanted - set(columns)):
        yield Finding(WORKBOOK, name, missing, Told("nothing"), Told("a_column"))
    for n, (row, line) in enumerate(zip(table, rows, strict=False)):
        for column, cell in zip(columns, line, strict=False):
            if column in wanted and not same(row[column], cell):
                yield Finding(WORKBOOK, f"{name} {line[0]}", column, cell, row[column], n + TITLE + 1)


def same(text: str, cell: Value) -> bool:
    """Say whether a cell of a sheet is what the table writes.

    >>> same("0,5", 0.5), same("GM0001", "GM0001"), same("3", 4.0)
    (True, True, False)
    """
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return bool(NUMBER.fullmatch(text)) and abs(float(exact(text)) - cell) <= 1e-9 * max(1.0, abs(cell))
    return plain(text, ()) == " ".join(str(cell).split(" ")).strip(" ")
