import pytest
from cases import example, gemeente, home, household, program_of, solved
from random_cases import SIZES, random_case

from optimizer import most
from optimizer.clock import Clock
from optimizer.most import most_persons

A, B = "GM0001", "GM0002"
FAMILY = [household("H1", adults=2, po=2), household("H2"), household("H3")]


def test_one_home_for_four_and_one_for_one_house_five_of_six_persons():
    program = program_of(example([gemeente(A)], [home(A, 4), home(A, 1)], FAMILY))

    assert most_persons(program, Clock(60)) == 5


def test_a_school_without_a_place_for_the_family_leaves_one_single():
    built = example([gemeente(A), gemeente(B)], [home(A, 4), home(A, 1)], FAMILY, places={(A, "po"): 1})

    assert most_persons(program_of(built), Clock(60)) == 1


def test_what_a_place_costs_other_goals_does_not_count():
    """900 km away costs a single 90 punten against 60 for staying: the plan leaves H2, and it could be housed."""
    built = example([gemeente(A)], [home(A, 1)], [household("H2")], km={A: 900})

    assert solved(built).tellingen.geplaatste_personen == 0
    assert most_persons(program_of(built), Clock(60)) == 1


@pytest.mark.parametrize("size", SIZES)
def test_no_plan_houses_more_persons_than_proved(size):
    answer = solved(random_case(*size), gap=0.01)

    assert answer.tellingen.geplaatste_personen <= answer.certificate.personen_hoogstens


def test_a_program_too_large_to_ask_says_nothing(monkeypatch):
    monkeypatch.setattr(most, "LARGEST", 0)

    assert most_persons(program_of(example([gemeente(A)], [home(A, 4)], FAMILY)), Clock(60)) is None
