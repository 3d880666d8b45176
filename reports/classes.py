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
MUTED = ("#88ccee", "#cc6677", "#ddcc77", "#117733", "#aa4499", "#999933", "#44aa99", "#882255", "#332288")
"""Paul Tol's muted scheme: kinds without an order, told apart by colour-blind readers."""
PATTERNS = ("", "streep", "stip", "ruit", "liggend", "tegenstreep", "staand", "raster", "golf")
"""Drawn over the colours of kinds, so that they are told apart in grey too; below zero the first of them is drawn."""
MORE_THAN_ANY = 99
"""Above the persons of any household [persons]."""


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


@dataclass(frozen=True, slots=True)
class Kinds:
    """What each gemeente is, on the map: one of some kinds without an order.

    Attributes
    ----------
    codes : tuple of str
        The kinds in the order of the legend; their words stand in the catalogue under ``regel``.
    code : callable
        The kind of a gemeente; one that is not listed is unknown.
    """

    naam: str
    codes: tuple[str, ...]
    code: Callable[[GemeenteUitkomst], str]

    def place(self, g: GemeenteUitkomst) -> int:
        """Give the class of a gemeente: its index in the legend."""
        code = self.code(g)
        return self.codes.index(code) if code in self.codes else len(self.codes)


def _staying(least: int, most: int) -> Callable[[GemeenteUitkomst], tuple[int, int]]:
    """Count the households of some size that stay in the reception of a gemeente [households]."""
    return lambda g: (sum(n for persons, n in g.blijft_per_grootte.items() if least <= persons <= most), 1)


def _host(g: GemeenteUitkomst) -> tuple[int, int]:
    """Count who lives here for another gemeente, less who counts here and lives elsewhere [persons]."""
    return g.gehuisvest_als_gast_personen - g.gehuisvest_elders_personen, 1


REGELS = (
    *("geen", "woning", "cursus", "school", "verdringing", "maximum", "afweging"),
    *("geen_vorm", "binding", "vastlegging"),
)
"""What can hold a number: nothing, and then as many reasons as there are colours."""
STAYING = (1, 5, 10, 25, 50)
"""Limits of the households that stay [households]."""
INDICATORS: tuple[Indicator | Kinds, ...] = (
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
    Kinds("regel", REGELS, lambda g: g.bindende_regel),
    Indicator(
        "benutting",
        1,
        (0, 25, 50, 75, 100),
        lambda g: (100 * g.woningen_gebruikt, g.woningen_aangeboden),
        suffix="\N{NO-BREAK SPACE}%",
        continuous=True,
    ),
    Indicator("gast_saldo", 1, (1, 5, 25), _host, diverging=True),
    Indicator("gast", 1, (1, 5, 10, 25, 50), lambda g: (g.gehuisvest_als_gast_personen, 1)),
    Indicator("blijft", 1, STAYING, _staying(1, MORE_THAN_ANY)),
    Indicator("blijft_1", 1, STAYING, _staying(1, 1)),
    Indicator("blijft_2", 1, STAYING, _staying(2, 2)),
    Indicator("blijft_3", 1, STAYING, _staying(3, 4)),
    Indicator("blijft_5", 1, STAYING, _staying(5, MORE_THAN_ANY)),
)
"""What the map can show, in the order of its list."""
SCALES = tuple(i for i in INDICATORS if isinstance(i, Indicator))
"""Those that are numbers, in the same order."""
GROUPS = (
    ("aandeel", ("toegewezen", "per_1000")),
    ("vergelijken", ("afwijking", "taakstelling")),
    ("waarom", ("regel", "benutting")),
    ("gasten", ("gast_saldo", "gast")),
    ("wachten", ("blijft", "blijft_1", "blijft_2", "blijft_3", "blijft_5")),
)
"""The same in groups, as the list on the page shows it."""


def patterns(indicator: Indicator | Kinds) -> list[str]:
    """Give what is drawn over the colour of each class of the legend, so that none is told by its colour alone.

    >>> patterns(next(i for i in INDICATORS if i.naam == "afwijking"))
    ['streep', 'streep', 'streep', '', '', '', '', '']
    """
    if isinstance(indicator, Kinds):
        return ["", *PATTERNS, ""]
    below = len(indicator.limits) if indicator.diverging else 0
    return [PATTERNS[1]] * below + [""] * (len(indicator.limits) + 2)


def legend(indicator: Indicator | Kinds, lang: Lang = "nl") -> list[tuple[str, str]]:
    """Give the classes of an indicator as colour and exact limits, low to high, then "onbekend"."""
    if isinstance(indicator, Kinds):
        told = words(lang)
        texts = [told(f"regel.{code}") for code in indicator.codes]
        return [*zip((ZERO, *MUTED), texts, strict=True), (UNKNOWN, told("klasse.onbekend"))]
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
