"""The choices of one run: which kwartaal, how many persons to spread, by which key and band, and how hard to search."""

from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge, Gt, Le

from inputs.domain import Aantal, Kwartaal

Sleutel = Literal["inwoners"]
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
        Distribution key; ``inwoners`` is art. 29 Huisvestingswet 2014.
    inhaal_kwartalen : int
        Number of kwartalen over which an opening balance is caught up [kwartalen].
    band : float
        Free band around a gemeente's target, as a part of it [1].
    band_personen : int
        Least half-width of that band; households are indivisible [persons].
    gap : float
        Proved relative gap at which the search stops [1].
    doelen : str
        How goals are weighed: at exchange rates, or in order.
    volgorde : tuple of str
        Goals from first to last, with ``op_volgorde``; those left out come after, together, at their exchange rates.
    tolerantie : tuple of float
        How far later goals may worsen each goal of ``volgorde``, as a part of its optimum [1].
    tolerantie_vast : tuple of float
        The same on top, in the goal's own unit; needed where the optimum is 0 [unit of the goal].
    """

    kwartaal: Kwartaal
    opgave_personen: Aantal | None = None
    sleutel: Sleutel = "inwoners"
    inhaal_kwartalen: Annotated[int, Ge(1), Le(40)] = 8
    band: Annotated[float, Ge(0), Le(1)] = 0.05
    band_personen: Annotated[int, Ge(0), Le(1000)] = 2
    gap: Annotated[float, Gt(0), Le(1)] = 0.005
    doelen: Doelen = "wisselkoersen"
    volgorde: tuple[str, ...] = ()
    tolerantie: tuple[float, ...] = ()
    tolerantie_vast: tuple[float, ...] = ()
