"""Every file of a run says where a reader sees it that its data is synthetic, or that it uses scores from elsewhere."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from verifier.read import Row, read_json, read_table
from verifier.twins import table_of_geopackage, table_of_parquet

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@dataclass(frozen=True)
class Label:
    """What a file must say, as a part of its text, and how ``run.json`` says it."""

    name: str
    word: str
    manifest: Callable[[dict[str, Any]], bool]


SYNTHETIC = Label("synthetisch", "syntheti", lambda run: run.get("synthetisch") is True)
"""The word is what "synthetisch" and "synthetic" share."""
ELSEWHERE = Label(
    "scores van elders",
    "scores van elders",
    lambda run: "scores" in run and any("scores van elders" in text for text in run["warnings"]),
)


TABLES: dict[str, Callable[[Path], list[Row]]] = {
    ".csv": read_table,
    ".parquet": table_of_parquet,
    ".gpkg": table_of_geopackage,
}
"""How files of which every row says where it comes from are read."""


def check_labels(folder: Path, label: Label, *, holds: bool = True) -> list[str]:
    """List every file, row or sheet of a run that does not say what holds, or says what does not."""
    return [text for path in sorted(folder.iterdir()) for text in _wrong(path, label, holds=holds)]


def _wrong(path: Path, label: Label, *, holds: bool) -> list[str]:
    says = f"{'does not say' if holds else 'says'} {label.name}"
    if path.suffix in TABLES:
        return [
            f"{path.name}:{n}: bron {says}"
            for n, row in enumerate(TABLES[path.suffix](path), start=2)
            if (label.word in row.get("bron", "").casefold()) != holds
        ]
    if path.suffix == ".xlsx":
        sheets = _sheets(path, label.word)
        return [f"{path.name} {sheet}: {says}" for sheet, found in sheets.items() if found != holds]
    if path.suffix == ".json":
        labelled = label.manifest(read_json(path))
    elif path.suffix == ".html":
        labelled = label.word in visible_text(path.read_text("utf-8"))
    else:
        labelled = label.word.encode() in path.read_bytes()
    return [] if labelled == holds else [f"{path.name}: {says}"]


def _sheets(path: Path, word: str) -> dict[str, bool]:
    """Say of each sheet of a workbook whether a cell holds the word."""
    with ZipFile(path) as book:
        shared = ET.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314  our own workbook
        texts = ("".join(entry.itertext()).casefold() for entry in shared.iter(f"{MAIN}si"))
        found = {str(n) for n, text in enumerate(texts) if word in text}
        sheets = sorted(name for name in book.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name))
        return {name: bool(found & _texts(book.read(name))) for name in sheets}


def _texts(sheet: bytes) -> set[str]:
    """Give the numbers of the shared texts that a sheet shows."""
    cells = ET.fromstring(sheet).iter(f"{MAIN}c")  # noqa: S314  our own workbook
    return {cell.findtext(f"{MAIN}v", "") for cell in cells if cell.get("t") == "s"}


class _Visible(HTMLParser):
    """Collects what a page shows; scripts and styles are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden = 0
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.hidden += tag in {"script", "style"}

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def visible_text(page: str) -> str:
    """Give the text of a page without its scripts and styles, in lower case."""
    parser = _Visible()
    parser.feed(page)
    return " ".join(parser.parts).casefold()
