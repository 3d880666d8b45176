"""Plans that can be worked out on paper: one thing moves at a time."""

import pytest
from cases import gemeente, home, household
from planning import LATE, SCORE, WAIT, example, numbers, plan

ONE = "GM0001"


def singles(count, delen="nee"):
    return [household(f"H{n}", delen=delen) for n in range(count)]


def no_homes_later(*homes):
    """Homes in the first kwartaal; a home of another kind that fits nobody says that the others have none."""
    return [*homes, home(ONE, 20, aanbod_id="later", kwartaal="2026K2")]


def test_one_home_a_kwartaal_houses_three_singles_in_three():
    built = example([gemeente(ONE)], [home(ONE, 1)], singles(3))

    done = plan(built, 3)

    assert numbers(done, "gehuisvest") == [1, 1, 1]
    assert numbers(done, "wachtend") == [2, 1, 0]
    assert done.waarde == pytest.approx((2 + 1) * (WAIT + LATE) + 3 * SCORE, abs=0.01)


def test_who_finds_a_home_alone_waits_no_more():
    built = example([gemeente(ONE)], no_homes_later(), singles(100))

    done = plan(built, 2, zelf__alleen=0.1)

    assert numbers(done, "zelf") == [10, 9]
    assert numbers(done, "wachtend") == [90, 81]


def test_as_many_come_as_the_inhabitants_say():
    built = example([gemeente(ONE, 200_000)], no_homes_later(), singles(4))

    done = plan(built, 2, instroom__factor=1.0, instroom__per_100000_inwoners=3.0)

    assert numbers(done, "instroom") == [6, 6]
    assert numbers(done, "wachtend") == [10, 16]
    assert numbers(done, "wachtend_lang") == [4, 10]


def test_a_flex_home_can_be_lived_in_two_kwartalen_after_the_work_starts():
    built = example([gemeente(ONE, 10_000)], no_homes_later(), singles(3))

    done = plan(built, 4, bouw__flex=1.0)

    assert [k.gestart.get("flex") for k in done.kwartalen] == [1, 1, 0, 0]
    assert numbers(done, "gehuisvest") == [0, 0, 1, 1]
    assert [(s.kwartaal, s.bewoonbaar, s.aantal) for s in done.starts] == [
        ("2026K1", "2026K3", 1),
        ("2026K2", "2026K4", 1),
    ]


def test_the_budget_of_the_sft_pays_for_one_home_of_twenty_thousand_euro():
    built = example([gemeente(ONE, 50_000)], no_homes_later(), singles(5))

    done = plan(built, 4, bouw__flex=1.0, budget__sft_miljoen=0.039)

    assert sum(k.gestart["flex"] for k in done.kwartalen) == 1
    assert sum(g.totaal for g in done.geld if g.regeling.startswith("sft")) == 20_000


def test_the_sft_starts_no_home_after_its_last_year():
    built = example([gemeente(ONE, 10_000)], no_homes_later(), singles(9))

    done = plan(built, 8, bouw__flex=1.0, budget__sft_laatste_jaar=2026.0)

    assert [k.gestart["flex"] for k in done.kwartalen] == [1, 1, 1, 1, 0, 0, 0, 0]


def test_a_home_that_helps_nobody_in_time_is_not_added():
    built = example([gemeente(ONE, 10_000)], no_homes_later(home(ONE, 1, 3)), singles(3))

    done = plan(built, 4, bouw__flex=1.0)

    assert done.starts == ()


def test_whoever_lives_in_temporary_shelter_waits_again_when_it_ends():
    built = example([gemeente(ONE)], no_homes_later(home(ONE, 1, woonvorm="har")), singles(1))

    done = plan(built, 4, duur__har=2.0)

    assert numbers(done, "gehuisvest") == [1, 0, 0, 0]
    assert numbers(done, "terug") == [0, 0, 1, 0]
    assert numbers(done, "wachtend") == [0, 0, 1, 1]


