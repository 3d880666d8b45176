from functools import cache

import numpy as np
import pytest
from cases import bound_to, example, gemeente, home, household, optimum, plan_of, program_of
from random_cases import SIZES, random_case

from optimizer.clock import Clock
from optimizer.filler import Filler, fill_up, first_plan, in_order_of_permit
from optimizer.generation import generate
from optimizer.neighbourhood import cut_out, improve
from optimizer.parts import prepare
from optimizer.placements import koppelingen
from optimizer.plan import (
    NOWHERE,
    Plan,
    breaches,
    empty_plan,
    fill_segments,
    goal_values,
    objective,
    recount,
)
from optimizer.search import _keep, search_whole

A, B = "GM0001", "GM0002"
ONE_HOME = ("1_alleen_nee", "sociale_huur_1", A)
every_size = pytest.mark.parametrize("size", SIZES)


@cache
def searched(size):
    """Solve step by step, once: program, first plan, plan after the search, regret, and the value after each round."""
    program, values = program_of(random_case(*size)), []
    relaxation = generate(program, 1e-4, Clock(60))
    search, start = prepare(program, relaxation), first_plan(program, relaxation)
    plan, _ = search_whole(search, start, 0.0, Clock(60), 1, lambda value, _: values.append(value))
    return program, start, plan, search.regret, values


def two_singles(**rest):
    return example([gemeente(A), gemeente(B)], [home(A, 1)], [household("H1"), household("H2")], **rest)


def test_nobody_placed_costs_what_waiting_weighs():
    """Two singles of 14 weeks weigh 1 each, 60 punten a person."""
    program = program_of(two_singles())

    assert objective(program, empty_plan(program)) == 120


def test_a_plan_is_worth_its_goals_at_their_rates():
    """H1 goes 40 km: 60 for H2 who stays, 0.1 x 40 for the distance, 6 x 0.5 for work."""
    program = program_of(two_singles(km={A: 40}, parameters={"volgorde.per_huishouden": 0.0}))
    plan = plan_of(program, {"H1": A}, {ONE_HOME: 1})

    assert breaches(program, plan) == []
    assert objective(program, plan) == pytest.approx(60 + 4 + 3)
    assert {name: value for name, value in goal_values(program, plan).items() if value and name != "volgorde"} == {
        "uitstroom": 1,
        "participatie": 0.5,
        "nabijheid": 40,
    }


def test_a_second_household_in_the_last_home_is_a_breach():
    program = program_of(two_singles())

    assert breaches(program, plan_of(program, {"H1": A, "H2": A}, {ONE_HOME: 2})) == [f"home_stock_{A}_sociale_huur_1"]


def test_a_household_without_an_opened_home_is_a_breach():
    program = program_of(two_singles())

    assert breaches(program, plan_of(program, {"H1": A}, {})) == [f"link_{A}_1_alleen_nee"]


def test_a_home_opened_for_nobody_is_a_breach():
    program = program_of(two_singles())

    assert breaches(program, plan_of(program, {}, {ONE_HOME: 1})) == [f"link_{A}_1_alleen_nee"]


def test_an_adult_too_many_is_a_breach():
    homes, seats = [home(A, 1, 2)], {(A, "B1"): 1}
    program = program_of(example([gemeente(A)], homes, [household("H1"), household("H2")], seats=seats))

    assert breaches(program, plan_of(program, {"H1": A, "H2": A}, {ONE_HOME: 2})) == [f"course_seats_{A}_B1"]


def test_a_child_too_many_is_a_breach_and_so_is_the_cell_of_that_household():
    people, places = [household("H1", adults=1, po=2)], {(A, "po"): 1, (B, "po"): 9}
    program = program_of(example([gemeente(A), gemeente(B)], [home(A, 3), home(B, 3)], people, places=places))
    plan = plan_of(program, {"H1": A}, {("3_gezin_nee", "sociale_huur_3", A): 1})

    assert breaches(program, plan) == [f"school_places_{A}_po", "H1"]


