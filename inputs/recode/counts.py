"""Rows that become one: counts add up to the unit, scores are averaged by inhabitants, words stand side by side."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from inputs.codes import Code
from inputs.recode.area import Area, Group, Member
from inputs.recode.draft import Draft, Line, joined, number

DIGITS = 6
"""Decimals of an average, far more than a score can tell."""


def new_line(group: Group) -> Line:
    """Begin the row of a group: number and cells of its base."""
    base = group.base
    return Line(base.regel, base.row, list(base.cells))


def recode(draft: Draft, group: Group, kolom: str, area: Area, line: Line) -> None:
    """Write the code of today, and note of each row of another code where it, or which part of it, went."""
    nieuw = area.walk.named(group.new)
    for member in group.members:
        if member.code == group.new:
            continue
        draft.ended.add(member.code)
        end, oud = area.walk.ended[member.code], area.walk.named(member.code)
        bron = area.walk.sources.get((member.code, group.new), end.bron)
        if member.share == 1:
            per = end.datum.isoformat()
            draft.note(member.line, kolom, group.new, "code", oud=oud, nieuw=nieuw, per=per, bron=bron)
        else:
            draft.note(
                member.line, kolom, group.new, "deel", oud=oud, nieuw=nieuw, deel=number(member.share), bron=bron
            )
    draft.put(line, kolom, group.new)


def added(draft: Draft, group: Group, kolom: str, area: Area, line: Line) -> None:
    """Add up a count; where not every row has one, the sum is unknown and the cell stays empty."""
    pieces = [_piece(group, member, kolom, area) for member in group.members]
    known = [piece for piece in pieces if piece is not None]
    text = number(sum(known, Fraction(0))) if known and len(known) == len(pieces) else ""
    for member, piece in zip(group.members, pieces, strict=True):
        if piece is None:
            continue
        if text:
            draft.note(member.line, kolom, text, "som", deel=number(piece), nieuw=area.walk.named(group.new))
        else:
            draft.note(member.line, kolom, "", "leeg", nieuw=area.walk.named(group.new))
            draft.lose(kolom, piece)
    draft.put(line, kolom, text)


def _piece(group: Group, member: Member, kolom: str, area: Area) -> Fraction | None:
    """Give the part of a row's number that goes into a group: of a whole number a whole one, else exactly."""
    value: Any = getattr(member.line.row, kolom)
    if value is None:
        return None
    if isinstance(value, int):
        return Fraction(area.piece(member, group.new, value))
    return Fraction(value) * member.share


def averaged(draft: Draft, group: Group, kolom: str, area: Area, line: Line) -> None:
    """Average a score by the inhabitants of each row; where not every row has one, the cell stays empty."""
    values = [getattr(member.line.row, kolom) for member in group.members]
    if len(set(values)) == 1:
        return
    strange = next((member for member in group.members if member.code not in area.inwoners), None)
    if strange is not None:
        draft.problem(Code.GEMEENTE_NIET_IN_CASUS, strange.line, kolom, naam=area.walk.named(strange.code))
        return
    weights = [member.share * area.inwoners[member.code] for member in group.members]
    text, wat = ("", "leeg") if None in values else (_mean(values, weights), "gemiddeld")
    for member, value, weight in zip(group.members, values, weights, strict=True):
        if value is not None:
            draft.note(member.line, kolom, text, wat, nieuw=area.walk.named(group.new), inwoners=number(weight))
    draft.put(line, kolom, text)


def _mean(values: Sequence[float], weights: Sequence[Fraction]) -> str:
    """Write a weighted mean with six decimals, halves to the even digit; each value as it is written.

    >>> _mean([0.2, 0.5], [Fraction(2), Fraction(1)])
    '0,3'
    """
    total = sum((w * Fraction(str(v)) for w, v in zip(weights, values, strict=True)), Fraction(0))
    return number(round(total / sum(weights), DIGITS))


def put_together(draft: Draft, group: Group, kolom: str, line: Line, sign: str) -> None:
    """Put the words of a group behind each other."""
    text = joined([draft.text(member.line, kolom) for member in group.members], sign)
    for member in group.members if text != draft.text(line, kolom) else ():
        draft.note(member.line, kolom, text, "samen", nieuw=group.new)
    draft.put(line, kolom, text)


def same_or_empty(draft: Draft, group: Group, kolom: str, line: Line, what: str = "verschilt") -> None:
    """Keep what is the same in every row; nobody can know what differing cells are together."""
    texts = [draft.text(member.line, kolom) for member in group.members]
    if len(set(texts)) == 1:
        return
    for member, text in zip(group.members, texts, strict=True):
        if text:
            draft.note(member.line, kolom, "", what, nieuw=group.new)
    draft.put(line, kolom, "")


def rest(draft: Draft, group: Group, line: Line, words: Sequence[str] = ()) -> None:
    """Put words and sources together, keep a date of source that is the same, and strange columns likewise."""
    for kolom in dict.fromkeys((*words, "bron", "peildatum")):
        put_together(draft, group, kolom, line, "; " if kolom == "bron" else " / ")
    for kolom in draft.others():
        same_or_empty(draft, group, kolom, line)
