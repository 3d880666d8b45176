"""What a run says of gemeenten, read from its own files and checked against its manifest; of households nothing."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inputs.formulas import original
from reports.manifest import digest, manifest_hash
from reports.publishing.errors import Fout, PublicationError
from reports.run_folder import MANIFEST

TABLE = "gemeenten.csv"
"""The one table of a run that is read."""
LONGEST = 50_000_000
"""Largest file that is read [bytes]."""


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
    manifest = _manifest(run)
    data = _bytes(run, TABLE)
    if digest(data) != manifest["outputs"].get(TABLE):
        raise PublicationError(Fout.TABEL_VERANDERD, map=run, bestand=TABLE)
    try:
        rows = tuple(_row(row) for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
        kwartaal, synthetic = manifest["scenario"]["kwartaal"], manifest["synthetisch"]
    except (KeyError, TypeError, ValueError) as error:
        raise PublicationError(Fout.TABEL_ONLEESBAAR, map=run, bestand=TABLE, reden=error) from error
    return Uitkomst(kwartaal, bool(synthetic), str(manifest["hash"]), rows)


def _manifest(run: Path) -> Mapping[str, Any]:
    """Read the manifest of a run and check its own hash."""
    if not (run / MANIFEST).is_file():
        raise PublicationError(Fout.GEEN_UITKOMST, map=run)
    try:
        found = json.loads(_bytes(run, MANIFEST))
        whole = isinstance(found["outputs"], dict) and found["hash"] == manifest_hash(found)
    except (ValueError, TypeError, KeyError, RecursionError):
        whole = False
    if not whole:
        raise PublicationError(Fout.UITKOMST_VERANDERD, map=run, bestand=MANIFEST)
    return dict(found)


def _bytes(run: Path, name: str) -> bytes:
    """Read a file of a run."""
    try:
        if (run / name).stat().st_size > LONGEST:
            raise PublicationError(Fout.TABEL_ONLEESBAAR, map=run, bestand=name, reden=f"> {LONGEST} bytes")
        return (run / name).read_bytes()
    except OSError as error:
        raise PublicationError(Fout.TABEL_ONLEESBAAR, map=run, bestand=name, reden=error.strerror or error) from error


def _row(row: Mapping[str, str]) -> Gemeentetotaal:
    """Take from a row what may become public."""
    text = {name: original(row[name]) for name in ("gemeentecode", "naam", "provincie", "arbeidsmarktregio")}
    return Gemeentetotaal(**text, inwoners=int(row["inwoners"]), personen=int(row["toegewezen_personen"]))
