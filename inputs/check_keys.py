"""Keys hold across files: what occurs once, what exists, what belongs to the case."""

from collections.abc import Iterator

from inputs.cells import CODE, Fault, convert
from inputs.codes import Code
from inputs.facts import by_code, gemeenten_2026, nearest
from inputs.herindelingen import ended, ended_named, told
from inputs.problems import Problem
from inputs.readings import Readings
from inputs.suggest import Hints
from inputs.tables import TABLES, Column, code_columns, columns

HOUSEHOLDS, PSEUDONYM = "huishoudens", "huishouden_id"
"""Table of the households, and the column by which every table names one."""
ANYWHERE = "opvanglocaties"
"""Table whose gemeenten may lie outside the case: a household may come from another part of the country."""


def duplicate_keys(read: Readings) -> Iterator[Problem]:
    """Refuse two rows with the same key; name both."""
    for name, table in TABLES.items():
        first: dict[tuple[object, ...], int] = {}
        for regel, row in read.rows(name) if table.key else ():
            key = tuple(getattr(row, column) for column in table.key)
            if key in first:
                found = " / ".join(str(part) for part in key if part is not None)
                velden: dict[str, str | int] = {"eerste": first[key]}
                yield Problem(Code.DUBBEL, read.rows(name).bestand, regel, " / ".join(table.key), found, velden)
            first.setdefault(key, regel)


def codes_exist(read: Readings) -> Iterator[Problem]:
    """Refuse gemeentecodes that the year does not have; of a gemeente that ended, say where it went."""
    hints: dict[str, str] = {}
    for name, regel, kolom, code, naam in _codes(read):
        if code not in by_code():
            merged = ended().get(code) or ended_named(naam)
            if merged:
                kind, velden = told(merged)
            else:
                if code not in hints:
                    hints[code] = nearest(code, naam) if len(hints) < Hints.MOST else ""
                kind, velden = Code.GEMEENTE_ONBEKEND, {"bedoeld": hints[code]}
            yield Problem(kind, read.rows(name).bestand, regel, kolom, code, velden)


def codes_in_case(read: Readings) -> Iterator[Problem]:
    """Refuse gemeentecodes that are not among the gemeenten of the case.

    While the table gemeenten itself has an unknown code, only that is reported.
    """
    own = {gemeente.gemeentecode for gemeente in read.gemeenten.rows}
    if not own <= by_code().keys():
        return
    for name, regel, kolom, code, _ in _codes(read):
        if name != ANYWHERE and code not in own and code in by_code():
            naam = by_code()[code].naam
            yield Problem(Code.GEMEENTE_NIET_IN_CASUS, read.rows(name).bestand, regel, kolom, code, {"naam": naam})


def binding_codes_are_written_well(read: Readings) -> Iterator[Problem]:
    """Refuse anything but gemeentecodes in the list of a binding."""
    column = Column("gemeenten", "gemeentecode", required=True)
    for regel, binding in read.bindingen:
        for word in (binding.gemeenten or "").split():
            found = convert(word, column)
            if isinstance(found, Fault):
                yield read.bindingen.problem(found.code, regel, "gemeenten", word, **found.velden)
            elif not isinstance(found, str):
                velden = {"voorbeeld": str(getattr(found, "value", ""))}
                yield read.bindingen.problem(Code.CODE_ONJUIST, regel, "gemeenten", word, **velden)


def bindings_name_one_place(read: Readings) -> Iterator[Problem]:
    """Ask either gemeenten or a regio of a binding, never both or none."""
    for regel, binding in read.bindingen:
        if bool((binding.gemeenten or "").split()) == bool(binding.regio):
            found = f"{binding.gemeenten or ''} / {binding.regio or ''}"
            yield Problem(Code.BINDING_EEN_VAN_TWEE, read.bindingen.bestand, regel, "gemeenten / regio", found)


def bindings_end_after_they_begin(read: Readings) -> Iterator[Problem]:
    """Refuse a ground that ended before the day on which it was established."""
    for regel, binding in read.bindingen:
        if binding.tot and binding.tot < binding.peildatum:
            velden: dict[str, str | int] = {"peildatum": str(binding.peildatum)}
            yield read.bindingen.problem(Code.GROND_VOOR_PEILDATUM, regel, "tot", binding.tot, **velden)


def rows_know_their_household(read: Readings) -> Iterator[Problem]:
    """Refuse a row about a household that is not in the case, in every table that names households."""
    known = {household.huishouden_id for household in read.huishoudens.rows}
    for name, table in TABLES.items():
        if name != HOUSEHOLDS and PSEUDONYM in {column.name for column in columns(table)}:
            for regel, row in read.rows(name):
                pseudonym = getattr(row, PSEUDONYM)
                if pseudonym and pseudonym not in known:
                    yield read.rows(name).problem(Code.HUISHOUDEN_ONBEKEND, regel, PSEUDONYM, pseudonym)


def households_know_their_site(read: Readings) -> Iterator[Problem]:
    """Refuse a household at an opvanglocatie that is not in the case."""
    known = {site.locatie for site in read.opvanglocaties.rows}
    hint = Hints(sorted(known))
    for regel, household in read.huishoudens:
        site = household.opvanglocatie
        if site not in known:
            yield read.huishoudens.problem(Code.OPVANGLOCATIE_ONBEKEND, regel, "opvanglocatie", site, **hint(site))


def work_regions_exist(read: Readings) -> Iterator[Problem]:
    """Refuse an arbeidsmarktregio that neither the case nor the country has."""
    known = {gemeente.arbeidsmarktregio for gemeente in read.gemeenten.rows}
    known |= {feit.arbeidsmarktregio for feit in gemeenten_2026()}
    hint = Hints(sorted(known))
    for regel, demand in read.arbeidsmarkt:
        regio = demand.arbeidsmarktregio
        if regio not in known:
            yield read.arbeidsmarkt.problem(Code.REGIO_ONBEKEND, regel, "arbeidsmarktregio", regio, **hint(regio))


def binding_regions_are_in_case(read: Readings) -> Iterator[Problem]:
    """Refuse a binding to an arbeidsmarktregio without gemeenten in the case."""
    known = {gemeente.arbeidsmarktregio for gemeente in read.gemeenten.rows}
    hint = Hints(sorted(known))
    for regel, binding in read.bindingen:
        if binding.regio and binding.regio not in known:
            yield read.bindingen.problem(Code.REGIO_ONBEKEND, regel, "regio", binding.regio, **hint(binding.regio))


def _codes(read: Readings) -> Iterator[tuple[str, int, str, str, str]]:
    """Walk over every gemeentecode: table, row number, column, code, and the name beside it where there is one."""
    for name, table in TABLES.items():
        kolommen = code_columns(table)
        for regel, row in read.rows(name) if kolommen else ():
            naam = getattr(row, "naam", "")
            for kolom in kolommen:
                if code := getattr(row, kolom):
                    yield name, regel, kolom, code, naam
    for regel, binding in read.bindingen:
        for word in (binding.gemeenten or "").split():
            if CODE.fullmatch(word):
                yield "bindingen", regel, "gemeenten", word, ""
