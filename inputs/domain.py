"""The vocabulary of a case: what one row of each table says, in Dutch official nouns with a unit on every number.

A *gemeente* is a municipality, a *kwartaal* a quarter ("2026K1"), a *woonvorm* a form of housing, a *koppeling* the
assignment of a household, an *opvanglocatie* a COA reception site, an *arbeidsmarktregio* a labour-market region, a
*leerroute* one of the three routes of the Wet inburgering 2021, *nareis* family reunification, *achterstand* what a
gemeente still owes from earlier periods, a *statushouder* a person granted asylum.
The types below are the one schema: the reader checks every row against them.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, get_args

from annotated_types import Ge, Gt, Le, MinLen
from pydantic import StringConstraints

Gemeentecode = Annotated[str, StringConstraints(pattern=r"^GM\d{4}$")]
Kwartaal = Annotated[str, StringConstraints(pattern=r"^20\d\dK[1-4]$")]
Woord = Annotated[str, MinLen(1)]
Aantal = Annotated[int, Ge(0), Le(10_000_000)]
"""A count [homes, seats, places, persons]."""
Aandeel = Annotated[float, Ge(0), Le(1)]
"""A share or a probability [1]."""

JaNee = Literal["ja", "nee"]
Voorrang = Literal["ja", "nee", "alleen_gezinnen"]
Aanleverstatus = Literal["opgave", "standaard", "afgekeurd"]
Leerroute = Literal["B1", "onderwijs", "Z"]
Schoolsoort = Literal["po", "isk"]
Grond = Literal["familie1", "werk", "studie", "medisch", "veiligheid", "besluit"]
Huishoudtype = Literal["alleen", "paar", "gezin"]
Woonvorm = Literal[
    "sociale_huur",
    "flex",
    "transformatie",
    "woningdelen",
    "doorstroom_lokaal",
    "doorstroom_regionaal",
    "har",
    "particulier",
    "hospita",
    "werkgever",
]
LEERROUTES: tuple[str, ...] = get_args(Leerroute)
SCHOOLSOORTEN: tuple[str, ...] = get_args(Schoolsoort)
WOONVORMEN: tuple[str, ...] = get_args(Woonvorm)
HUISHOUDTYPEN: tuple[str, ...] = get_args(Huishoudtype)

GEDEELD = "woningdelen"
"""Woonvorm of which each room houses an adult of its own."""
WHOLE = 1e-9
"""Guard against a product such as 10 x 0.7 = 6.999... losing a whole home [homes]."""


@dataclass(frozen=True, slots=True)
class Gemeente:
    """A municipality of the year.

    Attributes
    ----------
    inwoners : int
        Inhabitants on 1 January of the year [persons].
    achterstand : int
        Opening balance: + still owed, - ahead [persons].
    voorrang : str
        Whether statushouders may get priority in social rent here: ja, nee or alleen_gezinnen.
    ses_woa : float, optional
        CBS socio-economic status score [1]; only the key inwoners x SES-WOA reads it.
    woningvoorraad, corporatiebezit : int, optional
        All homes, and those owned by housing corporations [homes]; only the keys of that name read them.
    min_personen, max_personen : int, optional
        Least and most that the gemeente takes this kwartaal [persons]; the least is priced, the most is hard.
    status : str, optional
        Whose numbers are reckoned with: opgave (its own offer sheet), standaard (no sheet came) or afgekeurd (its
        sheet was refused); None: no offer sheets were gathered.
    sociale_verhuringen : int, optional
        Social homes let to anyone this kwartaal [homes]; the displacement cap is a part of it.
    vorig_kwartaal_personen : int, optional
        Persons that it took in the kwartaal before [persons]; the greatest change is counted from it.
    """

    gemeentecode: Gemeentecode
    naam: Woord
    inwoners: Annotated[int, Gt(0), Le(10_000_000)]
    provincie: Woord
    arbeidsmarktregio: Woord
    achterstand: Annotated[int, Ge(-100_000), Le(100_000)]
    voorrang: Voorrang
    ses_woa: float | None = None
    min_personen: Aantal | None = None
    max_personen: Aantal | None = None
    status: Aanleverstatus | None = None
    sociale_verhuringen: Aantal | None = None
    vorig_kwartaal_personen: Aantal | None = None
    woningvoorraad: Aantal | None = None
    corporatiebezit: Aantal | None = None


@dataclass(frozen=True, slots=True)
class Woningaanbod:
    """Homes on offer: one owner, one host, one form, one size.

    Attributes
    ----------
    gemeentecode : str
        The owner, whose share counts the persons housed.
    gastgemeente : str, optional
        The host, where the homes stand; empty: the owner itself.
    slaapt : int
        Persons that one home sleeps [persons/home].
    aantal : int
        Homes [homes].
    kwartaal, tot_kwartaal : str
        First and last kwartaal in which they can be taken; no last one: only the first.
    leverkans : float
        Probability of delivery in time [1]; counts are rounded down to whole homes after it.
    aandeel_statushouders : float
        Part of the homes of a mixed site that statushouders may take at most [1].
    aandeel_minimaal : float
        Part of a mixed site that is reserved for statushouders [1]; leaving it unused is priced.
    """

    aanbod_id: Woord
    gemeentecode: Gemeentecode
    woonvorm: Woonvorm
    slaapt: Annotated[int, Ge(1), Le(20)]
    aantal: Aantal
    kwartaal: Kwartaal
    gastgemeente: Gemeentecode | None = None
    tot_kwartaal: Kwartaal | None = None
    leverkans: Aandeel = 1.0
    aandeel_statushouders: Aandeel = 1.0
    regeling: str | None = None
    corporatie: str | None = None
    aandeel_minimaal: Aandeel = 0.0

    @property
    def host(self) -> str:
        """Gemeente where the homes stand."""
        return self.gastgemeente or self.gemeentecode

    @property
    def bruikbaar(self) -> int:
        """Whole homes for statushouders, after delivery and sharing of the site [homes]."""
        return int(self.aantal * self.leverkans * self.aandeel_statushouders + WHOLE)

    @property
    def plaatsen(self) -> int:
        """Households that the usable homes take: one per home, and one per room of a shared home [households]."""
        return self.bruikbaar * (self.slaapt if self.woonvorm == GEDEELD else 1)

    @property
    def gereserveerd(self) -> int:
        """Whole homes of a mixed site that are reserved for statushouders [homes]."""
        return min(int(self.aantal * self.leverkans * self.aandeel_minimaal + WHOLE), self.bruikbaar)


@dataclass(frozen=True, slots=True)
class Huishouden:
    """A household of statushouders that waits for its koppeling; indivisible.

    Attributes
    ----------
    huishouden_id : str
        Pseudonym.
    volwassenen : int
        Adults [persons].
    kinderen_0_3, kinderen_4_11, kinderen_12_17 : int
        Children by age [persons]; 4 to 11 need a place in primary school, 12 to 17 in an isk.
    vergunningdatum : date
        Day of the permit; waiting counts from here, the norm is 14 weeks.
    delen : str
        Whether the household would share a home (ja/nee).
    nareis_personen : int
        Family expected by reunification [persons]; where the scenario says so it counts for the size of the home.
    voorkeur_1, voorkeur_2, voorkeur_3 : str, optional
        Wishes in order: arbeidsmarktregio's or gemeentecodes.
    personen_totaal : int, optional
        Adults and children as the source counts them [persons]; only compared with ``personen``.
    """

    huishouden_id: Woord
    volwassenen: Annotated[int, Ge(1), Le(20)]
    kinderen_0_3: Annotated[int, Ge(0), Le(20)]
    kinderen_4_11: Annotated[int, Ge(0), Le(20)]
    kinderen_12_17: Annotated[int, Ge(0), Le(20)]
    vergunningdatum: date
    opvanglocatie: Woord
    delen: JaNee
    toegankelijk: JaNee = "nee"
    nareis_personen: Annotated[int, Ge(0), Le(20)] = 0
    voorkeur_1: str | None = None
    voorkeur_2: str | None = None
    voorkeur_3: str | None = None
    personen_totaal: Annotated[int, Ge(0), Le(100)] | None = None

    @property
    def voorkeuren(self) -> tuple[str, ...]:
        """Wishes in order, the empty ones left out."""
        return tuple(wish for wish in (self.voorkeur_1, self.voorkeur_2, self.voorkeur_3) if wish)

    @property
    def kinderen(self) -> int:
        """Children [persons]."""
        return self.kinderen_0_3 + self.kinderen_4_11 + self.kinderen_12_17

    @property
    def personen(self) -> int:
        """Adults and children [persons]."""
        return self.volwassenen + self.kinderen

    @property
    def huishoudtype(self) -> Huishoudtype:
        """Kind of household as the eligibility table knows it: alleen, paar (adults only) or gezin (with children)."""
        if self.kinderen:
            return "gezin"
        return "alleen" if self.volwassenen == 1 else "paar"


@dataclass(frozen=True, slots=True)
class Deelnemer:
    """An adult of a household, with a leerroute and a sector of work."""

    huishouden_id: Woord
    leerroute: Leerroute
    sector: Woord
    taal_tolk: JaNee | None = None


@dataclass(frozen=True, slots=True)
class Opvanglocatie:
    """A reception site of COA: WGS 84 degrees, capacity [beds]."""

    locatie: Woord
    gemeentecode: Gemeentecode
    lon: Annotated[float, Ge(3.2), Le(7.3)]
    lat: Annotated[float, Ge(50.7), Le(53.7)]
    capaciteit: Aantal


@dataclass(frozen=True, slots=True)
class Cursusplaatsen:
    """Course seats of one leerroute in one gemeente and kwartaal [adults]."""

    gebied: Gemeentecode
    leerroute: Leerroute
    kwartaal: Kwartaal
    plaatsen: Aantal


@dataclass(frozen=True, slots=True)
class Schoolplaatsen:
    """School places in one gemeente and kwartaal [children]."""

    gemeentecode: Gemeentecode
    soort: Schoolsoort
    kwartaal: Kwartaal
    plaatsen: Aantal


@dataclass(frozen=True, slots=True)
class Arbeidsvraag:
    """Places for work in one sector of one arbeidsmarktregio and kwartaal [adults]."""

    arbeidsmarktregio: Woord
    sector: Woord
    kwartaal: Kwartaal
    plaatsen: Aantal


@dataclass(frozen=True, slots=True)
class Binding:
    """A hard ground that ties a household to gemeenten or to an arbeidsmarktregio until a date.

    Attributes
    ----------
    gemeenten, regio : str, optional
        Gemeentecodes with a blank between them, or an arbeidsmarktregio; exactly one of the two is given.
    """

    huishouden_id: Woord
    grond: Grond
    peildatum: date
    gemeenten: str | None = None
    regio: str | None = None
    tot: date | None = None
