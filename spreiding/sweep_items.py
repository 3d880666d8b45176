"""One item of a sweep: what decides its outcome, the folder that is named after that, and how it is run."""

import hashlib
import json
import threading
import tomllib
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any, Literal

from geodata.distances import main_places
from inputs.example.generate import example_folder, write_example
from inputs.sweep_file import MADE, choices_text, merged
from inputs.sweep_parts import Combination
from spreiding.cases import write_file
from spreiding.explain import explain, solver_failed
from spreiding.machine import short_of_memory
from spreiding.mistakes import INPUT_ERROR, SOLVER_FAILED
from spreiding.refusal import Refusal
from spreiding.runtime import versions
from spreiding.sweep_tasks import TASKS, Asked
from spreiding.words import Lang

RUNS, SCENARIOS = "runs", "scenarios"
"""Folders of a sweep: a folder for each item, and the choices of each as a file."""
OUR_MISTAKE = 1
"""Exit code of a fault of the program itself."""
DIGITS = 20
"""Length of the name of a run folder: 80 bits of its hash [hexadecimal digits]."""
TABLES = frozenset((".csv", ".parquet", ".toml", ".xlsx"))
"""Ends of the names of files that may be part of a case."""
ALONE = threading.Lock()
"""Held while an item is run: a worker with several threads still has one solver."""
Status = Literal["gedaan", "er_al", "mislukt"]


@dataclass(frozen=True, slots=True)
class Source:
    """The case of an item: a place and the sha256 of each file there, or an example by name, size and seed.

    Attributes
    ----------
    place : Path, optional
        Folder or workbook; it does not decide the outcome, the files in it do.
    basis : str, optional
        Text of the choices that the item starts from; none: those that come with the example.
    """

    place: Path | None
    files: tuple[tuple[str, str], ...]
    example: str
    households: int
    gemeenten: int
    basis: str | None


@dataclass(frozen=True)
class Item:
    """What is run, and all that decides what comes out.

    Attributes
    ----------
    naam : str
        What varies, in words; it heads the pages of the run.
    choices : Combination
        Seed and choices of this item.
    light : bool
        Whether the run leaves map, workbook, files for a GIS and prices out.
    time_limit : float
        Safety net on the search [s].
    made_with : Mapping
        Versions of Python and of what can change a result.
    """

    task: str
    naam: str
    source: Source
    choices: Combination
    light: bool
    time_limit: float
    lang: Lang
    made_with: Mapping[str, str]

    @cached_property
    def key(self) -> str:
        """Name the run folder: a hash of everything that decides the outcome, and of nothing else."""
        source = self.source
        decides: dict[str, Any] = {
            "opdracht": self.task,
            "naam": self.naam,
            "bestanden": source.files,
            "voorbeeld": [source.example, source.households, source.gemeenten, self.choices.zaad],
            "basis": source.basis,
            "waarden": self.choices.waarden,
            "licht": self.light,
            "tijdslimiet": self.time_limit,
            "taal": self.lang,
            "versies": dict(self.made_with),
        }
        text = json.dumps(decides, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an item.

    Attributes
    ----------
    reason : str
        Why it failed, in words.
    code : int
        Exit code that such a failure has by itself.
    seconds : float
        How long it took here [s].
    """

    key: str
    status: Status
    seconds: float = 0.0
    reason: str = ""
    code: int = 0


def run_item(item: Item, out: Path) -> Outcome:
    """Run an item, unless its folder is there and whole; a failure is an outcome too, and its folder is not there."""
    start, task, folder = perf_counter(), TASKS[item.task], out / RUNS / item.key
    try:
        with ALONE:
            if task.whole(folder, item.lang):
                return Outcome(item.key, "er_al")
            _refuse_other_versions(item)
            with _case(item) as case:
                scenario = _write_choices(item, case, out)
                asked = Asked(case, scenario, folder, item.light, item.time_limit, item.lang)
                task.run(asked)
    except Exception as error:  # noqa: BLE001  whatever goes wrong with one item, the others are run
        return _failed(item, error, perf_counter() - start)
    return Outcome(item.key, "gedaan", perf_counter() - start)


def file_hashes(case: Path) -> tuple[tuple[str, str], ...]:
    """Give the sha256 of every file that may be part of a case, by name."""
    beside = [case.parent / name for name in ("parameters.toml",) if (case.parent / name).is_file()]
    files = [case, *beside] if case.is_file() else sorted(case.iterdir())
    return tuple(
        (path.name, hashlib.sha256(path.read_bytes()).hexdigest())
        for path in files
        if path.is_file() and path.suffix.lower() in TABLES and not path.name.startswith((".", "~"))
    )


@contextmanager
def example_case(source: Source, seed: int | None) -> Iterator[Path]:
    """Write the example of an item for as long as it is read."""
    with TemporaryDirectory(prefix="spreiding-") as place:
        if source.example != MADE:
            yield example_folder(source.example, Path(place), main_places())
            return
        folder = Path(place) / "voorbeeld"
        size = (source.households, source.gemeenten)
        write_example(folder, main_places(), households=size[0], gemeenten=size[1], seed=seed or 0)
        yield folder


@contextmanager
def _case(item: Item) -> Iterator[Path]:
    """Give the case of an item; a case that is not the one of the sweep any more is refused."""
    place = item.source.place
    if place is None:
        with example_case(item.source, item.choices.zaad) as folder:
            yield folder
        return
    now = dict(file_hashes(place)) if place.exists() else {}
    then = dict(item.source.files)
    if found := sorted(name for name in now.keys() | then.keys() if now.get(name) != then.get(name)):
        raise Refusal("input_changed", found=", ".join(found))
    yield place


def _write_choices(item: Item, case: Path, out: Path) -> Path:
    """Write the choices of an item as a file that ``solve`` and ``verify`` can be given as well."""
    text = item.source.basis
    basis = tomllib.loads((case / "scenario.toml").read_text("utf-8") if text is None else text)
    path = out / SCENARIOS / f"{item.key}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path, choices_text({**merged(basis, item.choices), "naam": item.naam}).encode())
    return path


def _refuse_other_versions(item: Item) -> None:
    """Refuse to run where other versions are installed: the outcome may differ from what the others give."""
    here = versions()
    if other := sorted(name for name, asked in item.made_with.items() if here.get(name) != asked):
        raise Refusal("sweep_versions", found=", ".join(f"{n} {here.get(n)} ({item.made_with[n]})" for n in other))


def _failed(item: Item, error: Exception, seconds: float) -> Outcome:
    """Say why an item failed; a fault of the program itself with its last line and where it happened."""
    reason = explain(error, item.lang)
    if reason is None:
        place = traceback.extract_tb(error.__traceback__)[-1]
        told = f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})"
        return Outcome(item.key, "mislukt", seconds, told, OUR_MISTAKE)
    machine = solver_failed(error) or short_of_memory(error)
    return Outcome(item.key, "mislukt", seconds, reason, SOLVER_FAILED if machine else INPUT_ERROR)
