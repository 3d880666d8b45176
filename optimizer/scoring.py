"""What the adults of a household score at a gemeente: by their sectors, or all alike by a score from elsewhere.

Goal, figures, floors and explanations read this one table. A kind is a sector, or a row of scores that one or more
households have; a household with scores carries all its adults on that row and none on a sector, so that what it costs
stays a load times a small table.
"""

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from inputs.case import Case
from optimizer.model import Floats, Ints, entries
from optimizer.people import People
from optimizer.services import NO_SECTOR, regions_of

NEUTRAL = 0.5
"""Score of an adult without a sector, and of a sector without any place in the country [1]."""


@dataclass(frozen=True, eq=False)
class Scoring:
    """Adults by kind, and the score of each kind in each gemeente.

    Attributes
    ----------
    load : csr_array
        Adults of each kind [household x kind, adults].
    table : ndarray
        Participation score, 0 to 1 [kind x gemeente].
    """

    load: sp.csr_array
    table: Floats

    def at(self, who: Ints, host: Ints) -> Floats:
        """Sum the scores of the adults of households, each at a host of its own [adults]."""
        kind, position, adults = entries(self.load, who)
        return np.bincount(position, adults * self.table[kind, host[position]], len(who)).astype(float)

    def grid(self, host: Ints) -> Floats:
        """Sum the same for every household at each of some hosts [household x host, adults]."""
        return np.asarray(self.load @ self.table[:, host])


def read_scoring(case: Case, people: People, work: Floats) -> Scoring:
    """Read the scores of a case whose gemeenten stand in the order of the model.

    Parameters
    ----------
    work : ndarray
        Places for work [arbeidsmarktregio x sector, adults].
    """
    own, sectors = people.workers.copy(), _by_sector(case, people.sectors, work)
    if not case.gebruikte_scores:
        return Scoring(sp.csr_array(own), sectors)
    scored, given = _elsewhere(case, people)
    vectors, kind = np.unique(given, axis=0, return_inverse=True)
    shape, adults = (people.count, len(vectors)), own[scored].sum(axis=1)
    own[scored] = 0
    extra = sp.csr_array((adults, (scored, kind.ravel())), shape=shape)
    return Scoring(sp.csr_array(sp.hstack([sp.csr_array(own), extra], format="csr")), np.vstack([sectors, vectors]))


def _by_sector(case: Case, sectors: tuple[str, ...], work: Floats) -> Floats:
    """Score each sector in each gemeente by the location quotient q of its arbeidsmarktregio: q / (1 + q).

    q is the places for work per inhabitant of the region over those of the country: 1 at the national mean, so that
    the mean scores 0.5. A transparent count, no learned model.
    """
    region, people = _region_of(case), np.zeros(len(work))
    np.add.at(people, region, [g.inwoners for g in case.gemeenten])
    country = work.T.sum(1, keepdims=True) / people.sum()
    quotient = np.divide(work.T / people, country, out=np.ones_like(work.T), where=country > 0)
    score: Floats = quotient / (1 + quotient)
    if NO_SECTOR in sectors:
        score[sectors.index(NO_SECTOR)] = NEUTRAL
    return np.asarray(score[:, region])


def _elsewhere(case: Case, people: People) -> tuple[Ints, Floats]:
    """Read the households with scores from elsewhere, and each one's score in every gemeente [household x gemeente].

    Raises
    ------
    ValueError
        A score is missing: the checks of ``inputs`` should have refused the case.
    """
    count, rows = len(case.gemeenten), case.gebruikte_scores
    codes = {g.gemeentecode: n for n, g in enumerate(case.gemeenten)}
    regions = {regio: count + n for n, regio in enumerate(regions_of(case))}
    scored, who = np.unique([people.index[row.huishouden_id] for row in rows], return_inverse=True)
    column = [codes[r.gemeentecode] if r.gemeentecode else regions[r.arbeidsmarktregio or ""] for r in rows]
    given = np.full((len(scored), count + len(regions)), np.nan)
    given[who, column] = [row.score for row in rows]
    here, around = given[:, :count], given[:, count + _region_of(case)]
    score: Floats = np.where(np.isnan(here), around, here)
    if np.isnan(score).any():
        raise ValueError("a household with scores from elsewhere lacks one for some gemeente")
    return scored.astype(np.int64), score


def _region_of(case: Case) -> Ints:
    """Give the arbeidsmarktregio of each gemeente, a row of ``regions_of`` [gemeente]."""
    at = {regio: n for n, regio in enumerate(regions_of(case))}
    return np.array([at[g.arbeidsmarktregio] for g in case.gemeenten], np.int64)
