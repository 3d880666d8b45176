"""The command ``compare``: the planner reads the most telling differences between runs, and where the page stands."""

import sys
from collections.abc import Sequence
from pathlib import Path

from geodata.geography import Geography, read_boundaries, schematic
from inputs.facts import gemeenten_2026
from inputs.file_names import shown
from reports.comparing import PAGE, write_comparison
from reports.comparison import MOST, Comparison, compared, content
from reports.difference_words import change_text, figure_text, remarks, town_text
from reports.run_reading import read_run
from reports.words import words
from spreiding.output import print_json, print_rows
from spreiding.refusal import Refusal
from spreiding.remarks import remark_leftovers
from spreiding.words import Lang, say

FEW = 3
"""Changes and gemeenten that are named on the screen."""
FIGURES = ("geplaatst_personen", "gezinnen_blijven", "blijft_persoonsweken", "afwijking")
"""Figures that are printed."""


def compare_runs(
    runs: Sequence[Path], out: Path, boundaries: Path | None, lang: Lang, *, overwrite: bool, as_json: bool
) -> None:
    """Compare run folders, write page and table, and print the eight most telling lines."""
    if not 2 <= len(runs) <= MOST:
        raise Refusal("compare_count", found=len(runs), most=MOST)
    found = compared([read_run(folder, lang) for folder in runs], lang)
    folder = write_comparison(found, _geography(boundaries), out, overwrite=overwrite)
    remark_leftovers(out, lang)
    warnings = [text for pair in found.paren for text in remarks(pair, lang)]
    if as_json:
        folders = {letter: str(path) for letter, path in zip(found.runs, runs, strict=True)}
        print_json({"page": str(folder / PAGE), "folders": folders, "warnings": warnings, **content(found)})
        return
    for text in warnings:
        print(text, file=sys.stderr)
    print_rows(lines(found, folder))


def lines(found: Comparison, folder: Path) -> list[tuple[str, str]]:
    """Give the eight most telling lines."""
    lang = found.lang
    names = [
        f"{letter} = {run.manifest['naam']} ({run.kwartaal}, {shown(run.folder)})" for letter, run in found.runs.items()
    ]
    return [
        (say("compare_runs", lang), "; ".join(names)),
        *(figure_text(found, name) for name in FIGURES),
        (say("compare_changed", lang), " | ".join(_changed(found))),
        (say("compare_largest", lang), " | ".join(_largest(found))),
        (say("compare_page", lang), str(folder / PAGE)),
    ]


def _changed(found: Comparison) -> list[str]:
    """Name for every pair the first things that changed, and count the others."""
    told = words(found.lang)
    return [
        f"{pair.dan}: {_few([change_text(change, told) for change in pair.wijzigingen], found.lang)}"
        for pair in found.paren
    ]


def _largest(found: Comparison) -> list[str]:
    """Name for every pair the gemeenten that differ most, with the parts that add up to it."""
    lang = found.lang
    return [
        f"{pair.dan}: {_few([town_text(v, lang) for v in pair.gemeenten if v.personen], lang)}" for pair in found.paren
    ]


def _few(texts: Sequence[str], lang: Lang) -> str:
    """Join the first few texts and count the others."""
    left = len(texts) - FEW
    rest = [say("compare_more", lang, count=left)] if left > 0 else []
    return "; ".join([*texts[:FEW], *rest]) or say("compare_nothing", lang)


def _geography(boundaries: Path | None) -> Geography:
    """Give the map of the whole country, whichever gemeenten the runs have."""
    if boundaries is None:
        return schematic()
    return read_boundaries(boundaries, tuple(fact.gemeentecode for fact in gemeenten_2026()))
