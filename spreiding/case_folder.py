"""The place that a run reads: the planner's own folder or workbook, or the embedded example unpacked."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from geodata.distances import main_places
from inputs.example.generate import example_folder


@contextmanager
def case_folder(case: Path | None, example: str) -> Iterator[Path]:
    """Give the folder or workbook to read; what had to be made for it is gone afterwards."""
    if case is not None:
        yield case
        return
    with TemporaryDirectory(prefix="spreiding-") as place:
        yield example_folder(example, Path(place), main_places())
