"""Which gemeenten of the case become which gemeenten of today, and which of its rows belong together by that."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from inputs.codes import Code
from inputs.recode.crosswalk import WHOLE, Crosswalk, split
from inputs.recode.draft import Draft, Line


@dataclass(frozen=True, slots=True)
class Member:
    """A row that goes, or of which a part goes, into a gemeente of today [1]."""

    line: Line
    code: str
    share: Fraction


@dataclass(slots=True)
class Group:
    """Rows that become one: the gemeente of today, the rest of their key, and who they are in file order."""

    new: str
    key: tuple[Any, ...]
    members: list[Member] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Tell whether anything happens: one row of a gemeente that goes on by itself stays as it is."""
        return len(self.members) > 1 or self.members[0].code != self.new

    @property
    def own(self) -> Line | None:
        """Row that the gemeente of today had itself; None: it is new, or not in the table."""
        return next((member.line for member in self.members if member.code == self.new), None)

    @property
    def base(self) -> Line:
        """Row whose number and other cells the new one takes over."""
        return self.own or self.members[0].line

    @property
    def codes(self) -> frozenset[str]:
        """Gemeentecodes of the rows."""
        return frozenset(member.code for member in self.members)


@dataclass(frozen=True, slots=True)
class Area:
    """The crosswalk as far as a case needs it.

    Attributes
    ----------
    inwoners : Mapping
        Inhabitants by code, as the table gemeenten of the case has them [persons].
    made_of : Mapping
        Codes of that table that become a gemeente of today, or a part of it.
    last_day : date, optional
        Last day on which all gemeenten of that table existed; None: it is of today.
    """

    walk: Crosswalk
    inwoners: Mapping[str, int]
    made_of: Mapping[str, frozenset[str]]
    last_day: date | None

    def parts(self, draft: Draft, line: Line, kolom: str, code: str) -> Mapping[str, Fraction]:
        """Give the part of a row in each gemeente of today [1]; refuse a divided gemeente without parts, once."""
        parts = self.walk.parts(code)
        if parts is not None:
            return parts
        velden: dict[str, str | int] = {"gemeente": self.walk.named(code)}
        if not any(p.code is Code.VERDELING_NODIG and p.velden == {**p.velden, **velden} for p in draft.problems):
            opvolgers = self.walk.successors[code]
            velden |= {"opvolgers": self.walk.listed(opvolgers), "voorbeeld": f"{code};{opvolgers[0]};0,25;bron"}
            draft.problem(Code.VERDELING_NODIG, line, kolom, **velden)
        return {}

    def groups(self, draft: Draft, kolom: str, key: Sequence[str] = ()) -> list[Group]:
        """Put rows together that get the same gemeente of today and the same rest of the key, in file order."""
        found: dict[tuple[Any, ...], Group] = {}
        for line in draft.lines:
            code, rest = getattr(line.row, kolom), tuple(getattr(line.row, name) for name in key)
            shares: Mapping[Any, Fraction] = {None: WHOLE} if code is None else self.parts(draft, line, kolom, code)
            for new, share in shares.items():
                group = found.setdefault((new, *rest), Group(new, rest))
                group.members.append(Member(line, code, share))
        return list(found.values())

    def piece(self, member: Member, new: str, total: int) -> int:
        """Give the part of a row's whole number that goes to a gemeente of today [unit of total]."""
        parts = self.walk.parts(member.code)
        assert parts is not None, "a group holds no gemeente without parts"
        return split(parts, total)[new] if len(parts) > 1 else total

    def complete(self, draft: Draft, group: Group, kolom: str) -> bool:
        """Ask in a group a row of every gemeente that goes into it: one that is missing is not 0.

        A table that knows the gemeente of today already is left as it is; one that is behind the table gemeenten needs
        all the gemeenten that existed then.
        """
        given, expected = group.codes, self.made_of.get(group.new, frozenset())
        if given == expected or not expected or (given == {group.new} and group.new not in expected):
            return True
        if not self.walk.together(expected) or any(self.walk.parts(code) is None for code in expected):
            return True  # the table gemeenten is refused already
        needed = self._needed(group) if expected == {group.new} else expected
        if given == needed:
            return True
        self._refuse(draft, group, kolom, given, needed)
        return False

    def _needed(self, group: Group) -> frozenset[str]:
        """List what must be there for a gemeente that is whole in the table gemeenten.

        That is itself alone, unless its parts had ended by the day of that table: then this table is behind it.
        """
        ends = [self.walk.ended[code].datum for code in group.codes if code in self.walk.ended]
        if not ends or (self.last_day is not None and max(ends) > self.last_day):
            return frozenset((group.new,))
        return self.walk.before(group.new, min(ends) - timedelta(days=1))

    def _refuse(self, draft: Draft, group: Group, kolom: str, given: frozenset[str], needed: frozenset[str]) -> None:
        """Say why a group is not whole: of two years, a gemeente that is not in the case, or one without a row."""
        strange, missing = given - needed, needed - given
        if not self.walk.together(given):
            refuse_mixed(draft, group, kolom, self.walk)
        elif strange:
            member = next(member for member in group.members if member.code in strange)
            naam = self.walk.named(member.code)
            draft.problem(Code.GEMEENTE_NIET_IN_CASUS, member.line, kolom, naam=naam)
        else:
            velden = {"ontbreekt": self.walk.listed(missing), "aanwezig": self.walk.listed(given)}
            rest = " / ".join(str(part) for part in group.key)
            velden |= {"nieuw": self.walk.named(group.new), "sleutel": f" ({rest})" if rest else ""}
            draft.problem(Code.REGEL_VAN_DEEL_ONTBREEKT, group.members[0].line, kolom, **velden)


