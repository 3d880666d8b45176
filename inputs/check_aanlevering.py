"""Gemeenten say the same of their offer sheet as the table of deliveries, and who sent none is told."""

from collections.abc import Iterator

from inputs.codes import Code
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
