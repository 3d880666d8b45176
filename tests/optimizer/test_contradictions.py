"""Grounds and bounds that cannot hold together are named by the fewest to give up."""

import numpy as np
from cases import bound_to, example, gemeente, home, household, program_of, without

from optimizer.contradictions import Choice, grounds, smallest_to_give_up
from optimizer.rules import RULES

A, B = "GM0001", "GM0002"


def given_up(built, *more, placed=None):
    program = program_of(built, without("bindingen", RULES))
    everyone = np.arange(program.quarter.people.count) if placed is None else np.array(placed)
    return smallest_to_give_up(program, (*grounds(program), *more), everyone)


def two(homes, *names, **rest):
    return example([gemeente(A), gemeente(B)], homes, [household(name) for name in names], **rest)


def test_grounds_that_hold_together_are_kept():
    assert given_up(two([home(A, 1), home(B, 1)], "H1", "H2", bindingen=[bound_to("H1", A)])) == ()


def test_of_two_grounds_that_name_different_gemeenten_one_goes():
    built = two([home(A, 1), home(B, 1)], "H1", bindingen=[bound_to("H1", A), bound_to("H1", B)])

    assert len(given_up(built)) == 1


def test_of_three_households_bound_to_one_home_two_grounds_go():
    """A has one home and B two; all three are bound to A, and all must be placed."""
    built = two(
        [home(A, 1), home(B, 1, count=2)], "H1", "H2", "H3", bindingen=[bound_to(f"H{n}", A) for n in (1, 2, 3)]
    )

    assert len(given_up(built)) == 2


def test_the_only_ground_in_the_way_is_named():
    built = two([home(A, 1), home(B, 1)], "H1", "H2", bindingen=[bound_to("H1", A), bound_to("H2", A, None)])
    names = given_up(built, placed=[0, 1])

    assert len(names) == 1
    assert names[0].startswith(("H1: werk", "H2: werk"))


def test_where_there_are_too_few_homes_giving_up_grounds_does_not_help():
    assert given_up(two([home(A, 1)], "H1", "H2", bindingen=[bound_to("H1", A)])) is None


def test_a_least_number_that_homes_cannot_meet_is_given_up():
    """A must take two persons and has one home for one; H1 itself can be placed."""
    built = two([home(A, 1)], "H1")
    row = program_of(built, without("bindingen", RULES)).rows["share"].start

    assert given_up(built, Choice("A minstens 2", least={row: 2.0})) == ("A minstens 2",)
    assert given_up(built, Choice("A minstens 1", least={row: 1.0})) == ()


def test_a_most_that_leaves_no_room_is_given_up():
    built = two([home(A, 1)], "H1")
    row = program_of(built, without("bindingen", RULES)).rows["share"].start

    assert given_up(built, Choice("A hoogstens 0", most={row: 0.0})) == ("A hoogstens 0",)
