"""What a plan knows beforehand: groups of households, homes and services of each kwartaal, and what is written for it.

Households are taken together by housing group: type and number of persons decide which homes fit. Costs of a place are
the averages of the group in the quarter's own model, so that plan and quarter weigh alike.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from inputs.case import Afstanden, Case
from inputs.domain import LEERROUTES, SCHOOLSOORTEN, Woningaanbod
from inputs.horizon import Reeksen
from inputs.sleutel import grondslag, key_weights
from optimizer.horizon.measures import Measure, measures
from optimizer.horizon.supply import Supply, supply
from optimizer.model import Bools, Floats, Ints
from optimizer.people import Kind
from optimizer.program import Program, read_program
from optimizer.quarter import Quarter, read_quarter, sorted_rows


class Nareis(NamedTuple):
    """Singles of whom family comes: the group as which they live now, the one that they become, and their part of it.

    Attributes
    ----------
    alone : ndarray
        Housing groups of singles.
    family : int
        Housing group of the family.
    """

    alone: Ints
    family: int


@dataclass(frozen=True, eq=False)
class Groups:
    """Households taken together by housing group, in the order of ``kinds``.

    Attributes
    ----------
    waiting : ndarray
        Households that wait at the start [households].
    persons, children : ndarray
        Average of a household [persons].
    adults, school : ndarray
        Average of a household by leerroute [adults] and by school [children].
    """

    kinds: tuple[Kind, ...]
    names: tuple[str, ...]
    waiting: Floats
    persons: Floats
    children: Floats
    adults: Floats
    school: Floats
    nareis: Nareis | None

    @property
    def single(self) -> Bools:
        """Which groups are one adult alone."""
        return np.array([kind.huishoudtype == "alleen" for kind in self.kinds])


@dataclass(frozen=True, eq=False)
class Outlook:
    """Everything the program of a plan follows from.

    Attributes
    ----------
    quarter : Quarter
        The first kwartaal, with every plek and home type of all kwartalen.
    place_cost : ndarray
        Average cost of a household at a plek [group x plek, punten].
    participation : ndarray
        Average missed score of a household at a plek [group x plek, adults x missed score].
    home_cost : ndarray
        Cost of an offer [offer, punten].
    inflow : ndarray
        [kwartaal x group, households].
    key : ndarray
        Part of each gemeente in the key [1].
    catch_up : ndarray
        Part of the opening balance that counts [kwartaal x gemeente, persons].
    beds : ndarray
        Places of each opvanglocatie for everybody [beds].
    """

    quarter: Quarter
    series: Reeksen
    groups: Groups
    measures: tuple[Measure, ...]
    supply: Supply
    place_cost: Floats
    participation: Floats
    home_cost: Floats
    inflow: Floats
    key: Floats
    catch_up: Floats
    beds: Floats

    @property
    def count(self) -> int:
        """Number of kwartalen [kwartalen]."""
        return len(self.series.kwartalen)


def outlook(case: Case, afstanden: Afstanden, series: Reeksen) -> Outlook:
    """Read a checked case for the kwartalen of the series."""
    case = sorted_rows(case)
    ways = measures(case, series)
    quarter = read_quarter(_wide(case, ways), afstanden)
    program = read_program(quarter)
    groups = _groups(quarter, series)
    return Outlook(
        quarter,
        series,
        groups,
        ways,
        supply(case, quarter, series),
        _average(quarter, _place_cost(program)),
        _average(quarter, _missed(program)),
        _home_cost(program),
        _inflow(case, series, groups),
        _key(case),
        _catch_up(quarter, len(series.kwartalen)),
        np.array([site.capaciteit for site in case.opvanglocaties], float),
    )


def _wide(case: Case, ways: tuple[Measure, ...]) -> Case:
    """Put every home of all kwartalen, and one of each that may be added, on offer now: plekken and types follow."""
    now = case.scenario.kwartaal
    codes = [g.gemeentecode for g in case.gemeenten]
    rows = [replace(r, kwartaal=now, tot_kwartaal=None, leverkans=1.0) for r in case.woningaanbod]
    return replace(case, woningaanbod=(*rows, *_added(ways, codes, now)), vastleggingen=(), bindingen=())


def _added(ways: tuple[Measure, ...], codes: list[str], now: str) -> Iterator[Woningaanbod]:
    """Give one home of each kind that may be added at each of its gemeenten."""
    for way in ways:
        form, sleeps = way.kind.home
        for g in np.unique(way.gemeente):
            yield Woningaanbod(f"{way.kind.naam} {codes[g]}", codes[g], form, sleeps, 1, now)  # type: ignore[arg-type]


def _groups(quarter: Quarter, series: Reeksen) -> Groups:
    """Take the waiting households together; singles of whom family comes are told apart where a family can be."""
    people = quarter.people
    count = np.bincount(people.group, minlength=len(people.kinds)).astype(float)
    kinds = people.kinds
    alone = np.array([n for n, k in enumerate(kinds) if k.huishoudtype == "alleen" and k.slaapplaatsen == 1], np.int64)
    size = 1 + series["nareis.personen"][0]
    families = sorted((abs(k.slaapplaatsen - size), n) for n, k in enumerate(kinds) if k.huishoudtype == "gezin")
    return Groups(
        kinds,
        people.group_names,
        count,
        _average(quarter, people.persons[:, None])[:, 0],
        _average(quarter, people.children[:, None])[:, 0],
        _average(quarter, people.adults),
        _average(quarter, people.school),
        Nareis(alone, families[0][1]) if len(alone) and families else None,
    )


def _average(quarter: Quarter, each: Floats) -> Floats:
    """Average what holds for each household over its housing group."""
    people = quarter.people
    count = np.bincount(people.group, minlength=len(people.kinds)).astype(float)
    total = np.zeros((len(people.kinds), each.shape[1]))
    np.add.at(total, people.group, each)
    each_group: Floats = total / np.maximum(count, 1)[:, None]
    return each_group


def _place_cost(program: Program) -> Floats:
    """Weigh every household at every plek as the quarter does [household x plek, punten]."""
    everyone, shape = slice(0, program.quarter.people.count), program.allowed.shape
    total = np.zeros(shape)
    for goal, rate in program.rates.items():
        for cost in program.costs[goal]:
            if cost.layer == "x":
                total += rate * cost.grid(everyone)
    return total


def _missed(program: Program) -> Floats:
    """Give the missed participation of every household at every plek [household x plek, adults x missed score]."""
    everyone, total = slice(0, program.quarter.people.count), np.zeros(program.allowed.shape)
    for cost in program.costs["participatie"]:
        if cost.layer == "x":
            total += cost.grid(everyone)
    return total


def _home_cost(program: Program) -> Floats:
    """Weigh every offer as the quarter does, on average over the plekken [offer, punten]."""
    offers = program.quarter.homes.offers
    total = np.zeros(offers)
    for goal, rate in program.rates.items():
        for cost in program.costs[goal]:
            if cost.layer == "y":
                total += rate * cost.grid(slice(0, offers)).mean(axis=1)
    return total


def _inflow(case: Case, series: Reeksen, groups: Groups) -> Floats:
    """Divide the persons that come in over the groups as they wait now [kwartaal x group, households]."""
    people = sum(g.inwoners for g in case.gemeenten)
    persons = series["instroom.per_100000_inwoners"] * series["instroom.factor"] * people / 100_000
    waiting = float(groups.waiting @ groups.persons)
    return np.outer(persons / max(waiting, 1), groups.waiting)


def _key(case: Case) -> Floats:
    """Give the part of each gemeente in the key [1]."""
    weights = np.array([float(weight) for weight in key_weights(grondslag(case))])
    part: Floats = weights / weights.sum()
    return part


def _catch_up(quarter: Quarter, count: int) -> Floats:
    """Repeat what is caught up of the opening balance as long as the scenario says [kwartaal x gemeente, persons]."""
    scenario = quarter.case.scenario
    most = scenario.inhaal_kwartalen if scenario.achterstand == "gespreid" else 1
    counts = (np.arange(count) < most)[:, None]
    persons: Floats = counts * quarter.shares.catch_up.astype(float)[None, :]
    return persons


ROUTES, SCHOOLS = len(LEERROUTES), len(SCHOOLSOORTEN)
