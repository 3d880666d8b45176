"""A run folder is read again, and only while its files are the ones that the run wrote."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reports.run_reader import ChangedRunError, UnreadableRunError, check_files, read_files, read_manifest, table
from reports.words import Lang

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
    ChangedRunError
        If a file is not the one of which run.json holds the hash, is gone, or does not add up.
    UnreadableRunError
        If this is no run, cannot be read, or is of a version that did not write what is read here.
    """
    manifest = read_manifest(folder, PARTS, lang)
    if TOWNS not in manifest["outputs"]:
        raise UnreadableRunError("ouder", folder, lang, [TOWNS])
    check_files(folder, manifest, lang)
    return ReadRun(folder, manifest, _towns(folder, manifest, lang))


def _towns(folder: Path, manifest: Mapping[str, Any], lang: Lang) -> dict[str, Town]:
    """Read the gemeenten; their numbers must be the sum of their parts."""
    content = read_files(folder, manifest, [TOWNS], lang)[TOWNS]
    try:
        rows = table(content)
        missing = [name for name in (*TEXTS, *NUMBERS) if rows and name not in rows[0]]
        towns = [] if missing else [_town(row) for row in rows]
    except (AttributeError, TypeError, ValueError):  # a cell that no run writes, under a hash that was made to fit
        raise ChangedRunError(folder, lang, [TOWNS]) from None
    if missing:
        raise UnreadableRunError("ouder", folder, lang, [f"{TOWNS} ({', '.join(missing)})"])
    wrong = [t.gemeentecode for t in towns if t.getallen[TOTAL] != sum(t.getallen[cause] for cause in CAUSES)]
    if wrong:
        raise ChangedRunError(folder, lang, wrong, "vergelijk_fout.som")
    return {town.gemeentecode: town for town in sorted(towns, key=lambda town: town.gemeentecode)}


def _town(row: Mapping[str, str]) -> Town:
    """Read one row."""
    texts = {name: row[name] for name in TEXTS}
    return Town(**texts, getallen={name: int(row[name]) for name in NUMBERS})
