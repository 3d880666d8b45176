"""Bands of areas wider than a gemeente: around the sum of the targets of the gemeenten in it."""

import numpy as np

from optimizer.bands import around
from optimizer.model import Bounds
from optimizer.quarter import Areas, Quarter


def band(quarter: Quarter, areas: Areas, part: float | None) -> Bounds:
    """Bound each area by a part of its gemeenten's targets, at least the persons that one gemeente may deviate.

    No part: no rows.
    """
    if part is None:
        return Bounds((), ("",), np.zeros(0), np.zeros(0))
    count = len(areas.names)
    target = np.bincount(areas.of, quarter.shares.target, count)
    lower, upper = around(target, part, quarter.case.scenario.band_personen)
    return Bounds(areas.names, ("",), lower, upper)
