"""The table of deliveries agrees with the other tables, and who sent no offer sheet is told."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from inputs.codes import Code
from inputs.domain import Cursusplaatsen, Schoolplaatsen, Woningaanbod
from inputs.problems import Problem
from inputs.readings import Readings

FIRST = 10
"""Gemeenten that a list names before it only counts [gemeenten]."""


def status_is_that_of_the_delivery(read: Readings) -> Iterator[Problem]:
    """Refuse a gemeente whose status is another than the one in the table of deliveries."""
    delivered = {row.gemeentecode: row.status for row in read.aanlevering.rows}
    for regel, gemeente in read.gemeenten:
        status = delivered.get(gemeente.gemeentecode)
        if status is not None and status != gemeente.status:
            velden: dict[str, str | int] = {"bestand": read.aanlevering.bestand, "status": status}
            yield read.gemeenten.problem(
                Code.STATUS_TEGEN_AANLEVERING, regel, "status", gemeente.status or "", **velden
            )


def gemeenten_without_offer(read: Readings) -> Iterator[Problem]:
    """Warn once of the gemeenten that are reckoned with by default."""
    without = [gemeente for gemeente in read.gemeenten.rows if gemeente.status not in {None, "opgave"}]
    if without:
        refused = sum(gemeente.status == "afgekeurd" for gemeente in without)
        names = [f"{gemeente.gemeentecode} ({gemeente.naam})" for gemeente in without]
        rest = ["..."] if len(names) > FIRST else []
        velden: dict[str, str | int] = {"standaard": len(without) - refused, "afgekeurd": refused}
        velden["gemeenten"] = ", ".join([*names[:FIRST], *rest])
        yield Problem(Code.GEMEENTEN_ZONDER_OPGAVE, read.gemeenten.bestand, kolom="status", velden=velden)


def counts_are_those_of_the_tables(read: Readings) -> Iterator[Problem]:
    """Warn once where the table of deliveries counts other homes, beds, seats or places than the tables hold."""
    homes, seats, places = defaultdict(list), defaultdict(list), defaultdict(list)
    for home in read.woningaanbod.rows:
        homes[home.gemeentecode].append(home)
    for seat in read.inburgering.rows:
        seats[seat.gebied].append(seat)
    for place in read.onderwijs.rows:
        places[place.gemeentecode].append(place)
    wrong = []
    for regel, row in read.aanlevering:
        code = row.gemeentecode
        counts = reckoned(homes[code], seats[code], places[code], read.scenario.kwartaal)
        wrong += [(regel, row, kolom, count) for kolom, count in counts.items() if getattr(row, kolom) != count]
    if wrong:
        regel, row, kolom, count = wrong[0]
        velden: dict[str, str | int] = {"aantal": len(wrong), "naam": row.naam, "tabellen": count}
        velden["kwartaal"] = read.scenario.kwartaal
        found = getattr(row, kolom)
        yield read.aanlevering.problem(Code.AANTALLEN_TEGEN_AANLEVERING, regel, kolom, found, **velden)


def reckoned(
    homes: Iterable[Woningaanbod], seats: Iterable[Cursusplaatsen], places: Iterable[Schoolplaatsen], kwartaal: str
) -> Mapping[str, int]:
    """Count what a gemeente is reckoned with in a kwartaal, by the column of the table of deliveries.

    Parameters
    ----------
    homes, seats, places : iterable
        Rows of this gemeente.
    """
    now = [home for home in homes if home.kwartaal <= kwartaal <= (home.tot_kwartaal or home.kwartaal)]
    return {
        "woningen": sum(home.aantal for home in now),
        "slaapplaatsen": sum(home.aantal * home.slaapt for home in now),
        "cursusplaatsen": sum(seat.plaatsen for seat in seats if seat.kwartaal == kwartaal),
        "schoolplaatsen": sum(place.plaatsen for place in places if place.kwartaal == kwartaal),
    }
