"""The figures by which plans are compared, each on a case that a reader can work out by hand."""

import numpy as np
import pytest
from cases import example, gemeente, home, household, program_of, solved

from optimizer.kpis import gini, kengetallen
from optimizer.plan import empty_plan, recount
from optimizer.waiting import nearest_rank

A, B = "GM0001", "GM0002"


def figures_of(gemeenten, homes, households, **rest):
    return solved(example(gemeenten, homes, households, **rest)).kengetallen


def of_empty(built):
    program = program_of(built)
    return kengetallen(program, recount(program, empty_plan(program)))


@pytest.mark.parametrize(("percent", "weeks"), [(25, 10), (26, 20), (50, 20), (75, 20), (76, 40), (90, 40), (100, 40)])
def test_a_percentile_is_the_wait_of_a_person_and_a_household_counts_for_all_its_persons(percent, weeks):
    """Persons have waited 10, 20, 20 and 40 weeks: 75 of 100 is the third of them, 76 of 100 the fourth."""
    assert nearest_rank(np.array([40.0, 10.0, 20.0]), np.array([1, 1, 2]), percent) == weeks


def test_of_two_persons_half_is_the_first():
    assert nearest_rank(np.array([30.0, 10.0]), np.array([1, 1]), 50) == 10


def test_without_persons_there_is_no_percentile():
    assert nearest_rank(np.array([]), np.array([], int), 50) is None


def test_waiting_is_split_by_size_and_for_families_with_children():
    """Nobody is placed: 1 of 30 weeks, a couple of 20, a family of four of 16. The norm is 14: 16, 12 and 8 late."""
    built = example(
        [gemeente(A)],
        [],
        [household("H1", weeks=30), household("H2", adults=2, weeks=20), household("H3", adults=2, po=2, weeks=16)],
    )

    waits = of_empty(built).wachttijd

    persons = {"alle": 7, "1": 1, "2": 2, "3_5": 4, "6_plus": 0, "gezinnen": 4}
    assert {name: group.blijft.personen for name, group in waits.items()} == persons
    assert waits["alle"].blijft.persoonsweken_na_norm == pytest.approx(1 * 16 + 2 * 6 + 4 * 2)
    assert (waits["alle"].blijft.weken_p50, waits["alle"].blijft.weken_p90) == (16, 30)
    assert (waits["gezinnen"].blijft.kinderen, waits["gezinnen"].blijft.weken_hoogste) == (2, 16)
    assert waits["6_plus"].blijft.weken_p50 is None
    assert waits["alle"].gehuisvest.personen == 0


def test_who_waits_just_the_norm_is_not_beyond_it():
    found = of_empty(example([gemeente(A)], [], [household("H1", weeks=14), household("H2", weeks=15)]))

    assert found.wachttijd["alle"].blijft.personen_na_norm == 1


def test_those_with_a_home_have_waited_too():
    """The only home goes to the one who has waited longest."""
    found = figures_of([gemeente(A)], [home(A, 1)], [household("H1", weeks=40), household("H2", weeks=15)])

    assert found.wachttijd["alle"].gehuisvest.weken_hoogste == 40
    assert found.wachttijd["alle"].blijft.weken_hoogste == 15
    assert found.opvangplaatsen_vrij == 1


def test_the_gini_of_persons_over_inhabitants_by_hand():
    """Parts 3/4 and 1/4 of the persons, 1/2 and 1/2 of the people: |3/8 - 1/8| twice, halved, is 1/4."""
    assert gini(np.array([1000, 1000]), np.array([3, 1])) == pytest.approx(0.25)
    assert gini(np.array([1000, 3000]), np.array([5, 15])) == 0
    assert gini(np.array([999, 1]), np.array([0, 4])) == pytest.approx(0.999)
    assert gini(np.array([1000, 1000]), np.array([0, 0])) is None


def test_the_largest_difference_from_a_target_is_that_of_one_gemeente():
    """Four to spread over 1 and 3 thousand people: targets 1 and 3. Nobody is placed: 4 off, 3 at most."""
    found = of_empty(
        example([gemeente(A, 1000), gemeente(B, 3000)], [], [household("H1", adults=4)], opgave_personen=4)
    )

    assert (found.afwijking_personen, found.afwijking_hoogste) == (4, 3)


def test_a_wish_is_met_by_the_gemeente_or_by_its_region_and_not_by_who_stays():
    households = [
        household("H1", voorkeur_1=B),
        household("H2", voorkeur_1="R", voorkeur_2="S"),
        household("H3", voorkeur_1="R"),
        household("H4"),
        household("H5", adults=4, voorkeur_1="S"),
    ]
    homes = [home(B, 1, 4)]

    found = figures_of([gemeente(A), gemeente(B, regio="S")], homes, households).wensen

    assert (found.huishoudens, found.gehuisvest, found.eerste, found.een) == (4, 3, 1, 2)


