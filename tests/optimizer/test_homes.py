import pytest
from cases import example, gemeente, home, homes_of, household, program_of, solved, waiting, worth

A, B = "GM0001", "GM0002"
SINGLE, COUPLE = household("H1"), household("H1", adults=2)
FAMILY = household("H1", adults=1, young=1)


def takes(person, *homes, voorrang="ja"):
    """Say whether the household finds a home in A."""
    return homes_of(solved(example([gemeente(A, voorrang=voorrang)], homes, [person]))) == {"H1": A}


def test_a_family_of_four_does_not_fit_a_home_for_two():
    assert not takes(household("H1", adults=2, po=2), home(A, 2))
    assert takes(household("H1", adults=2, po=2), home(A, 4))


@pytest.mark.parametrize(("sleeps", "fits"), [(1, True), (2, True), (3, True), (4, False)])
def test_a_single_takes_a_home_with_at_most_two_empty_sleeping_places(sleeps, fits):
    assert takes(SINGLE, home(A, sleeps)) == fits


def test_the_number_of_empty_sleeping_places_is_a_parameter():
    built = example([gemeente(A)], [home(A, 4)], [SINGLE], parameters={"woning.lege_slaapplaatsen": 3.0})

    assert homes_of(solved(built)) == {"H1": A}


@pytest.mark.parametrize("form", ["flex", "transformatie", "doorstroom_lokaal", "har", "werkgever"])
def test_new_forms_are_for_one_adult_alone(form):
    assert takes(SINGLE, home(A, 2, woonvorm=form))
    assert not takes(COUPLE, home(A, 2, woonvorm=form))
    assert not takes(FAMILY, home(A, 2, woonvorm=form))


@pytest.mark.parametrize("person", [SINGLE, COUPLE, FAMILY])
def test_particuliere_huur_is_for_all(person):
    assert takes(person, home(A, 2, woonvorm="particulier"))


@pytest.mark.parametrize(("delen", "fits"), [("ja", True), ("nee", False)])
def test_a_hospita_takes_only_who_would_share(delen, fits):
    assert takes(household("H1", delen=delen), home(A, 1, woonvorm="hospita")) == fits


def test_a_room_is_for_a_single_who_would_share():
    rooms = home(A, 3, woonvorm="woningdelen")

    assert takes(household("H1", delen="ja"), rooms)
    assert not takes(household("H1", delen="nee"), rooms)
    assert not takes(household("H1", adults=2, delen="ja"), rooms)


def test_two_homes_of_three_rooms_house_six_singles_who_share():
    people = [household(f"H{n}", delen="ja") for n in range(7)]

    answer = solved(example([gemeente(A)], [home(A, 3, 2, woonvorm="woningdelen")], people))

    assert (len(homes_of(answer)), len(waiting(answer))) == (6, 1)
    assert worth(answer, "nabijheid") == 0  # no sleeping place of a room is empty
    assert {k.slaapt for k in answer.koppelingen} == {3}


def test_a_home_for_six_takes_no_family_of_five():
    assert not takes(household("H1", adults=2, po=3), home(A, 6))
    assert takes(household("H1", adults=2, po=4), home(A, 6))
    assert takes(household("H1", adults=2, po=3), home(A, 5))


def test_expected_family_asks_a_larger_home_only_where_the_scenario_says_so():
    """One here and three to come: a home for four with nareis, a home for one without."""
    homes, people = [home(A, 1), home(A, 4)], [household("H1", nareis_personen=3)]

    sizes = [solved(example([gemeente(A)], homes, people, nareis=on)).koppelingen[0].slaapt for on in ("uit", "aan")]

    assert sizes == [1, 4]


@pytest.mark.parametrize(
    ("voorrang", "open_to"),
    [("ja", ["single", "couple", "family"]), ("alleen_gezinnen", ["family"]), ("nee", [])],
)
def test_voorrang_of_the_owner_opens_social_rent(voorrang, open_to):
    people = {"single": SINGLE, "couple": COUPLE, "family": FAMILY}

    assert [name for name, person in people.items() if takes(person, home(A, 2), voorrang=voorrang)] == open_to


def test_voorrang_does_not_touch_other_forms():
    assert takes(SINGLE, home(A, 1, woonvorm="flex"), voorrang="nee")


def test_social_rent_abroad_follows_the_owner_and_not_the_host():
    abroad = home(A, 1, gastgemeente=B)

    closed = solved(example([gemeente(A, voorrang="nee"), gemeente(B)], [abroad], [SINGLE]))
    opened = solved(example([gemeente(A), gemeente(B, voorrang="nee")], [abroad], [SINGLE]))

    assert waiting(closed) == ["H1"]
    assert homes_of(opened) == {"H1": A}


@pytest.mark.parametrize(
    ("aantal", "leverkans", "aandeel", "whole"),
    [
        (10, 0.7, 1, 7),
        (3, 0.5, 1, 1),
        (1, 0.99, 1, 0),
        (100, 0.29, 1, 29),
        (10, 0.5, 0.5, 2),
        (0, 1, 1, 0),
        (7, 0, 1, 0),
    ],
)
def test_homes_are_rounded_down_to_whole_ones(aantal, leverkans, aandeel, whole):
    """10 x 0.7 is 7 and 100 x 0.29 is 28.999... in floating point; no home is lost to that."""
    assert home(A, 1, aantal, leverkans=leverkans, aandeel_statushouders=aandeel).bruikbaar == whole


def test_two_records_of_half_a_home_make_no_home():
    halves = [home(A, 1, leverkans=0.5, aandeel_statushouders=1.0, aanbod_id=name) for name in ("W1", "W2")]

    assert not takes(SINGLE, *halves)


@pytest.mark.parametrize(
    ("first", "last", "on_offer"),
    [
        ("2026K1", None, True),
        ("2025K4", None, False),
        ("2025K4", "2026K1", True),
        ("2025K3", "2025K4", False),
        ("2026K2", None, False),
        ("2026K1", "2027K4", True),
    ],
)
def test_only_homes_of_the_kwartaal_are_on_offer(first, last, on_offer):
    assert takes(SINGLE, home(A, 1, kwartaal=first, tot_kwartaal=last)) == on_offer


def test_an_owner_with_homes_elsewhere_has_two_plekken_and_the_homes_stay_apart():
    homes = [home(A, 1, 2, woonvorm="flex"), home(A, 1, 3, woonvorm="flex", gastgemeente=B, aanbod_id="abroad")]

    quarter = program_of(example([gemeente(A), gemeente(B)], homes, [SINGLE])).quarter

    assert quarter.plekken.names == (A, f"{A}_{B}", B)
    assert quarter.homes.stock.tolist() == [[2], [3], [0]]
