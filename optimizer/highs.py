"""HiGHS only sees arrays, and its word counts only where its own status says optimal."""

from dataclasses import dataclass

import highspy
import numpy as np

from optimizer.model import Floats
from optimizer.program import Arrays


@dataclass(frozen=True, eq=False)
class Solution:
    """Columns and row duals of a solved program, and its value.

    Attributes
    ----------
    optimal : bool
        Whether HiGHS closed the problem; False where a counted limit stopped it with a feasible solution.
    """

    columns: Floats
    duals: Floats
    value: float
    optimal: bool


Options = dict[str, str | float | bool]
"""Names and values of HiGHS options."""


class SolverError(RuntimeError):
    """HiGHS gave no usable answer."""


def hand_over(arrays: Arrays, options: Options) -> "highspy.Highs":
    """Pass a program to a new HiGHS with one thread and no output."""
    solver, lp = highspy.Highs(), highspy.HighsLp()
    for key, value in {"output_flag": False, "threads": 1, "random_seed": 0, **options}.items():
        solver.setOptionValue(key, value)
    lp.num_row_, lp.num_col_ = arrays.matrix.shape
    lower = np.zeros(lp.num_col_) if arrays.column_lower is None else arrays.column_lower
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = arrays.cost, lower, arrays.column_upper
    lp.row_lower_, lp.row_upper_ = arrays.lower, arrays.upper
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_, lp.a_matrix_.index_ = arrays.matrix.indptr, arrays.matrix.indices
    lp.a_matrix_.value_ = arrays.matrix.data
    if arrays.integer is not None:
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        lp.integrality_ = [kinds[int(whole)] for whole in arrays.integer]
    solver.passModel(lp)
    return solver


SIMPLEX: Options = {"solver": "simplex"}
LADDER: tuple[Options, ...] = (
    {"solver": "ipx", "run_crossover": "off"},
    {"solver": "ipx", "run_crossover": "off", "presolve": "off"},
    SIMPLEX,
)
"""Ways to solve a linear program, the fastest first; postsolve without crossover may spoil the duals of small ones."""


def solve_lp(arrays: Arrays, ways: tuple[Options, ...] = LADDER) -> Solution:
    """Solve a linear program by interior point without crossover, or else by the next way that answers.

    Raises
    ------
    SolverError
        No way ends with the status optimal.
    """
    for options in ways:
        solver = hand_over(arrays, options)
        status = solver.run()
        model = solver.getModelStatus()
        if status != highspy.HighsStatus.kError and model == highspy.HighsModelStatus.kOptimal:
            answer = solver.getSolution()
            value = solver.getInfo().objective_function_value
            return Solution(np.array(answer.col_value), np.array(answer.row_dual), value, True)
    raise SolverError(f"HiGHS: {solver.modelStatusToString(solver.getModelStatus())}")


def solve_milp(arrays: Arrays, start: Floats, nodes: int, gap: float, seconds: float) -> Solution | None:
    """Improve a feasible start of a mixed-integer program within a counted number of nodes.

    Parameters
    ----------
    nodes : int
        Most branch-and-bound nodes [nodes]; counted, so that two runs give the same answer.
    gap : float
        Absolute gap at which the search stops [punten].
    seconds : float
        Wall-clock safety net [s].

    Returns
    -------
    Solution or None
        None where HiGHS kept no feasible solution.
    """
    solver = hand_over(arrays, {"mip_max_nodes": nodes, "mip_abs_gap": gap, "mip_rel_gap": 0.0, "time_limit": seconds})
    first = highspy.HighsSolution()
    first.col_value = start.tolist()
    solver.setSolution(first)
    solver.run()
    info = solver.getInfo()
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return None
    optimal = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return Solution(np.array(solver.getSolution().col_value), np.zeros(0), info.objective_function_value, optimal)
