"""Who waits at the end of a kwartaal: who waited, who came, whose stay ended, less who found or got a home.

Family comes to a part of the singles after some kwartalen. They are followed by the kwartaal in which that happens:
whoever then still waits, or lives in a home for one, waits as a family from then on; whoever got a home in which the
family fits does not.
"""

from dataclasses import dataclass

import numpy as np

from optimizer.horizon.cells import READY, SMALL, Cells
from optimizer.horizon.outlook import Outlook
from optimizer.horizon.tableau import Tableau
from optimizer.model import NONE, Floats

WEEKS = 13
"""Weeks in a kwartaal [weeks]."""


@dataclass(frozen=True, eq=False)
class Arrivals:
    """Households by kwartaal in which they start to wait.

    Attributes
    ----------
    waiting, inflow : ndarray
        Of the groups without family to come: at the start [group, households] and in each kwartaal [kwartaal x group].
    expecting : ndarray
        Singles of whom family comes, by the kwartaal in which they start to wait and that in which the family comes;
        at the start they are there in kwartaal 0 [kwartaal x kwartaal of the family, households]. The last column is
        for families that come after the plan.
    came : ndarray
        Of those, the ones that start to wait in each kwartaal; who waits at the start left out [kwartaal, households].
    """

    waiting: Floats
    inflow: Floats
    expecting: Floats
    came: Floats

    @property
    def expecting_at_start(self) -> float:
        """Singles of whom family comes that wait at the start [households]."""
        return float(self.expecting[0].sum() - self.came[0])


def arrivals(look: Outlook) -> Arrivals:
    """Tell those of whom family comes from the others; those who wait at the start get it spread over the delay."""
    waiting, inflow = look.groups.waiting.copy(), look.inflow.copy()
    expecting = np.zeros((look.count, look.count + 1))
    nareis = look.groups.nareis
    if nareis is None:
        return Arrivals(waiting, inflow, expecting, np.zeros(look.count))
    part = np.minimum(look.series["nareis.deel_alleenstaanden"] * look.series["nareis.factor"], 1.0)
    delay = np.maximum(np.rint(look.series["nareis.vertraging"]), 1).astype(int)
    start = float(waiting[nareis.alone].sum() * part[0])
    for comes in range(1, delay[0] + 1):
        expecting[0, min(comes, look.count)] += start / delay[0]
    waiting[nareis.alone] *= 1 - part[0]
    came = inflow[:, nareis.alone].sum(axis=1) * part
    for t in range(look.count):
        expecting[t, min(t + delay[t], look.count)] += came[t]
        inflow[t, nareis.alone] *= 1 - part[t]
    return Arrivals(waiting, inflow, expecting, came)


def staying(look: Outlook) -> Floats:
    """Give the part of the waiting that finds no home by itself [kwartaal x group, the last: family to come, 1]."""
    single = np.append(look.groups.single, True)
    leaving = np.where(single[None, :], look.series["zelf.alleen"][:, None], look.series["zelf.overig"][:, None])
    return 1 - leaving


def persons(look: Outlook) -> Floats:
    """Give the persons of a household; the last: of a single of whom family comes [persons]."""
    return np.append(look.groups.persons, 1.0)


def weight(look: Outlook) -> Floats:
    """Weigh what it means that a household waits, as the quarter does, children included [punten/kwartaal]."""
    each = look.quarter.parameter("uitstroom.per_persoon")
    children = np.append(look.groups.children, 0.0)
    return each * (persons(look) + look.quarter.parameter("uitstroom.per_kind") * children)


def add_waiting(tableau: Tableau, look: Outlook, cells: Cells) -> None:
    """Add who waits, and the balance of each group and kwartaal."""
    came, stays = arrivals(look), staying(look)
    count, kinds = look.count, len(look.groups.kinds)
    most = float(came.waiting @ np.ones(kinds) + came.inflow.sum() + came.expecting.sum()) * (count + 1) + 1
    w = tableau.add_columns("waiting", (count, kinds), weight(look)[None, :-1], most)
    into = stays[:, :-1] * came.inflow
    into[0] += stays[0, :-1] * came.waiting
    rows = tableau.add_rows("balance", (count, kinds), into, into)
    tableau.put(rows, w, 1.0)
    tableau.put(rows[1:], w[:-1], -stays[1:, :-1])
    usual = cells.nareis == 0
    x = tableau.columns["x"]
    tableau.put(rows[cells.quarter, np.minimum(cells.group, kinds - 1)][usual], x[usual], 1.0)
    ends = usual & (cells.back >= 0)
    back, group = cells.back[ends], cells.group[ends]
    tableau.put(rows[back, group], x[ends], -stays[back, group])
    _expecting(tableau, look, cells, came, most)
    _long(tableau, look, came, most)


def _expecting(tableau: Tableau, look: Outlook, cells: Cells, came: Arrivals, most: float) -> None:
    """Follow the singles of whom family comes until it does, by the kwartaal in which that is."""
    count, nareis = look.count, look.groups.nareis
    if nareis is None:
        return
    stays = staying(look)[:, -1]
    alive = np.tril(np.ones((count + 1, count), bool), -1).T  # kwartaal before that in which the family comes
    room = np.where(alive, most, 0.0)
    w = tableau.add_columns("expecting", (count, count + 1), weight(look)[-1], room)
    small = tableau.add_columns("small", (count, count + 1), 0.0, room)
    ready = tableau.add_columns("ready", (count, count + 1), 0.0, room)
    into = np.where(alive, stays[:, None] * came.expecting, 0.0)
    rows = tableau.add_rows("balance_expecting", (count, count + 1), into, into)
    for block in (w, small, ready):
        tableau.put(rows, block, 1.0)
    tableau.put(rows[1:], w[:-1], np.where(alive[1:], -stays[1:, None], 0.0))
    for block, mark, name in ((small, SMALL, "homes_small"), (ready, READY, "homes_ready")):
        link, mine = tableau.add_rows(name, (count,), 0.0, 0.0), cells.nareis == mark
        tableau.put(link[:, None], block, 1.0)
        tableau.put(link[cells.quarter[mine]], tableau.columns["x"][mine], -1.0)
    family, kept = tableau.rows["balance"][:, nareis.family], staying(look)[:, nareis.family]
    for comes in range(1, count):
        tableau.put(family[comes : comes + 1], w[comes - 1, comes : comes + 1], -kept[comes])
        tableau.put(family[comes : comes + 1], small[:comes, comes], -kept[comes])


def _long(tableau: Tableau, look: Outlook, came: Arrivals, most: float) -> None:
    """Price whoever waits longer than a kwartaal: more wait than came in it [households]."""
    extra = (
        WEEKS * look.quarter.parameter("uitstroom.per_week_na_norm") * look.quarter.parameter("uitstroom.per_persoon")
    )
    kinds = len(look.groups.kinds)
    late = tableau.add_columns("late", (look.count, kinds + 1), extra * persons(look)[None, :], most)
    new = np.column_stack([came.inflow, came.came])
    rows = tableau.add_rows("late", (look.count, kinds + 1), -new, NONE)
    tableau.put(rows, late, 1.0)
    tableau.put(rows[:, :-1], tableau.columns["waiting"], -1.0)
    if look.groups.nareis is not None:
        tableau.put(rows[:, -1:], tableau.columns["expecting"], -1.0)
