"""Files of two gemeenten of 10 km by 10 km, side by side, to read as borders."""

import json
import zipfile

import geopandas as gpd
import pytest
from shapely import box

from geodata.errors import GeodataError
from geodata.geography import read_boundaries

CODES_2 = ("GM0001", "GM0002")


def two(crs=28992, shapes=None, **columns):
    shapes = shapes or [box(100_000, 400_000, 110_000, 410_000), box(110_000, 400_000, 120_000, 410_000)]
    table = {"statcode": list(CODES_2), "statnaam": ["Aa", "Bb"], **columns}
    return gpd.GeoDataFrame(table, geometry=shapes, crs=crs)


def written(frame, path):
    if path.suffix == ".parquet":
        frame.to_parquet(path)
    else:
        frame.to_file(path, engine="pyogrio")
    return path


def zipped(frame, tmp_path, parts=(".shp", ".shx", ".dbf", ".prj")):
    written(frame, tmp_path / "a.shp")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for suffix in parts:
            archive.write(tmp_path / f"a{suffix}", f"map/a{suffix}")
    return tmp_path / "a.zip"


def geojson(path, frame, **members):
    document = json.loads(frame.to_json(drop_id=True))
    document.pop("crs", None)
    path.write_text(json.dumps({**document, **members}), "utf-8")
    return path


def geojson_rd(tmp_path, shapes):
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
    return geojson(tmp_path / "a.geojson", two(shapes=shapes), crs=crs)


def refused(path, codes=CODES_2):
    """Give the problems for which a file is refused; each can be said in both languages."""
    with pytest.raises(GeodataError) as caught:
        read_boundaries(path, codes)
    assert all(line for taal in ("nl", "en") for line in caught.value.render(taal))
    return caught.value


def codes_of(path, codes=CODES_2):
    """Give the codes of the problems for which a file is refused."""
    return [fout.code.split()[0] for fout in refused(path, codes).problemen]
