"""Every gemeente that ended is followed to today, in exact parts and forward in time."""

import csv
from datetime import date
from fractions import Fraction

import pytest

from inputs.facts import by_code
from inputs.herindelingen import Herindeling, begun, ended
from inputs.recode.crosswalk import crosswalk, split
from inputs.recode.shares import today


def end(code, year, *successors):
    """Let a gemeente end on 1 January of a year."""
    return {code: Herindeling(code, code.lower(), date(year, 1, 1), successors, "proef")}


def test_a_merged_gemeente_goes_as_a_whole_to_its_successor():
    assert today().parts("GM0457") == {"GM0363": 1}
    assert today().parts("GM0756") == {"GM1982": 1}


def test_a_gemeente_that_still_exists_is_itself():
    assert today().parts("GM0363") == {"GM0363": 1}
    assert today().today("GM0363") == ("GM0363",)


def test_no_part_of_a_divided_gemeente_is_known_and_none_is_invented():
    divided = {code for code in ended() if today().parts(code) is None}

    assert divided == {"GM0053", "GM0140", "GM0788"}  # Winsum, Littenseradiel, Haaren
    assert today().today("GM0053") == ("GM1966", "GM1969")


def test_a_chain_is_followed_to_today():
    """GMa went into GMb in 2019, and GMb into GM0363 in 2022."""
    walk = crosswalk({**end("GM9001", 2019, "GM9002"), **end("GM9002", 2022, "GM0363")}, {})

    assert walk.parts("GM9001") == walk.parts("GM9002") == {"GM0363": 1}


def test_a_chain_whose_branches_meet_again_needs_no_parts():
    chain = {**end("GM9001", 2019, "GM9002", "GM9003"), **end("GM9002", 2022, "GM0363")}
    walk = crosswalk({**chain, **end("GM9003", 2021, "GM0363")}, {})

    assert walk.parts("GM9001") == {"GM0363": 1}


def test_a_whole_successor_that_was_divided_later_needs_parts_of_its_own():
    """What part of GM9001 lay where is another question than how GM9002 was divided."""
    chain = {**end("GM9001", 2019, "GM9002"), **end("GM9002", 2022, "GM0363", "GM0394")}
    walk = crosswalk(chain, {}, {"GM9002": {"GM0363": Fraction(3, 4), "GM0394": Fraction(1, 4)}})

    assert walk.parts("GM9002") == {"GM0363": Fraction(3, 4), "GM0394": Fraction(1, 4)}
    assert walk.parts("GM9001") is None
    assert walk.today("GM9001") == ("GM0363", "GM0394")


@pytest.mark.parametrize("year", [2019, 2018])
def test_a_circle_or_a_step_back_in_time_is_a_mistake_in_the_list(year):
    chain = {**end("GM9001", 2019, "GM9002"), **end("GM9002", year, "GM9001")}

    with pytest.raises(ValueError, match="GM9002 no later"):
        crosswalk(chain, {})


def test_the_list_of_herindelingen_goes_forward_in_time_and_ends_today():
    walk = today()

    assert all(set(found) <= by_code().keys() for found in walk.successors.values())
    assert all(begun()[code] == date(2022, 1, 1) for code in walk.today("GM0756"))
    assert all(
        begun().get(new, ended()[code].datum) <= ended()[code].datum
        for code, found in walk.successors.items()
        for new in found
    )


def test_gemeenten_of_two_years_never_existed_together():
    walk = today()

    assert walk.together(["GM0363", "GM0457"])
    assert walk.together(["GM0756", "GM0457", "GM1979"])
    assert not walk.together(["GM0756", "GM1982"])
    assert not walk.together(["GM0005", "GM1979", "GM0363"])


def test_before_a_merger_a_gemeente_of_today_was_made_of_those_that_existed_then():
    walk = today()

    assert walk.before("GM0363", date(2022, 3, 23)) == {"GM0363", "GM0457"}
    assert walk.before("GM0363", date(2022, 3, 24)) == {"GM0363"}
    assert walk.before("GM1982", date(2021, 12, 31)) == {"GM0756", "GM0786", "GM0815", "GM1684", "GM1702"}


@pytest.mark.parametrize(
    ("total", "counts"), [(7, (4, 3)), (-7, (-4, -3)), (0, (0, 0)), (1, (1, 0)), (2, (1, 1)), (10, (6, 4))]
)
def test_whole_numbers_are_divided_by_the_largest_remainder(total, counts):
    """0.6 and 0.4 of 7 are 4.2 and 2.8: the missing one goes to the larger rest."""
    assert tuple(split({"GM0855": Fraction(6, 10), "GM0865": Fraction(4, 10)}, total).values()) == counts


def test_equal_rests_go_to_the_lowest_code():
    assert split({"GM0855": Fraction(1, 2), "GM0865": Fraction(1, 2)}, 5) == {"GM0855": 3, "GM0865": 2}


def codes(shared_data, name, column):
    """Give the gemeentecodes of a published table."""
    with (shared_data / "tables" / name).open(encoding="utf-8-sig", newline="") as file:
        return {row[column] for row in csv.DictReader(file)}


@pytest.mark.parametrize(
    ("name", "column", "day"),
    [
        ("kwb_2021_gemeenten_352.csv", "gemeente_code", date(2021, 12, 31)),
        ("pdok_wijkenbuurten_2023_gemeenten.csv", "gemeentecode", date(2023, 1, 1)),
    ],
)
def test_ends_and_begins_give_the_gemeenten_of_a_published_year(shared_data, name, column, day):
    walk = today()
    existed = frozenset().union(*(walk.before(code, day) for code in by_code()))

    assert existed == codes(shared_data, name, column)
    assert len(existed) == {2021: 352, 2023: 342}[day.year]
