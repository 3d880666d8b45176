"""Homes, seats and places of each kwartaal, as the tables hold them and the values change them.

A kwartaal of which a table has no row at all gets the numbers of the last kwartaal that has any; the plan says so. A
home that misses its kwartaal may come one later, for the part that the values say.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from inputs.case import Case
from inputs.domain import GEDEELD, LEERROUTES, SCHOOLSOORTEN, Woningaanbod
from inputs.horizon import Reeksen
from optimizer.homes import plek_name
from optimizer.horizon.measures import WHOLE, country
from optimizer.model import Floats
from optimizer.quarter import Quarter

NEW_SIZES = "sociale_huur"
"""Woonvorm of newly built homes; their sizes are those of the social homes on offer."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Homes that can be taken in more than one kwartaal: row of the plek and the type, first and last, and how many."""

    plek: int
    home: int
    first: int
    last: int
    homes: float


@dataclass(frozen=True, eq=False)
class Supply:
    """What there is in each kwartaal.

    Attributes
    ----------
    homes : ndarray
        Homes that can be taken in that kwartaal only [kwartaal x plek x home type, homes or rooms].
    batches : tuple of Batch
        Homes that can be taken in several.
    seats, places : ndarray
        [kwartaal x gemeente x leerroute, adults] and [kwartaal x gemeente x soort, children].
    repeated : Mapping
        Kwartalen of which a table has no row, by table; they repeat the last one that has.
    missed : ndarray
        Homes that miss their kwartaal [kwartaal x home type, homes or rooms].
    """

    homes: Floats
    batches: tuple[Batch, ...]
    seats: Floats
    places: Floats
    repeated: Mapping[str, tuple[str, ...]]
    missed: Floats


def supply(case: Case, quarter: Quarter, series: Reeksen) -> Supply:
    """Read homes, seats and places of every kwartaal."""
    homes, batches, repeated = _homes(case, quarter, series)
    at, tables = {code: n for n, code in enumerate(quarter.codes)}, {"woningaanbod": repeated}
    seats = np.zeros((len(series.kwartalen), len(at), len(LEERROUTES)))
    there, tables["inburgering"] = _source(series.kwartalen, {c.kwartaal for c in case.inburgering})
    for c in case.inburgering:
        for t in there[c.kwartaal]:
            seats[t, at[c.gebied], LEERROUTES.index(c.leerroute)] += c.plaatsen
    places = np.zeros((len(series.kwartalen), len(at), len(SCHOOLSOORTEN)))
    there, tables["onderwijs"] = _source(series.kwartalen, {s.kwartaal for s in case.onderwijs})
    for s in case.onderwijs:
        for t in there[s.kwartaal]:
            places[t, at[s.gemeentecode], SCHOOLSOORTEN.index(s.soort)] += s.plaatsen
    factors = series["aanbod.cursus"][:, None, None], series["aanbod.school"][:, None, None]
    return Supply(
        homes,
        batches,
        seats * factors[0],
        places * factors[1],
        {name: some for name, some in tables.items() if some},
        missed_homes(case, quarter, series),
    )


def _source(kwartalen: tuple[str, ...], known: set[str]) -> tuple[dict[str, list[int]], tuple[str, ...]]:
    """Say which kwartalen of the plan take the rows of each kwartaal of a table, and which of them are a repetition."""
    taken, repeated = defaultdict[str, list[int]](list), list[str]()
    for t, kwartaal in enumerate(kwartalen):
        source = max((k for k in known if k <= kwartaal), default=None)
        if source is not None:
            taken[source].append(t)
        if source != kwartaal:
            repeated.append(kwartaal)
    return taken, tuple(repeated)


