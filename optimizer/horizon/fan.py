"""A fan: draws of inflow, family reunification and delivery around what a scenario says, each by its own seed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from inputs.case import Case
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
    """Give the numbers between -1 and 1 of a draw; they follow from seed and number alone, whoever asks."""
    return tuple(map(float, np.random.default_rng([seed, number]).uniform(-1.0, 1.0, len(SPREADS))))


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


def drawn_case(case: Case, drawn: Draw) -> Case:
    """Change the chance that homes come in time by a draw; it is never more than 1."""
    homes = tuple(replace(r, leverkans=min(max(r.leverkans * drawn.leverkans, 0.0), 1.0)) for r in case.woningaanbod)
    return replace(case, woningaanbod=homes)


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
