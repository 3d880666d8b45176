"""``gemeenten.gpkg``: the table of gemeenten for QGIS, which shows it in the classes of the map when it is opened."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from io import BytesIO

import pyogrio

from geodata.geography import Geography
from inputs.case import Case
from optimizer.result import Allocation
from reports.geo_table import about, gemeenten_map
from reports.qgis_style import qml, styled
from reports.words import Lang, words

NAME = "gemeenten.gpkg"
LAYER = "gemeenten"
CREATED = "2026-01-01T00:00:00.000Z"
"""Time of every change that the file states, constant so that its content is."""
CLOCK = "OGR_CURRENT_DATE"
"""Setting by which GDAL takes a given time for its own clock."""
STYLES = """CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
 f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT,
 styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
 update_time DATETIME DEFAULT CURRENT_TIMESTAMP)"""
"""Table in which QGIS looks for the styles of a layer."""
STYLE = """INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName,
 styleQML, styleSLD, useAsDefault, description, owner, ui, update_time)
 VALUES ('', '', ?, 'geom', ?, ?, '', ?, ?, '', '', ?)"""
REGISTER = "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change) VALUES (?, 'attributes', ?, ?)"
CONTENT = {LAYER: "gemeentecode", "layer_styles": "styleName"}
"""Tables that are the content of the file, and the column that orders their rows."""


def geopackage(case: Case, allocation: Allocation, geography: Geography, lang: Lang = "nl") -> bytes:
    """Give the bytes of ``gemeenten.gpkg``."""
    plain, told = BytesIO(), "; ".join(f"{k}: {text}" for k, text in about(case, geography, lang).items() if text)
    with _without_clock():
        gemeenten_map(case, allocation, geography, lang).to_file(
            plain, driver="GPKG", engine="pyogrio", layer=LAYER, SPATIAL_INDEX="NO", DESCRIPTION=told
        )
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(plain.getvalue())
        _add_styles(base, lang)
        return base.serialize()


def content_digest(content: bytes) -> str:
    """Give the sha256 of what a GeoPackage says: bytes differ once QGIS has had the file open, the content does not.

    It is the sha256 of compact JSON: table name to a list of its rows, by gemeentecode and by name of the style; each
    row is an object by name of the column without the row number, the geometry in hexadecimal.
    """
    with closing(sqlite3.connect(":memory:")) as base:
        base.deserialize(content)
        found = {table: list(_rows(base, table, order)) for table, order in CONTENT.items()}
    text = json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return sha256(text.encode("utf-8")).hexdigest()


def _rows(base: sqlite3.Connection, table: str, order: str) -> Iterator[dict[str, object]]:
    """Give the rows of a table without its row number."""
    cursor = base.execute(f'SELECT * FROM "{table}" ORDER BY "{order}"')  # noqa: S608  our own names
    names = [column[0] for column in cursor.description]
    for row in cursor:
        cells = zip(names, row, strict=True)
        yield {
            name: cell.hex() if isinstance(cell, bytes) else cell for name, cell in cells if name not in {"fid", "id"}
        }


def _add_styles(base: sqlite3.Connection, lang: Lang) -> None:
    """Add the styles, the first of them as the one that QGIS shows."""
    base.execute(STYLES)
    base.execute(REGISTER, ("layer_styles", "layer_styles", CREATED))
    told = words(lang)
    for number, indicator in enumerate(styled()):
        name, meaning = told(f"indicator.{indicator.naam}"), told(f"indicator_uitleg.{indicator.naam}")
        base.execute(STYLE, (LAYER, name, qml(indicator, lang), int(number == 0), meaning, CREATED))
    base.commit()


@contextmanager
def _without_clock() -> Iterator[None]:
    """Let GDAL write a constant time where it would write that of the machine."""
    before = pyogrio.get_gdal_config_option(CLOCK)
    pyogrio.set_gdal_config_options({CLOCK: CREATED})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({CLOCK: before})
