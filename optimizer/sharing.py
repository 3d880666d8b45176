"""Whole homes in use, where every room of a shared home houses somebody of its own."""

from collections import Counter
from collections.abc import Iterable

from inputs.domain import GEDEELD
from optimizer.result import Koppeling
from optimizer.result_sharing import Woningdelen


def homes_in_use(placed: Iterable[Koppeling]) -> int:
    """Count whole homes: one per household, and one for as many as share; the rooms of a record fill home after home.

    Returns
    -------
    int
        Homes with at least one occupant [homes].
    """
    return sum(-(-count // rooms) for (_, rooms), count in _records(placed).items())


def sharing(placed: Iterable[Koppeling]) -> Woningdelen:
    """Count what sharing saves: rooms in use less the shared homes that hold them [rooms, homes]."""
    shared = _records(k for k in placed if k.woonvorm == GEDEELD)
    rooms = sum(shared.values())
    homes = sum(-(-count // each) for (_, each), count in shared.items())
    alone = sum(count % each == 1 for (_, each), count in shared.items())
    return Woningdelen(rooms, homes, rooms - homes, alone)


def _records(placed: Iterable[Koppeling]) -> Counter[tuple[str, int]]:
    """Count the households of each record, with how many live in one of its homes [households]."""
    return Counter((k.aanbod_id, k.slaapt if k.woonvorm == GEDEELD else 1) for k in placed)