def test_places_of_reception_that_become_homes_are_lost_there_at_once():
    built = example([gemeente(ONE)], no_homes_later(), singles(10))

    done = plan(built, 3, omklappen__deel=0.05)

    assert [k.gestart["omklappen"] for k in done.kwartalen] == [5, 5, 0]
    assert numbers(done, "opvangplaatsen") == [95, 90, 90]
    assert numbers(done, "gehuisvest") == [0, 5, 5]


def test_a_shared_home_takes_a_home_for_three_and_houses_three_singles():
    built = example(
        [gemeente(ONE, 10_000)], [home(ONE, 3), home(ONE, 3, kwartaal="2026K2", aanbod_id="B")], singles(6, "ja")
    )

    done = plan(built, 2, bouw__woningdelen=1.0)

    assert done.starts[0].woningen == 3
    assert numbers(done, "gehuisvest") == [0, 4]


def test_a_home_that_is_split_gives_two_for_the_family_home_it_takes():
    built = example(
        [gemeente(ONE, 10_000)], [home(ONE, 4), home(ONE, 20, kwartaal="2026K2", aanbod_id="B")], singles(2)
    )

    done = plan(built, 3, bouw__splitsen=1.0)

    assert numbers(done, "gehuisvest") == [0, 0, 2]


def test_a_ban_leaves_singles_their_part_of_the_social_homes():
    built = example([gemeente(ONE)], [home(ONE, 1, 10)], singles(20))

    done = plan(built, 2, [("regime", "verbod", "2026K2")], regime__verbod_kans=0.3)

    assert numbers(done, "gehuisvest") == [10, 3]
    assert [k.regime for k in done.kwartalen] == ["taakstelling", "verbod"]


def test_a_ban_that_excepts_singles_leaves_families_their_part():
    families = [household(f"F{n}", 2, 1) for n in range(10)]
    built = example([gemeente(ONE)], [home(ONE, 1, 5), home(ONE, 3, 10)], singles(5) + families)

    done = plan(built, 1, [("regime", "verbod_uitzondering_alleenstaanden")], regime__verbod_kans_gezin=0.4)

    assert numbers(done, "gehuisvest") == [5 + 4 * 3]


def test_adults_queue_for_seats_and_start_as_these_come():
    built = example([gemeente(ONE)], [home(ONE, 1, 3)], singles(3), seats={(ONE, "B1"): 2})

    done = plan(built, 2)

    assert numbers(done, "cursus_wachtrij") == [1, 0]
    assert numbers(done, "cursus_start") == [2, 1]


def test_children_without_a_school_place_wait():
    built = example(
        [gemeente(ONE)], [home(ONE, 2, 2)], [household(f"F{n}", 1, 0, 1) for n in range(2)], places={(ONE, "po"): 1}
    )

    done = plan(built, 2)

    assert numbers(done, "gehuisvest") == [2, 2]
    assert numbers(done, "scholieren") == [1, 1]


def test_homes_that_are_late_come_a_kwartaal_later_for_the_part_that_comes():
    built = example([gemeente(ONE)], no_homes_later(home(ONE, 1, 10, leverkans=0.6)), singles(10))

    done = plan(built, 2, aanbod__uitloop_deel=0.5)

    assert numbers(done, "gehuisvest") == [6, 2]


def test_a_home_that_can_be_taken_in_several_kwartalen_is_taken_once():
    built = example([gemeente(ONE)], no_homes_later(home(ONE, 1, 2, tot_kwartaal="2026K3")), singles(5))

    done = plan(built, 4)

    assert sum(numbers(done, "gehuisvest")) == 2


def test_a_gemeente_takes_no_more_than_its_most():
    built = example([gemeente(ONE, most=4)], [home(ONE, 1, 9)], singles(9))

    done = plan(built, 3)

    assert numbers(done, "gehuisvest") == [4, 4, 1]


