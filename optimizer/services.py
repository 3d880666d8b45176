"""What a gemeente offers besides homes: course seats, school places, fitting work, distance from reception."""

from dataclasses import dataclass

import numpy as np

from inputs.case import Afstanden, Case
from inputs.domain import LEERROUTES, SCHOOLSOORTEN
from optimizer.model import Floats
from optimizer.people import People

NEUTRAL = 0.5
"""Score of an adult without a sector, and of a sector without any place in the country [1]."""
NO_SECTOR = "geen"


@dataclass(frozen=True, eq=False)
class Services:
    """Services by host gemeente.

    Attributes
    ----------
    seats : ndarray
        Course seats [gemeente x leerroute, adults].
    places : ndarray
        School places [gemeente x soort, children].
    score : ndarray
        Participation score, 0 to 1 [sector x gemeente].
    distance : ndarray
        [opvanglocatie x gemeente, km].
    """

    seats: Floats
    places: Floats
    score: Floats
    distance: Floats


def read_services(case: Case, codes: tuple[str, ...], people: People, afstanden: Afstanden) -> Services:
    """Read seats, places, scores and distances of the scenario's kwartaal."""
    at, now = {code: n for n, code in enumerate(codes)}, case.scenario.kwartaal
    seats, places = np.zeros((len(codes), len(LEERROUTES))), np.zeros((len(codes), len(SCHOOLSOORTEN)))
    for c in case.inburgering:
        if c.kwartaal == now:
            seats[at[c.gebied], LEERROUTES.index(c.leerroute)] += c.plaatsen
    for s in case.onderwijs:
        if s.kwartaal == now:
            places[at[s.gemeentecode], SCHOOLSOORTEN.index(s.soort)] += s.plaatsen
    km = np.array(afstanden.km, float).reshape(len(afstanden.locaties), -1)
    rows = [afstanden.locaties.index(site) for site in people.sites]
    columns = [afstanden.gemeentecodes.index(code) for code in codes]
    return Services(seats, places, _scores(case, people.sectors), km[np.ix_(rows, columns)])


def _scores(case: Case, sectors: tuple[str, ...]) -> Floats:
    """Score each sector in each gemeente by the location quotient q of its arbeidsmarktregio: q / (1 + q).

    q is the places for work per inhabitant of the region over those of the country: 1 at the national mean, so that
    the mean scores 0.5. A transparent count, no learned model.
    """
    regions = sorted({g.arbeidsmarktregio for g in case.gemeenten})
    region_at, sector_at = {r: n for n, r in enumerate(regions)}, {s: n for n, s in enumerate(sectors)}
    people = np.zeros(len(regions))
    for g in case.gemeenten:
        people[region_at[g.arbeidsmarktregio]] += g.inwoners
    work = np.zeros((len(sectors), len(regions)))
    for a in case.arbeidsmarkt:
        if a.kwartaal == case.scenario.kwartaal and a.sector in sector_at and a.arbeidsmarktregio in region_at:
            work[sector_at[a.sector], region_at[a.arbeidsmarktregio]] += a.plaatsen
    country = work.sum(1, keepdims=True) / people.sum()
    quotient = np.divide(work / people, country, out=np.ones_like(work), where=country > 0)
    score: Floats = quotient / (1 + quotient)
    if NO_SECTOR in sector_at:
        score[sector_at[NO_SECTOR]] = NEUTRAL
    per_gemeente: Floats = score[:, [region_at[g.arbeidsmarktregio] for g in case.gemeenten]]
    return per_gemeente
