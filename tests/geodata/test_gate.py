import sqlite3
import zipfile
from contextlib import closing

import pytest
from areas import CODES_2, codes_of, geojson, refused, two, written, zipped
from shapely import Point, box

from geodata import gate, reading
from geodata.geography import read_boundaries

POINTER = '<OGRVRTDataSource><OGRVRTLayer name="a"><SrcDataSource>/vsicurl/http://example.org</SrcDataSource>'


def change(path, sql):
    with closing(sqlite3.connect(path)) as database:
        database.executescript(sql)
    return path


def packed(tmp_path, name, content="x", **info):
    """Give a sound Shapefile in an archive, with one more part."""
    path = zipped(two(), tmp_path)
    part = zipfile.ZipInfo(name)
    for field, value in info.items():
        setattr(part, field, value)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, content)
    return path


def test_a_name_with_an_exclamation_mark_is_a_file_and_no_path_into_an_archive(tmp_path):
    written(two(), tmp_path / "a.gpkg").rename(tmp_path / "a.zip!b.gpkg")

    assert read_boundaries(tmp_path / "a.zip!b.gpkg", CODES_2).bestand == "a.zip!b.gpkg"


def test_a_link_is_refused_also_where_it_points_to_a_good_file(tmp_path):
    (tmp_path / "b.gpkg").symlink_to(written(two(), tmp_path / "a.gpkg"))

    assert codes_of(tmp_path / "b.gpkg") == ["G.511"]


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".parquet", ".zip"])
def test_a_file_above_its_limit_is_refused_by_its_size_alone(suffix, tmp_path, monkeypatch):
    monkeypatch.setitem(gate.MAX_BYTES, suffix, 2_000_000)
    with (tmp_path / f"a{suffix}").open("wb") as stream:
        stream.truncate(2_000_001)

    assert refused(tmp_path / f"a{suffix}").render()[0].startswith(f"a{suffix}: groter dan 2 MB")


@pytest.mark.parametrize("ending", ["-wal", "-journal"])
def test_a_geopackage_that_another_program_has_open_is_refused(ending, tmp_path):
    path = written(two(), tmp_path / "a.gpkg")
    (tmp_path / f"a.gpkg{ending}").write_bytes(b"changes")

    assert codes_of(path) == ["G.512"]


def test_a_geopackage_that_was_closed_with_its_journal_beside_it_is_read(tmp_path):
    path = change(written(two(), tmp_path / "a.gpkg"), "PRAGMA journal_mode = WAL")

    assert path.read_bytes()[18:20] == b"\2\2"
    assert read_boundaries(path, CODES_2).codes == CODES_2


def test_a_file_that_the_system_does_not_open_is_refused_with_the_reason(tmp_path, monkeypatch):
    path = written(two(), tmp_path / "a.gpkg")

    def closed(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "read_bytes", closed)

    assert "kan niet worden gelezen (Permission denied)" in refused(path).render()[0]


@pytest.mark.parametrize("name", ["../buiten.txt", "/etc/buiten.txt", "map\\..\\..\\buiten.txt", "C:/buiten.txt"])
def test_an_archive_with_a_part_that_would_land_outside_is_refused(name, tmp_path):
    assert refused(packed(tmp_path, name)).problemen[0].code == "G.515 archive_points_elsewhere"


def test_an_archive_with_a_link_or_a_pointer_is_refused_and_the_part_named(tmp_path):
    assert codes_of(packed(tmp_path, "map/a.qix", "/etc/passwd", external_attr=0o120777 << 16)) == ["G.515"]
    assert "map/b.vrt" in refused(packed(tmp_path, "map/b.vrt", POINTER)).render("en")[0]


@pytest.mark.parametrize("name", ["binnen.zip", "binnen.tar.gz", "binnen.GPKG"])
def test_an_archive_in_an_archive_is_refused(name, tmp_path):
    assert codes_of(packed(tmp_path, name)) == ["G.516"]


def test_an_archive_with_a_password_is_refused_by_that_word(tmp_path):
    path = zipped(two(), tmp_path)
    data = bytearray(path.read_bytes())
    for start, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = data.find(start)
        while place >= 0:
            data[place + flags] |= 1
            place = data.find(start, place + 4)
    path.write_bytes(data)

    assert "wachtwoord" in refused(path).render()[0]


def test_20_mb_of_blanks_in_20_kb_and_1001_parts_are_refused_before_unpacking(tmp_path):
    assert codes_of(packed(tmp_path, "map/a.cpg", " " * 20_000_000, compress_type=zipfile.ZIP_DEFLATED)) == ["G.514"]

    path = zipped(two(), tmp_path)
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(997):
            archive.writestr(f"{number}.txt", "")
    assert codes_of(path) == ["G.514"]


