"""The tables of a sufficiency test: when priority can end, a light for every area, and the homes that are missing."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from inputs.case import Case
from optimizer.horizon.flows import flows, in_persons
from optimizer.horizon.goal import MET
from optimizer.horizon.reached import Gebiedsstand, Gemist, Proef
from reports.horizon.areas import area_name, sums
from reports.source import bron
from reports.words import Lang, words

DIGITS = 4
"""Decimals of a number that is not whole [digits]."""
SIGNS = {"groen": "✔", "oranje": "▲", "rood": "✖"}
"""Sign of each light, for who sees no colours."""
Rows = Iterator[dict[str, Any]]
COLUMNS: Mapping[str, Sequence[str]] = {
    "toets_einde": (
        *("einde_voorrang", "kwartaal", "instroom", "gehuisvest", "wachtend", "te_lang", "oordeel", "te_lang_samen"),
        "te_lang_minstens",
    ),
    "toets_gebieden": (
        *("niveau", "gebied", "licht", "teken", "moest", "ondergrens", "gehuisvest", "verschil", "tekort"),
    ),
    "toets_ontbreekt": ("niveau", "gebied", "kwartaal", "groep", "slaapt_minstens", "woningen", "woonvormen"),
}
"""Columns of each table, but for the source at its end."""


def sufficiency_frames(
    case: Case,
    proeven: Sequence[Proef],
    stands: Sequence[Gebiedsstand],
    gemist: Sequence[Gemist],
    lang: Lang,
    *,
    held: bool,
) -> dict[str, pd.DataFrame]:
    """Give the tables by name; ``stands``, ``gemist`` and ``held`` are those of the trial that is told of."""
    rows = {
        "toets_einde": _ends(proeven, lang),
        "toets_gebieden": lights(case, stands, lang, held=held),
        "toets_ontbreekt": missing_by_area(case, stands, gemist, lang),
    }
    source = bron(case, lang)
    return {name: frame_of(COLUMNS[name], content, source) for name, content in rows.items()}


def frame_of(columns: Sequence[str], rows: Iterator[dict[str, Any]], source: str) -> pd.DataFrame:
    """Make a table of rows, rounded, with its source."""
    frame = pd.DataFrame([[row[c] for c in columns] for row in rows], columns=list(columns))
    numbers = [c for c in columns if frame[c].dtype == float]
    return frame.assign(**{c: frame[c].round(DIGITS) + 0.0 for c in numbers}, bron=source)


def _ends(proeven: Sequence[Proef], lang: Lang) -> Rows:
    """Tell of every kwartaal in which the priority may end, and each kwartaal that is looked at then."""
    say = words(lang)
    for proef in proeven:
        plan, look = proef.program.plan, proef.program.plan.look
        found = flows(plan, proef.bereikt.columns)
        came, housed, waits = (in_persons(plan, part) for part in (found.inflow, found.housed, found.waiting))
        for t in proef.program.doel.kwartalen(look.count):
            yield {
                "einde_voorrang": look.series.kwartalen[proef.eerste],
                "kwartaal": look.series.kwartalen[t],
                "instroom": float(came[t]),
                "gehuisvest": float(housed[t]),
                "wachtend": float(waits[t]),
                "te_lang": float(proef.bereikt.short[t]),
                "oordeel": say(f"plan_toets.oordeel_{proef.oordeel}"),
                "te_lang_samen": float(proef.bereikt.short.sum()),
                "te_lang_minstens": proef.bereikt.short_bound,
            }


def lights(case: Case, stands: Sequence[Gebiedsstand], lang: Lang, *, held: bool) -> Rows:
    """Give a light with its numbers for every area.

    The country is green when nobody waits too long. An area is green when it housed its share, less the band; orange
    when it did not and the country is green, for others did more; else red.
    """
    say, scenario = words(lang), case.scenario
    must = list(sums(case, {s.gemeentecode: s.moest for s in stands}))
    done = sums(case, {s.gemeentecode: s.gehuisvest for s in stands})
    for (level, area, asked), (_, _, housed) in zip(must, done, strict=True):
        floor = asked if level == "land" else asked - scenario.band * abs(asked) - scenario.band_personen
        enough = held if level == "land" else housed > floor - MET
        light = "groen" if enough else "oranje" if held else "rood"
        yield {
            "niveau": say(f"plan_toets.niveau_{level}"),
            "gebied": area_name(case, level, area),
            "licht": say(f"plan_toets.licht_{light}"),
            "teken": SIGNS[light],
            "moest": asked,
            "ondergrens": floor,
            "gehuisvest": housed,
            "verschil": housed - asked,
            "tekort": max(floor - housed, 0.0),
        }


def missing_by_area(case: Case, stands: Sequence[Gebiedsstand], gemist: Sequence[Gemist], lang: Lang) -> Rows:
    """Divide the homes that are missing over the gemeenten that housed less than their share, and add them up."""
    say = words(lang)
    short = {s.gemeentecode: max(s.moest - s.gehuisvest, 0.0) for s in stands}
    whole = sum(short.values())
    if whole <= 0:
        return
    for lack in gemist:
        for level, area, homes in sums(case, {c: lack.woningen * part / whole for c, part in short.items()}):
            if homes > 0:
                yield {
                    "niveau": say(f"plan_toets.niveau_{level}"),
                    "gebied": area_name(case, level, area),
                    "kwartaal": lack.kwartaal,
                    "groep": lack.groep,
                    "slaapt_minstens": lack.slaapt,
                    "woningen": homes,
                    "woonvormen": " / ".join(say.name("woonvorm", form) for form in lack.woonvormen),
                }
