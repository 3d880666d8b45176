"""What a gemeente takes by size of household, and what published amounts come to there; no row is one household."""

from collections import Counter

import pandas as pd

from inputs.case import Case
from optimizer.money import NO_AMOUNT, Geldpost, money_by_gemeente
from optimizer.result import Allocation
from reports.source import bron
from reports.words import Lang

GROOTTES = ("gemeentecode", "naam", "personen", "toegewezen_huishoudens", "bron")
GELD = (
    *("gemeentecode", "naam", "regeling", "woningen_gebruikt", "geplaatste_personen", "betaald_aantal", "eenheid"),
    *("bedrag", "totaal", "bedrag_datum", "bedrag_bron", "bron"),
)
WHOLE = ("woningen_gebruikt", "geplaatste_personen", "betaald_aantal")
"""Columns of whole numbers, of which some may be unknown."""


def groottes_frame(case: Case, allocation: Allocation, lang: Lang = "nl") -> pd.DataFrame:
    """Give a row per gemeente and size of household that it takes [persons, households]; other sizes have no row."""
    count, source = Counter((k.gemeentecode, k.personen) for k in allocation.koppelingen), bron(case, lang)
    names = {g.gemeentecode: g.naam for g in case.gemeenten}
    rows = [(code, names[code], size, households, source) for (code, size), households in sorted(count.items())]
    return pd.DataFrame(rows, columns=list(GROOTTES))


def geld_frame(case: Case, allocation: Allocation, lang: Lang = "nl") -> pd.DataFrame:
    """Give a row per gemeente and published amount: homes, persons, and what it comes to [euro]; unknown stays empty.

    Summed over the gemeenten they are the figures of money in ``run.json``. One row more tells of the homes for which
    no amount is known.
    """
    posts, source = money_by_gemeente(case, allocation.koppelingen), bron(case, lang)
    rows = [
        (g.gemeentecode, g.naam, name, *_cells(case, name, post), source)
        for g in sorted(case.gemeenten, key=lambda g: g.gemeentecode)
        for name, post in posts[g.gemeentecode].items()
    ]
    return pd.DataFrame(rows, columns=list(GELD)).astype(dict.fromkeys(WHOLE, "Int64"))


def _cells(case: Case, name: str, post: Geldpost) -> tuple[object, ...]:
    """Give what is counted, and the amount with its date and source."""
    if post.regel is None:
        assert name == NO_AMOUNT
        return (post.woningen, post.personen, None, "", None, None, "", "")
    line, parameter = post.regel, case.parameters.waarden[f"geld.{name}"]
    dated = (parameter.geldig_vanaf.isoformat(), parameter.bron)
    return (post.woningen, post.personen, line.aantal, line.eenheid, line.bedrag, line.totaal, *dated)
