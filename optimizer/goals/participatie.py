"""Every adult should score high, by sector or from elsewhere; each adult counts, never only the best earner.

A kind of adult is a sector, or a row of scores from elsewhere: one score for the household, that counts for each of its
adults. Places for work are counted by sector in both.
"""

from optimizer.model import NONE, Cost, Goal, Price
from optimizer.quarter import Quarter


def costs(quarter: Quarter) -> tuple[Cost, ...]:
    """Charge each adult what the score at the host lacks of 1 [adults]."""
    missing = 1 - quarter.scoring.table[:, quarter.plekken.host]
    return (Cost("x", quarter.scoring.load, missing),)


def prices(quarter: Quarter) -> tuple[Price, ...]:
    """Price each adult beyond the places for work of the own sector in the arbeidsmarktregio [adults]."""
    return (Price("sector_places", above=((NONE, quarter.parameter("participatie.overloop")),)),)


GOAL = Goal(
    "participatie",
    "volwassenen x gemiste score",
    "Eerste Kamer 14-11-2025: (arbeids)participatie; choice of this project: a sum over all adults",
    r"\sum_{h,s} \sum_{k \in K} v_{h,k} (1 - \sigma_{k,host(s)})\, x_{h,s} + \omega \sum_{a,m} o_{a,m},"
    r"\quad K = M \cup \{\text{rows of scores from elsewhere}\}",
    "participatie.per_volwassene",
    costs=costs,
    prices=prices,
)
