"""A run as its folder keeps it, without a line on any household: read after its hashes were found right."""

import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reports.packed import unpacked
from reports.run_reader import ChangedRunError, UnreadableRunError, read_files, read_manifest, table
from reports.words import Lang

GEMEENTEN, UITLEG, PRIJZEN, TEKORTEN, PLAATSEN, GROOTTES, GELD = (
    "gemeenten.csv",
    "uitleg_gemeenten.csv",
    "prijzen.csv",
    "tekorten.csv",
    "plaatsen.csv",
    "groottes.csv",
    "geld.csv",
)
TABLES = (GEMEENTEN, UITLEG, PRIJZEN, TEKORTEN, PLAATSEN, GROOTTES, GELD)
"""Tables whose rows are gemeenten, or things in a gemeente; the first is always there."""
MAP, FIGURES = "kaart.html", "kengetallen.html"
PAGES = (MAP, FIGURES)
"""Pages on gemeenten and groups; none names a household."""
OF_HOUSEHOLD = "huishouden"
"""Kind of row in tekorten.csv that names a household that no list would house."""
DATA = re.compile(r'<script type="application/json" id="gegevens">(.*?)</script>', re.DOTALL)
"""What the map reads, in the page of the map."""
PARTS = ("hash", "outputs", "naam", "scenario", "certificate", "synthetisch", "counts")
"""Parts of the manifest that are read here."""

Row = Mapping[str, str]


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
    UnreadableRunError
        If this is no run folder, or it cannot be read.
    """
    manifest = read_manifest(run, PARTS, lang)
    if GEMEENTEN not in manifest["outputs"]:
        raise UnreadableRunError("ouder", run, lang, [GEMEENTEN])
    known = [name for name in (*TABLES, *PAGES) if name in manifest["outputs"]]
    files = read_files(run, manifest, known, lang)
    kaart = _map_data(files.get(MAP, b""))
    tables = {name: _by_gemeente(run, name, content, lang) for name, content in files.items() if name in TABLES}
    by_code = {g["code"]: g for g in kaart.get("gemeenten", [])}
    return StoredRun(manifest, files, tables, by_code, str(kaart.get("lang", ""))[:2])


def _by_gemeente(run: Path, name: str, content: bytes, lang: Lang) -> dict[str, list[Row]]:
    """Give the rows of a table by gemeentecode."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    try:
        for row in table_rows(content):
            found[row["gemeentecode"]].append(row)
    except (AttributeError, KeyError, ValueError):  # what no run writes, under a hash that was made to fit
        raise ChangedRunError(run, lang, [name]) from None
    return dict(found)


def table_rows(content: bytes) -> list[dict[str, str]]:
    """Read the rows of a table of a run; a row that names a household is left out."""
    return [row for row in table(content) if row.get("soort") != OF_HOUSEHOLD]


def _map_data(content: bytes) -> dict[str, Any]:
    """Read what the map reads; nothing where there is no map."""
    found = DATA.search(content.decode("utf-8"))
    return unpacked(json.loads(found[1])) if found else {}
