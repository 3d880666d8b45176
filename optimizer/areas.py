"""Targets of provinces and arbeidsmarktregio's are the sums of those of their gemeenten."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from inputs.domain import Gemeente
from optimizer.model import Ints

Gebied = Literal["provincie", "arbeidsmarktregio"]


@dataclass(frozen=True, eq=False)
class AreaTargets:
    """Targets of all areas of one kind, by name.

    Attributes
    ----------
    names : tuple of str
        Areas in order of name.
    area : ndarray
        Row of ``names`` for each gemeente [gemeente].
    target : ndarray
        What the gemeenten of each area should take together [persons].
    """

    names: tuple[str, ...]
    area: Ints
    target: Ints


def area_targets(gemeenten: Sequence[Gemeente], target: Ints, gebied: Gebied) -> AreaTargets:
    """Add up the targets of gemeenten per province or arbeidsmarktregio [persons].

    Parameters
    ----------
    target : ndarray
        Target of each gemeente, in the order of ``gemeenten`` [persons].
    """
    of = [str(getattr(g, gebied)) for g in gemeenten]
    names = tuple(sorted(set(of)))
    row = {name: n for n, name in enumerate(names)}
    total: Counter[str] = Counter()
    for name, persons in zip(of, target.tolist(), strict=True):
        total[name] += persons
    return AreaTargets(
        names, np.array([row[name] for name in of], np.int64), np.array([total[name] for name in names], np.int64)
    )
