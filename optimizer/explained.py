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
class Uitleg:
    """Why a household is where it is, in points, and what another place would do.

    Attributes
    ----------
    punten : Mapping
        Goal to the points that its placement adds to the plan, found by taking it out; empty for who stays [punten].
    gemeenten_mogelijk : int
        Gemeenten where the rules and its grounds would let it live [gemeenten].
    wijze : str
        How the best other place was found: ``vrij`` (there is room), ``ruil`` (with a household that may take the same
        homes), ``plaats_van`` (who stays takes the place of another), or ``geen`` (no lawful way among those tried:
        the ten free places and the ten exchanges that cost the household itself least). Another home at the same
        place is no other place.
    met : str
        The other household of the exchange.
    verschil_zelf_punten, verschil_anderen_punten : float
        Points added for the household itself, and for everyone else, the gemeenten included [punten].
    """

    huishouden_id: str
    personen: int
    gemeentecode: str
    punten: Mapping[str, float]
    gemeenten_mogelijk: int
    alternatief: str
    wijze: str
    met: str
    verschil_zelf_punten: float
    verschil_anderen_punten: float


@dataclass(frozen=True, slots=True)
class GemeenteUitleg:
    """Why a gemeente gets its number: sleutel + inhaal + afspraken + afwijking = toegewezen [persons].

    Attributes
    ----------
    aanbod, vrij : Mapping
        Size to homes on offer and left empty at the owner [homes].
    meer_punten, minder_punten : float
        What a person more or less would add by the band alone [punten].
    verhogen, verhogen_wat : str
        What stands in the way of most who wait, and for homes the size that most of them need.
    verhogen_huishoudens : int
        Households that wait for that [households].
    verlagen_punten : float or None
        What it costs to take out the household that the plan can miss best here; None where nobody is [punten].
    """

    gemeentecode: str
    sleutel_personen: int
    inhaal_personen: int
    afspraken_personen: int
    afwijking_personen: int
    toegewezen_personen: int
    min_personen: int | None
    max_personen: int | None
    aanbod: Mapping[int, int]
    vrij: Mapping[int, int]
    bindende_regel: str
    meer_punten: float
    minder_punten: float
    verhogen_wat: str
    verhogen_huishoudens: int
    verlagen_punten: float | None


@dataclass(frozen=True, slots=True)
class Tekort:
    """A part of the smallest list found that would house everyone who stays, given this plan.

    Attributes
    ----------
    soort : str
        ``woning``, ``cursusplaats``, ``schoolplaats``; or ``huishouden`` for one that no list would house.
    gemeentecode, wat : str
        Where, and the home type, leerroute or soort of school; the household itself in the last case.
    aantal : int
        How many are missing [homes, adults or children].
    """

    soort: str
    gemeentecode: str
    wat: str
    aantal: int


@dataclass(frozen=True, slots=True)
class Groepsmeting:
    """How a group of the analysis-only grouping fares in a plan.

    Attributes
    ----------
    geplaatste_personen : float
        Persons with a home; a mean over random placings is no whole number [persons].
    weken_gemiddeld : float
        Mean weeks since the permit of its households that stay; 0 where none stays [weeks].
    score_gemiddeld : float
        Mean score over all its adults; who stays scores 0 [1].
    """

    plan: str
    groep: str
    huishoudens: int
    personen: int
    geplaatste_personen: float
    weken_gemiddeld: float
    score_gemiddeld: float


@dataclass(frozen=True, slots=True)
class Toelichting:
    """Everything that explains a plan."""

    prijzen: tuple[Prijs, ...] = ()
    uitleg: tuple[Uitleg, ...] = ()
    gemeenten: tuple[GemeenteUitleg, ...] = ()
    tekorten: tuple[Tekort, ...] = ()
    groepen: tuple[Groepsmeting, ...] = ()
    groepen_sha256: str = ""
