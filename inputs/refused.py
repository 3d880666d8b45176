"""Files that are refused by name and never opened: settings that are no TOML, and what may run code when opened."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from inputs.codes import Code
from inputs.file_names import shown
from inputs.problems import Problem

SETTINGS: tuple[str, ...] = ("scenario", "parameters")
"""Names of the files that hold settings, without ``.toml``."""
NO_TOML: Mapping[str, Code] = {
    ".yaml": Code.INSTELLINGEN_YAML,
    ".yml": Code.INSTELLINGEN_YAML,
    ".json": Code.INSTELLINGEN_JSON,
    ".ini": Code.INSTELLINGEN_INI,
}
RUNS_CODE: frozenset[str] = frozenset(
    (".pkl", ".pickle", ".joblib", ".dill", ".npy", ".npz", ".rds", ".rda", ".rdata", ".feather")
)
"""Kinds of file whose reader may run what they hold, and Feather, which nobody can read without a program."""


def refused(path: Path) -> Problem | None:
    """Tell why a file of the case is not opened; None: its name is no reason."""
    suffix = path.suffix.lower()
    if suffix in RUNS_CODE:
        return Problem(Code.BESTAND_VOERT_UIT, shown(path))
    return _no_toml(path, shown(path), path.stem.lower()) if path.stem.lower() in SETTINGS else None


def refused_settings(path: Path) -> Problem | None:
    """Tell why a file that is named on the command line cannot hold settings; None: its name is no reason."""
    return _no_toml(path, shown(str(path)), Path(shown(path)).stem)


def _no_toml(path: Path, bestand: str, stem: str) -> Problem | None:
    """Refuse a format of settings that is no TOML, with the name of the file to write instead."""
    code = NO_TOML.get(path.suffix.lower())
    return None if code is None else Problem(code, bestand, velden={"toml": f"{stem}.toml"})


def refused_files(folder: Path) -> Iterator[Problem]:
    """List the files of a case that are not opened."""
    for path in sorted(folder.iterdir()):
        problem = None if path.name.startswith((".", "~")) else refused(path)
        if problem is not None:
            yield problem
