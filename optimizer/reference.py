"""The readable PuLP model as an engine: slow, named and open to read, with the same plan and proof as the fast path.

The solver's word is no proof: the bound is ours, priced over all columns with the duals of the linear program, and a
status counts only where PuLP's ``sol_status`` says optimal. With a time limit PuLP prints "Optimal" as well.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
import pulp

from inputs.case import Afstanden, Case
from optimizer import readable
from optimizer.clock import Clock, Progress, no_progress
from optimizer.decide import Decided, Effort
from optimizer.evidence import evidence
from optimizer.generation import Relaxation
from optimizer.highs import SolverError
from optimizer.model import Floats
from optimizer.outcome import certificate, outcome
from optimizer.plan import Plan, empty_plan, recount
from optimizer.pricing import price
from optimizer.program import Program, read_program
from optimizer.quarter import read_quarter
from optimizer.result import Allocation
from optimizer.uniek import uniek

SolverName = Literal["pulp", "cbc"]
MOST_COLUMNS = 20_000
"""Columns above which the readable model is refused: 500 households x 25 gemeenten have 12,000 to 18,000 [columns]."""
SOLVER_PART = 0.2
"""Part of the asked gap that the solver may leave between its own bound and plan [1]."""


class TooManyColumnsError(ValueError):
    """The readable model would take too long; the fast path does the same.

    Attributes
    ----------
    columns, most : int
        Of this case, and the most that is tried unasked [columns].
    """

    def __init__(self, columns: int, most: int) -> None:
        super().__init__(f"{columns} columns, at most {most}")
        self.columns = columns
        self.most = most


@dataclass(frozen=True, slots=True)
class Reference:
    """Which solver PuLP calls, and whether a large model is tried all the same."""

    solver: SolverName = "pulp"
    force: bool = False


def allocate_readable(
    case: Case,
    afstanden: Afstanden,
    *,
    gap: float | None = None,
    time_limit: float = 900.0,
    progress: Progress = no_progress,
    reference: Reference | None = None,
) -> Allocation:
    """Allocate a quarter at its exchange rates with the readable model; the parameters are those of ``allocate``.

    Raises
    ------
    TooManyColumnsError
        The model is too large and ``force`` is not asked.
    ValueError
        The scenario asks for goals in order, which only the fast path has.
    SolverError
        The solver gave no optimum of the linear program, or no plan.
    """
    if case.scenario.doelen != "wisselkoersen":
        raise ValueError("goals in order are decided by the fast path only")
    clock, asked = Clock(time_limit), case.scenario.gap if gap is None else gap
    with clock.phase("opbouwen"):
        program = read_program(read_quarter(case, afstanden))
    chosen = reference or Reference()
    refuse_large(program, force=chosen.force)
    decided = decide_readable(program, Effort(asked, clock, progress), chosen.solver)
    with clock.phase("uitkomst"):
        answer = outcome(program, decided.plan, decided.proof, clock.seconds)
        duals = decided.relaxation.duals
        only = uniek(program, decided.plan, duals, answer.koppelingen)
        return replace(answer, bewijs=evidence(program, duals), uniek=only)


def refuse_large(program: Program, *, force: bool) -> None:
    """Refuse a model with more columns than the readable path is meant for."""
    columns = int(program.allowed.sum()) + len(program.y)
    if columns > MOST_COLUMNS and not force:
        raise TooManyColumnsError(columns, MOST_COLUMNS)


def decide_readable(program: Program, effort: Effort, solver: SolverName) -> Decided:
    """Solve the linear program for the bound, then whole households for the plan."""
    clock = effort.clock
    with clock.phase("lineair programma"):
        relaxation = relax(program, solver, clock)
    effort.progress("lp_round", round=1, columns=len(relaxation.cells), value=relaxation.value, bound=relaxation.bound)
    with clock.phase("hele huishoudens"):
        plan = whole_plan(program, solver, SOLVER_PART * effort.gap, clock)
    clock.left()  # notes when the solver met the limit
    proof = certificate(program, plan, relaxation, effort.gap, 0, cut=clock.expired)
    return Decided(program, relaxation, plan, proof)


def relax(program: Program, solver: SolverName, clock: Clock) -> Relaxation:
    """Solve the linear program over all cells and price every column with its duals."""
    problem, cells = readable.problem(program), program.all_cells()
    _solve(problem, solver, gap=0.0, seconds=clock.left())
    if problem.sol_status != pulp.LpSolutionOptimal:
        raise SolverError(f"PuLP, {solver}: {pulp.LpSolution[problem.sol_status]}")
    duals, values = row_duals(program, problem), _values(problem)
    columns = readable.read(program).columns[: len(cells)]
    x = np.array([values[column.name] for column in columns])
    return Relaxation(float(pulp.value(problem.objective) or 0.0), price(program, duals).bound, duals, cells, x, 1)


def row_duals(program: Program, problem: Any) -> Floats:
    """Gather the duals of the named rows; a row with two bounds has the sum of both [punten/unit]."""
    number, out = readable.row_numbers(program), np.zeros(program.height)
    for row, constraint in _rows(problem):
        out[number[row]] += float(constraint.pi or 0.0)
    return out


def whole_plan(program: Program, solver: SolverName, gap: float, clock: Clock) -> Plan:
    """Solve for whole households and homes, and read the plan by the names of its columns."""
    problem, cells = readable.problem(program, whole=True), program.all_cells()
    _solve(problem, solver, gap=gap, seconds=clock.left())
    if problem.sol_status not in {pulp.LpSolutionOptimal, pulp.LpSolutionIntegerFeasible}:
        raise SolverError(f"PuLP, {solver}: {pulp.LpSolution[problem.sol_status]}")
    values = _values(problem)
    columns = readable.read(program).columns
    numbers = np.array([values[column.name] for column in columns[: len(cells) + len(program.y)]])
    plan, chosen = empty_plan(program), numbers[: len(cells)] > 0.5
    plan.plek[cells.who[chosen]] = cells.plek[chosen]
    plan.homes[:] = np.round(numbers[len(cells) :])
    return recount(program, plan)


def _solve(problem: Any, solver: SolverName, *, gap: float, seconds: float) -> None:
    """Call a solver with one thread and no output."""
    options = {"msg": False, "gapRel": gap, "timeLimit": max(seconds, 1.0), "threads": 1}
    try:
        _call(problem, solver, options)
    except pulp.PulpSolverError as error:  # the solver is not there, was ended from outside, or broke down
        raise SolverError(f"PuLP, {solver}: {str(error).splitlines()[0][:200]}") from error


def _call(problem: Any, solver: SolverName, options: Mapping[str, Any]) -> None:
    """Call a solver by its name."""
    if solver == "pulp":
        problem.solve(pulp.HiGHS(**options))
        return
    name = next((n for n in ("PULP_CBC_CMD", "COIN_CMD") if n in pulp.listSolvers(onlyAvailable=True)), None)
    if name is None:
        raise SolverError("no CBC beside this PuLP")
    problem.solve(pulp.getSolver(name, **options))


def _values(problem: Any) -> dict[str, float]:
    """Give the value of every column by its name."""
    return {str(variable): float(variable.varValue or 0.0) for variable in problem.variables()}


def _rows(problem: Any) -> Iterable[tuple[str, Any]]:
    """List the rows by name; a method or a dictionary, by the version of PuLP."""
    rows = problem.constraints
    return [(row.name, row) for row in rows()] if callable(rows) else list(rows.items())
