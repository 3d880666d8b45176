"""The households of a quarter as arrays, in order of pseudonym."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple

import numpy as np

from inputs.case import Case, begin
from inputs.domain import LEERROUTES, SCHOOLSOORTEN, Huishouden
from optimizer.model import Floats, Ints


class Kind(NamedTuple):
    """What decides which home types a household may take: sleeping places, huishoudtype, and delen."""

    slaapplaatsen: int
    huishoudtype: str
    delen: str


@dataclass(frozen=True, eq=False)
class People:
    """Households as arrays.

    Attributes
    ----------
    persons, children, weeks : ndarray
        Persons, children, and weeks since the permit on the first day of the kwartaal [household].
    adults : ndarray
        Adults per leerroute [household x leerroute].
    school : ndarray
        Children of school age per soort: 4-11 po, 12-17 isk [household x soort].
    workers : ndarray
        Adults per sector [household x sector].
    group : ndarray
        Housing group, a row of ``kinds`` [household].
    location : ndarray
        Row of ``sites``, the names of the opvanglocaties [household].
    tie : ndarray
        Number in [0, 1) from the pseudonym, for the tie-break [household].
    """

    ids: tuple[str, ...]
    kinds: tuple[Kind, ...]
    sectors: tuple[str, ...]
    sites: tuple[str, ...]
    persons: Floats
    children: Floats
    weeks: Floats
    adults: Floats
    school: Floats
    workers: Floats
    group: Ints
    location: Ints
    tie: Floats

    @property
    def count(self) -> int:
        """Number of households [households]."""
        return len(self.ids)

    @property
    def group_names(self) -> tuple[str, ...]:
        """Name of each housing group."""
        return tuple("_".join(map(str, kind)) for kind in self.kinds)

    @cached_property
    def index(self) -> dict[str, int]:
        """Row of each pseudonym."""
        return {name: row for row, name in enumerate(self.ids)}


def tie_number(pseudonym: str) -> float:
    """Give a stable number in [0, 1) for a pseudonym; the same on every machine.

    >>> 0 <= tie_number("H00001") < 1
    True
    """
    return int.from_bytes(sha256(pseudonym.encode()).digest()[:6], "big") / 2**48


def kind_of(household: Huishouden, *, nareis: bool = False) -> Kind:
    """Give the housing group of a household; with ``nareis`` expected family counts for the size of the home."""
    expected = household.nareis_personen if nareis else 0
    return Kind(household.personen + expected, household.huishoudtype, household.delen)


def read_people(case: Case) -> People:
    """Count persons, children, weeks, adults per leerroute and per sector of every household."""
    rows, day = case.huishoudens, begin(case.scenario.kwartaal)
    of = [kind_of(h, nareis=case.scenario.nareis == "aan") for h in rows]
    kinds = tuple(sorted(set(of)))
    sites = tuple(site.locatie for site in case.opvanglocaties)
    group_at, site_at = {k: n for n, k in enumerate(kinds)}, {s: n for n, s in enumerate(sites)}
    sectors = tuple(sorted({d.sector for d in case.deelnemers}))
    adults, workers = _adults(case, sectors)
    return People(
        ids=tuple(h.huishouden_id for h in rows),
        kinds=kinds,
        sectors=sectors,
        sites=sites,
        persons=np.array([h.personen for h in rows], float),
        children=np.array([h.kinderen for h in rows], float),
        weeks=np.array([(day - h.vergunningdatum).days / 7 for h in rows]),
        adults=adults,
        school=np.array([(h.kinderen_4_11, h.kinderen_12_17) for h in rows], float).reshape(-1, len(SCHOOLSOORTEN)),
        workers=workers,
        group=np.array([group_at[kind] for kind in of], np.int64),
        location=np.array([site_at[h.opvanglocatie] for h in rows], np.int64),
        tie=np.array([tie_number(h.huishouden_id) for h in rows]),
    )


def _adults(case: Case, sectors: tuple[str, ...]) -> tuple[Floats, Floats]:
    """Count every adult of a household at the adult's own leerroute and sector [adults]."""
    at = {h.huishouden_id: n for n, h in enumerate(case.huishoudens)}
    adults, workers = np.zeros((len(at), len(LEERROUTES))), np.zeros((len(at), len(sectors)))
    for d in case.deelnemers:
        adults[at[d.huishouden_id], LEERROUTES.index(d.leerroute)] += 1
        workers[at[d.huishouden_id], sectors.index(d.sector)] += 1
    return adults, workers
