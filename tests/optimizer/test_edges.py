"""Edges of shares and rules, where one person more or less would show nowhere else."""

from dataclasses import replace

import numpy as np
import pytest
from cases import example, gemeente, home, household, program_of

from inputs import rounding
from inputs.sleutel import grondslag, key_weights
from optimizer.goals import spreiding
from optimizer.rules import displacement, fair_mix, locks
from optimizer.shares import shares

A, B, C = "GM0001", "GM0002", "GM0003"


def owed(*gemeenten, total, **scenario):
    """Give key and carry-over of the gemeenten, in order."""
    got = shares(example(gemeenten, [], [household("H1")], opgave_personen=total, **scenario).case)
    return got.key.tolist(), got.catch_up.tolist()


def test_only_what_is_caught_up_beyond_the_total_is_divided_again():
    """11, 4 and 4 over eight kwartalen are one each: just the total; divided by 11 : 4 : 4 it would be 2, 1 and 0."""
    rows = [gemeente(code, achterstand=behind) for code, behind in ((A, 11), (B, 4), (C, 4))]

    assert owed(*rows, total=3, achterstand="gespreid") == ([0, 0, 0], [1, 1, 1])
    assert owed(*rows, total=2, achterstand="gespreid")[1] == [1, 1, 0]


def test_rounding_up_what_is_owed_takes_nothing_from_the_key():
    """One each owed and two to spread: each 2/3 is rounded to 1; the person too many is nobody's to give back."""
    rows = [gemeente(A, 1000, achterstand=1), gemeente(B, 1, achterstand=1), gemeente(C, 1, achterstand=1)]

    assert owed(*rows, total=2, achterstand="behouden", afronding="per_gemeente") == ([0, 0, 0], [1, 1, 1])


@pytest.mark.parametrize("weights", [[-1, 2], [0, 0], []])
@pytest.mark.parametrize("method", [rounding.largest_remainder, rounding.rounded_each])
def test_weights_that_cannot_be_used_are_refused(method, weights):
    with pytest.raises(ValueError, match="weights must be 0 or more"):
        method(weights, 1)


def test_nothing_to_share_needs_no_weight_and_a_weight_below_one_counts():
    assert rounding.largest_remainder([0, 0], 0) == rounding.rounded_each([0, 0], 0) == [0, 0]
    assert rounding.largest_remainder([0, 3], 2) == [0, 2]


def test_a_key_without_its_column_says_which_gemeente_and_which_column():
    case = example([gemeente(A)], [], [household("H1")], sleutel="woningvoorraad").case
    bare = replace(case, gemeenten=tuple(replace(g, woningvoorraad=None) for g in case.gemeenten))

    with pytest.raises(ValueError, match="GM0001 has no woningvoorraad"):
        key_weights(grondslag(bare))


def test_each_gemeente_has_its_part_of_singles_and_large_families_where_it_has_homes_for_them():
    """Targets of 5 each and 0.2 around: one person; B has no home for one, so it may have fewer singles."""
    people = [household("H1"), household("H2", adults=2, po=1), household("H3", adults=2, po=4)]
    homes = [home(A, 1), home(A, 6), home(B, 4), home(B, 6)]
    scenario = {"opgave_personen": 10, "menging_band": 0.2, "band_personen": 0}
    quarter = program_of(example([gemeente(A), gemeente(B)], homes, people, **scenario)).quarter

    brings, national = (charge.load.toarray() for charge in fair_mix.charges(quarter))
    bounds = fair_mix.bounds(quarter)

    assert fair_mix.hard(quarter).tolist() == [[1, 0], [0, 0], [0, 6]]
    assert brings.tolist() == fair_mix.hard(quarter).tolist()
    assert national == pytest.approx(np.array([[-0.1, -0.6], [-0.3, -1.8], [-0.6, -3.6]]))
    assert bounds.upper.tolist() == [1, 1, 1, 1]
    assert bounds.lower.tolist() == [-1, -1, -np.inf, -1]


def test_far_outside_the_band_begins_at_a_part_of_the_target_and_at_least_one_person():
    """0.07 of 100 is seven, though a float says a bit more; 0.07 of 4 is one; both edges are 10 off, or the target."""
    rows, given = [gemeente(A, 100, most=113), gemeente(B, 4)], {"spreiding.ver_vanaf": 0.07, "spreiding.ver_factor": 3}
    scenario = {"opgave_personen": 104, "band": 0.0, "band_personen": 1, "parameters": given}
    quarter = program_of(example(rows, [home(A, 1)], [household("H1")], **scenario)).quarter

    price = next(price for price in spreiding.prices(quarter) if price.rule == "share")
    (near_below, far_below), (near_above, far_above) = price.below, price.above

    assert (quarter.shares.lower.tolist(), quarter.shares.upper.tolist()) == ([99, 3], [101, 5])
    assert (near_below[0].tolist(), near_below[1]) == ([7, 1], 1)
    assert (far_below[0].tolist(), far_below[1]) == ([92, 2], 3)
    assert (near_above[0].tolist(), near_above[1]) == ([7, 1], 1)
    assert (far_above[0].tolist(), far_above[1]) == ([5, np.inf], 3)


def test_below_the_band_nobody_is_missed_who_cannot_be():
    """A lower edge of one person leaves one to miss, cheaply, and none far off, where far begins at two."""
    scenario = {"opgave_personen": 2, "band": 0.0, "band_personen": 1, "parameters": {"spreiding.ver_vanaf": 1.0}}
    quarter = program_of(example([gemeente(A)], [home(A, 1)], [household("H1")], **scenario)).quarter

    (near, _), (far, _) = spreiding.prices(quarter)[0].below

    assert (near.tolist(), far.tolist()) == ([1], [0])


def test_without_a_lock_on_numbers_no_gemeente_has_a_row():
    built = example([gemeente(A)], [home(A, 1)], [household("H1")])

    assert locks.taken_bounds(program_of(built).quarter).areas == ()


def test_a_gemeente_has_homes_for_large_families_where_one_of_them_fits():
    """B takes the six and not the eight; C takes neither."""
    people = [household("H1", adults=2, po=4), household("H2", adults=2, po=6)]
    homes = [home(A, 6), home(A, 8), home(B, 6), home(C, 2)]
    scenario = {"opgave_personen": 15, "menging_band": 0.2, "band_personen": 0}
    quarter = program_of(example([gemeente(A), gemeente(B), gemeente(C)], homes, people, **scenario)).quarter

    assert fair_mix.bounds(quarter).lower.reshape(3, 2)[:, 1].tolist() == [-1, -1, -np.inf]


def test_the_national_part_of_one_person_alone_is_one():
    quarter = program_of(example([gemeente(A)], [home(A, 1)], [household("H1")], menging_band=0.1)).quarter

    assert [charge.load.toarray().tolist() for charge in fair_mix.charges(quarter)] == [[[1, 0]], [[-1, 0]]]


def test_a_gemeente_that_let_no_social_homes_gives_none_to_statushouders():
    built = example([gemeente(A, sociale_verhuringen=None)], [home(A, 1)], [household("H1")], verdringing_hoogstens=1.0)

    assert displacement.bounds(program_of(built).quarter).upper.tolist() == [0]
