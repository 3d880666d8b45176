"""Measure national quarters of fresh seeds: time and memory per phase, columns, and the proved gap as it falls.

Run ``python benchmarks/national.py --seeds 1 2 3 [--households 7000] [--gemeenten 342] [--gap 0.005]``; one seed at a
time, because times on a busy machine mean little. Every line is measured in the run that prints it.
"""

import argparse
import os
import resource
import tempfile
import time
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from geodata.distances import distances, main_places
from inputs.example.generate import write_example
from inputs.read import read_case
from optimizer.allocate import allocate


def measure(seed: int, households: int, gemeenten: int, gap: float) -> None:
    """Allocate one synthetic quarter and print what it took [s, MB]."""
    with tempfile.TemporaryDirectory() as place:
        write_example(Path(place) / "case", main_places(), households=households, seed=seed, gemeenten=gemeenten)
        case, _ = read_case(Path(place) / "case")
    afstanden = distances(case.opvanglocaties, tuple(g.gemeentecode for g in case.gemeenten))
    wall, cpu = time.perf_counter(), time.process_time()

    def progress(key: str, **numbers: float) -> None:
        at = f"{time.perf_counter() - wall:6.1f} s wall {time.process_time() - cpu:6.1f} s cpu"
        print(f"  {at}  {key}", {name: round(number, 4) for name, number in numbers.items()}, flush=True)

    persons = sum(h.personen for h in case.huishoudens)
    print(f"seed {seed}: {households} households, {persons} persons, {gemeenten} gemeenten, gap asked {gap}")
    print(f"  load before {os.getloadavg()[0]:.1f}", flush=True)
    result = allocate(case, afstanden, gap=gap, progress=progress)
    proof, memory = result.certificate, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    progress("proved", gap=proof.gap, objective=proof.objective, lp=proof.lp_value, bound=proof.bound)
    print(f"  status {proof.sol_status}, goals", {d.naam: round(d.waarde, 3) for d in result.doelen})
    plan = sha256(repr((result.koppelingen, result.ongeplaatst)).encode()).hexdigest()[:16]
    print(f"  persons at most {proof.personen_hoogstens}, plan {plan}, load after {os.getloadavg()[0]:.1f}")
    print(f"  phases {result.seconds}, peak {memory:.0f} MB so far, columns {dict(proof.columns)}, {result.tellingen}")


def main() -> None:
    """Read the options and measure seed after seed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    options.add_argument("--households", type=int, default=7000)
    options.add_argument("--gemeenten", type=int, default=342)
    options.add_argument("--gap", type=float, default=0.005)
    chosen = options.parse_args()
    print({name: version(name) for name in ("highspy", "numpy", "scipy")})
    for seed in chosen.seeds:
        measure(seed, chosen.households, chosen.gemeenten, chosen.gap)


if __name__ == "__main__":
    main()
