from datetime import date

import pytest
from cases import (
    bound_to,
    example,
    gemeente,
    home,
    homes_of,
    household,
    solved,
    waiting,
    worth,
)
from planted import BOTH, EXACT_BAND, A, B


def test_a_household_takes_one_home_of_two():
    answer = solved(example(BOTH, [home(A, 1), home(B, 1)], [household("H1")], km={B: 7}))

    assert homes_of(answer) == {"H1": A}
    assert waiting(answer) == []
    assert worth(answer, "uitstroom") == 0
    assert worth(answer, "nabijheid") == 0


def test_a_home_for_two_goes_to_the_couple_and_not_to_the_single():
    answer = solved(example([gemeente(A)], [home(A, 2)], [household("H1", adults=2), household("H2")]))

    assert homes_of(answer) == {"H1": A}
    assert waiting(answer) == ["H2"]
    assert worth(answer, "uitstroom") == 1  # one person, 14 weeks


def test_two_homes_go_to_the_two_singles_who_wait_longest():
    people = [household("H14"), household("H24", weeks=24), household("H34", weeks=34)]

    answer = solved(example([gemeente(A)], [home(A, 1, 2)], people))

    assert homes_of(answer) == {"H24": A, "H34": A}
    assert waiting(answer) == ["H14"]
    assert worth(answer, "uitstroom") == 1


def test_a_couple_needs_two_seats_of_one_leerroute():
    answer = solved(example([gemeente(A)], [home(A, 2)], [household("H1", adults=2)], seats={(A, "B1"): 1}))

    assert waiting(answer) == ["H1"]
    assert worth(answer, "uitstroom") == 2


def test_each_adult_needs_a_seat_of_the_own_leerroute():
    seats = {(A, "B1"): 1, (A, "Z"): 0, (B, "B1"): 1, (B, "Z"): 1}
    adults = {"H1": [("B1", "geen"), ("Z", "geen")]}

    answer = solved(
        example(BOTH, [home(A, 2), home(B, 2)], [household("H1", 2)], adults=adults, seats=seats, km={B: 50})
    )

    assert homes_of(answer) == {"H1": B}
    assert worth(answer, "nabijheid") == 100  # two persons, 50 km


def test_a_seat_is_taken_where_the_household_lives_and_not_where_it_counts():
    abroad = home(A, 1, woonvorm="doorstroom_regionaal", gastgemeente=B)

    without_seat = solved(example(BOTH, [abroad], [household("H1")], seats={(A, "B1"): 1, (B, "B1"): 0}))
    with_seat = solved(example(BOTH, [abroad], [household("H1")], seats={(A, "B1"): 0, (B, "B1"): 1}))

    assert waiting(without_seat) == ["H1"]
    assert [(k.gemeentecode, k.gastgemeente) for k in with_seat.koppelingen] == [(A, B)]


def test_children_of_4_to_11_need_po_and_of_12_to_17_isk_where_they_live():
    people = [household("H1", adults=1, po=2), household("H2", adults=1, isk=1), household("H3", adults=1, young=3)]
    homes = [home(A, sleeps) for sleeps in (2, 3, 4)]

    answer = solved(example([gemeente(A)], homes, people, places={(A, "po"): 1, (A, "isk"): 1}))

    assert homes_of(answer) == {"H2": A, "H3": A}
    assert waiting(answer) == ["H1"]
    assert worth(answer, "uitstroom") == 3 + 2 * 0.25  # three persons, two of them children


def test_a_school_place_is_taken_where_the_family_lives():
    abroad, family = home(A, 2, gastgemeente=B), household("H1", adults=1, po=1)

    without_place = solved(example(BOTH, [abroad], [family], places={(A, "po"): 1, (B, "po"): 0}))
    with_place = solved(example(BOTH, [abroad], [family], places={(A, "po"): 0, (B, "po"): 1}))

    assert waiting(without_place) == ["H1"]
    assert homes_of(with_place) == {"H1": A}


def test_four_singles_over_two_targets_of_two_with_three_homes_here_and_one_there():
    """Three and one: one person above here, one below there; each the first outside the band, so weight 1."""
    people = [household(f"H{n}") for n in range(4)]
    built = example(BOTH, [home(A, 1, 4), home(B, 1, 1)], people, opgave_personen=4, **EXACT_BAND)

    answer = solved(built)

    assert sorted(homes_of(answer).values()) == [A, A, A, B]
    assert worth(answer, "spreiding") == 1 + 1


