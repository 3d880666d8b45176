"""The columns of a solved plan become what a planner reads: kwartalen, homes to add, gemeenten, groups, money."""

from collections.abc import Iterator

import numpy as np

from inputs.horizon import next_quarters
from optimizer.horizon.causes import causes
from optimizer.horizon.flows import MARKS, Flows, flows, in_persons, nareis_persons
from optimizer.horizon.measures import CONVERSION
from optimizer.horizon.money import money
from optimizer.horizon.program import Planprogramma
from optimizer.horizon.result import (
    Gemeentestand,
    Groepstand,
    Kwartaalstand,
    Plaatsing,
    Planuitkomst,
    Prijs,
    Start,
)
from optimizer.horizon.services import load
from optimizer.horizon.solve import Opgelost
from optimizer.horizon.waiting import persons
from optimizer.model import Floats

SEEN = 1e-6
"""Smaller flows are what interior point leaves of none [households]."""
NAREIS = "alleen_nareis"
"""Name of the group of singles of whom family comes."""
MOST_PRICES = 200
"""Prices that are listed, the highest first [prices]."""


def outcome(program: Planprogramma, solved: Opgelost) -> Planuitkomst:
    """Read a solved plan."""
    columns, found = solved.columns, flows(program, solved.columns)
    look = program.look
    return Planuitkomst(
        tuple(_quarters(program, columns, found)),
        tuple(_starts(program, columns)),
        tuple(_gemeenten(program, columns)),
        tuple(_groups(program, found)),
        tuple(_placements(program, columns)),
        tuple(money(program, columns)),
        causes(program, columns, found, group_names(program)),
        tuple(_prices(program, solved)),
        solved.value,
        solved.bound,
        solved.gap,
        dict(look.supply.repeated),
        {"kolommen": program.tableau.width, "rijen": program.tableau.height, "kwartalen": look.count},
    )


def group_names(program: Planprogramma) -> tuple[str, ...]:
    """Name every group, the singles of whom family comes last."""
    return (*program.look.groups.names, NAREIS)


def _quarters(program: Planprogramma, columns: Floats, found: Flows) -> Iterator[Kwartaalstand]:
    """Tell of every kwartaal."""
    look, cells, each = program.look, program.cells, program.values
    x, own = each("x", columns), look.series
    adults = load(look, look.groups.adults).sum(axis=1)
    score = np.bincount(cells.quarter, x * _missed(program), look.count)
    living = np.bincount(cells.quarter, x * adults[cells.group], look.count)
    school = np.bincount(cells.quarter, x * load(look, look.groups.school).sum(axis=1)[cells.group], look.count)
    social = np.array([form == "sociale_huur" for form, _ in look.quarter.homes.types])[cells.home]
    rented = np.bincount(cells.quarter[social], x[social], look.count)
    outside = sum(each(block, columns).sum(axis=1) for block in ("above_near", "above_far", "below_near", "below_far"))
    queue = each("queue", columns).sum(axis=(1, 2))
    large = np.append(
        [k.slaapplaatsen >= look.quarter.parameter("grote_gezinnen.vanaf_personen") for k in look.groups.kinds], False
    )
    children = np.append(look.groups.children, 0.0)
    nareis, late = nareis_persons(program, found), found.late @ persons(look)
    beds, added, started, others = look.beds.sum() - own["opvang.anderen"], *_added(program, columns)
    for t, kwartaal in enumerate(own.kwartalen):
        converted = sum(s[CONVERSION] for s in started[: t + 1] if CONVERSION in s)
        rented_added = sum(added[t].get(name, 0.0) for name in ("splitsen", "groot"))
        yield Kwartaalstand(
            kwartaal=kwartaal,
            regime=own.regimes[t],
            instroom=float(in_persons(program, found.inflow)[t]),
            nareis=float(nareis[t]),
            terug=float(in_persons(program, found.back)[t]),
            zelf=float(in_persons(program, found.found)[t]),
            gehuisvest=float(in_persons(program, found.housed)[t]),
            gezinsklaar=float(found.ready[t].sum()),
            wachtend=float(in_persons(program, found.waiting)[t]),
            wachtend_kinderen=float(found.waiting[t] @ children),
            wachtend_lang=float(late[t]),
            grote_gezinnen=float(found.waiting[t, large].sum()),
            opvangplaatsen=float(beds[t] - converted),
            boven_opvang=float(each("over", columns)[t]),
            cursus_wachtrij=float(queue[t]),
            cursus_start=float(living[t] + (queue[t - 1] if t else 0.0) - queue[t]),
            volwassenen=float(living[t]),
            score=None if living[t] < SEEN else float(1 - score[t] / living[t]),
            scholieren=float(school[t]),
            buiten_band=float(outside[t]),
            sociale_woningen=max(float(rented[t] - rented_added), 0.0),
            toegevoegd=added[t],
            gestart=started[t],
            voor_anderen=others[t],
        )


