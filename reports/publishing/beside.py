"""What readers of earlier publications of the same kwartaal know already, and which of those cannot stand beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from optimizer.suppression.proof import Between
from optimizer.suppression.table import LAND, Cell, Table, table_of_areas
from reports.publishing.decision import Besluit
from reports.publishing.errors import Fout, PublicationError
from reports.publishing.files import KINDS
from reports.publishing.published import Publicatie
from reports.publishing.totals import Uitkomst


@dataclass(frozen=True, eq=False)
class Seen:
    """The numbers of a run as readers see them before it is published.

    Attributes
    ----------
    table : Table
        Numbers, sums, and what anyone knows; what was hidden before stays hidden.
    known : Mapping
        What earlier publications say that still holds, as if anyone knew that it does [persons].
    earlier : int
        Earlier publications of this kwartaal [publications].
    """

    table: Table
    known: Mapping[Cell, Between]
    earlier: int


def seen(uitkomst: Uitkomst, decision: Besluit, earlier: Sequence[Publicatie]) -> Seen:
    """Put the numbers of a run beside what was published before.

    Numbers of another kwartaal are of other persons: no sum ties them to these. Of the same kwartaal a reader is taken
    to know which numbers did not change from one scenario to the other, and so to know them.

    Raises
    ------
    PublicationError
        If this was signed for another kwartaal, or an earlier publication has other rules or areas.
    """
    if decision.kwartaal != uitkomst.kwartaal:
        raise PublicationError(Fout.ANDER_KWARTAAL, getekend=decision.kwartaal, gevonden=uitkomst.kwartaal)
    same = [published for published in earlier if published.kwartaal == uitkomst.kwartaal]
    _refuse_other(uitkomst, decision, same)
    table = _table(uitkomst)
    known = _known(table, same)
    between = [known.get(cell, Between(0, int(most))) for cell, most in zip(table.cells, table.upper, strict=True)]
    closed = {cell for published in same for cell, said in published.areas().items() if said.verborgen}
    least, most = np.array([of.least for of in between]), np.array([of.most for of in between])
    return Seen(table.given(least, most, np.array([cell in closed for cell in table.cells])), known, len(same))


def _table(uitkomst: Uitkomst) -> Table:
    """Give the numbers of persons with their sums."""
    rows = uitkomst.gemeenten
    return table_of_areas(
        [row.gemeentecode for row in rows],
        [(kind, [str(getattr(row, kind)) for row in rows]) for kind in KINDS],
        [row.personen for row in rows],
        [max(row.inwoners, row.personen) for row in rows],
    )


def _known(table: Table, earlier: Sequence[Publicatie]) -> dict[Cell, Between]:
    """Give what earlier publications say of numbers that did not change [persons]."""
    true = dict(zip(table.cells, table.counts.tolist(), strict=True))
    known: dict[Cell, Between] = {}
    for published in earlier:
        for cell, said in published.areas().items():
            if not said.verborgen and said.bekend.least <= true[cell] <= said.bekend.most:
                known[cell] = known[cell].and_also(said.bekend) if cell in known else said.bekend
    return known


def _refuse_other(uitkomst: Uitkomst, decision: Besluit, earlier: Sequence[Publicatie]) -> None:
    """Refuse to stand beside a publication of the same kwartaal under other rules or of other areas.

    Under the same rules a number that did not change is published as the same one, so a later publication narrows no
    hidden number of an earlier one.
    """
    for other in earlier:
        if other.protection != decision.protection:
            raise PublicationError(
                Fout.ANDERE_REGELS, drempel=other.protection.threshold, afronding=other.protection.base
            )
        if {cell: frozenset(said.leden) for cell, said in other.areas().items()} != _members(uitkomst):
            raise PublicationError(Fout.ANDERE_INDELING)


def _members(uitkomst: Uitkomst) -> dict[Cell, frozenset[str]]:
    """Give the gemeenten of every area."""
    members: dict[Cell, frozenset[str]] = {}
    for row in uitkomst.gemeenten:
        code = row.gemeentecode
        for cell in (("gemeente", code), *((kind, str(getattr(row, kind))) for kind in KINDS), LAND):
            members[cell] = members.get(cell, frozenset()) | {code}
    return members
