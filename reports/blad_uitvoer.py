"""The sheet of a gemeente as one HTML page without any script, and as one tagged PDF (PDF/UA-1)."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import cache
from importlib.resources import as_file, files
from typing import Any, Literal

import typst
from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from inputs.case import begin
from inputs.contact import Contacten
from reports.blad import Blad, plain, sheet
from reports.policy import sealed
from reports.stored_run import Row, StoredRun
from reports.words import Lang, words

STANDARD: Literal["ua-1"] = "ua-1"
"""Standard that typst checks a PDF against; a document that breaks it is not made."""
SCALES = ("1", "0.95", "0.9", "0.85", "0.8")
"""How small the letters of a sheet may become for it to stay one page [1 of their size]; most never need it."""
PAGES = re.compile(rb"/Count (\d+)/Kids")
SIGNS = ((0x20, 0x250), (0x370, 0x460), (0x1E00, 0x1F00), (0x2010, 0x2041), (0x20A0, 0x20B0), (0x2200, 0x2215))
"""Ranges of signs that the fonts inside typst hold: Latin, Greek, Cyrillic, punctuation, currency, mathematics."""


def drawn(
    run: StoredRun, lang: Lang = "nl", workers: int = 2, talks: Contacten | None = None
) -> Iterator[tuple[Blad, bytes]]:
    """Write the sheets of all gemeenten, by code: what each says, and its PDF; the same run gives the same bytes.

    Parameters
    ----------
    workers
        Sheets that are drawn at the same time; typst leaves the others alone meanwhile.
    """
    first = begin(run.manifest["scenario"]["kwartaal"])
    stamp = datetime(first.year, first.month, first.day, tzinfo=UTC)
    with as_file(files("reports") / "templates" / "blad.typ") as source, ThreadPoolExecutor(workers) as pool:
        fonts = typst.Fonts(include_system_fonts=False)

        def draw(row: Row) -> tuple[Blad, bytes]:
            blad = sheet(run, row, lang, talks)
            given = {"blad": json.dumps(_all_drawable(plain(blad, lang)), ensure_ascii=False)}
            for scale in SCALES:
                pdf = typst.compile(
                    source,
                    font_paths=fonts,
                    sys_inputs={**given, "maat": scale},
                    pdf_standards=[STANDARD],
                    timestamp=stamp,
                    format="pdf",
                )
                if pages(pdf) == 1:
                    break
            return blad, pdf

        yield from pool.map(draw, run.gemeenten)


def pages(pdf: bytes) -> int:
    """Count the pages of a document that typst made."""
    found = PAGES.search(pdf)
    assert found, "typst writes its list of pages in another way now"
    return int(found[1])


def drawable(text: str) -> str:
    """Write a sign that the fonts of the PDF do not hold as its number; a document with a gap is no PDF/UA.

    >>> drawable("S\u00fadwest-Frysl\u00e2n \u2014 \u6f22")
    'S\u00fadwest-Frysl\u00e2n \u2014 [U+6F22]'
    """
    return "".join(c if _drawn(c) else f"[U+{ord(c):04X}]" for c in unicodedata.normalize("NFC", text))


def _all_drawable(value: Any) -> Any:
    """Do so in every text of data."""
    if isinstance(value, str):
        return drawable(value)
    if isinstance(value, Mapping):
        return {name: _all_drawable(part) for name, part in value.items()}
    return [_all_drawable(part) for part in value] if isinstance(value, list | tuple) else value


def _drawn(sign: str) -> bool:
    """Tell whether the fonts hold a sign; a hard space is one that Python does not count as printable."""
    number = ord(sign)
    return sign == "\N{NO-BREAK SPACE}" or (sign.isprintable() and any(a <= number < b for a, b in SIGNS))


def html(blad: Blad, lang: Lang = "nl", *, site: bool = False, kaart: bool = True) -> str:
    """Write a sheet as a page; every name is escaped, and no script is allowed."""
    told = words(lang)
    links: Sequence[tuple[str, str]] = [
        *([("../index.html", told("blad_gemeente.alle"))] if site else []),
        *([(f"../kaart.html#{blad.code}", told("blad_gemeente.op_kaart"))] if kaart else []),
        (f"{blad.code}.pdf", told("blad_gemeente.pdf")),
    ]
    return sealed(template("blad.html").render(blad=blad, lang=lang, told=told, links=links, css=css()))


@cache
def template(name: str) -> Template:
    """Give a template that escapes every name."""
    loader = PackageLoader("reports", "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template(name)


@cache
def css() -> str:
    """Read the style of sheets and site."""
    return (files("reports") / "templates" / "blad.css").read_text("utf-8")
