"""The stored prices are those of rows that households share: what is short costs, and no household is named."""

import numpy as np
import pytest
from cases import example, gemeente, home, household, program_of, solved

from optimizer.evidence import LEFT_OUT, NOISE, evidence

CASE = example([gemeente("GM0001")], [home("GM0001", 1)], [household("H1"), household("H2")])


def test_the_one_home_of_two_who_wait_has_a_price_and_what_is_plenty_has_none():
    """A second home would save the 60 points of a single who waits, less at most the 3 that work costs there."""
    prices = {(s.regel, s.gebied, s.soort): s.punten for s in solved(CASE).bewijs}

    assert -60 <= prices["home_stock", "GM0001", "sociale_huur_1"] <= -56
    assert not [key for key in prices if key[0] in {"course_seats", "school_places"}]


def test_no_price_is_of_a_household():
    names = {name for s in solved(CASE).bewijs for name in (s.gebied, s.soort)}

    assert not names & {"H1", "H2"}
    assert not {s.regel for s in solved(CASE).bewijs} & set(LEFT_OUT)


def test_noise_and_signs_that_no_bound_supports_are_left_out():
    program = program_of(CASE)
    duals = np.zeros(program.height)
    stock, seats = program.rows["home_stock"].start, program.rows["course_seats"].start
    duals[stock], duals[seats] = -NOISE / 2, 5.0  # seats have no lower bound: no price above 0

    assert evidence(program, duals) == ()
    duals[stock] = -7.0
    assert [(s.regel, s.punten) for s in evidence(program, duals)] == [("home_stock", -7.0)]


@pytest.mark.parametrize("rule", LEFT_OUT)
def test_rows_of_one_household_are_left_out_whatever_their_price(rule):
    program = program_of(CASE)
    duals = np.zeros(program.height)
    duals[program.rows[rule]] = 1.0

    assert evidence(program, duals) == ()


def test_a_row_without_a_home_has_no_price_whatever_its_dual():
    program = program_of(example([gemeente("GM0001"), gemeente("GM0002")], [home("GM0001", 1)], [household("H1")]))
    duals = np.zeros(program.height)
    rows = program.bounds["home_stock"].names
    duals[program.rows["home_stock"].start + rows.index("GM0002_sociale_huur_1")] = -7.0

    assert evidence(program, duals) == ()
