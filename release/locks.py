"""A lock names every package with its version, the systems that need it and the sha256 of each of its files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
"""The checkout."""
LOCKS = ROOT / "locks"
"""Where `make lock` writes."""
PINNED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;]+)(?: ; (?P<marker>[^\\]+?))? *\\?$")
"""First line of a package."""
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})(?![0-9a-f])")
"""The sha256 of one wheel or source archive."""
VIA = re.compile(r"^ +# +(?:via\b)? *(?P<name>[\w.-]+)?")
"""A line that tells which package asks for the one above it."""
OURSELVES = "spreiding"
"""The package that is locked for."""


@dataclass(frozen=True, slots=True)
class Locked:
    """One version of a package.

    Attributes
    ----------
    name, version : str
        As the lock writes them; the name is normalised.
    marker : str
        Systems that need it; empty for all.
    hashes : tuple of str
        sha256 of every file of this version, in the order of the lock.
    parents : tuple of str
        Who asks for it, as far as the lock tells: packages, or ``spreiding`` itself.
    """

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]
    parents: tuple[str, ...]


def read_lock(name: str, folder: Path = LOCKS) -> tuple[Locked, ...]:
    """Read the lock ``use``, ``build``, ``test``, ``fuzz`` or ``release``."""
    return parse((folder / f"{name}.txt").read_text("utf-8"))


def parse(text: str) -> tuple[Locked, ...]:
    r"""Read the text of a lock.

    Raises
    ------
    ValueError
        Some line is no package with an exact version, or a package has no hash.

    Examples
    --------
    >>> [one] = parse(f"mdurl==0.1.2\n    --hash=sha256:{'0' * 64}\n    # via markdown-it-py")
    >>> one.name, one.version, len(one.hashes), one.parents
    ('mdurl', '0.1.2', 1, ('markdown-it-py',))
    """
    return tuple(_locked(block) for block in _blocks(text))


def _blocks(text: str) -> Iterator[list[str]]:
    """Group the lines by package."""
    block: list[str] = []
    for line in text.splitlines():
        if not line.startswith((" ", "#")) and block:
            yield block
            block = []
        if not line.startswith("#"):
            block.append(line)
    if block:
        yield block


def _locked(block: list[str]) -> Locked:
    """Read the lines of one package."""
    match = PINNED.match(block[0])
    hashes = tuple(digest for line in block for digest in HASH.findall(line))
    if match is None or not hashes:
        raise ValueError(f"no package with an exact version and its hashes: {block[0]!r}; run make lock")
    return Locked(match["name"], match["version"], match["marker"] or "", hashes, tuple(_parents(block[1:])))


def _parents(lines: list[str]) -> Iterator[str]:
    """Give the packages that ask for it; lines on constraints name none."""
    for line in lines:
        match = VIA.match(line)
        if match and (name := match["name"]) and not name.startswith("-"):
            yield name
