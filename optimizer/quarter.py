"""The quarter as arrays: people, plekken, homes and services in one fixed order, read once from the case."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np

from inputs.case import Afstanden, Case
from optimizer.homes import Homes, Plekken, read_homes, read_plekken
from optimizer.model import Bools, Ints
from optimizer.people import People, read_people
from optimizer.scoring import Scoring, read_scoring
from optimizer.services import Services, read_services
from optimizer.shares import Shares, shares


class Areas(NamedTuple):
    """Names of some areas in order, and the area of each gemeente [gemeente]."""

    names: tuple[str, ...]
    of: Ints


def areas(label: Sequence[str]) -> Areas:
    """Give each area a number, in order of name."""
    names = tuple(sorted(set(label)))
    at = {name: n for n, name in enumerate(names)}
    return Areas(names, np.array([at[name] for name in label], np.int64))


@dataclass(frozen=True, eq=False)
class Quarter:
    """One kwartaal in arrays; gemeenten stand in order of code, households of pseudonym."""

    case: Case
    codes: tuple[str, ...]
    people: People
    plekken: Plekken
    homes: Homes
    services: Services
    shares: Shares
    scoring: Scoring

    @cached_property
    def fits(self) -> Bools:
        """Whether a household's group has an open home at a plek [household x plek]."""
        found = np.zeros((len(self.people.group_names), self.plekken.count), bool)
        np.logical_or.at(found, self.homes.offer_group, self.homes.open_homes > 0)
        return found[self.people.group]

    @cached_property
    def provincies(self) -> Areas:
        """Provincies of the case, and that of each gemeente."""
        return areas([g.provincie for g in self.case.gemeenten])

    @cached_property
    def regios(self) -> Areas:
        """Arbeidsmarktregio's of the case, and that of each gemeente."""
        return areas([g.arbeidsmarktregio for g in self.case.gemeenten])

    def parameter(self, name: str) -> float:
        """Give a parameter of the model [its eenheid]."""
        return self.case.parameters[name]


def sorted_rows(case: Case) -> Case:
    """Put the rows in an order of their own, so that the order of a file decides nothing."""
    return replace(
        case,
        gemeenten=tuple(sorted(case.gemeenten, key=lambda g: g.gemeentecode)),
        huishoudens=tuple(sorted(case.huishoudens, key=lambda h: h.huishouden_id)),
        opvanglocaties=tuple(sorted(case.opvanglocaties, key=lambda site: site.locatie)),
    )


def read_quarter(case: Case, afstanden: Afstanden) -> Quarter:
    """Read a checked case into arrays.

    Raises
    ------
    KeyError
        A code, location or household is unknown: the checks of ``inputs`` should have refused the case.
    """
    case = sorted_rows(case)
    codes = tuple(g.gemeentecode for g in case.gemeenten)
    people = read_people(case)
    plekken = read_plekken(case, codes)
    services = read_services(case, codes, people, afstanden)
    return Quarter(
        case,
        codes,
        people,
        plekken,
        read_homes(case, codes, plekken, people.kinds),
        services,
        shares(case),
        read_scoring(case, people, services.work),
    )
