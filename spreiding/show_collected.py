"""What ``collect`` says when it is done: who delivered, who is missing, what was refused, and where the case is."""

import sys
from collections.abc import Sequence

from inputs.aanlevering import Aanlevering
from inputs.messages import render, render_all
from reports.numbers import number
from spreiding.collect import Collected
from spreiding.output import print_json, print_rows
from spreiding.words import Lang, say

FIRST = 20
"""Gemeenten, or files, that are named before they are only counted."""


def show_collected(done: Collected, lang: Lang, *, as_json: bool) -> None:
    """Print what was gathered; problems go to stderr, so that they can be kept apart."""
    if as_json:
        print_json(_content(done, lang))
        return
    if done.problems:
        print(render_all(done.problems, lang), file=sys.stderr)
    missing, refused = done.with_status("standaard"), done.with_status("afgekeurd")
    delivered = say(
        "offers_of", lang, some=number(len(done.gathered.delivered), lang), all=number(len(done.aanlevering), lang)
    )
    rows = [
        ("offers", delivered),
        ("offers_missing", _listed(_names(missing), lang)),
        ("offers_refused", _listed(_names(refused), lang)),
        ("offers_nameless", _listed(done.nameless, lang)),
        ("offers_empty", _listed([offer.bestand for offer in done.gathered.empty], lang)),
        ("offers_case", say("offers_check", lang, found=done.out, count=number(done.warnings, lang))),
    ]
    print_rows([(say(key, lang), text) for key, text in rows if text])


def _names(rows: Sequence[Aanlevering]) -> list[str]:
    """Name gemeenten."""
    return [f"{row.naam} ({row.gemeentecode})" for row in rows]


def _listed(names: Sequence[str], lang: Lang) -> str:
    """Count names and give the first; nothing where there are none."""
    if not names:
        return ""
    rest = say("offers_rest", lang, count=number(len(names) - FIRST, lang)) if len(names) > FIRST else ""
    return f"{number(len(names), lang)}: {', '.join(names[:FIRST])}{rest}"


def _content(done: Collected, lang: Lang) -> dict[str, object]:
    """Give the same for a program, with every gemeente."""
    codes = {
        name: [row.gemeentecode for row in done.with_status(status)]
        for name, status in (("delivered", "opgave"), ("missing", "standaard"), ("refused", "afgekeurd"))
    }
    return {
        "case": str(done.out),
        "kwartaal": done.kwartaal,
        "gemeenten": len(done.aanlevering),
        **codes,
        "refused_files": [offer.bestand for offer in done.gathered.refused],
        "empty_files": [offer.bestand for offer in done.gathered.empty],
        "problems": [render(problem, lang) for problem in done.problems],
        "case_warnings": done.warnings,
    }
