"""Templates are written into a new or empty folder: all of them, or none."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from inputs.case import begin
from inputs.cells import convert
from inputs.domain import Gemeente
from inputs.offer.basis import read_asked
from inputs.offer.book import Asked, offer_books
from inputs.tables import Column
from inputs.template.books import BOOKS, Boeknaam, templates
from reports.run_folder import write_run
from spreiding.options import SenderName
from spreiding.refusal import Refusal
from spreiding.words import Lang

HALFWAY = ".sjablonen"
"""Folder inside an empty one that holds the templates until all of them are there."""


@dataclass(frozen=True, slots=True)
class OfferSheets:
    """Which offer sheets are asked for, as the planner types it.

    Attributes
    ----------
    basis : Path, optional
        Case with the gemeenten and the kwartaal.
    gemeenten : str, optional
        Codes with a comma between them; None: every gemeente of the basis.
    back_before : str, optional
        Day before which the sheets must be back; None: the first of the kwartaal.
    """

    basis: Path | None = None
    gemeenten: str | None = None
    back_before: str | None = None


def write_templates(out: Path, sender: SenderName, offers: OfferSheets, lang: Lang) -> tuple[str, ...]:
    """Write the workbooks of a kind of sender and give their names; options of offer sheets are refused."""
    if offers != OfferSheets():
        raise Refusal("only_offers")
    return _write(out, lambda: templates(books_of(sender), lang), lang)


def write_offers(out: Path, offers: OfferSheets, lang: Lang) -> tuple[str, ...]:
    """Write an offer sheet for each gemeente of a case and give their names."""
    if offers.basis is None:
        raise Refusal("offers_basis")
    known, scenario = read_asked(offers.basis)
    chosen = _chosen(known, offers.gemeenten)
    asked = Asked(scenario.kwartaal, _day(offers.back_before, begin(scenario.kwartaal)))
    return _write(out, lambda: offer_books(chosen, asked, lang), lang)


def _chosen(known: Sequence[Gemeente], codes: str | None) -> list[Gemeente]:
    """Give the gemeenten that are named, in the order of the case; refuse a code that the case does not have."""
    if codes is None:
        return list(known)
    named = [code.strip() for code in codes.split(",") if code.strip()]
    strange = [code for code in named if code not in {gemeente.gemeentecode for gemeente in known}]
    if strange or not named:
        raise Refusal("not_in_basis", found=", ".join(strange) or codes)
    return [gemeente for gemeente in known if gemeente.gemeentecode in named]


def _day(text: str | None, default: date) -> date:
    """Read a day as the tables do."""
    day = default if text is None else convert(text, Column("datum", "datum", required=True))
    if not isinstance(day, date):
        raise Refusal("no_day", found=text)
    return day


def _write(out: Path, make: Callable[[], Mapping[str, bytes]], lang: Lang) -> tuple[str, ...]:
    """Write workbooks into a new or empty folder, all or none.

    An empty folder is filled and not replaced: it may be the one that the planner's own window stands in.
    """
    empty = _empty(out)
    files = make()
    place = write_run(out / HALFWAY if empty else out, files, lang=lang)
    if empty:
        _move_up(place, tuple(files))
    return tuple(files)


def books_of(sender: SenderName) -> tuple[Boeknaam, ...]:
    """List the workbooks for a kind of sender."""
    return tuple(book for book in BOOKS if sender in {"alle", book})


def _empty(out: Path) -> bool:
    """Tell whether a place is an empty folder; refuse it when there is anything else."""
    if not os.path.lexists(out):
        return False
    try:
        if out.is_dir() and not out.is_symlink() and not any(out.iterdir()):
            return True
    except OSError:
        raise Refusal("template_closed", found=out) from None
    raise Refusal("template_place", found=out)


def _move_up(place: Path, names: tuple[str, ...]) -> None:
    """Move finished files one folder up, into nothing; when one cannot, those moved before it go too."""
    try:
        for name in names:
            (place / name).rename(place.parent / name)
        place.rmdir()
    except BaseException as error:
        for name in names:
            (place / name).unlink(missing_ok=True)
            (place.parent / name).unlink(missing_ok=True)
        place.rmdir()
        if isinstance(error, OSError):
            raise Refusal("template_closed", found=place.parent) from error
        raise
