"""The tables of a run stand in several files, and say the same in each."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from verifier.finding import Finding, Told, compare
from verifier.page import check_map
from verifier.read import UnreadableError, bare, digest, plain, read_table

CSV, PARQUET, GEOPACKAGE, MAP = "gemeenten.csv", "gemeenten.parquet", "gemeenten.gpkg", "kaart.html"
TWINS = (PARQUET, GEOPACKAGE, MAP)
"""Files that say again what the tables say; a light run has none of them, and says that it is light."""
AREA = ("geometry", "geom", "fid")
"""Columns of a file for maps that the table does not have."""
ORDERED = {"gemeenten": "gemeentecode", "layer_styles": "styleName"}
"""Tables of a GeoPackage that its hash covers, and the column that orders their rows."""
Cells = dict[str, str]
OF_THE_FORMAT = ("gpkg_", "sqlite_", "rtree_gemeenten_")
"""How the tables begin that the format itself asks for."""
NUMBERS = ("fid", "id")
"""Row numbers, which the hash does not cover."""


def check_twins(folder: Path) -> list[Finding]:
    """List every cell in which a file differs from its table, by file and key."""
    table = [{name: plain(cell, ()) for name, cell in row.items()} for row in read_table(folder / CSV)]
    return [
        *_differs(PARQUET, table, table_of_parquet(folder / PARQUET)),
        *_differs(GEOPACKAGE, table, table_of_geopackage(folder / GEOPACKAGE)),
        *_layers(folder / GEOPACKAGE),
        *check_map(folder / MAP, table),
    ]


def _differs(file: str, expected: list[Cells], found: list[Cells]) -> Iterator[Finding]:
    """Compare rows by gemeentecode."""
    by_code = {row["gemeentecode"]: row for row in found}
    codes = [row["gemeentecode"] for row in expected]
    if [row["gemeentecode"] for row in found] != codes:
        strange = sorted(by_code.keys() ^ set(codes)) or [row["gemeentecode"] for row in found]
        yield Finding(file, "", "gemeentecode", " ".join(strange), Told("same_rows", table=CSV))
    columns = set(expected[0]) if expected else set()
    for name in sorted({name for row in found for name in row} - columns):
        yield Finding(file, "", name, Told("a_column_more"), Told("no_column"))
    for row in expected:
        yield from compare(file, row["gemeentecode"], by_code.get(row["gemeentecode"], {}), row)


def table_of_parquet(path: Path) -> list[Cells]:
    """Read the rows of a GeoParquet as text, without the areas."""
    try:
        return [_text(row) for row in pq.read_table(path).to_pylist()]
    except (OSError, pa.ArrowException) as error:
        raise UnreadableError(path.name, 0, "", str(error)[:80]) from error


def table_of_geopackage(path: Path) -> list[Cells]:
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
    """Read a table of a GeoPackage, which is a database of SQLite, and leave the file as it is; a view is not asked."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as base:
            base.row_factory = sqlite3.Row
            kind = base.execute("SELECT type FROM sqlite_master WHERE name = ?", [table]).fetchone()
            if kind is None or kind[0] != "table":
                raise UnreadableError(path.name, 0, table)
            return [dict(row) for row in base.execute(f'SELECT * FROM "{table}" ORDER BY "{ORDERED[table]}"')]  # noqa: S608
    except sqlite3.Error as error:
        raise UnreadableError(path.name, 0, table, str(error)) from error


def _layers(path: Path) -> Iterator[Finding]:
    """List every table or view that a program for maps would show beside the gemeenten."""
    query = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') UNION SELECT table_name FROM gpkg_contents"
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as base:
        names = [str(name) for (name,) in base.execute(query)]
    for name in sorted(set(names) - ORDERED.keys()):
        if not name.startswith(OF_THE_FORMAT):
            yield Finding(path.name, name, "", name, Told("not_a_table"))


def _text(row: dict[str, Any]) -> Cells:
    """Write the cells of a row as the table does; a whole number has no decimals."""
    return {
        name: str(int(cell)) if isinstance(cell, float) and cell.is_integer() else bare(str(cell))
        for name, cell in row.items()
        if name not in AREA
    }
