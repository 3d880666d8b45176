"""Children and displacement, read from the columns of a solved plan."""

from collections.abc import Collection, Iterator

import numpy as np

from inputs.domain import GEDEELD, SCHOOLSOORTEN
from optimizer.horizon.flows import Flows
from optimizer.horizon.measures import STAYS
from optimizer.horizon.program import Planprogramma
from optimizer.horizon.result_sides import Kinderstand, Verdringing
from optimizer.horizon.services import load
from optimizer.model import Floats

REGULAR = ("sociale_huur", "particulier")
"""Woonvormen of the regular stock."""
SOCIAL = "sociale_huur"
FULL = 1e-6
"""A school with fewer places left is full [places]."""


def children(program: Planprogramma, columns: Floats, found: Flows) -> Iterator[Kinderstand]:
    """Tell of the children in every kwartaal."""
    look, cells, x = program.look, program.cells, program.values("x", columns)
    each = np.append(look.groups.children, 0.0)
    forms = np.array([form for form, _ in look.quarter.homes.types])[cells.home]
    housed = x * each[cells.group]
    regular = np.bincount(cells.quarter, housed * np.isin(forms, REGULAR), look.count)
    short = np.bincount(cells.quarter, housed * np.isin(forms, list(STAYS)), look.count)
    taken = school_places_taken(program, columns)
    full = (look.supply.places - taken < FULL) & (taken > FULL)
    po, isk = (SCHOOLSOORTEN.index(kind) for kind in ("po", "isk"))
    for t, kwartaal in enumerate(look.series.kwartalen):
        yield Kinderstand(
            kwartaal=kwartaal,
            wachtend=float(found.waiting[t] @ each),
            wachtend_lang=float(found.late[t] @ each),
            gehuisvest=float(found.housed[t] @ each),
            gewoon=float(regular[t]),
            tijdelijk=float(short[t]),
            terug=float(found.back[t] @ each),
            scholieren_po=float(taken[t, :, po].sum()),
            plaatsen_po=float(look.supply.places[t, :, po].sum()),
            scholieren_isk=float(taken[t, :, isk].sum()),
            plaatsen_isk=float(look.supply.places[t, :, isk].sum()),
            scholen_vol=int(full[t].any(axis=1).sum()),
        )


def school_places_taken(program: Planprogramma, columns: Floats) -> Floats:
    """Count the children of school age that get a home [kwartaal x gemeente x soort, children]."""
    look, cells, x = program.look, program.cells, program.values("x", columns)
    host = look.quarter.plekken.host[cells.plek]
    taken = np.zeros(look.supply.places.shape)
    np.add.at(taken, (cells.quarter, host), load(look, look.groups.school)[cells.group] * x[:, None])
    return taken


def displacement(program: Planprogramma, columns: Floats) -> Iterator[Verdringing]:
    """Tell in every kwartaal which homes statushouders take, and which others get."""
    look, cells, x = program.look, program.cells, program.values("x", columns)
    types = look.quarter.homes.types
    rented = np.bincount(cells.quarter, x * np.array([form == SOCIAL for form, _ in types])[cells.home], look.count)
    shared = np.array([form == GEDEELD for form, _ in types])[cells.home]
    rooms = np.bincount(cells.quarter, x * shared, look.count)
    homes = np.bincount(cells.quarter, x * shared / np.array([sleeps for _, sleeps in types])[cells.home], look.count)
    mixed, kept, others, taken = _added(program, columns)
    used = _taken_of_added(program, columns, {way.kind.home[0] for way in look.measures if way.kind.mixed})
    lettings = [g.sociale_verhuringen for g in look.quarter.case.gemeenten]
    known = None if None in lettings else float(sum(n for n in lettings if n is not None))
    social = np.maximum(rented - added_social(program, columns), 0.0)
    for t, kwartaal in enumerate(look.series.kwartalen):
        numbers = (mixed[t], kept[t], used[t], others[t], rooms[t], homes[t])
        yield Verdringing(kwartaal, float(social[t]), float(taken[t]), known, *map(float, numbers))


def added_social(program: Planprogramma, columns: Floats) -> Floats:
    """Count by kwartaal the social homes that were added for statushouders and are taken in it [homes]."""
    return _taken_of_added(program, columns, {SOCIAL})


def _taken_of_added(program: Planprogramma, columns: Floats, forms: Collection[str]) -> Floats:
    """Count by kwartaal the added homes that are taken: those beyond the homes on offer, which are taken first [homes].

    The program only keeps use below what stands; it may say that a home is used in which nobody lives.
    """
    look, cells = program.look, program.cells
    taken, offered = np.zeros(look.supply.homes.shape), look.supply.homes.copy()
    np.add.at(taken, (cells.quarter, cells.plek, cells.home), program.values("x", columns))
    kept = program.values("kept", columns)
    for n, batch in enumerate(look.supply.batches):
        offered[:, batch.plek, batch.home] += kept[:, n]
    given = {way.kind.home for way in look.measures if way.kind.home[0] in forms}
    mine = np.array([home in given for home in look.quarter.homes.types], bool)
    beyond: Floats = np.maximum(taken - offered, 0.0)[:, :, mine].sum(axis=(1, 2))
    return beyond


def _added(program: Planprogramma, columns: Floats) -> tuple[Floats, ...]:
    """Give by kwartaal of the new mixed homes: all, kept and for others; and social homes taken to add some."""
    look = program.look
    mixed, kept, others, taken = (np.zeros(look.count) for _ in range(4))
    for way in look.measures:
        units = np.rint(program.values(f"start_{way.kind.naam}", columns)).sum(axis=1)
        if way.kind.takes is not None and way.kind.takes[0] == SOCIAL:
            taken += units
        if not way.kind.mixed:
            continue
        for t, count in enumerate(units):
            ready = t + int(way.lead[t])
            if ready < look.count:
                mixed[ready] += count * way.kind.gives
                kept[ready] += count * way.kind.gives * look.series["flexibel.gereserveerd"][t]
                others[ready] += count * way.kind.gives * (1 - look.series["flexibel.aandeel"][t])
    return mixed, kept, others, taken
