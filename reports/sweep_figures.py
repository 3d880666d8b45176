"""What a sweep tells of one of its runs, read from the run folder alone."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reports.manifest import BY_CONTENT
from reports.run_reader import check_files, read_manifest
from reports.words import Lang

PARTS = ("outputs", "outputs_inhoud", "certificate", "counts", "goals", "kengetallen", "naam", "scenario")
"""Parts of a manifest that are read here."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one run.

    Attributes
    ----------
    proven : bool
        Whether the plan is proved within the gap that was asked.
    gap : float
        Proved relative gap [1].
    housed, unplaced : int
        Persons with a home, and without [persons].
    goals : Mapping
        Goal to its value, in its own unit.
    units : Mapping
        Goal to that unit, in words.
    marges : str, optional
        How synthetic data were drawn; None: they are no synthetic data.
    hash : str
        That of the manifest.
    seconds : float
        How long the run took where it was made [s].
    """

    proven: bool
    gap: float
    housed: int
    unplaced: int
    goals: Mapping[str, float]
    units: Mapping[str, str]
    marges: str | None
    hash: str
    seconds: float


def solve_figures(folder: Path, lang: Lang) -> Figures:
    """Read the figures of a run of ``solve``.

    Raises
    ------
    RunFolderError
        It is no run, or was changed.
    """
    run = read_manifest(folder, PARTS, lang)
    counts, proof = run["counts"], run["certificate"]
    seconds = run.get("runtime", {}).get("seconds", {})
    return Figures(
        bool(proof["proven"]),
        float(proof["proven_gap"]),
        int(counts["geplaatste_personen"]),
        int(counts["personen"]) - int(counts["geplaatste_personen"]),
        {goal["name"]: float(goal["value"]) for goal in run["goals"]},
        {goal["name"]: str(goal["unit"]) for goal in run["goals"]},
        str(run["marges"]) if run["synthetisch"] else None,
        str(run["hash"]),
        float(sum(seconds.values())),
    )


def solve_whole(folder: Path, lang: Lang) -> bool:
    """Tell whether a run of ``solve`` stands there with every file that it wrote, as it wrote it."""
    try:
        run = read_manifest(folder, PARTS, lang)
        check_files(folder, run, lang)
        return all(
            BY_CONTENT[name]((folder / name).read_bytes()) == digest for name, digest in run["outputs_inhoud"].items()
        )
    except (OSError, ValueError, KeyError, sqlite3.Error):
        return False
