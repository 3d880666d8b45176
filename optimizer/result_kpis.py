"""The figures by which any two plans of a quarter are compared, as frozen values that reports may show."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wachttijd:
    """How long some households have waited on the first day of the kwartaal, counted by person.

    Attributes
    ----------
    weken_p50, weken_p90, weken_hoogste : float or None
        The least number of weeks such that 50, 90 or 100 of every 100 persons have waited so long or less, at least
        (nearest rank, never between two persons) [weeks]; None where there is nobody.
    personen_na_norm : int
        Those of them who have waited longer than the norm [persons].
    persoonsweken_na_norm : float
        Their weeks beyond the norm together [person-weeks].
    """

    huishoudens: int
    personen: int
    kinderen: int
    weken_p50: float | None
    weken_p90: float | None
    weken_hoogste: float | None
    personen_na_norm: int
    persoonsweken_na_norm: float


@dataclass(frozen=True, slots=True)
class Groep:
    """A group of households: those that stay in reception, and those that get a home."""

    blijft: Wachttijd
    gehuisvest: Wachttijd


@dataclass(frozen=True, slots=True)
class Wensen:
    """What came of the wishes of households; one that stays has no wish met [households].

    Attributes
    ----------
    huishoudens, gehuisvest : int
        Households that gave a wish, and those of them with a home.
    eerste, een : int
        Those whose first wish, or any wish, names where they will live or its arbeidsmarktregio.
    """

    huishoudens: int
    gehuisvest: int
    eerste: int
    een: int


@dataclass(frozen=True, slots=True)
class Verdringing:
    """Homes of social rent that the plan uses, beside all that is let; unknown stays unknown.

    Attributes
    ----------
    woningen : int
        Homes of social rent in use [homes].
    gemeenten_bekend : int
        Gemeenten that say how many social homes are let this kwartaal [gemeenten].
    woningen_bekend, verhuringen : int or None
        Homes of social rent in use, and homes let, in those gemeenten [homes]; None where no gemeente says.
    deel : float or None
        The one over the other [1]; None where nothing is let or known.
    deel_hoogste : float or None
        The same in the gemeente where it is highest, among those that let a home [1].
    gemeenten_boven : int or None
        Of those gemeenten, the ones that use more homes than are let there [gemeenten].
    """

    woningen: int
    gemeenten_bekend: int
    woningen_bekend: int | None
    verhuringen: int | None
    deel: float | None
    deel_hoogste: float | None
    gemeenten_boven: int | None


@dataclass(frozen=True, slots=True)
class Geldregel:
    """What a published amount comes to in a plan: a worked example, no budget.

    Attributes
    ----------
    aantal : int or None
        What the amount is paid for [eenheid]; None where the homes on offer do not say which scheme pays for them.
    eenheid : str
        ``personen``, ``persoonsdagen`` or ``woningen``.
    bedrag : float
        The parameter [euro/eenheid].
    totaal : float or None
        aantal x bedrag [euro].
    """

    aantal: int | None
    eenheid: str
    bedrag: float
    totaal: float | None


@dataclass(frozen=True, slots=True)
class Kengetallen:
    """What a reader wants to know of any plan, whatever rule made it.

    Attributes
    ----------
    wachtenden_weken_gemiddeld, wachtenden_weken_hoogste : float
        Weeks since the permit of the households that stay, on the first day of the kwartaal; 0 where nobody stays.
    persoonsweken_na_norm : float
        Persons who stay times their weeks beyond the norm [person-weeks].
    gezinnen_wachtend : int
        Families with children that stay [households].
    gemiddelde_score, gemiddelde_afstand_km : float
        Over the placed adults [1] and over the placed persons [km].
    afwijking_personen, afwijking_hoogste : int
        Difference from the target, either way: summed over the gemeenten, and of the gemeente furthest off [persons].
    binnen_band : int
        Gemeenten with a number within the free band [gemeenten].
    gini : float or None
        How unevenly the placed persons are spread over the inhabitants: 0 is everywhere as many per inhabitant, 1 is
        all where hardly anybody lives [1]; None where nobody is placed.
    opvangplaatsen_vrij : int
        Beds of COA that come free: one for every placed person [beds].
    wachttijd : Mapping
        Group of households to what they waited: ``alle``, by persons ``1``, ``2``, ``3_5``, ``6_plus``, and
        ``gezinnen`` with children.
    woningen : Mapping
        Woonvorm on offer to whole homes in use [homes]; a shared home is one home.
    woningen_bespaard : int
        Homes that sharing saves [homes].
    geld : Mapping
        Parameter to what it comes to.
    """

    wachtenden_weken_gemiddeld: float
    wachtenden_weken_hoogste: float
    persoonsweken_na_norm: float
    gezinnen_wachtend: int
    gemiddelde_score: float
    gemiddelde_afstand_km: float
    afwijking_personen: int
    binnen_band: int
    afwijking_hoogste: int
    gini: float | None
    opvangplaatsen_vrij: int
    wachttijd: Mapping[str, Groep]
    wensen: Wensen
    woningen: Mapping[str, int]
    woningen_bespaard: int
    verdringing: Verdringing
    geld: Mapping[str, Geldregel]
