"""Nobody lives in a home that is not there: homes of the tables, homes kept for later, and homes that are added."""

import numpy as np

from optimizer.horizon.cells import Cells, own_plek
from optimizer.horizon.measures import CONVERSION, WHOLE, Measure
from optimizer.horizon.outlook import Outlook
from optimizer.horizon.tableau import Tableau
from optimizer.model import NONE, Floats, Ints

FLEXIBLE = "flexibel.aandeel"
"""Value: the most of new homes in mixed sites that goes to statushouders [1]."""


def add_homes(tableau: Tableau, look: Outlook, cells: Cells) -> None:
    """Add what starts, what is used of it, and the rows that keep use below what there is."""
    x = tableau.columns["x"]
    stock = tableau.add_rows("homes", look.supply.homes.shape, -NONE, look.supply.homes)
    tableau.put(stock[cells.quarter, cells.plek, cells.home], x, 1.0)
    _batches(tableau, look, stock)
    own = own_plek(look)
    for way in look.measures:
        plek, home = own[way.gemeente], look.quarter.homes.types.index(way.kind.home)
        price, most = look.series["budget.punten_per_woning"][:, None], np.minimum(way.pace, _left(look, way, plek))
        start = tableau.add_columns(f"start_{way.kind.naam}", way.pace.shape, price, most, whole=True)
        used = _use(tableau, look, way, start)
        tableau.put(stock[:, plek, home], used, -1.0)
        taken = _type(look, way.kind.takes)
        if taken is not None:
            tableau.put(stock[:, plek, taken], start, 1.0)
        if np.isfinite(way.most):
            tableau.put(tableau.add_rows(f"most_{way.kind.naam}", (1,), -NONE, way.most), start, 1.0)
    _conversion(tableau, look)
    _social(tableau, look, cells)


def _type(look: Outlook, home: tuple[str, int] | None) -> int | None:
    """Give the home type of that form and size; None where the case has none."""
    types = look.quarter.homes.types
    return types.index(home) if home in types else None


def _left(look: Outlook, way: Measure, plek: Ints) -> Floats:
    """Count the whole homes on offer that a way may take; without end where it takes none [kwartaal x place, homes]."""
    taken = _type(look, way.kind.takes)
    if way.kind.takes is None:
        return np.full(way.pace.shape, NONE)
    return np.zeros(way.pace.shape) if taken is None else np.floor(look.supply.homes[:, plek, taken] + WHOLE)


def _batches(tableau: Tableau, look: Outlook, stock: Ints) -> None:
    """Let homes that can be taken in several kwartalen be used in any of them, each once."""
    batches = look.supply.batches
    if not batches:
        return
    most = np.array([[b.homes * (b.first <= t <= b.last) for b in batches] for t in range(look.count)])
    used = tableau.add_columns("kept", most.shape, 0.0, most)
    rows = tableau.add_rows("kept", (len(batches),), -NONE, np.array([b.homes for b in batches]))
    plek, home = (np.array([getattr(b, name) for b in batches]) for name in ("plek", "home"))
    tableau.put(stock[:, plek, home], used, -1.0)
    tableau.put(rows[None, :], used, 1.0)


def _use(tableau: Tableau, look: Outlook, way: Measure, start: Ints) -> Ints:
    """Add what is used of a way to add homes [kwartaal x place, homes]; no more than stands and is not lived in."""
    gives = way.kind.gives * (look.series[FLEXIBLE] if way.kind.mixed else np.ones(look.count))
    stands = np.zeros(way.pace.shape)
    for t in range(look.count):
        stands[t + int(way.lead[t]) :] += gives[t] * way.pace[t]
    used = tableau.add_columns(f"use_{way.kind.naam}", way.pace.shape, 0.0, stands)
    rows = tableau.add_rows(f"stand_{way.kind.naam}", way.pace.shape, -NONE, 0.0)
    for t in range(look.count):
        tableau.put(rows[t + int(way.lead[t]) :], start[t][None, :], -float(gives[t]))
        ends = look.count if not way.kind.stay else t + round(float(look.series[way.kind.stay][t]))
        tableau.put(rows[t:ends], used[t][None, :], 1.0)
    return used


def _conversion(tableau: Tableau, look: Outlook) -> None:
    """Convert no more places of a location than it has."""
    for way in look.measures:
        if way.kind.naam == CONVERSION:
            rows = tableau.add_rows("convert", (len(way.places),), -NONE, look.beds)
            tableau.put(rows[None, :], tableau.columns[f"start_{CONVERSION}"], 1.0)


def _social(tableau: Tableau, look: Outlook, cells: Cells) -> None:
    """Give singles and others no more than their part of the social homes on offer, and keep the displacement cap.

    Homes that are added for statushouders come on top: nobody else waits for them.
    """
    types = look.quarter.homes.types
    social = np.array([form == "sociale_huur" for form, _ in types], bool)
    chosen = social[cells.home]
    alone = np.append(look.groups.single, True)[cells.group]
    for name, mine in (("sociale_huur.alleen", alone), ("sociale_huur.gezin", ~alone)):
        part = look.series[name]
        if (part < 1).any():
            some = chosen & mine
            rows = tableau.add_rows(name, look.supply.homes.shape, -NONE, _part(look, part))
            tableau.put(rows[cells.quarter, cells.plek, cells.home][some], tableau.columns["x"][some], 1.0)
            _on_top(tableau, look, rows)
    cap = look.quarter.case.scenario.verdringing_hoogstens
    lettings = [g.sociale_verhuringen for g in look.quarter.case.gemeenten]
    if cap is None or all(count is None for count in lettings):
        return
    most = np.array([NONE if count is None else np.floor(cap * count + 1e-9) for count in lettings])
    shape = (look.count, *look.supply.homes.shape[1:])
    owner = look.quarter.plekken.owner
    rows = tableau.add_rows("displacement", (look.count, len(most)), -NONE, most[None, :])
    tableau.put(rows[cells.quarter, owner[cells.plek]][chosen], tableau.columns["x"][chosen], 1.0)
    _on_top(tableau, look, np.broadcast_to(rows[:, owner][:, :, None], shape))


def _part(look: Outlook, part: Floats) -> Floats:
    """Give a part of what is on offer, homes for several kwartalen in each of them [homes]."""
    on_offer = look.supply.homes.copy()
    for batch in look.supply.batches:
        on_offer[batch.first : batch.last + 1, batch.plek, batch.home] += batch.homes
    return part[:, None, None] * on_offer


def _on_top(tableau: Tableau, look: Outlook, rows: Ints) -> None:
    """Let social homes that are added widen rows [kwartaal x plek x home type]."""
    own = own_plek(look)
    for way in look.measures:
        if way.kind.home[0] == "sociale_huur":
            at = rows[:, own[way.gemeente], look.quarter.homes.types.index(way.kind.home)]
            tableau.put(at, tableau.columns[f"use_{way.kind.naam}"], -1.0)
