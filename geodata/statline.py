"""CBS StatLine answers with rows and with a description of their columns; the columns have other numbers each year."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn
from urllib.parse import urljoin

from geodata.errors import GeodataError, Veld, problem
from geodata.pdok import NAME
from geodata.service import Network, Service, require_address, shown

BASE = "https://opendata.cbs.nl/ODataApi/odata"
"""Address of StatLine, OData version 3."""
TABLES = {2024: "85755NED", 2025: "86059NED", 2026: "86247NED"}
"""Tables "Gebieden in Nederland" by year."""
PREFIXES = {"gemeente": "GM[0-9]{4}", "provincie": "PV[0-9]{2}", "arbeidsmarktregio": "AM[0-9]{2}"}
"""What the codes of each kind of area look like; a column is found by its values, for its number shifts per year."""
COROP = "CR[0-9]{2}"
"""The codes of COROP areas, which a table may leave out."""
NUMBERED = re.compile(r"Code_([0-9]+)")
"""A column of codes; the name that belongs to it has the next number."""
ADDED = re.compile(r" \((?:gemeente|PV|AM|CR)\)$")
"""What StatLine puts behind a name that two kinds of area share."""
LEAST, MOST = 15_000_000, 25_000_000
"""Between which the inhabitants of the country lie, as a check on the column [persons]."""
FULL = 10_000
"""Rows of a full page; then there may be more [rows]."""


@dataclass(frozen=True, slots=True)
class Vraag:
    """Which table is asked, and where."""

    jaar: int
    table: str
    base: str = BASE

    def url(self, part: str) -> str:
        """Address of a part of the table."""
        return f"{self.base.rstrip('/')}/{self.table}/{part}?$format=json"


@dataclass(frozen=True, slots=True)
class Gemeente:
    """What StatLine says about a gemeente; ``inwoners`` on 1 January of the year of the table [persons]."""

    gemeentecode: str
    naam: str
    provincie: str
    arbeidsmarktregio: str
    coropgebied: str
    inwoners: int


@dataclass(frozen=True, slots=True)
class Table:
    """The gemeenten of a table by code, and how many rows of it are about something else [rows]."""

    gemeenten: tuple[Gemeente, ...]
    overige: int


def read_table(vraag: Vraag, network: Network) -> Table:
    """Ask for a table, and find code, name, regions and inhabitants of every gemeente.

    Raises
    ------
    GeodataError
        G.701 to G.715 about the answer, G.718, G.720, or G.741 to G.744 about its columns and values.
    """
    require_address(vraag.base)
    if not re.fullmatch(r"[0-9A-Za-z]+", vraag.table):
        _refuse("G.701 address_refused", "--table", gevonden=shown(vraag.table))
    with Service(vraag.base, network) as service:
        most = network.limits.pages
        _refuse_other_year(vraag, list(_rows(service, vraag, "TableInfos", most)))
        topics = list(_rows(service, vraag, "DataProperties", most))
        rows = list(_rows(service, vraag, "TypedDataSet", most))
    network.tell("figures_rows", rows=len(rows))
    return _table(vraag, topics, rows)


def _rows(service: Service, vraag: Vraag, part: str, most: int) -> Iterator[Mapping[str, Any]]:
    """Give the rows of a part, page after page; refuse more pages than ``most``."""
    first = vraag.url(part)
    url: str | None = first
    seen: set[str] = set()
    count = 0
    while url is not None:
        if url in seen:
            _refuse("G.714 next_again", first, gevonden=shown(url))
        if len(seen) == most:
            _refuse("G.709 too_large", first, verwacht=f"{most} p.")
        seen.add(url)
        content = service.ask(url).content
        rows = content.get("value")
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            _refuse("G.712 other_shape", url, gevonden=shown(", ".join(content) or "{}"), verwacht="value: [{...}]")
        yield from rows
        count += len(rows)
        following = content.get("odata.nextLink")
        full = len(rows) == FULL
        url = urljoin(url, str(following)) if following else f"{first}&$skip={count}" if full else None


def _refuse_other_year(vraag: Vraag, infos: Sequence[Mapping[str, Any]]) -> None:
    """Refuse a table whose title and period do not name the year."""
    told = [f"{info.get('Title')} ({info.get('Period')})" for info in infos]
    if not any(re.search(rf"\b{vraag.jaar}\b", text) for text in told):
        _refuse("G.715 other_year", vraag.url("TableInfos"), gevonden=shown("; ".join(told) or "-"))


def _table(vraag: Vraag, topics: Sequence[Mapping[str, Any]], rows: Sequence[Mapping[str, Any]]) -> Table:
    """Find the columns, and read a gemeente from each of its rows."""
    url = vraag.url("TypedDataSet")
    if not rows:
        _refuse("G.720 nothing_there", url)
    code = _require_column(url, rows, "gemeente", PREFIXES["gemeente"], every=False)
    own = [row for row in rows if re.fullmatch(PREFIXES["gemeente"], _text(row, code))]
    columns = [_require_column(url, own, kind, pattern, every=True) for kind, pattern in PREFIXES.items()]
    names = [_name_column(url, own, column) for column in columns + _code_columns(own, COROP, every=True)[:1]]
    again = sorted(code for code, count in Counter(_text(row, code) for row in own).items() if count > 1)
    if again:
        _refuse("G.718 code_again", url, codes=tuple(again))
    inwoners = _inhabitants(url, topics, own)
    gemeenten = [_gemeente(url, row, code, names, row[inwoners]) for row in own]
    return Table(tuple(sorted(gemeenten, key=lambda g: g.gemeentecode)), len(rows) - len(own))


def _gemeente(url: str, row: Mapping[str, Any], code: str, names: Sequence[str], inwoners: int) -> Gemeente:
    """Read a gemeente from its row; ``names`` are the columns of its name, provincie, region and perhaps COROP."""
    found = [_name(url, row, code, column) for column in names]
    naam, provincie, regio, corop = [*found, ""][:4]
    return Gemeente(_text(row, code), naam, provincie, regio, corop, inwoners)


def _code_columns(rows: Sequence[Mapping[str, Any]], pattern: str, *, every: bool) -> list[str]:
    """Find the columns with codes of a kind, in every row or in some; those with a number come first."""
    code, test = re.compile(pattern), all if every else any
    found = [column for column in rows[0] if test(code.fullmatch(_text(row, column)) for row in rows)]
    return sorted(found, key=lambda column: not NUMBERED.fullmatch(column))


def _require_column(url: str, rows: Sequence[Mapping[str, Any]], kind: str, pattern: str, *, every: bool) -> str:
    """Find the one column with codes of a kind, or several that say the same."""
    found = _code_columns(rows, pattern, every=every)
    if not found:
        _refuse("G.741 column_missing", url, verwacht=f"{kind} ({pattern})")
    if any(_text(row, column) != _text(row, found[0]) for row in rows for column in found):
        _refuse("G.742 column_unclear", url, verwacht=f"{kind} ({pattern})", gevonden=tuple(found))
    return found[0]


def _name_column(url: str, rows: Sequence[Mapping[str, Any]], code: str) -> str:
    """Find the column of names that belongs to a column of codes: Naam_27 stands behind Code_26."""
    number = NUMBERED.fullmatch(code)
    column = f"Naam_{int(number[1]) + 1}" if number else "Naam_?"
    if column not in rows[0]:
        _refuse("G.741 column_missing", url, verwacht=f"{column} ({code})")
    return column


def _inhabitants(url: str, topics: Sequence[Mapping[str, Any]], rows: Sequence[Mapping[str, Any]]) -> str:
    """Find the column whose title begins with "Inwone" (Inwonertal, Inwoners) and check what it sums to."""
    titles = {str(topic.get("Key")): str(topic.get("Title")).strip() for topic in topics}
    found = [key for key, title in titles.items() if title.casefold().startswith("inwone") and key in rows[0]]
    if len(found) != 1:
        _refuse("G.742 column_unclear", url, verwacht="inwoners", gevonden=tuple(found) or "-")
    column = found[0]
    wrong = [row for row in rows if type(row.get(column)) is not int or row[column] <= 0]
    if wrong:
        told = ", ".join(str(value).strip() for value in wrong[0].values())
        _refuse("G.743 value_unclear", url, verwacht=column, gevonden=shown(told))
    total = sum(row[column] for row in rows)
    if not LEAST <= total <= MOST:
        bounds = f"{LEAST} - {MOST}"
        _refuse("G.744 inhabitants_unlikely", url, kolom=column, gevonden=total, verwacht=bounds)
    return column


def _name(url: str, row: Mapping[str, Any], code: str, column: str) -> str:
    """Read a name, without what StatLine puts behind it to tell kinds of area apart."""
    naam = ADDED.sub("", _text(row, column))
    if not NAME.fullmatch(naam) or not naam.isprintable() or ";" in naam:
        _refuse("G.743 value_unclear", url, verwacht=column, gevonden=_text(row, code))
    return naam


def _text(row: Mapping[str, Any], column: str) -> str:
    """Read a text without the blanks that StatLine puts behind it."""
    value = row.get(column)
    return value.strip() if isinstance(value, str) else ""


def _refuse(code: str, url: str, **velden: Veld) -> NoReturn:
    raise GeodataError([problem(code, bestand=shown(url), **velden)])
