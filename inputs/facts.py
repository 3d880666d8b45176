"""The gemeenten of 2026 as CBS counts them: code, name, regions and inhabitants."""

import csv
import io
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from inputs.suggest import closest, plain

ALIASES = {"denhaag": "sgravenhage", "denbosch": "shertogenbosch"}
"""Everyday names of gemeenten, in the form that ``plain_name`` gives, with their official names."""


@dataclass(frozen=True, slots=True)
class Feit:
    """What CBS publishes about a gemeente.

    Attributes
    ----------
    coropgebied : str
        One of the 40 COROP-gebieden: regions of CBS for statistics, each within a province.
    inwoners : int
        Inhabitants on 1 January 2026 [persons].
    bron, peildatum : str
        Tables of CBS that say so, and the day of the inhabitants.
    """

    gemeentecode: str
    naam: str
    provincie: str
    arbeidsmarktregio: str
    coropgebied: str
    inwoners: int
    bron: str
    peildatum: str


@cache
def gemeenten_2026() -> tuple[Feit, ...]:
    """Read the gemeenten of 2026, by code (CBS 86247NED and 85755NED)."""
    text = (files("inputs") / "data" / "gemeenten_2026.csv").read_text("utf-8-sig")
    rows = csv.DictReader(io.StringIO(text), delimiter=";")
    return tuple(
        Feit(
            row["gemeentecode"],
            row["naam"],
            row["provincie"],
            row["arbeidsmarktregio"],
            row["coropgebied"],
            int(row["inwoners"]),
            row["bron"],
            row["peildatum"],
        )
        for row in rows
    )


@cache
def by_code() -> dict[str, Feit]:
    """Give the gemeenten of 2026 by gemeentecode."""
    return {feit.gemeentecode: feit for feit in gemeenten_2026()}


def plain_name(naam: str) -> str:
    """Reduce a name to its letters, without accents and additions, so that spellings of one name compare equal.

    >>> plain_name("Súdwest-Fryslân"), plain_name("Bergen (L.)"), plain_name("Den Haag")
    ('sudwestfryslan', 'bergen', 'sgravenhage')
    """
    decomposed = unicodedata.normalize("NFKD", naam.split("(", maxsplit=1)[0]).casefold()
    letters = "".join(sign for sign in decomposed if sign.isalpha())
    return ALIASES.get(letters, letters)


def codes_of_name(naam: str) -> tuple[str, ...]:
    """Give the gemeentecodes that carry a name; two for the two Bergens."""
    return _codes_by_name().get(plain_name(naam), ())


def exactly_named(naam: str) -> tuple[str, ...]:
    """Give the gemeentecode of an official name with its addition, which tells the two Bergens apart.

    >>> exactly_named("bergen (NH)"), exactly_named("Bergen")
    (('GM0373',), ())
    """
    return tuple(feit.gemeentecode for feit in gemeenten_2026() if "(" in feit.naam and plain(feit.naam) == plain(naam))


@cache
def _codes_by_name() -> dict[str, tuple[str, ...]]:
    """Give the gemeentecodes by plain name."""
    codes: dict[str, tuple[str, ...]] = {}
    for feit in gemeenten_2026():
        plain = plain_name(feit.naam)
        codes[plain] = (*codes.get(plain, ()), feit.gemeentecode)
    return codes


@cache
def nearest(code: str, naam: str = "") -> str:
    """Name the gemeenten that an unknown code may have meant: those of that name, else those with a like code."""
    codes = codes_of_name(naam) or closest(code, tuple(by_code()), n=3)
    return ", ".join(f"{found} ({by_code()[found].naam})" for found in codes)
