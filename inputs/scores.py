"""A score from elsewhere: how well a household is expected to do at a place, in the words of whoever predicted it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge, Le

from inputs.domain import Gemeentecode, Woord

Plaats = Literal["gemeentecode", "arbeidsmarktregio"]
"""Column that names the place of a score."""


@dataclass(frozen=True, slots=True)
class Score:
    """A score of one household at one place, given by a model outside this program.

    Attributes
    ----------
    score : float
        From 0, the worst, to 1, the best, for every adult of the household alike [1].
    bron, modelversie : str
        Who gave the score, and by which version of which model.
    gemeentecode, arbeidsmarktregio : str, optional
        The place; exactly one of the two is given. A score of a region holds in each of its gemeenten.
    """

    huishouden_id: Woord
    score: Annotated[float, Ge(0), Le(1)]
    bron: Woord
    modelversie: Woord
    gemeentecode: Gemeentecode | None = None
    arbeidsmarktregio: Woord | None = None

    @property
    def plaats(self) -> Plaats | None:
        """Column in which the place stands; None where it stands in both or in none."""
        if bool(self.gemeentecode) == bool(self.arbeidsmarktregio):
            return None
        return "gemeentecode" if self.gemeentecode else "arbeidsmarktregio"


@dataclass(frozen=True, slots=True)
class Herkomst:
    """Who gave the scores, by which models, and of how many households [households]."""

    bronnen: tuple[str, ...]
    modelversies: tuple[str, ...]
    huishoudens: int


def herkomst(scores: Sequence[Score]) -> Herkomst:
    """Say where scores come from, in alphabetical order."""
    return Herkomst(
        tuple(sorted({row.bron for row in scores})),
        tuple(sorted({row.modelversie for row in scores})),
        len({row.huishouden_id for row in scores}),
    )
