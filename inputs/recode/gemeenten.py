"""Gemeenten that merged become one row of the gemeente of today; a divided one is spread over its successors."""

from collections import defaultdict
from collections.abc import Mapping

from inputs.codes import Code
from inputs.facts import Feit, by_code
from inputs.recode.area import Area, Group, day_of, refuse_mixed
from inputs.recode.counts import added, averaged, new_line, recode, rest, same_or_empty
from inputs.recode.draft import Draft, Line

COUNTS = (
    "inwoners",
    "achterstand",
    "min_personen",
    "max_personen",
    "sociale_verhuringen",
    "vorig_kwartaal_personen",
    "woningvoorraad",
    "corporatiebezit",
)
"""Columns that add up [persons, homes]."""
AREAS = ("provincie", "arbeidsmarktregio")
"""Columns with the name of the area that a gemeente lies in; other tables use the same names."""
Called = Mapping[str, Mapping[str, str]]
"""Column, then name by CBS, to the name that the case writes for it."""


def carry(draft: Draft, area: Area) -> None:
    """Carry over the table gemeenten."""
    called = {kolom: _called(draft, kolom) for kolom in AREAS}
    lines = []
    for group in area.groups(draft, "gemeentecode"):
        if not area.walk.together(group.codes):
            refuse_mixed(draft, group, "gemeentecode", area.walk)
        elif group.changed:
            _warn_incomplete(draft, group, area)
            lines.append(_one(draft, group, area, called))
        else:
            lines.append(group.members[0].line)
    draft.lines = lines


def _one(draft: Draft, group: Group, area: Area, called: Called) -> Line:
    """Make the row of a gemeente of today."""
    line = new_line(group)
    recode(draft, group, "gemeentecode", area, line)
    for kolom in COUNTS:
        added(draft, group, kolom, area, line)
    averaged(draft, group, "ses_woa", area, line)
    _priority(draft, group, area, line)
    fact = by_code().get(group.new)
    if fact is not None:
        _facts(draft, group, line, fact, called)
    same_or_empty(draft, group, "status", line, "status")
    rest(draft, group, line)
    return line


def _facts(draft: Draft, group: Group, line: Line, fact: Feit, called: Called) -> None:
    """Take name and areas from CBS; a gemeente that is in the case itself keeps what is written there.

    An area gets the name that the case gives it elsewhere: other tables use that name.
    """
    if group.own is None:
        official = {"naam": fact.naam, **{kolom: getattr(fact, kolom) for kolom in AREAS}}
        for kolom, name in official.items():
            text = called.get(kolom, {}).get(name, name)
            for member in group.members:
                if draft.text(member.line, kolom) != text:
                    draft.note(member.line, kolom, text, "cbs", bron=fact.bron)
            draft.put(line, kolom, text)
    cbs: dict[str, str | int] = {"cbs": fact.inwoners, "peildatum": fact.peildatum}
    draft.note(line, "inwoners", draft.text(line, "inwoners"), "inwoners", **cbs)


def _called(draft: Draft, kolom: str) -> dict[str, str]:
    """Give the name that the case writes for each area, where its gemeenten of today agree on one."""
    names: dict[str, set[str]] = defaultdict(set)
    for line in draft.lines:
        fact = by_code().get(line.row.gemeentecode)
        if fact is not None:
            names[getattr(fact, kolom)].add(getattr(line.row, kolom))
    return {official: min(found) for official, found in names.items() if len(found) == 1}


def _priority(draft: Draft, group: Group, area: Area, line: Line) -> None:
    """Keep the priority that all agree on; a gemeente that goes on keeps its own; of a new one the planner chooses."""
    found = [(member, member.line.row.voorrang) for member in group.members]
    chosen = draft.text(line, "voorrang")
    if len({voorrang for _, voorrang in found}) == 1:
        return
    nieuw = area.walk.named(group.new)
    if group.own is not None:
        for member, voorrang in found:
            if voorrang != line.row.voorrang:
                draft.note(member.line, "voorrang", chosen, "voorrang", nieuw=nieuw)
        return
    rows = ", ".join(f"{area.walk.named(member.code)} {voorrang}" for member, voorrang in found)
    draft.problem(Code.VOORRANG_VERSCHILT, group.members[0].line, "voorrang", nieuw=nieuw, rijen=rows)


def _warn_incomplete(draft: Draft, group: Group, area: Area) -> None:
    """Warn where a gemeente of today is made of more than the case has of it: its numbers are too low."""
    day = area.walk.last_day(group.codes)
    missing = area.walk.before(group.new, day) - group.codes if day is not None else frozenset[str]()
    if missing and day is not None:
        velden: dict[str, str | int] = {"nieuw": area.walk.named(group.new), "dag": day_of(day)}
        velden |= {"ontbreekt": area.walk.listed(missing), "aanwezig": area.walk.listed(group.codes)}
        draft.problem(Code.OPVOLGER_ONVOLLEDIG, group.members[0].line, "gemeentecode", **velden)