def test_a_person_above_the_most_is_a_breach_and_one_outside_the_band_is_not():
    people, band = [household("H1"), household("H2")], {"band_personen": 0, "band": 0.0}
    where, homes = {"H1": A, "H2": A}, {ONE_HOME: 2}
    hard, soft = (
        program_of(example([gemeente(A, most=most)], [home(A, 1, 2)], people, opgave_personen=1, **band))
        for most in (1, None)
    )

    assert breaches(hard, plan_of(hard, where, homes)) == [f"share_{A}"]
    assert breaches(soft, plan_of(soft, where, homes)) == []
    assert goal_values(soft, plan_of(soft, where, homes))["spreiding"] == 1


def test_a_household_outside_its_ground_is_a_breach():
    program = program_of(two_singles(bindingen=[bound_to("H1", B)]))

    assert breaches(program, plan_of(program, {"H1": A}, {ONE_HOME: 1})) == ["H1"]


def test_the_cheap_persons_outside_the_band_come_first():
    """Target 10, band 10: 15 % is 1.5, so two cheap persons below at 1 and the other eight at the factor of 3."""
    built = example([gemeente(A)], [], [household("H1")], opgave_personen=10, band=0.0, band_personen=0)
    program = program_of(built)
    taken, left = fill_segments(program, empty_plan(program).activity)

    below = {s.name: float(t[0]) for s, t in zip(program.segments, taken, strict=True) if s.goal == "spreiding"}

    assert (below["spreiding_below0"], below["spreiding_below1"]) == (2, 8)
    assert goal_values(program, empty_plan(program))["spreiding"] == 2 + 8 * 3
    assert not left.any()


@every_size
def test_the_running_sums_are_those_of_a_recount(size):
    program, start, plan, regret, _ = searched(size)

    for now in (start, plan, fill_up(program, plan, regret), in_order_of_permit(program)):
        assert now.activity == pytest.approx(recount(program, now).activity, abs=1e-9)
        assert breaches(program, now) == []


@every_size
def test_the_search_never_makes_a_plan_worse(size):
    program, start, plan, _, values = searched(size)

    assert values
    assert values == sorted(values, reverse=True)
    assert objective(program, plan) <= objective(program, start)
    assert objective(program, plan) == pytest.approx(values[-1])


def test_of_two_parts_that_want_the_last_home_the_first_gets_it():
    program = program_of(two_singles())
    plan, everywhere = empty_plan(program), np.arange(2)
    parts = [cut_out(program, plan, everywhere, np.array([h]), np.ones((1, 2), bool)) for h in (0, 1)]
    answers = [(part, improve(part, nodes=10, gap=1.0, seconds=60)) for part in parts]

    kept = _keep(program, plan, iter(answers))

    assert all(columns is not None for _, columns in answers)
    assert kept.plek.tolist() == [0, NOWHERE]
    assert breaches(program, kept) == []


def test_two_parts_of_a_round_that_open_homes_at_one_plek_keep_each_others_homes():
    """A pair and a family of three, each in a part of its own with all homes of A: both answers are put in whole."""
    people = [household("H1", adults=2), household("H2", adults=2, po=1)]
    program = program_of(example([gemeente(A)], [home(A, 2), home(A, 3)], people))
    plan, everywhere = empty_plan(program), np.arange(1)
    parts = [cut_out(program, plan, everywhere, np.array([h]), np.ones((1, 1), bool)) for h in (0, 1)]

    kept = _keep(program, plan, iter([(part, improve(part, 100, 0.5, 60.0)) for part in parts]))

    assert kept.plek.tolist() == [0, 0]
    assert kept.homes.sum() == 2
    assert kept.activity.tolist() == recount(program, kept).activity.tolist()
    assert [k.slaapt for k in koppelingen(program, kept)] == [2, 3]