def _missed(program: Planprogramma) -> Floats:
    """Give the missed participation of a household in each cell [adults x missed score]."""
    look, cells = program.look, program.cells
    nareis = look.groups.nareis
    table = look.participation
    last = np.zeros(table.shape[1]) if nareis is None else table[nareis.alone].mean(axis=0)
    return np.vstack([table, last])[cells.group, cells.plek]


def _added(program: Planprogramma, columns: Floats) -> tuple[list[dict[str, float]], list[dict[str, int]], list[float]]:
    """Give by kwartaal the homes that can be lived in from then on, the units that start, and homes for others."""
    look = program.look
    added: list[dict[str, float]] = [{} for _ in range(look.count)]
    started: list[dict[str, int]] = [{} for _ in range(look.count)]
    others = [0.0] * look.count
    for way in look.measures:
        units = np.rint(program.values(f"start_{way.kind.naam}", columns)).sum(axis=1)
        for t, count in enumerate(units):
            started[t][way.kind.naam] = int(count)
            ready = t + int(way.lead[t])
            if ready < look.count:
                own = look.series["flexibel.aandeel"][t] if way.kind.mixed else 1.0
                added[ready][way.kind.naam] = added[ready].get(way.kind.naam, 0.0) + float(count * way.kind.gives * own)
                others[ready] += float(count * way.kind.gives * (1 - own))
    return added, started, others


def _starts(program: Planprogramma, columns: Floats) -> Iterator[Start]:
    """List what starts, by way, kwartaal and place."""
    look = program.look
    later = next_quarters(look.series.kwartalen[0], look.count + 60)
    for way in look.measures:
        units = np.rint(program.values(f"start_{way.kind.naam}", columns)).astype(int)
        for t, place in zip(*np.nonzero(units), strict=True):
            ready = int(t + way.lead[t])
            yield Start(
                way.kind.naam,
                way.places[place],
                look.quarter.codes[way.gemeente[place]],
                look.series.kwartalen[t],
                int(units[t, place]),
                int(units[t, place]) * way.kind.gives,
                *way.kind.home,
                later[ready],
            )


def _gemeenten(program: Planprogramma, columns: Floats) -> Iterator[Gemeentestand]:
    """Tell of every gemeente in every kwartaal."""
    look, each = program.look, program.values
    taken, total = each("taken", columns), each("total", columns)
    target = look.key[None, :] * (total - look.catch_up.sum(axis=1))[:, None] + look.catch_up
    above = each("above_near", columns) + each("above_far", columns)
    below = each("below_near", columns) + each("below_far", columns)
    queue = each("queue", columns).sum(axis=2)
    for g, code in enumerate(look.quarter.codes):
        for t, kwartaal in enumerate(look.series.kwartalen):
            numbers = target[t, g], taken[t, g], above[t, g] - below[t, g], queue[t, g]
            yield Gemeentestand(code, kwartaal, *map(float, numbers))


def _groups(program: Planprogramma, found: Flows) -> Iterator[Groepstand]:
    """Tell of every group in every kwartaal."""
    each, children = persons(program.look), np.append(program.look.groups.children, 0.0)
    for k, name in enumerate(group_names(program)):
        for t, kwartaal in enumerate(program.look.series.kwartalen):
            yield Groepstand(
                groep=name,
                personen_per_huishouden=float(each[k]),
                kwartaal=kwartaal,
                instroom=float(found.inflow[t, k]),
                gehuisvest=float(found.housed[t, k]),
                wachtend=float(found.waiting[t, k]),
                wachtend_lang=float(found.late[t, k]),
                kinderen=float(found.waiting[t, k] * children[k]),
            )


def _placements(program: Planprogramma, columns: Floats) -> Iterator[Plaatsing]:
    """List the cells that are used."""
    look, cells = program.look, program.cells
    x, names, each = program.values("x", columns), group_names(program), persons(look)
    plekken, codes = look.quarter.plekken, look.quarter.codes
    for n in np.flatnonzero(x > SEEN):
        plek, group = cells.plek[n], cells.group[n]
        form, sleeps = look.quarter.homes.types[cells.home[n]]
        yield Plaatsing(
            kwartaal=look.series.kwartalen[cells.quarter[n]],
            gemeentecode=codes[plekken.owner[plek]],
            gastgemeente=codes[plekken.host[plek]],
            woonvorm=form,
            slaapt=sleeps,
            groep=names[group],
            nareis=MARKS[int(cells.nareis[n])],
            huishoudens=float(x[n]),
            personen=float(x[n] * each[group]),
        )


def _prices(program: Planprogramma, solved: Opgelost) -> Iterator[Prijs]:
    """List what one more home would improve at most, the highest first."""
    look = program.look
    prices = -solved.duals[program.tableau.rows["homes"]]
    order = np.argsort(-prices, axis=None, kind="stable")[:MOST_PRICES]
    for t, plek, home in zip(*np.unravel_index(order, prices.shape), strict=True):
        if prices[t, plek, home] > SEEN:
            code = look.quarter.codes[look.quarter.plekken.owner[plek]]
            form, sleeps = look.quarter.homes.types[home]
            yield Prijs(look.series.kwartalen[t], code, form, sleeps, float(prices[t, plek, home]))
