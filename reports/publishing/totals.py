"""What a run says of gemeenten, read from its own files and checked against its manifest; of households nothing."""

import errno
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reports.publishing.errors import Fout, PublicationError
from reports.run_folder import MANIFEST
from reports.run_reader import ChangedRunError, UnreadableRunError, read_files, read_manifest, table

TABLE = "gemeenten.csv"
"""The one table of a run that is read."""
PARTS = ("hash", "outputs", "scenario", "synthetisch")
"""Parts of the manifest that are read here."""


@dataclass(frozen=True, slots=True)
class Gemeentetotaal:
    """What is published of a gemeente, before anything is hidden.

    Attributes
    ----------
    inwoners : int
        Inhabitants [persons].
    personen : int
        Persons that this gemeente takes, wherever they come to live [persons].
    """

    gemeentecode: str
    naam: str
    provincie: str
    arbeidsmarktregio: str
    inwoners: int
    personen: int


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """A run as far as it may become public; ``hash`` is that of its manifest."""

    kwartaal: str
    synthetisch: bool
    hash: str
    gemeenten: tuple[Gemeentetotaal, ...]


def read_run(run: Path) -> Uitkomst:
    """Read the totals of a run.

    Raises
    ------
    PublicationError
        If this is no run, or a file is not the one that the run wrote.
    """
    try:
        manifest = read_manifest(run, PARTS, "nl")
        content = read_files(run, manifest, [TABLE], "nl")[TABLE]
    except (ChangedRunError, UnreadableRunError) as error:
        raise _refused(error, run) from error
    try:
        rows = tuple(_row(row) for row in table(content))
        kwartaal, synthetic = manifest["scenario"]["kwartaal"], manifest["synthetisch"]
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise PublicationError(Fout.TABEL_ONLEESBAAR, map=run, bestand=TABLE, reden=error) from error
    return Uitkomst(kwartaal, bool(synthetic), str(manifest["hash"]), rows)


def _refused(error: ChangedRunError | UnreadableRunError, run: Path) -> PublicationError:
    """Tell by the kinds of a publication why a run cannot be read."""
    if isinstance(error, ChangedRunError) and not all((run / name).is_file() for name in error.names):
        gone = ", ".join(name for name in error.names if not (run / name).is_file())
        return PublicationError(Fout.TABEL_ONLEESBAAR, map=run, bestand=gone, reden=os.strerror(errno.ENOENT))
    if isinstance(error, ChangedRunError):
        changed = Fout.UITKOMST_VERANDERD if MANIFEST in error.names else Fout.TABEL_VERANDERD
        return PublicationError(changed, map=run, bestand=", ".join(error.names))
    if error.why == "geen_run":
        return PublicationError(Fout.GEEN_UITKOMST, map=run)
    return PublicationError(Fout.TABEL_ONLEESBAAR, map=run, bestand=error.names, reden=error.reason or error.why)


def _row(row: Mapping[str, str]) -> Gemeentetotaal:
    """Take from a row what may become public."""
    text = {name: row[name] for name in ("gemeentecode", "naam", "provincie", "arbeidsmarktregio")}
    return Gemeentetotaal(**text, inwoners=int(row["inwoners"]), personen=int(row["toegewezen_personen"]))
