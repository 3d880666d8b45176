"""One cell of text becomes one value, or a fault that says what to write instead; nothing is guessed."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from inputs.codes import Code
from inputs.facts import by_code, codes_of_name, exactly_named
from inputs.herindelingen import ended, ended_named, told
from inputs.suggest import plain
from inputs.tables import Column, Kind

SPREADSHEET_ERRORS = (
    "#n/b",
    "#n/a",
    "#ref!",
    "#verw!",
    "#waarde!",
    "#value!",
    "#naam?",
    "#name?",
    "#deel/0!",
    "#div/0!",
    "#num!",
    "#getal!",
    "#null!",
    "#leeg!",
    "#spill!",
    "#calc!",
    "#formule!",
)
NO_VALUE = frozenset(("-", "--", "–", "—", "?", "n.v.t.", "n.v.t", "nvt", "n/a", "null", *SPREADSHEET_ERRORS))
"""Ways to write "nothing here", and the error values of spreadsheets."""

INVISIBLE = re.compile("[\x00-\x1f\x7f-\xa0\xad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")
"""Signs that nobody sees but that make two equal words differ, or turn the reading direction."""

WHOLE = re.compile(r"[+-]?\d{1,30}", re.ASCII)
GROUPED = re.compile(r"[+-]?\d{1,3}([.,]\d{3})+", re.ASCII)
SPACED = re.compile(r"[+-]?\d{1,3}([ \u00a0\u202f]\d{3})+", re.ASCII)
LEADING_ZERO = re.compile(r"[+-]?0")
"""How no number with thousands starts: 0.234 has one reading."""
DECIMAL = re.compile(r"[+-]?\d{1,30}([.,]\d{1,30})?", re.ASCII)
PERCENTAGE = re.compile(r"(\d{1,3}(?:[.,]\d{1,6})?)[ \u00a0\u202f]?%", re.ASCII)
EXACT = re.compile(r"[+-]?\d{1,30}([.,]\d{1,30})?(e[+-]?\d{1,2})?", re.ASCII | re.IGNORECASE)
"""A decimal, or one as a spreadsheet writes it when it is very small: 1E-09."""
ISO_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
DUTCH_DATE = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})", re.ASCII)
SLASH_DATE = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", re.ASCII)
CODE = re.compile(r"GM\d{4}", re.ASCII)
LOOSE_CODE = re.compile(r"(?:gm)?[ -]?(\d{1,4})", re.ASCII | re.IGNORECASE)
KWARTAAL = re.compile(r"20\d\dK[1-4]", re.ASCII)
LOOSE_KWARTAAL = re.compile(r"(20\d\d)[ -]?[kq]?[ -]?([1-4])", re.ASCII | re.IGNORECASE)

MOST_SIGNS = 1_000
"""Most signs of a text in a cell; a spreadsheet drops what is beyond 32,767 in silence."""

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Years outside these are slips of the keyboard, or the day zero of a spreadsheet."""

