"""Which cells a household on its own overfills: they belong to no plan, and the bound is nearer without them."""

import numpy as np

from optimizer.model import Bools, Bounds, Charge, Floats, Price
from optimizer.quarter import Quarter


def room_of(bounds: Bounds, prices: list[Price]) -> Floats:
    """Give how far a row may be exceeded at a price [unit of the rule]."""
    room = np.zeros(len(bounds.upper))
    for price in prices:
        for width, _ in price.above:
            room = room + np.broadcast_to(np.asarray(width, float), room.shape)
    return room


def fits_alone(charges: tuple[Charge, ...], bounds: Bounds, priced: Floats, quarter: Quarter) -> Bools:
    """Say which cells a rule leaves open to a household on its own, what may be bought included [household x plek].

    A family with three children does not fit two school places, though the linear program would place two thirds of
    it; forbidding such a cell takes nothing from whole households and lifts the bound.
    """
    open_ = np.ones((quarter.people.count, quarter.plekken.count), bool)
    if len(charges) != 1 or charges[0].layer != "x" or charges[0].rate is not None or (charges[0].load.data < 0).any():
        return open_
    charge = charges[0]
    most = (bounds.upper + priced).reshape(len(bounds.areas), len(bounds.kinds))
    for kind in range(len(bounds.kinds) if len(bounds.areas) > 1 else 0):
        load = charge.load[:, [kind]].toarray().ravel()
        room = np.where(charge.place >= 0, most[charge.place, kind], np.inf)
        open_ &= load[:, None] <= room[None, :]
    return open_
