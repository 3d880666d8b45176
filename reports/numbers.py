"""How a number is written in Dutch and English."""

import math
from datetime import date

from reports.words import Lang, words

MINUS = "\N{MINUS SIGN}"


def number(value: float, lang: Lang, decimals: int = 0, *, sign: bool = False) -> str:
    """Write a number with separators for thousands.

    >>> number(1234.5, "nl", 1), number(1234.5, "en", 1), number(-3, "nl"), number(3, "nl", sign=True)
    ('1.234,5', '1,234.5', '−3', '+3')
    """
    text = f"{abs(value):,.{decimals}f}"
    if lang == "nl":
        text = text.translate(str.maketrans(",.", ".,"))
    shown = any(digit in "123456789" for digit in text)
    if value < 0 and shown:
        return MINUS + text
    return "+" + text if sign and shown else text


def counted(noun: str, count: int, lang: Lang) -> str:
    """Write a count with its noun.

    >>> counted("huishouden", 1, "nl"), counted("huishouden", 1060, "nl")
    ('1 huishouden', '1.060 huishoudens')
    """
    one, many = words(lang)(f"aantal.{noun}").split("|")
    return one if count == 1 else many.format(n=number(count, lang))


def day_text(day: date, lang: Lang) -> str:
    """Write a day in words.

    >>> day_text(date(2026, 3, 12), "nl"), day_text(date(2026, 3, 12), "en")
    ('12 maart 2026', '12 March 2026')
    """
    return f"{day.day} {words(lang)('maanden').split()[day.month - 1]} {day.year}"


def percent(part: float, lang: Lang, decimals: int = 1) -> str:
    r"""Write a part [1] as a percentage.

    >>> percent(0.973, "nl"), percent(0.973, "en")
    ('97,3\xa0%', '97.3%')
    """
    return number(100 * part, lang, decimals) + ("\N{NO-BREAK SPACE}%" if lang == "nl" else "%")


def percent_asked(part: float, lang: Lang) -> str:
    r"""Write a part that someone asked for [1] as a percentage that keeps its digits, so that 0.0001 is not 0.

    >>> percent_asked(0.005, "nl"), percent_asked(0.0001, "nl"), percent_asked(0.5, "nl")
    ('0,5\xa0%', '0,01\xa0%', '50,0\xa0%')
    """
    decimals = next((d for d in range(1, 8) if round(100 * part, d) == round(100 * part, 8)), 8)
    return percent(part, lang, decimals)


def percent_up(part: float, lang: Lang) -> str:
    r"""Write a part [1] as a percentage in two decimals, rounded up: a proved gap is never shown too small.

    >>> percent_up(0.004211, "nl")
    '0,43\xa0%'
    """
    return percent(math.ceil(round(part * 10_000, 6)) / 10_000, lang, 2)
