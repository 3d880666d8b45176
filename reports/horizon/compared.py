"""Scenarios side by side: what each says at the kwartalen that are compared, and the fan around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from inputs.case import Case
from inputs.horizon import Plankeuzes
from optimizer.horizon.fan import Draw, quantile
from optimizer.horizon.result import Planuitkomst
from reports.horizon.figures import FIGURES, Figures

PARTS = {"p10": 0.1, "p50": 0.5, "p90": 0.9}
"""Parts of the draws that lie below the edges of a fan [1]."""
HORIZONS = (4, 12)
"""Kwartalen after which scenarios are compared: short and long term [kwartalen]."""


@dataclass(frozen=True, eq=False)
class Scenario:
    """One scenario: its plan, its figures, and those of its draws.

    Attributes
    ----------
    draws, drawn : tuple
        The draws, and the figures of each.
    """

    naam: str
    case: Case
    keuzes: Plankeuzes
    plan: Planuitkomst
    figures: Figures
    draws: tuple[Draw, ...] = ()
    drawn: tuple[Figures, ...] = ()

    @property
    def kwartalen(self) -> tuple[str, ...]:
        """Name the kwartalen."""
        return tuple(k.kwartaal for k in self.plan.kwartalen)

    def fan(self, name: str, t: int) -> tuple[float | None, ...]:
        """Give p10, p50 and p90 of a figure in a kwartaal; None each where nothing was drawn."""
        values = [figures[name][t] for figures in self.drawn]
        return tuple(quantile(values, part) for part in PARTS.values())

    def money(self, t: int) -> dict[tuple[str, str], tuple[float, float]]:
        """Give by gemeente and scheme what was paid for, and the euros, up to and including a kwartaal."""
        upto = set(self.kwartalen[: t + 1])
        own: dict[tuple[str, str], list[tuple[float, float]]] = {}
        for row in self.plan.geld_gemeenten:
            if row.kwartaal in upto:
                own.setdefault((row.gemeentecode, row.regeling), []).append((row.aantal, row.totaal))
        return {key: (fsum(n for n, _ in rows), fsum(euro for _, euro in rows)) for key, rows in sorted(own.items())}


def horizons(count: int) -> tuple[int, ...]:
    """Give the kwartalen that are compared, counted from 0: the fourth and the last.

    >>> horizons(12), horizons(6), horizons(3)
    ((3, 11), (3, 5), (2,))
    """
    return tuple(dict.fromkeys(min(h, count) - 1 for h in (HORIZONS[0], max(count, 1))))


def compared_at(scenarios: Sequence[Scenario]) -> tuple[int, ...]:
    """Give the kwartalen at which scenarios are compared."""
    return horizons(len(scenarios[0].kwartalen))


__all__ = ["FIGURES", "HORIZONS", "PARTS", "Scenario", "compared_at", "horizons"]