def test_the_part_of_new_mixed_homes_for_others_is_told():
    built = example([gemeente(ONE, 40_000)], no_homes_later(), singles(9))

    done = plan(built, 3, bouw__flex=1.0, flexibel__aandeel=0.5)

    assert numbers(done, "voor_anderen") == [0, 0, 2]
    assert numbers(done, "gehuisvest") == [0, 0, 2]


def test_two_gemeenten_of_one_size_share_what_the_plan_houses():
    two = [gemeente(ONE), gemeente("GM0002")]
    built = example(
        two, [home(g.gemeentecode, 1, 8) for g in two], singles(8), km={ONE: 0, "GM0002": 1}, band=0.0, band_personen=0
    )

    done = plan(built, 1, spreiding__factor=10.0)

    assert {g.gemeentecode: round(g.gehuisvest, 3) for g in done.gemeenten} == {ONE: 4, "GM0002": 4}
    assert numbers(done, "buiten_band") == [0]


def test_a_row_without_homes_gives_none_and_stops_nothing():
    built = example(
        [gemeente(ONE)], [home(ONE, 1), home(ONE, 5, 0), home(ONE, 4, 9, aandeel_statushouders=0.05)], singles(2)
    )

    done = plan(built, 1)

    assert numbers(done, "gehuisvest") == [1]


def test_new_homes_of_the_country_come_by_inhabitants():
    """A hundredth of the country gets a hundredth of 100,000 / 4 homes a kwartaal, of which a tenth: 25."""
    built = example([gemeente(ONE, 181_302)], [home(ONE, 1, 1)], singles(60))

    done = plan(built, 1, nieuwbouw__deel_statushouders=0.1)

    assert done.kwartalen[0].gehuisvest == pytest.approx(1 + 25, abs=0.001)


def test_places_of_doorstroom_stay_below_their_part_of_the_country():
    """A hundredth of the country gets a hundredth of 301 places, and no part of one."""
    built = example([gemeente(ONE, 181_302)], no_homes_later(), singles(30))

    done = plan(built, 4, bouw__doorstroom=1.0, bouw__doorstroom_hoogstens=301.0)

    assert sum(s.aantal for s in done.starts) == 3


def test_the_displacement_cap_holds_for_social_homes_on_offer():
    one = gemeente(ONE, sociale_verhuringen=10)
    built = example([one], [home(ONE, 1, 9)], singles(9), verdringing_hoogstens=0.35)

    assert numbers(plan(built, 2), "gehuisvest") == [3, 3]


def test_no_location_converts_more_places_than_it_has():
    built = example([gemeente(ONE)], no_homes_later(), singles(150))

    done = plan(built, 4, omklappen__deel=0.6)

    assert sum(k.gestart["omklappen"] for k in done.kwartalen) == 100


def test_waiting_beyond_reception_costs_and_is_told():
    built = example([gemeente(ONE)], no_homes_later(), singles(103))

    done = plan(built, 1, opvang__anderen=7.0)

    assert numbers(done, "boven_opvang") == [10]
    assert done.waarde == pytest.approx(103 * (WAIT + LATE) + 10 * 20, abs=0.01)


def test_persons_above_and_below_the_band_follow_from_what_the_plan_houses():
    """Of 8 persons the small one should take 2 and the large one 6; it takes 8 and the other none: 6 above, 6 below."""
    built = example(
        [gemeente(ONE, 1000), gemeente("GM0002", 3000)], [home(ONE, 1, 8)], singles(8), band=0.0, band_personen=0
    )

    done = plan(built, 1, spreiding__factor=1.0)

    assert numbers(done, "buiten_band") == [12]
    assert {g.gemeentecode: round(g.buiten_band, 3) for g in done.gemeenten} == {ONE: 6, "GM0002": -6}
    assert {g.gemeentecode: round(g.doel, 3) for g in done.gemeenten} == {ONE: 2, "GM0002": 6}
