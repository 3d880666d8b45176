"""The command ``geodata download``: borders are fetched once, and the planner reads where they lie and whose."""

import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from geodata.download import download
from geodata.kept import Bron, Place, in_cache, kept
from geodata.pdok import BASE, GEMEENTEN, Asked
from inputs.facts import gemeenten_2026
from reports.numbers import number
from spreiding.download_progress import download_progress
from spreiding.network import moment, network
from spreiding.output import print_json, print_rows
from spreiding.refusal import Refusal
from spreiding.user_folder import cache_folder
from spreiding.words import Lang, say

FIRST_YEAR, LAST_YEAR = 2016, 2100
"""Years that may be asked: PDOK has the divisions since 2016."""
SUFFIX = ".geojson"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the planner asks for; none: the setting of the program."""

    year: int | None
    base: str | None
    collection: str | None
    out: Path | None
    afresh: bool


def fetch_borders(wish: Wish, lang: Lang, *, as_json: bool) -> None:
    """Fetch borders where they are not there yet, and say where they lie."""
    asked = _asked(wish)
    place = _place(wish, asked)
    bron = None if wish.afresh or wish.out is not None else kept(place)
    new = bron is None
    if bron is None:
        with download_progress(lang) as tell:
            bron = download(asked, place, network(asked.base, tell), moment(), afresh=wish.afresh)
    if as_json:
        print_json({**content(place, bron), "downloaded": new})
        return
    print(say("download_done" if new else "download_there", lang))
    print_rows(_rows(place, bron, lang))
    for key in _hints(wish, asked):
        print(say(key, lang, found=place.bestand))


def facts_year() -> int:
    """Give the year of the embedded gemeenten."""
    return int(gemeenten_2026()[0].peildatum[:4])


def require_year(year: int | None) -> int:
    """Give the year that is asked; refuse one for which nothing can be there."""
    jaar = facts_year() if year is None else year
    if not FIRST_YEAR <= jaar <= LAST_YEAR:
        raise Refusal("year_range", found=jaar, first=FIRST_YEAR, last=LAST_YEAR)
    return jaar


def require_new(out: Path, suffix: str, *, afresh: bool) -> None:
    """Refuse a file with another suffix, one that is there, unless it may be replaced, and a folder that is not."""
    if out.suffix.lower() != suffix:
        raise Refusal("other_suffix", found=out, suffix=suffix)
    if out.is_dir() or (os.path.lexists(out) and not afresh):
        raise Refusal("out_exists", found=out)
    if not out.absolute().parent.is_dir():
        raise Refusal("file_not_writable", found=out)


def content(place: Place, bron: Bron) -> Mapping[str, object]:
    """Give the outcome for a program."""
    return {"file": str(place.bestand), "source_note": str(place.bron), **asdict(bron)}


def _asked(wish: Wish) -> Asked:
    """Give the question; the codes are known for the year of the embedded gemeenten only."""
    jaar, collection = require_year(wish.year), wish.collection or GEMEENTEN
    known = jaar == facts_year() and collection == GEMEENTEN
    codes = tuple(fact.gemeentecode for fact in gemeenten_2026()) if known else None
    return Asked(jaar, wish.base or BASE, collection, codes)


def _place(wish: Wish, asked: Asked) -> Place:
    """Give the place: a file of the planner's choice, or the folder of this user."""
    if wish.out is None:
        return in_cache(cache_folder(), asked.collectie, asked.jaar)
    require_new(wish.out, SUFFIX, afresh=wish.afresh)
    return Place(wish.out)


def _rows(place: Place, bron: Bron, lang: Lang) -> list[tuple[str, str]]:
    """Give what a planner must know of the file."""
    told = {
        "kept_file": str(place.bestand),
        "kept_areas": number(bron.aantal, lang),
        "kept_year": str(bron.jaar),
        "kept_source": bron.url,
        "kept_moment": bron.opgehaald,
        "kept_licence": f"{bron.licentie}; {bron.naamsvermelding}",
        "kept_digest": bron.sha256,
    }
    return [(say(key, lang), text) for key, text in told.items()]


def _hints(wish: Wish, asked: Asked) -> list[str]:
    """Say who uses the file from now on."""
    if asked.collectie != GEMEENTEN:
        return ["borders_of_regions"]
    return ["borders_by_hand"] if wish.out is not None else ["borders_by_themselves"]
