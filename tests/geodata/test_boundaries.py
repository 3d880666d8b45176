import zipfile

import geopandas as gpd
import pytest
import shapely
from areas import CODES_2, codes_of, geojson, geojson_rd, two, written, zipped
from shapely import Polygon, box

from geodata.errors import CODES, GeodataError, problem
from geodata.geography import read_boundaries, schematic


@pytest.mark.parametrize(
    "naam",
    ["gemeenten_2025_28992.gpkg", "gemeenten_2025_4326.geojson", "gemeenten_2025_simplified200m_4326.geojson"],
)
def test_the_342_real_borders_are_read_from(naam, shared_data):
    kaart = read_boundaries(shared_data / "boundaries" / naam, schematic().codes)

    assert kaart.codes == schematic().codes
    assert kaart.grenzen.crs.to_epsg() == 28992
    assert kaart.grenzen.area.sum() / 1e6 == pytest.approx(35_087.7, rel=1e-4)
    assert not kaart.schematisch
    assert kaart.bestand == naam


def test_a_file_of_provincies_is_refused(shared_data):
    assert codes_of(shared_data / "boundaries" / "provincies_28992.gpkg")[0].startswith("G.2")


@pytest.mark.parametrize("naam", ["a.gpkg", "a.parquet", "naam met spatie ë.geojson"])
def test_two_squares_of_100_km2_are_read_as(naam, tmp_path):
    kaart = read_boundaries(written(two(), tmp_path / naam), CODES_2)

    assert kaart.codes == CODES_2
    assert kaart.grenzen.area.tolist() == pytest.approx([1e8, 1e8])
    assert kaart.grenzen["naam"].tolist() == ["Aa", "Bb"]


def test_two_squares_are_read_from_a_zipped_shapefile(tmp_path):
    kaart = read_boundaries(zipped(two(), tmp_path), CODES_2)

    assert kaart.grenzen.area.tolist() == pytest.approx([1e8, 1e8])


def test_a_shapefile_without_prj_has_no_crs(tmp_path):
    assert codes_of(zipped(two(), tmp_path, (".shp", ".shx", ".dbf"))) == ["G.101"]


@pytest.mark.filterwarnings("ignore:'crs' was not provided:UserWarning")
@pytest.mark.parametrize("naam", ["a.gpkg", "a.parquet"])
def test_a_file_without_crs_is_refused_before_anything_else(naam, tmp_path):
    frame = two(crs=None).drop(columns="statcode")

    assert codes_of(written(frame, tmp_path / naam)) == ["G.101"]


def test_web_mercator_is_refused_by_name(tmp_path):
    path = written(two().to_crs(3857), tmp_path / "a.gpkg")

    with pytest.raises(GeodataError, match="EPSG:3857"):
        read_boundaries(path, CODES_2)


def test_a_geojson_without_crs_is_longitude_before_latitude_by_rfc_7946(tmp_path):
    path = geojson(tmp_path / "a.geojson", two().to_crs(4326))

    assert read_boundaries(path, CODES_2).grenzen.area.sum() == pytest.approx(2e8, rel=1e-4)


def test_a_geojson_in_rd_without_crs_lies_outside_the_netherlands(tmp_path):
    assert codes_of(geojson(tmp_path / "a.geojson", two())) == ["G.103"]


def test_a_geojson_with_crs_null_has_no_crs(tmp_path):
    assert codes_of(geojson(tmp_path / "a.geojson", two(), crs=None)) == ["G.101"]


def test_swapped_axes_are_refused_with_the_box_shown(tmp_path):
    frame = two().to_crs(4326)
    swapped = frame.set_geometry(shapely.transform(frame.geometry.to_numpy(), lambda xy: xy[:, ::-1]), crs=4326)
    path = geojson(tmp_path / "a.geojson", swapped)

    with pytest.raises(GeodataError) as caught:
        read_boundaries(path, CODES_2)
    assert caught.value.problemen[0].code == "G.103 outside_netherlands"
    assert "[3 50.6 7.4 53.8]" in caught.value.render("nl")[0]


