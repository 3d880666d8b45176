"""What a run decides and how good it provably is: frozen values that reports may show and nobody may change."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from optimizer.explained import Toelichting
from optimizer.result_evidence import Schaduwprijs
from optimizer.result_kpis import Kengetallen
from optimizer.result_order import Rangorde
from optimizer.result_sharing import Woningdelen
from optimizer.result_uniek import Uniek


@dataclass(frozen=True, slots=True)
class Koppeling:
    """A household placed in a home.

    Attributes
    ----------
    gemeentecode, gastgemeente : str
        Owner, whose share counts the persons, and host, where they live.
    slaapt : int
        Persons that the home sleeps [persons].
    score : float
        Sum over all adults of the participation score at this place [adults].
    afstand_km : float
        Distance from the present opvanglocatie to the host [km].
    """

    huishouden_id: str
    personen: int
    gemeentecode: str
    gastgemeente: str
    aanbod_id: str
    woonvorm: str
    slaapt: int
    score: float
    afstand_km: float


@dataclass(frozen=True, slots=True)
class Ongeplaatst:
    """A household that stays in reception, and why.

    Attributes
    ----------
    reden_code : str
        The first of: ``geen_vorm`` (no woonvorm on offer anywhere fits this household), ``binding`` (its ground leaves
        no gemeente with a fitting home), ``vastlegging`` (a planner's lock leaves none), ``woning`` (every fitting home
        is taken), ``verdringing`` (only social homes above the cap are left), ``cursus`` (homes are left, but no course
        seat for all its adults), ``school`` (homes and seats are left, but no school place for its children),
        ``maximum`` (only above the most a gemeente takes), ``afweging`` (it would cost other goals more than it gains).
    tellingen : Mapping
        Gemeenten by the first reason why the household cannot go there [gemeenten]; keys as above.
    """

    huishouden_id: str
    personen: int
    weken: float
    reden_code: str
    tellingen: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class GemeenteUitkomst:
    """What a gemeente owes, gets and why [persons unless said].

    Attributes
    ----------
    sleutel_personen : int
        Its part of the total by the key, before carry-over.
    achterstand : int
        Opening balance; ``inhaal_personen`` is the part of it caught up this kwartaal.
    afspraken_personen : int
        Taken over from others (+) or handed over (-) by agreement.
    doel_personen : int
        sleutel_personen + inhaal_personen + afspraken_personen, never below 0; sums to the national total unless the
        scenario rounds each gemeente by itself.
    band_onder, band_boven : float
        Edges of the free band around the target.
    afwijking_personen : int
        toegewezen_personen - doel_personen.
    achterstand_na_personen : int
        Closing balance of the ledger: what ``achterstand`` must say in the next kwartaal.
    gehuisvest_als_gast_personen : int
        Persons who live here and count for another gemeente.
    toegewezen_per_woonvorm : Mapping
        Households per woonvorm, counted at the owner [households].
    bindende_regel : str
        What keeps most of those who wait from being counted here: a reason code of ``Ongeplaatst``, or ``geen`` where
        nobody waits. Counted from the finished plan, not from prices.
    wachtenden_per_reden : Mapping
        Households that wait, by what stands in their way here [households].
    woningen_aangeboden, woningen_gebruikt : int
        Whole homes on offer and in use, at the owner; a shared home is one home [homes].
    taakstelling_grootste_rest, taakstelling_afgerond : int
        Old rule (art. 29) over the same total: repaired to the sum, and rounded per gemeente.
    gehuisvest_elders_personen : int
        Persons who count here and live in another gemeente.
    blijft_per_grootte : Mapping
        Households that stay in the reception of this gemeente, by their persons [households].
    """

    gemeentecode: str
    naam: str
    provincie: str
    arbeidsmarktregio: str
    inwoners: int
    sleutel_personen: int
    achterstand: int
    inhaal_personen: int
    afspraken_personen: int
    doel_personen: int
    band_onder: float
    band_boven: float
    toegewezen_personen: int
    toegewezen_huishoudens: int
    toegewezen_kinderen: int
    toegewezen_per_woonvorm: Mapping[str, int]
    gehuisvest_als_gast_personen: int
    afwijking_personen: int
    achterstand_na_personen: int
    woningen_aangeboden: int
    woningen_gebruikt: int
    bindende_regel: str
    wachtenden_per_reden: Mapping[str, int]
    taakstelling_grootste_rest: int
    taakstelling_afgerond: int
    gehuisvest_elders_personen: int = 0
    blijft_per_grootte: Mapping[int, int] = field(default_factory=dict)

    @property
    def blijft_huishoudens(self) -> int:
        """Households that stay in the reception of this gemeente [households]."""
        return sum(self.blijft_per_grootte.values())


@dataclass(frozen=True, slots=True)
class Doelwaarde:
    """A goal of a plan, recounted in its own unit.

    Attributes
    ----------
    waarde : float
        Recounted from the plan [eenheid].
    tarief : float
        Exchange rate [punten/eenheid].
    ondergrens : float or None
        No plan that leaves every other goal as good as here brings this goal below it [eenheid].
    """

    naam: str
    eenheid: str
    waarde: float
    tarief: float
    ondergrens: float | None = None

    @property
    def punten(self) -> float:
        """Weighted value [punten]."""
        return self.waarde * self.tarief


@dataclass(frozen=True, slots=True)
class Tellingen:
    """Who is placed and who is not [households, persons, children]."""

    huishoudens: int
    personen: int
    kinderen: int
    geplaatste_huishoudens: int
    geplaatste_personen: int
    geplaatste_kinderen: int


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """A baseline on the same case: the same counts and the same goals, by another rule.

    Attributes
    ----------
    haalbaar : bool
        Whether the baseline respects every hard rule.
    gemiddelde_score : float
        Mean participation score over the placed adults [1].
    gemiddelde_afstand_km : float
        Mean distance from the opvanglocatie over the placed persons [km].
    koppelingen : tuple of Koppeling
        The baseline's own placements, so that it can be recounted.
    niet_passend : tuple of str
        Households that the rule wanted to place where they do not fit; they are not placed.
    """

    naam: str
    tellingen: Tellingen
    doelen: tuple[Doelwaarde, ...]
    haalbaar: bool
    gemiddelde_score: float
    gemiddelde_afstand_km: float
    kengetallen: Kengetallen | None = None
    koppelingen: tuple[Koppeling, ...] = ()
    niet_passend: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Certificate:
    """How good the plan provably is.

    Attributes
    ----------
    objective : float
        Weighted sum of all goals, recounted from the plan of whole households [punten].
    bound : float
        No plan is below it; from the duals over all columns, generated or not [punten].
    gap : float
        (objective - bound) / objective [1].
    proven : bool
        Whether the gap is at most the one asked for.
    sol_status : str
        ``optimal_within_gap`` or ``feasible``; never the word of a solver.
    cut_by_clock : bool
        Whether the wall-clock limit ended the search; then the run cannot be repeated to the byte.
    columns : Mapping
        Columns of the naive model, of the two layers, and generated [columns].
    personen_hoogstens : int or None
        No lawful plan houses more persons, whatever it costs the goals; None where the quarter is too large to prove
        it [persons].
    """

    objective: float
    bound: float
    gap: float
    gap_asked: float
    proven: bool
    sol_status: str
    lp_value: float
    rounds: int
    neighbourhoods: int
    cut_by_clock: bool
    columns: Mapping[str, int]
    personen_hoogstens: int | None = None


@dataclass(frozen=True, slots=True)
class Allocation:
    """The plan of one kwartaal: shares, placements, what is left, the proof, and the order of goals if there is one."""

    koppelingen: tuple[Koppeling, ...]
    ongeplaatst: tuple[Ongeplaatst, ...]
    gemeenten: tuple[GemeenteUitkomst, ...]
    doelen: tuple[Doelwaarde, ...]
    tellingen: Tellingen
    vergelijkingen: tuple[Vergelijking, ...]
    certificate: Certificate
    seconds: Mapping[str, float] = field(default_factory=dict)
    woningdelen: Woningdelen = field(default_factory=Woningdelen)
    rangorde: Rangorde | None = None

    @property
    def as_asked(self) -> bool:
        """Whether the gap is proved and, with goals in order, every earlier goal is below its ceiling."""
        return self.certificate.proven and not (self.rangorde and self.rangorde.boven_plafond)

    kengetallen: Kengetallen | None = None
    toelichting: Toelichting | None = None
    bewijs: tuple[Schaduwprijs, ...] = ()
    uniek: Uniek | None = None
