"""The tables of a plan: one column list for file and sheet, numbers rounded where they are written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import pandas as pd

from inputs.case import Case
from inputs.formulas import neutral
from optimizer.horizon.result import Planuitkomst
from reports.source import bron
from reports.words import Lang

DIGITS = 4
"""Decimals of a number that is not whole [digits]."""
MEASURES = ("flex", "transformatie", "splitsen", "woningdelen", "doorstroom", "groot", "omklappen")
"""Ways to add homes, in the order of their columns."""
COLUMNS: Mapping[str, Sequence[str]] = {
    "kwartalen": (
        *("kwartaal", "regime", "instroom", "nareis", "terug", "zelf", "gehuisvest", "gezinsklaar", "wachtend"),
        *("wachtend_kinderen", "wachtend_lang", "grote_gezinnen", "opvangplaatsen", "boven_opvang", "cursus_wachtrij"),
        *("cursus_start", "volwassenen", "score", "scholieren", "buiten_band", "sociale_woningen", "voor_anderen"),
        *(f"gestart_{name}" for name in MEASURES),
        *(f"bewoonbaar_{name}" for name in MEASURES),
    ),
    "bouwen": (
        *("kwartaal", "maatregel", "gemeentecode", "naam", "plaats", "aantal", "woningen", "woonvorm", "slaapt"),
        "bewoonbaar",
    ),
    "gemeenten": ("kwartaal", "gemeentecode", "naam", "doel", "gehuisvest", "buiten_band", "cursus_wachtrij"),
    "groepen": (
        *("kwartaal", "groep", "personen_per_huishouden", "instroom_huishoudens", "gehuisvest_huishoudens"),
        *("wachtend_huishoudens", "wachtend_lang_huishoudens", "wachtend_kinderen"),
    ),
    "plaatsingen": (
        *("kwartaal", "gemeentecode", "gastgemeente", "woonvorm", "slaapt", "groep", "nareis_woning", "huishoudens"),
        "personen",
    ),
    "geld": ("kwartaal", "regeling", "aantal_betaald", "eenheid", "bedrag", "totaal"),
    "oorzaken": ("kwartaal", "groep", "niet_gekoppeld", "te_late_levering", "geen_woning"),
    "prijzen": ("kwartaal", "gemeentecode", "naam", "woonvorm", "slaapt", "punten"),
}
"""Columns of each table, but for the source at its end."""
TEXT = frozenset(
    (
        *(
            "kwartaal",
            "regime",
            "maatregel",
            "gemeentecode",
            "gastgemeente",
            "naam",
            "plaats",
            "woonvorm",
            "bewoonbaar",
        ),
        *("groep", "nareis_woning", "regeling", "eenheid", "bron"),
    )
)
"""Columns of text."""
RENAMED: Mapping[str, Mapping[str, str]] = {
    "groepen": {
        "instroom": "instroom_huishoudens",
        "gehuisvest": "gehuisvest_huishoudens",
        "wachtend": "wachtend_huishoudens",
        "wachtend_lang": "wachtend_lang_huishoudens",
        "kinderen": "wachtend_kinderen",
    },
    "plaatsingen": {"nareis": "nareis_woning"},
    "geld": {"aantal": "aantal_betaald"},
}
"""Names of columns that say more than those of their fields."""


def plan_frames(case: Case, plan: Planuitkomst, lang: Lang = "nl") -> dict[str, pd.DataFrame]:
    """Give the tables by name, each with its source."""
    names = {g.gemeentecode: g.naam for g in case.gemeenten}
    rows: dict[str, Iterable[Mapping[str, Any]]] = {
        "kwartalen": _quarters(plan),
        "bouwen": (asdict(s) | {"naam": names[s.gemeentecode]} for s in plan.starts),
        "gemeenten": (asdict(g) | {"naam": names[g.gemeentecode]} for g in plan.gemeenten),
        "groepen": map(asdict, plan.groepen),
        "plaatsingen": map(asdict, plan.plaatsingen),
        "geld": (asdict(g) | {"totaal": g.totaal} for g in plan.geld),
        "oorzaken": map(asdict, plan.oorzaken),
        "prijzen": (asdict(p) | {"naam": names[p.gemeentecode]} for p in plan.prijzen),
    }
    source = bron(case, lang)
    return {name: _frame(name, content, source) for name, content in rows.items()}


def _quarters(plan: Planuitkomst) -> Iterable[Mapping[str, Any]]:
    """Give a row per kwartaal, with a column for every way to add homes."""
    for k in plan.kwartalen:
        yield {
            **{name: getattr(k, name) for name in COLUMNS["kwartalen"] if hasattr(k, name)},
            **{f"gestart_{name}": k.gestart.get(name, 0) for name in MEASURES},
            **{f"bewoonbaar_{name}": k.toegevoegd.get(name, 0.0) for name in MEASURES},
        }


def _frame(name: str, rows: Iterable[Mapping[str, Any]], source: str) -> pd.DataFrame:
    """Make a table of rows; a number that is not whole is rounded, and -0 is 0."""
    renamed, columns = RENAMED.get(name, {}), COLUMNS[name]
    cells = [{renamed.get(key, key): value for key, value in row.items()} for row in rows]
    frame = pd.DataFrame([[row.get(c) for c in columns] for row in cells], columns=list(columns))
    numbers = [c for c in columns if c not in TEXT and frame[c].dtype == float]
    rounded = {c: frame[c].round(DIGITS) + 0.0 for c in numbers}
    return frame.assign(**rounded, bron=source)


def plan_csv(frame: pd.DataFrame) -> str:
    """Write a table as CSV for a Dutch spreadsheet; no text of the case becomes a formula."""
    safe = frame.assign(**{c: [neutral(str(cell)) for cell in frame[c]] for c in frame.columns if c in TEXT})
    return "\ufeff" + safe.to_csv(sep=";", decimal=",", index=False, lineterminator="\r\n")
