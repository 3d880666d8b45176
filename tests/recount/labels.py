"""Every file of a run on synthetic data says so where a reader sees it."""

import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from recount.files import read_json, read_table

WORD = "syntheti"
"""What "synthetisch" and "synthetic" share."""
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def check_labels(folder: Path) -> list[str]:
    """List every file, row or sheet of a run that does not say that it is synthetic."""
    return [text for path in sorted(folder.iterdir()) for text in _unlabelled(path)]


def _unlabelled(path: Path) -> list[str]:
    if path.suffix == ".csv":
        rows = enumerate(read_table(path), start=2)
        return [
            f"{path.name}:{n}: bron does not say synthetisch"
            for n, row in rows
            if WORD not in row.get("bron", "").casefold()
        ]
    if path.suffix == ".xlsx":
        return [f"{path.name} {sheet}: no cell says synthetisch" for sheet in _sheets_without(path)]
    if path.suffix == ".json":
        labelled = read_json(path).get("synthetisch") is True
    elif path.suffix == ".html":
        labelled = WORD in visible_text(path.read_text("utf-8"))
    else:
        labelled = WORD.encode() in path.read_bytes()
    return [] if labelled else [f"{path.name}: does not say synthetisch"]


def _sheets_without(path: Path) -> list[str]:
    """List the sheets of a workbook of which no cell holds the word."""
    with ZipFile(path) as book:
        shared = ET.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314  our own workbook
        found = {str(n) for n, entry in enumerate(shared.iter(f"{MAIN}si")) if WORD in "".join(entry.itertext())}
        sheets = sorted(name for name in book.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name))
        return [name for name in sheets if not found & _texts(book.read(name))]


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
