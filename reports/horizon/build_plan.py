"""The tables of a build plan: homes by form, gemeente and kwartaal, their totals, the goal, and what stays missing."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pandas as pd

from inputs.case import Case
from optimizer.horizon.flows import flows, in_persons
from optimizer.horizon.goal import Doelprogramma
from optimizer.horizon.reached import Bereikt, Gemist
from optimizer.horizon.result import Planuitkomst
from reports.horizon.areas import LEVELS, area_name, sums
from reports.horizon.sufficiency import Rows, frame_of
from reports.source import bron
from reports.words import Lang, words

NOT_NAMED = "-"
"""Corporatie of homes of which the table names none."""
COLUMNS: Mapping[str, Sequence[str]] = {
    "bouwplan": (
        *("provincie", "arbeidsmarktregio", "gemeentecode", "naam", "maatregel", "woonvorm", "slaapt", "kwartaal"),
        *("bewoonbaar", "aantal", "woningen"),
    ),
    "bouwplan_totalen": ("niveau", "gebied", "woonvorm", "slaapt", "kwartaal", "woningen"),
    "bouwplan_doel": ("kwartaal", "instroom", "gehuisvest", "wachtend", "tekort"),
    "bouwplan_ontbreekt": ("kwartaal", "groep", "slaapt_minstens", "woningen", "woonvormen"),
    "aanbod_corporaties": (
        *("provincie", "gemeentecode", "naam", "corporatie", "woonvorm", "slaapt", "kwartaal", "woningen"),
    ),
}
"""Columns of each table, but for the source at its end."""


def build_frames(
    case: Case, program: Doelprogramma, reached: Bereikt, plan: Planuitkomst, gemist: Sequence[Gemist], lang: Lang
) -> dict[str, pd.DataFrame]:
    """Give the tables by name."""
    rows = {
        "bouwplan": _homes(case, plan, lang),
        "bouwplan_totalen": totals(case, plan, lang),
        "bouwplan_doel": _goal(program, reached),
        "bouwplan_ontbreekt": _missing(gemist, lang),
        "aanbod_corporaties": offered(case, lang),
    }
    source = bron(case, lang)
    return {name: frame_of(COLUMNS[name], content, source) for name, content in rows.items()}


def _homes(case: Case, plan: Planuitkomst, lang: Lang) -> Rows:
    """List what starts, by gemeente, form and kwartaal."""
    say, known = words(lang), {g.gemeentecode: g for g in case.gemeenten}
    for start in sorted(plan.starts, key=lambda s: (s.gemeentecode, s.woonvorm, s.slaapt, s.kwartaal, s.maatregel)):
        gemeente = known[start.gemeentecode]
        yield {
            "provincie": gemeente.provincie,
            "arbeidsmarktregio": gemeente.arbeidsmarktregio,
            "gemeentecode": start.gemeentecode,
            "naam": gemeente.naam,
            "maatregel": say.name("plan_maatregel", start.maatregel),
            "woonvorm": say.name("woonvorm", start.woonvorm),
            "slaapt": start.slaapt,
            "kwartaal": start.kwartaal,
            "bewoonbaar": start.bewoonbaar,
            "aantal": start.aantal,
            "woningen": start.woningen,
        }


def totals(case: Case, plan: Planuitkomst, lang: Lang) -> Rows:
    """Add up homes by area, form, size and kwartaal of the start."""
    say = words(lang)
    found = defaultdict[tuple[str, int, str], dict[str, float]](dict)
    for s in plan.starts:
        part = found[s.woonvorm, s.slaapt, s.kwartaal]
        part[s.gemeentecode] = part.get(s.gemeentecode, 0) + s.woningen
    lines = [(*what, *line) for what, numbers in sorted(found.items()) for line in sums(case, numbers)]
    order = {level: n for n, level in enumerate(LEVELS)}
    for form, sleeps, quarter, level, area, homes in sorted(lines, key=lambda r: (order[r[3]], r[4], *r[:3])):
        yield {
            "niveau": say(f"plan_toets.niveau_{level}"),
            "gebied": area_name(case, level, area),
            "woonvorm": say.name("woonvorm", form),
            "slaapt": sleeps,
            "kwartaal": quarter,
            "woningen": round(homes),
        }


def _goal(program: Doelprogramma, reached: Bereikt) -> Rows:
    """Tell what is reached in each kwartaal."""
    plan, look = program.plan, program.plan.look
    found = flows(plan, reached.columns)
    came, housed, waits = (in_persons(plan, part) for part in (found.inflow, found.housed, found.waiting))
    for t in program.doel.kwartalen(look.count):
        yield {
            "kwartaal": look.series.kwartalen[t],
            "instroom": float(came[t]),
            "gehuisvest": float(housed[t]),
            "wachtend": float(waits[t]),
            "tekort": float(reached.short[t]),
        }


def _missing(gemist: Sequence[Gemist], lang: Lang) -> Rows:
    """List by size what is missing in the kwartalen that fall short."""
    say = words(lang)
    for lack in gemist:
        yield {
            "kwartaal": lack.kwartaal,
            "groep": lack.groep,
            "slaapt_minstens": lack.slaapt,
            "woningen": lack.woningen,
            "woonvormen": " / ".join(say.name("woonvorm", form) for form in lack.woonvormen),
        }


def offered(case: Case, lang: Lang) -> Rows:
    """Add up the homes on offer of every corporatie that the table names."""
    say, known = words(lang), {g.gemeentecode: g for g in case.gemeenten}
    found = defaultdict[tuple[str, str, str, int, str], int](int)
    for r in case.woningaanbod:
        found[r.gemeentecode, r.corporatie or NOT_NAMED, r.woonvorm, r.slaapt, r.kwartaal] += r.aantal
    for (code, corporatie, form, sleeps, quarter), homes in sorted(found.items()):
        yield {
            "provincie": known[code].provincie,
            "gemeentecode": code,
            "naam": known[code].naam,
            "corporatie": corporatie,
            "woonvorm": say.name("woonvorm", form),
            "slaapt": sleeps,
            "kwartaal": quarter,
            "woningen": homes,
        }
