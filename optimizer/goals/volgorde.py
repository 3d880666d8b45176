"""Among equal plans one is chosen by a number from the pseudonym, so that the choice is the same every time."""

import numpy as np

from optimizer.model import Cost, Goal, column
from optimizer.people import tie_number
from optimizer.quarter import Quarter


def costs(quarter: Quarter) -> tuple[Cost, ...]:
    """Charge each placement the product of two stable numbers, of household and plek [households]."""
    plekken = np.array([[tie_number(name) for name in quarter.plekken.names]])
    return (Cost("x", column(quarter.people.tie), plekken),)


GOAL = Goal(
    "volgorde",
    "huishoudens",
    "choice of this project: a tie-break, so that equal plans do not depend on the solver",
    r"\sum_{h,s} \tau_h\, \tau_s\, x_{h,s}",
    "volgorde.per_huishouden",
    costs=costs,
)
