"""The plan beside other rules on the same measures: counts, goals and figures, each with its unit."""

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from inputs.case import Case
from optimizer.result import Allocation, Doelwaarde, Tellingen
from reports.cells import Cell
from reports.columns import PLAN, split_unit
from reports.kpi_rows import kpi_rows
from reports.manifest import outcome_part
from reports.source import bron_kort
from reports.words import Lang, Words, words

COUNTS = ("geplaatste_personen", "geplaatste_huishoudens", "geplaatste_kinderen")
"""Counts that plans are compared by."""
TOLD_ABOVE = frozenset(("uitstroom", "doelen"))
"""Parts of the figures that counts and goals tell already."""


class Measure(NamedTuple):
    """A measure of every plan: the plan of this run first, then each other rule."""

    label: str
    unit: str
    of_plans: tuple[Cell, ...]


def measures(allocation: Allocation, told: Words) -> Iterator[Measure]:
    """Give every measure by which the plan stands beside other rules; none where no other rule was evaluated."""
    others = allocation.vergelijkingen
    if not others:
        return
    counts = (allocation.tellingen, *(v.tellingen for v in others))
    for name in COUNTS:
        yield _named(name, tuple(_count(count, name) for count in counts), told)
    values = [{d.naam: d.waarde for d in v.doelen} for v in others]
    for d in allocation.doelen:
        yield Measure(told.name("doel", d.naam), unit(d, told), (d.waarde, *(value.get(d.naam) for value in values)))
    whole = outcome_part(allocation)
    plans = [whole, *(whole["baselines"][v.naam] for v in others)]
    for row in kpi_rows(plans, told.lang):
        if row.deel not in TOLD_ABOVE:
            cells = tuple(cell.tekst if cell.waarde is None else cell.waarde for cell in row.cellen)
            yield Measure(row.label, row.eenheid, cells)
    if any(v.niet_passend for v in others):
        yield _named("niet_passend", (0, *(len(v.niet_passend) for v in others)), told)
    answers = (told("blad.ja"), *(told("blad.ja" if v.haalbaar else "blad.nee") for v in others))
    yield Measure(told("blad.haalbaar"), told("eenheid.ja_nee"), answers)


def compared_frame(case: Case, allocation: Allocation, lang: Lang = "nl") -> pd.DataFrame:
    """Give a row per measure and a column per rule: a table of numbers, without any household."""
    plans = ["dit_plan", *(f"{PLAN}{v.naam}" for v in allocation.vergelijkingen)]
    source = bron_kort(case, lang)
    rows = [(m.label, m.unit, *m.of_plans, source) for m in measures(allocation, words(lang))]
    return pd.DataFrame(rows, columns=["maat", "eenheid", *plans, "bron"], dtype=object)


def unit(goal: Doelwaarde, told: Words) -> str:
    """Give the unit of a goal in the language, or as the goal says it where the catalogue has none."""
    return told.find(f"doel_eenheid.{goal.naam}") or goal.eenheid


def _named(name: str, values: tuple[Cell, ...], told: Words) -> Measure:
    """Give a measure whose label in the catalogue ends with its unit."""
    return Measure(*split_unit(told(f"blad.{name}")), values)


def _count(count: Tellingen, name: str) -> int:
    """Give one of the counts."""
    found: int = getattr(count, name)
    return found
