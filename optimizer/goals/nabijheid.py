"""People should stay near where they are received or where they wish to be, in homes that are not much too large."""

import numpy as np

from optimizer.model import Cost, Goal, column, one_hot
from optimizer.quarter import Quarter
from optimizer.wishes import missed


def costs(quarter: Quarter) -> tuple[Cost, ...]:
    """Charge each person the distance to the host and a missed wish, each home its empty places [person-km]."""
    people, plekken = quarter.people, quarter.plekken
    each = quarter.parameter("nabijheid.km_zonder_voorkeur")
    wished, table = missed(quarter)
    here = one_hot(people.location, len(people.sites)) * people.persons[:, None]
    empty = quarter.parameter("nabijheid.km_per_lege_slaapplaats") * quarter.homes.empty
    return (
        Cost("x", here.tocsr(), quarter.services.distance[:, plekken.host]),
        Cost("x", (wished * (each * people.persons[:, None])).tocsr(), table),
        Cost("y", column(empty), np.ones((1, plekken.count))),
    )


GOAL = Goal(
    "nabijheid",
    "persoon-km",
    "COA: people are mostly coupled in the region where they stay (coa.nl)",
    r"\sum_{h,s} p_h\, (d_{h,host(s)} + \mu z_{h,s})\, x_{h,s} + \kappa \sum_{k,s,t} e_{k,t}\, y_{k,s,t}",
    "nabijheid.per_persoon_km",
    costs=costs,
)
