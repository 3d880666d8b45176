"""What the chapters of a page on a plan share: the plan, the words, and numbers as written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum

from inputs.case import Case
from inputs.horizon import Plankeuzes
from optimizer.horizon.result import Kwartaalstand, Planuitkomst
from reports.horizon.charts import written
from reports.words import Lang, Words, words


@dataclass(frozen=True, slots=True)
class View:
    """A plan as it is shown."""

    case: Case
    keuzes: Plankeuzes
    plan: Planuitkomst
    lang: Lang

    @property
    def told(self) -> Words:
        """Give the words."""
        return words(self.lang)

    @property
    def names(self) -> tuple[str, ...]:
        """Name the kwartalen."""
        return tuple(k.kwartaal for k in self.plan.kwartalen)

    def values(self, field: str, rows: Iterable[object] = ()) -> list[float]:
        """Give a number of every kwartaal."""
        return [float(getattr(k, field)) for k in (rows or self.plan.kwartalen)]

    def n(self, value: float | None, decimals: int = 0) -> str:
        """Write a number."""
        return written(value, self.lang, decimals)

    def head(self, column: str) -> str:
        """Give the heading of a column of the tables."""
        return self.told(f"plan_kolom.{column}")


def delays(kwartalen: Sequence[Kwartaalstand]) -> list[float | None]:
    """Give, up to each kwartaal, the weeks that adults waited for a course seat per adult that started [weeks].

    Whoever still waits is counted in the weeks and not among those who started, so that no waiting drops out. None as
    long as nobody started.
    """
    found = list[float | None]()
    for n in range(1, len(kwartalen) + 1):
        started = fsum(k.cursus_start for k in kwartalen[:n])
        found.append(fsum(k.cursus_wachtweken for k in kwartalen[:n]) / started if started > 0 else None)
    return found


def scores(kwartalen: Sequence[Kwartaalstand]) -> list[float | None]:
    """Give, up to each kwartaal, the average participation of all adults that got a home [0-1]."""
    found = list[float | None]()
    for n in range(1, len(kwartalen) + 1):
        known = [k for k in kwartalen[:n] if k.score is not None]
        adults = fsum(k.volwassenen for k in known)
        found.append(fsum((k.score or 0.0) * k.volwassenen for k in known) / adults if adults > 0 else None)
    return found
