import csv
import os
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely

from geodata import geography, make_schematic, outline
from geodata.cells import schematic_areas
from geodata.distances import main_places
from geodata.places import PACKAGES, Plaats, main_place, require_packages
from geodata.rd import to_wgs84

DATA = Path(geography.__file__).parent / "data"
FACTS = Path(geography.__file__).parents[1] / "inputs" / "data" / "gemeenten_2026.csv"


def facts():
    with FACTS.open(encoding="utf-8-sig", newline="") as stream:
        return {row["gemeentecode"]: row["naam"] for row in csv.DictReader(stream, delimiter=";")}


def neighbours(shapes):
    """Pairs of shapes that share a border of some length."""
    left, right = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    once = left < right
    left, right = left[once], right[once]
    length = shapely.length(shapely.intersection(shapes[left], shapes[right]))
    return set(zip(left[length > 0].tolist(), right[length > 0].tolist(), strict=True))


def real_shapes(shared_data):
    frame = gpd.read_file(shared_data / "boundaries" / "gemeenten_2025_28992.gpkg")
    return frame.set_index("statcode").sort_index().geometry.to_numpy()


def test_the_map_has_the_342_gemeenten_of_the_facts_table_with_their_names():
    grenzen = geography.schematic().grenzen

    assert len(grenzen) == 342
    assert dict(grenzen["naam"]) == facts()
    assert grenzen.index.is_monotonic_increasing
    assert grenzen.crs.to_epsg() == 28992


def test_the_342_areas_are_valid_and_overlap_nowhere():
    shapes = geography.schematic().grenzen.geometry.to_numpy()
    left, right = shapely.STRtree(shapes).query(shapes, predicate="overlaps")

    assert shapely.is_valid(shapes).all()
    assert shapely.coverage_is_valid(shapes)
    assert shapely.area(shapely.intersection(shapes[left], shapes[right])).sum() == 0
    assert shapely.area(shapes).sum() == pytest.approx(shapely.area(shapely.union_all(shapes)), rel=1e-12)


def test_the_land_measures_35_300_km2_with_the_inland_waters_but_without_the_ijsselmeer():
    assert geography.schematic().grenzen.area.sum() / 1e6 == pytest.approx(35_300, abs=100)


def test_the_map_says_that_it_is_schematic_and_names_its_sources_with_licence():
    kaart = geography.schematic()

    assert kaart.schematisch
    assert "geen bestuurlijke grenzen" in kaart.herkomst
    assert "GeoNames (CC BY 4.0)" in kaart.herkomst
    assert kaart.bestand == "gemeenten_schematisch.geojson"
    assert len(kaart.sha256) == 64


def test_the_file_is_at_most_200_kb():
    assert (DATA / geography.SCHEMATISCH).stat().st_size <= 200_000


def test_the_licence_page_names_each_package_at_its_version():
    text = (DATA / "LICENTIE.md").read_text("utf-8")

    assert all(f"{name} {version}" in text for name, version in PACKAGES.items())


def test_the_areas_agree_with_the_real_ones_by_062_on_average(shared_data):
    drawn = geography.schematic().grenzen.geometry.to_numpy()
    real = real_shapes(shared_data)
    iou = shapely.area(shapely.intersection(drawn, real)) / shapely.area(shapely.union(drawn, real))

    assert iou.mean() >= 0.62


def test_the_neighbours_agree_with_the_real_ones_by_an_f1_of_090(shared_data):
    drawn = neighbours(geography.schematic().grenzen.geometry.to_numpy())
    real = neighbours(real_shapes(shared_data))

    assert 2 * len(drawn & real) / (len(drawn) + len(real)) >= 0.90


def test_every_main_place_lies_in_its_real_gemeente(shared_data):
    codes, points = zip(*sorted(main_places().items()), strict=True)
    real = gpd.read_file(shared_data / "boundaries" / "gemeenten_2025_4326.geojson").set_index("statcode")

    assert shapely.contains_xy(real.geometry.loc[list(codes)].to_numpy(), *np.array(points).T).all()


def test_two_places_share_a_square_island_of_20_km_by_half():
    places = [village("GM0001", 105_000), village("GM0002", 115_000)]

    areas = schematic_areas(places, shapely.multipolygons([shapely.box(100_000, 400_000, 120_000, 420_000)]))

    assert list(areas.index) == ["GM0001", "GM0002"]
    assert areas.area.to_numpy() / 1e6 == pytest.approx([200, 200], abs=0.1)


def test_an_island_with_places_of_one_gemeente_is_wholly_its_own():
    places = [village("GM0001", 105_000), village("GM0002", 115_000), village("GM0003", 131_000)]
    islands = [shapely.box(100_000, 400_000, 120_000, 420_000), shapely.box(122_000, 400_000, 132_000, 420_000)]

    areas = schematic_areas(places, shapely.multipolygons(islands))

    assert areas.area["GM0003"] / 1e6 == pytest.approx(200)


def village(code, x):
    lon, lat = to_wgs84(np.array([[x, 410_000.0]]))[0]
    return Plaats(code, code, lon, lat, 900)


def test_the_main_place_has_most_inhabitants_unless_the_hand_names_another():
    lisse = [Plaats("A", "GM0553", 4.5, 52.2, 900), Plaats("B", "GM0553", 4.6, 52.2, 22_000)]
    velsen = [Plaats("IJmuiden", "GM0453", 4.6, 52.4, 31_925), Plaats("Velsen-Zuid", "GM0453", 4.6, 52.4, 67_758)]

    assert main_place(lisse).naam == "B"
    assert main_place(velsen).naam == "IJmuiden"


def test_a_topojson_square_of_two_arcs_becomes_one_polygon_of_100_square_degrees():
    topology = {
        "transform": {"scale": [10, 10], "translate": [0, 0]},
        "arcs": [[[0, 0], [1, 0], [0, 1]], [[0, 0], [0, 1], [1, 0]]],
        "objects": {"countries": {"geometries": [{"type": "Polygon", "properties": {"name": "X"}, "arcs": [[0, -2]]}]}},
    }

    assert outline.decode(topology, "X").area == 100


def test_a_folder_without_the_packages_is_refused_with_all_3_named(tmp_path):
    with pytest.raises(ValueError, match="npm install") as caught:
        require_packages(tmp_path)

    assert [fout.velden["verwacht"] for fout in caught.value.problemen] == [f"{n}@{v}" for n, v in PACKAGES.items()]


def test_a_second_run_gives_the_bytes_that_are_kept():
    npm = os.environ.get("SPREIDING_NPM")
    if not npm:
        pytest.skip("set SPREIDING_NPM to a folder where npm install was done, to compute the schematic map again")

    texts = make_schematic.compute(Path(npm))

    assert {naam: text.encode() for naam, text in texts.items()} == {naam: (DATA / naam).read_bytes() for naam in texts}
