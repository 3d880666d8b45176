"""All offer sheets of a folder: who delivered, who twice, what was refused, and every problem at once."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from inputs.cells import INVISIBLE
from inputs.codes import Code
from inputs.csvfile import load
from inputs.file_names import shown
from inputs.found import OTHER_BOOKS, REPORT
from inputs.kolommen import OPGAVE
from inputs.offer.basis import Basis
from inputs.offer.form import OFFER_ID
from inputs.offer.read import Offer, read_offer
from inputs.problems import InputProblems, Problem, in_order
from inputs.read import BOOK
from inputs.sheet import Sheet

Tell = Callable[[int, int], None]
"""Hears how many workbooks of how many were read."""

OF_SYSTEM = frozenset(("thumbs.db", "desktop.ini"))
"""Files that a system puts into a folder by itself."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a folder with offer sheets gave.

    Attributes
    ----------
    delivered : Mapping
        Sheets without an error by gemeentecode, one for each.
    refused : tuple of Offer
        Sheets with an error, of gemeenten of the basis or not.
    empty : tuple of Offer
        Sheets in which nothing was filled in.
    problems : tuple of Problem
        Everything that is wrong, or worth attention.
    """

    delivered: Mapping[str, Offer]
    refused: tuple[Offer, ...]
    empty: tuple[Offer, ...]
    problems: tuple[Problem, ...]

    @property
    def sheets(self) -> dict[str, Sheet]:
        """Text of every sheet with an error, by the place that problems name."""
        return {place: sheet for offer in self.refused for place, sheet in offer.sheets.items()}

    @property
    def refused_codes(self) -> dict[str, Offer]:
        """The first refused sheet of each gemeente of the basis that delivered no other."""
        first: dict[str, Offer] = {}
        for offer in self.refused:
            if offer.gemeente is not None:
                first.setdefault(offer.code, offer)
        return first


def offer_files(folder: Path) -> tuple[list[Path], list[Path]]:
    """List the workbooks below a folder, and the other files; what a spreadsheet or a system hides is passed over."""
    found = sorted(path for path in folder.rglob("*") if path.is_file() and not _hidden(path.relative_to(folder)))
    books = [path for path in found if path.suffix.lower() == BOOK and path.name != REPORT]
    return books, [path for path in found if path.suffix.lower() != BOOK]


def gather(folder: Path, basis: Basis, tell: Tell) -> Gathered:
    """Read every offer sheet of a folder and of the folders in it; never stop at the first problem."""
    books, others = offer_files(folder)
    problems = [_other(_place(path, folder), path.suffix.lower()) for path in others]
    first: dict[str, str] = {}
    offers: list[Offer] = []
    for number, path in enumerate(books, start=1):
        offer = _read(path, _place(path, folder), basis, first)
        if isinstance(offer, Problem):
            problems.append(offer)
        else:
            offers.append(offer)
        tell(number, len(books))
    offers = _once(offers, basis)
    full = [offer for offer in offers if offer.filled]
    return Gathered(
        {offer.code: offer for offer in full if not offer.faulty},
        tuple(offer for offer in full if offer.faulty),
        tuple(offer for offer in offers if not offer.filled),
        in_order([*problems, *(problem for offer in offers for problem in offer.problems)]),
    )


def _hidden(path: Path) -> bool:
    """Tell whether a file, or a folder that it is in, is one that nobody put there by hand."""
    return path.name.lower() in OF_SYSTEM or any(part.startswith((".", "~")) for part in path.parts)


def _place(path: Path, folder: Path) -> str:
    """Name a file below the folder; a sign in its name that nobody sees becomes a visible one."""
    return INVISIBLE.sub("_", shown(path.relative_to(folder).as_posix()))


def _other(bestand: str, suffix: str) -> Problem:
    """Refuse a workbook of another kind, and tell of any other file that it is not read."""
    if suffix in OTHER_BOOKS:
        return Problem(Code.WERKMAP_SOORT, bestand, velden={"soort": suffix})
    return Problem(Code.GEEN_OPGAVE, bestand)


def _read(path: Path, bestand: str, basis: Basis, first: dict[str, str]) -> Offer | Problem:
    """Read one workbook; of one that was read before, say so."""
    sha256 = ""
    try:
        data = load(path.parent, path.name)
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 in first:
            return Problem(Code.OPGAVE_KOPIE, bestand, velden={"eerste": first[sha256]})
        first[sha256] = bestand
        return read_offer(data, bestand, sha256, basis)
    except InputProblems as stopped:
        problems = tuple(replace(p, bestand=bestand) if p.bestand == shown(path) else p for p in stopped.problems)
        return Offer(bestand, sha256, "", filled=True, problems=problems)


def _once(offers: Sequence[Offer], basis: Basis) -> list[Offer]:
    """Refuse the sheets of a gemeente that sent more than one, and a mark of homes that another gemeente has."""
    by_code: dict[str, list[Offer]] = defaultdict(list)
    for offer in offers:
        if offer.filled and offer.gemeente is not None:
            by_code[offer.code].append(offer)
    more: dict[str, list[Problem]] = defaultdict(list)
    for same in by_code.values():
        for offer in same if len(same) > 1 else ():
            other = next(each for each in same if each is not offer)
            more[offer.sha256].append(_double(offer, other))
    for offer, problem in _taken(offers, basis):
        more[offer.sha256].append(problem)
    return [replace(offer, problems=(*offer.problems, *more[offer.sha256])) for offer in offers]


def _double(offer: Offer, other: Offer) -> Problem:
    """Name the other sheet of the same gemeente."""
    assert offer.gemeente is not None
    velden: dict[str, str | int] = {"eerste": other.bestand, "naam": offer.gemeente.naam}
    place = f"{offer.bestand}[{OPGAVE}]"
    return Problem(Code.OPGAVE_DUBBEL, place, offer.regel, "gemeentecode", offer.code, velden)


def _taken(offers: Iterable[Offer], basis: Basis) -> Iterator[tuple[Offer, Problem]]:
    """Give each mark of homes that another gemeente of the basis, or another sheet, has."""
    homes = basis.tables["woningaanbod"]
    known = {
        home.aanbod_id: (home.gemeentecode, f"{homes.bestand}:{regel}")
        for regel, home in zip(homes.regels, homes.rows, strict=True)
    }
    for offer in offers:
        read = offer.tables.get("woningaanbod")
        if read is None or offer.gemeente is None:
            continue
        for regel, home in zip(read.regels, read.rows, strict=True):
            mark = home.aanbod_id
            owner, place = known.setdefault(mark, (offer.code, f"{read.bestand}:{regel}"))
            if owner != offer.code:
                velden: dict[str, str | int] = {"eerste": place, "bedoelde": f"{offer.code}-{mark}"}
                yield offer, Problem(Code.AANBOD_ID_BEZET, read.bestand, regel, OFFER_ID, mark, velden)
