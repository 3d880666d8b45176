"""Seeded instances in the published classes of the generalised assignment problem, and a large one with dwellings.

Classes A to D as in Chu and Beasley (1997), A genetic algorithm for the generalised assignment problem, Computers &
Operations Research 24, 17-23, after Martello and Toth (1990), Knapsack Problems; class E as in Laguna, Kelly,
Gonzalez-Velarde and Glover (1995), Assigning tasks to agents with a multilevel generalized assignment model, European
Journal of Operational Research 82, 176-189. The same recipes, not the published files: numbers differ by seed.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

CLASSES = "ABCDE"


class Tables(NamedTuple):
    """What ``assign`` takes."""

    households: pd.DataFrame
    municipalities: pd.DataFrame
    score: pd.DataFrame
    weight: pd.DataFrame | None


def _drawn(
    kind: str, jobs: int, agents: int, random: np.random.Generator
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Draw cost and resource of every pair [1, household x place]."""
    shape = (jobs, agents)
    if kind in "ABC":
        cost = random.integers(10, 51, shape).astype(float)
        return cost, random.integers(5, 26, shape).astype(float)
    if kind == "D":
        resource = random.integers(1, 101, shape).astype(float)
        return 111 - resource + random.integers(-10, 11, shape), resource
    resource = np.round(1 - 10 * np.log(1 - random.random(shape)))
    return np.round(1000 / resource - 10 * random.random(shape)), resource


def generalised(kind: str, jobs: int, agents: int, seed: int) -> Tables:
    """Draw an instance of class A, B, C, D or E; minimise the cost with every job placed."""
    cost, resource = _drawn(kind, jobs, agents, np.random.default_rng(seed))
    capacity = np.floor(0.8 * resource.sum(axis=0) / agents)
    if kind in "AB":
        cheapest = cost.argmin(axis=1)
        most = np.bincount(cheapest, resource[np.arange(jobs), cheapest], agents).max()
        capacity = np.full(agents, np.floor((0.6 * jobs / agents * 15 + 0.4 * most) * (0.7 if kind == "B" else 1.0)))
    rows, columns = [f"J{j:04d}" for j in range(jobs)], [f"A{a:03d}" for a in range(agents)]
    return Tables(
        pd.DataFrame({"persons": np.ones(jobs)}, rows),
        pd.DataFrame({"capacity_persons": capacity}, columns),
        pd.DataFrame(cost, rows, columns),
        pd.DataFrame(resource, rows, columns),
    )


def dwellings(households: int, municipalities: int, seed: int) -> Tables:
    """Draw households of one to eight persons, dwellings of four classes, and a cap on persons per municipality.

    A household of up to two persons needs class 1, of three 2, of four or five 3, larger ones 4. There are dwellings
    for 95 % of the households, of a class one too high in one of five; the cap allows 2.2 persons per dwelling.
    Scores in [0, 1] are half the municipality's own, half the pair's.
    """
    random = np.random.default_rng(seed)
    persons = random.choice(np.arange(1, 9), households, p=(0.5, 0.1, 0.1, 0.12, 0.09, 0.05, 0.03, 0.01))
    need = 1 + (persons > 2).astype(int) + (persons > 3) + (persons > 5)
    size = random.dirichlet(np.full(municipalities, 1.5))
    at = random.choice(municipalities, int(0.95 * households), p=size)
    kind = np.minimum(random.choice(need, len(at)) + (random.random(len(at)) < 0.2), 4)
    stock = np.zeros((municipalities, 4))
    np.add.at(stock, (at, kind - 1), 1)
    quality = 0.5 * random.random((households, municipalities)) + 0.5 * random.random((1, municipalities))
    rows, columns = [f"H{h:05d}" for h in range(households)], [f"G{g:03d}" for g in range(municipalities)]
    table = {f"dwellings_class_{k + 1}": stock[:, k] for k in range(4)}
    return Tables(
        pd.DataFrame({"persons": persons, "min_dwelling_class": need}, rows),
        pd.DataFrame({"capacity_persons": np.floor(2.2 * stock.sum(axis=1)), **table}, columns),
        pd.DataFrame(quality, rows, columns),
        None,
    )
