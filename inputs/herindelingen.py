"""The gemeenten that ended or began since 2018: on which day, and into which gemeenten of today they went."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from inputs.codes import Code
from inputs.facts import by_code, codes_of_name, plain_name


@dataclass(frozen=True, slots=True)
class Herindeling:
    """The end of a gemeente.

    Attributes
    ----------
    datum : date
        First day without it.
    opvolgers : tuple of str
        Gemeentecodes of today that its land went to; more than one where it was divided.
    """

    gemeentecode: str
    naam: str
    datum: date
    opvolgers: tuple[str, ...]
    bron: str


@cache
def ended() -> Mapping[str, Herindeling]:
    """Give the gemeenten that ended, by the code that they had (CBS, RvIG)."""
    text = (files("inputs") / "data" / "herindelingen.csv").read_text("utf-8-sig")
    rows = csv.DictReader(io.StringIO(text), delimiter=";")
    return {
        row["oude_code"]: Herindeling(
            row["oude_code"],
            row["oude_naam"],
            date.fromisoformat(row["datum"]),
            tuple(row["nieuwe_codes"].split()),
            row["bron"],
        )
        for row in rows
    }


@cache
def begun() -> Mapping[str, date]:
    """Give the first day of the gemeenten that were new since 2018, by code (CBS); any other is older."""
    text = (files("inputs") / "data" / "nieuwe_gemeenten.csv").read_text("utf-8-sig")
    rows = csv.DictReader(io.StringIO(text), delimiter=";")
    return {row["gemeentecode"]: date.fromisoformat(row["datum"]) for row in rows}


def ended_named(naam: str) -> Herindeling | None:
    """Find a gemeente that ended by its name; a name that a gemeente of today carries too is none.

    >>> ended_named("weesp").opvolgers
    ('GM0363',)
    """
    return None if codes_of_name(naam) else _by_name().get(plain_name(naam))


def told(herindeling: Herindeling) -> tuple[Code, dict[str, str | int]]:
    """Give the code and the fields of the message about a gemeente that ended."""
    names = [f"{code} ({by_code()[code].naam})" for code in herindeling.opvolgers]
    velden: dict[str, str | int] = {
        "oud": herindeling.naam,
        "per": f"{herindeling.datum.day}-{herindeling.datum.month}-{herindeling.datum.year}",
        "opvolgers": ", ".join(names),
        "nieuw": herindeling.opvolgers[0],
    }
    return (Code.GEMEENTE_OPGEGAAN if len(names) == 1 else Code.GEMEENTE_VERDEELD), velden


@cache
def _by_name() -> Mapping[str, Herindeling]:
    """Give the gemeenten that ended by plain name."""
    return {plain_name(herindeling.naam): herindeling for herindeling in ended().values()}
