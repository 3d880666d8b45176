import numpy as np
import pytest
from cases import example, gemeente, home, household, optimum, program_of
from random_cases import SIZES, random_case

from optimizer import generation
from optimizer import program as program_module
from optimizer.clock import Clock
from optimizer.coarse import all_costs, coarse_duals, own_rules
from optimizer.generation import generate, rivals, seed_cells
from optimizer.highs import SIMPLEX, solve_lp
from optimizer.model import NONE, Bounds, Rule
from optimizer.pricing import BLOCK, clip, price, reduced_costs
from optimizer.rules import RULES

every_size = pytest.mark.parametrize("size", SIZES)


def solved_lp(program):
    """Value and duals over all cells, by simplex."""
    solution = solve_lp(program.lp(program.all_cells()), ways=(SIMPLEX,))
    return solution.value, solution.duals


@every_size
def test_generation_from_few_cells_reaches_the_optimum_over_all(size):
    program = program_of(random_case(*size))

    got = generate(program, 1e-7, Clock(60), cells=seed_cells(program, per_household=2, spare=1))

    assert got.value == pytest.approx(solved_lp(program)[0], rel=1e-6)
    assert got.bound == pytest.approx(got.value, rel=1e-6)
    assert len(got.cells) < len(program.all_cells())


def test_two_equal_singles_and_one_home_are_solved_though_the_solver_ends_unknown():
    """Presolve leaves nothing here and HiGHS' duals are wrong; 60 for who stays, 3 for the work of the other."""
    program = program_of(example([gemeente("GM0001")], [home("GM0001", 1)], [household("H1"), household("H2")]))

    got = generate(program, 1e-7, Clock(60))

    assert got.value == pytest.approx(60 + 3, abs=0.001)
    assert got.bound == pytest.approx(got.value, abs=0.001)


@pytest.mark.parametrize("seed", range(20))
def test_generation_ends_in_an_optimum_on_any_case(seed):
    program = program_of(random_case(120, 6, seed))

    got = generate(program, 1e-6, Clock(60))

    assert got.bound == pytest.approx(got.value, rel=1e-5)


@every_size
def test_the_priced_grid_is_cost_minus_duals_times_coefficients(size):
    program = program_of(random_case(*size))
    cells, (_, duals) = program.all_cells(), solved_lp(program)
    lp = program.lp(cells)

    by_column = lp.cost[: len(cells)] - lp.matrix[:, : len(cells)].T @ duals

    assert reduced_costs(program, duals, slice(None))[cells.who, cells.plek] == pytest.approx(by_column, abs=1e-8)


@every_size
def test_cells_that_do_not_exist_have_an_infinite_price(size):
    program = program_of(random_case(*size))

    grid = reduced_costs(program, np.zeros(program.height), slice(None))

    assert (np.isinf(grid) == ~program.allowed).all()


@every_size
def test_blocks_of_households_are_priced_as_all_together(size):
    program = program_of(random_case(*size))
    duals = solved_lp(program)[1]

    blocks = [reduced_costs(program, duals, slice(k, k + 7)) for k in range(0, program.quarter.people.count, 7)]

    assert np.array_equal(np.isinf(np.concatenate(blocks)), ~program.allowed)
    finite = program.allowed
    assert np.concatenate(blocks)[finite] == pytest.approx(reduced_costs(program, duals, slice(0, BLOCK))[finite])


@every_size
def test_the_bound_of_exact_duals_is_the_optimum(size):
    program = program_of(random_case(*size))
    value, duals = solved_lp(program)

    assert price(program, duals).bound == pytest.approx(value, rel=1e-9)


@every_size
@pytest.mark.parametrize("sd", [1e-6, 1e-2, 1, 10])
def test_the_bound_holds_under_noisy_duals(size, sd):
    program, random = program_of(random_case(*size)), np.random.default_rng(0)
    value, duals = solved_lp(program)

    bounds = [price(program, duals + random.normal(0, sd, program.height)).bound for _ in range(5)]

    assert max(bounds) <= value + 1e-6
    assert np.isfinite(bounds).all()


