"""A file that was downloaded lies beside a note of its source, and counts only while the two agree."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import TypeAdapter

from geodata.errors import GeodataError, problem


@dataclass(frozen=True, slots=True)
class Bron:
    """Where a file comes from.

    Attributes
    ----------
    url : str
        First address that was asked.
    collectie : str
        Collection or table at the source.
    opgehaald : str
        Moment, ISO 8601 in UTC.
    aantal : int
        Areas or rows in the file.
    """

    url: str
    collectie: str
    jaar: int
    opgehaald: str
    sha256: str
    aantal: int
    licentie: str
    naamsvermelding: str


@dataclass(frozen=True, slots=True)
class Place:
    """A file that is or will be there, its note, and the folder of its pages while it is in the making."""

    bestand: Path

    @property
    def bron(self) -> Path:
        """The note of the source."""
        return self.bestand.with_name(f"{self.bestand.name}.bron.json")

    @property
    def delen(self) -> Path:
        """The pages that came in before a download broke off."""
        return self.bestand.with_name(f".{self.bestand.name}.deel")


def in_cache(cache: Path, collectie: str, jaar: int) -> Place:
    """Give the place of a collection of one year in the cache."""
    return Place(cache / "grenzen" / f"{collectie}_{jaar}.geojson")


def kept(place: Place) -> Bron | None:
    """Read where a kept file comes from; none where there is neither file nor note.

    Raises
    ------
    GeodataError
        G.731 where the file is not the one that the note is about, G.732 where one of the two is missing or unreadable.
    """
    try:
        if not place.bestand.exists() and not place.bron.exists():
            return None
        bron = TypeAdapter(Bron).validate_json(place.bron.read_bytes(), strict=True)
        found = sha256(place.bestand.read_bytes()).hexdigest()
    except (OSError, ValueError) as error:
        fout = problem("G.732 kept_note_unclear", bestand=str(place.bestand), verwacht=place.bron.name)
        raise GeodataError([fout]) from error
    if found != bron.sha256:
        raise GeodataError([problem("G.731 kept_file_changed", bestand=str(place.bestand))])
    return bron


def keep(place: Place, content: bytes, bron: Bron, check: Callable[[Path], object]) -> None:
    """Write file and note in the place of what is there, after ``check`` has read the new file; or change nothing."""
    folder = place.bestand.parent
    with writable(place.bestand):
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".nieuw.", dir=folder) as new:
            file, note, old = Path(new) / place.bestand.name, Path(new) / place.bron.name, Path(new) / "oud"
            file.write_bytes(content)
            note.write_text(json.dumps(asdict(bron), ensure_ascii=False, indent=2) + "\n", "utf-8")
            check(file)
            _replace_both(place, file, note, old)


def _replace_both(place: Place, file: Path, note: Path, old: Path) -> None:
    """Replace file and note; where the note cannot be, put the old file back."""
    was = place.bestand.exists()
    if was:
        shutil.copyfile(place.bestand, old)
    file.replace(place.bestand)
    try:
        note.replace(place.bron)
    except OSError:
        if was:
            old.replace(place.bestand)
        else:
            place.bestand.unlink()
        raise


@contextmanager
def writable(path: Path) -> Iterator[None]:
    """Say in words that a place cannot be written to."""
    try:
        yield
    except OSError as error:
        kort = error.strerror or type(error).__name__
        raise GeodataError([problem("G.722 folder_closed", bestand=str(path), gevonden=kort)]) from error
