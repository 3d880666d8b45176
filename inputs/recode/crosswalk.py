"""Which part of every gemeente that ended went to which gemeente of today, in exact fractions."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from inputs.facts import by_code
from inputs.herindelingen import Herindeling
from inputs.rounding import largest_remainder

WHOLE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """The gemeenten that ended, with the gemeenten of today that they became.

    Attributes
    ----------
    begun : Mapping
        First day of the gemeenten that were new; any other is older than all that ended.
    successors : Mapping
        Gemeenten of today, in the order of their codes, by the code that ended.
    shares : Mapping
        Part of a gemeente that ended in each gemeente of today, above 0 and together 1, by the code that ended [1];
        a divided gemeente of which nobody gave the parts is not there.
    sources : Mapping
        Who gave the parts of a divided gemeente, by its code and that of today.
    """

    ended: Mapping[str, Herindeling]
    begun: Mapping[str, date]
    successors: Mapping[str, tuple[str, ...]]
    shares: Mapping[str, Mapping[str, Fraction]]
    sources: Mapping[tuple[str, str], str]

    def today(self, code: str) -> tuple[str, ...]:
        """List the gemeenten of today that a gemeente became; one that still exists is itself."""
        return self.successors.get(code, (code,))

    def parts(self, code: str) -> Mapping[str, Fraction] | None:
        """Give the part of a gemeente in each gemeente of today [1]; None: it was divided and nobody gave the parts."""
        return self.shares.get(code) if code in self.ended else {code: WHOLE}

    def named(self, code: str) -> str:
        """Name a gemeente of any year: GM0457 (Weesp)."""
        known = self.ended.get(code) or by_code().get(code)
        return f"{code} ({known.naam})" if known else code

    def listed(self, codes: Collection[str]) -> str:
        """Name gemeenten, in the order of their codes."""
        return ", ".join(self.named(code) for code in sorted(codes))

    def together(self, codes: Collection[str]) -> bool:
        """Tell whether there was a day on which all these gemeenten existed."""
        ends = [self.ended[code].datum for code in codes if code in self.ended]
        begins = [self.begun[code] for code in codes if code in self.begun]
        return not ends or not begins or max(begins) < min(ends)

    def last_day(self, codes: Collection[str]) -> date | None:
        """Give the last day on which all these gemeenten existed; None: all still do."""
        ends = [self.ended[code].datum for code in codes if code in self.ended]
        return min(ends) - timedelta(days=1) if ends else None

    def before(self, new: str, day: date) -> frozenset[str]:
        """List the gemeenten that existed on a day and of which a gemeente of today is made."""
        made_of = {new, *(code for code, found in self.successors.items() if new in self.shares.get(code, found))}
        return frozenset(code for code in made_of if self._lived(code, day))

    def _lived(self, code: str, day: date) -> bool:
        """Tell whether a gemeente existed on a day."""
        begin, end = self.begun.get(code, date.min), self.ended.get(code)
        return begin <= day and (end is None or day < end.datum)


def crosswalk(
    ended: Mapping[str, Herindeling],
    begun: Mapping[str, date],
    given: Mapping[str, Mapping[str, Fraction]] | None = None,
    sources: Mapping[tuple[str, str], str] | None = None,
) -> Crosswalk:
    """Follow every gemeente that ended to today, also where its successor ended later.

    Parameters
    ----------
    given : Mapping, optional
        Parts of divided gemeenten in each gemeente of today [1]; the others have only one successor, which got all.

    Raises
    ------
    ValueError
        A successor ended no later than the gemeente itself: then the list of herindelingen is wrong.
    """
    successors = {code: tuple(sorted(set(_today(code, ended)))) for code in ended}
    alone = {code: {found[0]: WHOLE} for code, found in successors.items() if len(found) == 1}
    parts = {code: {new: part for new, part in sorted(row.items()) if part} for code, row in (given or {}).items()}
    return Crosswalk(ended, begun, successors, {**alone, **parts}, sources or {})


def _today(code: str, ended: Mapping[str, Herindeling]) -> Iterator[str]:
    """Walk to the gemeenten of today that a gemeente became; every step goes forward in time, so the walk ends."""
    if code not in ended:
        yield code
        return
    for successor in ended[code].opvolgers:
        if successor in ended and ended[successor].datum <= ended[code].datum:
            raise ValueError(f"{code} ended on {ended[code].datum} and its successor {successor} no later")
        yield from _today(successor, ended)


def split(parts: Mapping[str, Fraction], total: int) -> dict[str, int]:
    """Divide a whole number by parts, by the largest remainder; ties go to the lowest code [unit of total].

    >>> split({"GM0855": Fraction(6, 10), "GM0865": Fraction(4, 10)}, -7)
    {'GM0855': -4, 'GM0865': -3}
    """
    sign = -1 if total < 0 else 1
    counts = largest_remainder(list(parts.values()), abs(total))
    return {new: sign * count for new, count in zip(parts, counts, strict=True)}
