"""The price of a leg and of a choice: solved again without it, and each difference that a reader can count."""

from dataclasses import replace

import pytest
from cases import bound_to, example, gemeente, home, household, lock, only, program_of, solved, worth

from optimizer.clock import Clock
from optimizer.explanation import Wishes
from optimizer.legs import price_of_choice, solve_again

A, B = "GM0001", "GM0002"


def near_or_needed(**more):
    """One single; a home at 10 km in A and at 50 km in B."""
    return example([gemeente(A), gemeente(B)], [home(A, 1), home(B, 1)], [household("H1")], km={A: 10, B: 50}, **more)


def test_for_every_goal_with_a_rate_there_is_a_lawful_plan_without_it():
    """The plan has its home at 10 km; one lawful plan more for each goal that has a rate."""
    answer = solved(near_or_needed(parameters=only("uitstroom", "nabijheid")), wishes=Wishes(prices=0, per_goal=True))
    others = {v.naam: v for v in answer.vergelijkingen}

    assert {name for name in others if name.startswith("zonder_")} == {"zonder_uitstroom", "zonder_nabijheid"}
    assert worth(answer, "nabijheid") == 10
    for name in ("zonder_uitstroom", "zonder_nabijheid"):
        assert others[name].haalbaar


def test_without_the_goal_to_house_people_nobody_is_moved_for_it():
    """Every home costs distance and nobody is to be spread: without uitstroom H1 stays, 1 weighted person waits."""
    answer = solved(near_or_needed(parameters=only("uitstroom", "nabijheid")), wishes=Wishes(prices=0, per_goal=True))
    other = next(v for v in answer.vergelijkingen if v.naam == "zonder_uitstroom")
    values = {d.naam: d.waarde for d in other.doelen}

    assert (worth(answer, "uitstroom"), values["uitstroom"]) == (0, 1)
    assert (worth(answer, "nabijheid"), values["nabijheid"]) == (10, 0)


def test_a_ground_that_sends_a_household_forty_kilometres_further_costs_those():
    built = near_or_needed(bindingen=[bound_to("H1", B)], parameters=only("uitstroom", "nabijheid"))
    program = program_of(built)
    plan, _ = solve_again(program, 1e-6, Clock(60), 1)

    price = price_of_choice(program, plan, replace(built.case, bindingen=()), built.afstanden, Clock(60), 1)

    assert price.doelen["nabijheid"] == pytest.approx(40)
    assert price.punten == pytest.approx(40 * program.rates["nabijheid"])
    assert price.punten <= price.punten_hoogstens + 1e-9
    assert price.gemeenten == (A, B)


def test_a_lock_that_sends_a_household_further_is_priced_and_the_plan_without_it_is_not_lawful():
    built = near_or_needed(vastleggingen=[lock("vast", "H1", B)])

    answer = solved(built, wishes=Wishes(prices=0, per_goal=True))
    other = next(v for v in answer.vergelijkingen if v.naam == "zonder_vastlegging_1")
    values = {d.naam: d.waarde for d in other.doelen}

    assert (worth(answer, "nabijheid"), values["nabijheid"]) == (50, 10)
    assert not other.haalbaar


def test_by_default_no_leg_is_solved_again():
    names = [v.naam for v in solved(near_or_needed(), wishes=Wishes(prices=0)).vergelijkingen]

    assert names == ["taakstelling", "volgorde", "willekeurig"]
