"""PDOK answers a question for one year with pages of features, each with a link to the next page."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, NoReturn
from urllib.parse import urljoin

from geodata.errors import GeodataError, Veld, problem
from geodata.service import Answer, require_address, shown

BASE = "https://api.pdok.nl/cbs/gebiedsindelingen/ogc/v1"
"""Address of the CBS gebiedsindelingen at PDOK."""
GEMEENTEN = "gemeente_gegeneraliseerd"
"""Collection of generalised municipal borders of all years since 2016."""
LICENTIE = "CC BY 4.0"
NAAMSVERMELDING = "CBS gebiedsindelingen {jaar}, CBS en Kadaster (CC BY 4.0)"
"""Attribution that the licence asks for."""

KINDS = {"gemeente": "GM[0-9]{4}", "provincie": "PV[0-9]{2}", "arbeidsmarktregio": "AM[0-9]{2}"}
"""Codes of the collections whose name begins so."""
OTHER_KIND = "[A-Z]{2}[0-9]{2,4}"
"""Codes of any other collection."""
NAME = re.compile(r"['’]?[^\W\d_].{0,99}")
"""A name begins with a letter, or with an apostrophe as in 's-Gravenhage."""
PROPERTIES = ("statcode", "statnaam", "jrstatcode")
CRS84 = "OGC/1.3/CRS84"
"""Longitude before latitude, what PDOK answers with when no other system is asked."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which borders are asked, and where.

    Attributes
    ----------
    base : str
        Address of the service, up to and including its version.
    jaar : int
        Year of the division; 1 July stands for it.
    codes : sequence of str, optional
        Codes that the year must have, where they are known.
    """

    jaar: int
    base: str = BASE
    collectie: str = GEMEENTEN
    codes: Sequence[str] | None = None

    @property
    def url(self) -> str:
        """Address of the first page."""
        question = f"f=json&limit=1000&datetime={self.jaar}-07-01T00:00:00Z"
        return f"{self.base.rstrip('/')}/collections/{self.collectie}/items?{question}"

    @property
    def pattern(self) -> str:
        """What a code of this collection looks like."""
        return KINDS.get(self.collectie.split("_", maxsplit=1)[0], OTHER_KIND)


@dataclass(frozen=True, slots=True)
class Page:
    """The features of one page, where the next one is, and how many there are in all if the service says so."""

    features: tuple[Mapping[str, Any], ...]
    volgende: str | None
    totaal: int | None

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes in the order of the page."""
        return tuple(feature["properties"]["statcode"] for feature in self.features)


def require_question(asked: Asked) -> None:
    """Refuse a base or a collection that could make another question of it."""
    require_address(asked.base)
    if not re.fullmatch(r"[a-z0-9_]+", asked.collectie):
        _refuse("G.701 address_refused", "--collection", gevonden=shown(asked.collectie))


def read_page(asked: Asked, answer: Answer, before: AbstractSet[str]) -> Page:
    """Check a page: features of the year and kind that were asked, none of which came before.

    Raises
    ------
    GeodataError
        G.712 or G.715 to G.721.
    """
    content, url = answer.content, answer.url
    found = content.get("features")
    if content.get("type") != "FeatureCollection" or not isinstance(found, list):
        gevonden = shown(content.get("type") or ", ".join(content) or "{}")
        _refuse("G.712 other_shape", url, gevonden=gevonden, verwacht="FeatureCollection")
    if answer.crs and CRS84 not in answer.crs:
        _refuse("G.721 other_crs", url, gevonden=shown(answer.crs))
    _check_count(url, content.get("numberReturned"), len(found))
    page = Page(tuple(_feature(url, feature) for feature in found), _next(url, content), _total(content))
    _check_codes(asked, url, page)
    again = [code for code, count in Counter(page.codes).items() if count > 1 or code in before]
    if again:
        _refuse("G.718 code_again", url, codes=tuple(sorted(again)))
    return page


def check_total(asked: Asked, pages: Sequence[Page]) -> None:
    """Refuse an answer of no feature, or of another number than the service tells of."""
    count = sum(len(page.features) for page in pages)
    for page in pages:
        _check_count(asked.url, page.totaal, count)
    if count == 0:
        _refuse("G.720 nothing_there", asked.url)


def _check_count(url: str, told: object, count: int) -> None:
    if isinstance(told, int) and told != count:
        _refuse("G.719 count_differs", url, verwacht=told, gevonden=count)


def _total(content: Mapping[str, Any]) -> int | None:
    total = content.get("numberMatched")
    return total if isinstance(total, int) else None


def _feature(url: str, feature: Any) -> Mapping[str, Any]:
    """Give a feature with its three properties only, without the blanks that CBS puts behind a code."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict) or feature.get("type") != "Feature":
        _refuse("G.712 other_shape", url, gevonden=shown(feature), verwacht="Feature")
    own = {name: str(properties.get(name) or "").strip() for name in PROPERTIES}
    empty = [name for name, text in own.items() if not text]
    if empty:
        told = own["jrstatcode"] or own["statcode"] or own["statnaam"] or properties
        _refuse("G.716 property_missing", url, verwacht=", ".join(empty), gevonden=shown(told))
    if not NAME.fullmatch(own["statnaam"]) or not own["statnaam"].isprintable():
        _refuse("G.716 property_missing", url, verwacht="statnaam", gevonden=shown(own["jrstatcode"]))
    return {"type": "Feature", "properties": own, "geometry": feature.get("geometry")}


def _check_codes(asked: Asked, url: str, page: Page) -> None:
    """Refuse codes of another kind or year."""
    other = [code for code in page.codes if not re.fullmatch(asked.pattern, code)]
    if other:
        _refuse("G.717 code_of_other_kind", url, gevonden=shown(", ".join(other)), verwacht=asked.pattern)
    pairs = [(feature["properties"]["jrstatcode"], feature["properties"]["statcode"]) for feature in page.features]
    years = sorted({shown(dated) for dated, code in pairs if dated != f"{asked.jaar}{code}"})
    if years:
        _refuse("G.715 other_year", url, gevonden=tuple(years))


def _next(url: str, content: Mapping[str, Any]) -> str | None:
    """Give the address of the next page, whole also where the service wrote a part of it."""
    links = content.get("links")
    for link in links if isinstance(links, list) else ():
        if isinstance(link, dict) and link.get("rel") == "next":
            href = link.get("href")
            if not isinstance(href, str) or not href:
                _refuse("G.712 other_shape", url, gevonden=shown(link), verwacht="href")
            return urljoin(url, href)
    return None


def _refuse(code: str, bestand: str, **velden: Veld) -> NoReturn:
    raise GeodataError([problem(code, bestand=shown(bestand), **velden)])
