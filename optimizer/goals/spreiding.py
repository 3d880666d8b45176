"""Gemeenten should take what the key and the carry-over ask; persons outside the band are priced, far outside more."""

import numpy as np

from optimizer.bands import EXACT
from optimizer.model import NONE, Goal, Price
from optimizer.quarter import Quarter

NEAR_LEAST = 1.0
"""The cheap part outside the band is a whole number of persons, at least one [persons]."""


def prices(quarter: Quarter) -> tuple[Price, ...]:
    """Price persons short of or beyond the band, never past the hard ceiling [weighted persons per person]."""
    shares = quarter.shares
    far = quarter.parameter("spreiding.ver_factor")
    near = np.maximum(np.ceil(quarter.parameter("spreiding.ver_vanaf") * shares.target - EXACT), NEAR_LEAST)
    room = np.maximum(shares.ceiling - shares.upper, 0)
    below = ((np.minimum(near, shares.lower), 1.0), (np.maximum(shares.lower - near, 0), far))
    above = ((np.minimum(near, room), 1.0), (np.where(np.isinf(room), NONE, np.maximum(room - near, 0)), far))
    return (Price("share", below, above), *_wider(quarter))


def _wider(quarter: Quarter) -> tuple[Price, ...]:
    """Price persons outside the bands of areas, of the mix and of the change between kwartalen [weighted persons]."""
    factors = {
        "share_provincie": "spreiding.provincie_factor",
        "share_regio": "spreiding.regio_factor",
        "fair_mix": "spreiding.menging_factor",
        "max_change": "spreiding.wijziging_factor",
    }
    each = {rule: ((NONE, quarter.parameter(name)),) for rule, name in factors.items()}
    return tuple(Price(rule, price, price) for rule, price in each.items())


GOAL = Goal(
    "spreiding",
    "gewogen personen buiten de band",
    "Huisvestingswet 2014 art. 29; Eerste Kamer 14-11-2025: spreiding over het land",
    r"\sum_{g \in G} \phi_g\Big(\sum_{h,s:\, owner(s)=g} p_h\, x_{h,s}\Big) + \sum_{i} f_i\, d_i",
    "spreiding.per_persoon",
    prices=prices,
)
