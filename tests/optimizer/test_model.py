import numpy as np
import pytest
import scipy.sparse as sp
from cases import example, gemeente, home, household, program_of

from optimizer.goals import GOALS
from optimizer.model import Bounds, Charge, Cost, Goal, Price


def test_bounds_of_another_number_than_areas_times_kinds_are_refused():
    with pytest.raises(ValueError, match="2 areas x 3 kinds, but 5 bounds"):
        Bounds(("A", "B"), ("B1", "onderwijs", "Z"), np.zeros(5), np.zeros(5))


def test_rows_are_named_by_area_and_kind_the_area_slow():
    assert Bounds(("A", "B"), ("po", "isk"), np.zeros(4), np.ones(4)).names == ["A_po", "A_isk", "B_po", "B_isk"]


def test_two_goals_that_price_one_rule_are_refused():
    again = Goal("again", "", "", "", "uitstroom.per_persoon", prices=lambda _: (Price("placement", ((1.0, 5.0),)),))
    built = example([gemeente("GM0001")], [home("GM0001", 1)], [household("H1")])

    with pytest.raises(ValueError, match="two goals price one rule"):
        program_of(built, goals=(*GOALS, again))


def test_a_charge_is_load_times_rate_in_the_row_of_area_and_kind():
    """Two households of (1, 2) and (0, 3) adults; plek 0 is in area 1 at rate 10, plek 1 nowhere, plek 2 in area 0."""
    load, place, rate = (
        sp.csr_array(np.array([[1.0, 2.0], [0.0, 3.0]])),
        np.array([1, -1, 0]),
        np.array([10.0, 9.0, 1.0]),
    )
    charge = Charge("x", load, place, rate)

    row, column, weight = charge.coefficients(np.array([0, 0, 1, 1]), np.array([0, 1, 0, 2]))

    assert list(zip(row.tolist(), column.tolist(), weight.tolist(), strict=True)) == [
        (2, 0, 10),  # area 1, kind 0
        (3, 0, 20),
        (3, 2, 30),
        (1, 3, 3),
    ]


def test_a_rate_may_depend_on_the_pair():
    charge = Charge("x", sp.csr_array(np.array([[4.0], [5.0]])), np.array([0, 0]), np.array([[1.0, 0.5], [2.0, 3.0]]))

    assert charge.coefficients(np.array([0, 1]), np.array([1, 1])).weight.tolist() == [2, 15]
    assert charge.grid(np.array([10.0]), slice(None)).tolist() == [[40, 20], [100, 150]]


def test_the_grid_prices_kinds_by_the_area_of_the_plek():
    """One household of 1 and 2 adults; prices 5 and 7 in area 0, 11 and 13 in area 1; plek 2 counts nowhere."""
    charge = Charge("x", sp.csr_array(np.array([[1.0, 2.0]])), np.array([0, 1, -1]))

    assert charge.grid(np.array([5.0, 7.0, 11.0, 13.0]), slice(None)).tolist() == [[5 + 14, 11 + 26, 0]]


def test_a_cost_is_the_load_times_the_column_of_the_plek():
    cost = Cost("x", sp.csr_array(np.array([[1.0, 2.0]])), np.array([[3.0, 4.0], [5.0, 6.0]]))

    assert cost.at(np.array([0, 0]), np.array([0, 1])).tolist() == [3 + 10, 4 + 12]
    assert cost.grid(slice(None)).tolist() == [[13, 16]]


def test_all_cells_are_those_with_a_home_that_fits():
    """H1 alone fits the home for one in A; the couple H2 fits the home for three in B, and so does H1."""
    gemeenten, homes = [gemeente("GM0001"), gemeente("GM0002")], [home("GM0001", 1), home("GM0002", 3)]
    program = program_of(example(gemeenten, homes, [household("H1"), household("H2", adults=2)]))

    cells = program.all_cells()

    assert list(zip(cells.who.tolist(), cells.plek.tolist(), strict=True)) == [(0, 0), (0, 1), (1, 1)]
