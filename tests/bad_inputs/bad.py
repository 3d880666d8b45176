"""One way to spoil a case, and the answer that it must get."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from small_case import write

Build = Callable[[Path], list[object]]
"""Makes the case in an empty folder and gives the arguments of the command: the case, then options."""

DONE, INPUT_ERROR, SOLVER_FAILED = 0, 2, 5
G, A, H, D = "gemeenten.csv", "woningaanbod.csv", "huishoudens.csv", "deelnemers.csv"
L, C, S, W, B = "opvanglocaties.csv", "inburgering.csv", "onderwijs.csv", "arbeidsmarkt.csv", "bindingen.csv"
T, V, P = "scenario.toml", "vastleggingen.csv", "parameters.toml"


@dataclass(frozen=True)
class Bad:
    """A bad input of the list, or one variant of it.

    Attributes
    ----------
    number : int
        Row of the list of bad inputs.
    name : str
        What is sent, in a few Dutch words.
    code : str
        Code of the answer; empty: the text is taken as it stands, without a problem.
    place : str
        How the line of the answer begins: file, row and column.
    solves : bool
        Whether the answer only comes with ``solve``; else ``check`` gives it too.
    says : str
        A part of the answer where it has no code: what the command line itself refuses; ``says_en`` where the English
        answer has no such part.
    arrange : callable, optional
        Changes what the program meets while it runs; gets the monkeypatch.
    large : bool
        Whether it takes seconds to make and to read: then it is tried once.
    """

    number: int
    name: str
    code: str
    place: str
    build: Build
    solves: bool = False
    exit: int | None = None
    says: str = ""
    says_en: str = ""
    arrange: Callable[..., None] | None = None
    large: bool = False

    def __str__(self) -> str:
        """Give the id of the test."""
        return f"{self.number}-{self.name}"

    @property
    def stops(self) -> bool:
        """Whether the answer is an error, which stops a run too."""
        return self.leaves != DONE

    @property
    def leaves(self) -> int:
        """Exit code: 2 for an error, 0 for a warning or a case that is in order."""
        if self.exit is not None:
            return self.exit
        return INPUT_ERROR if self.code.startswith(("F", "G")) or self.says else DONE


def files(**changes: object) -> Build:
    """Build the small case with files changed; a name without a dot is a table."""
    named = {name if "." in name else f"{name}.csv": change for name, change in changes.items()}
    return lambda folder: [write(folder, named)]


def after(spoil: Callable[[Path], object], **changes: object) -> Build:
    """Build the small case, and spoil the folder afterwards."""

    def build(folder: Path) -> list[object]:
        arguments = files(**changes)(folder)
        spoil(folder)
        return arguments

    return build


def book(data: Callable[[], bytes], name: str = "casus.xlsx") -> Build:
    """Build a workbook that is the case."""

    def build(folder: Path) -> list[object]:
        (folder / name).write_bytes(data())
        return [folder / name]

    return build


def places(text: str) -> Build:
    """Build the small case with another number of school places in its first row."""
    return files(onderwijs=("GM0363;po;2026K1;5", f"GM0363;po;2026K1;{text}"))
