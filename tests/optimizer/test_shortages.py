"""What is short for who stays: lists that a reader can make by hand, and who cannot be housed by any list."""

import pytest
from cases import bound_to, example, gemeente, home, household, program_of
from random_cases import random_case

from optimizer.baselines import volgorde
from optimizer.plan import NOWHERE
from optimizer.shortages import shortages

A, B = "GM0001", "GM0002"


def short(built):
    program = program_of(built)
    return [(t.soort, t.gemeentecode, t.wat, t.aantal) for t in shortages(program, volgorde(program))]


def test_where_everyone_is_placed_nothing_is_short():
    assert short(example([gemeente(A)], [home(A, 1)], [household("H1")])) == []


def test_two_homes_too_few_are_two_homes_of_that_size():
    built = example([gemeente(A)], [home(A, 2)], [household(f"H{n}", adults=2) for n in range(3)])

    assert short(built) == [("woning", A, "sociale_huur_2", 2)]


def test_a_free_home_without_a_seat_is_a_seat_short_and_no_home():
    """Two homes, one seat: the second single needs a seat, and a home is there."""
    built = example([gemeente(A)], [home(A, 1, count=2)], [household("H1"), household("H2")], seats={(A, "B1"): 1})

    assert short(built) == [("cursusplaats", A, "B1", 1)]


def test_two_children_without_a_place_are_two_places_short():
    built = example([gemeente(A)], [home(A, 3)], [household("H1", po=2)], places={(A, "po"): 0})

    assert short(built) == [("schoolplaats", A, "po", 2)]


def test_a_household_bound_to_a_full_gemeente_is_counted_by_its_size_for_no_list_would_house_it():
    """B takes nobody: H1 is bound to B, so no home there would help."""
    built = example([gemeente(A), gemeente(B, most=0)], [home(A, 1)], [household("H1")], bindingen=[bound_to("H1", B)])

    assert short(built) == [("huishouden", "", "1_personen", 1)]


def test_a_home_is_asked_where_the_ground_is():
    built = example([gemeente(A), gemeente(B)], [home(A, 1)], [household("H1")], bindingen=[bound_to("H1", B)])

    assert short(built) == [("woning", B, "sociale_huur_1", 1)]


@pytest.mark.parametrize("seed", range(3))
def test_a_list_never_asks_more_homes_than_households_stay(seed):
    program = program_of(random_case(40, 6, seed))
    plan = volgorde(program)

    homes = sum(t.aantal for t in shortages(program, plan) if t.soort == "woning")

    assert homes <= (plan.plek == NOWHERE).sum()
