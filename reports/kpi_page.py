"""The page of kengetallen: one picture that sets the plan beside other rules, every figure, and what each means."""

from collections.abc import Mapping
from importlib.resources import files
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined

from inputs.case import Case
from optimizer.result import Allocation
from reports.bars import WIDTH, panels
from reports.kpi_rows import OURS, Part, beside, kpi_row, kpi_rows, value_at
from reports.manifest import outcome_part
from reports.numbers import number, percent_asked, percent_up
from reports.policy import sealed
from reports.source import capital, elders, heading, kwartaal_text, marks, synthetic_sentence, title
from reports.words import Lang, Words, words

COMPARED = ("taakstelling", "volgorde", "willekeurig")
"""Plans that the sentence above the picture names."""
RULE = "taakstelling"
"""Plan that the other sentences name."""
GROUPS = ("alle", "1", "2", "3_5", "6_plus", "gezinnen")
"""Groups of households, in the order in which they are shown."""
WAITS = ("weken_p50", "weken_p90", "weken_hoogste")
"""Figures of waiting in the table by group [weeks]."""
PARAMETERS = "geld."
"""Beginning of the parameters whose source the page names, besides the norm."""


class GroupRow(NamedTuple):
    """A group of households in one plan, as written."""

    plan: str
    onze: bool
    cellen: tuple[str, ...]


def kpi_page(case: Case, allocation: Allocation, lang: Lang = "nl") -> str:
    """Give the HTML of ``kengetallen.html``; the same run gives the same bytes."""
    plans, told = beside(outcome_part(allocation)), words(lang)
    rows = kpi_rows(list(plans.values()), lang)
    html = (
        environment()
        .get_template("kengetallen.html")
        .render(
            lang=lang,
            told=told,
            case=case,
            title=f"{told('kpi_pagina.titel')} · {heading(case, lang)}",
            naam=title(case),
            kwartaal=kwartaal_text(case, lang),
            marks=marks(case, lang),
            synthetic=synthetic_sentence(case.marges, told),
            elders=[f"{capital(text)}." for text in elders(case, lang)],
            kop=first_sentence(plans, lang),
            proven=allocation.certificate.proven,
            status=_status(allocation, told),
            zinnen=[_families(plans, lang), _targets(plans, lang)],
            panels=panels(plans, lang),
            width=WIDTH,
            plans=[(name, told.name("vergelijking_kort", name)) for name in plans],
            ours=OURS,
            rows=rows,
            sections=list(dict.fromkeys(row.deel for row in rows)),
            groups={told(f"kpi_groep.{group}"): _group(group, plans, told) for group in GROUPS},
            rules=[(told.name("vergelijking_kort", name), told(f"vergelijking_uitleg.{name}")) for name in plans],
            parameters=[
                p for name, p in case.parameters.waarden.items() if name.startswith((PARAMETERS, "uitstroom.norm"))
            ],
            sources=_sources(case),
            css=style(),
        )
    )
    return sealed(html)


def environment() -> Environment:
    """Give the templates of the pages without a script; every name in them is escaped."""
    loader = PackageLoader("reports", "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def style() -> str:
    """Read the style that these pages share."""
    return (files("reports") / "templates" / "cijfers.css").read_text("utf-8")


def first_sentence(plans: Mapping[str, Part], lang: Lang) -> str:
    """Say how many persons get a home, and how many more or fewer that is than by other rules."""
    told, ours = words(lang), plans[OURS]
    persons = value_at(ours, "counts.geplaatste_personen")
    parts = [
        more_or_less(
            persons - value_at(plans[name], "counts.geplaatste_personen"), told(f"vergelijking_dan.{name}"), lang
        )
        for name in COMPARED
        if name in plans
    ]
    start = told(
        "kpi_zin.woning",
        personen=number(persons, lang),
        totaal=number(value_at(ours, "counts.personen"), lang),
    )
    return f"{start}: {listed(parts, lang)}." if parts else f"{start}."


def more_or_less(difference: float, than: str, lang: Lang) -> str:
    """Say how a number differs from that of another rule.

    >>> more_or_less(-2, "door loten", "nl"), more_or_less(0, "door loten", "nl")
    ('2 minder dan door loten', 'evenveel als door loten')
    """
    key = "meer" if difference > 0 else "minder" if difference < 0 else "evenveel"
    return words(lang)(f"kpi_zin.{key}", n=number(abs(difference), lang), dan=than)


def listed(parts: list[str], lang: Lang) -> str:
    """Join parts of a sentence.

    >>> listed(["een", "twee", "drie"], "nl")
    'een, twee en drie'
    """
    last = f" {words(lang)('kpi_zin.en')} "
    return last.join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]


def _status(allocation: Allocation, told: Words) -> str:
    """Say how good the plan provably is."""
    proof, lang = allocation.certificate, told.lang
    values = {"gap": percent_up(proof.gap, lang), "gevraagd": percent_asked(proof.gap_asked, lang)}
    key = "bewezen" if proof.proven else "onbewezen"
    return " ".join(told(f"status.{name}", **values) for name in (key, f"{key}_uitleg"))


def _families(plans: Mapping[str, Part], lang: Lang) -> str:
    """Say how many families with children keep waiting; nothing where the figure is unknown."""
    return _both("gezinnen", "gezinnen_blijven", plans, lang)


def _targets(plans: Mapping[str, Part], lang: Lang) -> str:
    """Say how far the gemeenten are from their targets together; nothing where the figure is unknown."""
    return _both("doelen", "afwijking", plans, lang)


def _both(sentence: str, naam: str, plans: Mapping[str, Part], lang: Lang) -> str:
    """Say a figure of the plan and of the old rule."""
    if RULE not in plans:
        return ""
    ours, rule = kpi_row(naam, [plans[OURS], plans[RULE]], lang).cellen
    if ours.waarde is None or rule.waarde is None:
        return ""
    return words(lang)(f"kpi_zin.{sentence}", plan=ours.tekst, regel=rule.tekst)


def _group(group: str, plans: Mapping[str, Part], told: Words) -> list[GroupRow]:
    """Give a group of households in every plan."""
    return [
        GroupRow(
            told.name("vergelijking_kort", name),
            name == OURS,
            _waiting(value_at(plan, f"kengetallen.wachttijd.{group}"), told),
        )
        for name, plan in plans.items()
    ]


def _waiting(group: Mapping[str, Any] | None, told: Words) -> tuple[str, ...]:
    """Write what a group waited: with a home, staying, how long, and beyond the norm."""
    if group is None:
        return (told("kpi_leeg.onbekend"),) * (4 + len(WAITS))
    stays, lang = group["blijft"], told.lang
    weeks = (told("kpi_leeg.niemand") if stays[name] is None else number(stays[name], lang, 1) for name in WAITS)
    counts = (group["gehuisvest"]["personen"], stays["personen"])
    late = (number(stays["personen_na_norm"], lang), number(stays["persoonsweken_na_norm"], lang))
    return (*(number(count, lang) for count in counts), *weeks, *late)


def _sources(case: Case) -> dict[str, list[str]]:
    """Give the input files by their source, each source once."""
    found: dict[str, list[str]] = {}
    for b in case.bronnen:
        found.setdefault(b.bron, []).append(f"{b.bestand} ({b.peildatum})" if b.peildatum else b.bestand)
    return found
