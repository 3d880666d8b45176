"""Bars that set one figure of a plan beside that of other rules, with every value written at its bar."""

from collections.abc import Sequence
from typing import NamedTuple

from reports.kpi_rows import OURS, KpiRow, Part, kpi_row
from reports.words import Lang, Words, words

MEASURES = {
    "geplaatst_personen": "meer",
    "gezinnen_blijven": "minder",
    "blijft_persoonsweken": "minder",
    "afwijking": "minder",
    "score": "meer",
    "afstand": "minder",
}
"""Figures in the picture, and which way is better."""
WIDTH = 320
"""Width of a panel; the page scales it [px]."""
LONGEST = 216
"""Length of the longest bar; the rest is for its value [px]."""
STEP, HEIGHT, TOP = 40, 16, 18
"""Distance between bars, height of one, and room above it for its label [px]."""


class Bar(NamedTuple):
    """One plan: label, value as written, length [px], where it begins from the top [px], and whether it is the plan."""

    label: str
    tekst: str
    lengte: float
    top: int
    onze: bool


class Panel(NamedTuple):
    """One figure: heading, unit, which way is better, bars, height [px] and the same in one sentence."""

    naam: str
    titel: str
    richting: str
    bars: tuple[Bar, ...]
    hoogte: int
    zin: str


def panels(plans: dict[str, Part], lang: Lang) -> list[Panel]:
    """Give the panels of the picture."""
    return [_panel(kpi_row(naam, list(plans.values()), lang), list(plans), lang) for naam in MEASURES]


def _panel(row: KpiRow, names: Sequence[str], lang: Lang) -> Panel:
    """Draw one figure; the longest bar is the highest value, and every bar begins at 0."""
    told = words(lang)
    most = max((cell.waarde for cell in row.cellen if cell.waarde), default=1.0)
    labels = [told.name("vergelijking_kort", name) for name in names]
    bars = tuple(
        Bar(label, cell.tekst, round(LONGEST * max(cell.waarde or 0.0, 0.0) / most, 1), TOP + n * STEP, name == OURS)
        for n, (name, label, cell) in enumerate(zip(names, labels, row.cellen, strict=True))
    )
    spoken = "; ".join(f"{bar.label}: {bar.tekst}" for bar in bars)
    return Panel(
        row.naam,
        _title(row, told),
        told(f"kpi_pagina.{MEASURES[row.naam]}_is_beter"),
        bars,
        len(bars) * STEP,
        f"{row.label} [{row.eenheid}]. {spoken}.",
    )


def _title(row: KpiRow, told: Words) -> str:
    """Head a panel, with the unit where the label does not say it."""
    if row.eenheid in row.label.lower():
        return row.label
    return told("kpi_pagina.paneel", label=row.label, eenheid=row.eenheid)
