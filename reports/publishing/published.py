"""A publication is read back from its own files, as anyone else would read it."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inputs.formulas import original
from optimizer.suppression.proof import Between, Said, meaning
from optimizer.suppression.rounding import Protection
from optimizer.suppression.table import LAND, Cell
from reports.manifest import digest, manifest_hash
from reports.publishing.bundle import KIND, MANIFEST
from reports.publishing.errors import Fout, PublicationError
from reports.publishing.files import AREAS, HIDDEN

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Publicatie:
    """What a publication says.

    Attributes
    ----------
    gezegd : tuple of Said
        Every number, with the gemeenten that it is the sum of.
    """

    kwartaal: str
    uitkomst: str
    hash: str
    protection: Protection
    gezegd: tuple[Said, ...]

    def areas(self) -> dict[Cell, Said]:
        """Give the numbers by their area."""
        return {(said.soort, said.naam): said for said in self.gezegd}


def read_publication(folder: Path) -> Publicatie:
    """Read a publication that was written earlier.

    Raises
    ------
    PublicationError
        If this is none, or a file is not the one that was published.
    """
    if not (folder / MANIFEST).is_file():
        raise PublicationError(Fout.GEEN_PUBLICATIE, map=folder)
    names = (MANIFEST, *AREAS.values())
    try:
        return parse({name: (folder / name).read_bytes() for name in names}, folder)
    except OSError as error:
        raise PublicationError(Fout.PUBLICATIE_VERANDERD, map=folder, bestand=Path(str(error.filename)).name) from error


def parse(files: Mapping[str, bytes], place: Path) -> Publicatie:
    """Read a publication from the bytes of its files; nothing else is known.

    Raises
    ------
    PublicationError
        If a file is not the one that the manifest knows, or holds what this program never publishes.
    """
    manifest = _manifest(files[MANIFEST], place)
    changed = [name for name in AREAS.values() if digest(files[name]) != manifest["bestanden"].get(name)]
    if changed:
        raise PublicationError(Fout.PUBLICATIE_VERANDERD, map=place, bestand=", ".join(changed))
    try:
        signed = manifest["besluit"]
        protection = Protection(signed["drempel"], signed["afronding"], signed["nul_zichtbaar"])
        tables = {kind: _table(files[name]) for kind, name in AREAS.items()}
        said = tuple(_said(kind, row, tables["gemeente"], protection) for kind in AREAS for row in tables[kind])
        return Publicatie(manifest["kwartaal"], manifest["uitkomst"], manifest["hash"], protection, said)
    except (KeyError, TypeError, ValueError) as error:
        raise PublicationError(Fout.PUBLICATIE_VERANDERD, map=place, bestand=MANIFEST) from error


def _manifest(data: bytes, place: Path) -> Mapping[str, Any]:
    """Read the manifest of a publication and check its hash."""
    try:
        found = json.loads(data)
        whole = found["soort"] == KIND and found["hash"] == manifest_hash(found) and dict(found["bestanden"])
    except (ValueError, TypeError, KeyError, RecursionError):
        whole = False
    if not whole:
        raise PublicationError(Fout.PUBLICATIE_VERANDERD, map=place, bestand=MANIFEST)
    return dict(found)


def _table(data: bytes) -> list[Row]:
    """Read a public table."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def _said(kind: str, row: Row, gemeenten: list[Row], protection: Protection) -> Said:
    """Give what a row says; of a hidden number only that it is no more than the inhabitants, as of any."""
    cell = _cell(kind, row)
    members = tuple(g["gemeentecode"] for g in gemeenten if kind == "land" or _cell(kind, g) == cell)
    anyone = Between(0, int(row["inwoners"]))
    if row["personen"] == HIDDEN:
        return Said(*cell, members, anyone, verborgen=True)
    known = meaning(int(row["personen"]), protection.threshold, protection.base, zero_shown=protection.zero_shown)
    if known is None:
        raise ValueError(row["personen"])
    return Said(*cell, members, known.and_also(anyone), verborgen=False)


def _cell(kind: str, row: Row) -> Cell:
    """Name the area of a row."""
    if kind == "land":
        return LAND
    return kind, original(row["gemeentecode" if kind == "gemeente" else kind])
