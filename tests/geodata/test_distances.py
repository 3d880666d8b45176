import time
from math import hypot

import numpy as np
import pytest
import shapely
from areas import two

from geodata.distances import distances, main_places, representative_points
from geodata.errors import GeodataError
from geodata.geography import Geography, schematic
from geodata.rd import to_rd, to_wgs84
from inputs.domain import Opvanglocatie


def site(naam, lon, lat):
    return Opvanglocatie(naam, "GM0363", lon, lat, 100)


def test_amersfoort_lies_at_155_000_463_000():
    tower = to_rd(np.array([[5.38720621, 52.15517440]]))

    assert tower[0] == pytest.approx([155_000, 463_000], abs=0.5)


def test_a_point_comes_back_within_a_millimetre():
    xy = np.array([[121_000.0, 487_000.0], [278_000.0, 619_000.0]])

    assert to_rd(to_wgs84(xy)) == pytest.approx(xy, abs=1e-3)


def test_dam_square_to_rotterdam_is_57_km():
    result = distances([site("Dam", 4.8932, 52.3731)], ["GM0599"])

    assert result.locaties == ("Dam",)
    assert result.gemeentecodes == ("GM0599",)
    assert 56 <= result.km[0][0] <= 59


def test_3_km_east_and_4_km_north_of_the_main_place_is_5_km():
    x, y = to_rd(np.array([main_places()["GM0363"]]))[0]
    lon, lat = to_wgs84(np.array([[x + 3_000, y + 4_000]]))[0]

    assert distances([site("A", lon, lat)], ["GM0363"]).km == ((5.0,),)


def test_the_distance_is_the_hypotenuse_in_rd_to_100_m():
    result = distances([site("A", 4.8932, 52.3731)], ["GM0344"])
    ax, ay = to_rd(np.array([[4.8932, 52.3731]]))[0]
    ux, uy = to_rd(np.array([main_places()["GM0344"]]))[0]

    assert result.km[0][0] == round(hypot(ax - ux, ay - uy) / 1000, 1)


def test_2_sites_and_342_gemeenten_give_2_rows_of_342_in_the_order_asked():
    codes = sorted(main_places(), reverse=True)

    result = distances([site("A", 6.9, 53.0), site("B", 4.3, 52.1)], codes)

    assert len(codes) == 342
    assert result.gemeentecodes == tuple(codes)
    assert [len(row) for row in result.km] == [342, 342]
    assert result.km[0][codes.index("GM0518")] > 200
    assert result.km[1][codes.index("GM0518")] < 5


def test_no_sites_give_no_rows():
    assert distances([], ["GM0363"]).km == ()


def test_a_gemeente_without_a_main_place_is_an_error_that_names_it():
    with pytest.raises(GeodataError) as caught:
        distances([site("A", 5.0, 52.0)], ["GM0363", "GM9999"])

    assert caught.value.problemen[0].code == "G.401 point_missing"
    assert "GM9999" in caught.value.render("nl")[0]
    assert "GM0363" not in caught.value.render("nl")[0]


def test_a_point_of_your_own_3_km_west_and_4_km_south_is_5_km_away():
    points = to_wgs84(np.array([[100_000.0, 400_000.0], [97_000.0, 396_000.0]]))

    result = distances([site("A", *points[0])], ["GM0001"], {"GM0001": tuple(points[1])})

    assert result.km == ((5.0,),)


def test_the_representative_point_of_a_square_of_10_km_is_its_middle():
    squares = Geography(two().set_index("statcode"), schematisch=False, herkomst="", bestand="a.gpkg", sha256="")

    points = representative_points(squares)
    left, right = to_rd(np.array(list(points.values())))

    assert list(points) == ["GM0001", "GM0002"]
    assert left == pytest.approx([105_000, 405_000], abs=1)
    assert right == pytest.approx([115_000, 405_000], abs=1)


def test_every_representative_point_lies_in_its_own_gemeente():
    kaart = schematic()

    points = to_rd(np.array(list(representative_points(kaart).values())))

    assert shapely.contains_xy(kaart.grenzen.geometry.to_numpy(), *points.T).all()


def test_a_gemeente_without_a_point_of_your_own_is_named():
    with pytest.raises(GeodataError) as caught:
        distances([site("A", 5.0, 52.0)], ["GM0363", "GM0518"], {"GM0518": (4.3, 52.1)})

    assert caught.value.problemen[0].code == "G.402 point_not_given"
    assert caught.value.problemen[0].velden["codes"] == ("GM0363",)


def test_300_sites_by_342_gemeenten_take_well_under_a_second():
    codes = sorted(main_places())
    sites = [site(f"L{k}", 3.5 + 0.01 * k, 51.0 + 0.008 * k) for k in range(300)]
    start = time.perf_counter()

    result = distances(sites, codes)

    assert time.perf_counter() - start < 0.5
    assert sum(len(row) for row in result.km) == 300 * 342