def test_the_second_person_outside_the_band_weighs_three():
    """Four here and none there: 1 + 3 above and 1 + 3 below; a target of 2 has 15 % = 0.3, so one cheap person."""
    people = [household(f"H{n}") for n in range(4)]

    answer = solved(example(BOTH, [home(A, 1, 4)], people, opgave_personen=4, **EXACT_BAND))

    assert sorted(homes_of(answer).values()) == [A, A, A, A]
    assert worth(answer, "spreiding") == 8


def test_a_home_abroad_counts_for_its_owner():
    abroad = home(A, 1, woonvorm="flex", gastgemeente=B)

    answer = solved(example(BOTH, [abroad], [household("H1")], opgave_personen=2, **EXACT_BAND))

    assert [(g.gemeentecode, g.toegewezen_personen, g.afwijking_personen) for g in answer.gemeenten] == [
        (A, 1, 0),
        (B, 0, -1),
    ]
    assert [g.gehuisvest_als_gast_personen for g in answer.gemeenten] == [0, 1]


def test_a_target_counts_persons_and_not_households():
    people = [household("H1", adults=2, po=1)]

    answer = solved(example([gemeente(A)], [home(A, 3)], people, opgave_personen=3, **EXACT_BAND))

    assert homes_of(answer) == {"H1": A}
    assert worth(answer, "spreiding") == 0


def test_a_most_of_two_persons_keeps_a_family_of_three_out():
    answer = solved(example([gemeente(A, most=2)], [home(A, 3)], [household("H1", adults=2, po=1)]))

    assert waiting(answer) == ["H1"]


def test_the_band_counts_at_the_owner_too():
    """A owes one person and B none; the home of A stands in B."""
    gemeenten, abroad = [gemeente(A, 999), gemeente(B, 1)], home(A, 1, gastgemeente=B)

    answer = solved(example(gemeenten, [abroad], [household("H1")], opgave_personen=1, **EXACT_BAND))

    assert homes_of(answer) == {"H1": A}
    assert worth(answer, "spreiding") == 0


def test_nobody_goes_above_the_most_that_a_gemeente_takes():
    answer = solved(example([gemeente(A, most=2)], [home(A, 1, 3)], [household(f"H{n}") for n in range(3)]))

    assert len(waiting(answer)) == 1
    assert answer.gemeenten[0].toegewezen_personen == 2


def test_a_bound_household_waits_for_a_home_in_its_gemeente():
    answer = solved(example(BOTH, [home(A, 1)], [household("H1")], bindingen=[bound_to("H1", B)]))

    assert waiting(answer) == ["H1"]
    assert worth(answer, "uitstroom") == 1


def test_a_ground_in_a_region_allows_every_gemeente_of_it():
    three = [gemeente(A, regio="Noord"), gemeente(B, regio="Zuid"), gemeente("GM0003", regio="Zuid")]
    homes, ground = [home(A, 1), home("GM0003", 1)], bound_to("H1", regio="Zuid")

    answer = solved(example(three, homes, [household("H1")], bindingen=[ground], km={"GM0003": 10}))

    assert homes_of(answer) == {"H1": "GM0003"}


def test_two_grounds_leave_what_both_name():
    grounds = [bound_to("H1", f"{A} {B}"), bound_to("H1", f"{B} GM0003")]
    three = [*BOTH, gemeente("GM0003")]

    answer = solved(
        example(three, [home(g.gemeentecode, 1) for g in three], [household("H1")], km={B: 90}, bindingen=grounds)
    )

    assert homes_of(answer) == {"H1": B}


@pytest.mark.parametrize(("last_day", "goes_to"), [((2025, 12, 31), A), ((2026, 1, 1), B)])
def test_a_ground_holds_on_its_last_day_and_not_after(last_day, goes_to):
    ground = bound_to("H1", B, tot=date(*last_day))

    answer = solved(example(BOTH, [home(A, 1), home(B, 1)], [household("H1")], km={B: 10}, bindingen=[ground]))

    assert homes_of(answer) == {"H1": goes_to}


def test_a_ground_asks_where_the_home_stands_and_not_for_whom_it_counts():
    abroad = home(A, 1, woonvorm="flex", gastgemeente=B)

    in_b = solved(example(BOTH, [abroad], [household("H1")], bindingen=[bound_to("H1", B)]))
    in_a = solved(example(BOTH, [abroad], [household("H1")], bindingen=[bound_to("H1", A)]))

    assert homes_of(in_b) == {"H1": A}
    assert waiting(in_a) == ["H1"]
