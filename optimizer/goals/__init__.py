"""The goals of the quarter, in order of importance."""

from optimizer.goals import (
    grote_gezinnen,
    inburgering,
    nabijheid,
    participatie,
    reservering,
    spreiding,
    uitstroom,
    vastleggingen,
    volgorde,
)
from optimizer.model import Goal

GOALS: tuple[Goal, ...] = (
    vastleggingen.GOAL,
    grote_gezinnen.GOAL,
    uitstroom.GOAL,
    spreiding.GOAL,
    inburgering.GOAL,
    participatie.GOAL,
    nabijheid.GOAL,
    reservering.GOAL,
    volgorde.GOAL,
)
