"""The cells of a plan: which group may take which home where in which kwartaal, and whose stay ends."""

from dataclasses import dataclass

import numpy as np

from optimizer.horizon.measures import STAYS
from optimizer.horizon.outlook import Outlook
from optimizer.model import Bools, Floats, Ints

SMALL, READY = 1, 2
"""A single of whom family comes takes a home for one, or one in which the family fits."""


@dataclass(frozen=True, eq=False)
class Cells:
    """Columns of households that get a home.

    Attributes
    ----------
    quarter, group, home, plek : ndarray
        Kwartaal, group (the one after the last: singles of whom family comes), home type and plek [cell].
    nareis : ndarray
        0, ``SMALL`` or ``READY`` [cell].
    cost : ndarray
        [cell, punten/household].
    back : ndarray
        Kwartaal in which the stay ends and the household waits again; -1 where it does not [cell].
    """

    quarter: Ints
    group: Ints
    home: Ints
    plek: Ints
    nareis: Ints
    cost: Floats
    back: Ints

    def __len__(self) -> int:
        """Count the cells."""
        return len(self.quarter)


def cells(look: Outlook) -> Cells:
    """List the cells where a home may stand, in order of offer, kwartaal and plek."""
    there = homes_possible(look)
    temporary = np.array([form in STAYS for form, _ in look.quarter.homes.types], bool)
    offers = look.quarter.homes
    parts = [_some(look, there, n, int(g)) for n, g in enumerate(offers.offer_group)]
    nareis = look.groups.nareis
    if nareis is not None:
        for mark, group in ((SMALL, _without_sharing(look)), (READY, nareis.family)):
            found = [n for n in np.flatnonzero(offers.offer_group == group) if not temporary[offers.offer_type[n]]]
            parts += [_some(look, there, int(n), len(look.groups.kinds), mark) for n in found]
    nobody = (*(np.zeros(0, np.int64) for _ in range(5)), np.zeros(0), np.zeros(0, np.int64))
    return Cells(*(np.concatenate(part) for part in zip(nobody, *parts, strict=True)))


def homes_possible(look: Outlook) -> Bools:
    """Mark where homes are on offer or may be added [kwartaal x plek x home type]."""
    there = look.supply.homes > 0
    for batch in look.supply.batches:
        there[batch.first : batch.last + 1, batch.plek, batch.home] = True
    own = own_plek(look)
    for way in look.measures:
        home = look.quarter.homes.types.index(way.kind.home)
        for t in range(look.count):
            open_ = way.pace[t] > 0
            there[t + int(way.lead[t]) :, own[way.gemeente[open_]], home] = True
    return there


def own_plek(look: Outlook) -> Ints:
    """Give the plek where each gemeente houses its own [gemeente]."""
    plekken = look.quarter.plekken
    own = np.flatnonzero(plekken.owner == plekken.host)
    found = np.zeros(len(look.quarter.codes), np.int64)
    found[plekken.owner[own]] = own
    return found


def stay(look: Outlook, home: int, quarter: int) -> int:
    """Give how many kwartalen somebody may stay in a home taken in a kwartaal; 0: for good [kwartalen]."""
    name = STAYS.get(look.quarter.homes.types[home][0])
    return round(float(look.series[name][quarter])) if name else 0


def _without_sharing(look: Outlook) -> int:
    """Give the singles as which somebody whose family comes lives: those that do not share, where there are any."""
    assert look.groups.nareis is not None
    alone = look.groups.nareis.alone
    return int(next((k for k in alone if look.groups.kinds[k].delen == "nee"), alone[0]))


def _some(
    look: Outlook, there: Bools, offer: int, group: int, mark: int = 0
) -> tuple[Ints, Ints, Ints, Ints, Ints, Floats, Ints]:
    """List the cells of one offer."""
    homes = look.quarter.homes
    home, like = (
        int(homes.offer_type[offer]),
        int(homes.offer_group[offer]) if mark != READY else _without_sharing(look),
    )
    quarter, plek = (found.astype(np.int64) for found in np.nonzero(there[:, :, home] & homes.open[offer]))
    full = np.ones(len(quarter), np.int64)
    ends = np.array([stay(look, home, t) for t in range(look.count)], np.int64)[quarter]
    back = np.where((ends > 0) & (quarter + ends < look.count) & (mark == 0), quarter + ends, -1)
    cost = look.place_cost[like, plek] + look.home_cost[offer]
    return quarter, full * group, full * home, plek, full * mark, cost, back
