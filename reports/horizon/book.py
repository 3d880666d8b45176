"""The workbook of a plan: what to know first, then every table, then every value with its source; no formulas."""

from collections.abc import Mapping, Sequence
from io import BytesIO

import pandas as pd
import xlsxwriter

from inputs.case import Case
from inputs.horizon import Plankeuzes, plan_values
from optimizer.horizon.result import Planuitkomst
from reports.book import CREATED, OPTIONS, STYLES, Heading, Table, write_rows, write_table
from reports.numbers import number, percent_up
from reports.sheets import Row
from reports.source import bron_kort, synthetic_sentence, title
from reports.words import Lang, words

WIDTHS = (44, 60, 20, 20)
"""Widths of the columns of the overview [characters]."""
NO_SHEET = ("plaatsingen",)
"""Tables that are a file only: they have a row per cell of the program."""
VALUES = ("waarde_naam", "waarde_getal", "waarde_eenheid", "waarde_bron")
"""Columns of the sheet with values."""


def plan_book(
    case: Case,
    keuzes: Plankeuzes,
    plan: Planuitkomst,
    frames: Mapping[str, pd.DataFrame],
    lang: Lang = "nl",
    *,
    told: Sequence[str] = (),
) -> bytes:
    """Give the bytes of ``plan.xlsx``; frames without rows have no sheet."""
    target, say = BytesIO(), words(lang)
    book = xlsxwriter.Workbook(target, OPTIONS)
    heading = say("plan.titel", naam=title(case), kwartalen=span(plan))
    book.set_properties({"title": heading, "created": CREATED})
    styles = {name: book.add_format(style) for name, style in STYLES.items()}
    rows = overview(case, keuzes, plan, heading, lang, told)
    write_rows(book.add_worksheet(say("plan_blad.overzicht")), rows, WIDTHS, styles)
    short = {"bron": bron_kort(case, lang)}
    for name, frame in frames.items():
        if name in NO_SHEET or frame.empty:
            continue
        shown = in_words(frame.assign(**short) if "bron" in frame else frame, lang)
        headings = {c: Heading(say(f"plan_kolom.{c}"), say(f"plan_uitleg.{c}")) for c in shown.columns}
        sheet = book.add_worksheet(say.name("plan_blad", name))
        write_table(sheet, Table(heading, shown, headings, 1), styles)
    values = values_frame(keuzes)
    headings = {c: Heading(say(f"plan_kolom.{c}"), say(f"plan_uitleg.{c}")) for c in values.columns}
    write_table(book.add_worksheet(say("plan_blad.waarden")), Table(heading, values, headings, 1), styles)
    book.close()
    return target.getvalue()


def span(plan: Planuitkomst) -> str:
    """Name the kwartalen of a plan."""
    first, last = plan.kwartalen[0].kwartaal, plan.kwartalen[-1].kwartaal
    return first if first == last else f"{first} - {last}"


def in_words(frame: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    """Write woonvormen, measures, regimes and schemes in words."""
    say, groups = words(lang), {"woonvorm": "woonvorm", "maatregel": "plan_maatregel", "regime": "plan_regime"}
    known = {c: [say.name(group, code) for code in frame[c]] for c, group in groups.items() if c in frame}
    if "regeling" in frame:
        known["regeling"] = [say.name("plan_regeling", code) for code in frame["regeling"]]
    return frame.assign(**known)


def values_frame(keuzes: Plankeuzes) -> pd.DataFrame:
    """List every value of the plan with its unit and source; a value of the scenario says so."""
    rows = [
        (
            name,
            keuzes.waarden.get(name, p.waarde),
            p.eenheid,
            p.bron if name not in keuzes.waarden else f"scenario.toml ({p.bron})",
        )
        for name, p in plan_values().items()
    ]
    return pd.DataFrame(rows, columns=list(VALUES))


def overview(
    case: Case, keuzes: Plankeuzes, plan: Planuitkomst, heading: str, lang: Lang, told: Sequence[str]
) -> list[Row]:
    """Give what to know first: what this is, what is proved, what was chosen, and what was repeated."""
    say = words(lang)
    first = [Row([heading], "titel")]
    if case.synthetisch:
        first.append(Row([synthetic_sentence(case.marges, say)], "tekst"))
    proof = say("plan.bewijs", marge=percent_up(plan.marge, lang), grens=number(plan.ondergrens, lang, 2))
    return [
        *first,
        Row([proof], "tekst"),
        *(Row([text], "tekst") for text in (*told, *reservations(keuzes, plan, lang))),
        Row([]),
        Row([say("plan.regime"), say.name("plan_regime", keuzes.regime)]),
        *(
            Row([say("plan.hefboom", naam=h.naam), f"{h.wat} = {h.waarde}; {h.van or '...'} - {h.tot or '...'}"])
            for h in keuzes.hefbomen
        ),
        Row([]),
        *(Row([label, value]) for label, value in summary(plan, lang)),
    ]


def reservations(keuzes: Plankeuzes, plan: Planuitkomst, lang: Lang) -> list[str]:
    """Say which kwartalen of which table repeat an earlier one, and which levers hold in no kwartaal of the plan."""
    say, kwartalen = words(lang), [k.kwartaal for k in plan.kwartalen]
    idle = [lever for lever in keuzes.hefbomen if not any(map(lever.holds, kwartalen))]
    return [
        *(
            say("plan.herhaald", tabel=name, aantal=len(some), eerste=some[0], laatste=some[-1])
            for name, some in sorted(plan.herhaald.items())
        ),
        *(say("plan.hefboom_buiten", naam=lever.naam, wat=lever.wat) for lever in idle),
    ]


def summary(plan: Planuitkomst, lang: Lang) -> list[tuple[str, str]]:
    """Give the figures that a planner looks for first."""
    say, first, last = words(lang), plan.kwartalen[0], plan.kwartalen[-1]
    started = sum(s.woningen for s in plan.starts)
    housed = sum(k.gehuisvest for k in plan.kwartalen)
    most = max(plan.kwartalen, key=lambda k: k.wachtend)
    sft = sum(g.totaal for g in plan.geld if g.regeling.startswith("sft"))
    return [
        (say("plan.cijfer_gehuisvest"), number(round(housed), lang)),
        (say("plan.cijfer_wachtend"), f"{number(round(first.wachtend), lang)} - {number(round(last.wachtend), lang)}"),
        (say("plan.cijfer_hoogste"), f"{number(round(most.wachtend), lang)} ({most.kwartaal})"),
        (say("plan.cijfer_kinderen"), f"{number(round(last.wachtend_kinderen), lang)} ({last.kwartaal})"),
        (say("plan.cijfer_toevoegen"), number(started, lang)),
        (say("plan.cijfer_sft"), number(round(sft), lang)),
        (say("plan.cijfer_cursus"), f"{number(round(last.cursus_wachtrij), lang)} ({last.kwartaal})"),
    ]
