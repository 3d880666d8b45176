"""The Pareto front holds every plan that no other betters at one goal without a loss at the other, and no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.front import HEIGHT, WIDTH, front, numbered, picture

FEW = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=30)


def better(one, other):
    """Tell whether a point is at least as low in both values, and lower in one."""
    return one[0] <= other[0] and one[1] <= other[1] and one != other


@given(FEW)
def test_the_front_is_what_no_other_point_betters(points):
    """Values from 0 to 6, so that many are equal in one or in both."""
    assert front(points) == [not any(better(other, point) for other in points) for point in points]


def test_each_seed_has_a_front_of_its_own():
    """(3, 3) is worse than (1, 1), but belongs to another case."""
    drawn = picture([(1, 1), (2, 2), (3, 3)], ["a", "a", "b"], ["p", "q", "r"])

    assert {point.tekst: point.voor for point in drawn.punten} == {"p": True, "q": False, "r": True}
    assert len(drawn.lijnen) == 2


def test_lower_stands_lower_left_and_all_is_within_the_picture():
    drawn = picture([(10, 5), (20, 1)], ["a", "a"], ["links", "rechts"])

    left, right = sorted(drawn.punten)
    assert (left.tekst, right.tekst) == ("links", "rechts")
    assert left.y < right.y
    assert all(0 < point.x < WIDTH and 0 < point.y < HEIGHT for point in drawn.punten)


@pytest.mark.parametrize("points", [[(0, 0)], [(5.0, 7.0), (5.0, 7.0)], [(1e-9, 1e9), (2e-9, 1e9)]])
def test_one_place_or_a_narrow_range_can_be_drawn(points):
    drawn = picture(points, [None] * len(points), [""] * len(points))

    assert drawn.x
    assert drawn.y


def test_equal_plans_share_a_number_and_none_is_drawn_over_another():
    points = [(1.0, 5.0), (1.0, 5.0), (1.001, 4.999), (9.0, 1.0)]

    drawn = picture(points, [1] * 4, list("abcd"))

    assert list(numbered(points, [[0, 1, 2, 3]]).values()) == [1, 1, 2, 3]
    assert sorted(point.nummer for point in drawn.punten) == [0, 0, 1, 3]


def test_nothing_to_draw_is_no_picture():
    assert picture([], [], []) is None
