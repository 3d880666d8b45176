"""A planner's lock goes before everything that is not a hard rule; where it cannot hold the plan says by how much."""

from optimizer.model import NONE, Goal, Price
from optimizer.quarter import Quarter


def prices(quarter: Quarter) -> tuple[Price, ...]:  # noqa: ARG001 - every goal has the same signature
    """Price each person by whom a lock is missed; the most of a gemeente is hard [persons]."""
    return (Price("lock_household", below=((NONE, 1.0),)), Price("lock_gemeente", below=((NONE, 1.0),)))


GOAL = Goal(
    "vastleggingen",
    "personen buiten een vastlegging",
    "AVG art. 22 and AP: a planner may deviate; table vastleggingen",
    r"\sum_{h \in V} p_h\, u_h + \sum_{g \in V} \max(\underline{v}_g - P_g,\, 0)",
    "vastleggingen.per_persoon",
    prices=prices,
)