@every_size
def test_the_bound_holds_under_random_duals(size):
    program, random = program_of(random_case(*size)), np.random.default_rng(1)
    value = solved_lp(program)[0]

    bounds = [price(program, random.normal(0, sd, program.height)).bound for sd in (0.1, 1, 30, 100)]

    assert max(bounds) <= value + 1e-6
    assert np.isfinite(bounds).all()


@every_size
def test_duals_of_zero_bound_by_zero(size):
    program = program_of(random_case(*size))

    assert price(program, np.zeros(program.height)).bound == 0


def test_a_dual_without_a_bound_behind_it_is_dropped():
    """Course seats have no lower bound, so their dual is never above 0; a share has both, so its dual may be either."""
    program = program_of(random_case(*SIZES[0]))
    up, down = np.ones(program.height), -np.ones(program.height)

    assert (clip(up, program)[program.rows["course_seats"]] == 0).all()
    assert (clip(down, program)[program.rows["course_seats"]] == -1).all()
    assert (clip(up, program)[program.rows["share"]] == 1).all()
    assert (clip(down, program)[program.rows["share"]] == -1).all()


def test_a_rule_with_only_a_least_keeps_duals_above_zero():
    """At least two households in the country: of duals of 1 and -1 only the first can be right."""
    least = Bounds(("NL",), ("",), np.array([2.0]), np.array([NONE]))
    rule = Rule("least", (), "households", "", "", bounds=lambda _: least)
    program = program_of(random_case(*SIZES[0]), (*RULES, rule))
    row = program.rows["least"]

    assert clip(np.ones(program.height), program)[row].tolist() == [1]
    assert clip(-np.ones(program.height), program)[row].tolist() == [0]


@every_size
def test_entering_cells_are_the_cheapest_of_each_household_and_pay(size):
    program = program_of(random_case(*size))
    duals = solved_lp(program)[1] + np.random.default_rng(2).normal(0, 5, program.height)
    grid = reduced_costs(program, clip(duals, program), slice(None))

    entering = price(program, duals, entering=1).entering

    assert (grid[entering.who, entering.plek] == grid.min(axis=1)[entering.who]).all()
    assert set(entering.who) == set(np.flatnonzero(grid.min(axis=1) < -1e-7))


@pytest.mark.parametrize("seed", range(6))
def test_no_whole_plan_needs_a_cell_that_a_household_alone_would_not_fit(seed, monkeypatch):
    built = random_case(60, 4, seed)
    kept = program_of(built)
    monkeypatch.setattr(program_module, "fits_alone", lambda *_: True)
    every = program_of(built)

    assert every.allowed.sum() > kept.allowed.sum()
    assert optimum(every)[0] == pytest.approx(optimum(kept)[0], rel=1e-6)
    assert solved_lp(every)[0] <= solved_lp(kept)[0] + 1e-6


def test_placement_is_the_rule_with_a_row_for_every_household():
    assert own_rules(program_of(random_case(*SIZES[0]))) == ["placement"]


@every_size
def test_a_program_seeded_by_coarse_duals_reaches_the_same_optimum(size, monkeypatch):
    program = program_of(random_case(*size))
    monkeypatch.setattr(generation, "LARGE", 0)

    got = generate(program, 1e-7, Clock(60))

    assert got.value == pytest.approx(solved_lp(program)[0], rel=1e-6)


@every_size
def test_coarse_duals_leave_every_home_at_its_price(size):
    """The homes of a (group, plek) cost at least what the pair's dual says, and one of them just that."""
    program = program_of(random_case(*size))
    homes, count = program.fixed, len(program.y)

    left = homes.cost[:count] - homes.matrix[:, :count].T @ coarse_duals(program, size=4)

    assert left.min() == pytest.approx(0, abs=1e-9)


@every_size
def test_rivals_are_outside_the_program_and_would_enter(size):
    program = program_of(random_case(*size))
    duals, taken = solved_lp(program)[1], np.zeros_like(program.allowed)
    duals[program.rows["placement"]] += 5

    found = rivals(program, duals, taken, few=1)

    assert found.any()
    assert (all_costs(program, clip(duals, program))[found] < 0).all()
    assert not rivals(program, duals, found | program.allowed).any()
