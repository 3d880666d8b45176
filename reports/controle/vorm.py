"""The form of a protocol: steps with their rule, place, sums and outcomes, and numbers as a calculator shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Literal

from reports.words import Lang

Oordeel = Literal["klopt", "wijkt_af", "niet"]
DIGITS = 6
"""Decimals of a number that does not end [digits]; a calculator shows at least ten signs."""


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """An outcome: what it is, what the protocol finds, what the run says, and whether they agree."""

    wat: str
    zelf: str
    run: str
    oordeel: Oordeel


@dataclass(frozen=True, slots=True)
class Stap:
    """One step to redo.

    Attributes
    ----------
    regel : str
        The rule and its source.
    waar : str
        In which file and column the numbers stand.
    sommen : sequence of str
        Sums and formulas, a line each, to be typed over.
    tekst : sequence of str
        What must be known besides.
    """

    kop: str
    regel: str
    waar: str = ""
    sommen: Sequence[str] = ()
    uitkomsten: Sequence[Uitkomst] = ()
    tekst: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Hoofdstuk:
    """Steps under one heading."""

    kop: str
    tekst: Sequence[str]
    stappen: Sequence[Stap]


@dataclass(frozen=True, slots=True)
class Protocol:
    """A whole protocol: title, mark, introduction and chapters."""

    titel: str
    merk: str
    inleiding: Sequence[str]
    hoofdstukken: Sequence[Hoofdstuk]

    def aantal(self, oordeel: Oordeel) -> int:
        """Count the outcomes with a verdict [outcomes]."""
        steps = (stap for hoofdstuk in self.hoofdstukken for stap in hoofdstuk.stappen)
        return sum(u.oordeel == oordeel for stap in steps for u in stap.uitkomsten)


def vergeleken(wat: str, zelf: int, run: int) -> Uitkomst:
    """Compare two whole numbers."""
    return Uitkomst(wat, heel(zelf), heel(run), "klopt" if zelf == run else "wijkt_af")


def onbekend(wat: str, run: int | None, waarom: str) -> Uitkomst:
    """Say that a number of the run cannot be worked out from its folder."""
    return Uitkomst(wat, waarom, "" if run is None else heel(run), "niet")


def heel(value: int) -> str:
    """Write a whole number as it is typed on a calculator.

    >>> heel(-1234)
    '-1234'
    """
    return str(value)


def som(parts: Sequence[int]) -> str:
    """Write a sum of whole numbers.

    >>> som([5, -3, 0])
    '5 - 3 + 0'
    """
    first, *more = parts
    return "".join([heel(first), *(f" {'-' if part < 0 else '+'} {abs(part)}" for part in more)])


def minder(above: int, below: int) -> str:
    """Write what is taken off a count, also where it is nothing.

    >>> minder(3, 0)
    '3 - 0'
    """
    return f"{heel(above)} - {heel(below)}"


def getal(value: Fraction, lang: Lang, digits: int = DIGITS) -> str:
    """Write a fraction in decimals, cut off and never rounded, with dots where it goes on.

    >>> getal(Fraction(1, 8), "nl"), getal(Fraction(2, 3), "en"), getal(Fraction(-5, 2), "nl"), getal(Fraction(4), "nl")
    ('0,125', '0.666666...', '-2,5', '4')
    """
    scale = 10**digits
    whole = floor(abs(value) * scale)
    text = f"{whole // scale}.{whole % scale:0{digits}d}".rstrip("0").rstrip(".")
    text += "..." if Fraction(whole, scale) != abs(value) else ""
    minus = "-" if value < 0 else ""
    return minus + (text.replace(".", ",", 1) if lang == "nl" and "." in text.removesuffix("...") else text)


def gewogen(value: Fraction, lang: Lang) -> str:
    """Write a weight with nothing cut off: in decimals where they end, else as a division.

    >>> gewogen(Fraction(45, 2), "nl"), gewogen(Fraction(1, 3), "nl")
    ('22,5', '(1 ÷ 3)')
    """
    text = getal(value, lang, 15)
    return f"({value.numerator} ÷ {value.denominator})" if text.endswith("...") else text
