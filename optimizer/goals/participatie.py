"""Every adult should come where work of the adult's sector is; each adult counts, never only the best earner."""

import scipy.sparse as sp

from optimizer.model import NONE, Cost, Goal, Price
from optimizer.quarter import Quarter


def costs(quarter: Quarter) -> tuple[Cost, ...]:
    """Charge each adult what the score at the host lacks of 1 [adults]."""
    missing = 1 - quarter.services.score[:, quarter.plekken.host]
    return (Cost("x", sp.csr_array(quarter.people.workers), missing),)


def prices(quarter: Quarter) -> tuple[Price, ...]:
    """Price each adult beyond the places for work of the own sector in the arbeidsmarktregio [adults]."""
    return (Price("sector_places", above=((NONE, quarter.parameter("participatie.overloop")),)),)


GOAL = Goal(
    "participatie",
    "volwassenen x gemiste score",
    "Eerste Kamer 14-11-2025: (arbeids)participatie; choice of this project: a sum over all adults",
    r"\sum_{h,s} \sum_{m \in M} v_{h,m} (1 - \sigma_{m,host(s)})\, x_{h,s} + \omega \sum_{a,m} o_{a,m}",
    "participatie.per_volwassene",
    costs=costs,
    prices=prices,
)
