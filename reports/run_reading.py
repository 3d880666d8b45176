"""A run folder is read again, and only while its files are the ones that the run wrote."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inputs.formulas import original
from reports.manifest import digest, manifest_hash
from reports.run_folder import MANIFEST, RunFolderError
from reports.words import Lang, words

TOWNS = "gemeenten.csv"
"""The table of which the rows are read."""
PARTS = (
    *("naam", "synthetisch", "invoer", "scenario", "parameters", "versions"),
    *("certificate", "counts", "goals", "baselines", "outputs"),
)
"""Parts of a manifest without which two runs cannot be compared."""
FORGOTTEN = "vergeten"
"""Part that says which files the run has forgotten."""
CAUSES = ("sleutel_personen", "inhaal_personen", "afspraken_personen", "afwijking_personen")
"""Columns of which the number of a gemeente is the sum [persons]."""
TOTAL = "toegewezen_personen"
NUMBERS = (TOTAL, *CAUSES, "doel_personen", "woningen_aangeboden", "woningen_gebruikt")
"""Numbers of a gemeente that are compared [persons, homes]."""
TEXTS = ("gemeentecode", "naam", "provincie", "arbeidsmarktregio", "bindende_regel")


class RunChangedError(RunFolderError):
    """A run folder is not as the run wrote it; the text names the files."""


@dataclass(frozen=True, slots=True)
class Town:
    """A gemeente of a run: names, what limits its number, and its numbers by column [persons, homes]."""

    gemeentecode: str
    naam: str
    provincie: str
    arbeidsmarktregio: str
    bindende_regel: str
    getallen: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ReadRun:
    """A run as its folder says: where it stands, its manifest, and its gemeenten by code."""

    folder: Path
    manifest: Mapping[str, Any]
    gemeenten: Mapping[str, Town]

    @property
    def kwartaal(self) -> str:
        """Kwartaal of the run."""
        return str(self.manifest["scenario"]["kwartaal"])

    @property
    def vergeten(self) -> bool:
        """Whether the run has forgotten its households."""
        return FORGOTTEN in self.manifest


def read_run(folder: Path, lang: Lang = "nl") -> ReadRun:
    """Read a run folder.

    Raises
    ------
    RunChangedError
        If a file is not the one of which run.json holds the hash, is gone, or does not add up.
    RunFolderError
        If this is no run, cannot be read, or is of a version that did not write what is read here.
    """
    told = words(lang)
    if not (folder / MANIFEST).is_file():
        raise RunFolderError(told("vergelijk_fout.geen_run", map=folder))
    try:
        manifest = _manifest(folder, lang)
        if wrong := _changed(folder, manifest["outputs"]):
            raise RunChangedError(told("vergelijk_fout.veranderd", map=folder, namen=", ".join(wrong)))
        return ReadRun(folder, manifest, _towns(folder, lang))
    except RunFolderError:
        raise
    except OSError as error:
        raise RunFolderError(told("vergelijk_fout.onleesbaar", map=folder, reden=error.strerror or error)) from error


def _manifest(folder: Path, lang: Lang) -> dict[str, Any]:
    """Read the manifest, which must carry its own hash."""
    told = words(lang)
    try:
        found = json.loads((folder / MANIFEST).read_bytes())
        sealed = isinstance(found, dict) and found.get("hash") == manifest_hash(found)
    except (ValueError, RecursionError):
        sealed = False
    if not sealed:
        raise RunChangedError(told("vergelijk_fout.veranderd", map=folder, namen=MANIFEST))
    missing = [part for part in PARTS if part not in found] + ([] if TOWNS in found.get("outputs", {}) else [TOWNS])
    if missing:
        raise RunFolderError(told("vergelijk_fout.ouder", map=folder, namen=", ".join(missing)))
    return dict(found)


def _changed(folder: Path, outputs: Mapping[str, str]) -> list[str]:
    """List the files of a run that are gone or have another hash; a name that leaves the folder is no file of a run."""
    return [
        name
        for name, sha in sorted(outputs.items())
        if Path(name).name != name or not (folder / name).is_file() or digest((folder / name).read_bytes()) != sha
    ]


def _towns(folder: Path, lang: Lang) -> dict[str, Town]:
    """Read the gemeenten; their numbers must be the sum of their parts."""
    text = (folder / TOWNS).read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    missing = [name for name in (*TEXTS, *NUMBERS) if rows and name not in rows[0]]
    if missing:
        raise RunFolderError(words(lang)("vergelijk_fout.ouder", map=folder, namen=f"{TOWNS} ({', '.join(missing)})"))
    try:
        towns = [_town(row) for row in rows]
    except (AttributeError, TypeError, ValueError):  # a cell that no run writes, under a hash that was made to fit
        raise RunChangedError(words(lang)("vergelijk_fout.veranderd", map=folder, namen=TOWNS)) from None
    wrong = [t.gemeentecode for t in towns if t.getallen[TOTAL] != sum(t.getallen[cause] for cause in CAUSES)]
    if wrong:
        raise RunChangedError(words(lang)("vergelijk_fout.som", map=folder, namen=", ".join(wrong)))
    return {town.gemeentecode: town for town in sorted(towns, key=lambda town: town.gemeentecode)}


def _town(row: Mapping[str, str]) -> Town:
    """Read one row."""
    texts = {name: original(row[name]) for name in TEXTS}
    return Town(**texts, getallen={name: int(row[name]) for name in NUMBERS})
