"""Goals in order: hand-solved cases, ceilings, and the bounds of levels against an independent model."""

from dataclasses import replace

import numpy as np
import pulp
import pytest
from cases import Example, example, gemeente, home, homes_of, household, program_of, solved, worth
from random_cases import SIZES, random_case

from geodata.distances import distances, main_places
from inputs.example.generate import write_example
from inputs.goal_order import rates
from inputs.parameters import default_parameters
from inputs.read import read_case
from optimizer import in_order, readable
from optimizer.clock import Clock
from optimizer.generation import generate
from optimizer.goals import GOALS
from optimizer.highs import solve_lp
from optimizer.in_order import find_weights, levels_of
from optimizer.keeps import goal_columns, kept_lp, price_kept
from optimizer.model import Keep
from optimizer.plan import breaches, empty_plan, goal_values, objective
from optimizer.pricing import price

A, B = "GM0001", "GM0002"


def ordered(built, *goals, tolerance=0.0, spare=0.0):
    """Give the case with its goals in order."""
    count = len(goals)
    order = {"volgorde": goals, "tolerantie": (tolerance,) * count, "tolerantie_vast": (spare,) * count}
    scenario = replace(built.case.scenario, doelen="op_volgorde", **order)
    return built._replace(case=replace(built.case, scenario=scenario))


def far_but_working():
    """Build a builder 100 km from the only work: score 2/3 in B, 0 in A where the reception is.

    All places for building are in the region of B, which has half the inhabitants: q = 2 there, and 2 / (1 + 2) = 2/3.
    So A misses 1 of score at 0 km and B misses 1/3 at 100 km; staying costs a person.
    """
    return example(
        [gemeente(A, regio="R1"), gemeente(B, regio="R2")],
        [home(A, 1), home(B, 1)],
        [household("H1")],
        adults={"H1": [("B1", "bouw")]},
        work={("R1", "bouw"): 0, ("R2", "bouw"): 10},
        km={A: 0, B: 100},
    )


@pytest.mark.parametrize(("second", "place"), [("participatie", B), ("nabijheid", A)])
def test_after_uitstroom_the_second_goal_decides_where(second, place):
    answer = solved(ordered(far_but_working(), "uitstroom", second))

    assert homes_of(answer) == {"H1": place}
    assert answer.as_asked


def test_a_goal_that_placing_costs_put_first_leaves_everyone():
    """Nobody placed misses no work: with participatie first the single stays, whatever the exchange rates say."""
    answer = solved(ordered(far_but_working(), "participatie", "uitstroom"))

    assert homes_of(answer) == {}
    assert worth(answer, "uitstroom") == 1


def two_with_a_choice():
    """Ten singles and 10 homes at 0 km in A; B, at 1 km, must take exactly 4 persons."""
    people = [household(f"H{n}") for n in range(10)]
    return example(
        [gemeente(A), gemeente(B, least=4, most=4)],
        [home(A, 1, 10), home(B, 1, 10)],
        people,
        km={A: 0, B: 1},
        parameters={"spreiding.ver_vanaf": 10.0},
        opgave_personen=10,
    )


def test_with_tolerance_0_spreiding_is_met_and_costs_kilometres():
    """Target 5 each with a band of 2: A takes 3 to 7, B exactly 4 by its own least and most; 4 persons go 1 km."""
    answer = solved(ordered(two_with_a_choice(), "uitstroom", "spreiding", "nabijheid"))

    assert (worth(answer, "spreiding"), worth(answer, "nabijheid")) == (0, 4)
    assert sorted(homes_of(answer).values()) == [A] * 6 + [B] * 4
    assert [n.gehaald for n in answer.rangorde.niveaus[:3]] == [True, True, True]


def test_a_fixed_tolerance_buys_kilometres_where_the_optimum_is_0():
    """One person may be out of band: 3 in B is 1 short of its 4, and 3 km instead of 4; A with 7 stays in its band."""
    built = ordered(two_with_a_choice(), "uitstroom", "spreiding", "nabijheid")
    scenario = replace(built.case.scenario, tolerantie_vast=(0.0, 1.0, 0.0))

    answer = solved(built._replace(case=replace(built.case, scenario=scenario)))

    assert (worth(answer, "spreiding"), worth(answer, "nabijheid")) == (1, 3)