EXCEL_DAY_ZERO = date(1899, 12, 30)
"""Day from which spreadsheets count days."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that has no value, and what its message fills in."""

    code: Code
    velden: dict[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """A value that is written in another way than the table asks, where only one thing can be meant."""

    value: str


def convert(raw: str, column: Column) -> object:
    """Turn the text of a cell into a value of the column's kind, or into a ``Reading`` or a ``Fault``."""
    text = raw.strip(" ")
    if not text:
        return Fault(Code.LEEG) if column.required else column.default
    if text.casefold() in NO_VALUE:
        return Fault(Code.GEEN_WAARDE)
    if column.kind == "gemeentecode":
        return _gemeentecode(raw)
    if column.kind == "keuze":
        return text if text in column.choices else _choice(text, column.choices)
    return CONVERTERS[column.kind](text)


def _whole(text: str) -> int | Fault:
    """Read a whole number; refuse 1.234 because it has two readings."""
    if WHOLE.fullmatch(text):
        return int(text)
    if GROUPED.fullmatch(text):
        whole = re.sub("[.,]", "", text)
        decimal = text.replace(".", ",")
        return Fault(Code.GETAL_DUBBELZINNIG, {"geheel": whole, "decimaal": decimal})
    if SPACED.fullmatch(text):
        return Fault(Code.GEEN_GEHEEL_GETAL, {"bedoeld": re.sub(r"\s", "", text)})
    return Fault(Code.NIET_HEEL if DECIMAL.fullmatch(text) else Code.GEEN_GEHEEL_GETAL)


def _decimal(text: str) -> float | Fault:
    """Read a number with a decimal comma or point; of a percentage, suggest the part of 1."""
    if match := PERCENTAGE.fullmatch(text):
        return Fault(Code.GEEN_GETAL, {"bedoeld": as_part(float(match[1].replace(",", ".")))})
    if not DECIMAL.fullmatch(text):
        return Fault(Code.GEEN_GETAL)
    value = float(text.replace(",", "."))
    return value if math.isfinite(value) else Fault(Code.GEEN_GETAL)


def as_part(percentage: float, point: str = ",") -> str:
    """Write a percentage as a part of 1.

    >>> as_part(80), as_part(2.5, ".")
    ('0,8', '0.025')
    """
    return f"{percentage / 100:g}".replace(".", point)


def _exact(text: str) -> Decimal | Fault:
    """Read a decimal and keep every digit of it; refuse 1.234, for nothing else tells a thousand from one."""
    if GROUPED.fullmatch(text) and not LEADING_ZERO.match(text):
        whole = re.sub("[.,]", "", text)
        return Fault(Code.DECIMAAL_DUBBELZINNIG, {"geheel": whole, "decimaal": f"{whole[:-3]},{whole[-3:]}0"})
    return Decimal(text.replace(",", ".")) if EXACT.fullmatch(text) else Fault(Code.GEEN_GETAL)


def _date(text: str) -> date | Fault:
    """Read 2025-12-31 or 31-12-2025."""
    if match := ISO_DATE.fullmatch(text):
        return _day(*match.groups())
    if match := DUTCH_DATE.fullmatch(text):
        return _day(*reversed(match.groups()))
    if match := SLASH_DATE.fullmatch(text):
        first, second, year = match.groups()
        readings = [str(day) for day in (_day(year, second, first), _day(year, first, second)) if isinstance(day, date)]
        if len(set(readings)) == 2:
            return Fault(Code.DATUM_DUBBELZINNIG, {"eerste": readings[0], "tweede": readings[1]})
        return Fault(Code.DATUM_ONJUIST, {"bedoeld": readings[0]} if readings else {})
    return Fault(Code.DATUM_ONJUIST, _meant_date(text))


def _day(year: str, month: str, day: str) -> date | Fault:
    """Make a date of its parts."""
    try:
        value = date(int(year), int(month), int(day))
    except ValueError:
        return Fault(Code.DATUM_ONJUIST)
    if FIRST_YEAR <= value.year <= LAST_YEAR:
        return value
    return Fault(Code.DATUM_BUITEN_BEREIK, {"eerste": FIRST_YEAR, "laatste": LAST_YEAR})


def _meant_date(text: str) -> dict[str, str | int]:
    """Suggest the date behind a day number of a spreadsheet, or behind a date with a time."""
    if re.fullmatch(r"[34]\d{4}|5[0-4]\d{3}", text, re.ASCII):
        return {"bedoeld": str(EXCEL_DAY_ZERO + timedelta(days=int(text)))}
    start = ISO_DATE.match(text)
    if start and isinstance(_day(*start.groups()), date):
        return {"bedoeld": start[0]}
    return {}


def _gemeentecode(raw: str) -> str | Reading | Fault:
    """Read a gemeentecode: GM0363, or its number, for a spreadsheet drops the zeros in front of 0363.

    Of a gemeente that ended, say what became of it.
    """
    if CODE.fullmatch(raw):
        return raw
    text = raw.strip()
    match = LOOSE_CODE.fullmatch(text)
    code = f"GM{int(match[1]):04d}" if match else ""
    if merged := ended().get(code) or ended_named(text):
        return Fault(*told(merged))
    if code:
        return Reading(code)
    codes = exactly_named(text) or codes_of_name(text)
    if len(codes) > 1:
        names = ", ".join(f"{code} ({by_code()[code].naam})" for code in codes)
        return Fault(Code.NAAM_DUBBELZINNIG, {"aantal": len(codes), "gemeenten": names})
    return Fault(Code.CODE_ONJUIST, {"voorbeeld": codes[0] if codes else "GM0363 (Amsterdam)"})


def _kwartaal(text: str) -> str | Fault:
    """Read a kwartaal such as 2026K1."""
    if KWARTAAL.fullmatch(text):
        return text
    match = LOOSE_KWARTAAL.fullmatch(text)
    return Fault(Code.KWARTAAL_ONJUIST, {"bedoeld": f"{match[1]}K{match[2]}"} if match else {})


def _choice(text: str, choices: tuple[str, ...]) -> Reading | Fault:
    """Read a word that differs from one on the list by capitals, blanks or signs only; refuse any other."""
    alike = [choice for choice in choices if plain(choice) == plain(text)]
    if len(alike) == 1:
        return Reading(alike[0])
    return Fault(Code.GEEN_KEUZE, {"keuzes": ", ".join(choices)})


def _text(text: str) -> str | Fault:
    """Read free text; refuse signs that cannot be seen, and more of them than a table can show."""
    if match := INVISIBLE.search(text):
        return Fault(Code.ONZICHTBAAR_TEKEN, {"teken": f"U+{ord(match[0]):04X}", "plaats": match.start() + 1})
    return text if len(text) <= MOST_SIGNS else Fault(Code.TEKST_TE_LANG, too_long(text))


def too_long(text: str, most: int = MOST_SIGNS) -> dict[str, str | int]:
    """Say how many signs a text has, and how many fit."""
    return {"tekens": len(text), "hoogstens": most}


CONVERTERS: dict[Kind, Callable[[str], object]] = {
    "geheel": _whole,
    "decimaal": _decimal,
    "exact": _exact,
    "datum": _date,
    "kwartaal": _kwartaal,
    "tekst": _text,
}
