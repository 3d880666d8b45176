"""Homes that a mixed site reserves for statushouders should not stand empty."""

from optimizer.model import NONE, Goal, Price
from optimizer.quarter import Quarter


def prices(quarter: Quarter) -> tuple[Price, ...]:  # noqa: ARG001 - every goal has the same signature
    """Price each reserved home that is left [homes]."""
    return (Price("reserved", below=((NONE, 1.0),)),)


GOAL = Goal(
    "reservering",
    "gereserveerde woningen of kamers leeg",
    "Eerste Kamer 14-11-2025: doorstroomlocaties in eerste instantie voor statushouders",
    r"\sum_{s,t} \max\Big(M_{s,t} - \sum_{k} y_{k,s,t},\, 0\Big)",
    "reservering.per_woning",
    prices=prices,
)
