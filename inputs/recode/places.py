"""A cell that names one place gets the code of today; which part of a divided gemeente is meant, the planner says."""

from collections.abc import Mapping

from inputs.cells import CODE
from inputs.codes import Code
from inputs.recode.area import Area
from inputs.recode.draft import Draft, Line
from inputs.tables import code_columns

WORDS: Mapping[str, tuple[str, ...]] = {
    "huishoudens": ("voorkeur_1", "voorkeur_2", "voorkeur_3"),
    "bindingen": ("gemeenten",),
}
"""Columns of text that hold gemeentecodes, by table."""
HOUSEHOLD_LOCK = ("vast", "verboden")
"""Locks whose value names a gemeente."""


def carry(draft: Draft, area: Area) -> None:
    """Write the codes of today in every cell of a table that names a place."""
    for line in draft.lines:
        for kolom in code_columns(draft.table):
            if code := getattr(line.row, kolom):
                replace(draft, area, line, kolom, [code])
        for kolom in WORDS.get(draft.table.name, ()):
            replace(draft, area, line, kolom, (getattr(line.row, kolom) or "").split())


def carry_homes(draft: Draft, area: Area) -> None:
    """Write the codes of today in the homes, and note where owner and host became one gemeente."""
    carry(draft, area)
    for line in draft.lines:
        host = line.code("gastgemeente")
        if host and host == line.code("gemeentecode") and line.row.host != line.row.gemeentecode:
            draft.note(line, "gastgemeente", host, "gast", nieuw=area.walk.named(host))


def replace(draft: Draft, area: Area, line: Line, kolom: str, words: list[str]) -> None:
    """Write the codes of today in a cell with one code or several, each once; words that are no code stay."""
    ended = [word for word in words if CODE.fullmatch(word) and word in area.walk.ended]
    if not ended:
        return
    new = {word: _whole(draft, area, line, kolom, word) for word in ended}
    text = " ".join(dict.fromkeys(new.get(word, word) for word in words))
    for word in ended:
        draft.ended.add(word)
        end, nieuw = area.walk.ended[word], area.walk.named(new[word])
        per, oud = end.datum.isoformat(), area.walk.named(word)
        draft.note(line, kolom, text, "code", oud=oud, nieuw=nieuw, per=per, bron=end.bron)
    draft.put(line, kolom, text)
    line.now[kolom] = text


def _whole(draft: Draft, area: Area, line: Line, kolom: str, code: str) -> str:
    """Give the one gemeente of today that a code means; refuse a divided one, for a place lies in one part of it."""
    parts = area.walk.parts(code)
    if parts is not None and len(parts) == 1:
        return next(iter(parts))
    opvolgers = area.walk.successors[code]
    velden: dict[str, str | int] = {"gemeente": area.walk.named(code), "opvolgers": area.walk.listed(opvolgers)}
    draft.problem(Code.PLAATS_VERDEELD, line, kolom, **velden)
    return code
