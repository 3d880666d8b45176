"""The folder that a run reads: the planner's own, or a copy with other choices, or the embedded example unpacked."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from geodata.distances import main_places
from inputs.example.generate import example_folder
from inputs.read import NOTED
from inputs.refused import refused

SCENARIO = "scenario.toml"
"""The file of a case that holds the choices of a run."""


@contextmanager
def case_folder(case: Path | None, example: str, scenario: Path | None) -> Iterator[Path]:
    """Give the folder to read; what had to be made for it is gone afterwards."""
    if case is not None and (scenario is None or not case.is_dir()):
        yield case
        return
    with TemporaryDirectory(prefix="spreiding-") as place:
        folder = example_folder(example, Path(place), main_places()) if case is None else _copied(case, Path(place))
        if scenario is not None:
            (folder / SCENARIO).unlink(missing_ok=True)
            shutil.copyfile(scenario, folder / SCENARIO)
        yield folder


def _copied(case: Path, place: Path) -> Path:
    """Copy every file that the reader would look at; a link stays a link, so that the reader can refuse it.

    Of a file that is refused by its name only the name goes along: it is never opened.
    """
    folder = place / case.resolve().name
    folder.mkdir()
    for file in case.iterdir():
        if file.suffix.lower() in NOTED and (file.is_file() or file.is_symlink()):
            shutil.copyfile(file, folder / file.name, follow_symlinks=False)
        elif refused(file) is not None:
            (folder / file.name).touch()
    return folder
