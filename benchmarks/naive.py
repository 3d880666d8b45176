"""Time one binary per household, gemeente and home type in PuLP against the two layers, on one small quarter.

Run ``python benchmarks/naive.py --seeds 1 2 3 [--households 500] [--gemeenten 25] [--gap 1e-4] [--seconds 120]``. The
three solve the same rules and goals to the same relative gap; "PuLP" stands for the solver named, with its own bound.
The two layers are one mixed-integer program of arrays, given to HiGHS with the relaxation's plan as start. CPU seconds
count children too, because CBC is a program of its own.
"""

import argparse
import os
import tempfile
from pathlib import Path

import numpy as np
import pulp
import scipy.sparse as sp

from geodata.distances import distances, main_places
from inputs.example.generate import write_example
from inputs.read import read_case
from optimizer.highs import hand_over
from optimizer.model import Floats
from optimizer.program import Arrays, Cells, Program, read_program
from optimizer.quarter import read_quarter


def cpu() -> float:
    """Give the CPU time of this process and its ended children [s]."""
    return sum(os.times()[:4])


def quarter_of(seed: int, households: int, gemeenten: int) -> Program:
    """Write, read and lay out one synthetic quarter."""
    with tempfile.TemporaryDirectory() as place:
        write_example(Path(place) / "case", main_places(), households=households, seed=seed, gemeenten=gemeenten)
        case, _ = read_case(Path(place) / "case")
    return read_program(
        read_quarter(case, distances(case.opvanglocaties, tuple(g.gemeentecode for g in case.gemeenten)))
    )


def binaries(program: Program) -> tuple[sp.csr_array, Floats, Floats, int]:
    """Make one column per household, plek and home type, then the segments: coefficients, cost, most, and how many.

    A binary carries what its x cell and its y cell carry together, so the *link* rows cancel.
    """
    cells, homes, fixed = program.all_cells(), len(program.y), program.fixed
    groups = np.where(
        (program.quarter.people.group[cells.who][:, None] == program.quarter.homes.offer_group[program.y.who])
        & (cells.plek[:, None] == program.y.plek),
        1,
        0,
    )
    x, y = np.nonzero(groups)
    columns = program.matrix("x", cells)[:, x] + fixed.matrix[:, y]
    cost = np.concatenate([program.weighted("x", cells)[x] + fixed.cost[y], fixed.cost[homes:]])
    most = np.concatenate([np.ones(len(x)), fixed.column_upper[homes:]])
    return sp.csr_array(sp.hstack([columns, fixed.matrix[:, homes:]])), cost, most, len(x)


def naive(program: Program) -> pulp.LpProblem:
    """Write the binaries in PuLP."""
    matrix, cost, most, whole = binaries(program)
    out = pulp.LpProblem("naive", pulp.LpMinimize)
    variables = [
        out.add_variable(f"c_{k}", 0, float(high), "Binary" if k < whole else "Continuous")
        for k, high in enumerate(most)
    ]
    out += pulp.LpAffineExpression(list(zip(variables, cost.tolist(), strict=True)))
    for row, (low, high) in enumerate(zip(program.lower, program.upper, strict=True)):
        span = slice(matrix.indptr[row], matrix.indptr[row + 1])
        chosen = [variables[k] for k in matrix.indices[span]]
        total = pulp.LpAffineExpression(list(zip(chosen, matrix.data[span].tolist(), strict=True)))
        if chosen and np.isfinite(low):
            out += total >= float(low), f"low_{row}"
        if chosen and np.isfinite(high):
            out += total <= float(high), f"high_{row}"
    return out


def layers(program: Program, gap: float, seconds: float) -> tuple[float, bool]:
    """Solve the two layers as one mixed-integer program: value, and whether HiGHS closed the gap [punten]."""
    cells: Cells = program.all_cells()
    whole = np.arange(len(cells) + program.fixed.matrix.shape[1]) < len(cells) + len(program.y)
    lp = program.lp(cells)
    arrays = Arrays(lp.matrix, lp.cost, lp.lower, lp.upper, lp.column_upper, whole)
    solver = hand_over(arrays, {"mip_rel_gap": gap, "time_limit": seconds})
    solver.run()
    return solver.getInfo().objective_function_value, "Optimal" in solver.modelStatusToString(solver.getModelStatus())


def compare(seed: int, households: int, gemeenten: int, gap: float, seconds: float) -> None:
    """Print value, whether solved to the gap, and CPU time of each way [s]."""
    program = quarter_of(seed, households, gemeenten)
    begin = cpu()
    value, closed = layers(program, gap, seconds)
    ours = cpu() - begin
    print(
        f"seed {seed} {households} x {gemeenten}: two layers {value:.2f} closed {closed} {ours:.1f} CPU s", flush=True
    )
    ways = {
        "PuLP + HiGHS": pulp.HiGHS(msg=False, gapRel=gap, timeLimit=seconds, threads=1),
        "PuLP + CBC": pulp.PULP_CBC_CMD(msg=False, gapRel=gap, timeLimit=seconds, threads=1),
    }
    for name, solver in ways.items():
        begin = cpu()
        problem = naive(program)
        problem.solve(solver)
        took = cpu() - begin
        closed = problem.sol_status == pulp.LpSolutionOptimal
        value = pulp.value(problem.objective)
        print(f"  {name} ({len(problem.variables())} columns): {value:.2f} closed {closed} {took:.1f} CPU s,", end=" ")
        print(f"{took / ours:.1f} x the two layers{'' if closed else ' and not done'}", flush=True)


def main() -> None:
    """Read the options and compare seed after seed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    options.add_argument("--households", type=int, default=500)
    options.add_argument("--gemeenten", type=int, default=25)
    options.add_argument("--gap", type=float, default=1e-4)
    options.add_argument("--seconds", type=float, default=120.0)
    chosen = options.parse_args()
    for seed in chosen.seeds:
        compare(seed, chosen.households, chosen.gemeenten, chosen.gap, chosen.seconds)


if __name__ == "__main__":
    main()
