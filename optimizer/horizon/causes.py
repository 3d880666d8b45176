"""Why households still wait: homes that fit and are not used, homes that came late, or no home that fits.

What cannot be seen in the tables of a case, such as refused offers, is not told.
"""

import numpy as np

from optimizer.homes import suits
from optimizer.horizon.flows import Flows
from optimizer.horizon.program import Planprogramma
from optimizer.horizon.result import Oorzaak
from optimizer.horizon.supply import missed_homes
from optimizer.model import Bools, Floats


def causes(program: Planprogramma, columns: Floats, found: Flows, names: tuple[str, ...]) -> tuple[Oorzaak, ...]:
    """Split who waits at the end of every kwartaal, the largest households first [households]."""
    look = program.look
    fits = _fits(program)
    order = sorted(range(len(names)), key=lambda k: -(look.groups.kinds[k].slaapplaatsen if k < len(fits) - 1 else 0))
    unused, missed = _unused(program, columns), missed_homes(look.quarter.case, look.quarter, look.series)
    told = []
    for t, kwartaal in enumerate(look.series.kwartalen):
        free, late = unused[t].copy(), missed[t].copy()
        for k in order:
            waits = float(found.waiting[t, k])
            held, waits = _take(free, fits[k], waits)
            slow, waits = _take(late, fits[k], waits)
            told.append(Oorzaak(kwartaal, names[k], held, slow, waits))
    return tuple(told)


def _take(stock: Floats, fits: Bools, waits: float) -> tuple[float, float]:
    """Take as many as wait from homes that fit, type by type; give what was taken and who is left."""
    taken = 0.0
    for home in np.flatnonzero(fits & (stock > 0)):
        now = min(float(stock[home]), waits - taken)
        stock[home] -= now
        taken += now
    return taken, waits - taken


def _fits(program: Planprogramma) -> Bools:
    """Say which home types fit each group; the last: a single of whom family comes, as any single [group x type]."""
    look = program.look
    types, kinds = look.quarter.homes.types, look.groups.kinds
    fits = np.array([[suits(look.quarter.case, kind, *home) for home in types] for kind in kinds], bool)
    single = fits[look.groups.nareis.alone[0]] if look.groups.nareis is not None else np.zeros(len(types), bool)
    return np.vstack([fits, single])


def _unused(program: Planprogramma, columns: Floats) -> Floats:
    """Count the homes of the tables that nobody takes in their kwartaal [kwartaal x home type, homes]."""
    look, cells, x = program.look, program.cells, program.values("x", columns)
    used = np.zeros(look.supply.homes.shape)
    np.add.at(used, (cells.quarter, cells.plek, cells.home), x)
    left: Floats = np.maximum(look.supply.homes - used, 0).sum(axis=1)
    return left
