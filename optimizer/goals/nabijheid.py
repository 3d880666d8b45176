"""People should stay near where they are received, and homes should not be much too large for them."""

import numpy as np

from optimizer.model import Cost, Goal, column, one_hot
from optimizer.quarter import Quarter


def costs(quarter: Quarter) -> tuple[Cost, ...]:
    """Charge each person the distance to the host, and each home its empty sleeping places [person-km]."""
    people, plekken = quarter.people, quarter.plekken
    here = one_hot(people.location, len(people.sites)) * people.persons[:, None]
    empty = quarter.parameter("nabijheid.km_per_lege_slaapplaats") * quarter.homes.empty
    return (
        Cost("x", here.tocsr(), quarter.services.distance[:, plekken.host]),
        Cost("y", column(empty), np.ones((1, plekken.count))),
    )


GOAL = Goal(
    "nabijheid",
    "persoon-km",
    "COA: people are mostly coupled in the region where they stay (coa.nl)",
    r"\sum_{h,s} p_h\, d_{h,host(s)}\, x_{h,s} + \kappa \sum_{k,s,t} e_{k,t}\, y_{k,s,t}",
    "nabijheid.per_persoon_km",
    costs=costs,
)
