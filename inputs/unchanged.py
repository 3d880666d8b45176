"""Whether the files of a case are still those that were read."""

import hashlib
from pathlib import Path

from inputs.case import Case


def changed(case: Case, place: Path, scenario: Path | None = None) -> tuple[str, ...]:
    """List the files that were changed, or are gone, since the case was read.

    Parameters
    ----------
    place : Path
        The folder or workbook that was read.
    scenario : Path, optional
        The file with choices that was read in the place of the case's own.
    """
    folder = place if place.is_dir() else place.parent
    known = {source.bestand: source.sha256 for source in case.bronnen}
    paths = {name: folder / name for name in known} | ({scenario.name: scenario} if scenario else {})
    return tuple(sorted(name for name, sha256 in known.items() if _sha256(paths[name]) != sha256))


def _sha256(path: Path) -> str:
    """Give the sha256 of a file; of one that is gone, nothing."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
