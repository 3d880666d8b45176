from dataclasses import replace

import numpy as np
import pytest
from cases import example, gemeente, home, homes_of, household, only, permuted, solved, waiting, worth
from random_cases import SIZES, random_case

A, B = "GM0001", "GM0002"
UNPROVED = SIZES[0]
"""The whole optimum of this case lies 0.4 % above the linear one, so a gap of 0.001 % cannot be proved."""
SHARP = (60, 4, 4)
"""The linear optimum of this case is whole, and unique by the tie-break."""
FREE = {
    "spreiding": "per_persoon",
    "participatie": "per_volwassene",
    "nabijheid": "per_persoon_km",
    "volgorde": "per_huishouden",
}
"""The rate of every goal but uitstroom."""
every_size = pytest.mark.parametrize("size", SIZES)


def timeless(answer):
    """Leave the wall times out."""
    return replace(answer, seconds={})


@every_size
def test_the_same_case_gives_the_same_answer(size):
    built = random_case(*size)

    assert timeless(solved(built)) == timeless(solved(built))


@every_size
def test_one_worker_or_two_give_the_same_answer(size):
    built = random_case(*size)

    assert timeless(solved(built, workers=1)) == timeless(solved(built, workers=2))


@every_size
def test_rows_in_another_order_give_the_same_answer(size):
    """Rows are sorted before anything is decided, so how a table is sorted in Excel decides nothing."""
    built = random_case(*size)
    first, second = (solved(b, gap=None) for b in (built, permuted(built, np.random.default_rng(0))))

    assert homes_of(first) == homes_of(second)
    assert first.gemeenten == second.gemeenten
    assert first.certificate == second.certificate


def test_a_plan_that_loses_nothing_is_proved():
    """Every rate but uitstroom is 0 and everyone has a home: the value is 0, and so is the gap."""
    free = {f"{goal}.{rate}": 0.0 for goal, rate in FREE.items()}
    built = example([gemeente(A)], [home(A, 1, 3)], [household("H1"), household("H2")], parameters=free)

    proof = solved(built, gap=0.005).certificate

    assert (proof.objective, proof.bound, proof.gap, proof.proven) == (0.0, 0.0, 0.0, True)


def test_the_bound_is_never_above_the_value_whatever_the_size_of_the_rates():
    for rate in (0.0, 1e-3, 1000.0):
        built = example([gemeente(A)], [home(A, 1)], [household("H1")], parameters={"spreiding.per_persoon": rate})
        proof = solved(built).certificate
        assert 0 <= proof.bound <= proof.objective


def test_a_proved_gap_is_called_optimal_within_the_gap():
    proof = solved(random_case(*UNPROVED), gap=0.02).certificate

    assert (proof.sol_status, proof.proven, proof.cut_by_clock) == ("optimal_within_gap", True, False)
    assert proof.gap <= proof.gap_asked == 0.02


def test_a_gap_that_cannot_be_proved_is_called_feasible():
    proof = solved(random_case(*UNPROVED), gap=1e-5).certificate

    assert (proof.sol_status, proof.proven, proof.cut_by_clock) == ("feasible", False, False)
    assert proof.gap > proof.gap_asked


def test_a_run_that_the_clock_cuts_says_so_and_still_ends_in_a_plan():
    answer = solved(random_case(*UNPROVED), gap=1e-5, time_limit=0.0)

    assert (answer.certificate.sol_status, answer.certificate.cut_by_clock) == ("feasible", True)
    assert answer.certificate.neighbourhoods == 0
    assert answer.tellingen.geplaatste_huishoudens > 0


def test_the_gap_of_the_scenario_counts_unless_another_is_given():
    built = random_case(*SHARP, gap=0.03)

    assert solved(built, gap=None).certificate.gap_asked == 0.03
    assert solved(built, gap=0.01).certificate.gap_asked == 0.01


def test_no_homes_at_all_leaves_everyone():
    answer = solved(example([gemeente(A), gemeente(B)], [], [household("H1"), household("H2", adults=2, po=1)]))

    assert answer.koppelingen == ()
    assert waiting(answer) == ["H1", "H2"]
    assert answer.tellingen.geplaatste_personen == 0
    assert worth(answer, "uitstroom") == 1 + 3.25
    assert answer.certificate.proven


def test_one_gemeente_with_one_home_houses_one_household():
    answer = solved(example([gemeente(A)], [home(A, 1)], [household("H1")]))

    assert homes_of(answer) == {"H1": A}
    assert answer.certificate.gap == pytest.approx(0, abs=1e-6)


def test_more_homes_than_households_house_everyone():
    people = [household(f"H{n}", adults=1 + n % 3, po=n % 2) for n in range(12)]

    answer = solved(example([gemeente(A), gemeente(B)], [home(c, s, 9) for c in (A, B) for s in (2, 4)], people))

    assert waiting(answer) == []
    assert worth(answer, "uitstroom") == 0
    assert answer.tellingen.geplaatste_personen == answer.tellingen.personen == 4 * (1 + 2 + 3) + 6


def test_nobody_to_spread_gives_targets_of_zero_and_still_places():
    answer = solved(example([gemeente(A), gemeente(B)], [home(A, 1)], [household("H1")], opgave_personen=0))

    assert [g.doel_personen for g in answer.gemeenten] == [0, 0]
    assert homes_of(answer) == {"H1": A}


def test_all_rates_zero_is_a_plan_worth_nothing():
    rates = only("spreiding")

    answer = solved(example([gemeente(A)], [home(A, 1)], [household("H1")], parameters=rates))

    assert answer.certificate.objective == 0
    assert answer.certificate.proven


def test_spreiding_may_have_a_rate_of_zero():
    built = example([gemeente(A)], [home(A, 1)], [household("H1")], parameters={"spreiding.per_persoon": 0.0})

    assert homes_of(solved(built)) == {"H1": A}


def test_progress_is_told():
    told = []

    solved(random_case(*UNPROVED), gap=1e-5, progress=lambda key, **_: told.append(key))

    assert told[0] == "lp_round"
    assert "search_round" in told
