"""What each priced rule costs where it is left, worked out by hand."""

import pytest
from cases import example, gemeente, home, homes_of, household, lock, program_of, solved, waiting, worth

from optimizer.wishes import missed

A, B = "GM0001", "GM0002"
BOTH = [gemeente(A), gemeente(B)]


def test_two_adults_beyond_this_kwartaals_seats_wait_thirteen_weeks_each():
    """One seat now and two of the four next ones: the couple and the single take three."""
    people = [household("H1", adults=2), household("H2")]

    answer = solved(
        example([gemeente(A)], [home(A, 2), home(A, 1)], people, seats={(A, "B1"): 1}, later={(A, "B1"): 4})
    )

    assert waiting(answer) == []
    assert worth(answer, "inburgering") == 26


def test_half_of_three_later_seats_is_one_and_not_more():
    people = [household(f"H{n}") for n in range(3)]

    answer = solved(example([gemeente(A)], [home(A, 1, 3)], people, seats={(A, "B1"): 0}, later={(A, "B1"): 3}))

    assert len(waiting(answer)) == 2
    assert worth(answer, "inburgering") == 13


def test_an_adult_beyond_the_places_for_work_misses_half_a_score_more():
    """Three look for work, one place in the only region: 3 x 0.5 for the score and 2 x 0.5 beyond the place."""
    people = [household(f"H{n}") for n in range(3)]
    adults = {f"H{n}": [("B1", "zorg")] for n in range(3)}

    answer = solved(example([gemeente(A)], [home(A, 1, 3)], people, adults=adults, work={("R", "zorg"): 1}))

    assert worth(answer, "participatie") == pytest.approx(3 * 0.5 + 2 * 0.5)


def test_adults_without_a_sector_need_no_place_for_work():
    people = [household("H1"), household("H2")]

    answer = solved(example([gemeente(A)], [home(A, 1, 2)], people))

    assert worth(answer, "participatie") == pytest.approx(2 * 0.5)


@pytest.mark.parametrize(
    ("wishes", "km"),
    [((), 0), (("R",), 0), (("S", "R"), 50 / 3), (("S", "T", A), 100 / 3), (("S", "T"), 50)],
)
def test_a_wish_that_is_missed_weighs_as_fifty_kilometres_a_person(wishes, km):
    """A lies in R; S and T have no homes."""
    gemeenten = [gemeente(A), gemeente(B, regio="S"), gemeente("GM0003", regio="T")]
    named = {f"voorkeur_{n}": wish for n, wish in enumerate(wishes, start=1)}

    answer = solved(example(gemeenten, [home(A, 2)], [household("H1", adults=2, **named)]))

    assert worth(answer, "nabijheid") == pytest.approx(2 * km)


def test_the_best_of_two_wishes_that_name_a_place_counts():
    built = example(BOTH, [home(A, 1)], [household("H1", voorkeur_1=B, voorkeur_2="R")])

    load, table = missed(program_of(built).quarter)

    assert (load @ table).tolist() == [[1 / 3, 0]]


def test_a_reserved_home_that_stays_empty_counts_one():
    """Four homes, half of them reserved for statushouders; one household."""
    built = example([gemeente(A)], [home(A, 1, 4, woonvorm="flex", aandeel_minimaal=0.5)], [household("H1")])

    assert worth(solved(built), "reservering") == 1


def test_a_large_family_that_stays_weighs_its_persons_again():
    answer = solved(example([gemeente(A)], [home(A, 5)], [household("H1", adults=2, po=4), household("H2", adults=2)]))

    assert worth(answer, "grote_gezinnen") == 6
    assert worth(answer, "uitstroom") == 6 + 4 * 0.25 + 2  # home for five: neither six nor the couple


def test_a_lock_on_a_household_without_a_home_there_is_missed_by_its_persons():
    built = example(BOTH, [home(A, 2)], [household("H1", adults=2)], vastleggingen=[lock("vast", "H1", B)])

    answer = solved(built)

    assert waiting(answer) == ["H1"]
    assert worth(answer, "vastleggingen") == 2


