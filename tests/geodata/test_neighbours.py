import geopandas as gpd
import pytest
from shapely import box

from geodata.geography import Geography, read_boundaries, schematic
from geodata.neighbours import WINDEN, neighbours

KM = 1_000


def square(east, north, size=10):
    """Give a square by its lower left corner [km]."""
    x, y = 100 * KM + east * KM, 400 * KM + north * KM
    return box(x, y, x + size * KM, y + size * KM)


def placed(**squares):
    frame = gpd.GeoDataFrame({"naam": list(squares)}, geometry=list(squares.values()), crs=28992)
    frame.index = [f"GM000{k}" for k in range(1, len(squares) + 1)]
    return Geography(frame, schematisch=False, herkomst="", bestand="a.gpkg", sha256="")


def around(code, kaart):
    found = neighbours(kaart)
    return found[found["gemeentecode"] == code]


@pytest.fixture(scope="module")
def real(shared_data):
    """Give the real gemeenten beside each other."""
    return neighbours(read_boundaries(shared_data / "boundaries" / "gemeenten_2025_28992.gpkg", schematic().codes))


def test_881_pairs_touch_of_which_5_in_a_point_only(real):
    assert len(real) == 2 * 881
    assert (real["grens_m"] == 0).sum() == 2 * 5


def test_the_4_that_meet_at_krimpen_and_at_huizen_are_no_neighbours_across_the_corner(real):
    corner = real[(real["grens_m"] == 0) & (real["gemeentecode"] < real["buur"])]

    assert set(map(tuple, corner[["gemeentecode", "buur"]].to_numpy())) == {
        ("GM0093", "GM0096"),  # Terschelling, Vlieland
        ("GM0376", "GM0402"),  # Blaricum, Hilversum
        ("GM0406", "GM0417"),  # Huizen, Laren
        ("GM0542", "GM0597"),  # Krimpen aan den IJssel, Ridderkerk
        ("GM0599", "GM1931"),  # Rotterdam, Krimpenerwaard
    }


def test_every_pair_is_there_from_both_sides_with_opposite_winds(real):
    wind = {(a, b): WINDEN.index(w) for a, b, w in real[["gemeentecode", "buur", "wind"]].to_numpy()}

    assert all(wind[b, a] == (place + 4) % 8 for (a, b), place in wind.items())


def test_ameland_and_texel_have_no_neighbours(real):
    assert not {"GM0060", "GM0448"} & set(real["gemeentecode"])


def test_a_square_in_the_middle_has_8_neighbours_with_the_clock_and_4_of_them_at_a_corner():
    ring = {f"{x}{y}": square(x, y) for y in (0, 10, 20) for x in (0, 10, 20)}
    kaart = placed(**ring)

    found = around("GM0005", kaart)

    assert found["wind"].tolist() == list(WINDEN)
    assert kaart.grenzen["naam"][found["buur"]].tolist() == ["1020", "2020", "2010", "200", "100", "00", "010", "020"]
    assert found["grens_m"].tolist() == [10 * KM, 0] * 4


def test_two_neighbours_in_one_wind_stand_by_name():
    found = around("GM0001", placed(Aa=square(0, 0, 20), Zz=square(20, 0), Bb=square(20, 10)))

    assert found["wind"].tolist() == ["oost", "oost"]
    assert found["buur"].tolist() == ["GM0003", "GM0002"]


def test_islands_give_an_empty_table():
    assert neighbours(placed(Aa=square(0, 0), Bb=square(50, 0))).empty
