"""The sheet Vergelijkingen sets the plan beside those of other rules, by the numbers of run.json."""

from collections.abc import Iterator, Mapping
from typing import Any

from verifier.book.cells import Line, Source, ordered
from verifier.catalogue import Catalogue, without_unit
from verifier.kpis import OURS, lines, plans_of

COUNTS = ("geplaatste_personen", "geplaatste_huishoudens", "geplaatste_kinderen")
TOLD_ABOVE = ("uitstroom", "doelen")
"""Sections of figures that the counts and goals tell already."""


def measures(plans: Mapping[str, Any], words: Catalogue) -> Iterator[tuple[str, str, list[Any]]]:
    """Give label, unit and a value of every plan for each measure; the plan of the run first."""
    parts = list(plans.values())
    for name in COUNTS:
        yield *without_unit(words(f"blad.{name}")), [part["counts"][name] for part in parts]
    values = [{goal["name"]: goal["value"] for goal in part["goals"]} for part in parts]
    for name in values[0]:
        yield words.name("doel", name), words(f"doel_eenheid.{name}"), [value.get(name) for value in values]
    for line in lines(parts, words):
        if line.section not in TOLD_ABOVE:
            yield line.label, line.unit, list(line.cells)
    misfits = [len(part.get("niet_passend", ())) for part in parts]
    if any(misfits):
        yield *without_unit(words("blad.niet_passend")), misfits
    answers = [words.yes(name == OURS or part["haalbaar"]) for name, part in plans.items()]
    yield words("blad.haalbaar"), words("eenheid.ja_nee"), answers


def compared_sheet(source: Source) -> list[Line]:
    """Give the rows of the sheet; the plans stand in the order of the sheet, for run.json keeps none."""
    words, name = source.words, source.words("blad.vergelijkingen")
    plans = plans_of(source.run)
    found = source.sheets[name][1] if len(source.sheets[name]) > 1 else []
    heads = {head_of(words, plan): plan for plan in plans if plan != OURS}
    order = ordered([str(cell) for cell in found], list(heads))
    plans = {OURS: plans[OURS], **{heads[head]: plans[heads[head]] for head in order}}
    columns = [words("kolom.maat"), words("kolom.eenheid"), words("kolom.dit_plan"), *order, words("kolom.bron")]
    rows = [[label, unit, *values, source.short] for label, unit, values in measures(plans, words)]
    return [[source.heading], columns, *rows]


def head_of(words: Catalogue, plan: str) -> str:
    """Give what stands above the column of a plan."""
    return words("blad.in_eenheid", naam=words.name("vergelijking", plan))
