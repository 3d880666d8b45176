"""What tables, labels, options and sizes of numbers an explicit assignment problem may have."""

import math
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest
from assigning import NO, grid, homes, placed, places

from optimizer import assign


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
