"""The readable model as an engine: the same linear optimum, a plan within the gap, and a bound of our own."""

import pulp
import pytest
from cases import example, gemeente, home, household, program_of, solved
from random_cases import SIZES, random_case

from inputs.scenario import Scenario
from optimizer import reference
from optimizer.clock import Clock
from optimizer.highs import SIMPLEX, SolverError, solve_lp
from optimizer.plan import breaches, goal_values
from optimizer.reference import Reference, TooManyColumnsError, allocate_readable, relax, whole_plan

SMALL = (*((60, 8, seed) for seed in (1, 2, 3)), SIZES[0])
every_case = pytest.mark.parametrize("size", SMALL, ids=str)
ENGINES = ["pulp", pytest.param("cbc", marks=pytest.mark.filterwarnings("ignore:PULP_CBC_CMD is deprecated"))]


@pytest.mark.parametrize("solver", ENGINES)
@every_case
def test_the_linear_optimum_and_the_bound_from_its_duals_are_those_of_the_arrays(size, solver):
    program = program_of(random_case(*size))
    value = solve_lp(program.lp(program.all_cells()), ways=(SIMPLEX,)).value

    got = relax(program, solver, Clock(60))

    assert got.value == pytest.approx(value, rel=1e-6)
    assert got.bound == pytest.approx(value, rel=1e-6)
    assert got.bound <= value * (1 + 1e-9)


@every_case
def test_the_plan_is_lawful_and_within_the_gap_of_the_fast_path(size):
    built = random_case(*size)

    slow, fast = allocate_readable(*built, gap=0.01), allocate_fast(built)
    low = max(slow.certificate.bound, fast.certificate.bound)

    assert slow.certificate.objective == pytest.approx(sum(d.punten for d in slow.doelen))
    assert low <= min(slow.certificate.objective, fast.certificate.objective) * (1 + 1e-9)
    assert slow.certificate.objective <= fast.certificate.objective * (1 + 0.01)
    assert fast.certificate.objective * (1 - fast.certificate.gap) <= slow.certificate.objective * (1 + 1e-9)
    assert slow.tellingen.huishoudens == fast.tellingen.huishoudens


def allocate_fast(built):
    return solved(built, gap=0.01)


def test_the_plan_of_the_readable_model_breaks_no_rule():
    program = program_of(random_case(*SIZES[0]))

    plan = whole_plan(program, "pulp", 1e-3, Clock(60))

    assert breaches(program, plan) == []
    assert goal_values(program, plan)["uitstroom"] >= 0


def test_one_home_and_two_singles_by_hand():
    """One waits at 60 punten, the other misses half a score at 6: 63."""
    answer = allocate_readable(*example([gemeente("GM0001")], [home("GM0001", 1)], [household("H1"), household("H2")]))

    assert answer.certificate.objective == pytest.approx(63, abs=0.01)
    assert answer.certificate.proven
    assert len(answer.koppelingen) == 1


def test_a_large_model_is_refused_with_both_counts_unless_forced(monkeypatch):
    monkeypatch.setattr(reference, "MOST_COLUMNS", 2)
    built = example([gemeente("GM0001")], [home("GM0001", 1)], [household("H1"), household("H2")])

    with pytest.raises(TooManyColumnsError) as caught:
        allocate_readable(*built)

    assert (caught.value.columns, caught.value.most) == (3, 2)
    assert allocate_readable(*built, reference=Reference(force=True)).certificate.proven


def test_goals_in_order_are_refused():
    built = example([gemeente("GM0001")], [home("GM0001", 1)], [household("H1")], doelen="op_volgorde")

    assert Scenario("2026K1").doelen == "wisselkoersen"
    with pytest.raises(ValueError, match="fast path only"):
        allocate_readable(*built)


def test_the_word_optimal_after_a_time_limit_is_no_proof(monkeypatch):
    """PuLP's status says Optimal when the clock stopped it; only sol_status tells, and then there is no bound."""

    def stopped(problem, *_, **__):
        problem.status, problem.sol_status = pulp.LpStatusOptimal, pulp.LpSolutionIntegerFeasible

    monkeypatch.setattr(reference, "_solve", stopped)

    with pytest.raises(SolverError, match="Solution Found"):
        relax(program_of(random_case(*SIZES[0])), "pulp", Clock(60))


@pytest.mark.national
def test_at_500_households_both_paths_agree():
    """Run by hand: some minutes. The linear optimum to 1e-6, whole households within the stated gaps."""
    built = random_case(500, 25, 1)
    program = program_of(built)

    slow, fast = allocate_readable(*built, gap=0.005, time_limit=300), allocate_fast(built)
    value = solve_lp(program.lp(program.all_cells()), ways=(SIMPLEX,)).value

    assert slow.certificate.lp_value == pytest.approx(value, rel=1e-6)
    assert fast.certificate.bound <= slow.certificate.objective * (1 + 1e-9)
    assert slow.certificate.bound <= fast.certificate.objective * (1 + 1e-9)
