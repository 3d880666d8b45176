"""The choices of one run: which kwartaal, how many persons to spread, by which key and band, and how hard to search."""

from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge, Gt, Le

from inputs.domain import Aantal, Kwartaal

Sleutel = Literal["inwoners", "inwoners_ses", "woningvoorraad", "corporatiebezit", "arbeidsmarkt", "eigen"]
Achterstand = Literal["gespreid", "behouden", "kwijtgescholden"]
Afronding = Literal["grootste_resten", "per_gemeente"]


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
    """

    kwartaal: Kwartaal
    opgave_personen: Aantal | None = None
    sleutel: Sleutel = "inwoners"
    inhaal_kwartalen: Annotated[int, Ge(1), Le(40)] = 8
    band: Annotated[float, Ge(0), Le(1)] = 0.05
    band_personen: Annotated[int, Ge(0), Le(1000)] = 2
    gap: Annotated[float, Gt(0), Le(1)] = 0.005
    achterstand: Achterstand = "gespreid"
    afronding: Afronding = "grootste_resten"
