"""What a reader must know beside the numbers: the parameters behind them, and every remark on input and outcome."""

from collections.abc import Iterable, Sequence

import pandas as pd

from inputs.case import Case
from inputs.messages import title, what, why
from inputs.problems import Problem
from reports.cells import Cell
from reports.columns import ORIGIN
from reports.words import Lang, words

PARAMETERS = (
    "parameter",
    "parameter_waarde",
    "eenheid",
    "laagst",
    "hoogst",
    "geldig_vanaf",
    "herzien_voor",
    "parameter_bron",
)
MELDINGEN = ORIGIN["controle"]
MOST = 20_000
"""Remarks that are listed; nobody reads more, and ``check`` prints them all [remarks]."""
LONGEST = 1_000
"""Most signs of a cell [signs]."""


def parameters_frame(case: Case) -> pd.DataFrame:
    """Give a row per parameter in the order of its file: value, unit, range, dates and source."""
    rows = (
        (p.naam, p.waarde, p.eenheid, *p.bereik, p.geldig_vanaf, p.herzien_voor, p.bron)
        for p in case.parameters.waarden.values()
    )
    return pd.DataFrame(rows, columns=list(PARAMETERS), dtype=object)


def remarks_frame(problems: Sequence[Problem], outcome: Sequence[str], lang: Lang = "nl") -> pd.DataFrame:
    """Give a row per remark on the outcome, then per warning about the input; a row that says so where there is none.

    Parameters
    ----------
    problems : sequence of Problem
        What the reader of the case warned about.
    outcome : sequence of str
        What the manifest warns about, in words.
    """
    told = words(lang)
    rows: list[tuple[Cell, ...]] = [(told("melding.uitkomst"), *(None,) * 6, text, None) for text in outcome]
    rows += _warnings(problems[:MOST], lang)
    if len(problems) > MOST:
        rest = told("problemen.rest", aantal=len(problems) - MOST)
        rows.append((told("melding.invoer"), *(None,) * 6, rest, None))
    if not problems:
        rows.append((told("melding.invoer"), *(None,) * 6, told("melding.geen"), None))
    return pd.DataFrame(rows, columns=list(MELDINGEN), dtype=object)


def _warnings(problems: Iterable[Problem], lang: Lang) -> Iterable[tuple[Cell, ...]]:
    """Give a row per warning: which, where, what was found, what is wrong and what to do."""
    told = words(lang)
    for p in problems:
        place = (p.bestand, p.regel, p.kolom, p.gevonden)
        cells = (told("melding.invoer"), str(p.code), *place, title(p, lang), why(p, lang), what(p, lang))
        yield tuple(cell[:LONGEST] if isinstance(cell, str) else cell for cell in cells)
