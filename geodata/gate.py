"""A file of borders is looked over before any library opens it: a plain file of this computer, of a bearable size."""

import re
import sqlite3
import stat
import zipfile
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from geodata.errors import GeodataError, problem

MB = 1_000_000
"""Bytes in a megabyte [bytes]."""

MAX_BYTES = {".gpkg": 500 * MB, ".zip": 200 * MB, ".parquet": 200 * MB, ".geojson": 100 * MB, ".json": 100 * MB}
"""Most that a file may weigh, by its suffix; the GeoPackage of CBS with every division weighs 159 MB [bytes]."""

MAX_UNPACKED = 500 * MB
"""Most that an archive or a GeoParquet may hold, unpacked [bytes]."""

MAX_RATIO = 100
"""Most times that a part of an archive may grow by unpacking; tables of a Shapefile full of blanks grow far [1]."""

RATIO_FROM = 10 * MB
"""Size from which the ratio of a part counts [bytes]."""

MAX_PARTS = 1_000
"""Most parts of an archive."""

ARCHIVES = (".zip", ".kmz", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".zst", ".7z", ".rar", ".gpkg", ".parquet")
"""Parts of an archive that are archives or databases themselves."""

POINTERS = (".vrt", ".lnk", ".url", ".wms", ".xmlwfs")
"""Parts of an archive that GDAL or the desktop would follow to another place."""

BESIDE = ("-wal", "-journal")
"""What SQLite keeps beside a file in use: changes that are not in the file itself."""

SPATIAL_INDEX = re.compile(r"CREATE VIRTUAL TABLE \W?rtree_[^()]* USING rtree\s*\(", re.IGNORECASE)
"""The only virtual table of a plain GeoPackage: its spatial index, which holds nothing but what is in the file."""


def require_local(path: str | Path) -> Path:
    """Refuse whatever GDAL would fetch or unpack by itself, a link, and whatever is not there."""
    text = str(path)
    if "/vsi" in text.replace("\\", "/") or re.search(r"[A-Za-z]{2,}:/", text):
        raise GeodataError([problem("G.001 path_not_local", bestand=text)])
    file = Path(path)
    if file.is_symlink():
        raise GeodataError([problem("G.511 file_is_link", bestand=text)])
    if not file.is_file():
        raise GeodataError([problem("G.002 file_missing", bestand=text)])
    return file.resolve()


def content_of(file: Path) -> bytes:
    """Read a local file once, after its size; what is hashed is then what is read.

    Raises
    ------
    GeodataError
        G.512 when a program still holds changes beside a GeoPackage, G.513 above ``MAX_BYTES``, G.519 when the
        system does not let us read.
    """
    try:
        _check_size(file)
        return file.read_bytes()
    except OSError as error:
        fout = problem("G.519 file_not_opened", bestand=file.name, gevonden=error.strerror or type(error).__name__)
        raise GeodataError([fout]) from error


def _check_size(file: Path) -> None:
    """Refuse a file above its limit, and one whose last changes lie beside it."""
    suffix = file.suffix.lower()
    most = MAX_BYTES.get(suffix, min(MAX_BYTES.values()))
    if file.stat().st_size > most:
        raise too_large("G.513 file_too_large", file.name, most)
    beside = [Path(f"{file}{ending}") for ending in BESIDE] if suffix == ".gpkg" else []
    in_use = tuple(path.name for path in beside if path.is_file() and path.stat().st_size)
    if in_use:
        raise GeodataError([problem("G.512 file_in_use", bestand=file.name, gevonden=in_use)])


def too_large(code: str, bestand: str, most: int) -> GeodataError:
    """Make the error for a file that holds more than is read."""
    return GeodataError([problem(code, bestand=bestand, grootste=f"{most // MB} MB")])


def check_archive(parts: Sequence[zipfile.ZipInfo], bestand: str) -> None:
    """Refuse an archive by its own list of parts, before a byte is unpacked.

    Raises
    ------
    GeodataError
        G.514 when it is or grows too large; else G.515, G.516 and G.518, each with the parts concerned.
    """
    grown = [p for p in parts if p.file_size > RATIO_FROM and p.file_size > MAX_RATIO * max(p.compress_size, 1)]
    if grown or len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise too_large("G.514 archive_too_large", bestand, MAX_UNPACKED)
    lists = {
        "G.515 archive_points_elsewhere": [part.filename for part in parts if _elsewhere(part)],
        "G.516 archive_nested": [p.filename for p in parts if p.filename.lower().endswith(ARCHIVES)],
        "G.518 archive_locked": [part.filename for part in parts if part.flag_bits & 1],
    }
    problems = [problem(code, bestand=bestand, gevonden=tuple(found)) for code, found in lists.items() if found]
    if problems:
        raise GeodataError(problems)


def _elsewhere(part: zipfile.ZipInfo) -> bool:
    """Tell whether a part would land outside its folder, or sends its reader to another file or address."""
    name = part.filename.replace("\\", "/")
    outside = name.startswith("/") or ".." in name.split("/") or ":" in name
    return outside or stat.S_ISLNK(part.external_attr >> 16) or name.lower().endswith(POINTERS)


def check_geopackage(file: Path, bestand: str) -> None:
    """Refuse a GeoPackage whose layers are not plain tables: reading them would run what the file says.

    Raises
    ------
    GeodataError
        G.517 with the tables that are virtual, and the layers that are views or have computed columns.
    sqlite3.Error
        The file is no database, or is damaged.
    """
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)) as database:
        database.execute("PRAGMA trusted_schema = OFF")
        kinds = dict(database.execute("SELECT name, type FROM pragma_table_list WHERE schema = 'main'"))
        texts = dict(database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
        own = {name for name in kinds if name.lower().startswith("gpkg_")}
        if strange := {name for name in own if kinds[name] != "table" or _computed(database, name)}:
            raise _indirect(bestand, strange)  # before anything is asked of them
        layers = [str(name) for (name,) in database.execute("SELECT table_name FROM gpkg_contents")]
        strange = {n for n, kind in kinds.items() if kind == "virtual" and not SPATIAL_INDEX.match(texts.get(n) or "")}
        strange |= {name for name in layers if kinds.get(name) != "table" or _computed(database, name)}
    if strange:
        raise _indirect(bestand, strange)


def _indirect(bestand: str, names: Iterable[str]) -> GeodataError:
    """Name the tables that are no plain tables."""
    return GeodataError([problem("G.517 geopackage_indirect", bestand=bestand, gevonden=tuple(sorted(names)))])


def _computed(database: sqlite3.Connection, name: str) -> bool:
    """Tell whether a table works out some of its columns when it is read."""
    return any(hidden for (hidden,) in database.execute("SELECT hidden FROM pragma_table_xinfo(?)", (name,)))
