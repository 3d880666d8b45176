"""Free bands around numbers of persons: the one place where an edge is made."""

import numpy as np

from optimizer.model import Floats, Ints

EXACT = 1e-9
"""Guard against a product such as 60 x 0.05 = 3.0000000000000004 widening a band by a person [persons]."""


def half_width(middle: Floats | Ints, part: float, least: float) -> Floats:
    """Give the half-width of the free band around some numbers, a part of each and at least so many [whole persons].

    >>> half_width(np.array([10, 400]), 0.05, 2).tolist()
    [2.0, 20.0]
    """
    wide: Floats = np.ceil(np.maximum(part * np.asarray(middle, float), least) - EXACT)
    return wide


def around(middle: Floats | Ints, part: float, least: float) -> tuple[Floats, Floats]:
    """Give the edges of the band, the lower never below 0 [persons]."""
    half = half_width(middle, part, least)
    return np.maximum(middle - half, 0.0), middle + half
