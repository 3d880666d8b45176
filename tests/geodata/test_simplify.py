import pytest
import shapely
from geopandas import GeoDataFrame

from geodata.errors import GeodataError
from geodata.geography import Geography, read_boundaries, schematic
from geodata.simplify import PRINT_M, SCREEN_M, generalised, simplified

WADDEN = ("GM0448", "GM0093", "GM0060", "GM0088", "GM0096")
"""Texel, Terschelling, Ameland, Schiermonnikoog and Vlieland."""


@pytest.fixture(scope="module")
def real(shared_data):
    """Give the 342 real borders of 2025."""
    return read_boundaries(shared_data / "boundaries" / "gemeenten_2025_28992.gpkg", schematic().codes)


def vertices(shapes):
    return int(shapely.get_num_coordinates(shapes.to_numpy()).sum())


def test_the_schematic_map_keeps_342_areas_that_fit():
    page = simplified(schematic(), tolerance_m=400)

    assert len(page) == 342
    assert page.crs.to_epsg() == 4326
    assert shapely.coverage_is_valid(page.geometry.to_numpy())
    assert list(page.index) == list(schematic().codes)
    assert vertices(page.geometry) < vertices(schematic().grenzen.geometry)


@pytest.mark.parametrize("tolerance_m", [SCREEN_M, PRINT_M])
def test_the_real_map_keeps_342_areas_that_fit_and_every_island(tolerance_m, real):
    page = simplified(real, tolerance_m)

    assert list(page.index) == list(real.codes)
    assert shapely.coverage_is_valid(page.geometry.to_numpy())
    assert pieces(page) == pieces(real.grenzen) == 417
    assert page.to_crs(28992).area.sum() / 1e6 == pytest.approx(35_087.7, abs=25)


@pytest.mark.parametrize(("tolerance_m", "part"), [(SCREEN_M, 0.5), (PRINT_M, 0.9)])
def test_the_real_map_loses_points(tolerance_m, part, real):
    assert vertices(simplified(real, tolerance_m).geometry) < part * vertices(real.grenzen.geometry)


def test_the_waddeneilanden_keep_their_size_within_3_parts_of_100_on_a_screen(real):
    kept = simplified(real).to_crs(28992).area / real.grenzen.area

    assert kept[list(WADDEN)].between(0.97, 1.03).all()


def pieces(frame):
    return len(shapely.get_parts(frame.geometry.to_numpy()))


@pytest.mark.parametrize("tolerance_m", [0, 10, 500, 1000, 2000])
def test_where_4_decimals_would_break_a_border_more_are_kept(tolerance_m, real):
    xy = shapely.get_coordinates(simplified(real, tolerance_m).geometry.to_numpy())

    assert (xy == xy.round(5)).all()
    assert not (xy == xy.round(4)).all()


def test_coordinates_have_4_decimals():
    xy = shapely.get_coordinates(simplified(schematic()).geometry.to_numpy())

    assert (xy == xy.round(4)).all()


def test_borders_for_a_file_stay_in_metres_and_move_no_point_that_is_left(shared_data):
    real = read_boundaries(shared_data / "boundaries" / "gemeenten_2025_28992.gpkg", schematic().codes)

    rough = generalised(real, 25)

    assert rough.crs.to_epsg() == 28992
    assert list(rough.index) == list(real.codes)
    assert shapely.coverage_is_valid(rough.geometry.to_numpy())
    there = {tuple(xy) for xy in shapely.get_coordinates(real.grenzen.geometry.to_numpy()).round(2)}
    left = {tuple(xy) for xy in shapely.get_coordinates(rough.geometry.to_numpy())}
    assert left < there


def test_the_geography_itself_is_not_changed():
    kaart: Geography = schematic()
    before = kaart.grenzen.to_wkb()

    simplified(kaart, tolerance_m=1000)

    assert kaart.grenzen.to_wkb().equals(before)


def test_a_gemeente_of_3_cm_that_rounding_would_lose_is_an_error_that_names_it():
    shapes = [shapely.box(100_000, 400_000, 100_000.03, 400_000.03), shapely.box(110_000, 400_000, 120_000, 410_000)]
    frame = GeoDataFrame({"naam": ["Aa", "Bb"]}, geometry=shapes, crs=28992, index=["GM0001", "GM0002"])
    tiny = Geography(frame, schematisch=False, herkomst="", bestand="a.gpkg", sha256="")

    with pytest.raises(GeodataError) as caught:
        simplified(tiny)
    assert caught.value.problemen[0].velden["codes"] == ("GM0001",)
