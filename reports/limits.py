"""What holds the number of a gemeente, in a true sentence from the households that wait."""

from collections.abc import Mapping

from reports.numbers import counted
from reports.words import Lang, words

NEVER_HERE = frozenset({"geen_vorm", "binding", "vastlegging"})
"""Reasons of those who could not be counted here whatever the plan."""
SPACE = ("woning", "verdringing", "cursus", "school")
"""Reasons that a shortage gives; they read on as one list."""
SOME_FIT = ("maximum", "afweging")
"""Reasons of those who would fit."""


def limit(waiting: Mapping[str, int], most: int | None, lang: Lang = "nl") -> str:
    """Say what keeps those who wait from being counted in a gemeente.

    Parameters
    ----------
    waiting
        Households that wait, by what stands in their way here [households].
    most
        The most that the gemeente takes, where it says so [persons].

    >>> limit({"cursus": 58, "geen_vorm": 12}, None)
    'Van wie nog wacht past hier niemand meer: voor 58 huishoudens is geen cursusplaats.'
    >>> limit({"geen_vorm": 12}, None)
    'Hier staat geen woning open voor wie nog wacht.'
    """
    told = words(lang)
    counts = {code: n for code, n in waiting.items() if n}
    able = {code: n for code, n in counts.items() if code not in NEVER_HERE}
    if not able:
        locked = "grens.vastgelegd" if "vastlegging" in counts else "grens.elders" if "binding" in counts else None
        return told(locked or ("grens.geen_vorm" if counts else "grens.geen"))
    parts = [*_shortages(able, lang), *(_fit(code, able[code], lang) for code in SOME_FIT if code in able)]
    key = "grens.sommigen" if any(code in able for code in SOME_FIT) else "grens.niemand"
    sentence = told(key, delen=", ".join(parts))
    if "maximum" in able and most is not None:
        return f"{told('grens.hoogstens', aantal=counted('persoon', most, lang))} {sentence}"
    return sentence


def _shortages(able: Mapping[str, int], lang: Lang) -> list[str]:
    """Say what is short for how many households, most first; only the first names the households."""
    told = words(lang)
    codes = sorted((code for code in SPACE if code in able), key=lambda code: (-able[code], SPACE.index(code)))
    texts = [counted("huishouden", able[code], lang) for code in codes]
    return [
        told(f"grensdeel.{code}_kort", wie=text.split(" ")[0]) if k else told(f"grensdeel.{code}", wie=text)
        for k, (code, text) in enumerate(zip(codes, texts, strict=True))
    ]


def _fit(code: str, count: int, lang: Lang) -> str:
    """Say for how many households there would be room."""
    one, many = words(lang)(f"grensdeel.{code}").split("|")
    return (one if count == 1 else many).format(wie=counted("huishouden", count, lang))
