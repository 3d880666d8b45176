"""A run as its folder keeps it, without a line on any household: read after its hashes were found right."""

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inputs.formulas import original
from reports.manifest import digest, manifest_hash
from reports.run_folder import MANIFEST, RunFolderError
from reports.words import Lang, words

GEMEENTEN, UITLEG, PRIJZEN, TEKORTEN, PLAATSEN = (
    "gemeenten.csv",
    "uitleg_gemeenten.csv",
    "prijzen.csv",
    "tekorten.csv",
    "plaatsen.csv",
)
TABLES = (GEMEENTEN, UITLEG, PRIJZEN, TEKORTEN, PLAATSEN)
"""Tables whose rows are gemeenten, or things in a gemeente; the first is always there."""
MAP = "kaart.html"
OF_HOUSEHOLD = "huishouden"
"""Kind of row in tekorten.csv that names a household that no list would house."""
DATA = re.compile(r'<script type="application/json" id="gegevens">(.*?)</script>', re.DOTALL)
"""What the map reads, in the page of the map."""
PARTS = ("hash", "outputs", "naam", "scenario", "certificate", "synthetisch", "counts")
"""Parts of the manifest that are read here."""

Row = Mapping[str, str]


class ChangedRunError(RunFolderError):
    """A file of a run is no longer the one that the run wrote."""


@dataclass(frozen=True, slots=True)
class StoredRun:
    """What a folder still says of a run.

    Attributes
    ----------
    manifest : Mapping
        Content of run.json.
    files : Mapping
        Content of the files that were read, by name.
    tables : Mapping
        By file name, the rows of each gemeente by its code; a file that the run did not write is missing.
    kaart : Mapping
        What the map reads of each gemeente, by its code; empty where the run has no map.
    kaart_lang : str
        Language of the texts in it; empty where there is none.
    """

    manifest: Mapping[str, Any]
    files: Mapping[str, bytes]
    tables: Mapping[str, Mapping[str, Sequence[Row]]]
    kaart: Mapping[str, Mapping[str, Any]]
    kaart_lang: str

    @property
    def gemeenten(self) -> list[Row]:
        """Give the gemeenten by code."""
        return [rows[0] for _, rows in sorted(self.tables[GEMEENTEN].items())]

    def rows(self, name: str, code: str) -> Sequence[Row] | None:
        """Give the rows of a gemeente in a table; None where the run did not write that table."""
        return self.tables[name].get(code, ()) if name in self.tables else None

    def mapped(self, code: str, lang: Lang) -> Mapping[str, Any]:
        """Give what the map says of a gemeente; nothing where its texts are in another language."""
        return self.kaart.get(code, {}) if self.kaart_lang == lang else {}


def read_run(run: Path, lang: Lang = "nl") -> StoredRun:
    """Read what a run folder says of gemeenten; every file that is read has the hash that the manifest holds.

    Raises
    ------
    ChangedRunError
        If the manifest or a file is not the one that the run wrote.
    RunFolderError
        If this is no run folder, or it cannot be read.
    """
    told = words(lang)
    if not (run / MANIFEST).is_file():
        raise RunFolderError(told("rapport.geen_run", map=run))
    try:
        manifest = _manifest(run, lang)
        known = [name for name in (*TABLES, MAP) if name in manifest["outputs"]]
        files = {name: _checked(run, name, manifest, lang) for name in known}
    except OSError as error:
        if isinstance(error, RunFolderError):
            raise
        raise RunFolderError(told("rapport.onleesbaar", map=run, reden=error.strerror or error)) from error
    if GEMEENTEN not in files:
        raise ChangedRunError(told("rapport.gewijzigd", map=run, naam=GEMEENTEN))
    kaart = _map_data(files.get(MAP, b""))
    tables = {name: _by_gemeente(files[name]) for name in known if name != MAP}
    by_code = {g["code"]: g for g in kaart.get("gemeenten", [])}
    return StoredRun(manifest, files, tables, by_code, str(kaart.get("lang", ""))[:2])


def _manifest(run: Path, lang: Lang) -> dict[str, Any]:
    """Read the manifest, and refuse one that does not hash to what it says."""
    try:
        found = json.loads((run / MANIFEST).read_bytes())
        whole = isinstance(found, dict) and not set(PARTS) - set(found) and manifest_hash(found) == found["hash"]
    except (ValueError, RecursionError):
        whole = False
    if not whole:
        raise ChangedRunError(words(lang)("rapport.gewijzigd", map=run, naam=MANIFEST))
    return dict(found)


def _checked(run: Path, name: str, manifest: Mapping[str, Any], lang: Lang) -> bytes:
    """Read a file whose hash stands in the manifest."""
    content = (run / name).read_bytes() if (run / name).is_file() else None
    if content is None or digest(content) != manifest["outputs"][name]:
        raise ChangedRunError(words(lang)("rapport.gewijzigd", map=run, naam=name))
    return content


def _by_gemeente(content: bytes) -> dict[str, list[Row]]:
    """Give the rows of a table by gemeentecode, each text as it was before it was kept from running."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in table_rows(content):
        found[row["gemeentecode"]].append(row)
    return dict(found)


def table_rows(content: bytes) -> list[dict[str, str]]:
    """Read the rows of a table of a run; a row that names a household is left out."""
    reader = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    rows = ({name: original(cell) for name, cell in row.items()} for row in reader)
    return [row for row in rows if row.get("soort") != OF_HOUSEHOLD]


def _map_data(content: bytes) -> dict[str, Any]:
    """Read what the map reads; nothing where there is no map."""
    found = DATA.search(content.decode("utf-8"))
    return dict(json.loads(found[1])) if found else {}
