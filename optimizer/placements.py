"""From plekken to homes: every placed household gets a home record, in a fixed order."""

from collections import defaultdict

import numpy as np

from optimizer.homes import on_offer
from optimizer.plan import Plan
from optimizer.program import Program
from optimizer.result import Koppeling


def scores(program: Program, plan: Plan) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """Sum the participation score over the adults of each placed household, 0 for the others [adults]."""
    quarter, placed = program.quarter, plan.placed
    out = np.zeros(quarter.people.count)
    out[placed.who] = quarter.scoring.at(placed.who, quarter.plekken.host[placed.plek])
    return out


def distances(program: Program, plan: Plan) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """Give the distance from the opvanglocatie to the host of each placed household, 0 for the others [km]."""
    quarter, placed = program.quarter, plan.placed
    out = np.zeros(quarter.people.count)
    out[placed.who] = quarter.services.distance[quarter.people.location[placed.who], quarter.plekken.host[placed.plek]]
    return out


def koppelingen(program: Program, plan: Plan) -> tuple[Koppeling, ...]:
    """Give every placed household its home: by pseudonym, the smallest opened type first, then by record.

    Raises
    ------
    ValueError
        The plan opens other homes than its households need: a mistake of ours.
    """
    quarter = program.quarter
    homes, records = _opened(program, plan), _records(program)
    score, distance = scores(program, plan), distances(program, plan)
    out = []
    for household in sorted(plan.placed.who, key=lambda h: quarter.people.ids[h]):
        plek = int(plan.plek[household])
        queue = homes[int(quarter.people.group[household]), plek]
        if not queue:
            raise ValueError(f"no home opened for {quarter.people.ids[household]} at {quarter.plekken.names[plek]}")
        form, sleeps = quarter.homes.types[queue.pop(0)]
        owner, host = quarter.codes[quarter.plekken.owner[plek]], quarter.codes[quarter.plekken.host[plek]]
        out.append(
            Koppeling(
                quarter.people.ids[household],
                int(quarter.people.persons[household]),
                owner,
                host,
                records[owner, host, form, sleeps].pop(0),
                form,
                sleeps,
                float(score[household]),
                float(distance[household]),
            )
        )
    if any(homes.values()):
        raise ValueError("homes are opened that no household takes")
    return tuple(out)


def _opened(program: Program, plan: Plan) -> dict[tuple[int, int], list[int]]:
    """List the home types opened for each (group, plek), one entry per home, the smallest first."""
    homes = program.quarter.homes
    out: dict[tuple[int, int], list[int]] = defaultdict(list)
    for cell in np.flatnonzero(plan.homes > 0):
        offer = program.y.who[cell]
        key = int(homes.offer_group[offer]), int(program.y.plek[cell])
        out[key] += [int(homes.offer_type[offer])] * int(plan.homes[cell])
    for types in out.values():
        types.sort(key=lambda t: (homes.types[t][1], homes.types[t][0]))
    return out


def _records(program: Program) -> dict[tuple[str, str, str, int], list[str]]:
    """List the record of each whole home by owner, host, form and size, in order of record."""
    out: dict[tuple[str, str, str, int], list[str]] = defaultdict(list)
    for record in sorted(on_offer(program.quarter.case), key=lambda r: r.aanbod_id):
        key = record.gemeentecode, record.host, str(record.woonvorm), record.slaapt
        out[key] += [record.aanbod_id] * record.plaatsen
    return out
