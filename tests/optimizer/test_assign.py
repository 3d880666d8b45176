"""The explicit entry on cases that a reader can solve by hand."""

import math
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest

from optimizer import assign

NO = float("nan")


def homes(persons, **more):
    return pd.DataFrame({"persons": persons, **more}, [f"H{k + 1}" for k in range(len(persons))])


def places(capacity, **more):
    return pd.DataFrame({"capacity_persons": capacity, **more}, [f"G{k + 1}" for k in range(len(capacity))])


def grid(rows):
    columns = len(rows[0]) if rows else 0
    return pd.DataFrame(rows, [f"H{k + 1}" for k in range(len(rows))], [f"G{k + 1}" for k in range(columns)])


def placed(result):
    return {h: g for h, g in result.placements.items() if not pd.isna(g)}


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


def test_tables_are_joined_on_labels_and_the_result_keeps_the_order_of_the_households():
    households, municipalities = homes([1, 1]), places([1, 1])
    score = grid([[1, 5], [2, 3]])

    result = assign(households.iloc[::-1], municipalities, score.iloc[:, ::-1])

    assert result.placements.to_dict() == {"H2": "G1", "H1": "G2"}
    assert list(result.placements.index) == ["H2", "H1"]


@pytest.mark.parametrize("which", ["score", "compatible", "weight"])
def test_labels_that_do_not_match_are_named(which):
    frames = {"score": grid([[1.0], [1.0]]), "compatible": grid([[1], [1]]), "weight": grid([[1.0], [1.0]])}
    frames[which] = frames[which].rename(index={"H2": "X9"})

    with pytest.raises(ValueError, match=rf"(?s){which}: household labels missing: 'H2'.*'X9'"):
        assign(homes([1, 1]), places([5]), **frames)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda h, g, s: (h.rename(index={"H2": "H1"}), g, s), "households: labels given twice: 'H1'"),
        (lambda h, g, s: (h, pd.concat([g, g]), s), "municipalities: labels given twice: 'G1'"),
        (lambda h, g, s: (h, g, pd.concat([s, s], axis=1)), "score: municipality labels given twice: 'G1'"),
        (lambda h, g, s: (h.drop(columns="persons"), g, s), "households: column persons is missing"),
        (lambda h, g, s: (h, g.drop(columns="capacity_persons"), s), "column capacity_persons is missing"),
        (lambda h, g, s: (h.assign(persons=[1, -1]), g, s), "households.persons: give a number of at least 0: 'H2'"),
        (lambda h, g, s: (h.assign(persons=[1, NO]), g, s), "households.persons: give a number of at least 0: 'H2'"),
        (lambda h, g, s: (h, g.assign(capacity_persons=NO), s), "municipalities.capacity_persons: .* 'G1'"),
        (lambda h, g, s: (h, g.assign(capacity_children=1), s), "households have no column children"),
        (lambda h, g, s: (h.assign(min_dwelling_class=1), g, s), "municipalities have no column dwellings_class_1"),
        (lambda h, g, s: (h, g.assign(dwellings_class_2=1), s), "without gaps"),
        (lambda h, g, s: (h, g, s.replace(1.0, np.inf)), "score: give finite numbers"),
        (lambda h, g, s: (h, g, s.astype(object).replace(1.0, "a")), "score: give numbers only"),
    ],
)
def test_bad_tables_are_refused_with_what_to_write(change, message):
    with pytest.raises(ValueError, match=message):
        assign(*change(homes([1, 1]), places([5]), grid([[1.0], [1.0]])))


@pytest.mark.parametrize(
    "options", [{"sense": "most"}, {"objective": "homes"}, {"gap": -1}, {"gap": NO}, {"time_limit": -1}]
)
def test_unknown_options_are_refused(options):
    with pytest.raises(ValueError, match=next(iter(options))):
        assign(homes([1]), places([5]), grid([[1.0]]), **options)


def test_other_columns_are_ignored():
    result = assign(homes([1], name=["x"], beds=[2]), places([5], province=["y"]), grid([[1.0]]))

    assert result.objective == 1


