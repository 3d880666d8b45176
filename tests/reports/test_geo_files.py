"""The same table in files for maps: the numbers of gemeenten.csv, areas in metres, a style with the map's classes."""

import csv
import json
import sqlite3
from dataclasses import replace
from io import BytesIO

import geopandas as gpd
import pyarrow.parquet as pq
import pyogrio
import pytest
from opened import tree

from reports.classes import INDICATORS, legend
from reports.columns import TEXT
from reports.geo_table import PRINT_TOLERANCE
from reports.geopackage import CLOCK, content_digest, geopackage
from reports.geoparquet import geoparquet
from reports.manifest import run_json
from reports.qgis_style import COLUMN, qml, ranges, styled
from reports.tables import GEMEENTEN, csv_files

FILES = {
    "gemeenten.parquet": (geoparquet, gpd.read_parquet),
    "gemeenten.gpkg": (geopackage, lambda path: gpd.read_file(path, layer="gemeenten", engine="pyogrio")),
}


@pytest.fixture
def read_back(case, allocation, geography, tmp_path):
    """Give a way to write a file and read it again."""

    def of(name):
        write, read = FILES[name]
        (tmp_path / name).write_bytes(write(case, allocation, geography))
        return read(tmp_path / name)

    return of


@pytest.mark.parametrize("name", FILES)
def test_the_file_holds_the_rows_of_gemeenten_csv_and_nothing_of_a_household(name, case, allocation, read_back):
    frame = read_back(name)
    table = list(csv.DictReader(csv_files(case, allocation)["gemeenten.csv"][1:].splitlines(), delimiter=";"))

    assert list(frame.columns) == [*GEMEENTEN, "geometry"]
    for column in GEMEENTEN:
        assert [str(cell) for cell in frame[column]] == [row[column] for row in table], column
        assert (frame[column].dtype.kind == "i") == (column not in TEXT), column
    assert set(frame["bron"]) == {"synthetisch; 85 % alleenstaand (NOS, juli 2024)"}


@pytest.mark.parametrize("name", FILES)
def test_the_areas_are_those_of_the_map_in_metres(name, read_back):
    """Three squares of 20 km; the rows are by code, Dordrecht first, and the map has Den Haag first."""
    frame = read_back(name).set_index("gemeentecode")

    assert frame.crs.to_epsg() == 28992
    assert frame.area.tolist() == [400e6] * 3
    assert frame.geometry["GM0518"].bounds == (80_000, 430_000, 100_000, 450_000)
    assert frame.geometry["GM0505"].bounds == (100_000, 430_000, 120_000, 450_000)


def test_a_map_without_a_gemeente_of_the_plan_is_an_error(make, case, allocation):
    *_, build_geography = make

    with pytest.raises(KeyError, match="GM0599"):
        geoparquet(case, allocation, build_geography({"GM0518": "Den Haag", "GM0505": "Dordrecht"}))


def test_the_same_run_gives_the_same_bytes_and_leaves_the_clock_of_gdal_as_it_was(case, allocation, geography):
    pyogrio.set_gdal_config_options({CLOCK: None})

    for write, _ in FILES.values():
        assert write(case, allocation, geography) == write(case, allocation, geography)
    assert pyogrio.get_gdal_config_option(CLOCK) is None


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_parquet_says_unit_and_meaning_of_every_column_and_what_the_file_is(lang, case, allocation, geography):
    schema = pq.read_schema(BytesIO(geoparquet(case, allocation, geography, lang)))
    told = {name.decode(): text.decode() for name, text in schema.metadata.items()}

    for field in schema:
        assert field.metadata[b"unit"], field.name
        assert field.metadata[b"description"].endswith(b"."), field.name
    unit = {"nl": b"personen", "en": b"persons"}[lang]
    assert schema.field("afwijking_personen").metadata[b"unit"] == unit
    assert schema.field("geometry").metadata[b"unit"] == b"m"
    assert json.loads(told["geo"])["version"] == "1.0.0"
    assert (told["synthetisch"], told["grenzen_schematisch"]) == ("true", "true")
    assert told["grenzen_tolerantie_m"] == str(PRINT_TOLERANCE) == "25"
    assert told["grenzen"] == "Proefgrenzen, eigen werk"
    assert told["bron"].startswith("synthetisch" if lang == "nl" else "synthetic")


