"""Course seats and school places of each gemeente this kwartaal, and how many the plan uses there."""

from collections import Counter

import pandas as pd

from inputs.case import Case
from inputs.domain import LEERROUTES, SCHOOLSOORTEN
from optimizer.result import Allocation
from reports.source import bron
from reports.words import Lang

PLAATSEN = ("gemeentecode", "naam", "soort", "wat", "aangeboden", "gebruikt", "bron")
KINDS = (*(("cursusplaats", route) for route in LEERROUTES), *(("schoolplaats", soort) for soort in SCHOOLSOORTEN))
"""Kinds of places, each in a row of its own; where there are none the row says 0."""

Place = tuple[str, str]


def plaatsen_frame(case: Case, allocation: Allocation, lang: Lang = "nl") -> pd.DataFrame:
    """Give a row per gemeente and kind of place: on offer and in use there [adults or children].

    Who is housed counts where it lives, not at the owner. More in use than on offer are seats of the next kwartaal,
    at the price of a wait.
    """
    offered, used, source = _offered(case), _used(case, allocation), bron(case, lang)
    rows = [
        (g.gemeentecode, g.naam, *kind, offered[g.gemeentecode, kind], used[g.gemeentecode, kind], source)
        for g in sorted(case.gemeenten, key=lambda g: g.gemeentecode)
        for kind in KINDS
    ]
    return pd.DataFrame(rows, columns=list(PLAATSEN))


def _offered(case: Case) -> Counter[tuple[str, Place]]:
    """Count the places of this kwartaal by gemeente and kind [adults or children]."""
    count: Counter[tuple[str, Place]] = Counter()
    for c in case.inburgering:
        if c.kwartaal == case.scenario.kwartaal:
            count[c.gebied, ("cursusplaats", c.leerroute)] += c.plaatsen
    for s in case.onderwijs:
        if s.kwartaal == case.scenario.kwartaal:
            count[s.gemeentecode, ("schoolplaats", s.soort)] += s.plaatsen
    return count


def _used(case: Case, allocation: Allocation) -> Counter[tuple[str, Place]]:
    """Count who needs a place where it lives [adults or children]."""
    host = {k.huishouden_id: k.gastgemeente for k in allocation.koppelingen}
    count: Counter[tuple[str, Place]] = Counter()
    for d in case.deelnemers:
        if d.huishouden_id in host:
            count[host[d.huishouden_id], ("cursusplaats", d.leerroute)] += 1
    for h in case.huishoudens:
        if h.huishouden_id in host:
            for soort, children in zip(SCHOOLSOORTEN, (h.kinderen_4_11, h.kinderen_12_17), strict=True):
                count[host[h.huishouden_id], ("schoolplaats", soort)] += children
    return count
