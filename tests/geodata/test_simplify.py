import pytest
import shapely
from geopandas import GeoDataFrame

from geodata.errors import GeodataError
from geodata.geography import Geography, read_boundaries, schematic
from geodata.simplify import generalised, simplified


def vertices(shapes):
    return int(shapely.get_num_coordinates(shapes.to_numpy()).sum())


def test_the_schematic_map_keeps_342_areas_that_fit():
    page = simplified(schematic(), tolerance_m=400)

    assert len(page) == 342
    assert page.crs.to_epsg() == 4326
    assert shapely.coverage_is_valid(page.geometry.to_numpy())
    assert list(page.index) == list(schematic().codes)
    assert vertices(page.geometry) < vertices(schematic().grenzen.geometry)


def test_the_real_map_at_200_m_keeps_342_areas_that_fit_and_loses_half_of_the_points(shared_data):
    real = read_boundaries(shared_data / "boundaries" / "gemeenten_2025_28992.gpkg", schematic().codes)

    page = simplified(real)

    assert list(page.index) == list(real.codes)
    assert shapely.coverage_is_valid(page.geometry.to_numpy())
    assert vertices(page.geometry) < 0.5 * vertices(real.grenzen.geometry)


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


def test_a_gemeente_of_3_m_that_rounding_would_lose_is_an_error_that_names_it():
    shapes = [shapely.box(100_000, 400_000, 100_003, 400_003), shapely.box(110_000, 400_000, 120_000, 410_000)]
    frame = GeoDataFrame({"naam": ["Aa", "Bb"]}, geometry=shapes, crs=28992, index=["GM0001", "GM0002"])
    tiny = Geography(frame, schematisch=False, herkomst="", bestand="a.gpkg", sha256="")

    with pytest.raises(GeodataError) as caught:
        simplified(tiny)
    assert caught.value.problemen[0].velden["codes"] == ("GM0001",)
