"""Why a household stays in reception, in a sentence that counts gemeenten."""

from collections.abc import Collection

from optimizer.result import Ongeplaatst
from reports.numbers import counted
from reports.words import Lang, words

HOME_LEFT = frozenset({"cursus", "school", "maximum", "afweging"})
"""Obstacles of gemeenten where a home that fits is free."""


def reason(left: Ongeplaatst, lang: Lang = "nl") -> str:
    """Write for each obstacle the number of gemeenten where it comes first [gemeenten]; most gemeenten first.

    >>> reason(Ongeplaatst("H1", 4, 20.0, "woning", {"geen_vorm": 1, "woning": 310}))
    'In 310 gemeenten zijn de passende woningen bezet; in 1 gemeente staat geen woning voor dit huishouden open.'
    """
    counts = sorted(((n, code) for code, n in left.tellingen.items() if n), key=lambda pair: (-pair[0], pair[1]))
    if not counts:
        return words(lang).name("reden", left.reden_code) + "."
    text = "; ".join(_count(code, n, {code for _, code in counts}, lang) for n, code in counts)
    return text[0].upper() + text[1:] + "."


def _count(code: str, count: int, codes: Collection[str], lang: Lang) -> str:
    """Say in how many gemeenten this is the first obstacle [gemeenten]; alone after free homes, it says all of them."""
    told, which = words(lang), counted("gemeente", count, lang)
    alone = f"{code}_enig" if HOME_LEFT.intersection(codes) == {code} else code
    key = next((k for k in (alone, code) if f"telling.{k}" in told.catalogue), None)
    if key is None:
        return f"{code}: {which}"
    one, many = told(f"telling.{key}").split("|")
    return (one if count == 1 else many).format(gemeenten=which)
