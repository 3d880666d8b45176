"""The bytes of a file of borders become a table with its coordinate system, in one of four formats."""

import io
import json
import lzma
import re
import sqlite3
import zipfile
import zlib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import shapely
from geopandas import GeoDataFrame
from pyproj import CRS
from shapely.errors import ShapelyError

from geodata.errors import GeodataError, problem
from geodata.gate import MAX_UNPACKED, check_archive, check_geopackage, content_of, too_large
from geodata.rd import RD, WGS84

if TYPE_CHECKING:
    from collections.abc import Callable

BBOX = {WGS84: (3.0, 50.6, 7.4, 53.8), RD: (-10_000.0, 295_000.0, 300_000.0, 640_000.0)}
"""Least x and y and greatest x and y of the Netherlands with its coastal waters, by EPSG code [degrees or m]."""

CRS84 = ("OGC", "CRS84")
"""Authority and code of longitude before latitude, the only system of a GeoJSON by RFC 7946."""

LAGEN = (r"(?:cbs_)?gemeenten?(?:_\d{4})?_gegeneraliseerd(?:_\d{4})?", "gemeentegebied")
"""Names of the layer of gemeenten at CBS and at Kadaster, in files that have more layers."""

SHAPEFILE_PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
RESOURCE_FORK = "__MACOSX/"
"""Folder that a Mac adds to an archive, with a second part beside every part."""


class Unreadable(Exception):  # noqa: N818 (a signal inside this module, never shown)
    """The content is not what the name of the file promises."""


DAMAGED = (
    *(Unreadable, ValueError, LookupError, ArithmeticError, TypeError, AttributeError, OSError, RuntimeError, EOFError),
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, sqlite3.Error, ShapelyError),
)
"""What the libraries raise on content that is damaged or of another kind."""


def read_file(path: Path) -> GeoDataFrame:
    """Read the rows and the CRS of a local file."""
    return read_content(content_of(path), path.name)


def read_content(content: bytes, bestand: str) -> GeoDataFrame:
    """Read the rows and the CRS of a file; the suffix of its name chooses the format and the content must agree."""
    readers: dict[str, tuple[str, Callable[[bytes, str], GeoDataFrame]]] = {
        ".gpkg": ("GeoPackage", _read_geopackage),
        ".geojson": ("GeoJSON", _read_geojson),
        ".json": ("GeoJSON", _read_geojson),
        ".zip": ("Shapefile", _read_zipped_shapefile),
        ".parquet": ("GeoParquet", _read_parquet),
    }
    suffix = Path(bestand).suffix.lower()
    if suffix not in readers:
        raise GeodataError([problem("G.003 format_unknown", bestand=bestand, gevonden=suffix or "?")])
    formaat, reader = readers[suffix]
    try:
        return reader(content, bestand)
    except GeodataError:
        raise
    except DAMAGED as error:
        kort = type(error).__name__ if not isinstance(error, Unreadable) else str(error)
        fout = problem("G.004 file_unreadable", bestand=bestand, verwacht=formaat, gevonden=kort)
        raise GeodataError([fout]) from error


def check_crs(frame: GeoDataFrame, bestand: str) -> None:
    """Refuse a missing or other CRS than EPSG:28992 and 4326, then coordinates outside the Netherlands.

    Raises
    ------
    GeodataError
        G.101, G.102 or G.103.
    """
    if frame.crs is None:
        raise GeodataError([problem("G.101 crs_missing", bestand=bestand)])
    epsg = WGS84 if frame.crs.to_authority() == CRS84 else frame.crs.to_epsg()
    if epsg not in BBOX:
        gevonden = f"EPSG:{epsg}" if epsg else frame.crs.name
        raise GeodataError([problem("G.102 crs_refused", bestand=bestand, gevonden=gevonden)])
    xy = shapely.get_coordinates(frame.geometry.to_numpy())
    low, high = np.array(BBOX[epsg][:2]), np.array(BBOX[epsg][2:])
    if not ((xy >= low) & (xy <= high)).all():
        bounds = (*xy.min(axis=0), *xy.max(axis=0))
        raise GeodataError(
            [
                problem(
                    "G.103 outside_netherlands",
                    bestand=bestand,
                    gevonden=_box(bounds),
                    verwacht=_box(BBOX[epsg]),
                    crs=f"EPSG:{epsg}",
                )
            ]
        )


def _box(bounds: tuple[float, ...]) -> str:
    return "[" + " ".join(f"{float(value):.6g}" for value in bounds) + "]"


def _require_magic(content: bytes, magic: bytes) -> None:
    """Refuse content of another kind than the suffix says, so that GDAL never picks a driver by itself."""
    if not content.startswith(magic):
        raise Unreadable("kop/header")


