"""The five figures that matter: placed, proved, within the band, score, distance."""

from typing import NamedTuple

from inputs.case import Case
from optimizer.result import Allocation, Vergelijking
from optimizer.shares import total_persons
from reports.numbers import number, percent, percent_asked, percent_up
from reports.words import Lang, words

BASELINE = "volgorde"
"""Name of the baseline that the figures are set beside."""


class Figuur(NamedTuple):
    """A figure: what it is, the number to read first, and what belongs to it."""

    label: str
    waarde: str
    detail: str


def figures(case: Case, allocation: Allocation, lang: Lang) -> list[Figuur]:
    """Give the five figures, each as a headline with its detail."""
    return [
        _placed(case, allocation, lang),
        _proved(allocation, lang),
        _within_band(allocation, lang),
        _score(case, allocation, lang),
        _distance(allocation, lang),
    ]


def five_figures(case: Case, allocation: Allocation, lang: Lang = "nl") -> list[tuple[str, str]]:
    """Give the five figures as label and one line of text, for a sheet or a terminal."""
    return [(f.label, f"{f.waarde} ({f.detail})" if f.detail else f.waarde) for f in figures(case, allocation, lang)]


def placed_adults(case: Case, allocation: Allocation) -> int:
    """Count the adults of the placed households [persons]."""
    adults = {h.huishouden_id: h.volwassenen for h in case.huishoudens}
    return sum(adults[k.huishouden_id] for k in allocation.koppelingen)


def _placed(case: Case, allocation: Allocation, lang: Lang) -> Figuur:
    """Say how many of the persons who wait are placed, beside the number to be spread."""
    count = allocation.tellingen
    share = percent(count.geplaatste_personen / count.personen, lang) if count.personen else "-"
    detail = words(lang)(
        "figuur.geplaatst_detail",
        personen=number(count.geplaatste_personen, lang),
        totaal=number(count.personen, lang),
        opgave=number(total_persons(case), lang),
    )
    return Figuur(words(lang)("figuur.geplaatst"), share, detail)


def _proved(allocation: Allocation, lang: Lang) -> Figuur:
    """Say how much better another plan could be at most."""
    proof = allocation.certificate
    key = "figuur.bewezen_detail" if proof.proven else "figuur.onbewezen_detail"
    detail = words(lang)(key, gevraagd=percent_asked(proof.gap_asked, lang))
    return Figuur(words(lang)("figuur.bewezen"), percent_up(proof.gap, lang), detail)


def _within_band(allocation: Allocation, lang: Lang) -> Figuur:
    """Count the gemeenten that get a number within the free band around their target."""
    inside = sum(g.band_onder <= g.toegewezen_personen <= g.band_boven for g in allocation.gemeenten)
    total = number(len(allocation.gemeenten), lang)
    return Figuur(words(lang)("figuur.band"), number(inside, lang), words(lang)("figuur.band_detail", totaal=total))


def _score(case: Case, allocation: Allocation, lang: Lang) -> Figuur:
    """Average the participation score over the placed adults [1]."""
    adults, score = placed_adults(case, allocation), sum(k.score for k in allocation.koppelingen)
    mean = number(score / adults, lang, 2) if adults else "-"
    other = _baseline(allocation)
    beside = None if other is None else number(other.gemiddelde_score, lang, 2)
    detail, told = _beside(beside, "score", lang), words(lang)
    marked = told("figuur.score_elders", detail=detail) if case.gebruikte_scores else detail
    return Figuur(told("figuur.score"), mean, marked)


def _distance(allocation: Allocation, lang: Lang) -> Figuur:
    """Average the distance from the present opvanglocatie over the placed persons [km]."""
    persons = allocation.tellingen.geplaatste_personen
    total = sum(k.personen * k.afstand_km for k in allocation.koppelingen)
    mean = number(total / persons, lang) + " km" if persons else "-"
    other = _baseline(allocation)
    beside = None if other is None else number(other.gemiddelde_afstand_km, lang) + " km"
    return Figuur(words(lang)("figuur.afstand"), mean, _beside(beside, "afstand", lang))


def _beside(value: str | None, figure: str, lang: Lang) -> str:
    """Set the baseline's number beside ours, where it is known."""
    told = words(lang)
    return told(f"figuur.{figure}_detail") if value is None else told(f"figuur.{figure}_naast", waarde=value)


def _baseline(allocation: Allocation) -> Vergelijking | None:
    """Find the baseline in order of permit, unless it placed nobody."""
    return next((v for v in allocation.vergelijkingen if v.naam == BASELINE and v.tellingen.geplaatste_personen), None)
