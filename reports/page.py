"""The page around the map: heading, proof, five figures, the table of all gemeenten, and the sources."""

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from geodata.geography import Geography
from geodata.regions import SOORTEN
from inputs.case import Case
from optimizer.result import Allocation, GemeenteUitkomst
from optimizer.shares import total_persons
from reports import deliveries
from reports.classes import GROUPS, SCALES
from reports.figures import figures
from reports.numbers import counted, number, percent, percent_asked, percent_up
from reports.page_data import ALIASES, value_text
from reports.source import capital, elders, heading, kwartaal_text, marks, synthetic_sentence, title
from reports.words import Lang, words

PER_1000 = next(i for i in SCALES if i.naam == "per_1000")
TABLE = (
    "inwoners",
    "sleutel_personen",
    "inhaal_personen",
    "doel_personen",
    "toegewezen_personen",
    "per_1000",
    "afwijking_personen",
    "toegewezen_huishoudens",
    "woningen_aangeboden",
    "woningen_gebruikt",
    "gehuisvest_als_gast_personen",
    "gehuisvest_elders_personen",
    "blijft_huishoudens",
    "taakstelling_grootste_rest",
    "taakstelling_afgerond",
)
"""Columns with numbers of the table on the page."""
SIGNED = frozenset({"inhaal_personen", "afwijking_personen"})
"""Columns whose numbers carry a sign."""

SCRIPTS = (
    *("legenda.js", "vulling.js", "merk.js", "achtergrond.js"),
    *("paneel.js", "tabel.js", "csv.js", "kaart.js"),
)
"""Parts of the script of the page, each after those that it uses."""


def page(case: Case, allocation: Allocation, geography: Geography, lang: Lang, parts: Mapping[str, str]) -> str:
    """Write the page around what folium rendered; every name is escaped.

    Parameters
    ----------
    parts
        ``head``, ``map`` and ``script`` as folium rendered them, free of data; ``data`` as escaped JSON; ``licence``.
    """
    loader = PackageLoader("reports", "templates")
    template = Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template("kaart.html")
    return template.render(
        lang=lang,
        told=words(lang),
        case=case,
        title=heading(case, lang),
        naam=title(case),
        kwartaal=kwartaal_text(case, lang),
        marks=marks(case, lang),
        synthetic=synthetic_sentence(case.marges, words(lang)),
        elders=[f"{capital(text)}." for text in elders(case, lang)],
        opgaven=deliveries.told(case, lang),
        status=_status(allocation, lang),
        figures=figures(case, allocation, lang),
        geography=geography,
        groups=GROUPS,
        soorten=SOORTEN,
        provincies=sorted({g.provincie for g in allocation.gemeenten}),
        regios=sorted({g.arbeidsmarktregio for g in allocation.gemeenten}),
        gemeenten=_rows(case, allocation, lang),
        columns=TABLE,
        terms=_terms(case, allocation, lang),
        sources=_sources(case, lang),
        aliases=_aliases(allocation),
        css=_text("kaart.css"),
        code="\n".join(_text(name) for name in SCRIPTS),
        **parts,
    )


def _text(name: str) -> str:
    """Read a template that is no Jinja."""
    return (files("reports") / "templates" / name).read_text("utf-8")


def _status(allocation: Allocation, lang: Lang) -> dict[str, Any]:
    """Say in words what is proved."""
    proof, told = allocation.certificate, words(lang)
    key = "bewezen" if proof.proven else "onbewezen"
    values = {"gap": percent_up(proof.gap, lang), "gevraagd": percent_asked(proof.gap_asked, lang)}
    return {
        "proven": proof.proven,
        "head": told(f"status.{key}", **values),
        "text": told(f"status.{key}_uitleg", **values),
        "clock": told("status.klok") if proof.cut_by_clock else "",
    }


def _terms(case: Case, allocation: Allocation, lang: Lang) -> list[str]:
    """Explain the words on the page, with the numbers of this run."""
    told, scenario = words(lang), case.scenario
    values = {
        "opgave": counted("persoon", total_persons(case), lang),
        "rest": number(sum(g.sleutel_personen for g in allocation.gemeenten), lang),
        "kwartalen": counted("kwartaal", scenario.inhaal_kwartalen, lang),
        "naar": told(f"sleutel.{scenario.sleutel}"),
        "wat": told(
            f"beginstand.{scenario.achterstand}", kwartalen=counted("kwartaal", scenario.inhaal_kwartalen, lang)
        ),
        "afgerond": told(f"afronding.{scenario.afronding}"),
        "band": percent(scenario.band, lang, 0 if round(100 * scenario.band, 6).is_integer() else 1),
        "band_personen": counted("persoon", scenario.band_personen, lang),
        "gap": percent_up(allocation.certificate.gap, lang),
        "telling": told("aansluiting.elders" if case.gebruikte_scores else "aansluiting.sector"),
    }
    return [told(f"begrip.{key}", **values) for key in told.group("begrip")]


def _sources(case: Case, lang: Lang) -> dict[str, list[str]]:
    """Give the input files by their source, each source once."""
    found: dict[str, list[str]] = {}
    for b in case.bronnen:
        text = words(lang)("kaart.peildatum", bestand=b.bestand, datum=b.peildatum) if b.peildatum else b.bestand
        found.setdefault(b.bron, []).append(text)
    return found


def _aliases(allocation: Allocation) -> list[str]:
    """Give the other names of the gemeenten of the plan."""
    names = {g.gemeentecode: g.naam for g in allocation.gemeenten}
    return [name for name, code in ALIASES.items() if code in names and name != names[code]]


def _rows(case: Case, allocation: Allocation, lang: Lang) -> list[dict[str, Any]]:
    """Give a row per gemeente by name."""
    found = deliveries.statuses(case)
    return [
        {
            "naam": g.naam,
            "provincie": g.provincie,
            "cells": [_cell(g, column, lang) for column in TABLE],
            "regel": words(lang).name("regel", g.bindende_regel),
            "stand": words(lang).name("stand", found.get(g.gemeentecode, "")),
        }
        for g in sorted(allocation.gemeenten, key=lambda g: (g.naam, g.gemeentecode))
    ]


def _cell(g: GemeenteUitkomst, column: str, lang: Lang) -> str:
    """Write one number of a gemeente."""
    if column == "per_1000":
        return value_text(PER_1000, g, lang)
    return number(getattr(g, column), lang, sign=column in SIGNED)