def test_a_household_that_two_parts_place_is_placed_once():
    """H1 waits and joins two parts of one round; the second answer finds it placed and is refused."""
    program = program_of(example([gemeente(A), gemeente(B)], [home(A, 1), home(B, 1)], [household("H1")]))
    plan = empty_plan(program)
    parts = [cut_out(program, plan, np.array([p]), np.array([0]), np.ones((1, 1), bool)) for p in (0, 1)]

    kept = _keep(program, plan, iter([(part, improve(part, 100, 0.5, 60.0)) for part in parts]))

    assert kept.plek.tolist() == [0]
    assert kept.homes.sum() == 1
    assert breaches(program, kept) == []


def test_an_answer_that_makes_the_plan_worse_is_not_kept():
    """The answer was to leave H1 in reception; by then the plan has a home for H1."""
    program = program_of(two_singles())
    plan = plan_of(program, {"H1": A}, {ONE_HOME: 1})
    part = cut_out(program, plan, np.arange(2), np.array([0]), np.ones((1, 2), bool))

    assert _keep(program, plan, iter([(part, np.zeros_like(part.start))])) is plan


@every_size
def test_a_plan_is_worth_at_least_the_whole_optimum(size):
    program, _, plan, _, _ = searched(size)

    assert objective(program, plan) >= optimum(program)[0] * (1 - 1e-6)


@every_size
def test_filling_up_leaves_nobody_who_could_be_placed_at_a_gain(size):
    program, _, _, regret, _ = searched(size)

    plan = fill_up(program, empty_plan(program), regret)

    value, filler = objective(program, plan), Filler(program)
    for household_ in np.flatnonzero(plan.plek == NOWHERE):
        for plek in range(program.quarter.plekken.count):
            trial = plan.copy()
            assert not filler.place(trial, int(household_), plek) or objective(program, trial) >= value


@every_size
def test_a_place_without_an_obstacle_is_one_where_a_household_can_be_placed(size):
    program, _, plan, _, _ = searched(size)
    filler = Filler(program)

    for household_ in np.flatnonzero(plan.plek == NOWHERE):
        free = [filler.place(plan.copy(), int(household_), plek) for plek in range(program.quarter.plekken.count)]
        assert (filler.obstacles(plan, int(household_)) == "free").tolist() == free


def test_placing_takes_the_home_with_the_fewest_empty_sleeping_places():
    program = program_of(example([gemeente(A)], [home(A, 1), home(A, 2)], [household("H1"), household("H2")]))
    plan, filler = empty_plan(program), Filler(program)

    placed = [filler.place(plan, h, 0) for h in (0, 1)]

    assert placed == [True, True]
    assert goal_values(program, plan)["nabijheid"] == 10


def test_placing_again_where_no_home_is_left_changes_nothing():
    program = program_of(two_singles())
    plan, filler = empty_plan(program), Filler(program)
    filler.place(plan, 0, 0)
    before = Plan(plan.plek.copy(), plan.homes.copy(), plan.activity.copy())

    assert not filler.place(plan, 1, 0)
    assert np.array_equal(plan.plek, before.plek)
    assert np.array_equal(plan.activity, before.activity)


def test_greedy_gives_the_nearest_home_to_who_waits_longest():
    """H1 of 20 weeks is given A at 10 km, so H2 must go to B at 90 km: 100 km, where crossing would cost 60."""
    people = [household("H1", weeks=20, site="noord"), household("H2", weeks=15, site="zuid")]
    km = {("noord", A): 10, ("noord", B): 40, ("zuid", A): 20, ("zuid", B): 90}
    built = example([gemeente(A), gemeente(B)], [home(A, 1), home(B, 1)], people, km=km)
    program = program_of(built)

    plan = in_order_of_permit(program)

    assert [program.quarter.plekken.names[p] for p in plan.plek] == [A, B]
    assert goal_values(program, plan)["nabijheid"] == 10 + 90