def test_a_tolerance_of_a_tenth_lets_one_of_ten_weighted_persons_wait():
    """Eleven singles and 10 homes, so 1 waits; a tenth of 1 is less than a whole person, so still 1 waits.

    With 10 who must wait of 20, a tenth is one more: 11 wait, when each placement costs 1 km and nothing is gained.
    """
    few = ordered(singles(11, homes=10), "uitstroom", "nabijheid", tolerance=0.1)
    many = ordered(singles(20, homes=10), "uitstroom", "nabijheid", tolerance=0.1)

    assert worth(solved(few), "uitstroom") == 1
    assert worth(solved(many), "uitstroom") == 11
    assert worth(solved(many), "nabijheid") == 9
    assert worth(solved(ordered(singles(20, homes=10), "uitstroom", "nabijheid")), "uitstroom") == 10


def singles(count, homes):
    people = [household(f"H{n:02d}") for n in range(count)]
    return example([gemeente(A)], [home(A, 1, homes)], people, km={A: 1})


def test_goals_left_out_come_last_together_at_their_rates():
    levels = levels_of(program_of(ordered(far_but_working(), "nabijheid", "uitstroom")))

    assert [level.goals for level in levels[:2]] == [("nabijheid",), ("uitstroom",)]
    assert set(levels[2].goals) == {goal.name for goal in GOALS} - {"nabijheid", "uitstroom"}


def test_goals_left_out_with_a_rate_of_0_make_no_level():
    built = far_but_working()
    nothing = {goal.rate: replace(built.case.parameters.waarden[goal.rate], waarde=0.0) for goal in GOALS}
    parameters = replace(built.case.parameters, waarden={**built.case.parameters.waarden, **nothing})
    case = replace(built.case, parameters=parameters)

    assert len(levels_of(program_of(ordered(built._replace(case=case), "uitstroom")))) == 1


def test_every_goal_can_be_named_in_an_order_and_nothing_else():
    """A goal has the name of the group of its exchange rate, whose unit is punten per unit of the goal."""
    assert rates(default_parameters()) == {goal.name: goal.rate for goal in GOALS}


def test_an_unknown_goal_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="no such goal: uitstrom"):
        levels_of(program_of(ordered(far_but_working(), "uitstrom")))


def kept_optimum(program, goal, keeps, *, whole):
    """Solve a level in the PuLP reading: the least of a goal with earlier goals at most at their ceilings."""
    problem = readable.problem(alone(program, goal), whole=whole)
    variables = {str(variable): variable for variable in problem.variables()}
    for keep in keeps:
        columns = readable.read(alone(program, keep.goal)).columns
        total = pulp.lpSum(column.cost * variables[column.name] for column in columns if column.cost)
        problem += total <= keep.ceiling, f"keep_{keep.goal}"
    problem.solve(pulp.HiGHS(msg=False, gapRel=0))
    assert problem.sol_status == pulp.LpSolutionOptimal
    return pulp.value(problem.objective)


def alone(program, goal):
    """Price one goal, in its own unit."""
    return replace(program, rates={name: float(name == goal) for name in program.rates})


@pytest.mark.parametrize("order", [("uitstroom", "spreiding", "participatie"), ("nabijheid", "uitstroom")], ids=str)
@pytest.mark.parametrize("size", SIZES[:2])
def test_each_level_is_the_optimum_of_another_solver_with_the_same_ceilings(size, order):
    program = program_of(ordered(random_case(*size), *order, tolerance=0.05))

    found = find_weights(program, Clock(60))

    for number, level in enumerate(found.levels[: len(order)]):
        relaxation, keeps = found.relaxations[number], found.keeps[:number]
        linear = kept_optimum(program, level.goals[0], keeps, whole=False)
        assert relaxation.value == pytest.approx(linear, rel=1e-4, abs=1e-3)
        assert relaxation.bound <= linear + 1e-6 * max(1, abs(linear))
        assert relaxation.bound == pytest.approx(linear, rel=1e-4, abs=1e-3)


def test_the_bound_of_a_level_holds_for_whole_households():
    program = program_of(ordered(random_case(*SIZES[0]), "uitstroom", "spreiding", tolerance=0.1))
    found = find_weights(program, Clock(60))
    keeps = (Keep("uitstroom", 1.5 * found.keeps[0].ceiling),)
    level = in_order.at_level(program, found.levels[1])

    relaxation = generate(level, 1e-6, Clock(60), found.cells, keeps=keeps)
    whole = kept_optimum(program, "spreiding", keeps, whole=True)

    assert relaxation.bound <= whole + 1e-6


