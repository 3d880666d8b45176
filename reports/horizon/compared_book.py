"""The workbook of scenarios: side by side first, then every table; no formulas."""

from collections.abc import Mapping, Sequence
from io import BytesIO

import pandas as pd
import xlsxwriter

from reports.book import CREATED, OPTIONS, STYLES, Heading, Table, write_rows, write_table
from reports.horizon.compared import Scenario, compared_at
from reports.horizon.figures import FIGURES
from reports.horizon.tables import DIGITS
from reports.numbers import percent_up
from reports.sheets import Row
from reports.source import bron_kort, synthetic_sentence, title
from reports.words import Lang, words

FIRST, OTHER = 60, 18
"""Widths of the columns of the first sheet [characters]."""


def compared_book(scenarios: Sequence[Scenario], frames: Mapping[str, pd.DataFrame], lang: Lang = "nl") -> bytes:
    """Give the bytes of ``scenarios.xlsx``; frames without rows have no sheet."""
    target, say = BytesIO(), words(lang)
    book = xlsxwriter.Workbook(target, OPTIONS)
    heading = f"{say('scenario_pagina.titel')}: {title(scenarios[0].case)}"
    book.set_properties({"title": heading, "created": CREATED})
    styles = {name: book.add_format(style) for name, style in STYLES.items()}
    rows = side_by_side(scenarios, heading, lang)
    widths = [FIRST, OTHER, *(OTHER for _ in scenarios for _ in compared_at(scenarios))]
    write_rows(book.add_worksheet(say("plan_blad.overzicht")), rows, widths, styles)
    short = {s.naam: bron_kort(s.case, lang) for s in scenarios}
    for name, frame in frames.items():
        if frame.empty:
            continue
        shown = in_words(frame.assign(bron=[short[s] for s in frame["scenario"]]), lang)
        headings = {c: Heading(say(f"plan_kolom.{c}"), say(f"plan_uitleg.{c}")) for c in shown.columns}
        write_table(book.add_worksheet(say(f"plan_blad.{name}")), Table(heading, shown, headings, 2), styles)
    book.close()
    return target.getvalue()


def in_words(frame: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """Write figures and schemes in words."""
    say, groups = words(lang), {"maat": "scenario_maat", "regeling": "plan_regeling"}
    return frame.assign(
        **{c: [say.name(group, code) for code in frame[c]] for c, group in groups.items() if c in frame}
    )


def side_by_side(scenarios: Sequence[Scenario], heading: str, lang: Lang) -> list[Row]:
    """Set every figure of every scenario side by side, at the short and the long term."""
    say, at, first = words(lang), compared_at(scenarios), scenarios[0]
    rows = [Row([heading], "titel")]
    if first.case.synthetisch:
        rows.append(Row([synthetic_sentence(first.case.marges, say)], "tekst"))
    rows += [
        Row([say("scenario_pagina.bewijs", naam=s.naam, marge=percent_up(s.plan.marge, lang))], "tekst")
        for s in scenarios
    ]
    heads = [f"{s.naam}, {s.kwartalen[t]}" for t in at for s in scenarios]
    rows.append(Row([say("plan_kolom.maat"), say("plan_kolom.maat_eenheid"), *heads], "hoofd"))
    for name, maat in FIGURES.items():
        values = [_rounded(s.figures[name][t]) for t in at for s in scenarios]
        rows.append(Row([say(f"scenario_maat.{name}"), maat.eenheid, *values]))
    return rows


def _rounded(value: float | None) -> float | None:
    """Round a number as the tables do."""
    return None if value is None else round(value, DIGITS) + 0.0
