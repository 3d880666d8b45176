"""Rows that say how the persons of a kwartaal are divided: a key of the planner's own, and swaps between gemeenten."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from annotated_types import Ge, Gt, Le

from inputs.domain import Gemeentecode, Kwartaal, Woord

Gewicht = Annotated[Decimal, Ge(Decimal(0)), Le(Decimal(1_000_000_000_000))]
"""How heavily a gemeente counts [any unit, the same for all]; kept as it is written, to the last digit."""


@dataclass(frozen=True, slots=True)
class Sleutelgewicht:
    """The weight of a gemeente in the key ``eigen``, with where it comes from."""

    gemeentecode: Gemeentecode
    gewicht: Gewicht
    bron: Woord


@dataclass(frozen=True, slots=True)
class Afspraak:
    """An agreement: one gemeente takes over a part of another's duty in one kwartaal.

    Attributes
    ----------
    van, naar : str
        Who hands the duty over, and who takes it on.
    personen : int
        Size of that part [persons].
    grond : str
        What the agreement rests on, in words.
    """

    van: Gemeentecode
    naar: Gemeentecode
    personen: Annotated[int, Gt(0), Le(100_000)]
    kwartaal: Kwartaal
    grond: Woord