def test_homes_in_use_are_counted_by_form_and_a_shared_home_is_one():
    """Three singles in two homes of two rooms use two: one is saved. A form on offer that nobody uses is 0."""
    singles = [household(f"H{n}", delen="ja") for n in range(3)]
    shared = home(A, 2, 2, woonvorm="woningdelen", aanbod_id="delen")

    found = figures_of([gemeente(A)], [shared, home(A, 8)], singles)

    assert found.woningen == {"sociale_huur": 0, "woningdelen": 2}
    assert found.woningen_bespaard == 1


def test_social_homes_are_set_beside_all_lettings_where_a_gemeente_says_how_many():
    """A uses 2 of 8, B 1 of an unknown number: 2 / 8, and B stays unknown."""
    households = [household(f"H{n}") for n in range(3)]
    gemeenten = [gemeente(A, sociale_verhuringen=8), gemeente(B)]

    found = figures_of(gemeenten, [home(A, 1, 2), home(B, 1)], households).verdringing

    assert (found.woningen, found.woningen_bekend, found.verhuringen, found.gemeenten_bekend) == (3, 2, 8, 1)
    assert (found.deel, found.deel_hoogste, found.gemeenten_boven) == (0.25, 0.25, 0)


def test_lettings_that_nobody_gave_are_unknown_and_never_0():
    found = figures_of([gemeente(A)], [home(A, 1)], [household("H1")]).verdringing

    assert (found.woningen, found.gemeenten_bekend) == (1, 0)
    assert (found.woningen_bekend, found.verhuringen, found.deel, found.deel_hoogste, found.gemeenten_boven) == (
        (None,) * 5
    )


def test_a_gemeente_that_uses_homes_where_none_is_let_is_named_above():
    found = figures_of([gemeente(A, sociale_verhuringen=0)], [home(A, 1)], [household("H1")]).verdringing

    assert (found.deel, found.deel_hoogste, found.gemeenten_boven) == (None, None, 1)


def test_money_follows_the_woonvorm_for_shelter_and_doorstroom():
    """One person in a hotel: 38 000 euro. One in a doorstroomlocatie for the 90 days of 2026K1: 90 x 60 = 5 400."""
    homes = [
        home(A, 1, woonvorm="har", aanbod_id="hotel"),
        home(A, 1, woonvorm="doorstroom_lokaal", aanbod_id="doorstroom"),
    ]

    found = figures_of([gemeente(A)], homes, [household("H1"), household("H2")]).geld

    assert found["har_plus_tijdelijk"].totaal == 38_000
    assert (found["doorstroom_per_dag"].aantal, found["doorstroom_per_dag"].totaal) == (90, 5_400)


def test_money_of_other_homes_is_unknown_where_no_home_names_a_scheme():
    found = figures_of([gemeente(A)], [home(A, 1)], [household("H1")]).geld

    assert (found["har_plus_woning"].aantal, found["har_plus_woning"].totaal) == (None, None)
    assert found["sft_woning"].totaal is None
    assert found["har_plus_tijdelijk"].totaal == 0


@pytest.mark.parametrize("words", ["HAR+", "har +", "HARplus"])
def test_money_of_har_plus_follows_the_column_regeling_and_counts_persons(words):
    """A family of three: 3 x 30 000. SFT is named nowhere, so 0 homes of it are in use."""
    found = figures_of([gemeente(A)], [home(A, 3, regeling=words)], [household("H1", po=2)]).geld

    assert (found["har_plus_woning"].aantal, found["har_plus_woning"].totaal) == (3, 90_000)
    assert (found["sft_woning"].aantal, found["sft_beheer"].totaal) == (0, 0)


def test_money_of_sft_counts_homes_and_the_intended_part_stands_apart():
    """Two rooms of one shared home: one home, 14 000 and 6 000."""
    shared = home(A, 2, woonvorm="woningdelen", regeling="SFT", aanbod_id="delen")

    found = figures_of([gemeente(A)], [shared], [household("H1", delen="ja"), household("H2", delen="ja")]).geld

    assert (found["sft_woning"].totaal, found["sft_beheer"].totaal) == (14_000, 6_000)


def test_a_scheme_without_a_published_amount_brings_no_money():
    found = figures_of([gemeente(A)], [home(A, 1, regeling="eigen geld")], [household("H1")]).geld

    assert {line.totaal for line in found.values()} == {0}


def test_every_baseline_has_the_same_figures_as_the_plan():
    """One home: in order of permit the longest wait gets it too, and the other has waited 20 weeks."""
    answer = solved(example([gemeente(A)], [home(A, 1)], [household("H1", weeks=30), household("H2", weeks=20)]))
    by_permit = next(v for v in answer.vergelijkingen if v.naam == "volgorde").kengetallen

    assert by_permit.wachttijd == answer.kengetallen.wachttijd
    assert by_permit.wachttijd["alle"].blijft.weken_hoogste == 20
    assert all(set(v.kengetallen.geld) == set(answer.kengetallen.geld) for v in answer.vergelijkingen)
