"""The tables of a case as a Tabular Data Package (Frictionless, Table Schema version 1), for other programs."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from inputs.check_keys import ANYWHERE
from inputs.column_words import FIRST_DAY, LAST_DAY, leeg
from inputs.domain import Gemeentecode, Kwartaal
from inputs.kolommen import Beschreven, described, tabel
from inputs.tables import TABLES, Column, Grens, Kind, Table, columns

TYPES: Mapping[Kind, str] = {
    "gemeentecode": "string",
    "kwartaal": "string",
    "keuze": "string",
    "geheel": "integer",
    "decimaal": "number",
    "exact": "number",
    "datum": "date",
    "tekst": "string",
}
"""Type of Table Schema for each kind of column."""
PATTERNS: Mapping[Kind, Any] = {"gemeentecode": Gemeentecode, "kwartaal": Kwartaal}
"""Types that say how a text is written."""
REFERENCES: Mapping[str, tuple[str, str]] = {
    "huishouden_id": ("huishoudens", "huishouden_id"),
    "opvanglocatie": ("opvanglocaties", "locatie"),
}
"""Columns that name a row of another table; a gemeentecode names one of the table gemeenten."""
DIALECT = {"delimiter": ";", "doubleQuote": True, "header": True}
"""How the tables are written for Dutch Excel; a comma between cells is read too."""


def package() -> dict[str, Any]:
    """Describe all tables of a case."""
    return {
        "profile": "tabular-data-package",
        "name": "spreiding-casus",
        "title": "Tabellen van een casus van spreiding",
        "description": (
            "Een map met een CSV per tabel en een scenario.toml. Kolommen die niet verplicht zijn, mogen ontbreken. "
            "Dit schema helpt bij het maken van de tabellen; de opdracht spreiding check beslist."
        ),
        "resources": [resource(table) for table in TABLES.values()],
    }


def resource(table: Table) -> dict[str, Any]:
    """Describe one table as a resource: its file, how it is written, and its schema."""
    text = tabel(table.name).woorden("nl")
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.bestand,
        "title": text.titel,
        "description": text.uitleg,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": DIALECT,
        "schema": schema(table),
    }


def schema(table: Table) -> dict[str, Any]:
    """Describe the columns of a table, its key and its references to other tables."""
    out: dict[str, Any] = {"fields": [field(kolom) for kolom in described(table)], "missingValues": [""]}
    required = {column.name for column in columns(table) if column.required}
    if table.key and required.issuperset(table.key):  # a key may hold no empty cell
        out["primaryKey"] = list(table.key)
    if keys := list(_foreign_keys(table)):
        out["foreignKeys"] = keys
    return out


def field(kolom: Beschreven) -> dict[str, Any]:
    """Describe one column; unit, source and the meaning of an empty cell stand beside what the format knows."""
    column, text = kolom.column, kolom.tekst
    out: dict[str, Any] = {"name": column.name, "type": TYPES[column.kind]}
    out |= {"title": text.nl.label, "description": text.nl.uitleg}
    if out["type"] == "number":
        out["decimalChar"] = ","
    if text.eenheid:
        out["eenheid"] = text.eenheid
    if not column.required:
        out["leeg"] = leeg(kolom, "nl")
    out["bron"] = text.bron
    if limits := dict(_constraints(column)):
        out["constraints"] = limits
    return out


def _constraints(column: Column) -> Iterator[tuple[str, Any]]:
    """List what a value must keep to."""
    if column.required:
        yield "required", True
    if column.choices:
        yield "enum", list(column.choices)
    if column.kind in PATTERNS:
        yield "pattern", _pattern(PATTERNS[column.kind])
    if column.kind == "datum":
        yield from (("minimum", FIRST_DAY.isoformat()), ("maximum", LAST_DAY.isoformat()))
    assert not column.above, "Table Schema has no limit that is itself left out"
    for name, limit in (("minimum", column.least), ("maximum", column.most)):
        if limit is not None:
            yield name, _plain(limit)


def _plain(limit: Grens) -> int | float:
    """Give a limit as JSON writes it."""
    if isinstance(limit, Decimal):
        return int(limit) if limit == int(limit) else float(limit)
    return limit


def _pattern(hint: Any) -> str:
    """Give the pattern of a type as Table Schema wants it: for the whole text, in the words of XML Schema."""
    pattern: str = hint.__metadata__[0].pattern
    return re.sub(r"\\d", "[0-9]", pattern.removeprefix("^").removesuffix("$"))


def _foreign_keys(table: Table) -> Iterator[dict[str, Any]]:
    """List the columns that name a row of another table of the case."""
    for column in columns(table):
        target = REFERENCES.get(column.name)
        if column.kind == "gemeentecode" and table.name != ANYWHERE:
            target = ("gemeenten", "gemeentecode")
        if target and target[0] != table.name:
            yield {"fields": column.name, "reference": {"resource": target[0], "fields": target[1]}}
