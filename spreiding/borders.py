"""Which borders a run draws: the planner's own file, else those fetched for its year, else the schematic map."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from geodata.errors import GeodataError
from geodata.geography import Geography, read_boundaries, schematic
from geodata.kept import Bron, in_cache, kept
from geodata.pdok import GEMEENTEN
from spreiding.user_folder import cache_folder
from spreiding.words import Lang, say


def borders(
    own: Path | None, jaar: int, codes: Sequence[str], lang: Lang, *, schematisch: bool
) -> tuple[Geography, list[str]]:
    """Give the borders to draw, and what to warn about; the plan itself does not use them.

    Parameters
    ----------
    own
        The planner's file, which goes first.
    jaar
        Year of the case; borders of another year are not drawn.
    codes
        Gemeentecodes that the borders must have.
    schematisch
        Whether the planner wants the schematic map, also where borders were fetched.
    """
    if own is not None:
        return read_boundaries(own, codes), []
    if not schematisch:
        try:
            found = fetched(jaar, codes)
        except GeodataError as error:
            lines = [say("borders_unused", lang, found=line) for line in error.render(lang)]
            print("\n".join(lines), file=sys.stderr)
            return schematic(), lines
        if found is not None:
            print(say("borders_used", lang, found=found.herkomst), file=sys.stderr)
            return found, []
    return schematic(), []


def fetched(jaar: int, codes: Sequence[str]) -> Geography | None:
    """Read the borders that were fetched for a year, where they are there, and name their source on the map."""
    place = in_cache(cache_folder(), GEMEENTEN, jaar)
    bron = kept(place)
    if bron is None:
        return None
    return replace(read_boundaries(place.bestand, codes), herkomst=_herkomst(bron))


def _herkomst(bron: Bron) -> str:
    """Name the owners and the licence, and when the borders were fetched from where."""
    return f"Grenzen: {bron.naamsvermelding}, opgehaald {bron.opgehaald[:10]} van {urlsplit(bron.url).hostname}"