def test_the_bound_of_a_level_holds_under_noisy_duals():
    program = program_of(ordered(random_case(*SIZES[0]), "uitstroom", "spreiding", tolerance=0.1))
    found, random = find_weights(program, Clock(60)), np.random.default_rng(0)
    level, keeps, relaxation = in_order.at_level(program, found.levels[1]), found.keeps[:1], found.relaxations[1]

    noisy = [relaxation.duals + random.normal(0, sd, len(relaxation.duals)) for sd in (1e-3, 0.1, 1, 10)]

    assert max(price_kept(level, duals, keeps).bound for duals in noisy) <= relaxation.value + 1e-6


def test_without_keeps_the_program_and_its_price_are_the_ordinary_ones():
    program = program_of(random_case(*SIZES[0]))
    duals = np.random.default_rng(0).normal(0, 3, program.height)

    assert price_kept(program, duals, ()).bound == price(program, duals).bound
    assert kept_lp(program, program.all_cells(), ()).matrix.shape[0] == program.height


def test_a_ceiling_that_no_whole_plan_keeps_is_named_with_how_far():
    """The linear program cuts households in parts, so that with tolerance 0 whole ones cannot follow."""
    answer = solved(ordered(random_case(*SIZES[0]), "uitstroom", "spreiding", tolerance=0.0), gap=0.02)
    levels = answer.rangorde.niveaus

    assert answer.rangorde.boven_plafond
    for level in levels[:2]:
        assert level.ondergrens <= level.lp_waarde <= level.plafond
        above = answer.rangorde.boven_plafond.get(level.doelen[0], 0.0)
        assert above == pytest.approx(max(worth(answer, level.doelen[0]) - level.plafond, 0.0))
    assert not answer.as_asked


def test_the_value_of_every_level_is_the_recounted_goal_and_the_weights_make_the_objective():
    answer = solved(ordered(random_case(*SIZES[1]), "uitstroom", "spreiding", tolerance=0.2), gap=0.02)

    assert [n.waarde for n in answer.rangorde.niveaus[:2]] == [worth(answer, "uitstroom"), worth(answer, "spreiding")]
    total = sum(n.gewicht * n.waarde for n in answer.rangorde.niveaus)
    assert total == pytest.approx(answer.certificate.objective)


def test_goals_in_order_give_the_same_answer_twice():
    built = ordered(random_case(*SIZES[0]), "uitstroom", "spreiding", tolerance=0.1)

    assert replace(solved(built, gap=0.02), seconds={}) == replace(solved(built, gap=0.02), seconds={})


def test_a_keep_row_charges_what_is_above_the_ceiling():
    """Nobody is placed: two singles wait, which is 1 above a ceiling of 1, at a penalty of 7 per person."""
    program = program_of(singles(2, homes=2))
    plan, held = empty_plan(program), replace(program, keeps=(Keep("uitstroom", 1.0, 7.0),))

    assert goal_values(program, plan)["uitstroom"] == 2
    assert objective(held, plan) == objective(program, plan) + 7
    assert breaches(held, plan) == []


def test_one_sum_at_the_weights_gives_the_goals_of_the_levels_at_500_households(tmp_path):
    """The sum is the last level's value plus weights x ceilings; each goal is at its ceiling within 1e-3.

    Not nearer: along an edge of equal sums a goal may lie anywhere.
    """
    write_example(tmp_path / "case", main_places(), households=500, seed=1, gemeenten=25)
    case, _ = read_case(tmp_path / "case")
    afstanden = distances(case.opvanglocaties, tuple(g.gemeentecode for g in case.gemeenten))
    order = ("uitstroom", "spreiding", "participatie")
    program = program_of(ordered(Example(case, afstanden), *order, tolerance=0.01))

    found = find_weights(program, Clock(60))
    at_weights = replace(program, rates=found.weights)
    summed = generate(at_weights, 1e-6, Clock(60), found.cells)
    columns = solve_lp(at_weights.lp(summed.cells)).columns

    rest = found.weights["nabijheid"] / program.rates["nabijheid"] * found.relaxations[-1].value
    kept = sum(found.weights[keep.goal] * keep.ceiling for keep in found.keeps)
    assert summed.value == pytest.approx(rest + kept, rel=1e-5)
    for keep in found.keeps:
        reached = goal_columns(program, keep.goal, summed.cells) @ columns
        assert reached == pytest.approx(keep.ceiling, rel=1e-3)
