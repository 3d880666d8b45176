"""The margins that the synthetic example is calibrated to, with their sources."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Margin:
    """A figure of the example: published with a source, or an assumption of this project."""

    naam: str
    waarde: float | tuple[float, ...]
    eenheid: str
    soort: str
    bron: str


@dataclass(frozen=True, slots=True)
class Margins:
    """All margins by name."""

    alle: tuple[Margin, ...]

    def number(self, naam: str) -> float:
        """Give a margin that is one number [its eenheid]."""
        waarde = self._find(naam).waarde
        assert isinstance(waarde, float)
        return waarde

    def shares(self, naam: str) -> tuple[float, ...]:
        """Give a margin that is a list of shares summing to 1 [1]."""
        waarde = self._find(naam).waarde
        assert isinstance(waarde, tuple)
        return waarde

    def source(self, naam: str) -> str:
        """Give the source and date of a margin."""
        return self._find(naam).bron

    def _find(self, naam: str) -> Margin:
        return next(margin for margin in self.alle if margin.naam == naam)


def read_margins() -> Margins:
    """Read the margins that come with the product."""
    raw: dict[str, dict[str, Any]] = tomllib.loads((files("inputs") / "data" / "marges.toml").read_text("utf-8"))
    return Margins(tuple(_margin(naam, m) for naam, m in raw.items()))


def _margin(naam: str, m: dict[str, Any]) -> Margin:
    waarde = m["waarde"]
    number = tuple(float(w) for w in waarde) if isinstance(waarde, list) else float(waarde)
    return Margin(naam, number, m["eenheid"], m["soort"], m["bron"])


def in_words(margins: Margins, persons: int, *, whole_country: bool) -> str:
    """Say in one Dutch sentence which published figures the example follows, with source and date.

    A part of the country follows none of the national totals: its opening balances are only derived from one.
    """
    alleen, klein = 100 * margins.number("alleenstaand"), 100 * margins.number("klein")
    shares = (
        f"{alleen:.0f} % van de huishoudens alleenstaand en {klein:.0f} % van de sociale huurwoningen hoogstens 50 m2 "
        "(NOS, juli 2024)"
    )
    totals = _national(margins, persons) if whole_country else _derived(margins)
    return "; ".join((shares, *totals, "aantallen woningen, cursus- en schoolplaatsen zijn aannames"))


def _national(margins: Margins, persons: int) -> tuple[str, str]:
    """Name the totals of the whole country, and how many of the persons who wait the example holds [persons]."""
    waiting = margins.number("wachtenden")
    of = " van" if persons <= waiting else ", meer dan"
    balances = (
        f"beginstand samen {_thousands(margins.number('achterstand'))} personen achter (19 637 nr. 3383, 1-1-2025), "
        f"{margins.number('gemeenten_achter'):.0f} gemeenten achter en {margins.number('gemeenten_voor'):.0f} voor "
        "(ANP, 1-1-2026)"
    )
    return balances, f"{_thousands(persons)} personen{of} de {_thousands(waiting)} wachtenden (ANP, 5-1-2026)"


def _derived(margins: Margins) -> tuple[str]:
    """Name the national total behind the opening balances of a part of the country."""
    total = _thousands(margins.number("achterstand"))
    return (f"beginstanden naar inwoners afgeleid van het landelijke cijfer {total} (19 637 nr. 3383, 1-1-2025)",)


def _thousands(number: float) -> str:
    return f"{number:,.0f}".replace(",", ".")
