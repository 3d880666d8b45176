"""Gemeenten take what key and carry-over ask, in every kwartaal; persons outside the band are priced.

The number to spread is what the plan itself houses in the kwartaal, so that a plan with few homes is not also far from
the key.
"""

import numpy as np

from optimizer.horizon.cells import Cells
from optimizer.horizon.outlook import Outlook
from optimizer.horizon.services import tableau_most
from optimizer.horizon.tableau import Tableau
from optimizer.horizon.waiting import persons
from optimizer.model import NONE


def add_spread(tableau: Tableau, look: Outlook, cells: Cells) -> None:
    """Add the persons of each gemeente, and their distance from the band around its target [persons]."""
    scenario, gemeenten = look.quarter.case.scenario, look.quarter.case.gemeenten
    shape, most = (look.count, len(gemeenten)), float(tableau_most(look) * look.groups.persons.max())
    ceiling = np.array([most if g.max_personen is None else g.max_personen for g in gemeenten], float)
    taken = tableau.add_columns("taken", shape, 0.0, np.minimum(ceiling, most)[None, :])
    total = tableau.add_columns("total", (look.count,), 0.0, most * len(gemeenten))
    sums = tableau.add_rows("taken", shape, 0.0, 0.0)
    tableau.put(sums, taken, -1.0)
    owner = look.quarter.plekken.owner[cells.plek]
    tableau.put(sums[cells.quarter, owner], tableau.columns["x"], persons(look)[cells.group])
    whole = tableau.add_rows("total", (look.count,), 0.0, 0.0)
    tableau.put(whole, total, -1.0)
    tableau.put(whole[:, None], taken, 1.0)
    rate = look.quarter.parameter("spreiding.per_persoon") * look.series["spreiding.factor"][:, None]
    far = look.quarter.parameter("spreiding.ver_factor")
    near = np.maximum(np.ceil(look.quarter.parameter("spreiding.ver_vanaf") * look.quarter.shares.target), 1.0)
    fixed = look.catch_up - look.key[None, :] * look.catch_up.sum(axis=1, keepdims=True)
    for side, sign in (("above", 1.0), ("below", -1.0)):
        factor = 1 + sign * scenario.band
        edge = sign * (factor * fixed + sign * scenario.band_personen)
        rows = tableau.add_rows(side, shape, -NONE, edge)
        tableau.put(rows, taken, sign)
        tableau.put(rows, total[:, None], -sign * factor * look.key[None, :])
        for name, width, price in (("near", near[None, :], 1.0), ("far", most, far)):
            out = tableau.add_columns(f"{side}_{name}", shape, rate * price, width)
            tableau.put(rows, out, -1.0)
