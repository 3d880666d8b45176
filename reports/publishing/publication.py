"""What becomes public is written down, read back from its own bytes, and attacked; or it does not become public."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from optimizer.model import Bools
from optimizer.suppression.proof import Between, ContradictionError, Reach, prove
from optimizer.suppression.table import Cell
from reports.publishing.beside import Seen
from reports.publishing.bundle import bundle
from reports.publishing.decision import Besluit
from reports.publishing.errors import Fout, PublicationError
from reports.publishing.published import Publicatie, parse
from reports.publishing.totals import Uitkomst

NAMED = 5
"""Most areas that a refusal names."""


@dataclass(frozen=True, slots=True)
class Afgeschermd:
    """A hidden number, for the planner's eyes only.

    Attributes
    ----------
    personen : int
        The number [persons].
    reden : str
        "klein": it is small; "eerder": an earlier publication of this kwartaal hid it; "hulp": it hides others.
    bereik : Reach
        Between which numbers it lies as far as the public can tell [persons].
    """

    personen: int
    reden: str
    bereik: Reach


@dataclass(frozen=True, slots=True)
class Publication:
    """Public files that no attacker gets a hidden number out of.

    Attributes
    ----------
    files : Mapping
        Bytes by file name.
    afgeschermd : tuple of Afgeschermd
        Every hidden number with its proof.
    gemeenten : int
        All gemeenten [gemeenten].
    """

    files: Mapping[str, bytes]
    afgeschermd: tuple[Afgeschermd, ...]
    gemeenten: int


def publication(
    uitkomst: Uitkomst, decision: Besluit, before: Seen, hidden: Bools, earlier: Sequence[str], place: Path
) -> Publication:
    """Make the public files of a run and prove from their bytes that every hidden number keeps its room.

    Parameters
    ----------
    hidden : ndarray
        Numbers that stay hidden, in the order of ``before.table``.
    earlier : sequence of str
        Hashes of all earlier publications.

    Raises
    ------
    PublicationError
        If a small number is not hidden, or an attacker finds a hidden one.
    """
    table = before.table
    _refuse_open(before, decision, hidden)
    numbers = decision.protection.rounded(table.counts).tolist()
    shown = {
        cell: None if closed else number for cell, number, closed in zip(table.cells, numbers, hidden, strict=True)
    }
    files = bundle(uitkomst, decision, shown, earlier)
    reached = attack(parse(files, place), before.known)
    _refuse_narrow(reached, decision.drempel)
    return Publication(files, _listed(before, decision, reached), len(uitkomst.gemeenten))


def attack(published: Publicatie, known: Mapping[Cell, Between]) -> tuple[Reach, ...]:
    """Find between which numbers every hidden one lies, from a publication and what was published before [persons].

    Raises
    ------
    PublicationError
        If no whole persons fit the publication.
    """
    said = [
        replace(area, bekend=area.bekend.and_also(known[cell])) if cell in known else area
        for cell, area in published.areas().items()
    ]
    try:
        return prove(said)
    except ContradictionError as error:
        raise PublicationError(Fout.TEGENSTRIJDIG) from error


def refuse_unprotectable(cells: Sequence[Cell]) -> PublicationError:
    """Say which numbers nothing protects."""
    return PublicationError(Fout.NIET_TE_BESCHERMEN, gebieden=_named(cells))


def _refuse_open(before: Seen, decision: Besluit, hidden: Bools) -> None:
    """Refuse when a number that is hidden for itself is not hidden."""
    shown = before.table.hidden_first(decision.protection) & ~hidden
    found = [cell for cell, marked in zip(before.table.cells, shown, strict=True) if marked]
    if found:
        raise PublicationError(Fout.TERUG_TE_REKENEN, gebieden=_named(found), drempel=decision.drempel)


def _refuse_narrow(reached: Sequence[Reach], threshold: int) -> None:
    """Refuse when a hidden number has less room than the threshold."""
    found = [(reach.soort, reach.naam) for reach in reached if reach.width < threshold]
    if found:
        raise PublicationError(Fout.TERUG_TE_REKENEN, gebieden=_named(found), drempel=threshold)


def _named(cells: Sequence[Cell]) -> str:
    """Name the first few areas."""
    names = [" ".join(part for part in cell if part) for cell in cells[:NAMED]]
    return ", ".join(names) + (f" (+ {len(cells) - NAMED})" if len(cells) > NAMED else "")


def _listed(before: Seen, decision: Besluit, reached: Sequence[Reach]) -> tuple[Afgeschermd, ...]:
    """Say of every hidden number why it is hidden and how much room it keeps."""
    table = before.table
    small = decision.protection.small(table.counts)
    reason = np.where(small, "klein", np.where(table.must, "eerder", "hulp"))
    at = {cell: n for n, cell in enumerate(table.cells)}
    rows = [(reach, at[reach.soort, reach.naam]) for reach in reached]
    return tuple(Afgeschermd(int(table.counts[n]), str(reason[n]), reach) for reach, n in rows)
