"""The sheets of the workbook with the rows of a table say what it says, cell by cell; the others what run.json says."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from verifier.book.cells import WORKBOOK, Source
from verifier.book.check import check_book
from verifier.catalogue import Catalogue
from verifier.finding import Finding, Told
from verifier.package import check_package
from verifier.read import NUMBER, Row, UnreadableError, bare, exact, plain, read_table

SHEETS = {
    "gemeenten.csv": "gemeenten",
    "koppelingen.csv": "koppelingen",
    "ongeplaatst.csv": "ongeplaatst",
    "prijzen.csv": "prijzen",
    "tekorten.csv": "tekorten",
    "uitleg_gemeenten.csv": "uitleg_gemeenten",
}
"""Sheets by their table, as the catalogue of words names them."""
IN_WORDS = {"bindende_regel": "regel", "woonvorm": "woonvorm", "status": "stand"}
"""Columns that a sheet writes in words, and the group of those words."""
BESIDE = {"naam": "gemeentecode", "gastnaam": "gastgemeente"}
"""Columns that a sheet has beside those of its table: the names of codes."""
TITLE = 2
"""Lines above the first row of a sheet: its title and the headers [lines]."""
Value = Any


def check_sheets(run: dict[str, Any], folder: Path, ranges: Mapping[str, tuple[float, float]]) -> list[Finding]:
    """List every cell of the workbook that differs.

    Parameters
    ----------
    ranges : mapping
        Least and most of each parameter; empty: they are not compared.
    """
    sheets, towns = _read(folder / WORKBOOK), read_table(folder / "gemeenten.csv")
    words = Catalogue("en" if Catalogue("en")("blad.overzicht") in sheets else "nl")
    source = Source(run, towns, words, sheets)
    names = {row["gemeentecode"]: plain(row["naam"], ()) for row in towns}
    problems = list[Finding]()
    for file, key in SHEETS.items():
        name = words(f"blad.{key}")
        if (folder / file).is_file() and name in sheets:
            problems += _sheet(name, source, read_table(folder / file), names)
    return [*problems, *check_book(source, folder, ranges)]


def _read(path: Path) -> dict[str, list[list[Value]]]:
    """Read the cells of every sheet."""
    check_package(path)
    try:
        book = CalamineWorkbook.from_path(path)
        return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    except (CalamineError, OSError) as error:
        raise UnreadableError(WORKBOOK, 0, "", str(error)[:80]) from error


def _sheet(name: str, source: Source, table: list[Row], names: Mapping[str, str]) -> Iterator[Finding]:
    """Compare the rows of a sheet with those of a table, in their order."""
    lines, words = source.sheets[name], source.words
    if not lines or [cell for cell in lines[0] if cell != ""] != [source.heading]:
        yield Finding(WORKBOOK, name, "", " ".join(map(str, lines[0] if lines else ())), source.heading, 1)
    wanted = set(table[0]) if table else set()
    headers = {words(f"kolom.{column}"): column for column in (*BESIDE, *wanted)}
    columns = [headers.get(header, "") for header in lines[1]] if len(lines) > 1 else []
    rows = [line for line in lines[TITLE:] if any(cell != "" for cell in line)]
    if len(rows) != len(table):
        yield Finding(WORKBOOK, name, "rows", len(rows), len(table))
    for missing in sorted(wanted - set(columns)):
        yield Finding(WORKBOOK, name, missing, Told("nothing"), Told("a_column"))
    if (order := [column for column in columns if column in wanted]) != list(table[0] if table else ()):
        yield Finding(WORKBOOK, name, "", " ".join(order), " ".join(table[0]), TITLE)
    for n, (row, line) in enumerate(zip(table, rows, strict=False)):
        for at, (column, cell) in enumerate(zip(columns, line, strict=False)):
            good = _good(row, column, source, names)
            if not (same(good, cell) if column in row else cell == good):
                header = column or str(lines[1][at])
                yield Finding(WORKBOOK, f"{name} {line[0]}", header, cell, good or Told("no_column"), n + TITLE + 1)


def _good(row: Row, column: str, source: Source, names: Mapping[str, str]) -> str:
    """Give what a cell should say: the table's own text, its words, or the name that belongs to a code."""
    if column == "bron":
        return source.short
    if column in row:
        return source.words.name(IN_WORDS[column], row[column]) if column in IN_WORDS else row[column]
    return names.get(row[BESIDE[column]], "") if column in BESIDE and BESIDE[column] in row else ""


def same(text: str, cell: Value) -> bool:
    """Say whether a cell of a sheet is what the table writes.

    >>> same("0,5", 0.5), same("GM0001", "GM0001"), same("3", 4.0)
    (True, True, False)
    """
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return bool(NUMBER.fullmatch(text)) and abs(float(exact(text)) - cell) <= 1e-9 * max(1.0, abs(cell))
    return plain(text, ()) == bare(str(cell))
