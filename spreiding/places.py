"""What ``--overschrijf`` never erases: files of the planner, and what is read."""

from collections.abc import Collection
from pathlib import Path

from spreiding.refusal import Refusal

RUN, CHOICES = "run.json", "scenario.toml"
"""What tells a run from a case: its manifest, and the choices that a case has."""
TOLD = 5
"""Files that are named; a folder of someone's own has many [files]."""


def refuse_own_files(out: Path, own: Collection[str]) -> None:
    """Refuse to replace a folder that holds anything else than what this program wrote there.

    Parameters
    ----------
    own : collection of str
        Names of what this program wrote.

    Raises
    ------
    Refusal
        Something else stands there.
    """
    strange = sorted(path.name for path in out.iterdir() if path.name not in own)
    if strange:
        raise Refusal("strange_files", found=out, names=", ".join(strange[:TOLD]))


def refuse_inside(out: Path, *read: Path | None) -> None:
    """Refuse a place for the outcome that holds what is read, or is it: replacing one would erase the other.

    Raises
    ------
    Refusal
        A file or folder that is read lies in the place.
    """
    for path in read:
        if path is not None and path.resolve().is_relative_to(out.resolve()):
            raise Refusal("read_inside", inner=path, outer=out)


def refuse_run(case: Path) -> None:
    """Refuse a run folder where a case is asked: its tables have the same names and another meaning.

    Raises
    ------
    Refusal
        The folder is what a run wrote.
    """
    if (case / RUN).is_file() and not (case / CHOICES).exists():
        raise Refusal("run_is_no_case", found=case)
