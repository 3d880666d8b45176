"""Synthetic households: their size, adults, children, permit date, place in reception and hard grounds."""

from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
from numpy.random import RandomState

from inputs.domain import LEERROUTES, Binding, Deelnemer, Gemeente, Grond, Huishouden, Leerroute, Opvanglocatie
from inputs.example.margins import Margins

SECTOREN = ("bouw", "horeca", "ict", "industrie", "logistiek", "schoonmaak", "zorg", "geen")
"""Sectors of work of the synthetic adults; "geen" is no experience."""
SECTORAANDEEL = (0.10, 0.12, 0.05, 0.13, 0.14, 0.09, 0.10, 0.27)
"""Assumed share of each sector among adults [1]; no published figure was found."""
GRONDEN: tuple[Grond, ...] = ("familie1", "werk", "studie", "medisch")
WAIT_SHAPE, WAIT_SCALE = 2.0, 13.0
"""Gamma distribution of the weeks waited [weeks]: 70 % beyond 14 weeks, the published margin."""
LONGEST_WAIT = 150
"""No synthetic household waits longer [weeks]."""


class People(NamedTuple):
    """Households, their adults, and the grounds that tie some of them."""

    huishoudens: tuple[Huishouden, ...]
    deelnemers: tuple[Deelnemer, ...]
    bindingen: tuple[Binding, ...]


def draw_people(
    random: RandomState,
    margins: Margins,
    count: int,
    sites: tuple[Opvanglocatie, ...],
    gemeenten: tuple[Gemeente, ...],
    begin: date,
) -> People:
    """Draw ``count`` households [households] that wait on the day ``begin``."""
    size = _sizes(random, margins, count)
    two = (size > 1) & (random.random_sample(count) < margins.number("twee_volwassenen"))
    adults = np.where(two, 2, 1)
    children = [random.multinomial(n, margins.shares("leeftijd")) for n in size - adults]
    weeks = np.minimum(random.gamma(WAIT_SHAPE, WAIT_SCALE, count), LONGEST_WAIT)
    beds = np.array([site.capaciteit for site in sites], float)
    at = random.choice(len(sites), count, p=beds / beds.sum())
    wishes = _wishes(random, margins, count, sorted({g.arbeidsmarktregio for g in gemeenten}))
    shares_home = (size == 1) & (random.random_sample(count) < margins.number("delen"))
    households = tuple(
        Huishouden(
            f"H{h + 1:05d}",
            int(adults[h]),
            int(children[h][0]),
            int(children[h][1]),
            int(children[h][2]),
            begin - timedelta(days=int(7 * weeks[h]) + 1),
            sites[at[h]].locatie,
            "ja" if shares_home[h] else "nee",
            voorkeur_1=wishes[h][0],
            voorkeur_2=wishes[h][1],
            voorkeur_3=wishes[h][2],
        )
        for h in range(count)
    )
    return People(
        households,
        _draw_adults(random, margins, households),
        _draw_grounds(random, margins, households, gemeenten, begin),
    )


def _sizes(random: RandomState, margins: Margins, count: int) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """Give household sizes with the exact number of singles, in random order [persons]."""
    single = round(margins.number("alleenstaand") * count)
    large = margins.shares("grootte")
    larger = random.choice(np.arange(2, 2 + len(large)), count - single, p=large)
    return random.permutation(np.concatenate([np.ones(single, np.int64), larger.astype(np.int64)]))


def _wishes(random: RandomState, margins: Margins, count: int, regions: list[str]) -> list[list[str | None]]:
    """Draw for some households one to three arbeidsmarktregio's in order, for the others none."""
    out: list[list[str | None]] = []
    for wishing in random.random_sample(count) < margins.number("voorkeur"):
        many = min(int(random.randint(1, 4)), len(regions)) if wishing else 0
        chosen = [regions[k] for k in random.choice(len(regions), many, replace=False)]
        out.append([*chosen, *[None] * (3 - many)])
    return out


def _draw_adults(random: RandomState, margins: Margins, households: tuple[Huishouden, ...]) -> tuple[Deelnemer, ...]:
    """Give every adult a leerroute and a sector."""
    ids = [household.huishouden_id for household in households for _ in range(household.volwassenen)]
    route = random.choice(len(LEERROUTES), len(ids), p=margins.shares("leerroute"))
    sector = random.choice(len(SECTOREN), len(ids), p=SECTORAANDEEL)
    names: tuple[Leerroute, ...] = ("B1", "onderwijs", "Z")
    return tuple(Deelnemer(i, names[r], SECTOREN[s]) for i, r, s in zip(ids, route, sector, strict=True))


def _draw_grounds(
    random: RandomState,
    margins: Margins,
    households: tuple[Huishouden, ...],
    gemeenten: tuple[Gemeente, ...],
    begin: date,
) -> tuple[Binding, ...]:
    """Tie some households to a gemeente (odd ones) or to an arbeidsmarktregio (even ones), likelier a populous one."""
    tied = np.flatnonzero(random.random_sample(len(households)) < margins.number("gebonden"))
    inhabitants = np.array([gemeente.inwoners for gemeente in gemeenten], float)
    to = random.choice(len(gemeenten), len(tied), p=inhabitants / inhabitants.sum())
    ground = random.choice(len(GRONDEN), len(tied), p=(0.5, 0.25, 0.15, 0.10))
    seen = begin - timedelta(days=30)
    return tuple(
        Binding(households[h].huishouden_id, GRONDEN[k], seen, gemeenten=gemeenten[g].gemeentecode)
        if n % 2
        else Binding(households[h].huishouden_id, GRONDEN[k], seen, regio=gemeenten[g].arbeidsmarktregio)
        for n, (h, k, g) in enumerate(zip(tied, ground, to, strict=True))
    )
