"""What a gemeente offers besides homes: course seats, school places, places for work, distance from reception."""

from dataclasses import dataclass

import numpy as np

from inputs.case import Afstanden, Case
from inputs.domain import LEERROUTES, SCHOOLSOORTEN
from inputs.horizon import next_quarters
from optimizer.model import Floats
from optimizer.people import People

EXACT = 1e-9
"""Guard against a product such as 10 x 0.7 = 6.999... losing a whole seat [adults]."""
NO_SECTOR = "geen"
"""Sector of an adult who looks for no work."""


@dataclass(frozen=True, eq=False)
class Services:
    """Services by host gemeente.

    Attributes
    ----------
    seats : ndarray
        Course seats [gemeente x leerroute, adults].
    places : ndarray
        School places [gemeente x soort, children].
    work : ndarray
        Places for work [arbeidsmarktregio x sector, adults].
    later : ndarray
        Course seats of the next kwartaal that may be used now, at a wait [gemeente x leerroute, adults].
    distance : ndarray
        [opvanglocatie x gemeente, km].
    """

    seats: Floats
    places: Floats
    later: Floats
    work: Floats
    distance: Floats


def read_services(case: Case, codes: tuple[str, ...], people: People, afstanden: Afstanden) -> Services:
    """Read seats, places, work and distances of the scenario's kwartaal."""
    at, now = {code: n for n, code in enumerate(codes)}, case.scenario.kwartaal
    places = np.zeros((len(codes), len(SCHOOLSOORTEN)))
    part = case.parameters["inburgering.deel_volgend"]
    for s in case.onderwijs:
        if s.kwartaal == now:
            places[at[s.gemeentecode], SCHOOLSOORTEN.index(s.soort)] += s.plaatsen
    km = np.array(afstanden.km, float).reshape(len(afstanden.locaties), -1)
    rows = [afstanden.locaties.index(site) for site in people.sites]
    columns = [afstanden.gemeentecodes.index(code) for code in codes]
    return Services(
        _seats(case, at, now),
        places,
        np.floor(part * _seats(case, at, after(now)) + EXACT),
        _work(case, people.sectors),
        km[np.ix_(rows, columns)],
    )


def after(kwartaal: str) -> str:
    """Give the next kwartaal.

    >>> after("2026K4")
    '2027K1'
    """
    return next_quarters(kwartaal, 2)[1]


def _seats(case: Case, at: dict[str, int], kwartaal: str) -> Floats:
    """Add up the course seats of one kwartaal [gemeente x leerroute, adults]."""
    seats = np.zeros((len(at), len(LEERROUTES)))
    for c in case.inburgering:
        if c.kwartaal == kwartaal:
            seats[at[c.gebied], LEERROUTES.index(c.leerroute)] += c.plaatsen
    return seats


def _work(case: Case, sectors: tuple[str, ...]) -> Floats:
    """Add up the places for work of the kwartaal [arbeidsmarktregio x sector, adults]."""
    regions = regions_of(case)
    region_at, sector_at = {r: n for n, r in enumerate(regions)}, {s: n for n, s in enumerate(sectors)}
    work = np.zeros((len(regions), len(sectors)))
    for a in case.arbeidsmarkt:
        if a.kwartaal == case.scenario.kwartaal and a.sector in sector_at and a.arbeidsmarktregio in region_at:
            work[region_at[a.arbeidsmarktregio], sector_at[a.sector]] += a.plaatsen
    return work


def regions_of(case: Case) -> tuple[str, ...]:
    """List the arbeidsmarktregio's of the case."""
    return tuple(sorted({g.arbeidsmarktregio for g in case.gemeenten}))
