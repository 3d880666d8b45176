"""Which tables a case has, and which columns each one has according to its row type."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from annotated_types import Ge, Gt, Le

from inputs.aanlevering import Aanlevering
from inputs.domain import (
    Arbeidsvraag,
    Binding,
    Cursusplaatsen,
    Deelnemer,
    Gemeente,
    Gemeentecode,
    Huishouden,
    Kwartaal,
    Opvanglocatie,
    Schoolplaatsen,
    Woningaanbod,
)
from inputs.keuzes import Gekoppeld, Vastlegging
from inputs.opgave import Afspraak, Sleutelgewicht
from inputs.scores import Score

Kind = Literal["gemeentecode", "kwartaal", "keuze", "geheel", "decimaal", "exact", "datum", "tekst"]
Grens = int | float | Decimal
"""A least or greatest number of a column [its own unit]."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes
    ----------
    default : object
        What an empty cell, or a column that is left out, means; only where not required.
    choices : tuple of str
        The words allowed, for the kind ``keuze``.
    least, most : number, optional
        Least and greatest number allowed [unit of the column]; None: no such limit.
    above : bool
        Whether ``least`` itself is not allowed; only for numbers that are not whole.
    """

    name: str
    kind: Kind
    required: bool
    default: object = None
    choices: tuple[str, ...] = ()
    least: Grens | None = None
    most: Grens | None = None
    above: bool = False


@dataclass(frozen=True)
class Table:
    """A table of the case: its row type and what it takes to be complete.

    Attributes
    ----------
    key : tuple of str
        Columns that together occur once; empty: rows may repeat.
    may_be_empty : bool
        Whether a header without rows says something ("there are none").
    """

    name: str
    row: type[Any]
    required: bool
    key: tuple[str, ...] = ()
    may_be_empty: bool = False

    @property
    def bestand(self) -> str:
        """File name of the table."""
        return f"{self.name}.csv"


SOURCE_COLUMNS: tuple[str, ...] = ("bron", "peildatum")
"""Columns that any table may have: where it comes from and as of when."""

TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        Table("gemeenten", Gemeente, required=True, key=("gemeentecode",)),
        Table("woningaanbod", Woningaanbod, required=True, key=("aanbod_id",)),
        Table("huishoudens", Huishouden, required=True, key=("huishouden_id",)),
        Table("deelnemers", Deelnemer, required=True),
        Table("opvanglocaties", Opvanglocatie, required=True, key=("locatie",)),
        Table("inburgering", Cursusplaatsen, required=True, key=("gebied", "leerroute", "kwartaal")),
        Table("onderwijs", Schoolplaatsen, required=True, key=("gemeentecode", "soort", "kwartaal")),
        Table("arbeidsmarkt", Arbeidsvraag, required=True, key=("arbeidsmarktregio", "sector", "kwartaal")),
        Table(
            "bindingen",
            Binding,
            required=False,
            key=("huishouden_id", "grond", "gemeenten", "regio"),
            may_be_empty=True,
        ),
        Table(
            "vastleggingen",
            Vastlegging,
            required=False,
            key=("huishouden_id", "gemeentecode", "soort", "waarde"),
            may_be_empty=True,
        ),
        Table("sleutel", Sleutelgewicht, required=False, key=("gemeentecode",), may_be_empty=True),
        Table("afspraken", Afspraak, required=False, key=("van", "naar", "kwartaal", "grond"), may_be_empty=True),
        Table("gekoppeld", Gekoppeld, required=False, key=("huishouden_id",), may_be_empty=True),
        Table(
            "scores",
            Score,
            required=False,
            key=("huishouden_id", "gemeentecode", "arbeidsmarktregio"),
            may_be_empty=True,
        ),
        Table("aanlevering", Aanlevering, required=False, key=("gemeentecode",), may_be_empty=True),
    )
}


@cache
def columns(table: Table) -> tuple[Column, ...]:
    """List the columns of a table, in the order of its row type."""
    hints = get_type_hints(table.row, include_extras=True)
    return tuple(
        column_of(field.name, hints[field.name], required=field.default is MISSING, default=field.default)
        for field in fields(table.row)
    )


def code_columns(table: Table) -> tuple[str, ...]:
    """List the columns that hold a gemeentecode."""
    return tuple(column.name for column in columns(table) if column.kind == "gemeentecode")


def column_of(name: str, hint: Any, *, required: bool, default: object) -> Column:
    """Describe one column, or one choice of a scenario, by the type of its field."""
    inner = next(part for part in get_args(hint) if part is not type(None)) if _optional(hint) else hint
    default = None if required else default
    choices = get_args(inner) if get_origin(inner) is Literal else ()
    return Column(name, _kind(inner), required, default, choices, *_limits(inner))


def _limits(hint: Any) -> tuple[Grens | None, Grens | None, bool]:
    """Give the least and the most that a type allows, and whether the least itself is left out."""
    marks = hint.__metadata__ if get_origin(hint) is Annotated else ()
    least: Any = next((mark.ge for mark in marks if isinstance(mark, Ge)), None)
    most: Any = next((mark.le for mark in marks if isinstance(mark, Le)), None)
    beyond: Any = next((mark.gt for mark in marks if isinstance(mark, Gt)), None)
    if beyond is None:
        return least, most, False
    whole = isinstance(beyond, int) and get_args(hint)[0] is int
    return (beyond + 1, most, False) if whole else (beyond, most, True)


def _optional(hint: Any) -> bool:
    """Tell whether a type admits None."""
    return type(None) in get_args(hint)


def _kind(hint: Any) -> Kind:
    """Name the kind of cell that a type asks for."""
    if hint == Gemeentecode:
        return "gemeentecode"
    if hint == Kwartaal:
        return "kwartaal"
    if get_origin(hint) is Literal:
        return "keuze"
    base = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    kinds: dict[type, Kind] = {int: "geheel", float: "decimaal", Decimal: "exact", date: "datum", str: "tekst"}
    return kinds[base]
