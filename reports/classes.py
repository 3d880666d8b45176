"""Fixed class limits of each map indicator, the same for every kwartaal and scenario, so that maps can be compared."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from optimizer.result import GemeenteUitkomst
from reports.numbers import MINUS, number
from reports.words import Lang, words

ZERO, UNKNOWN = "#f5f4f0", "#c9c9c9"
"""Colours of the classes "0" and "onbekend"."""
YLGNBU = ("#ffffcc", "#c7e9b4", "#7fcdbb", "#41b6c4", "#2c7fb8", "#253494")
"""ColorBrewer YlGnBu in six classes: low to high, safe for colour-blind readers."""
PUOR = ("#b35806", "#f1a340", "#fee0b6", "#d8daeb", "#998ec3", "#542788")
"""ColorBrewer PuOr without its middle: three classes below zero (orange), three above (purple)."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A number per gemeente on the map.

    Attributes
    ----------
    per : int
        Whole number by which the value is scaled before it is set beside the limits [1].
    limits : tuple of int
        Least scaled value of each class above zero [unit of the value x per]; a diverging indicator mirrors them.
    decimals : int
        Decimals of limits and values as written [digits]; ``suffix`` follows them.
    ratio : callable
        The gemeente's value as a whole numerator and denominator; denominator 0 is unknown.
    continuous : bool
        Whether values between whole numbers occur, so that a class runs up to the next limit.
    """

    naam: str
    per: int
    limits: tuple[int, ...]
    ratio: Callable[[GemeenteUitkomst], tuple[int, int]]
    decimals: int = 0
    suffix: str = ""
    diverging: bool = False
    continuous: bool = False

    def value(self, g: GemeenteUitkomst) -> float | None:
        """Give the value of a gemeente [unit of the indicator]; None where it is unknown."""
        above, below = self.ratio(g)
        return above / below if below else None

    def place(self, g: GemeenteUitkomst) -> int:
        """Give the class of a gemeente: its index in ``classes``; whole numbers decide, so no rounding moves it."""
        above, below = self.ratio(g)
        if not below:
            return len(self.colours) + 1
        if not above:
            return len(self.limits) if self.diverging else 0
        step = bisect_right([limit * below for limit in self.limits], abs(above) * self.per) or 1
        if self.diverging:
            return len(self.limits) + (step if above > 0 else -step)
        return step

    @property
    def colours(self) -> tuple[str, ...]:
        """Colours of the classes other than "0" and "onbekend", low to high."""
        return PUOR if self.diverging else YLGNBU[-len(self.limits) :]


INDICATORS = (
    Indicator("toegewezen", 1, (1, 10, 25, 50, 100, 250), lambda g: (g.toegewezen_personen, 1)),
    Indicator(
        "per_1000",
        100,
        (0, 25, 50, 75, 100, 150),
        lambda g: (1000 * g.toegewezen_personen, g.inwoners),
        decimals=2,
        continuous=True,
    ),
    Indicator("afwijking", 1, (1, 10, 25), lambda g: (g.afwijking_personen, 1), diverging=True),
    Indicator(
        "taakstelling",
        1,
        (1, 10, 25),
        lambda g: (g.toegewezen_personen - g.taakstelling_grootste_rest, 1),
        diverging=True,
    ),
    Indicator(
        "benutting",
        1,
        (0, 25, 50, 75, 100),
        lambda g: (100 * g.woningen_gebruikt, g.woningen_aangeboden),
        suffix="\N{NO-BREAK SPACE}%",
        continuous=True,
    ),
    Indicator("gast", 1, (1, 5, 10, 25, 50), lambda g: (g.gehuisvest_als_gast_personen, 1)),
)
"""What the map can show, in the order of its list."""


def legend(indicator: Indicator, lang: Lang = "nl") -> list[tuple[str, str]]:
    """Give the classes of an indicator as colour and exact limits, low to high, then "onbekend"."""
    zero = (ZERO, words(lang)("klasse.nul"))
    unknown = (UNKNOWN, words(lang)("klasse.geen_aanbod" if indicator.naam == "benutting" else "klasse.onbekend"))
    up = [_class_text(indicator, k, lang, sign=indicator.diverging) for k in range(len(indicator.limits))]
    if not indicator.diverging:
        return [zero, *zip(indicator.colours, up, strict=True), unknown]
    down = [_below_text(indicator, k, lang) for k in reversed(range(len(indicator.limits)))]
    half = len(indicator.limits)
    return [
        *zip(indicator.colours[:half], down, strict=True),
        zero,
        *zip(indicator.colours[half:], up, strict=True),
        unknown,
    ]


def _class_text(indicator: Indicator, k: int, lang: Lang, *, sign: bool) -> str:
    """Write the limits of the k-th class above zero."""
    limits, told = indicator.limits, words(lang)
    start = _limit(indicator, limits[k], lang, sign=sign)
    if k + 1 == len(limits):
        return start if indicator.naam == "benutting" else told("klasse.vanaf", van=start)
    if indicator.continuous:
        return told(
            "klasse.onder" if limits[k] else "klasse.boven_nul",
            van=start,
            tot=_limit(indicator, limits[k + 1], lang, sign=sign),
        )
    last = limits[k + 1] - 1
    return (
        start if last == limits[k] else told("klasse.tussen", van=start, tot=_limit(indicator, last, lang, sign=sign))
    )


def _below_text(indicator: Indicator, k: int, lang: Lang) -> str:
    """Write the limits of the k-th class below zero."""
    limits, told = indicator.limits, words(lang)
    near = MINUS + number(limits[k], lang)
    if k + 1 == len(limits):
        return told("klasse.hoogstens", tot=near)
    return told("klasse.tussen", van=MINUS + number(limits[k + 1] - 1, lang), tot=near)


def _limit(indicator: Indicator, limit: int, lang: Lang, *, sign: bool) -> str:
    """Write one limit in the unit of the indicator."""
    return number(limit / indicator.per, lang, indicator.decimals, sign=sign) + indicator.suffix
