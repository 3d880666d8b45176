"""The table of gemeenten stands in four files of a run, and says the same in each."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from python_calamine import CalamineWorkbook
from recount.files import Row, compare, digest, plain, read_table

CSV, PARQUET, GEOPACKAGE, WORKBOOK = "gemeenten.csv", "gemeenten.parquet", "gemeenten.gpkg", "toewijzing.xlsx"
AREA = ("geometry", "geom", "fid")
"""Columns of a file for maps that the table does not have."""
SHEET, NOTES = "Gemeenten", "Toelichting"
IN_WORDS = ("bindende_regel", "bron")
"""Columns that the sheet writes otherwise: a rule in words, and a source that points at another sheet."""
ORDERED = {"gemeenten": "gemeentecode", "layer_styles": "styleName"}
"""Tables of a GeoPackage that its hash covers, and the column that orders their rows."""
NUMBERS = ("fid", "id")
"""Row numbers, which the hash does not cover."""


def check_twins(folder: Path) -> list[str]:
    """List every cell in which a file differs from gemeenten.csv, by file and gemeentecode."""
    table = [{name: plain(cell, ()) for name, cell in row.items()} for row in read_table(folder / CSV)]
    seen = tuple(name for name in table[0] if name not in IN_WORDS)
    return [
        *_differs(PARQUET, table, table_of_parquet(folder / PARQUET)),
        *_differs(GEOPACKAGE, table, table_of_geopackage(folder / GEOPACKAGE)),
        *_differs(WORKBOOK, [{name: row[name] for name in seen} for row in table], _sheet(folder / WORKBOOK, seen)),
    ]


def _differs(file: str, expected: list[Row], found: list[Row]) -> Iterator[str]:
    """Compare rows by gemeentecode."""
    by_code = {row["gemeentecode"]: row for row in found}
    codes = [row["gemeentecode"] for row in expected]
    if [row["gemeentecode"] for row in found] != codes:
        yield f"{file}: gemeentecode = {list(by_code)}, expected {codes}"
    for row in expected:
        yield from compare(file, row["gemeentecode"], by_code.get(row["gemeentecode"], {}), row)


def table_of_parquet(path: Path) -> list[Row]:
    """Read the rows of a GeoParquet as text, without the areas."""
    return [_text(row) for row in pq.read_table(path).to_pylist()]


def table_of_geopackage(path: Path) -> list[Row]:
    """Read the rows of a GeoPackage as text, without the areas."""
    return [_text(row) for row in _rows(path, "gemeenten")]


def content_hash(path: Path) -> str:
    """Give the hash by which a manifest knows a GeoPackage: that of its rows, not of its bytes."""
    found = {
        table: [
            {k: v.hex() if isinstance(v, bytes) else v for k, v in row.items() if k not in NUMBERS}
            for row in _rows(path, table)
        ]
        for table in ORDERED
    }
    return digest(json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode())


def _rows(path: Path, table: str) -> list[dict[str, Any]]:
    """Read a table of a GeoPackage, which is a database of SQLite, and leave the file as it is."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as base:
        base.row_factory = sqlite3.Row
        return [dict(row) for row in base.execute(f'SELECT * FROM "{table}" ORDER BY "{ORDERED[table]}"')]  # noqa: S608


def _sheet(path: Path, names: tuple[str, ...]) -> list[Row]:
    """Read the sheet with the table as text; its notes say which header is which column."""
    book = CalamineWorkbook.from_path(path)
    told = {row[1]: row[2] for row in book.get_sheet_by_name(NOTES).to_python() if row[0] == SHEET}
    _, head, *rows = book.get_sheet_by_name(SHEET).to_python()
    columns = [str(told.get(cell, "")) for cell in head]
    return [
        _text({name: cell for name, cell in zip(columns, row, strict=True) if name in names})
        for row in rows
        if row[0] != ""
    ]


def _text(row: dict[str, Any]) -> Row:
    """Write the cells of a row as the table does; a whole number has no decimals."""
    return {
        name: str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
        for name, cell in row.items()
        if name not in AREA
    }
