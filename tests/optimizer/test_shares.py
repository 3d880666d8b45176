import numpy as np
import pytest
from cases import example, gemeente, household, solved
from hypothesis import given, settings
from hypothesis import strategies as st

from optimizer.shares import largest_remainder, rounded_each, shares

weights = st.lists(st.integers(1, 1_000_000), min_size=1, max_size=30)
totals = st.integers(0, 50_000)


def shares_of(*gemeenten, total, **scenario):
    """Shares of the gemeenten A, B, ... in that order."""
    return shares(example(gemeenten, [], [household("H1")], opgave_personen=total, **scenario).case)


@settings(deadline=None)
@given(weights, totals)
def test_largest_remainder_sums_to_the_total_and_stays_within_one_of_the_exact_share(inhabitants, total):
    each = largest_remainder(np.array(inhabitants), total)
    exact = np.array(inhabitants) / sum(inhabitants) * total

    assert each.sum() == total
    assert (each >= 0).all()
    assert (np.abs(each - exact) < 1 + 1e-6).all()


def test_rounding_each_by_itself_can_lose_a_person_and_repair_gives_it_to_the_first():
    """Ten persons over three equal gemeenten: 3.33 each rounds to 9 in all."""
    equal = np.array([1, 1, 1])

    assert rounded_each(equal, 10).tolist() == [3, 3, 3]
    assert largest_remainder(equal, 10).tolist() == [4, 3, 3]


def test_rounding_each_by_itself_can_find_a_person_too_many():
    """Three persons over two equal gemeenten: 1.5 each rounds to 4 in all."""
    equal = np.array([1, 1])

    assert rounded_each(equal, 3).tolist() == [2, 2]
    assert largest_remainder(equal, 3).tolist() == [2, 1]


def test_the_old_rule_stands_beside_the_target():
    built = example([gemeente("GM0001"), gemeente("GM0002")], [], [household("H1")], opgave_personen=3)

    outcomes = solved(built).gemeenten

    assert [g.taakstelling_grootste_rest for g in outcomes] == [2, 1]
    assert [g.taakstelling_afgerond for g in outcomes] == [2, 2]


def test_everyone_in_the_table_is_spread_unless_the_scenario_says_a_number():
    people = [household("H1", adults=2, po=1), household("H2")]

    assert shares(example([gemeente("GM0001")], [], people, opgave_personen=None).case).target.tolist() == [4]
    assert shares(example([gemeente("GM0001")], [], people, opgave_personen=50).case).target.tolist() == [50]


def test_an_eighth_of_the_balance_is_caught_up_and_the_rest_goes_by_inhabitants():
    """100 persons: 40 / 8 = 5 caught up by A, 95 over 3000 and 1000 inhabitants: 71.25 and 23.75."""
    got = shares_of(gemeente("GM0001", 3000, achterstand=40), gemeente("GM0002", 1000), total=100)

    assert got.catch_up.tolist() == [5, 0]
    assert got.key.tolist() == [71, 24]
    assert got.target.tolist() == [76, 24]


def test_half_a_person_is_rounded_away_from_zero_both_ways():
    """12 / 8 = 1.5 behind becomes 2, and 1.5 ahead becomes 2 ahead."""
    got = shares_of(gemeente("GM0001", achterstand=12), gemeente("GM0002", achterstand=-12), total=100)

    assert got.catch_up.tolist() == [2, -2]
    assert got.target.tolist() == [52, 48]


def test_a_gemeente_far_ahead_gets_nothing_and_the_others_share_the_rest():
    """A is 80 / 8 = 10 ahead and its key part would be 5: it gets 0, and B and C share the 15."""
    got = shares_of(*(gemeente(f"GM000{n}", achterstand=a) for n, a in ((1, -80), (2, 0), (3, 0))), total=15)

    assert got.target.tolist() == [0, 8, 7]
    assert (got.key + got.catch_up).tolist() == [0, 8, 7]


def test_nobody_catches_up_more_than_there_is():
    """400 / 8 = 50 and 800 / 8 = 100 owed, but only 30 persons: one and two thirds of them."""
    got = shares_of(gemeente("GM0001", achterstand=400), gemeente("GM0002", achterstand=800), total=30)

    assert got.target.tolist() == [10, 20]


def test_two_gemeenten_that_owe_half_a_person_each_get_one_person_together():
    """4 / 8 = 0.5 each: 1 in all, which is the total; rounded by themselves they would be 2."""
    got = shares_of(gemeente("GM0001", achterstand=4), gemeente("GM0002", achterstand=4), total=1)

    assert got.target.sum() == 1


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 900_000), st.integers(-3000, 3000)), min_size=1, max_size=12),
    totals,
    st.integers(1, 12),
)
def test_targets_sum_to_the_total_and_none_is_below_zero(rows, total, quarters):
    gemeenten = [gemeente(f"GM{n:04d}", inwoners, achterstand=a) for n, (inwoners, a) in enumerate(rows)]

    got = shares_of(*gemeenten, total=total, inhaal_kwartalen=quarters)

    assert got.target.sum() == total
    assert (got.target >= 0).all()
    assert (got.key + got.catch_up == got.target).all()


@pytest.mark.parametrize(
    ("target", "band", "least_half", "edges"),
    [
        (100, 0.05, 2, (95, 105)),
        (101, 0.05, 2, (95, 107)),  # 5.05 becomes 6: whole persons, never narrower than the band
        (40, 0.05, 2, (38, 42)),
        (10, 0.05, 2, (8, 12)),
        (1, 0.05, 2, (0, 3)),
        (60, 0.05, 0, (57, 63)),
        (10, 0.0, 0, (10, 10)),
    ],
)
def test_the_edges_of_the_band_are_whole_persons(target, band, least_half, edges):
    got = shares_of(gemeente("GM0001"), total=target, band=band, band_personen=least_half)

    assert (got.lower[0], got.upper[0]) == edges


@pytest.mark.parametrize(
    ("least", "most", "edges"),
    [
        (12, None, (18, 22)),
        (20, None, (20, 22)),
        (30, None, (30, 30)),
        (None, 50, (18, 22)),
        (None, 19, (18, 19)),
        (None, 5, (5, 5)),
        (4, 6, (6, 6)),
    ],
)
def test_a_least_and_a_most_move_the_band_of_18_to_22(least, most, edges):
    got = shares_of(gemeente("GM0001", least=least, most=most), total=20)

    assert (got.lower[0], got.upper[0]) == edges
