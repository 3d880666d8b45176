"""Agreements, grounds and locks of gemeenten that merged: what became the same becomes one row, and nothing is lost."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from inputs.codes import Code
from inputs.recode import places
from inputs.recode.area import Area, Group
from inputs.recode.counts import new_line, recode, rest
from inputs.recode.draft import Draft, Line, joined, number

NUMBER = ("min", "max")
"""Locks of a number of persons."""


def carry_agreements(draft: Draft, area: Area) -> None:
    """Write the codes of today; drop an agreement of a gemeente with itself; add up those between the same two."""
    places.carry(draft, area)
    kept: dict[tuple[Hashable, ...], list[Line]] = defaultdict(list)
    for line in draft.lines:
        van, naar = str(line.code("van")), str(line.code("naar"))
        if van == naar:
            draft.note(line, "personen", "", "met_zichzelf", nieuw=area.walk.named(van))
            draft.lose("personen", Fraction(line.row.personen))
        else:
            kept[van, naar, line.row.kwartaal, line.row.grond].append(line)
    draft.lines = [_added(draft, lines) for lines in kept.values()]


def _added(draft: Draft, lines: Sequence[Line]) -> Line:
    """Make one agreement of several between the same two gemeenten."""
    first, *others = lines
    text = number(sum((Fraction(line.row.personen) for line in lines), Fraction(0)))
    for line in lines if others else ():
        draft.note(line, "personen", text, "som", deel=str(line.row.personen), nieuw=str(first.code("van")))
    if others:
        draft.put(first, "personen", text)
        draft.put(first, "bron", joined([draft.text(line, "bron") for line in lines], "; "))
    return first


def carry_grounds(draft: Draft, area: Area) -> None:
    """Write the codes of today in the grounds; of two that became the same in every cell, one stays."""
    places.carry(draft, area)
    first: dict[tuple[Hashable, ...], Line] = {}
    for line in draft.lines:
        row = line.row
        key = (row.huishouden_id, row.grond, line.code("gemeenten"), row.regio, row.peildatum, row.tot)
        kept = first.setdefault(key, line)
        if kept is not line:
            draft.note(line, "", "", "dubbel", andere=kept.regel)
    draft.lines = list(first.values())


def carry_locks(draft: Draft, area: Area) -> None:
    """Write the codes of today in the locks; those of a number add up where every gemeente that merged has one."""
    for line in draft.lines:
        if line.row.soort in places.HOUSEHOLD_LOCK and line.row.waarde:
            places.replace(draft, area, line, "waarde", [line.row.waarde])
    general = [line for line in draft.lines if line.row.gemeentecode]
    ours = replace(draft, lines=general)  # shares its notes and problems
    kept = [
        *_households([line for line in draft.lines if not line.row.gemeentecode], draft),
        *(line for group in area.groups(ours, "gemeentecode", ("soort",)) for line in _locks(draft, group, area)),
    ]
    draft.lines = sorted(kept, key=lambda line: line.regel)


def _households(lines: Sequence[Line], draft: Draft) -> list[Line]:
    """Make one lock of those on a household that became the same, with every reason."""
    first: dict[tuple[Hashable, ...], Line] = {}
    for line in lines:
        kept = first.setdefault((line.row.huishouden_id, line.row.soort, line.code("waarde")), line)
        if kept is line:
            continue
        draft.note(line, "", "", "dubbel", andere=kept.regel)
        for kolom in ("reden", "wie"):
            draft.put(kept, kolom, joined([draft.text(kept, kolom), draft.text(line, kolom)], " / "))
    return list(first.values())


def _locks(draft: Draft, group: Group, area: Area) -> Iterator[Line]:
    """Give the locks of one kind on a gemeente of today."""
    expected, given = area.made_of.get(group.new, frozenset()), group.codes
    alone = given == {group.new} and (group.new not in expected or expected == given)
    if alone:
        yield from (member.line for member in group.members)
    elif strange := _no_number(group):
        draft.problem(Code.VASTLEGGING_WAARDE, strange, "waarde", soort=strange.row.soort)
    elif given == expected and len(group.members) == len(given):
        yield _lock(draft, group, area)
    elif all(area.walk.parts(code) is not None for code in expected):
        velden: dict[str, str | int] = {"soort": group.key[0], "nieuw": area.walk.named(group.new)}
        velden["gemeenten"] = area.walk.listed(expected or given)
        draft.problem(Code.VASTLEGGING_VAN_DEEL, group.members[0].line, "gemeentecode", **velden)


def _no_number(group: Group) -> Line | None:
    """Find a lock of a number that has none."""
    lines = [member.line for member in group.members if member.line.row.soort in NUMBER]
    return next((line for line in lines if not re.fullmatch(r"[0-9]+", line.row.waarde or "")), None)


def _lock(draft: Draft, group: Group, area: Area) -> Line:
    """Make one lock on a gemeente of today."""
    line = new_line(group)
    recode(draft, group, "gemeentecode", area, line)
    if group.key[0] in NUMBER:
        pieces = [area.piece(member, group.new, int(member.line.row.waarde)) for member in group.members]
        for member, piece in zip(group.members, pieces, strict=True):
            nieuw = area.walk.named(group.new)
            draft.note(member.line, "waarde", str(sum(pieces)), "som", deel=str(piece), nieuw=nieuw)
        draft.put(line, "waarde", str(sum(pieces)))
    rest(draft, group, line, ("reden", "wie"))
    return line
