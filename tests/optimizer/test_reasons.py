import pytest
from cases import bound_to, example, gemeente, home, household, lock, solved

A, B = "GM0001", "GM0002"
BOTH = [gemeente(A), gemeente(B)]
PARENT = household("H1", adults=1, po=1)


def reason(*case, **rest):
    """Give the reason code and counts of H1, who stays."""
    left = next(u for u in solved(example(*case, **rest)).ongeplaatst if u.huishouden_id == "H1")
    return left.reden_code, left.tellingen


def test_no_form_on_offer_fits_a_family_where_there_is_only_flex():
    homes = [home(code, 4, woonvorm="flex") for code in (A, B)]

    assert reason(BOTH, homes, [PARENT]) == ("geen_vorm", {"geen_vorm": 2})


def test_no_home_at_all_is_no_form():
    assert reason(BOTH, [], [PARENT]) == ("geen_vorm", {"geen_vorm": 2})


def test_a_ground_keeps_a_household_from_the_only_gemeente_with_a_home():
    got = reason(BOTH, [home(A, 2)], [PARENT], bindingen=[bound_to("H1", B)])

    assert got == ("binding", {"geen_vorm": 1, "binding": 1})


def test_the_last_home_is_taken():
    """H2 waits ten weeks longer and has the one home in A; in B there is none."""
    got = reason(BOTH, [home(A, 1)], [household("H1"), household("H2", weeks=24)])

    assert got == ("woning", {"geen_vorm": 1, "woning": 1})


def test_a_social_home_is_left_but_the_cap_leaves_it_to_others():
    """A tenth of ten lettings is one home: H2, who waits ten weeks longer, has it; the second home stays for others."""
    people = [household("H1"), household("H2", weeks=24)]

    got = reason([gemeente(A, sociale_verhuringen=10)], [home(A, 1, 2)], people, verdringing_hoogstens=0.1)

    assert got == ("verdringing", {"verdringing": 1})


def test_where_both_the_homes_and_the_cap_are_used_up_it_is_the_homes():
    people = [household("H1"), household("H2", weeks=24)]

    got = reason([gemeente(A, sociale_verhuringen=10)], [home(A, 1)], people, verdringing_hoogstens=0.1)

    assert got == ("woning", {"woning": 1})


def test_a_planner_keeps_a_household_from_the_only_gemeente_with_a_home():
    got = reason(BOTH, [home(A, 1)], [household("H1")], vastleggingen=[lock("verboden", "H1", A)])

    assert got == ("vastlegging", {"geen_vorm": 1, "vastlegging": 1})


def test_no_course_seat_for_the_adult():
    assert reason(BOTH, [home(A, 1)], [household("H1")], seats={(A, "B1"): 0}) == (
        "cursus",
        {"geen_vorm": 1, "cursus": 1},
    )


def test_no_school_place_for_the_child():
    assert reason([gemeente(A)], [home(A, 2)], [PARENT], places={(A, "po"): 0}) == ("school", {"school": 1})


def test_without_seat_and_school_place_the_seat_is_told():
    got = reason([gemeente(A)], [home(A, 2)], [PARENT], places={(A, "po"): 0}, seats={(A, "B1"): 0})

    assert got == ("cursus", {"cursus": 1})


def test_only_above_the_most_that_the_gemeente_takes():
    assert reason([gemeente(A, most=0)], [home(A, 1)], [household("H1")]) == ("maximum", {"maximum": 1})


def test_too_far_to_be_worth_it():
    """1000 km weigh 100 punten and one person who stays 60."""
    assert reason([gemeente(A)], [home(A, 1)], [household("H1")], km={A: 1000}) == ("afweging", {"afweging": 1})


def test_the_household_hears_how_far_it_came_in_the_gemeente_where_it_came_furthest():
    """No seat in A and no school place in B: it came further in B."""
    got = reason(BOTH, [home(A, 2), home(B, 2)], [PARENT], seats={(A, "B1"): 0}, places={(B, "po"): 0})

    assert got == ("school", {"cursus": 1, "school": 1})


def test_a_gemeente_with_two_plekken_is_counted_once_by_the_further():
    """Social rent of B itself is closed without voorrang; a flex home of A stands there too, but B has no seat."""
    gemeenten = [gemeente(A), gemeente(B, voorrang="nee")]
    homes = [home(B, 1), home(A, 1, woonvorm="flex", gastgemeente=B)]

    got = reason(gemeenten, homes, [household("H1")], seats={(B, "B1"): 0})

    assert got == ("cursus", {"geen_vorm": 1, "cursus": 1})


@pytest.mark.parametrize("weeks", [3, 14, 40])
def test_the_weeks_since_the_permit_are_told(weeks):
    left = solved(example([gemeente(A)], [], [household("H1", weeks=weeks)])).ongeplaatst

    assert [(u.huishouden_id, u.weken, u.personen) for u in left] == [("H1", weeks, 1)]


def test_a_full_home_elsewhere_is_not_what_keeps_a_bound_household():
    """The home of A goes to H2, who waits as long; for H1, bound to B, the ground comes before the full home."""
    people = [PARENT, household("H2", adults=2)]

    got = reason(BOTH, [home(A, 2)], people, bindingen=[bound_to("H1", B)])

    assert got == ("binding", {"geen_vorm": 1, "binding": 1})