def test_a_forbidden_gemeente_takes_nobody_and_a_forbidden_pair_only_not_that_household():
    people, homes = [household("H1"), household("H2")], [home(A, 1, 2), home(B, 1, 2)]

    nobody = solved(example(BOTH, homes, people, vastleggingen=[lock("verboden", code=A)]))
    one = solved(example(BOTH, homes, people, km={B: 10}, vastleggingen=[lock("verboden", "H1", A)]))

    assert set(homes_of(nobody).values()) == {B}
    assert homes_of(one) == {"H1": B, "H2": A}


def test_a_least_that_cannot_be_reached_is_missed_by_the_persons_that_lack():
    built = example(BOTH, [home(A, 1)], [household("H1")], vastleggingen=[lock("min", code=A, waarde=3)])

    answer = solved(built)

    assert homes_of(answer) == {"H1": A}
    assert worth(answer, "vastleggingen") == 2


def test_the_strictest_of_two_mosts_holds():
    locks = [lock("max", code=A, waarde=2), lock("max", code=A, waarde=1)]
    people = [household("H1"), household("H2", weeks=24)]

    answer = solved(example([gemeente(A)], [home(A, 1, 2)], people, vastleggingen=locks))

    assert waiting(answer) == ["H1"]


def test_persons_below_the_least_outflow_weigh_ten_times():
    """One of two persons asked leaves, for there is one home: 1 stays, and 1 x 10 lacks."""
    people = [household("H1"), household("H2")]

    answer = solved(example([gemeente(A)], [home(A, 1)], people, min_uitstroom_personen=2))

    assert worth(answer, "uitstroom") == 1 + 10


def test_a_change_of_more_than_half_is_priced_per_person():
    """Ten before, so five to fifteen are free; two come, three short."""
    before = gemeente(A, vorig_kwartaal_personen=10)

    answer = solved(
        example(
            [before],
            [home(A, 2)],
            [household("H1", adults=2)],
            wijziging_hoogstens=0.5,
            band_personen=5,
            parameters={"spreiding.wijziging_personen": 0.0},
        )
    )

    assert worth(answer, "spreiding") == 3


def test_the_displacement_cap_rounds_down_and_leaves_other_forms_alone():
    """A third of eight lettings is 2.67: two social homes, and flex besides."""
    people = [household(f"H{n}") for n in range(6)]
    homes = [home(A, 1, 5), home(A, 1, 1, woonvorm="flex", aanbod_id="flex")]

    answer = solved(
        example([gemeente(A, sociale_verhuringen=8)], homes, people, verdringing_hoogstens=1 / 3, band_personen=9)
    )

    assert sorted(k.woonvorm for k in answer.koppelingen) == ["flex", "sociale_huur", "sociale_huur"]


def test_the_cap_of_a_whole_number_is_that_number():
    """0.3 x 10 is 3, though binary fractions say 2.9999999999999996 for 0.1 + 0.2 alike."""
    people = [household(f"H{n}") for n in range(5)]

    answer = solved(
        example(
            [gemeente(A, sociale_verhuringen=10)], [home(A, 1, 5)], people, verdringing_hoogstens=0.3, band_personen=9
        )
    )

    assert len(answer.koppelingen) == 3


def test_a_gemeente_without_homes_for_singles_may_have_none_in_its_mix():
    """B has homes for families of three only; A takes the single: no mix is missed in B, 3/4 of a person in A."""
    people = [household("H1"), household("H2", adults=1, young=2)]
    built = example(
        BOTH,
        [home(A, 1), home(B, 4)],
        people,
        opgave_personen=4,
        band=1.0,
        band_personen=0,
        menging_band=0.0,
    )

    answer = solved(built)

    assert homes_of(answer) == {"H1": A, "H2": B}
    assert worth(answer, "spreiding") == pytest.approx(1 - 1 / 4)


def test_a_province_counts_its_gemeenten_together():
    """Targets 2 and 2 in one province: four in A leave no province, though A itself is 2 above and B 2 below."""
    people = [household(f"H{n}") for n in range(4)]
    scenario = {"opgave_personen": 4, "band": 1.0, "band_personen": 0, "band_provincie": 0.0}

    answer = solved(example(BOTH, [home(A, 1, 4)], people, **scenario))

    assert worth(answer, "spreiding") == 0
