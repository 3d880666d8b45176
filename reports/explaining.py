"""The files that explain a run, as frames: every figure that is "at least" is rounded down, every "at most" up."""

import math
from collections.abc import Mapping

import pandas as pd

from inputs.case import Case
from optimizer.explained import Toelichting
from optimizer.result import Allocation
from reports.source import bron
from reports.words import Lang, words

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
UITLEG = ("huishouden_id", "personen", "gemeentecode", "gemeenten_mogelijk")
UITLEG_ANDERS = ("alternatief", "wijze", "met", "verschil_zelf_punten", "verschil_anderen_punten", "bron")
"""Columns of uitleg.csv before and after a column ``punten_<goal>`` for every goal."""
UITLEG_GEMEENTEN = (
    "gemeentecode",
    "naam",
    "sleutel_personen",
    "inhaal_personen",
    "afspraken_personen",
    "afwijking_personen",
    "toegewezen_personen",
    "min_personen",
    "max_personen",
    "aanbod_per_grootte",
    "vrij_per_grootte",
    "bindende_regel",
    "meer_punten",
    "minder_punten",
    "verhogen_wat",
    "verhogen_huishoudens",
    "verlagen_punten",
    "bron",
)
TEKORTEN = ("soort", "gemeentecode", "naam", "wat", "aantal", "grondslag", "bron")
GROEPEN = (
    "plan",
    "groep",
    "huishoudens",
    "personen",
    "geplaatste_personen",
    "weken_gemiddeld",
    "score_gemiddeld",
    "bron",
)
PRIJS_PER_DOEL = ("zonder_doel", "doel", "eenheid", "waarde_met", "waarde_zonder", "verschil", "bron")
WITHOUT = "zonder_"
"""Name of a plan that leaves a goal out: this and the goal."""
OWN = tuple(name for name in UITLEG_GEMEENTEN if name not in {"naam", "aanbod_per_grootte", "vrij_per_grootte", "bron"})
"""Columns that the explanation itself holds."""
POINTS = 4
"""Decimals of points that are counted, not bounded [digits]."""
DIGITS = 100
"""Points are shown in hundredths [1/punten]."""


def explaining_frames(case: Case, allocation: Allocation, lang: Lang = "nl") -> dict[str, pd.DataFrame]:
    """Give the frames of what was explained, by file name; nothing explained: no files."""
    told = allocation.toelichting
    if told is None:
        return {}
    legs = _legs(case, allocation, lang)
    return {
        **({"prijs_per_doel.csv": legs} if len(legs) else {}),
        **({"groepen.csv": _groepen(case, told, lang)} if told.groepen else {}),
        "prijzen.csv": _prijzen(case, told, lang),
        "uitleg.csv": _uitleg(case, allocation, told, lang),
        "uitleg_gemeenten.csv": _uitleg_gemeenten(case, told, lang),
        "tekorten.csv": _tekorten(case, told, lang),
    }


def _legs(case: Case, allocation: Allocation, lang: Lang) -> pd.DataFrame:
    """Give a row per goal left out and goal: its value with, without, and the difference, in its own unit."""
    ours, source = {d.naam: d for d in allocation.doelen}, bron(case, lang)
    rows = [
        (
            other.naam.removeprefix(WITHOUT),
            d.naam,
            d.eenheid,
            round(ours[d.naam].waarde, POINTS),
            round(d.waarde, POINTS),
            round(d.waarde, POINTS) - round(ours[d.naam].waarde, POINTS),
            source,
        )
        for other in allocation.vergelijkingen
        if other.naam.startswith(WITHOUT)
        for d in other.doelen
    ]
    frame = pd.DataFrame(rows, columns=list(PRIJS_PER_DOEL))
    return frame.assign(verschil=frame["verschil"].astype(float).round(POINTS))


def _groepen(case: Case, told: Toelichting, lang: Lang) -> pd.DataFrame:
    """Give a row per plan and group of the analysis-only grouping."""
    source = bron(case, lang)
    rows = [
        {
            **{name: getattr(g, name) for name in GROEPEN[:-1]},
            **{name: _exact(getattr(g, name)) for name in GROEPEN[4:-1]},
            "bron": source,
        }
        for g in told.groepen
    ]
    return pd.DataFrame(rows, columns=list(GROEPEN))


def _tekorten(case: Case, told: Toelichting, lang: Lang) -> pd.DataFrame:
    """Give a row per missing thing; every row says that the list holds given this plan."""
    names, ground = {g.gemeentecode: g.naam for g in case.gemeenten}, words(lang)("tekort_grondslag")
    source = bron(case, lang)
    rows = [
        (t.soort, t.gemeentecode, names.get(t.gemeentecode, ""), t.wat, t.aantal, ground, source) for t in told.tekorten
    ]
    return pd.DataFrame(rows, columns=list(TEKORTEN))


def _uitleg(case: Case, allocation: Allocation, told: Toelichting, lang: Lang) -> pd.DataFrame:
    """Give a row per household by pseudonym; who stays has no points."""
    goals, source = [d.naam for d in allocation.doelen], bron(case, lang)
    rows = [
        {
            **{name: getattr(u, name) for name in (*UITLEG, *UITLEG_ANDERS[:3])},
            **{f"punten_{goal}": _exact(u.punten[goal]) if u.punten else None for goal in goals},
            **{name: _exact(getattr(u, name)) if u.alternatief else None for name in UITLEG_ANDERS[3:5]},
            "bron": source,
        }
        for u in told.uitleg
    ]
    columns = [*UITLEG, *(f"punten_{goal}" for goal in goals), *UITLEG_ANDERS]
    return pd.DataFrame(rows, columns=columns)


def _uitleg_gemeenten(case: Case, told: Toelichting, lang: Lang) -> pd.DataFrame:
    """Give a row per gemeente: the parts of its number, and what would raise or lower it."""
    names, source = {g.gemeentecode: g.naam for g in case.gemeenten}, bron(case, lang)
    points = ("meer_punten", "minder_punten", "verlagen_punten")
    rows = [
        {
            **{name: getattr(g, name) for name in OWN},
            **{name: _exact(getattr(g, name)) for name in points},
            "naam": names[g.gemeentecode],
            "aanbod_per_grootte": _sizes(g.aanbod),
            "vrij_per_grootte": _sizes(g.vrij),
            "bron": source,
        }
        for g in told.gemeenten
    ]
    whole = ("min_personen", "max_personen")
    frame = pd.DataFrame(rows, columns=list(UITLEG_GEMEENTEN))
    return frame.astype(dict.fromkeys(whole, "Int64"))


def _sizes(homes: Mapping[int, int]) -> str:
    """Write homes by size: "2x1 1x4" is two for one person and one for four.

    >>> _sizes({1: 2, 4: 1})
    '2x1 1x4'
    """
    return " ".join(f"{count}x{size}" for size, count in homes.items())


def _exact(points: float | None) -> float | None:
    """Round counted points; no minus zero."""
    return None if points is None else round(points, POINTS) + 0.0


def _prijzen(case: Case, told: Toelichting, lang: Lang) -> pd.DataFrame:
    """Give a row per scarce item, the largest gain first."""
    names, source = {g.gemeentecode: g.naam for g in case.gemeenten}, bron(case, lang)
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
            source,
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
