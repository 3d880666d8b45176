"""The sheet of a gemeente as one HTML page without any script, and as one tagged PDF (PDF/UA-1)."""

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import cache
from importlib.resources import as_file, files
from typing import Any, Literal

import typst
from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from inputs.case import begin
from reports.blad import Blad, plain, sheet
from reports.policy import guarded
from reports.stored_run import Row, StoredRun
from reports.words import Lang, words

STANDARD: Literal["ua-1"] = "ua-1"
"""Standard that typst checks a PDF against; a document that breaks it is not made."""
FOLDER = "bladen"
"""Folder of the sheets, inside a run folder and inside a site."""


def sheet_files(run: StoredRun, lang: Lang = "nl", workers: int = 2, *, site: bool = False) -> Iterator[dict[str, Any]]:
    """Write the sheets of all gemeenten, in their order: by name, the two files of each.

    Parameters
    ----------
    workers
        Sheets that are drawn at the same time.
    site
        Whether the sheets stand in a site, and lead back to its first page.
    """
    moment = begin(run.manifest["scenario"]["kwartaal"])
    stamp = datetime(moment.year, moment.month, moment.day, tzinfo=UTC)
    with as_file(files("reports") / "templates" / "blad.typ") as source, ThreadPoolExecutor(workers) as pool:
        fonts = typst.Fonts(include_system_fonts=False)

        def drawn(row: Row) -> dict[str, str | bytes]:
            blad = sheet(run, row, lang)
            given = {"blad": json.dumps(plain(blad, lang), ensure_ascii=False)}
            pdf = typst.compile(
                source, font_paths=fonts, sys_inputs=given, pdf_standards=[STANDARD], timestamp=stamp, format="pdf"
            )
            name = f"{FOLDER}/{blad.code}"
            return {f"{name}.html": html(blad, lang, site=site, kaart="kaart.html" in run.files), f"{name}.pdf": pdf}

        yield from pool.map(drawn, run.gemeenten)


def html(blad: Blad, lang: Lang = "nl", *, site: bool = False, kaart: bool = True) -> str:
    """Write a sheet as a page; every name is escaped, and no script is allowed."""
    told = words(lang)
    links: Sequence[tuple[str, str]] = [
        *([("../index.html", told("blad_gemeente.alle"))] if site else []),
        *([("../kaart.html", told("blad_gemeente.kaart"))] if kaart else []),
        (f"{blad.code}.pdf", told("blad_gemeente.pdf")),
    ]
    return guarded(template("blad.html").render(blad=blad, lang=lang, told=told, links=links, css=css()))


@cache
def template(name: str) -> Template:
    """Give a template that escapes every name."""
    loader = PackageLoader("reports", "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template(name)


@cache
def css() -> str:
    """Read the style of sheets and site."""
    return (files("reports") / "templates" / "blad.css").read_text("utf-8")
