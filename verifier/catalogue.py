"""What the words and numbers of a report look like: from the catalogue of words, a data file of the product."""

import tomllib
from collections.abc import Mapping
from functools import cache
from math import ceil
from pathlib import Path
from typing import Any

from verifier.words import Lang

WORDS = Path(__file__).resolve().parents[1] / "reports" / "data"
"""The product's folder of words: only its data files are read here."""
MINUS, SPACE = "\N{MINUS SIGN}", "\N{NO-BREAK SPACE}"
MOST_DIGITS = 8
"""Decimals that a part which was asked for may need [digits]."""


@cache
def _texts() -> Mapping[str, tuple[str, str]]:
    """Read every text by its key, in Dutch and in English."""
    found: dict[str, tuple[str, str]] = {}
    for path in sorted(WORDS.glob("woorden*.toml")):
        for group, content in tomllib.loads(path.read_text("utf-8")).items():
            for key, pair in content.items():
                found[key if group == "algemeen" else f"{group}.{key}"] = (pair[0], pair[1])
    return found


class Catalogue:
    """The words of reports in one language.

    >>> Catalogue("nl")("gemeenten"), Catalogue("en").number(1234.5, 1), Catalogue("nl").number(-1234.5, 1)
    ('Gemeenten', '1,234.5', '−1.234,5')
    """

    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def __call__(self, key: str, **values: object) -> str:
        """Give the text of a key with its values filled in."""
        text = _texts()[key][self.lang == "en"]
        return text.format(**values) if values else text

    def name(self, group: str, code: str) -> str:
        """Give the text of a code, or the code itself where there is none."""
        key = f"{group}.{code}"
        return self(key) if key in _texts() else code

    def keys(self, group: str) -> list[str]:
        """List the codes of a group."""
        return [key.partition(".")[2] for key in _texts() if key.startswith(f"{group}.")]

    def number(self, value: Any, decimals: int = 0) -> str:
        """Write a number with signs between the thousands."""
        text = f"{abs(value):,.{decimals}f}"
        if self.lang == "nl":
            text = text.replace(",", " ").replace(".", ",").replace(" ", ".")
        return MINUS + text if value < 0 and text.strip("0.,") else text

    def percent(self, part: float, decimals: int = 1) -> str:
        """Write a part of 1 as a percentage."""
        return self.number(100 * part, decimals) + (SPACE + "%" if self.lang == "nl" else "%")

    def percent_asked(self, part: float) -> str:
        """Write a part that someone asked for, with all its digits."""
        whole = round(100 * part, MOST_DIGITS)
        fit = (digits for digits in range(1, MOST_DIGITS) if round(100 * part, digits) == whole)
        return self.percent(part, next(fit, MOST_DIGITS))

    def percent_up(self, part: float) -> str:
        """Write a proved part in two decimals, rounded up."""
        return self.percent(ceil(round(part * 10_000, 6)) / 10_000, 2)

    def yes(self, answer: object) -> str:
        """Write an answer."""
        return self("blad.ja" if answer is True else "blad.nee")


def capital(text: str) -> str:
    """Begin a text with a capital."""
    return text[:1].upper() + text[1:]


def without_unit(header: str) -> tuple[str, str]:
    """Part a header and the unit in square brackets that closes it.

    >>> without_unit("Doel [personen]"), without_unit("Gemeente")
    (('Doel', 'personen'), ('Gemeente', ''))
    """
    name, bracket, unit = header.removesuffix("]").rpartition(" [")
    return (name, unit) if bracket else (header, "")
