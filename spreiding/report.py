"""The command ``report``: sheets and a site, written again from what a run folder keeps."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from inputs.contact import Contacten, read_contact
from inputs.problems import Problem
from reports.blad import Blad
from reports.blad_uitvoer import drawn, html
from reports.numbers import number
from reports.run_folder import DERIVED, write_run
from reports.site import marker, page_files
from reports.stored_run import MAP, StoredRun, read_run
from spreiding.cases import lines
from spreiding.output import print_json, print_rows
from spreiding.progress import Progress
from spreiding.refusal import Refusal
from spreiding.remarks import remark_leftovers
from spreiding.words import Lang, say

SHEETS, SITE = DERIVED
OFTEN = 50
"""Sheets between two lines of progress [sheets]."""

Drawn = Mapping[str, tuple[Blad, bytes]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: sheets, a site or both, where the site goes, sheets drawn at a time, and states of talks."""

    run: Path
    sheets: bool
    site: bool
    out: Path | None
    overwrite: bool
    workers: int
    contact: Path | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, and of how many gemeenten; None: not asked for."""

    run: Path
    gemeenten: int
    sheets: Path | None
    site: Path | None
    warnings: tuple[Problem, ...] = ()


def write_again(wanted: Wanted, lang: Lang, progress: Progress) -> Written:
    """Write what is asked for; each folder appears whole or not at all, and nothing else in the run changes."""
    if wanted.workers < 1:
        raise Refusal("at_least_one", option="--processen", found=wanted.workers)
    if wanted.out is not None and not wanted.site:
        raise Refusal("report_out_without_site")
    if wanted.contact is not None and not wanted.contact.exists():
        raise Refusal("no_file", found=wanted.contact)
    run = read_run(wanted.run, lang)
    names = {row["gemeentecode"]: row["naam"] for row in run.gemeenten}
    talks = read_contact(wanted.contact, names) if wanted.contact else None
    sheets = _drawn(run, talks, lang, wanted.workers, progress)
    progress(say("report_writes", lang))
    return Written(
        wanted.run,
        len(sheets),
        _write_sheets(wanted, run, talks, sheets, lang) if wanted.sheets else None,
        _write_site(wanted, run, talks, sheets, lang) if wanted.site else None,
        talks.warnings if talks else (),
    )


def _drawn(run: StoredRun, talks: Contacten | None, lang: Lang, workers: int, progress: Progress) -> Drawn:
    """Draw every sheet once, and tell how many there are."""
    found, total = dict[str, tuple[Blad, bytes]](), len(run.gemeenten)
    for blad, pdf in drawn(run, lang, workers, talks):
        found[blad.code] = (blad, pdf)
        if len(found) % OFTEN == 0 or len(found) == total:
            progress(say("sheets_drawn", lang, done=number(len(found), lang), total=number(total, lang)))
    return found


def _write_sheets(wanted: Wanted, run: StoredRun, talks: Contacten | None, sheets: Drawn, lang: Lang) -> Path:
    """Write the sheets into the run; sheets that stood there are replaced."""
    content = _pages(sheets, lambda blad: html(blad, lang, kaart=MAP in run.files))
    mark = DERIVED[SHEETS]
    return write_run(
        wanted.run / SHEETS, {**content, mark: marker(run, content, talks)}, overwrite=True, lang=lang, marker=mark
    )


def _write_site(wanted: Wanted, run: StoredRun, talks: Contacten | None, sheets: Drawn, lang: Lang) -> Path:
    """Write the site into the run or where it is asked for; there, only --overschrijf replaces an earlier one."""
    pages = _pages(sheets, lambda blad: html(blad, lang, site=True, kaart=MAP in run.files))
    content = {**page_files(run, lang, talks), **{f"{SHEETS}/{name}": text for name, text in pages.items()}}
    out, mark = wanted.out or wanted.run / SITE, DERIVED[SITE]
    replace = wanted.overwrite or wanted.out is None
    return write_run(out, {**content, mark: marker(run, content, talks)}, overwrite=replace, lang=lang, marker=mark)


def _pages(sheets: Drawn, page: Callable[[Blad], str]) -> dict[str, str | bytes]:
    """Give the two files of each sheet."""
    return {
        name: text
        for code, (blad, pdf) in sheets.items()
        for name, text in ((f"{code}.html", page(blad)), (f"{code}.pdf", pdf))
    }


def show_written(written: Written, lang: Lang, *, as_json: bool) -> None:
    """Print where the sheets and the site are, for whom, and what could not be made again."""
    for line in lines(written.warnings, lang):
        print(line, file=sys.stderr)
    for place in filter(None, (written.sheets, written.site)):
        remark_leftovers(place, lang)
    if as_json:
        places = {"sheets": written.sheets, "site": written.site}
        named = {name: str(place) if place else None for name, place in places.items()}
        print_json({"run": str(written.run), "gemeenten": written.gemeenten, **named})
        return
    rows = []
    if written.sheets:
        count = number(written.gemeenten, lang)
        rows.append((say("report_sheets", lang), say("report_sheets_of", lang, found=written.sheets, count=count)))
    if written.site:
        rows.append((say("report_site", lang), str(written.site / "index.html")))
    rows.append((say("report_use", lang), say("report_use_is", lang)))
    rows.append((say("report_rest", lang), say("report_rest_is", lang)))
    print_rows(rows)
