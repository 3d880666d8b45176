"""How long households have waited, by person: those that stay and those that get a home, by size and for families."""

from collections.abc import Mapping
from math import fsum

import numpy as np

from optimizer.model import Bools, Floats
from optimizer.people import People
from optimizer.result_kpis import Groep, Wachttijd

SIZES: Mapping[str, tuple[int, int]] = {"1": (1, 1), "2": (2, 2), "3_5": (3, 5), "6_plus": (6, 10**6)}
"""Least and most persons of each size of household [persons]."""
EVERYONE, FAMILIES = "alle", "gezinnen"
"""The group of all households, and that of families with children."""


def waiting(people: People, placed: Bools, norm: float) -> dict[str, Groep]:
    """Measure every group of households in a plan; ``norm`` is the longest lawful wait [weeks]."""
    groups = {EVERYONE: np.ones(people.count, bool)}
    for name, (least, most) in SIZES.items():
        groups[name] = (least <= people.persons) & (people.persons <= most)
    groups[FAMILIES] = people.children > 0
    return {
        name: Groep(_measured(people, who & ~placed, norm), _measured(people, who & placed, norm))
        for name, who in groups.items()
    }


def _measured(people: People, who: Bools, norm: float) -> Wachttijd:
    """Measure some households."""
    persons, weeks = people.persons[who].astype(np.int64), people.weeks[who]
    late = weeks > norm
    return Wachttijd(
        int(who.sum()),
        int(persons.sum()),
        int(people.children[who].sum()),
        nearest_rank(weeks, persons, 50),
        nearest_rank(weeks, persons, 90),
        nearest_rank(weeks, persons, 100),
        int(persons[late].sum()),
        fsum(persons[late] * (weeks[late] - norm)),
    )


def nearest_rank(weeks: Floats, persons: "np.ndarray[tuple[int], np.dtype[np.int64]]", percent: int) -> float | None:
    """Give the least wait such that so many percent of the persons have waited so long or less [weeks].

    Nothing is interpolated: the answer is the wait of a person. None without persons.

    >>> nearest_rank(np.array([10.0, 20.0, 30.0]), np.array([1, 1, 2]), 50)
    20.0
    """
    if not persons.sum():
        return None
    order = np.argsort(weeks, kind="stable")
    upto = np.cumsum(persons[order])
    rank = -(-percent * int(upto[-1]) // 100)
    return float(weeks[order][np.searchsorted(upto, rank)])
