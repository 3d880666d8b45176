"""A file of borders is read only when it is plain, local and of a known format and coordinate system."""

import json
import re
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
from geodata.rd import RD, WGS84

if TYPE_CHECKING:
    from collections.abc import Callable

BBOX = {WGS84: (3.0, 50.6, 7.4, 53.8), RD: (-10_000.0, 295_000.0, 300_000.0, 640_000.0)}
"""Least x and y and greatest x and y of the Netherlands with its coastal waters, by EPSG code [degrees or m]."""

CRS84 = ("OGC", "CRS84")
"""Authority and code of longitude before latitude, the only system of a GeoJSON by RFC 7946."""

LAAG = "gemeente_gegeneraliseerd"
"""Layer of gemeenten in the GeoPackage of CBS gebiedsindelingen, which has many layers."""

SHAPEFILE_PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
MAX_BYTES = 2_000_000_000
"""The largest content of an archive that is unpacked [bytes]."""


class Unreadable(Exception):  # noqa: N818 (a signal inside this module, never shown)
    """The content is not what the name of the file promises."""


DAMAGED = (
    *(Unreadable, ValueError, KeyError, TypeError, AttributeError, OSError, RuntimeError),
    *(zipfile.BadZipFile, zlib.error, ShapelyError),
)
"""What the libraries raise on content that is damaged or of another kind."""


def require_local(path: str | Path) -> Path:
    """Refuse whatever GDAL would fetch or unpack by itself, and whatever is not there."""
    text = str(path)
    if "/vsi" in text.replace("\\", "/") or re.search(r"[A-Za-z]{2,}:/", text):
        raise GeodataError([problem("G.001 path_not_local", bestand=text)])
    file = Path(path)
    if not file.is_file():
        raise GeodataError([problem("G.002 file_missing", bestand=text)])
    return file.resolve()


def read_file(path: Path) -> GeoDataFrame:
    """Read the rows and the CRS of a local file; the suffix chooses the format and the content must agree."""
    readers: dict[str, tuple[str, Callable[[Path], GeoDataFrame]]] = {
        ".gpkg": ("GeoPackage", _read_geopackage),
        ".geojson": ("GeoJSON", _read_geojson),
        ".json": ("GeoJSON", _read_geojson),
        ".zip": ("Shapefile", _read_zipped_shapefile),
        ".parquet": ("GeoParquet", _read_parquet),
    }
    suffix = path.suffix.lower()
    if suffix not in readers:
        raise GeodataError([problem("G.003 format_unknown", bestand=path.name, gevonden=suffix or "?")])
    formaat, reader = readers[suffix]
    try:
        return reader(path)
    except GeodataError:
        raise
    except DAMAGED as error:
        kort = type(error).__name__ if not isinstance(error, Unreadable) else str(error)
        fout = problem("G.004 file_unreadable", bestand=path.name, verwacht=formaat, gevonden=kort)
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


def _require_magic(path: Path, magic: bytes) -> None:
    """Refuse content of another kind than the suffix says, so that GDAL never picks a driver by itself."""
    with path.open("rb") as stream:
        if stream.read(len(magic)) != magic:
            raise Unreadable("kop/header")


def _read_geopackage(path: Path) -> GeoDataFrame:
    _require_magic(path, b"SQLite format 3\x00")
    table = gpd.list_layers(path)
    layers = [str(name) for name in table.loc[table["geometry_type"].notna(), "name"]]
    chosen = [name for name in layers if name == LAAG] or layers
    if len(chosen) != 1:
        raise GeodataError([problem("G.005 layer_unclear", bestand=path.name, gevonden=tuple(layers) or "-")])
    return _without_undefined_crs(gpd.read_file(path, layer=chosen[0], engine="pyogrio"))


def _read_geojson(path: Path) -> GeoDataFrame:
    """Read GeoJSON without GDAL: a member ``crs`` of the old standard counts, absent means CRS84, null means none."""
    document: dict[str, Any] = json.loads(path.read_text("utf-8-sig"))
    features = document.get("features")
    if document.get("type") != "FeatureCollection" or not features:
        raise Unreadable("FeatureCollection")
    crs: CRS | None = CRS.from_authority(*CRS84)
    if "crs" in document:
        crs = None if document["crs"] is None else CRS.from_user_input(document["crs"]["properties"]["name"])
    return GeoDataFrame.from_features(features, crs=crs)


def _read_parquet(path: Path) -> GeoDataFrame:
    _require_magic(path, b"PAR1")
    return gpd.read_parquet(path)


def _read_zipped_shapefile(path: Path) -> GeoDataFrame:
    """Unpack the parts of the one Shapefile into a folder that is removed again, and read it there."""
    _require_magic(path, b"PK\x03\x04")
    with TemporaryDirectory() as folder, zipfile.ZipFile(path) as archive:
        parts = [part for part in archive.infolist() if Path(part.filename).suffix.lower() in SHAPEFILE_PARTS]
        shapes = sorted(Path(part.filename).stem for part in parts if part.filename.lower().endswith(".shp"))
        if len(shapes) != 1:
            raise GeodataError([problem("G.005 layer_unclear", bestand=path.name, gevonden=tuple(shapes) or "-")])
        if sum(part.file_size for part in parts) > MAX_BYTES:
            raise Unreadable("> 2 GB")
        for part in parts:
            (Path(folder) / ("gemeenten" + Path(part.filename).suffix.lower())).write_bytes(archive.read(part))
        shape = Path(folder) / "gemeenten.shp"
        _require_magic(shape, b"\x00\x00\x27\x0a")
        return _without_undefined_crs(gpd.read_file(shape, engine="pyogrio"))


def _without_undefined_crs(frame: GeoDataFrame) -> GeoDataFrame:
    """Say "no CRS" where GDAL writes one with the name Undefined."""
    if frame.crs is not None and frame.crs.name.lower().startswith(("undefined", "unknown")):
        return frame.set_crs(None, allow_override=True)
    return frame
