"""Measure the explicit entry: published classes of generalised assignment, and dwellings for a whole country.

Run ``python benchmarks/assign.py [--classes ABCDE] [--jobs 100 200] [--agents 20] [--seeds 1] [--limit 60] [--large]``.
Every line is measured in the run that prints it; the load of the machine is printed with it, because the limit is in
seconds of the wall clock.
"""

import argparse
import os
import time
from importlib.metadata import version

from instances import CLASSES, dwellings, generalised

from optimizer import assign
from optimizer.explicit.entry import Assignment


def show(name: str, result: Assignment, begun: tuple[float, float]) -> None:
    """Print one result with its time [s]."""
    wall, cpu = time.perf_counter() - begun[0], time.process_time() - begun[1]
    load = os.getloadavg()[0]
    print(
        f"{name:28} {result.status:9} objective {result.objective:<12.8g} bound {result.bound:<12.8g} "
        f"gap {result.gap:.2e}  proof: {result.proof:32} {wall:6.1f} s wall {cpu:6.1f} s cpu  load {load:.1f}",
        flush=True,
    )


def begin() -> tuple[float, float]:
    """Read both clocks [s]."""
    return time.perf_counter(), time.process_time()


def main() -> None:
    """Read the options and measure instance after instance."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--classes", default=CLASSES)
    options.add_argument("--jobs", type=int, nargs="+", default=[100, 200])
    options.add_argument("--agents", type=int, default=20)
    options.add_argument("--seeds", type=int, nargs="+", default=[1])
    options.add_argument("--limit", type=float, default=60.0)
    options.add_argument("--large", action="store_true", help="4,500 households x 342 municipalities within 0.1 %%")
    options.add_argument("--large-limit", type=float, default=600.0)
    chosen = options.parse_args()
    print({name: version(name) for name in ("highspy", "numpy", "scipy", "pandas")}, f"{os.cpu_count()} cores")
    for kind in chosen.classes:
        for jobs in chosen.jobs:
            for seed in chosen.seeds:
                people, room, cost, load = generalised(kind, jobs, chosen.agents, seed)
                begun = begin()
                result = assign(people, room, cost, weight=load, sense="min", require_all=True, time_limit=chosen.limit)
                show(f"class {kind} {jobs} x {chosen.agents} seed {seed}", result, begun)
    if chosen.large:
        people, room, score, _ = dwellings(4500, 342, chosen.seeds[0])
        begun = begin()
        result = assign(people, room, score, gap=1e-3, time_limit=chosen.large_limit)
        show("dwellings 4500 x 342", result, begun)


if __name__ == "__main__":
    main()
