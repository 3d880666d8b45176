"""Whether the files of a case are still those that were read."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from inputs.case import Case
from inputs.file_names import shown


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
    choices = {} if scenario is None else {shown(scenario): scenario}
    known = {source.bestand: source.sha256 for source in case.bronnen}
    return tuple(sorted(name for name, sha256 in known.items() if _sha256(folder, name, choices) != sha256))


def _sha256(folder: Path, name: str, choices: Mapping[str, Path]) -> str:
    """Give the sha256 of a file; of one that is gone, nothing."""
    path = choices.get(name, folder / name)
    try:
        if not path.exists():
            path = next((other for other in folder.iterdir() if shown(other) == name), path)
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
