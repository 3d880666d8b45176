"""Whether the plan is the only one that is as good: an answer per goal, and the other plan where one was found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Antwoord = Literal["ja", "nee", "niet_vastgesteld"]
"""Proved to be the only one; another one was found and counted again; neither."""


@dataclass(frozen=True, slots=True)
class Stap:
    """What is otherwise in the other plan: a household gets another home, or none.

    Attributes
    ----------
    aanbod_id : str
        Its home in the other plan; empty: it stays in reception.
    """

    huishouden_id: str
    aanbod_id: str


@dataclass(frozen=True, slots=True)
class Uniek:
    """Per goal, in their order, whether this is the only lawful plan with its values of that goal and all before it.

    Two plans are different where a household counts for or lives in another gemeente, or has no home in one of them.

    Attributes
    ----------
    per_doel : Mapping
        Goal to answer.
    ander : tuple of Stap
        The other plan, as its difference from this one; empty where none was found.
    tot_en_met : str or None
        Last goal up to which the other plan has the same values.
    """

    per_doel: Mapping[str, Antwoord] = field(default_factory=dict)
    ander: tuple[Stap, ...] = ()
    tot_en_met: str | None = None
