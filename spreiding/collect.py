"""The command ``collect``: offer sheets of gemeenten become a case, and the planner hears who is missing."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from inputs.aanlevering import Aanlevering
from inputs.choices import BESTAND as SCENARIO
from inputs.offer.basis import Basis, read_basis
from inputs.offer.gather import Gathered, gather, offer_files
from inputs.offer.merge import Merged, merge
from inputs.parameters import BESTAND as PARAMETERS
from inputs.problems import InputProblems, Problem, has_errors
from inputs.read import read_whole
from inputs.scenario_file import placed
from inputs.tables import TABLES
from reports.problem_book import problem_book
from reports.run_folder import write_run
from spreiding.cases import Report, refuse_report, write_file
from spreiding.places import refuse_own_files
from spreiding.refusal import Refusal, RefusedOffers
from spreiding.remarks import remark_leftovers
from spreiding.words import Lang

MARKER = TABLES["aanlevering"].bestand
"""The file that tells a case that was gathered from any other folder."""
WRITTEN = frozenset((*(table.bestand for table in TABLES.values()), SCENARIO, PARAMETERS))
"""Every file that a gathered case may hold."""
Tell = Callable[[int, int], None]
"""Hears how many workbooks of how many were read."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the planner asks for.

    Attributes
    ----------
    without_refused : bool
        Whether to go on without the sheets that have an error; nothing is written otherwise.
    """

    folder: Path
    basis: Path
    out: Path
    without_refused: bool
    overwrite: bool
    report: Report


@dataclass(frozen=True, slots=True)
class Collected:
    """A case that was gathered: where it is, what became of each gemeente, and what to know of it.

    Attributes
    ----------
    warnings : int
        Warnings about the case as a whole; ``check`` tells them.
    of_reading : tuple of Problem
        Warnings about how the files of the basis are written; the new case shows nothing of it.
    """

    out: Path
    kwartaal: str
    aanlevering: tuple[Aanlevering, ...]
    gathered: Gathered
    warnings: int
    of_reading: tuple[Problem, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """How the files of the basis were read, then everything about the sheets."""
        return (*self.of_reading, *self.gathered.problems)

    def with_status(self, status: str) -> list[Aanlevering]:
        """List the gemeenten with a status."""
        return [row for row in self.aanlevering if row.status == status]

    @property
    def nameless(self) -> list[str]:
        """List the refused files of which nobody knows the gemeente, or whose gemeente is not in the basis."""
        return [offer.bestand for offer in self.gathered.refused if offer.gemeente is None]


def collect(wanted: Wanted, lang: Lang, tell: Tell) -> Collected:
    """Gather the sheets and write the case, whole or not at all.

    Raises
    ------
    InputProblems
        The basis, a sheet or the case that they make has an error; nothing is written.
    Refusal
        A folder is not there, holds something else, or lies in another.
    """
    refuse_places(wanted)
    basis = read_basis(wanted.basis)
    gathered = gather(wanted.folder, basis, tell)
    _tell_problems(wanted.report, gathered, lang)
    if has_errors(gathered.problems) and not wanted.without_refused:
        raise RefusedOffers(gathered.problems)
    merged = merge(basis, gathered)
    warnings = _checked(merged, basis)
    write_run(wanted.out, merged.files, wanted.overwrite, lang, marker=MARKER)
    remark_leftovers(wanted.out, lang)
    return Collected(wanted.out, basis.scenario.kwartaal, merged.aanlevering, gathered, len(warnings), basis.warnings)


def refuse_places(wanted: Wanted) -> None:
    """Refuse folders that are missing or taken, before anything is read."""
    refuse_report(wanted.report)
    if not wanted.folder.is_dir():
        raise Refusal("no_folder", found=wanted.folder)
    folder, basis, out = (place.resolve() for place in (wanted.folder, wanted.basis, wanted.out))
    for inner, outer in ((out, folder), (basis, folder), (folder, out), (basis, out)):
        if inner.is_relative_to(outer):
            raise Refusal("collect_inside", inner=inner, outer=outer)
    _refuse_taken(wanted.out, overwrite=wanted.overwrite)
    if not offer_files(wanted.folder)[0]:
        raise Refusal("no_offers", found=wanted.folder)


def _refuse_taken(out: Path, *, overwrite: bool) -> None:
    """Refuse a place that holds anything else than a gathered case that may be replaced."""
    if not os.path.lexists(out):
        return
    if not overwrite:
        raise Refusal("case_exists", found=out)
    if out.is_symlink() or not (out / MARKER).is_file():
        raise Refusal("not_gathered", found=out, marker=MARKER)
    refuse_own_files(out, WRITTEN)


def _tell_problems(report: Report, gathered: Gathered, lang: Lang) -> None:
    """Write every problem to a workbook, where that is asked and there is any."""
    if report.path is not None and gathered.problems:
        write_file(report.path, problem_book(gathered.problems, gathered.sheets, lang))


def _checked(merged: Merged, basis: Basis) -> Sequence[Problem]:
    """Read the case as ``check`` does, before it is written; give its warnings."""
    with TemporaryDirectory(prefix="spreiding-") as place:
        for name, content in merged.files.items():
            Path(place, name).write_bytes(content if isinstance(content, bytes) else content.encode())
        outcome = read_whole(Path(place))
    if outcome.case is None:
        raise InputProblems(placed(map(merged.placed, outcome.problems), basis.keuzes_uit), in_book=True)
    return outcome.problems