@pytest.mark.parametrize(
    "path",
    ["/vsicurl/http://example.org/a.gpkg", "/vsizip/a.zip/a.shp", "https://example.org/a.geojson", "https:/x/a.gpkg"],
)
def test_an_address_is_refused_and_never_opened(path):
    assert codes_of(path) == ["G.001"]


def test_an_absent_file_a_folder_and_an_unknown_format_are_refused(tmp_path):
    (tmp_path / "a.vrt").write_text("<OGRVRTDataSource/>", "utf-8")

    assert codes_of(tmp_path / "b.gpkg") == ["G.002"]
    assert codes_of(tmp_path) == ["G.002"]
    assert codes_of(tmp_path / "a.vrt") == ["G.003"]


@pytest.mark.parametrize("naam", ["a.gpkg", "a.geojson", "a.zip", "a.parquet"])
def test_other_content_than_the_name_says_is_refused(naam, tmp_path):
    path = tmp_path / naam
    path.write_text("<OGRVRTDataSource><SrcDataSource>/vsicurl/http://example.org</SrcDataSource></OGRVRTDataSource>")

    assert codes_of(path) == ["G.004"]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"type": "FeatureCollection", "features": [1]}', "\x00"])
def test_a_damaged_geojson_is_refused(text, tmp_path):
    (tmp_path / "a.geojson").write_text(text)

    assert codes_of(tmp_path / "a.geojson") == ["G.004"]


def test_a_truncated_geopackage_is_refused(tmp_path):
    path = written(two(), tmp_path / "a.gpkg")
    path.write_bytes(path.read_bytes()[:5000])

    assert codes_of(path) == ["G.004"]


def test_a_truncated_archive_is_refused(tmp_path):
    path = zipped(two(), tmp_path)
    path.write_bytes(path.read_bytes()[:300])

    assert codes_of(path) == ["G.004"]


