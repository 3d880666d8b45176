"""Coefficients from 1e-9 to 1e9 in one program: the plan is still right where the numbers still tell."""

import pytest
from cases import example, gemeente, home, homes_of, household, only, program_of, solved, waiting, worth
from random_cases import SIZES, random_case

from optimizer.goals.uitstroom import GOAL as UITSTROOM

A, B = "GM0001", "GM0002"
APART = {"uitstroom.per_persoon": 1e9, "nabijheid.per_persoon_km": 1e-9}


def test_the_longest_waiting_gets_the_home_and_the_smallest_rate_still_chooses_where_all_else_is_equal():
    """H2 waits 10 weeks longer: 1.1 e9 against 1 e9 punten. Of two equal homes the nearer is 100e-9 punten cheaper."""
    rest = only("uitstroom", "nabijheid") | APART
    people = [household("H1"), household("H2", weeks=24)]
    one = example([gemeente(A)], [home(A, 1)], people, parameters=rest)
    two = example([gemeente(A), gemeente(B)], [home(A, 1), home(B, 1)], people[:1], km={A: 150, B: 50}, parameters=rest)

    first, second = solved(one), solved(two)

    assert waiting(first) == ["H1"]
    assert first.certificate.objective == pytest.approx(1e9)
    assert first.certificate.bound <= first.certificate.objective
    assert first.certificate.proven
    assert homes_of(second) == {"H1": B}


@pytest.mark.parametrize("size", SIZES[:2])
def test_the_largest_rate_reaches_what_it_reaches_alone(size):
    """The least uitstroom there is, by itself, within what both runs leave unproved."""
    apart = solved(random_case(*size, parameters=APART), gap=1e-4)
    alone = solved(random_case(*size, parameters=only("uitstroom")), gap=1e-4)
    room = max(apart.certificate.gap, alone.certificate.gap)

    assert apart.certificate.bound <= apart.certificate.objective
    assert worth(apart, UITSTROOM.name) == pytest.approx(worth(alone, UITSTROOM.name), rel=room + 1e-6)
    assert program_of(random_case(*size, parameters=APART)).rates["nabijheid"] == 1e-9
