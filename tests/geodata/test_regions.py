from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pytest
import shapely
from areas import two
from shapely import box

from geodata.borders import region_borders, shared_borders
from geodata.errors import GeodataError
from geodata.geography import Geography, read_boundaries, schematic
from geodata.regions import SOORTEN, dissolved, regions
from geodata.simplify import simplified

GEBIEDEN = {"provincie": 12, "arbeidsmarktregio": 35, "coropgebied": 40}


@pytest.fixture(scope="module")
def real(shared_data):
    """Give the 342 real borders of 2025."""
    return read_boundaries(shared_data / "boundaries" / "gemeenten_2025_28992.gpkg", schematic().codes)


@dataclass(frozen=True)
class Place:
    """A gemeente of a planner's table."""

    gemeentecode: str
    provincie: str
    arbeidsmarktregio: str


def geography(frame):
    return Geography(frame.set_index("statcode"), schematisch=False, herkomst="", bestand="a.gpkg", sha256="")


@pytest.mark.parametrize("soort", SOORTEN)
def test_the_real_gemeenten_make_up_regions_that_fit_and_lose_no_land(soort, real):
    areas = dissolved(real, regions()[soort])
    shapes = areas.geometry.to_numpy()

    assert len(areas) == GEBIEDEN[soort]
    assert areas["gemeenten"].sum() == 342
    assert areas.area.sum() == pytest.approx(real.grenzen.area.sum(), rel=1e-6)
    assert areas.area.sum() / 1e6 == pytest.approx(35_087.7, abs=0.1)
    assert shapely.is_valid(shapes).all()
    assert shapely.coverage_is_valid(shapes, gap_width=1)
    assert areas.index.is_monotonic_increasing


@pytest.mark.parametrize(
    ("soort", "naam"),
    [("provincie", "provincies_28992.gpkg"), ("arbeidsmarktregio", "arbeidsmarktregios_28992.gpkg")],
)
def test_the_12_provincies_and_35_regions_are_those_that_were_dissolved_elsewhere(soort, naam, real, shared_data):
    areas = dissolved(real, regions()[soort])
    other = gpd.read_file(shared_data / "boundaries" / naam).set_index("statnaam").sort_index()

    assert list(other.index) == list(areas.index)
    assert list(other["n_gemeenten"]) == list(areas["gemeenten"])
    assert shapely.area(shapely.symmetric_difference(areas.geometry.to_numpy(), other.geometry.to_numpy())).max() < 1


@pytest.mark.parametrize("soort", SOORTEN)
def test_the_schematic_map_makes_up_as_many_regions(soort):
    assert len(dissolved(schematic(), regions()[soort])) == GEBIEDEN[soort]


def test_two_squares_of_100_km2_in_one_region_are_one_rectangle_of_200():
    areas = dissolved(geography(two()), {"GM0001": "R", "GM0002": "R"})

    assert areas.geometry["R"].equals(box(100_000, 400_000, 120_000, 410_000))
    assert areas.area["R"] == 2e8


def test_a_gemeente_without_a_region_is_named():
    with pytest.raises(GeodataError) as caught:
        dissolved(geography(two()), {"GM0002": "R"})

    assert caught.value.problemen[0].code == "G.305 region_unknown"
    assert caught.value.problemen[0].velden["codes"] == ("GM0001",)


def test_the_planners_table_goes_before_cbs_and_cbs_fills_in_the_rest():
    found = regions([Place("GM0363", "Elders", "Hier")])

    assert (found["provincie"]["GM0363"], found["arbeidsmarktregio"]["GM0363"]) == ("Elders", "Hier")
    assert found["provincie"]["GM0518"] == "Zuid-Holland"
    assert found["coropgebied"]["GM0363"] == "Groot-Amsterdam"
    assert [len(set(regions()[soort].values())) for soort in SOORTEN] == [12, 35, 40]


def test_the_border_of_two_squares_is_the_10_km_between_them():
    borders = shared_borders(two().set_index("statcode"))

    assert borders[["gemeentecode", "buur"]].to_numpy().tolist() == [["GM0001", "GM0002"]]
    assert borders.length.tolist() == [10_000]
    assert len(region_borders(borders, {"GM0001": "R", "GM0002": "R"})) == 0
    assert len(region_borders(borders, {"GM0001": "R"})) == 0
    (line,) = region_borders(borders, {"GM0001": "R", "GM0002": "S"})
    assert line.equals(shapely.LineString([(110_000, 400_000), (110_000, 410_000)]))


@pytest.mark.parametrize("soort", SOORTEN)
def test_region_borders_lie_on_the_simplified_borders_of_gemeenten_point_by_point(soort, real):
    areas = simplified(real)

    lines = region_borders(shared_borders(areas), regions()[soort])

    assert sides(lines) <= sides(areas.geometry.to_numpy())


@pytest.mark.parametrize("soort", SOORTEN)
def test_region_borders_are_all_that_two_dissolved_regions_share(soort, real):
    region = regions()[soort]
    outlines = shapely.length(shapely.boundary(dissolved(real, region).geometry.to_numpy())).sum()
    coast = shapely.length(shapely.boundary(shapely.coverage_union_all(real.grenzen.geometry.to_numpy())))

    length = shapely.length(region_borders(shared_borders(real.grenzen), region)).sum()

    assert outlines == pytest.approx(coast + 2 * length, rel=1e-9)


def sides(shapes):
    """Give every straight piece of outlines or lines, in one direction."""
    rings = [part for shape in shapes for part in shapely.get_parts(shape.boundary if shape.area else shape)]
    xy, of = shapely.get_coordinates(rings, return_index=True)
    within = of[:-1] == of[1:]
    pairs = np.hstack([xy[:-1], xy[1:]])[within].tolist()
    return {tuple(sorted([(a, b), (c, d)])) for a, b, c, d in pairs}
