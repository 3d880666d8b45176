"""The explicit entry on cases that a reader can solve by hand."""

import math

import pytest
from assigning import NO, grid, homes, placed, places

from optimizer import assign


def test_two_persons_go_where_they_score_most_and_the_third_stays():
    """Room for two: 9 + 5 of the scores 9, 5 and 4."""
    result = assign(homes([1, 1, 1]), places([2]), grid([[4], [9], [5]]))

    assert placed(result) == {"H2": "G1", "H3": "G1"}
    assert (result.objective, result.bound, result.gap) == (14, 14, 0.0)
    assert (result.status, result.proven, result.proof) == ("optimal", True, "own bound")


def test_two_couples_that_fill_the_room_beat_one_family_that_scores_more_per_household():
    """Room for four: 6 + 6 for two couples against 10 for a family of three, with one place left empty."""
    result = assign(homes([2, 3, 2]), places([4]), grid([[6], [10], [6]]))

    assert placed(result) == {"H1": "G1", "H3": "G1"}
    assert result.objective == 12


def test_min_leaves_everybody_out_unless_all_must_be_placed():
    case = homes([1, 1]), places([1, 1]), grid([[3, 1], [7, 2]])

    assert placed(assign(*case, sense="min")) == {}
    assert assign(*case, sense="min").objective == 0
    all_placed = assign(*case, sense="min", require_all=True)
    assert placed(all_placed) == {"H1": "G1", "H2": "G2"}
    assert all_placed.objective == 5


def test_a_negative_score_is_worse_than_staying_unless_all_must_be_placed():
    case = homes([1, 1]), places([2]), grid([[-3], [4]])

    assert assign(*case).objective == 4
    assert assign(*case, require_all=True).objective == 1


def test_a_missing_score_is_a_pair_that_cannot_be_and_a_score_of_zero_one_that_can():
    result = assign(homes([1, 1]), places([1, 1]), grid([[NO, 0], [NO, NO]]), objective="households_then_score")

    assert placed(result) == {"H1": "G2"}
    assert result.objective == 0
    assert result.gap == 0.0


def test_a_pair_that_is_not_compatible_is_not_used():
    compatible = grid([[False, True], [True, True]])

    result = assign(homes([1, 1]), places([1, 1]), grid([[9, 1], [2, 2]]), compatible=compatible)

    assert placed(result) == {"H1": "G2", "H2": "G1"}
    assert result.objective == 3


def test_weight_replaces_persons_in_the_room_of_the_pair():
    """Four persons fit a room of two where the pair uses 2."""
    result = assign(homes([4]), places([2, 9]), grid([[5, 1]]), weight=grid([[2, 4]]))

    assert placed(result) == {"H1": "G1"}


def test_a_further_size_is_bounded_by_its_own_capacity():
    """Both families fit by persons; there is one school place for their two children."""
    households = homes([2, 2], children=[1, 1])

    result = assign(households, places([9], capacity_children=[1]), grid([[3], [4]]))

    assert placed(result) == {"H2": "G1"}


def test_a_minimum_of_persons_pulls_a_household_to_where_it_scores_less():
    result = assign(homes([1, 2]), places([9, 9], minimum_persons=[0, 2]), grid([[5, 1], [6, 1]]))

    assert placed(result) == {"H1": "G1", "H2": "G2"}
    assert result.objective == 6


def test_a_household_takes_one_dwelling_of_its_class_or_better():
    """Dwellings: one of class 1, one of class 3. The needs 1, 2 and 3: the last two want the same one."""
    households = homes([1, 1, 1], min_dwelling_class=[1, 2, 3])
    stock = places([9], dwellings_class_1=[1], dwellings_class_2=[0], dwellings_class_3=[1])

    result = assign(households, stock, grid([[1], [5], [4]]))

    assert placed(result) == {"H1": "G1", "H2": "G1"}


def test_without_a_class_any_dwelling_will_do_and_each_household_takes_one():
    result = assign(homes([1, 1, 1]), places([9], dwellings_class_1=[1], dwellings_class_2=[1]), grid([[1], [5], [4]]))

    assert placed(result) == {"H2": "G1", "H3": "G1"}


def test_a_household_that_needs_a_class_above_all_stays():
    households = homes([1], min_dwelling_class=[3])

    assert placed(assign(households, places([9], dwellings_class_1=[4]), grid([[1]]))) == {}


@pytest.mark.parametrize(
    ("objective", "expected", "first"),
    [
        ("score", {"H3": "G1"}, ("score", 20)),
        ("households_then_score", {"H1": "G1", "H2": "G1"}, ("households", 2)),
        ("persons_then_score", {"H3": "G1"}, ("persons", 3)),
    ],
)
def test_objectives_in_order(objective, expected, first):
    """Room for three: two singles (score 1 and 2) or one family of three (score 20)."""
    result = assign(homes([1, 1, 3]), places([3]), grid([[1], [2], [20]]), objective=objective)

    assert placed(result) == expected
    assert (result.levels[0].name, result.levels[0].value) == first
    assert all(level.proof == "own bound" for level in result.levels)


def test_persons_come_before_score_also_when_the_score_is_to_be_small():
    result = assign(homes([2, 2]), places([2]), grid([[8], [3]]), sense="min", objective="persons_then_score")

    assert placed(result) == {"H2": "G1"}
    assert [level.value for level in result.levels] == [2, 3]


def test_a_minimum_above_the_capacity_is_infeasible_and_named():
    result = assign(homes([1]), places([3], minimum_persons=[4]), grid([[1]]))

    assert (result.status, result.proof) == ("infeasible", "own bound")
    assert "minimum_persons 4 is above capacity_persons 3" in result.reason
    assert "'G1'" in result.reason
    assert result.placements.isna().all()
    assert math.isnan(result.objective)


def test_two_minima_that_share_too_few_persons_are_named_together_and_no_others():
    """Three persons for minima of 2 and 2; the minimum of G3 is met by H4, who may go nowhere else."""
    score = grid([[1, 1, NO], [1, 1, NO], [1, 1, NO], [NO, NO, 1]])

    result = assign(homes([1, 1, 1, 1]), places([9, 9, 9], minimum_persons=[2, 2, 1]), score)

    assert result.status == "infeasible"
    assert "'G1'" in result.reason
    assert "'G2'" in result.reason
    assert "'G3'" not in result.reason


def test_a_minimum_that_whole_households_cannot_meet_is_infeasible():
    """Families of two cannot make exactly three persons, though one and a half of them would."""
    result = assign(homes([2, 2]), places([3], minimum_persons=[3]), grid([[1], [1]]))

    assert result.status == "infeasible"
    assert result.proven


def test_two_families_for_one_room_are_named_when_all_must_be_placed():
    result = assign(homes([2, 2, 1]), places([3, 1]), grid([[1, 1], [1, 1], [NO, 1]]), require_all=True)

    assert result.status == "infeasible"
    assert result.reason == (
        "no assignment meets these 2 requirements together: household 'H1' placed; household 'H2' placed"
    )


def test_a_household_without_any_municipality_is_named_when_all_must_be_placed():
    result = assign(homes([1, 1]), places([5]), grid([[1], [NO]]), require_all=True)

    assert result.reason == "household 'H2' has no compatible municipality"
