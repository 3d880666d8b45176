"""The tables of scenarios side by side: one column list for file and sheet, numbers rounded where they are written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from math import fsum
from typing import Any

import pandas as pd

from reports.horizon.chapters_more import CAUSES
from reports.horizon.compared import Scenario, compared_at
from reports.horizon.figures import FIGURES
from reports.horizon.tables import DIGITS
from reports.source import bron
from reports.words import Lang

Row = Mapping[str, Any]
FIGURE = ("maat", "maat_eenheid", "waarde", "p10", "p50", "p90")
COLUMNS: Mapping[str, Sequence[str]] = {
    "scenarios": ("scenario", "tot_kwartaal", *FIGURE),
    "waaier": ("scenario", "kwartaal", *FIGURE),
    "oorzaken": ("scenario", "tot_kwartaal", "grootte", *CAUSES),
    "geld_gemeenten": (*("scenario", "tot_kwartaal", "gemeentecode", "naam", "regeling", "aantal_betaald", "totaal"),),
    "trekkingen": (
        *("scenario", "trekking", "instroom_maal", "nareis_maal", "vertraging_erbij", "leverkans_maal"),
        "uitloop_erbij",
    ),
}
"""Columns of each table, but for the source at its end."""
TEXT = frozenset(
    ("scenario", "tot_kwartaal", "kwartaal", "maat", "maat_eenheid", "gemeentecode", "naam", "regeling", "bron")
)
"""Columns of text."""
DRAWN = {
    "nummer": "trekking",
    "instroom": "instroom_maal",
    "nareis": "nareis_maal",
    "vertraging": "vertraging_erbij",
    "leverkans": "leverkans_maal",
    "uitloop": "uitloop_erbij",
}
"""Fields of a draw, and their columns."""


def compared_frames(scenarios: Sequence[Scenario], lang: Lang = "nl") -> dict[str, pd.DataFrame]:
    """Give the tables by name, each row with the source of its scenario."""
    sources = {s.naam: bron(s.case, lang) for s in scenarios}
    rows: dict[str, Iterable[Row]] = {
        "scenarios": _at_horizons(scenarios),
        "waaier": _by_quarter(scenarios),
        "oorzaken": _causes(scenarios),
        "geld_gemeenten": _money(scenarios),
        "trekkingen": _draws(scenarios),
    }
    return {name: _frame(name, content, sources) for name, content in rows.items()}


def _figure(scenario: Scenario, name: str, t: int) -> Row:
    """Give a figure in a kwartaal with its fan."""
    low, middle, high = scenario.fan(name, t)
    value = scenario.figures[name][t]
    unit = FIGURES[name].eenheid
    return {"maat": name, "maat_eenheid": unit, "waarde": value, "p10": low, "p50": middle, "p90": high}


def _at_horizons(scenarios: Sequence[Scenario]) -> Iterable[Row]:
    for name in FIGURES:
        for t in compared_at(scenarios):
            for s in scenarios:
                yield {"scenario": s.naam, "tot_kwartaal": s.kwartalen[t], **_figure(s, name, t)}


def _by_quarter(scenarios: Sequence[Scenario]) -> Iterable[Row]:
    for s in scenarios:
        for name in FIGURES:
            for t, kwartaal in enumerate(s.kwartalen):
                yield {"scenario": s.naam, "kwartaal": kwartaal, **_figure(s, name, t)}


def _causes(scenarios: Sequence[Scenario]) -> Iterable[Row]:
    for s in scenarios:
        for t in compared_at(scenarios):
            now = [o for o in s.plan.oorzaken if o.kwartaal == s.kwartalen[t]]
            for size in sorted({o.grootte for o in now}):
                sums = {c: fsum(getattr(o, c) for o in now if o.grootte == size) for c in CAUSES}
                yield {"scenario": s.naam, "tot_kwartaal": s.kwartalen[t], "grootte": size, **sums}


def _money(scenarios: Sequence[Scenario]) -> Iterable[Row]:
    for s in scenarios:
        names = {g.gemeentecode: g.naam for g in s.case.gemeenten}
        for t in compared_at(scenarios):
            for (code, scheme), (count, euro) in s.money(t).items():
                yield {
                    "scenario": s.naam,
                    "tot_kwartaal": s.kwartalen[t],
                    "gemeentecode": code,
                    "naam": names[code],
                    "regeling": scheme,
                    "aantal_betaald": count,
                    "totaal": euro,
                }


def _draws(scenarios: Sequence[Scenario]) -> Iterable[Row]:
    for s in scenarios:
        for drawn in s.draws:
            yield {"scenario": s.naam, **{DRAWN[field]: value for field, value in asdict(drawn).items()}}


def _frame(name: str, rows: Iterable[Row], sources: Mapping[str, str]) -> pd.DataFrame:
    """Make a table; a number that is not whole is rounded, and -0 is 0."""
    columns = COLUMNS[name]
    cells = [[row[c] for c in columns] for row in rows]
    frame = pd.DataFrame(cells, columns=list(columns))
    whole = {"grootte", "trekking"}
    for c in columns:
        if c not in TEXT and c not in whole:
            frame[c] = pd.to_numeric(frame[c]).astype(float).round(DIGITS) + 0.0
    return frame.assign(bron=[sources[s] for s in frame["scenario"]])
