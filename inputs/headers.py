"""A header means a column: by its name, its Dutch label or another name that Dutch files use for it."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from inputs.kolommen import Beschreven, described
from inputs.suggest import closest, plain
from inputs.tables import Table

UNIT = re.compile(r"[%‰€$]|\(\s*[-–]\s*\)")
"""Signs in a header that change what its numbers mean: percentages, money, or minus."""


def canonical(header: str, table: Table) -> str | None:
    """Give the column that a header means; None where it is unknown.

    A header with another unit than the table's is unknown: "corporatiebezit (%)" holds other numbers.

    >>> from inputs.tables import TABLES
    >>> [canonical(header, TABLES["gemeenten"]) for header in ("GM-code ", "Municipality code", "GM-code (%)")]
    ['gemeentecode', None, None]
    """
    kolom = _by_header(table).get(plain(header))
    return None if kolom and _other_unit(header) and header not in headers(_described(table)[kolom]) else kolom


def _other_unit(header: str) -> bool:
    """Tell whether a header says of its numbers that they are parts of a hundred, money or the other way round."""
    return UNIT.search(header) is not None


def meant_english(header: str, table: Table) -> str | None:
    """Give the column that an English header probably means, for a suggestion; English itself is not read.

    >>> from inputs.tables import TABLES
    >>> meant_english("municipality_code", TABLES["gemeenten"])
    'gemeentecode'
    """
    labels = {kolom.tekst.en.label: kolom.name for kolom in described(table)}
    found = closest(header, labels)
    return labels[found[0]] if found else None


def headers(kolom: Beschreven) -> Iterator[str]:
    """Give every header that is read as a column: its name, its Dutch label and its other names."""
    yield kolom.name
    yield kolom.tekst.nl.label
    yield from kolom.tekst.aliassen


@cache
def _described(table: Table) -> Mapping[str, Beschreven]:
    """Give each column by its name."""
    return {kolom.name: kolom for kolom in described(table)}


@cache
def _by_header(table: Table) -> Mapping[str, str]:
    """Give the column of each plain header; a name goes before a label or alias of another column."""
    own = {plain(kolom.name): kolom.name for kolom in described(table)}
    return {plain(header): kolom.name for kolom in described(table) for header in headers(kolom)} | own