def refuse_mixed(draft: Draft, group: Group, kolom: str, walk: Crosswalk) -> None:
    """Refuse rows of gemeenten that never existed together: adding them up would count persons twice."""
    ended = [member for member in group.members if member.code in walk.ended]
    last = min(ended, key=lambda member: walk.ended[member.code].datum)
    new = max((m for m in group.members if m.code in walk.begun), key=lambda member: walk.begun[member.code])
    velden: dict[str, str | int] = {"oud": walk.named(last.code), "nieuw": walk.named(new.code)}
    velden |= {"per": day_of(walk.begun[new.code]), "andere": new.line.regel}
    draft.problem(Code.JAREN_DOOR_ELKAAR, last.line, kolom, **velden)


def area_of(gemeenten: Draft, walk: Crosswalk) -> Area:
    """Look in the table gemeenten which gemeenten of today the case is made of."""
    made_of: dict[str, set[str]] = defaultdict(set)
    for line in gemeenten.lines:
        code = line.row.gemeentecode
        for new in walk.parts(code) or walk.today(code):
            made_of[new].add(code)
    return Area(
        walk,
        {line.row.gemeentecode: line.row.inwoners for line in gemeenten.lines},
        {new: frozenset(codes) for new, codes in made_of.items()},
        walk.last_day([line.row.gemeentecode for line in gemeenten.lines]),
    )


def day_of(day: date) -> str:
    """Write a day as 24-3-2022."""
    return f"{day.day}-{day.month}-{day.year}"


Fold = Callable[[Draft, Group, Area], Line]
"""Makes one row of a group that changes."""


def folded(draft: Draft, area: Area, kolom: str, key: Sequence[str], fold: Fold) -> None:
    """Make one row of every whole group; a group that is not whole is refused, and one without change stays."""
    draft.lines = list(_lines(draft, area, area.groups(draft, kolom, key), kolom, fold))


def _lines(draft: Draft, area: Area, groups: Sequence[Group], kolom: str, fold: Fold) -> Iterator[Line]:
    """Give the rows after folding."""
    for group in groups:
        if not group.changed and area.made_of.get(group.new, {group.new}) == {group.new}:
            yield group.members[0].line
        elif area.complete(draft, group, kolom):
            yield fold(draft, group, area) if group.changed else group.members[0].line
