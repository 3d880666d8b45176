"""Templates are written into a new or empty folder: all of them, or none."""

import os
from pathlib import Path

from inputs.template.books import BOOKS, Boeknaam, templates
from reports.run_folder import write_run
from spreiding.options import SenderName
from spreiding.refusal import Refusal
from spreiding.words import Lang

HALFWAY = ".sjablonen"
"""Folder inside an empty one that holds the templates until all of them are there."""


def write_templates(out: Path, sender: SenderName, lang: Lang) -> tuple[str, ...]:
    """Write the workbooks of a kind of sender and give their names.

    An empty folder is filled and not replaced: it may be the one that the planner's own window stands in.
    """
    empty = _empty(out)
    files = templates(books_of(sender), lang)
    place = write_run(out / HALFWAY if empty else out, files, lang=lang)
    if empty:
        _move_up(place, tuple(files))
    return tuple(files)


def books_of(sender: SenderName) -> tuple[Boeknaam, ...]:
    """List the workbooks for a kind of sender."""
    return BOOKS if sender == "alle" else (sender,)


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
