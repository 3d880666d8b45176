"""Synthetic balances, reception sites, course seats, school places and work in real gemeenten."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.random import RandomState

from inputs.domain import (
    LEERROUTES,
    SCHOOLSOORTEN,
    Arbeidsvraag,
    Cursusplaatsen,
    Deelnemer,
    Gemeente,
    Huishouden,
    Opvanglocatie,
    Schoolplaatsen,
)
from inputs.example.margins import Margins
from inputs.example.people import SECTOREN

Vector = np.ndarray[tuple[int], np.dtype[np.float64]]
LEAD = 0.12
"""Assumed sum of what is ahead, as a part of the net backlog [1]."""
BEDS_PER_SITE = 400
"""Beds of a synthetic reception site, for the share that waits for a home [beds]."""


def largest_remainder(shares: Any, total: int) -> Any:
    """Round shares of a total to whole numbers that sum to it [unit of total].

    >>> largest_remainder([0.5, 0.3, 0.2], 7).tolist()
    [4, 2, 1]
    """
    exact = np.asarray(shares, float) / np.sum(shares) * total
    whole = np.floor(exact).astype(int)
    order = np.argsort(-(exact - whole), kind="stable")
    whole[order[: total - whole.sum()]] += 1
    return whole


def balances(random: RandomState, margins: Margins, inwoners: Vector, part: float) -> Any:
    """Draw opening balances [persons, + behind] whose sum is the published backlog times ``part`` of the country."""
    n = len(inwoners)
    behind = round(n * margins.number("gemeenten_achter") / 342)
    ahead = min(n - behind, round(n * margins.number("gemeenten_voor") / 342))
    order = random.permutation(n)
    size = inwoners * random.gamma(2.0, 0.5, n)
    total = round(margins.number("achterstand") * part)
    lead = _at_least_one(size[order[:ahead]], round(LEAD * total))
    out = np.zeros(n, int)
    out[order[:ahead]] = -lead
    out[order[ahead : ahead + behind]] = _at_least_one(size[order[ahead : ahead + behind]], total + int(lead.sum()))
    return out


def _at_least_one(shares: Any, total: int) -> Any:
    """Spread a total so that everyone who is behind or ahead is so by at least one person [persons]."""
    return 1 + largest_remainder(shares, total - len(shares)) if len(shares) else np.zeros(0, int)


def lettings(random: RandomState, margins: Margins, inwoners: Vector, part: float) -> Any:
    """Spread the social homes let in a kwartaal by inhabitants, with noise [homes]."""
    total = round(margins.number("sociale_verhuringen") / 4 * part)
    return largest_remainder(inwoners * random.gamma(20.0, 0.05, len(inwoners)), total)


def sites(
    random: RandomState, gemeenten: tuple[Gemeente, ...], punten: Mapping[str, tuple[float, float]], people: int
) -> tuple[Opvanglocatie, ...]:
    """Draw synthetic reception sites near the main place of real gemeenten [degrees, beds]."""
    count = max(2, round(people / 150))
    at = np.sort(random.choice(len(gemeenten), min(count, len(gemeenten)), replace=False))
    shift = random.normal(0.0, 0.01, (len(at), 2))
    beds = np.maximum(20, random.gamma(2.0, BEDS_PER_SITE / 2, len(at))).astype(int)
    return tuple(
        Opvanglocatie(
            f"Synthetische locatie {gemeenten[g].naam}",
            gemeenten[g].gemeentecode,
            round(min(7.29, max(3.21, punten[gemeenten[g].gemeentecode][0] + shift[k, 0])), 4),
            round(min(53.69, max(50.71, punten[gemeenten[g].gemeentecode][1] + shift[k, 1])), 4),
            int(beds[k]),
        )
        for k, g in enumerate(at)
    )


def seats(
    random: RandomState, margins: Margins, gemeenten: tuple[Gemeente, ...], adults: tuple[Deelnemer, ...], kwartaal: str
) -> tuple[Cursusplaatsen, ...]:
    """Spread course seats by inhabitants, with noise [adults]."""
    rows = []
    for leerroute in LEERROUTES:
        need = sum(adult.leerroute == leerroute for adult in adults) * margins.number("cursusplaatsen")
        rows.append(_spread(random, gemeenten, round(need)))
    return tuple(
        Cursusplaatsen(g.gemeentecode, leerroute, kwartaal, int(row[k]))  # type: ignore[arg-type]
        for k, g in enumerate(gemeenten)
        for leerroute, row in zip(LEERROUTES, rows, strict=True)
    )


def schools(
    random: RandomState,
    margins: Margins,
    gemeenten: tuple[Gemeente, ...],
    households: tuple[Huishouden, ...],
    kwartaal: str,
) -> tuple[Schoolplaatsen, ...]:
    """Spread school places by inhabitants, with noise [children]."""
    need = (sum(h.kinderen_4_11 for h in households), sum(h.kinderen_12_17 for h in households))
    rows = [_spread(random, gemeenten, round(n * margins.number("schoolplaatsen"))) for n in need]
    return tuple(
        Schoolplaatsen(g.gemeentecode, soort, kwartaal, int(row[k]))  # type: ignore[arg-type]
        for k, g in enumerate(gemeenten)
        for soort, row in zip(SCHOOLSOORTEN, rows, strict=True)
    )


def work(
    random: RandomState, gemeenten: tuple[Gemeente, ...], adults: tuple[Deelnemer, ...], kwartaal: str
) -> tuple[Arbeidsvraag, ...]:
    """Draw places for work per arbeidsmarktregio and sector, more or less than its inhabitants would say [adults]."""
    regions = sorted({g.arbeidsmarktregio for g in gemeenten})
    people = np.array(
        [sum(g.inwoners for g in gemeenten if g.arbeidsmarktregio == region) for region in regions], float
    )
    rows = []
    for sector in SECTOREN[:-1]:
        need = sum(adult.sector == sector for adult in adults)
        expected = people / people.sum() * need * random.gamma(3.0, 1 / 3, len(regions))
        rows += [
            Arbeidsvraag(region, sector, kwartaal, int(places))
            for region, places in zip(regions, np.ceil(expected), strict=True)
        ]
    return tuple(rows)


def _spread(random: RandomState, gemeenten: tuple[Gemeente, ...], total: int) -> Any:
    """Spread a total over the gemeenten by inhabitants times noise, in whole numbers."""
    size = np.array([g.inwoners for g in gemeenten], float) * random.gamma(6.0, 1 / 6, len(gemeenten))
    return largest_remainder(size, total)
