"""What households wish: up to three arbeidsmarktregio's or gemeenten, in order."""

import numpy as np
import scipy.sparse as sp

from optimizer.model import Floats
from optimizer.quarter import Quarter

MOST = 3
"""Wishes of a household at most [wishes]."""


def missed(quarter: Quarter) -> tuple[sp.csr_array, Floats]:
    """Say what is missed of the wishes of each household at each plek, as two tables whose product it is.

    0 where the first wish names the host or its arbeidsmarktregio, 1/3 for the second, 2/3 for the third, and 1 where
    none does. A household without a wish misses nothing.

    Returns
    -------
    csr_array, ndarray
        Whether a household has a pattern of wishes [household x pattern, 1], and what a pattern misses at a plek
        [pattern x plek, 1].
    """
    of = [household.voorkeuren for household in quarter.case.huishoudens]
    patterns = sorted({wishes for wishes in of if wishes})
    at = {wishes: n for n, wishes in enumerate(patterns)}
    rows = [n for n, wishes in enumerate(of) if wishes]
    columns = [at[of[n]] for n in rows]
    load = sp.csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(of), len(patterns)))
    places = [{g.gemeentecode, g.arbeidsmarktregio} for g in quarter.case.gemeenten]
    table = np.array([[_miss(wishes, place) for place in places] for wishes in patterns]).reshape(-1, len(places))
    return load, table[:, quarter.plekken.host]


def _miss(wishes: tuple[str, ...], place: set[str]) -> float:
    """Give what is missed of some wishes at a place [1]."""
    return next((rank / MOST for rank, wish in enumerate(wishes) if wish in place), 1.0)
