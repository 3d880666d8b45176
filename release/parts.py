"""Every file in the packages that is no Python is either our own or a part with a source and a licence."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from release.locks import ROOT
from release.project import packages

CATALOGUE = Path(__file__).with_name("onderdelen.toml")
"""The parts, and the patterns of what is our own."""


@dataclass(frozen=True, slots=True)
class Part:
    """Files that others made, or that were made from what others publish.

    Attributes
    ----------
    naam, versie : str
        Of the source; a date or year where it has no versions.
    soort : str
        ``library`` or ``data``, as in CycloneDX.
    purl : str
        Package URL of the source; empty if it is no package.
    bron, licentie, wijziging : str
        Who made it, under which licence (SPDX), and what we changed.
    bestanden : dict
        The files by path from the root, with the sha256 that our copy must have; empty where we make the file.
    """

    naam: str
    versie: str
    soort: str
    purl: str
    bron: str
    licentie: str
    wijziging: str
    bestanden: dict[str, str]


def read_parts(catalogue: Path = CATALOGUE) -> tuple[Part, ...]:
    """Read the parts in the order of the catalogue."""
    return tuple(Part(**row) for row in tomllib.loads(catalogue.read_text("utf-8"))["onderdeel"])


def digest(path: str) -> str:
    """Hash our copy of a file [sha256, hexadecimal]."""
    return sha256((ROOT / path).read_bytes()).hexdigest()


def unclassified(root: Path = ROOT, catalogue: Path = CATALOGUE) -> list[str]:
    """Name the files in the packages that are neither our own nor in exactly one part."""
    own = tomllib.loads(catalogue.read_text("utf-8"))["eigen"]["bestanden"]
    named = [path for part in read_parts(catalogue) for path in part.bestanden]
    return [path for path in _files(root) if named.count(path) + any(_fits(path, pattern) for pattern in own) != 1]


def _fits(path: str, pattern: str) -> bool:
    """Tell whether a pattern of the catalogue names this file; a star stays within its folder."""
    return Path(path).parent == Path(pattern).parent and Path(path).match(pattern)


def _files(root: Path) -> Iterator[str]:
    """List what the wheel holds besides Python."""
    for package in packages():
        for path in sorted((root / package).rglob("*")):
            if path.is_file() and path.suffix not in {".py", ".pyc"}:
                yield path.relative_to(root).as_posix()
