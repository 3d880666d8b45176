"""The files that explain a run, as frames: every figure that is "at least" is rounded down, every "at most" up."""

import math

import pandas as pd

from inputs.case import Case
from optimizer.explained import Toelichting
from optimizer.result import Allocation
from reports.source import bron
from reports.words import Lang

PRIJZEN = (
    "soort",
    "gemeentecode",
    "naam",
    "gastgemeente",
    "wat",
    "nu",
    "winst_punten_minstens",
    "winst_punten_hoogstens",
    "extra_personen",
    "methode",
    "bron",
)
DIGITS = 100
"""Points are shown in hundredths [1/punten]."""


def explaining_frames(case: Case, allocation: Allocation, lang: Lang = "nl") -> dict[str, pd.DataFrame]:
    """Give the frames of what was explained, by file name; nothing explained: no files."""
    told = allocation.toelichting
    return {} if told is None else {"prijzen.csv": _prijzen(case, told, lang)}


def _prijzen(case: Case, told: Toelichting, lang: Lang) -> pd.DataFrame:
    """Give a row per scarce item, the largest gain first."""
    names = {g.gemeentecode: g.naam for g in case.gemeenten}
    rows = [
        (
            p.soort,
            p.gemeentecode,
            names[p.gemeentecode],
            p.gastgemeente,
            p.wat,
            p.nu,
            down(p.winst_punten_minstens),
            up(p.winst_punten_hoogstens),
            p.extra_personen,
            p.methode,
            bron(case, lang),
        )
        for p in told.prijzen
    ]
    return pd.DataFrame(rows, columns=list(PRIJZEN))


def down(points: float) -> float:
    """Round to hundredths, never up.

    >>> down(71.239), down(-0.001)
    (71.23, -0.01)
    """
    return math.floor(round(points * DIGITS, 6)) / DIGITS


def up(points: float) -> float:
    """Round to hundredths, never down.

    >>> up(71.231)
    71.24
    """
    return math.ceil(round(points * DIGITS, 6)) / DIGITS
