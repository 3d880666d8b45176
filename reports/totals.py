"""The numbers of the gemeenten added up: of each provincie, of each arbeidsmarktregio and of the country."""

from collections.abc import Iterable, Sequence
from typing import Literal

import pandas as pd

from inputs.case import Case
from optimizer.result import Allocation, GemeenteUitkomst
from reports.cells import Cell, Part
from reports.columns import header, split_unit
from reports.compared import unit
from reports.source import bron_kort
from reports.words import Lang, words

Area = Literal["provincie", "arbeidsmarktregio"]
SUMMED = (
    "inwoners",
    "sleutel_personen",
    "achterstand",
    "inhaal_personen",
    "afspraken_personen",
    "doel_personen",
    "toegewezen_personen",
    "toegewezen_huishoudens",
    "toegewezen_kinderen",
    "gehuisvest_als_gast_personen",
    "gehuisvest_elders_personen",
    "blijft_huishoudens",
    "afwijking_personen",
    "achterstand_na_personen",
    "woningen_aangeboden",
    "woningen_gebruikt",
    "taakstelling_grootste_rest",
    "taakstelling_afgerond",
)
"""Numbers of a gemeente that may be added up."""
BELOW = {
    "onder_doel_woning": ("woning", "geen_vorm"),
    "onder_doel_plaatsen": ("cursus", "school"),
    "onder_doel_regel": ("verdringing", "maximum", "binding", "vastlegging"),
    "onder_doel_anders": ("geen", "afweging"),
}
"""What stands in the way in a gemeente below its target, in four groups of what limits the number there."""
LANDELIJK = ("onderdeel", "maat", "eenheid", "waarde", "ondergrens", "tarief", "punten", "bron")


def area_frame(case: Case, allocation: Allocation, area: Area, lang: Lang = "nl") -> pd.DataFrame:
    """Give a row per provincie or arbeidsmarktregio by name, each the sum of its gemeenten [persons unless said]."""
    groups: dict[str, list[GemeenteUitkomst]] = {}
    for g in allocation.gemeenten:
        groups.setdefault(getattr(g, area), []).append(g)
    source = bron_kort(case, lang)
    rows = [{area: name, **_sums(groups[name]), "bron": source} for name in sorted(groups)]
    return pd.DataFrame(rows, columns=[area, *_sums(()), "bron"], dtype=object)


def national_frame(case: Case, allocation: Allocation, lang: Lang = "nl") -> pd.DataFrame:
    """Give the country: a row per total, per goal and per part of the proof, each with its unit."""
    source = bron_kort(case, lang)
    rows = [*_totals(allocation, lang), *_goals(allocation, lang), *_proof(allocation, lang)]
    return pd.DataFrame([(*row, source) for row in rows], columns=list(LANDELIJK), dtype=object)


def _sums(gemeenten: Sequence[GemeenteUitkomst]) -> dict[str, Cell]:
    """Add gemeenten up, with the parts that follow from the sums; a part of nothing stays empty."""
    sums = {name: sum(getattr(g, name) for g in gemeenten) for name in SUMMED}
    short = {name: sum(_short(g) for g in gemeenten if g.bindende_regel in rules) for name, rules in BELOW.items()}
    return {
        "gemeenten": len(gemeenten),
        **sums,
        "per_1000": 1000 * sums["toegewezen_personen"] / sums["inwoners"] if sums["inwoners"] else None,
        "afwijking_deel": _part(sums["afwijking_personen"], sums["doel_personen"]),
        "benutting": _part(sums["woningen_gebruikt"], sums["woningen_aangeboden"]),
        "onder_doel_personen": sum(map(_short, gemeenten)),
        **short,
    }


def _short(g: GemeenteUitkomst) -> int:
    """Count the persons that a gemeente is below its target [persons]."""
    return max(-g.afwijking_personen, 0)


def _part(above: int, below: int) -> Part | None:
    """Give a part of a whole; nothing where there is no whole."""
    return Part(above / below) if below else None


def _totals(allocation: Allocation, lang: Lang) -> Iterable[tuple[Cell, ...]]:
    """Give who waits, who is placed, and every sum over the gemeenten."""
    told, count = words(lang), allocation.tellingen
    part = told("blad.totalen")
    waiting = {"huishoudens": count.huishoudens, "personen": count.personen, "kinderen": count.kinderen}
    for name, number in waiting.items():
        yield part, *split_unit(told(f"blad.wachtend_{name}")), number, None, None, None
    for name, value in _sums(allocation.gemeenten).items():
        label, of = split_unit(header(name, lang))
        yield part, label, of, value, None, None, None


def _goals(allocation: Allocation, lang: Lang) -> Iterable[tuple[Cell, ...]]:
    """Give each goal in its own unit, with its bound, rate and points."""
    told = words(lang)
    for d in allocation.doelen:
        yield told("blad.doelen"), told.name("doel", d.naam), unit(d, told), d.waarde, d.ondergrens, d.tarief, d.punten


def _proof(allocation: Allocation, lang: Lang) -> Iterable[tuple[Cell, ...]]:
    """Give the certificate: value, bound, gap, what was asked, and whether that is proved."""
    told, proof = words(lang), allocation.certificate
    rows: dict[str, tuple[str, Cell, Cell]] = {
        "objective": ("punten", proof.objective, proof.bound),
        "gap": ("deel", Part(proof.gap), None),
        "gap_asked": ("deel", Part(proof.gap_asked), None),
        "proven": ("ja_nee", told("blad.ja" if proof.proven else "blad.nee"), None),
        "cut_by_clock": ("ja_nee", told("blad.ja" if proof.cut_by_clock else "blad.nee"), None),
    }
    if proof.personen_hoogstens is not None:
        rows["personen_hoogstens"] = ("personen", proof.personen_hoogstens, None)
    for name, (of, value, bound) in rows.items():
        label = split_unit(told(f"blad.{name}"))[0]
        yield told("blad.bewijs"), label, told(f"eenheid.{of}"), value, bound, None, None
