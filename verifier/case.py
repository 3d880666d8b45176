"""What a case says: households, homes, gemeenten, seats, places, work and grounds, in whole numbers and fractions."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any

from verifier.elsewhere import Scores
from verifier.locks import Locks


@dataclass(frozen=True)
class Household:
    """A household: its size [persons], its adults by leerroute and by sector, its children by school [children]."""

    id: str
    adults: int
    children: int
    school: dict[str, int]
    permit: date
    site: str
    shares: bool
    routes: Counter[str]
    sectors: Counter[str]
    wishes: tuple[str, ...]
    expected: int

    @property
    def asks(self) -> int:
        """Persons that the home must sleep [persons]."""
        return self.persons + self.expected

    @property
    def persons(self) -> int:
        """Adults and children [persons]."""
        return self.adults + self.children

    @property
    def kind(self) -> str:
        """Huishoudtype: gezin with children, else paar or alleen."""
        return "gezin" if self.children else "alleen" if self.adults == 1 else "paar"


@dataclass(frozen=True)
class Home:
    """A record of homes: whole homes that can be taken [homes], each for so many persons [persons/home]."""

    id: str
    owner: str
    host: str
    form: str
    sleeps: int
    homes: int
    kept: int
    now: bool

    @property
    def rooms(self) -> int:
        """Households in one home: one, and one in each room of a shared home [households/home]."""
        return self.sleeps if self.form == "woningdelen" else 1

    @property
    def places(self) -> int:
        """Households that fit the whole homes [households]."""
        return self.homes * self.rooms

    @property
    def reserved(self) -> int:
        """Places that should not stand empty, for they are kept for statushouders [households]."""
        return min(self.kept, self.homes) * self.rooms


@dataclass(frozen=True)
class Town:
    """A gemeente of the case; homes and score only where the table gives them."""

    code: str
    inhabitants: int
    region: str
    behind: int
    voorrang: str
    least: int
    most: int | None
    ses: Fraction
    stock: int
    corporation: int
    province: str = ""
    lettings: int = 0
    before: int = 0
    name: str = ""


@dataclass(frozen=True)
class Tables:
    """A case: every table by its key."""

    folder: Path
    towns: dict[str, Town]
    homes: dict[str, Home]
    households: dict[str, Household]
    seats: dict[tuple[str, str], int]
    places: dict[tuple[str, str], int]
    work: dict[tuple[str, str], int]
    allowed: dict[str, set[str]]
    sites: dict[str, tuple[float, float]]
    scenario: dict[str, Any]
    parameters: dict[str, Fraction]
    access: dict[str, set[str]]
    sharing: set[str]
    synthetic: bool
    points: dict[str, tuple[float, float]] = field(default_factory=dict)
    own: dict[str, Fraction] = field(default_factory=dict)
    swaps: tuple[tuple[str, str, int], ...] = ()
    later: dict[tuple[str, str], int] = field(default_factory=dict)
    locks: Locks = field(default_factory=Locks)
    elsewhere: Scores = field(default_factory=dict)
    reception: dict[str, str] = field(default_factory=dict)
    ranges: dict[str, tuple[float, float]] = field(default_factory=dict)

    @property
    def start(self) -> date:
        """First day of the kwartaal."""
        quarter = self.scenario["kwartaal"]
        return date(int(quarter[:4]), {"1": 1, "2": 4, "3": 7, "4": 10}[quarter[5]], 1)

    @cached_property
    def known(self) -> dict[object, Any]:
        """What was worked out from the tables once, for they do not change with the plan."""
        return {}

    @cached_property
    def offered(self) -> dict[str, list["Home"]]:
        """List the homes that can be taken, by owner."""
        out: dict[str, list[Home]] = {}
        for home in self.homes.values():
            if home.now and home.places:
                out.setdefault(home.owner, []).append(home)
        return out

    @cached_property
    def sorts(self) -> list[Household]:
        """Give one household of every sort that homes tell apart."""
        return list({(h.asks, h.kind, h.shares, h.persons): h for h in self.households.values()}.values())

    @property
    def total(self) -> int:
        """Persons to spread: the opgave of the scenario, else everyone [persons]."""
        asked = self.scenario["opgave_personen"]
        return sum(h.persons for h in self.households.values()) if asked is None else int(asked)
