"""Goals in order, as the manifest, the workbook and the warnings show them: every level, kept or not."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from inputs.case import Case
from optimizer.result import Allocation
from optimizer.result_order import Niveau
from reports.numbers import number
from reports.words import Lang, Words, words

COLUMNS = ("lp_waarde", "ondergrens", "plafond", "waarde", "gewicht")
"""Numbers of a level in the workbook."""


def order_part(case: Case, allocation: Allocation) -> dict[str, Any]:
    """Give how goals were weighed, for the manifest: the mode, and every level where it is in order."""
    order = allocation.rangorde
    mode = {"wijze": case.scenario.doelen}
    if order is None:
        return mode
    levels = [asdict(n) | {"gehaald": n.gehaald, "boven_plafond": n.boven_plafond} for n in order.niveaus]
    return {**mode, "niveaus": levels, "bewaakt": order.bewaakt, "boven_plafond": order.boven_plafond}


def order_warnings(allocation: Allocation, lang: Lang) -> list[str]:
    """Name every goal that the plan leaves above its ceiling, with how far."""
    told, order = words(lang), allocation.rangorde
    return [
        told(
            "waarschuwing.plafond",
            doel=told.name("doel", niveau.doelen[0]),
            boven=number(niveau.boven_plafond, lang, 2),
            plafond=number(niveau.plafond or 0.0, lang, 2),
            eenheid=niveau.eenheid,
        )
        for niveau in (order.niveaus if order else ())
        if niveau.gehaald is False
    ]


def order_rows(allocation: Allocation, told: Words) -> Iterable[list[str | int | float | None]]:
    """Give the head and a row per level, for the workbook; nothing where goals were weighed at exchange rates."""
    if allocation.rangorde is None:
        return
    yield [told(f"rangorde.{c}") for c in ("doel", "eenheid", *COLUMNS, "gehaald")]
    for niveau in allocation.rangorde.niveaus:
        names = ", ".join(told.name("doel", goal) for goal in niveau.doelen)
        yield [names, niveau.eenheid, *(getattr(niveau, c) for c in COLUMNS), _kept(niveau, told)]


def _kept(niveau: Niveau, told: Words) -> str | None:
    """Say whether a ceiling was kept; nothing where there is none."""
    return None if niveau.gehaald is None else told("blad.ja" if niveau.gehaald else "blad.nee")
