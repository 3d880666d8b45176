"""What a plan says: per kwartaal, per gemeente, what to add where, and what is proved of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from optimizer.horizon.result_sides import Geldgemeente, Kinderstand, Verdringing


@dataclass(frozen=True, slots=True)
class Kwartaalstand:
    """One kwartaal of the plan, for the country or the case [persons unless named otherwise].

    Attributes
    ----------
    instroom : float
        Persons that come to wait.
    nareis : float
        Persons that family adds: the whole family where the single already lived in a home for one.
    terug : float
        Persons whose stay in a temporary home ended.
    zelf : float
        Persons that found a home themselves.
    gehuisvest : float
        Persons that got a home.
    gezinsklaar : float
        Singles of whom family comes that got a home in which the family fits [households].
    wachtend, wachtend_kinderen, wachtend_lang : float
        At the end of the kwartaal: all, children, and who waits longer than the kwartaal.
    grote_gezinnen : float
        Large families that wait [households].
    opvangplaatsen, boven_opvang : float
        Places of reception that are left, and who waits beyond them.
    cursus_wachtrij : float
        Adults that live somewhere and wait for a course seat [adults].
    cursus_start : float
        Adults that start a course [adults].
    volwassenen : float
        Adults that got a home [adults].
    score : float or None
        Average participation of them, 0 to 1; None when nobody got a home.
    scholieren : float
        Children of school age that got a home [children].
    buiten_band : float
        Persons short of or beyond the bands of the gemeenten.
    sociale_woningen : float
        Social homes taken, homes added for statushouders left out [homes].
    toegevoegd : Mapping
        Homes or places that can be lived in from this kwartaal on, by way to add them [homes].
    gestart : Mapping
        Units of which the work starts in this kwartaal [units]; whole.
    voor_anderen : float
        New homes in mixed sites that go to others [homes].
    """

    kwartaal: str
    regime: str
    instroom: float
    nareis: float
    terug: float
    zelf: float
    gehuisvest: float
    gezinsklaar: float
    wachtend: float
    wachtend_kinderen: float
    wachtend_lang: float
    grote_gezinnen: float
    opvangplaatsen: float
    boven_opvang: float
    cursus_wachtrij: float
    cursus_start: float
    volwassenen: float
    score: float | None
    scholieren: float
    buiten_band: float
    sociale_woningen: float
    toegevoegd: Mapping[str, float]
    gestart: Mapping[str, int]
    voor_anderen: float

    @property
    def cursus_wachtweken(self) -> float:
        """Weeks that adults wait for a course seat in this kwartaal [adult-weeks]."""
        return 13 * self.cursus_wachtrij


@dataclass(frozen=True, slots=True)
class Start:
    """Homes to be added: the way, the place, when the work starts and when somebody can live there.

    Attributes
    ----------
    plaats : str
        Gemeentecode, or location of reception.
    aantal : int
        Units [units].
    woningen : int
        Homes, or rooms of shared homes, that they give [homes].
    bewoonbaar : str
        Kwartaal; empty: after the plan.
    """

    maatregel: str
    plaats: str
    gemeentecode: str
    kwartaal: str
    aantal: int
    woningen: int
    woonvorm: str
    slaapt: int
    bewoonbaar: str


@dataclass(frozen=True, slots=True)
class Gemeentestand:
    """A gemeente in a kwartaal [persons unless named otherwise].

    Attributes
    ----------
    doel : float
        What key and carry-over ask of what the plan houses.
    gehuisvest : float
        Persons that it takes, as owner.
    buiten_band : float
        Persons short (-) of or beyond (+) its band.
    cursus_wachtrij : float
        Adults that wait for a course seat [adults].
    """

    gemeentecode: str
    kwartaal: str
    doel: float
    gehuisvest: float
    buiten_band: float
    cursus_wachtrij: float


@dataclass(frozen=True, slots=True)
class Groepstand:
    """A group of households in a kwartaal [households].

    Attributes
    ----------
    kinderen : float
        Children among those that wait [persons].
    """

    groep: str
    personen_per_huishouden: float
    kwartaal: str
    instroom: float
    gehuisvest: float
    wachtend: float
    wachtend_lang: float
    kinderen: float


@dataclass(frozen=True, slots=True)
class Plaatsing:
    """Households of a group that get homes of a type at a plek in a kwartaal [households].

    Attributes
    ----------
    nareis : str
        Empty, or for singles of whom family comes: ``klein`` or ``gezinsklaar``.
    """

    kwartaal: str
    gemeentecode: str
    gastgemeente: str
    woonvorm: str
    slaapt: int
    groep: str
    nareis: str
    huishoudens: float
    personen: float


@dataclass(frozen=True, slots=True)
class Geldstand:
    """What a scheme pays in a kwartaal.

    Attributes
    ----------
    aantal : float
        [unit].
    bedrag : float
        [euro/unit].
    totaal : float
        What it comes to; the sum of what ``Geldgemeente`` says [euro].
    """

    kwartaal: str
    regeling: str
    aantal: float
    eenheid: str
    bedrag: float
    totaal: float


@dataclass(frozen=True, slots=True)
class Oorzaak:
    """Why households of a group wait at the end of a kwartaal [households].

    Attributes
    ----------
    niet_gekoppeld : float
        There are homes that fit; courses, schools, ceilings or the spreading hold them back.
    te_late_levering : float
        Homes that fit missed their kwartaal.
    geen_woning : float
        There is no home that fits.
    grootte : int
        Sleeping places that a household of the group needs [persons].
    """

    kwartaal: str
    groep: str
    niet_gekoppeld: float
    te_late_levering: float
    geen_woning: float
    grootte: int = 1


@dataclass(frozen=True, slots=True)
class Prijs:
    """What one more home of a type in a gemeente and kwartaal would improve at most [punten]."""

    kwartaal: str
    gemeentecode: str
    woonvorm: str
    slaapt: int
    punten: float


@dataclass(frozen=True, slots=True)
class Planuitkomst:
    """A plan over several kwartalen.

    Attributes
    ----------
    waarde, ondergrens : float
        What the plan weighs, and what no plan weighs less than [punten].
    marge : float
        Proved distance between the two, as a part of the value [1].
    herhaald : Mapping
        Kwartalen of which a table has no row, by table; they repeat an earlier one.
    """

    kwartalen: tuple[Kwartaalstand, ...]
    starts: tuple[Start, ...]
    gemeenten: tuple[Gemeentestand, ...]
    groepen: tuple[Groepstand, ...]
    plaatsingen: tuple[Plaatsing, ...]
    geld: tuple[Geldstand, ...]
    oorzaken: tuple[Oorzaak, ...]
    prijzen: tuple[Prijs, ...]
    waarde: float
    ondergrens: float
    marge: float
    herhaald: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    maat: Mapping[str, int] = field(default_factory=dict)
    geld_gemeenten: tuple[Geldgemeente, ...] = ()
    kinderen: tuple[Kinderstand, ...] = ()
    verdringing: tuple[Verdringing, ...] = ()
