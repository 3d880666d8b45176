"""A whole case is carried over to the gemeenten of today, checked as any case, and reported on."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from inputs import check_counts, check_duties, check_keys, check_privacy
from inputs.check_privacy import about_households, veiled
from inputs.checks import run_checks
from inputs.codes import Code
from inputs.found import OVERGANG
from inputs.messages import Lang
from inputs.problems import InputProblems, Problem, has_errors, in_order
from inputs.reader import ReadTable, read_table
from inputs.readings import Readings
from inputs.recode import agreements, deliveries, gemeenten, places
from inputs.recode.area import Area, area_of
from inputs.recode.crosswalk import Crosswalk
from inputs.recode.draft import Draft, Note, draft
from inputs.recode.files import report_bytes, table_bytes
from inputs.recode.source import Source
from inputs.recode.tables import FOLDINGS
from inputs.recode.totals import Total, totals
from inputs.tables import TABLES

FIRST: tuple[Callable[[Readings], Iterator[Problem]], ...] = (
    check_privacy.pseudonyms_hide_who_it_is,
    check_privacy.texts_hide_who_it_is,
    check_keys.duplicate_keys,
    check_counts.least_is_at_most_most,
    check_duties.agreements_are_between_two,
)
"""Checks of the old tables: adding up would hide what they find."""
Carry = Callable[[Draft, Area], None]
CARRY: Mapping[str, Carry] = {
    **FOLDINGS,
    "gemeenten": gemeenten.carry,
    "aanlevering": deliveries.carry,
    "woningaanbod": places.carry_homes,
    "afspraken": agreements.carry_agreements,
    "bindingen": agreements.carry_grounds,
    "vastleggingen": agreements.carry_locks,
}
"""How each table is carried over; of any other only the cells that name a place change."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A case with the codes of today.

    Attributes
    ----------
    merged : Mapping
        Gemeenten that ended, to those of today that they became.
    warnings : tuple of Problem
        What the planner should look at in the new case.
    """

    drafts: Mapping[str, Draft]
    settings: Mapping[str, bytes]
    notes: tuple[Note, ...]
    totals: tuple[Total, ...]
    merged: Mapping[str, tuple[str, ...]]
    warnings: tuple[Problem, ...]

    @property
    def changed(self) -> bool:
        """Tell whether there was any code of an earlier year."""
        return bool(self.merged)

    def files(self, lang: Lang) -> dict[str, bytes]:
        """Give the files of the new case with the report."""
        tables = {item.table.bestand: table_bytes(item.sheet()) for item in self.drafts.values()}
        return {**tables, **self.settings, OVERGANG: report_bytes(self.notes, lang)}


def carry(source: Source, walk: Crosswalk) -> Carried:
    """Carry a case over.

    Raises
    ------
    InputProblems
        The old case cannot be carried over, or the new one has an error; rows are those of the old files.
    """
    before = {name: table.read for name, table in source.tables.items()}
    readings = source.readings(before)
    stop([problem for check in FIRST for problem in check(readings)], before)
    drafts = {name: draft(TABLES[name], table) for name, table in source.tables.items()}
    area = area_of(drafts["gemeenten"], walk)
    for name, item in drafts.items():
        CARRY.get(name, places.carry)(item, area)
    problems = [problem for item in drafts.values() for problem in item.problems]
    stop(problems, before)
    merged = {code: walk.today(code) for code in sorted(set().union(*(item.ended for item in drafts.values())))}
    if not merged:
        return Carried(drafts, source.settings, (), (), {}, source.warnings)
    after = {name: _read(source, item) for name, item in drafts.items()}
    sums = totals(before, after, drafts)
    checked = source.readings(after)
    stop([*(problem for table in after.values() for problem in table.problems), *run_checks(checked)], before)
    notes = tuple(note for item in drafts.values() for note in item.notes)
    left = tuple(Note(name, None, "", "", "", "blijft") for name in source.left)
    warnings = in_order([*source.warnings, *problems, *_emptied(drafts)])
    return Carried(drafts, source.settings, (*notes, *left), tuple(sums), merged, warnings)


def stop(problems: Sequence[Problem], tables: Mapping[str, ReadTable]) -> None:
    """Stop at an error; nothing is shown that tells who a household is."""
    if has_errors(problems):
        raise InputProblems(veiled(problems, {tables[n].bestand for n in about_households() if n in tables}))


def _read(source: Source, item: Draft) -> ReadTable:
    """Read a carried table as if it stood in a file."""
    found = source.tables[item.table.name].found
    return read_table(replace(found, sheet=item.sheet()), item.table)


def _emptied(drafts: Mapping[str, Draft]) -> Iterator[Problem]:
    """Warn once for each column in which cells were left empty because not every row had a value."""
    for item in drafts.values():
        cells = Counter(note.kolom for note in item.notes if note.wat == "leeg")
        for kolom, count in cells.items():
            yield Problem(Code.WAARDE_WEGGELATEN, item.bestand, kolom=kolom, velden={"aantal": count})