def _homes(case: Case, quarter: Quarter, series: Reeksen) -> tuple[Floats, tuple[Batch, ...], tuple[str, ...]]:
    """Count the homes of every kwartaal, those that can be taken in several apart."""
    kwartalen, late = series.kwartalen, series["aanbod.uitloop_deel"]
    plek, home = ({name: n for n, name in enumerate(names)} for names in (quarter.plekken.names, quarter.homes.types))
    there, repeated = _source(kwartalen, {r.kwartaal for r in case.woningaanbod})
    homes = np.zeros((len(kwartalen), len(plek), len(home)))
    batches = []
    for r in case.woningaanbod:
        if r.aantal * r.aandeel_statushouders + WHOLE < 1:  # no whole home, so no home type either
            continue
        place = plek[plek_name(r)], home[str(r.woonvorm), r.slaapt]
        until = _until(r, kwartalen)
        if until is not None:
            batches.append(Batch(*place, *until, float(r.plaatsen) * _factor(case, series, r)[until[0]]))
            continue
        factor = _factor(case, series, r)
        for t in there[r.kwartaal]:
            homes[(t, *place)] += r.plaatsen * factor[t]
            if t + 1 < len(kwartalen):
                homes[(t + 1, *place)] += late[t] * _missed(r) * factor[t]
    homes += _newly_built(quarter, series, homes)
    return homes, tuple(b for b in batches if b.homes > 0), repeated


def missed_homes(case: Case, quarter: Quarter, series: Reeksen) -> Floats:
    """Count the homes that miss their kwartaal and do not come in it [kwartaal x home type, homes or rooms]."""
    home = {name: n for n, name in enumerate(quarter.homes.types)}
    there, _ = _source(series.kwartalen, {r.kwartaal for r in case.woningaanbod})
    missed = np.zeros((len(series.kwartalen), len(home)))
    for r in case.woningaanbod:
        for t in there[r.kwartaal] if _missed(r) else ():
            missed[t, home[str(r.woonvorm), r.slaapt]] += _missed(r) * _factor(case, series, r)[t]
    return missed


def _until(record: Woningaanbod, kwartalen: tuple[str, ...]) -> tuple[int, int] | None:
    """Give the first and last kwartaal of the plan in which homes can be taken, where those differ."""
    if record.tot_kwartaal is None or record.tot_kwartaal == record.kwartaal:
        return None
    inside = [t for t, k in enumerate(kwartalen) if record.kwartaal <= k <= record.tot_kwartaal]
    return (inside[0], inside[-1]) if inside else (0, -1)


def _missed(record: Woningaanbod) -> int:
    """Count the homes for statushouders that miss their kwartaal [homes or rooms]."""
    all_in_time = int(record.aantal * record.aandeel_statushouders + WHOLE)
    return (all_in_time - record.bruikbaar) * (record.slaapt if record.woonvorm == GEDEELD else 1)


def _factor(case: Case, series: Reeksen, record: Woningaanbod) -> Floats:
    """Give what the values make of a record, by kwartaal [1]."""
    large = record.slaapt >= case.parameters["grote_gezinnen.vanaf_personen"]
    own = series[f"aanbod.{record.woonvorm}"]
    return own * series["aanbod.groot"] if large else own


def _newly_built(quarter: Quarter, series: Reeksen, homes: Floats) -> Floats:
    """Add the part of the new homes of the country that goes to statushouders, by inhabitants and by sizes on offer."""
    built = series["nieuwbouw.woningen_per_jaar"] / 4 * series["nieuwbouw.deel_statushouders"]
    social = np.array([form == NEW_SIZES for form, _ in quarter.homes.types])
    on_offer = homes[0][:, social].sum(axis=0)
    added = np.zeros_like(homes)
    if not built.any() or not on_offer.any():
        return added
    people = np.array([g.inwoners for g in quarter.case.gemeenten], float) / country()
    own = quarter.plekken.owner == quarter.plekken.host
    each = np.where(own, people[quarter.plekken.owner], 0.0)
    added[:, :, social] = built[:, None, None] * each[None, :, None] * (on_offer / on_offer.sum())[None, None, :]
    return added
