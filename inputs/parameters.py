"""Parameters of the model: each a value with unit, date, source and allowed range, read from ``parameters.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value of the model that someone must answer for.

    Attributes
    ----------
    bereik : tuple of float
        Least and greatest value allowed [eenheid].
    """

    naam: str
    waarde: float
    eenheid: str
    geldig_vanaf: date
    bron: str
    bereik: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Parameters:
    """All parameters by name, and which kinds of household may take which woonvorm.

    Attributes
    ----------
    waarden : Mapping
        Name ("uitstroom.per_persoon") to ``Parameter``.
    toegang : Mapping
        Woonvorm to the huishoudtypen that may take it.
    delen_nodig : frozenset
        Woonvormen only for households that would share a home.
    """

    waarden: Mapping[str, Parameter]
    toegang: Mapping[str, frozenset[str]]
    delen_nodig: frozenset[str]

    def __getitem__(self, naam: str) -> float:
        """Give the value of a parameter [its eenheid]."""
        return self.waarden[naam].waarde


def default_parameters() -> Parameters:
    """Read the parameters that come with the product."""
    return parse_parameters((files("inputs") / "data" / "parameters.toml").read_text("utf-8"))


def parse_parameters(text: str) -> Parameters:
    """Turn the text of a ``parameters.toml`` into parameters."""
    raw = tomllib.loads(text)
    waarden = {
        f"{groep}.{naam}": Parameter(
            f"{groep}.{naam}", float(p["waarde"]), p["eenheid"], p["geldig_vanaf"], p["bron"], tuple(p["bereik"])
        )
        for groep, inhoud in raw.items()
        if groep != "woonvormen"
        for naam, p in inhoud.items()
    }
    vormen = raw["woonvormen"]
    return Parameters(
        waarden,
        {vorm: frozenset(regel["huishoudtypen"]) for vorm, regel in vormen.items()},
        frozenset(vorm for vorm, regel in vormen.items() if regel.get("delen_nodig", False)),
    )
