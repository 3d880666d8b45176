"""A sector is the same sector in both tables, whatever its capitals and blanks."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from inputs.codes import Code
from inputs.problems import Problem
from inputs.reader import ReadTable
from inputs.readings import Readings
from inputs.suggest import Hints

NO_WORK = "geen"
"""Sector of an adult who is not looking for work; needs no row in the table arbeidsmarkt."""
DEMAND, ADULTS, KOLOM = "arbeidsmarkt", "deelnemers", "sector"


def same_sectors(tables: Mapping[str, ReadTable]) -> dict[str, ReadTable]:
    """Write every sector as the table arbeidsmarkt first writes it, with a warning where it is written otherwise."""
    written = {NO_WORK: NO_WORK}
    for name in (DEMAND, ADULTS):
        for row in tables[name].rows:
            written.setdefault(_bare(row.sector), row.sector)
    return {**tables, **{name: _rewritten(tables[name], written) for name in (DEMAND, ADULTS)}}


def sectors_are_known(read: Readings) -> Iterator[Problem]:
    """Refuse a sector of adults for which no arbeidsmarktregio has a row this kwartaal; once, where it first stands."""
    known = known_sectors(read)
    hint = Hints(sorted(known))
    unknown: dict[str, list[int]] = {}
    for regel, adult in read.deelnemers:
        if known and adult.sector not in known:
            unknown.setdefault(adult.sector, []).append(regel)
    for sector, regels in unknown.items():
        velden = {"aantal": len(regels), "kwartaal": read.scenario.kwartaal, **hint(sector)}
        yield read.deelnemers.problem(Code.SECTOR_ONBEKEND, regels[0], KOLOM, sector, **velden)


def known_sectors(read: Readings) -> frozenset[str]:
    """List the sectors with a row this kwartaal, and that of who looks for no work; none without any row."""
    now = {row.sector for row in read.arbeidsmarkt.rows if row.kwartaal == read.scenario.kwartaal}
    return frozenset(now | {NO_WORK} if now else now)


def _rewritten(table: ReadTable, written: Mapping[str, str]) -> ReadTable:
    """Write the sectors of one table alike."""
    other: dict[str, list[int]] = {}
    for at, row in enumerate(table.rows):
        if (sector := written[_bare(row.sector)]) != row.sector:
            other.setdefault(sector, []).append(at)
    if not other:
        return table
    rows = list(table.rows)
    for sector, places in other.items():
        for at in places:
            rows[at] = replace(rows[at], sector=sector)
    noted = (_noted(table, sector, places) for sector, places in other.items())
    return replace(table, rows=tuple(rows), problems=(*table.problems, *noted))


def _noted(table: ReadTable, sector: str, places: list[int]) -> Problem:
    """Say of the first cell how it was read, and how many there are."""
    regel, found = table.regels[places[0]], table.rows[places[0]].sector
    velden: dict[str, str | int] = {"aantal": len(places), "als": sector}
    return Problem(Code.ANDERS_GESCHREVEN, table.bestand, regel, KOLOM, found, velden)


def _bare(sector: str) -> str:
    """Drop capitals and needless blanks.

    >>> _bare("Zorg  en Welzijn")
    'zorg en welzijn'
    """
    return " ".join(sector.casefold().split())
