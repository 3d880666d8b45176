"""What a planner adds to a case: locks, the couplings of practice to compare with, and groups to measure by."""

from dataclasses import dataclass
from typing import Literal

from inputs.domain import Gemeentecode, Woord

Slot = Literal["vast", "verboden", "min", "max"]


@dataclass(frozen=True, slots=True)
class Vastlegging:
    """A planner's lock, with its reason and who set it.

    Attributes
    ----------
    huishouden_id, gemeentecode : str, optional
        What is locked; ``vast`` and ``verboden`` of a household name it, ``min`` and ``max`` name a gemeente only.
    soort : str
        ``vast``: the household goes to the gemeente of ``waarde``; ``verboden``: it does not go there (without a
        household: nobody goes to ``gemeentecode``); ``min`` and ``max``: persons that count for ``gemeentecode``.
    waarde : str, optional
        A gemeentecode for a household, a number of persons for a gemeente.
    """

    soort: Slot
    reden: Woord
    wie: Woord
    huishouden_id: str | None = None
    gemeentecode: Gemeentecode | None = None
    waarde: str | None = None


@dataclass(frozen=True, slots=True)
class Gekoppeld:
    """Where a household was coupled in practice; only a comparison reads it, never a rule or a goal.

    Attributes
    ----------
    gemeentecode : str
        Owner, whose number counts the household.
    gastgemeente : str, optional
        Host; none: the home stands with the owner.
    """

    huishouden_id: Woord
    gemeentecode: Gemeentecode
    gastgemeente: Gemeentecode | None = None


@dataclass(frozen=True, slots=True)
class Groepsregel:
    """The group of a household, for analysis only; never part of a case."""

    huishouden_id: Woord
    groep: Woord