def test_qgis_opens_the_layer_in_the_classes_of_the_map(case, allocation, geography):
    """QGIS looks for styles by these columns; it is not here to be asked, so the file is looked at as it looks."""
    base = sqlite3.connect(":memory:")
    base.deserialize(geopackage(case, allocation, geography))
    asked = "SELECT styleName, styleQML, useAsDefault FROM layer_styles WHERE f_table_schema = '' AND f_table_name = ?"
    found = base.execute(f"{asked} AND f_geometry_column = ? ORDER BY useAsDefault DESC", ("gemeenten", "geom"))

    rows = found.fetchall()
    assert [(name, default) for name, _, default in rows] == [("Verschil met het doel", 1), ("Toegewezen personen", 0)]
    assert [style for _, style, _ in rows] == [qml(indicator) for indicator in styled()]
    geometry = base.execute("SELECT column_name, srs_id FROM gpkg_geometry_columns").fetchall()
    assert geometry == [("geom", 28992)]
    assert {name for (name,) in base.execute("SELECT table_name FROM gpkg_contents")} == {"gemeenten", "layer_styles"}
    [told] = base.execute("SELECT description FROM gpkg_contents WHERE table_name = 'gemeenten'").fetchone()
    assert "synthetisch; 85 % alleenstaand" in told
    assert "grenzen_tolerantie_m: 25" in told


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("indicator", styled(), ids=lambda i: i.naam)
def test_a_style_is_xml_with_a_symbol_for_every_class_named_as_in_the_legend(indicator, lang):
    root = tree(qml(indicator, lang))
    renderer = root.find("renderer-v2")
    steps, symbols = renderer.findall("ranges/range"), renderer.findall("symbols/symbol")

    assert (root.tag, renderer.get("type")) == ("qgis", "graduatedSymbol")
    assert renderer.get("attr") == COLUMN[indicator.naam]
    assert renderer.get("attr") in GEMEENTEN
    assert [step.get("label") for step in steps] == [text for _, text in legend(indicator, lang)[:-1]]
    assert [step.get("symbol") for step in steps] == [symbol.get("name") for symbol in symbols]
    for symbol, (colour, _) in zip(symbols, legend(indicator, lang), strict=False):
        look = {option.get("name"): option.get("value") for option in symbol.iter("Option") if option.get("name")}
        red, green, blue, alpha = map(int, look["color"].split(","))
        assert (f"#{red:02x}{green:02x}{blue:02x}", alpha) == (colour, 255)
        assert look["outline_style"] == "solid"


@pytest.mark.parametrize(
    "persons", [-1000, -25, -24, -10, -9, -1, 0, 1, 9, 10, 24, 25, 49, 50, 99, 100, 249, 250, 9999]
)
@pytest.mark.parametrize("indicator", styled(), ids=lambda i: i.naam)
def test_a_number_is_in_one_class_of_the_style_and_that_of_the_map(indicator, persons, allocation):
    gemeente = replace(allocation.gemeenten[0], afwijking_personen=persons, toegewezen_personen=abs(persons))
    value, _ = indicator.ratio(gemeente)

    assert [k for k, (low, high) in enumerate(ranges(indicator)) if low <= value <= high] == [indicator.place(gemeente)]


def test_only_whole_numbers_have_a_style():
    assert [i.naam for i in INDICATORS if i.naam in COLUMN and (i.continuous or i.per != 1)] == []


def test_the_manifest_knows_a_geopackage_by_what_it_says(case, allocation, geography):
    """Packing the file anew changes its bytes, as opening it in QGIS may; another number changes what it says."""
    content = geopackage(case, allocation, geography)
    packed, changed = (edited(content, sql) for sql in ("VACUUM", "UPDATE gemeenten SET doel_personen = 5"))
    other = edited(content, "UPDATE layer_styles SET styleQML = 'x'")

    assert packed != content
    assert content_digest(packed) == content_digest(content)
    assert len({content_digest(part) for part in (content, changed, other)}) == 3
    told = json.loads(run_json(case, allocation, geography, {}, {"a.csv": "x", "gemeenten.gpkg": packed}))
    assert set(told["outputs"]) == {"a.csv"}
    assert told["outputs_inhoud"] == {"gemeenten.gpkg": content_digest(content)}


def edited(content, sql):
    """Give a GeoPackage after a statement."""
    base = sqlite3.connect(":memory:", isolation_level=None)
    base.deserialize(content)
    base.execute("PRAGMA user_version = 10400")
    base.execute(sql)
    return base.serialize()
