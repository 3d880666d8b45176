"""What explains and contests a plan: frozen rows that reports show; nothing here decides."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prijs:
    """What one more home, course seat or school place would change, by a plan that uses it.

    Attributes
    ----------
    soort : str
        ``woning``, ``cursusplaats`` or ``schoolplaats``.
    wat : str
        Home type (woonvorm and size), leerroute or soort of school.
    nu : int
        How many there are now [homes, adults or children].
    winst_punten_minstens : float
        Points by which a lawful plan with one more is better than the best one found without it [punten].
    winst_punten_hoogstens : float
        No plan with one more is better than this plan by more, by the bound over all columns [punten].
    extra_personen : int
        Persons more who are housed in that plan [persons].
    methode : str
        ``geheel`` (everything solved again) or ``buurt`` (the gemeenten and households that would exchange).
    """

    soort: str
    gemeentecode: str
    gastgemeente: str
    wat: str
    nu: int
    winst_punten_minstens: float
    winst_punten_hoogstens: float
    extra_personen: int
    methode: str


@dataclass(frozen=True, slots=True)
class Toelichting:
    """Everything that explains a plan."""

    prijzen: tuple[Prijs, ...] = ()


Points = Mapping[str, float]
"""Goal to points [punten]."""
