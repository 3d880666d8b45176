"""The goals of the quarter, in order of importance."""

from optimizer.goals import nabijheid, participatie, spreiding, uitstroom, volgorde
from optimizer.model import Goal

GOALS: tuple[Goal, ...] = (uitstroom.GOAL, spreiding.GOAL, participatie.GOAL, nabijheid.GOAL, volgorde.GOAL)
