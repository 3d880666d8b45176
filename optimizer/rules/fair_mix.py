"""Each gemeente takes its part of the households that are hard to house: those alone, and large families.

Two charges in one: a person of such a household counts, and every person takes the national part of it away.
"""

import numpy as np
import scipy.sparse as sp

from optimizer.bands import half_width
from optimizer.model import NONE, Bounds, Charge, Floats, Rule
from optimizer.quarter import Quarter
from optimizer.rules.large_homes import large

KINDS = ("alleen", "groot")
"""Households that are hard to house: one person, and as many as the pool of large homes begins with."""


def hard(quarter: Quarter) -> Floats:
    """Count the persons of each household by hard kind [household x kind, persons]."""
    persons = quarter.people.persons
    return np.column_stack([np.where(persons == 1, persons, 0), np.where(large(quarter), persons, 0)])


def charges(quarter: Quarter) -> tuple[Charge, ...]:
    """Charge the owner what a household brings more of a kind than the national part [persons]."""
    kinds, persons = hard(quarter), quarter.people.persons
    part = kinds.sum(axis=0) / max(persons.sum(), 1)
    loads = (kinds, -persons[:, None] * part)
    return tuple(Charge("x", sp.csr_array(load), quarter.plekken.owner) for load in loads)


def bounds(quarter: Quarter) -> Bounds:
    """Give the band around none more and none less; a gemeente without homes for a kind may have fewer [persons]."""
    width = quarter.case.scenario.menging_band
    if width is None:
        return Bounds((), KINDS, np.zeros(0), np.zeros(0))
    half = half_width(quarter.shares.target, width, quarter.case.scenario.band_personen)
    upper = np.repeat(half[:, None], len(KINDS), axis=1)
    lower = np.where(_can(quarter), -upper, -NONE)
    return Bounds(quarter.codes, KINDS, lower.ravel(), upper.ravel())


def _can(quarter: Quarter) -> "np.ndarray[tuple[int, int], np.dtype[np.bool_]]":
    """Say whether a gemeente's homes on offer take each hard kind [gemeente x kind]."""
    out = np.zeros((len(quarter.codes), len(KINDS)), bool)
    for kind, persons in enumerate(hard(quarter).T):
        somewhere = quarter.fits[persons > 0].any(axis=0)
        np.logical_or.at(out[:, kind], quarter.plekken.owner, somewhere)
    return out


RULE = Rule(
    "fair_mix",
    ("gemeente", "soort"),
    "persons",
    "COA: ook de spreiding op kenmerken monitoren (coa.nl); the width of the band is a choice of the scenario",
    r"-m_g \le \sum_{h,s:\, owner(s)=g} (p_{h,c} - \rho_c\, p_h)\, x_{h,s} \le m_g \quad \forall g \in G,\; c \in C",
    charges,
    bounds,
)
