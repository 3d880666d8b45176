"""Lists of words that a cell can choose from: codes, provinces and regions of the year, on a hidden sheet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from inputs.facts import gemeenten_2026
from inputs.tables import Column
from inputs.template.book import Boek

LIJSTEN = "lijsten"
"""Hidden sheet with the lists; it is no table of a case."""


@dataclass(frozen=True, slots=True)
class Keuzelijst:
    """Cells that hold the words to choose from.

    Attributes
    ----------
    cellen : str
        The cells, as a formula.
    streng : bool
        Whether ``spreiding check`` refuses any other word too.
    """

    cellen: str
    streng: bool


def contents() -> Mapping[str, tuple[str, ...]]:
    """Give the columns of the sheet with lists: heading to words, names beside their codes."""
    facts = gemeenten_2026()
    regions = tuple(sorted({fact.arbeidsmarktregio for fact in facts}))
    codes = tuple(fact.gemeentecode for fact in facts)
    return {
        "gemeentecode": codes,
        "naam": tuple(fact.naam for fact in facts),
        "provincie": tuple(sorted({fact.provincie for fact in facts})),
        "arbeidsmarktregio": regions,
        "voorkeur": (*regions, *codes),
    }


def list_of(column: Column) -> Keuzelijst | None:
    """Give the list of a column; None where it has none, or carries its own few words."""
    if column.kind == "gemeentecode":
        return Keuzelijst(_cells("gemeentecode"), streng=True)
    name = {"regio": "arbeidsmarktregio"}.get(column.name, column.name.rstrip("_123"))
    if column.kind == "tekst" and name in {"provincie", "arbeidsmarktregio", "voorkeur"}:
        return Keuzelijst(_cells(name), streng=False)
    return None


def write_lists(boek: Boek, most: int | None = None) -> None:
    """Write the hidden sheet, if any list on another sheet is to work; ``most``: only so many lists, in order."""
    sheet = boek.book.add_worksheet(LIJSTEN)
    for at, (heading, words) in enumerate(islice(contents().items(), most)):
        sheet.write_string(0, at, heading, boek.formats["hoofd"])
        _column(sheet, at, words)
        sheet.set_column(at, at, 26)
    sheet.freeze_panes(1, 0)
    sheet.hide()


def _column(sheet: object, at: int, words: Sequence[str]) -> None:
    """Write words below each other."""
    for row, word in enumerate(words, start=1):
        sheet.write_string(row, at, word)  # type: ignore[attr-defined]


def _cells(name: str) -> str:
    """Give the cells of a list as a formula."""
    lists = contents()
    letter = "ABCDE"[list(lists).index(name)]
    return f"={LIJSTEN}!${letter}$2:${letter}${len(lists[name]) + 1}"
