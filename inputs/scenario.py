"""The choices of one run: which kwartaal, how many persons to spread, by which key and band, and how hard to search."""

from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge, Gt, Le

from inputs.domain import Aantal, Kwartaal

AanUit = Literal["aan", "uit"]
Deel = Annotated[float, Ge(0), Le(1)]
Sleutel = Literal["inwoners", "inwoners_ses", "woningvoorraad", "corporatiebezit", "arbeidsmarkt", "eigen"]
Achterstand = Literal["gespreid", "behouden", "kwijtgescholden"]
Afronding = Literal["grootste_resten", "per_gemeente"]
Doelen = Literal["wisselkoersen", "op_volgorde"]


@dataclass(frozen=True, slots=True)
class Scenario:
    """What the planner chooses for a run.

    Attributes
    ----------
    kwartaal : str
        The quarter that is allocated, e.g. ``2026K1``.
    opgave_personen : int, optional
        Persons to spread over the gemeenten this kwartaal [persons]; none: all persons in the table huishoudens.
    sleutel : str
        Distribution key; ``inwoners`` is art. 29 Huisvestingswet 2014, ``eigen`` reads the table sleutel.
    achterstand : str
        What happens to an opening balance: ``gespreid`` over ``inhaal_kwartalen``, ``behouden`` whole in this kwartaal,
        or ``kwijtgescholden``, so that neither what is owed nor what is ahead counts any more.
    afronding : str
        ``grootste_resten`` repairs the rounding, so that the targets sum to the number to spread; ``per_gemeente``
        rounds each gemeente by itself and repairs nothing, as the official practice does.
    inhaal_kwartalen : int
        Number of kwartalen over which an opening balance is caught up [kwartalen].
    band : float
        Free band around a gemeente's target, as a part of it [1].
    band_personen : int
        Least half-width of that band; households are indivisible [persons].
    gap : float
        Proved relative gap at which the search stops [1].
    band_provincie, band_regio : float, optional
        Free band around the targets of a province and of an arbeidsmarktregio together, as a part of them [1]; none:
        no such band.
    nareis : str
        ``aan``: expected family counts for the size of the home; ``uit``: only who is here.
    verdringing_hoogstens : float, optional
        Most of a gemeente's ``sociale_verhuringen`` that goes to statushouders, as a part of it [1]; none: no cap.
    wijziging_hoogstens : float, optional
        Most by which a gemeente's number changes against ``vorig_kwartaal_personen``, as a part of it [1].
    menging_band : float, optional
        Free band around the national share of hard-to-house households in what a gemeente takes [1]; none: no rule.
    min_uitstroom_personen : int, optional
        Persons who leave reception this kwartaal at least [persons]; fewer is priced heavily.
    doelen : str
        How goals are weighed: at exchange rates, or in order.
    volgorde : tuple of str
        Goals from first to last, with ``op_volgorde``; those left out come after, together, at their exchange rates.
    tolerantie : tuple of float
        How far later goals may worsen each goal of ``volgorde``, as a part of its optimum [1].
    tolerantie_vast : tuple of float
        The same on top, in the goal's own unit; needed where the optimum is 0 [unit of the goal].
    scores : str
        ``aan``: participation of a household in the table scores is measured by that table; ``uit``: by sectors alone.
    """

    kwartaal: Kwartaal
    opgave_personen: Aantal | None = None
    sleutel: Sleutel = "inwoners"
    inhaal_kwartalen: Annotated[int, Ge(1), Le(40)] = 8
    band: Annotated[float, Ge(0), Le(1)] = 0.05
    band_personen: Annotated[int, Ge(0), Le(1000)] = 2
    gap: Annotated[float, Gt(0), Le(1)] = 0.005
    band_provincie: Deel | None = None
    band_regio: Deel | None = None
    nareis: AanUit = "uit"
    verdringing_hoogstens: Deel | None = None
    wijziging_hoogstens: Deel | None = None
    menging_band: Deel | None = None
    min_uitstroom_personen: Aantal | None = None
    achterstand: Achterstand = "gespreid"
    afronding: Afronding = "grootste_resten"
    doelen: Doelen = "wisselkoersen"
    volgorde: tuple[str, ...] = ()
    tolerantie: tuple[float, ...] = ()
    tolerantie_vast: tuple[float, ...] = ()
    scores: AanUit = "uit"
