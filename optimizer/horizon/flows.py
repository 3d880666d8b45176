"""Who comes, waits, finds a home and gets one, by group and kwartaal, read from the columns of a solved plan."""

from dataclasses import dataclass

import numpy as np

from optimizer.horizon.cells import READY, SMALL
from optimizer.horizon.program import Planprogramma
from optimizer.horizon.waiting import arrivals, persons, staying
from optimizer.model import Floats


@dataclass(frozen=True, eq=False)
class Flows:
    """Households by kwartaal and group; the last group: singles of whom family comes [kwartaal x group, households].

    Attributes
    ----------
    family : ndarray
        Families that start to wait because family came, by kwartaal; of them ``lost`` singles waited until then.
    """

    inflow: Floats
    back: Floats
    family: Floats
    lost: Floats
    found: Floats
    housed: Floats
    ready: Floats
    waiting: Floats
    late: Floats


def flows(program: Planprogramma, columns: Floats) -> Flows:
    """Read the flows of a plan."""
    look, cells = program.look, program.cells
    count, kinds = look.count, len(look.groups.kinds)
    came, each = arrivals(look), program.values
    x = np.maximum(each("x", columns), 0.0)
    housed, back, ready = (np.zeros((count, kinds + 1)) for _ in range(3))
    np.add.at(housed, (cells.quarter, cells.group), x)
    on = cells.nareis == READY
    np.add.at(ready, (cells.quarter[on], cells.group[on]), x[on])
    ends = cells.back >= 0
    np.add.at(back, (cells.back[ends], cells.group[ends]), x[ends])
    waiting = np.zeros((count, kinds + 1))
    waiting[:, :-1] = each("waiting", columns)
    family, lost = np.zeros(count), np.zeros(count)
    expecting = each("expecting", columns)
    if expecting.ndim:
        waiting[:, -1] = expecting.sum(axis=1)
        small = each("small", columns)
        for comes in range(1, count):
            lost[comes] = expecting[comes - 1, comes]
            family[comes] = lost[comes] + small[:comes, comes].sum()
    inflow = np.column_stack([came.inflow, came.came])
    before = np.vstack([np.append(came.waiting, came.expecting_at_start), waiting[:-1]])
    total = before + inflow + back
    if look.groups.nareis is not None:
        total[:, look.groups.nareis.family] += family
    total[:, -1] -= lost
    found = (1 - staying(look)) * total
    return Flows(inflow, back, family, lost, found, housed, ready, waiting, each("late", columns))


def in_persons(program: Planprogramma, households: Floats) -> Floats:
    """Turn households by group into persons by kwartaal [persons]."""
    return households @ persons(program.look)


def nareis_persons(program: Planprogramma, found: Flows) -> Floats:
    """Give the persons by which family makes more wait: families, less the singles that waited already [persons]."""
    nareis = program.look.groups.nareis
    if nareis is None:
        return np.zeros(program.look.count)
    added: Floats = found.family * program.look.groups.persons[nareis.family] - found.lost
    return added


MARKS = {0: "", SMALL: "klein", READY: "gezinsklaar"}
"""Word for the home of a single of whom family comes."""
