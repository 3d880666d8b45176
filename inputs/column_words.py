"""Kind, range and empty cell of a column in words, the same in the templates and on the page of tables."""

import tomllib
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files

from inputs.cells import FIRST_YEAR, LAST_YEAR
from inputs.kolommen import Beschreven
from inputs.messages import Lang
from inputs.tables import Column

FIRST_DAY, LAST_DAY = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
"""Days between which a date is read."""


def woord(key: str, lang: Lang, **values: object) -> str:
    """Give a text of the catalogue of templates by ``group.key``."""
    group, name = key.split(".")
    text = _words()[group][name][0 if lang == "nl" else 1]
    return text.format(**values) if values else text


def soort(column: Column, lang: Lang) -> str:
    """Name the kind of a column."""
    return woord(f"soort.{column.kind}", lang)


def bereik(column: Column, lang: Lang) -> str:
    """Say which values a column takes; empty where any will do.

    >>> bereik(Column("slaapt", "geheel", required=True, least=1, most=20), "nl")
    '1 t/m 20'
    """
    if column.choices:
        return ", ".join(column.choices)
    if column.kind in {"gemeentecode", "kwartaal"}:
        return woord(f"bereik.{column.kind}", lang)
    if column.kind == "datum":
        return woord("bereik.tussen", lang, least=_day(FIRST_DAY), most=_day(LAST_DAY))
    if column.least is None or column.most is None:
        assert column.least is column.most, f"{column.name} has one limit: say so in words"
        return ""
    limits = {"least": getal(column.least, lang), "most": getal(column.most, lang)}
    return woord("bereik.boven" if column.above else "bereik.tussen", lang, **limits)


def leeg(kolom: Beschreven, lang: Lang) -> str:
    """Say what an empty cell means."""
    if kolom.column.required:
        return woord("leeg.verplicht", lang)
    default = kolom.column.default
    if default is None:
        return kolom.tekst.woorden(lang).leeg
    value = getal(default, lang) if isinstance(default, int | float) else default
    return woord("leeg.waarde", lang, waarde=value)


def getal(value: float | Decimal, lang: Lang) -> str:
    """Write a number with the signs of a language.

    >>> getal(10_000_000, "nl"), getal(0.05, "nl"), getal(Decimal(1000), "en")
    ('10.000.000', '0,05', '1,000')
    """
    text = f"{value:,}" if value == int(value) and not isinstance(value, float) else f"{value:,.12g}"
    return text.translate(str.maketrans(",.", ".,")) if lang == "nl" else text


def _day(day: date) -> str:
    """Write a date as 31-12-2025."""
    return f"{day.day}-{day.month}-{day.year}"


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    """Read the words of the templates."""
    return tomllib.loads((files("inputs") / "data" / "sjablonen.toml").read_text("utf-8"))