def test_an_archive_with_two_shapefiles_is_refused(tmp_path):
    path = zipped(two(), tmp_path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.write(tmp_path / "a.shp", "b.shp")

    assert codes_of(path) == ["G.005"]


def test_the_old_rd_system_which_lies_155_km_off_is_refused(tmp_path):
    assert codes_of(written(two(crs=28991), tmp_path / "a.gpkg")) == ["G.102"]
    assert codes_of(zipped(two(crs=28991), tmp_path)) == ["G.102"]


def test_of_two_layers_the_one_of_cbs_is_read_and_else_none(tmp_path):
    path = written(two(), tmp_path / "a.gpkg")
    two().to_file(path, layer="provincies", engine="pyogrio")
    assert codes_of(path) == ["G.005"]

    two().to_file(path, layer="gemeente_gegeneraliseerd", engine="pyogrio")

    assert read_boundaries(path, CODES_2).codes == CODES_2


def test_missing_and_extra_codes_are_listed_together(tmp_path):
    path = written(two(), tmp_path / "a.gpkg")

    with pytest.raises(GeodataError) as caught:
        read_boundaries(path, ("GM0001", "GM0003", "GM0004"))
    missing, extra = caught.value.problemen
    assert (missing.code, missing.velden["codes"]) == ("G.204 codes_missing", ("GM0003", "GM0004"))
    assert (extra.code, extra.velden["codes"]) == ("G.205 codes_extra", ("GM0002",))


@pytest.mark.parametrize("column", ["gemeentecode", "gm_code", "GM_CODE", "identificatie", "code", "RegioS"])
def test_codes_of_four_digits_are_read_from_column(column, tmp_path):
    frame = two().drop(columns="statcode").assign(**{column: ["0001", "GM0002 "]})

    assert read_boundaries(written(frame, tmp_path / "a.gpkg"), CODES_2).codes == CODES_2


def test_the_next_column_is_taken_where_the_first_holds_other_identifiers(tmp_path):
    frame = two().drop(columns="statcode").assign(identificatie=["NL.1", "NL.2"], code=["0001", "0002"])

    assert read_boundaries(written(frame, tmp_path / "a.gpkg"), CODES_2).codes == CODES_2


def test_a_table_without_codes_or_names_or_with_double_codes_is_refused(tmp_path):
    assert codes_of(written(two().drop(columns="statcode"), tmp_path / "a.gpkg")) == ["G.201"]
    assert codes_of(written(two(statcode=["1", "2"]), tmp_path / "b.gpkg")) == ["G.202"]
    assert codes_of(written(two(statcode=["GM0001", "GM0001"]), tmp_path / "c.gpkg")) == ["G.203", "G.204"]
    assert codes_of(written(two().drop(columns="statnaam"), tmp_path / "d.gpkg")) == ["G.206"]
    assert codes_of(written(two(statnaam=["Aa", None]), tmp_path / "e.gpkg")) == ["G.207"]


def test_the_rows_of_water_are_dropped(tmp_path):
    land = two(water=["NEE", "NEE"])
    sea = land.assign(water="JA").set_geometry(land.geometry.translate(0, 50_000))
    path = written(gpd.GeoDataFrame(gpd.pd.concat([land, sea]), crs=28992), tmp_path / "a.gpkg")

    assert read_boundaries(path, CODES_2).grenzen.area.sum() == pytest.approx(2e8)


def test_points_and_bow_ties_and_overlaps_and_gaps_in_a_border_are_refused(tmp_path):
    left = box(100_000, 400_000, 110_000, 410_000)
    tie = Polygon([(110_000, 400_000), (120_000, 410_000), (120_000, 400_000), (110_000, 410_000)])
    bent = Polygon([(110_000, 400_000), (120_000, 400_000), (120_000, 410_000), (110_000, 410_000), (109_000, 405_000)])

    assert codes_of(geojson_rd(tmp_path, [left, left.centroid])) == ["G.301"]
    assert codes_of(geojson_rd(tmp_path, [left, tie])) == ["G.302"]
    assert codes_of(geojson_rd(tmp_path, [left, bent])) == ["G.303"]
    assert codes_of(geojson_rd(tmp_path, [left, None])) == ["G.301"]


def test_a_gap_of_half_a_metre_between_two_gemeenten_is_refused_and_one_of_5_m_is_water(tmp_path):
    left = box(100_000, 400_000, 110_000, 410_000)

    assert codes_of(geojson_rd(tmp_path, [left, box(110_000.5, 400_000, 120_000, 410_000)])) == ["G.304"]
    path = geojson_rd(tmp_path, [left, box(110_005, 400_000, 120_000, 410_000)])
    assert read_boundaries(path, CODES_2).codes == CODES_2


def test_borders_that_no_map_can_be_drawn_of_are_refused_at_once(tmp_path):
    left, speck = box(100_000, 400_000, 110_000, 410_000), box(120_000, 400_000, 120_000.03, 400_000.03)

    assert codes_of(geojson_rd(tmp_path, [left, speck])) == ["G.501"]


def test_two_areas_that_share_a_corner_only_or_lie_far_apart_are_read(tmp_path):
    left = box(100_000, 400_000, 110_000, 410_000)

    for x, y in ((110_000, 410_000), (150_000, 450_000)):
        path = geojson_rd(tmp_path, [left, box(x, y, x + 10_000, y + 10_000)])
        assert read_boundaries(path, CODES_2).grenzen.area.sum() == pytest.approx(2e8)


def test_cbs_is_named_where_the_file_has_its_year_codes(tmp_path):
    path = written(two(jrstatcode=["2026GM0001", "2026GM0002"]), tmp_path / "a.gpkg")

    assert "CBS gebiedsindelingen 2026, CBS en Kadaster (CC BY 4.0)" in read_boundaries(path, CODES_2).herkomst


def test_a_list_of_12_codes_shows_10_and_counts_them():
    line = problem("G.204 codes_missing", bestand="a", codes=tuple(f"GM00{i}" for i in range(10, 22))).render("nl")

    assert "GM0019" in line
    assert "GM0020" not in line
    assert "(12)" in line


def test_each_code_has_a_line_in_both_languages_with_the_same_fields():
    fields = {code: {taal: set(_fields(text)) for taal, text in lines.items()} for code, lines in CODES.items()}

    assert all(found["nl"] == found["en"] and "bestand" in found["nl"] for found in fields.values())


def _fields(text):
    return [part.split("}")[0] for part in text.split("{")[1:]]