def _read_geopackage(content: bytes, bestand: str) -> GeoDataFrame:
    """Read a copy under a name of our own: a ``!`` in a path would make pyogrio look inside an archive."""
    _require_magic(content, b"SQLite format 3\x00")
    with TemporaryDirectory() as folder:
        copy = Path(folder).resolve() / "gemeenten.gpkg"
        copy.write_bytes(content)
        check_geopackage(copy, bestand)
        table = gpd.list_layers(copy)
        layer = _layer([str(name) for name in table.loc[table["geometry_type"].notna(), "name"]], bestand)
        return _without_undefined_crs(gpd.read_file(copy, layer=layer, engine="pyogrio"))


def _layer(layers: list[str], bestand: str) -> str:
    """Choose the layer of gemeenten: the only one, else the one that is named as CBS or Kadaster name it."""
    known = [[name for name in layers if re.fullmatch(pattern, name, re.IGNORECASE)] for pattern in LAGEN]
    chosen = next((named for named in [layers, *known] if len(named) == 1), None)
    if chosen is None:
        raise GeodataError([problem("G.005 layer_unclear", bestand=bestand, gevonden=tuple(layers) or "-")])
    return chosen[0]


def _read_geojson(content: bytes, _: str) -> GeoDataFrame:
    """Read GeoJSON without GDAL: a member ``crs`` of the old standard counts, absent means CRS84, null means none."""
    document: dict[str, Any] = json.loads(content.decode("utf-8-sig"))
    features = document.get("features")
    if document.get("type") != "FeatureCollection" or not features:
        raise Unreadable("FeatureCollection")
    crs: CRS | None = CRS.from_authority(*CRS84)
    if "crs" in document:
        crs = None if document["crs"] is None else CRS.from_user_input(document["crs"]["properties"]["name"])
    return GeoDataFrame.from_features(features, crs=crs)


def _read_parquet(content: bytes, bestand: str) -> GeoDataFrame:
    """Read GeoParquet after its own metadata, which says how far it unpacks."""
    from pyarrow import parquet  # noqa: PLC0415  0.3 s that only a file in this format should pay

    _require_magic(content, b"PAR1")
    metadata = parquet.ParquetFile(io.BytesIO(content)).metadata
    if sum(metadata.row_group(n).total_byte_size for n in range(metadata.num_row_groups)) > MAX_UNPACKED:
        raise too_large("G.514 archive_too_large", bestand, MAX_UNPACKED)
    return gpd.read_parquet(io.BytesIO(content))


def _read_zipped_shapefile(content: bytes, bestand: str) -> GeoDataFrame:
    """Unpack the parts of the one Shapefile into a folder that is removed again, and read it there."""
    _require_magic(content, b"PK\x03\x04")
    with TemporaryDirectory() as folder, zipfile.ZipFile(io.BytesIO(content)) as archive:
        check_archive(archive.infolist(), bestand)
        for suffix, part in _shapefile(archive, bestand).items():
            (Path(folder) / f"gemeenten{suffix}").write_bytes(archive.read(part))
        shape = Path(folder) / "gemeenten.shp"
        _require_magic(shape.read_bytes(), b"\x00\x00\x27\x0a")
        return _without_undefined_crs(gpd.read_file(shape, engine="pyogrio"))


def _shapefile(archive: zipfile.ZipFile, bestand: str) -> dict[str, zipfile.ZipInfo]:
    """Give the parts of the one Shapefile by suffix; parts of another name do not belong to it."""
    own = [part for part in archive.infolist() if not part.filename.startswith(RESOURCE_FORK)]
    shapes = [part.filename for part in own if part.filename.lower().endswith(".shp")]
    if len(shapes) != 1:
        raise GeodataError([problem("G.005 layer_unclear", bestand=bestand, gevonden=tuple(shapes) or "-")])
    stem = shapes[0][: -len(".shp")].lower()
    parts = [part for part in own if part.filename.lower() in {f"{stem}{suffix}" for suffix in SHAPEFILE_PARTS}]
    found = {Path(part.filename).suffix.lower(): part for part in parts}
    if len(found) < len(parts):
        raise Unreadable("2x " + ", ".join(sorted(part.filename for part in parts)))
    return found


def _without_undefined_crs(frame: GeoDataFrame) -> GeoDataFrame:
    """Say "no CRS" where GDAL writes one with the name Undefined."""
    if frame.crs is not None and frame.crs.name.lower().startswith(("undefined", "unknown")):
        return frame.set_crs(None, allow_override=True)
    return frame
