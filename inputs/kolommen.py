"""The catalogue says of each column and choice what its type cannot: label, unit, meaning, source and other headers."""

import tomllib
from dataclasses import MISSING, dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict

from inputs.goal_order import rates
from inputs.messages import Lang
from inputs.parameters import default_parameters
from inputs.scenario import Scenario
from inputs.tables import SOURCE_COLUMNS, Column, Table, column_of, columns

Afzender = Literal["coa", "ministerie", "gemeente", "planner", "programma"]
"""Who delivers a table; ``programma``: spreiding itself writes it."""
SCENARIO = "scenario"
"""Part of the catalogue that describes the keys of ``scenario.toml``."""
OPGAVE = "opgave"
"""Part of the catalogue that describes what the offer sheet of a gemeente asks beside the tables."""
BOOLEAN = ("true", "false")
"""How TOML writes yes and no."""


class _Entry(BaseModel):
    """A part of the catalogue; a key that nobody reads is an error."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Woorden(_Entry):
    """What a column is called and means, in one language.

    Attributes
    ----------
    leeg : str
        What an empty cell means; empty for columns that are required or whose type has a value for it.
    """

    label: str
    uitleg: str
    leeg: str = ""


class Kolom(_Entry):
    """What the catalogue says of a column.

    Attributes
    ----------
    bron : str
        Where the value is found, or which rule asks for it.
    aliassen : list of str
        Headers that are read as this column, beside its name and Dutch label.
    """

    nl: Woorden
    en: Woorden
    bron: str
    eenheid: str = ""
    aliassen: list[str] = []

    def woorden(self, lang: Lang) -> Woorden:
        """Give the texts in a language."""
        return self.nl if lang == "nl" else self.en


class Titel(_Entry):
    """What a table is called and what one row of it is, in one language."""

    titel: str
    uitleg: str


class Tabel(_Entry):
    """What the catalogue says of a table."""

    afzender: Afzender
    nl: Titel
    en: Titel
    kolommen: dict[str, Kolom]

    def woorden(self, lang: Lang) -> Titel:
        """Give the texts in a language."""
        return self.nl if lang == "nl" else self.en


@dataclass(frozen=True, slots=True)
class Beschreven:
    """A column, or a key of the scenario, with its texts.

    Attributes
    ----------
    lijst : bool
        Whether it takes several values in order; only keys of the scenario do.
    """

    column: Column
    tekst: Kolom
    lijst: bool = False

    @property
    def name(self) -> str:
        """Canonical name."""
        return self.column.name


def tabel(name: str) -> Tabel:
    """Give what the catalogue says of a table, or of the scenario."""
    return _tabellen()[name]


def described(table: Table) -> tuple[Beschreven, ...]:
    """List the columns that a table may have, in order, with those that say where it comes from at the end."""
    own = columns(table)
    names = {column.name for column in own}
    source = [Column(name, "tekst", required=False) for name in SOURCE_COLUMNS if name not in names]
    texts = _elke_tabel() | tabel(table.name).kolommen
    return tuple(Beschreven(column, texts[column.name]) for column in (*own, *source))


@cache
def scenario_keys() -> tuple[Beschreven, ...]:
    """List the keys of ``scenario.toml``: those that say something of the case, then the choices of the run."""
    texts = tabel(SCENARIO).kolommen
    about = [
        Column("naam", "tekst", required=False),
        Column("synthetisch", "keuze", required=False, default="false", choices=BOOLEAN),
        Column("marges", "tekst", required=False),
    ]
    hints = get_type_hints(Scenario, include_extras=True)
    chosen = [_choice(field.name, hints[field.name], field.default) for field in fields(Scenario)]
    return (*(Beschreven(column, texts[column.name]) for column in about), *chosen)


def eenheid(unit: str, lang: Lang) -> str:
    """Give a unit in a language; no unit stays empty."""
    return unit if lang == "nl" or not unit else _raw()["eenheden"][unit]


def _choice(name: str, hint: Any, default: object) -> Beschreven:
    """Describe a field of the scenario; a list of words or numbers by what it lists."""
    text = tabel(SCENARIO).kolommen[name]
    if get_origin(hint) is not tuple:
        return Beschreven(column_of(name, hint, required=default is MISSING, default=default), text)
    column = column_of(name, get_args(hint)[0], required=False, default=None)
    if column.kind == "tekst":
        column = Column(name, "tekst", required=False, choices=tuple(rates(default_parameters())))
    return Beschreven(column, text, lijst=True)


@cache
def _raw() -> dict[str, Any]:
    """Read the catalogue."""
    raw: dict[str, Any] = tomllib.loads((files("inputs") / "data" / "kolommen.toml").read_text("utf-8"))
    return raw


@cache
def _elke_tabel() -> dict[str, Kolom]:
    """Give the columns that every table may have."""
    return {name: Kolom.model_validate(entry) for name, entry in _raw()["elke_tabel"].items()}


@cache
def _tabellen() -> dict[str, Tabel]:
    """Give the tables of the catalogue, and the scenario."""
    return {
        name: Tabel.model_validate(entry) for name, entry in _raw().items() if name not in {"eenheden", "elke_tabel"}
    }


def described_names() -> frozenset[str]:
    """Name the tables that the catalogue describes."""
    return frozenset(_tabellen()) - {SCENARIO, OPGAVE}
