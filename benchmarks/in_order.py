"""Measure goals in order: how many weighted linear programs the weights cost, and what the sum at those weights gives.

Run ``python benchmarks/in_order.py --sizes 200x12 500x25 [--order uitstroom spreiding participatie] [--tolerance 0.01]
[--plan]``; with ``--plan`` also whole households and their ceilings. Seconds are CPU seconds of this process.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

from geodata.distances import distances, main_places
from inputs.case import Afstanden, Case
from inputs.example.generate import write_example
from inputs.read import read_case
from optimizer.allocate import allocate
from optimizer.clock import Clock
from optimizer.decide import LP_PART
from optimizer.generation import generate
from optimizer.highs import solve_lp
from optimizer.in_order import Found, find_weights
from optimizer.keeps import goal_columns
from optimizer.program import Cells, Program, read_program
from optimizer.quarter import read_quarter

GAP = 0.005
"""Gap asked of the weighted solve and of the plan [1]."""
Answer = TypeVar("Answer")


def timed(work: Callable[[], Answer]) -> tuple[Answer, float]:
    """Do some work and give the CPU time that it took [s]."""
    begin = time.process_time()
    return work(), time.process_time() - begin


def make(households: int, gemeenten: int, seed: int) -> tuple[Case, Afstanden]:
    """Make a synthetic quarter."""
    with tempfile.TemporaryDirectory() as place:
        write_example(Path(place) / "case", main_places(), households=households, seed=seed, gemeenten=gemeenten)
        case, _ = read_case(Path(place) / "case")
    return case, distances(case.opvanglocaties, tuple(g.gemeentecode for g in case.gemeenten))


def goals_at(program: Program, cells: Cells, goals: list[str]) -> dict[str, float]:
    """Give goals of the weighted optimum over some cells, from the columns [unit of the goal]."""
    columns = solve_lp(program.lp(cells)).columns
    return {goal: float(goal_columns(program, goal, cells) @ columns) for goal in goals}


def measure(households: int, gemeenten: int, options: argparse.Namespace) -> None:
    """Print what the levels cost against one weighted solve, and what their weights give."""
    case, afstanden = make(households, gemeenten, options.seed)
    program, count = read_program(read_quarter(case, afstanden)), len(options.order)
    _, weighted = timed(lambda: generate(program, LP_PART * GAP, Clock(900)))
    chosen = {"doelen": "op_volgorde", "volgorde": tuple(options.order), "tolerantie_vast": (0.0,) * count}
    case = replace(case, scenario=replace(case.scenario, **chosen, tolerantie=(options.tolerance,) * count))
    program = read_program(read_quarter(case, afstanden))
    found, levels = timed(lambda: find_weights(program, Clock(900)))
    at_weights = replace(program, rates=found.weights)
    final, last = timed(lambda: generate(at_weights, LP_PART * GAP, Clock(900), found.cells))
    print(f"{households} x {gemeenten}, seed {options.seed}, tolerance {options.tolerance}")
    print(
        f"  weighted {weighted:.2f} s, {len(found.levels)} levels {levels:.2f} s = {levels / weighted:.1f} x,", end=""
    )
    print(f" sum at the weights {last:.2f} s, together {(levels + last) / weighted:.1f} x")
    _print_levels(found, goals_at(at_weights, final.cells, options.order))
    if options.plan:
        plan, seconds = timed(lambda: allocate(case, afstanden, gap=GAP))
        assert plan.rangorde is not None
        print(
            f"  plan {seconds:.1f} s, gap {plan.certificate.gap:.5f}, above its ceiling {plan.rangorde.boven_plafond}"
        )
        print(f"  {plan.seconds}")


def _print_levels(found: Found, reached: dict[str, float]) -> None:
    """Print value, bound, ceiling and weight of each level, and what the weighted sum reaches."""
    for level, relaxation in zip(found.levels, found.relaxations, strict=True):
        goal = level.goals[0]
        ceiling = next((k.ceiling for k in found.keeps if k.goal == goal), None)
        value = reached.get(goal)
        print(
            f"  {'+'.join(level.goals)}: value {relaxation.value:.4f}, bound {relaxation.bound:.4f}, ceiling {ceiling},"
            f" weight {found.weights[goal]:.4f}, at the weights {value}, rounds {relaxation.rounds}"
        )


def main() -> None:
    """Read the options and measure size after size."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", nargs="+", default=["200x12", "500x25"])
    options.add_argument("--order", nargs="+", default=["uitstroom", "spreiding", "participatie"])
    options.add_argument("--tolerance", type=float, default=0.01)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--plan", action="store_true")
    chosen = options.parse_args()
    print({name: version(name) for name in ("highspy", "numpy", "scipy")})
    for size in chosen.sizes:
        households, gemeenten = size.split("x")
        measure(int(households), int(gemeenten), chosen)


if __name__ == "__main__":
    main()