def test_empty_tables_have_an_empty_plan():
    nobody, nowhere = homes([1]).iloc[:0], places([1]).iloc[:0]
    score = grid([[1.0]])

    for case in (
        (nobody, places([1]), score.iloc[:0]),
        (homes([1]), nowhere, score.iloc[:, :0]),
        (nobody, nowhere, score.iloc[:0, :0]),
    ):
        result = assign(*case)
        assert (result.objective, result.bound, result.gap, result.status) == (0, 0, 0.0, "optimal")
        assert len(result.placements) == len(case[0])
    assert assign(homes([1]), nowhere, score.iloc[:, :0], require_all=True).status == "infeasible"


def test_no_room_takes_only_a_household_of_no_persons():
    result = assign(homes([1, 0]), places([0]), grid([[5], [3]]))

    assert placed(result) == {"H2": "G1"}


def test_endless_room_bounds_nobody():
    assert assign(homes([1, 7]), places([math.inf]), grid([[5], [3]])).objective == 8


def test_decimals_are_counted_as_they_are_written():
    """0.1 + 0.2 is exactly 0.3 here, and 0.1 + 0.2 does not fit 0.29."""
    case = homes([0.1, 0.2]), grid([[5], [3]])

    assert assign(case[0], places([0.3]), case[1]).objective == 8
    assert assign(case[0], places([0.29]), case[1]).objective == 5


@pytest.mark.parametrize("size", [1e-9, 1e-3, 1e9])
def test_tiny_and_huge_numbers_give_the_same_plan(size):
    """The couples of the knapsack above, in other units of persons and of score."""
    households, score = homes([2, 3, 2]), grid([[6.0], [10.0], [6.0]])

    by_score = assign(households, places([4]), score * size)
    by_persons = assign(households * size, places([4.0 * size]), score)

    assert placed(by_score) == placed(by_persons) == {"H1": "G1", "H3": "G1"}
    assert by_score.objective == pytest.approx(12 * size, rel=1e-12)
    assert by_score.status == by_persons.status == "optimal"


def test_scores_of_very_different_sizes_in_one_matrix_are_all_counted():
    """Each of the three is worth having, the last by 1e-9 alone; the room of H3 is its own."""
    result = assign(homes([1, 1, 1]), places([1, 1, 1]), grid([[1e9, NO, NO], [NO, 1.0, NO], [NO, NO, 1e-9]]))

    assert len(placed(result)) == 3


def test_one_person_too_many_among_very_different_loads_does_not_fit():
    """A load of 1e9 fills the room; the household of one, or of a thousandth, must stay."""
    result = assign(homes([1e9, 1, 0.5]), places([1e9]), grid([[9], [3], [1]]))

    assert placed(result) == {"H1": "G1"}


def test_equal_households_go_in_order_of_their_labels():
    """Three equal households for two rooms: the first two labels go, the first to the first, in any order of rows."""
    households, municipalities, score = homes([1, 1, 1]), places([1, 1]), grid([[2, 2], [2, 2], [2, 2]])

    for order in ([0, 1, 2], [2, 0, 1], [1, 2, 0]):
        result = assign(households.iloc[order], municipalities.iloc[::-1], score.iloc[order])
        assert placed(result) == {"H1": "G1", "H2": "G2"}


def test_labels_of_several_types_are_told_apart():
    households = pd.DataFrame({"persons": [1, 1]}, [1, "1"])
    score = pd.DataFrame([[1.0], [5.0]], [1, "1"], ["G"])

    result = assign(households, pd.DataFrame({"capacity_persons": [1]}, ["G"]), score)

    assert placed(result) == {"1": "G"}


def test_no_time_gives_a_lawful_plan_that_says_how_good_it_is():
    random = np.random.default_rng(3)
    households, municipalities = homes(random.integers(1, 6, 60)), places([12] * 6)
    score = grid(random.integers(1, 100, (60, 6)).tolist())

    result = assign(households, municipalities, score, time_limit=0)

    assert (households.persons.groupby(result.placements).sum() <= 12).all()
    assert result.objective <= result.bound
    assert result.proven == (result.gap == 0)
    assert result.status == ("optimal" if result.proven else "feasible")


def test_importing_the_package_alone_loads_no_solver():
    command = "import sys, optimizer; sys.exit('highspy' in sys.modules or 'geopandas' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", command], check=False).returncode == 0
