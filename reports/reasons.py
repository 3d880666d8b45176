"""Why a household stays in reception, in a sentence that counts gemeenten."""

from optimizer.result import Ongeplaatst
from reports.numbers import number
from reports.words import Lang, words


def reason(left: Ongeplaatst, lang: Lang = "nl") -> str:
    """Write the reason and, for each first obstacle, the number of gemeenten [gemeenten]; most gemeenten first.

    >>> reason(Ongeplaatst("H1", 4, 20.0, "woning", {"woning": 310}))
    'Alle passende woningen zijn bezet: in 310 gemeenten is elke passende woning bezet.'
    """
    counts = sorted(((n, code) for code, n in left.tellingen.items() if n), key=lambda pair: (-pair[0], pair[1]))
    parts = "; ".join(_count(code, n, lang) for n, code in counts)
    head = words(lang).name("reden", left.reden_code)
    return f"{head}: {parts}." if parts else f"{head}."


def _count(code: str, count: int, lang: Lang) -> str:
    """Say in how many gemeenten this is the first obstacle [gemeenten]."""
    told = words(lang)
    which = told("telling.gemeente") if count == 1 else told("telling.gemeenten", aantal=number(count, lang))
    one, many = (
        told.name("telling", code).split("|")
        if f"telling.{code}" in told.catalogue
        else (f"{code}: {{gemeenten}}",) * 2
    )
    return (one if count == 1 else many).format(gemeenten=which)
