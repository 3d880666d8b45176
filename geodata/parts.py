"""Pages that came in are kept beside the file in the making, so that a download that broke off asks only the rest."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

STATE = "stand.json"
"""Which pages are there, and where the next one is."""


@dataclass(frozen=True, slots=True)
class Part:
    """One page: its address, that of the next one, the digest of its bytes and the CRS that was told with it."""

    url: str
    volgende: str | None
    sha256: str
    crs: str


class Parts:
    """The pages of one question, in order.

    Attributes
    ----------
    begin : str
        Address of the first page.
    lost : bool
        Whether pages of before were there but are not good for this question.
    """

    def __init__(self, folder: Path, begin: str) -> None:
        self._folder = folder
        self.begin = begin
        kept = _read(folder, begin)
        self.lost = kept is None
        self._parts = kept or []
        if self.lost:
            self.remove()

    def __len__(self) -> int:
        """Count the pages."""
        return len(self._parts)

    @property
    def volgende(self) -> str | None:
        """Address of the page to ask for; none when all are there."""
        return self._parts[-1].volgende if self._parts else self.begin

    @property
    def urls(self) -> set[str]:
        """Addresses of the pages that are there."""
        return {part.url for part in self._parts}

    def pages(self) -> Iterator[tuple[Part, bytes]]:
        """Give each page with its bytes."""
        for number, part in enumerate(self._parts):
            yield part, _file(self._folder, number).read_bytes()

    def add(self, url: str, volgende: str | None, body: bytes, crs: str) -> None:
        """Keep a page; the state is replaced last, so that it never tells of a page that is not there."""
        self._folder.mkdir(parents=True, exist_ok=True)
        _file(self._folder, len(self._parts)).write_bytes(body)
        self._parts.append(Part(url, volgende, sha256(body).hexdigest(), crs))
        state = {"begin": self.begin, "delen": [asdict(part) for part in self._parts]}
        new = self._folder / f"{STATE}.nieuw"
        new.write_text(json.dumps(state, indent=2), "utf-8")
        new.replace(self._folder / STATE)

    def remove(self) -> None:
        """Forget all pages."""
        self._parts = []
        if self._folder.is_dir():
            shutil.rmtree(self._folder)


def _file(folder: Path, number: int) -> Path:
    return folder / f"{number + 1:04}.json"


def _read(folder: Path, begin: str) -> list[Part] | None:
    """Read the pages of before; none where they are of another question, changed, or not one chain."""
    if not folder.exists():
        return []
    try:
        state = json.loads((folder / STATE).read_text("utf-8"))
        parts = [Part(**part) for part in state["delen"]]
        whole = all(
            sha256(_file(folder, number).read_bytes()).hexdigest() == part.sha256 for number, part in enumerate(parts)
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
    chain = [begin, *(part.volgende for part in parts)]
    return parts if whole and parts and [part.url for part in parts] == chain[:-1] else None