def test_an_archive_or_parquet_that_unpacks_to_more_than_the_limit_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(gate, "MAX_UNPACKED", 500)
    monkeypatch.setattr(reading, "MAX_UNPACKED", 500)

    assert codes_of(zipped(two(), tmp_path)) == ["G.514"]
    assert codes_of(written(two(), tmp_path / "a.parquet")) == ["G.514"]


def test_parts_beside_the_shapefile_are_left_alone(tmp_path):
    path = packed(tmp_path, "leesmij.txt")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("__MACOSX/map/._a.shp", "x")
        archive.writestr("oud/ander.prj", "GEOGCS[]")

    assert read_boundaries(path, CODES_2).grenzen.area.tolist() == pytest.approx([1e8, 1e8])


def test_a_part_that_is_there_twice_is_refused(tmp_path):
    assert codes_of(packed(tmp_path, "MAP/A.PRJ", "GEOGCS[]")) == ["G.004"]


def test_a_layer_that_is_a_view_is_refused_by_name(tmp_path):
    path = change(written(two(), tmp_path / "a.gpkg"), "ALTER TABLE a RENAME TO b; CREATE VIEW a AS SELECT * FROM b")

    assert refused(path).problemen[0].velden["gevonden"] == ("a",)


def test_a_computed_column_is_refused(tmp_path):
    path = change(written(two(), tmp_path / "a.gpkg"), "ALTER TABLE a ADD COLUMN c TEXT AS (statnaam || '!') VIRTUAL")

    assert codes_of(path) == ["G.517"]


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE VIRTUAL TABLE w USING VirtualOGR('/vsicurl/http://example.org/a.gpkg')",
        "CREATE VIRTUAL TABLE rtree_a_x USING VirtualOGR(rtree)",
        "CREATE/**/VIRTUAL TABLE w USING VirtualShape('/etc/passwd')",
    ],
)
def test_a_table_that_lies_elsewhere_is_refused(sql, tmp_path):
    name = sql.split(" TABLE ")[1].split()[0]
    path = written(two(), tmp_path / "a.gpkg")
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA writable_schema = ON")
        database.execute("INSERT INTO sqlite_master VALUES ('table', ?, ?, 0, ?)", (name, name, sql))
        database.commit()

    assert refused(path).problemen[0].velden["gevonden"] == (name,)


def test_the_spatial_index_and_a_database_without_layers_are_told_apart(tmp_path):
    path = written(two(), tmp_path / "a.gpkg")
    with closing(sqlite3.connect(path)) as database:
        virtual = database.execute("SELECT count(*) FROM pragma_table_list WHERE type = 'virtual'").fetchone()
    assert virtual == (1,)
    assert read_boundaries(path, CODES_2).codes == CODES_2

    assert codes_of(change(tmp_path / "b.gpkg", "CREATE TABLE a (b)")) == ["G.004"]


@pytest.mark.parametrize("layer", ["cbs_gemeente_2025_gegeneraliseerd", "gemeente_gegeneraliseerd", "gemeentegebied"])
def test_of_many_layers_the_one_that_cbs_or_kadaster_names_so_is_read(layer, tmp_path):
    path = written(two().iloc[:1], tmp_path / "a.gpkg")
    two().to_file(path, layer=layer, engine="pyogrio")

    assert read_boundaries(path, CODES_2).codes == CODES_2


@pytest.mark.parametrize(
    ("coordinates", "code"),
    [
        ("[[[1e999,52],[5,52],[5,53],[1e999,52]]]", "G.103"),
        ("[[[NaN,52],[5,52],[5,53],[NaN,52]]]", "G.004"),
        (f"[[[{'9' * 400},52],[5,52],[5,53],[5,52]]]", "G.004"),
        ("[[[5]]]", "G.004"),
        ('"x"', "G.004"),
        ("[]", "G.301"),
    ],
)
def test_a_geojson_with_impossible_coordinates_is_refused(coordinates, code, tmp_path):
    path = geojson(tmp_path / "a.geojson", two(shapes=[Point(5, 52), box(5, 52, 6, 53)], crs=4326))
    point = '{"type": "Point", "coordinates": [5.0, 52.0]}'
    text = path.read_text("utf-8")
    assert point in text
    path.write_text(text.replace(point, f'{{"type": "Polygon", "coordinates": {coordinates}}}'), "utf-8")

    assert codes_of(path) == [code]


def test_a_geojson_nested_without_end_is_refused(tmp_path):
    (tmp_path / "a.geojson").write_text("[" * 200_000)

    assert codes_of(tmp_path / "a.geojson") == ["G.004"]


@pytest.mark.parametrize("name", ["gpkg_contents", "gpkg_spatial_ref_sys", "gpkg_geometry_columns"])
def test_tables_of_the_format_itself_that_are_views_are_refused_before_they_are_asked(tmp_path, name):
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
    path = change(written(two(), tmp_path / "a.gpkg"), f"DROP TABLE {name}; CREATE VIEW {name} AS {endless}")

    assert codes_of(path) == ["G.517"]
