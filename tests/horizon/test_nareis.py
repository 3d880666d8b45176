"""Family comes to singles: whoever waits or lives in a home for one then waits as a family."""

from cases import gemeente, home, household
from planning import example, numbers, plan

ONE = "GM0001"
FAMILY = household("F", 2, 1)
"""A family of three, so that there is a group that a single with two to come can become."""


def built(*homes):
    later = home(ONE, 20, aanbod_id="later", kwartaal="2026K2")
    return example([gemeente(ONE)], [*homes, later], [*(household(f"H{n}") for n in range(10)), FAMILY])


def test_singles_that_wait_become_families_after_the_delay():
    done = plan(built(), 3, nareis__deel_alleenstaanden=0.2, nareis__vertraging=1.0, nareis__personen=2.0)

    assert numbers(done, "wachtend") == [13, 13 + 2 * 2, 17]
    assert numbers(done, "nareis") == [0, 4, 0]


def test_a_single_in_a_home_for_one_waits_again_with_the_whole_family():
    done = plan(built(home(ONE, 1, 10)), 3, nareis__deel_alleenstaanden=0.2, nareis__vertraging=1.0)

    assert numbers(done, "gehuisvest") == [10, 0, 0]
    assert numbers(done, "nareis") == [0, 2 * 3, 0]
    assert numbers(done, "wachtend") == [3, 9, 9]


def test_a_single_in_a_home_for_the_family_does_not():
    done = plan(built(home(ONE, 3, 3), home(ONE, 1, 8)), 3, nareis__deel_alleenstaanden=0.2, nareis__vertraging=1.0)

    assert numbers(done, "gezinsklaar") == [2, 0, 0]
    assert numbers(done, "nareis") == [0, 0, 0]
    assert numbers(done, "wachtend") == [0, 0, 0]


def test_a_longer_delay_brings_the_families_later_and_those_beyond_the_plan_not():
    waits = [
        numbers(plan(built(), 4, nareis__deel_alleenstaanden=0.2, nareis__vertraging=delay), "nareis")
        for delay in (1.0, 2.0, 8.0)
    ]

    assert waits == [[0, 4, 0, 0], [0, 2, 2, 0], [0, 0.5, 0.5, 0.5]]


def test_the_factor_makes_fewer_families_come():
    done = plan(built(), 2, nareis__deel_alleenstaanden=0.2, nareis__vertraging=1.0, nareis__factor=0.5)

    assert numbers(done, "nareis") == [0, 2]
