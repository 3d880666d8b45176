"""A fan: draws of inflow, family reunification and delivery around what a scenario says, each by its own seed."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from inputs.case import Case
from inputs.domain import Woningaanbod
from inputs.horizon import Reeks, Reeksen, plan_values

SPREADS = ("waaier.instroom", "waaier.nareis", "waaier.vertraging", "waaier.leverkans", "waaier.uitloop")
"""Values that say how far a draw lies from the scenario at most, in the order of the numbers of ``luck``."""


@dataclass(frozen=True, slots=True)
class Draw:
    """One draw; it holds in every kwartaal.

    Attributes
    ----------
    instroom, nareis, leverkans : float
        What the scenario's own value is multiplied by [1].
    vertraging : float
        Kwartalen that family comes later (+) or earlier (-) [kwartalen].
    uitloop : float
        What is added to the part of late homes that comes a kwartaal later [1].
    """

    nummer: int = 0
    instroom: float = 1.0
    nareis: float = 1.0
    vertraging: float = 0.0
    leverkans: float = 1.0
    uitloop: float = 0.0


def luck(seed: int, number: int) -> tuple[float, ...]:
    """Give the numbers between -1 and 1 of a draw; they follow from seed and number alone, whoever asks.

    Draws come in pairs of which the second is the mirror image of the first, so that few draws lie around the scenario
    and not to one side of it.

    >>> [round(a + b, 9) for a, b in zip(luck(1, 1), luck(1, 2), strict=True)]
    [0.0, 0.0, 0.0, 0.0, 0.0]
    """
    pair, second = divmod(number - 1, 2)
    found = np.random.default_rng([seed, pair]).uniform(-1.0, 1.0, len(SPREADS))
    return tuple(map(float, -found if second else found))


def draw(number: int, chance: Sequence[float], series: Reeksen) -> Draw:
    """Make a draw with the spreads of a scenario in its first kwartaal."""
    inflow, family, delay, delivery, late = (
        part * float(series[name][0]) for name, part in zip(SPREADS, chance, strict=True)
    )
    return Draw(number, 1 + inflow, 1 + family, delay, 1 + delivery, late)


def drawn_series(series: Reeksen, drawn: Draw) -> Reeksen:
    """Change the values of a scenario by a draw; none leaves its allowed range."""
    changed = {
        "instroom.factor": series["instroom.factor"] * drawn.instroom,
        "nareis.factor": series["nareis.factor"] * drawn.nareis,
        "nareis.vertraging": series["nareis.vertraging"] + drawn.vertraging,
        "aanbod.uitloop_deel": series["aanbod.uitloop_deel"] + drawn.uitloop,
    }
    kept = {name: _within(name, values) for name, values in changed.items()}
    return Reeksen(series.kwartalen, MappingProxyType({**series.waarden, **kept}), series.regimes)


def _within(name: str, values: Reeks) -> Reeks:
    """Keep a value in its allowed range."""
    least, most = plan_values()[name].bereik
    return np.clip(values, least, most)


def rounding(seed: int, number: int, count: int) -> Reeks:
    """Give a number between 0 and 1 for each record of homes: where it is below what is left of a home, that comes."""
    return np.random.default_rng([seed, number, 1]).uniform(0.0, 1.0, count)


def drawn_case(case: Case, drawn: Draw, chance: Reeks) -> Case:
    """Change the chance that homes come in time by a draw: whole homes, as many on average as the draw says.

    No record gives more than it offers. Rounding every record down would lose nearly all small ones.
    """
    homes = tuple(_delivered(r, drawn.leverkans, float(u)) for r, u in zip(case.woningaanbod, chance, strict=True))
    return replace(case, woningaanbod=homes)


def _delivered(record: Woningaanbod, factor: float, chance: float) -> Woningaanbod:
    """Let whole homes of a record come in time."""
    offered = record.aantal * record.aandeel_statushouders
    if offered <= 0:
        return record
    expected = min(record.bruikbaar * factor, float(replace(record, leverkans=1.0).bruikbaar))
    whole = math.floor(expected)
    count = whole + (chance < expected - whole)
    return replace(record, leverkans=min(count / offered, 1.0))


def quantile(values: Sequence[float | None], part: float) -> float | None:
    """Give the value below which a part of the values lies, between two of them in proportion; None of none.

    >>> quantile([3.0, 1.0, 2.0, None], 0.5), quantile([0.0, 10.0], 0.1), quantile([], 0.5)
    (2.0, 1.0, None)
    """
    known = sorted(v for v in values if v is not None)
    if not known:
        return None
    at = part * (len(known) - 1)
    below = int(at)
    above = min(below + 1, len(known) - 1)
    return known[below] + (at - below) * (known[above] - known[below])
