"""One offer workbook is read as strictly as the tables of a case, with every problem in its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import get_args

from inputs import check_counts, check_keys, check_rules
from inputs.cells import KWARTAAL
from inputs.check_privacy import VEIL, veiled
from inputs.checks import Check, run_checks
from inputs.codes import Code
from inputs.domain import Gemeente
from inputs.facts import by_code, nearest, plain_name
from inputs.herindelingen import ended, ended_named, told
from inputs.kolommen import OPGAVE
from inputs.messages import Lang
from inputs.offer.basis import Basis
from inputs.offer.form import FORM, GIVEN, IN_CASE, OWNER, Opgaveblad, known_now
from inputs.offer.sheets import NO_CODE, Book, filled, open_book, owned
from inputs.problems import Problem, has_errors
from inputs.pseudonyms import text_fault
from inputs.reader import ReadTable, read_table
from inputs.readings import Readings
from inputs.sheet import Sheet
from inputs.tables import TABLES

IN_BASIS: tuple[Check, ...] = (Check(check_keys.codes_exist), Check(check_keys.codes_in_case))
"""Checks of a sheet against all gemeenten of the basis."""
OF_ITSELF: tuple[Check, ...] = (
    Check(check_keys.duplicate_keys),
    Check(check_counts.seats_are_complete, ("inburgering",)),
    Check(check_counts.schools_are_complete, ("onderwijs",)),
    Check(check_counts.offers_end_after_they_begin),
    Check(check_counts.least_is_at_most_most),
    Check(check_rules.shared_homes_have_rooms),
    Check(check_rules.reserved_is_at_most_open),
)
"""Checks of a sheet by itself, as if its gemeente were the only one."""
FREE_TEXT = ("ingevuld_door", "opmerkingen")
"""Answers in which somebody may write who a person is."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer sheet as it was read.

    Attributes
    ----------
    bestand : str
        Its file, below the folder that was gathered.
    code : str
        Gemeente that it names; empty where it names none that can be read.
    filled : bool
        Whether anything was filled in; the rest is then read.
    form : Opgaveblad, optional
        What the gemeente says of itself; None where that has an error.
    gemeente : Gemeente, optional
        The gemeente of the basis with those answers; None where the basis has no such gemeente.
    tables : Mapping
        Homes, seats and places, each by the name of its table.
    sheets : Mapping
        Text of every sheet that could be read, by the place that problems name.
    """

    bestand: str
    sha256: str
    code: str
    filled: bool
    problems: tuple[Problem, ...]
    regel: int = 1
    form: Opgaveblad | None = None
    gemeente: Gemeente | None = None
    tables: Mapping[str, ReadTable] = field(default_factory=dict)
    sheets: Mapping[str, Sheet] = field(default_factory=dict)

    @property
    def faulty(self) -> bool:
        """Whether it has an error."""
        return has_errors(self.problems)


def read_offer(data: bytes, bestand: str, sha256: str, basis: Basis) -> Offer:
    """Read an offer workbook.

    Raises
    ------
    InputProblems
        It is no workbook, or no offer sheet: then nobody knows of which gemeente it is.
    """
    book = open_book(data, bestand, sha256)
    if not filled(book):
        naam = book.answer("naam") or book.code or bestand
        empty = Problem(Code.OPGAVE_LEEG, bestand, velden={"naam": naam})
        return Offer(bestand, sha256, book.code, filled=False, problems=(empty,))
    read = read_table(book.tables[OPGAVE], FORM)
    form: Opgaveblad | None = next(iter(read.rows), None)
    known = basis.gemeenten.get(book.code)
    own = None if known is None else answered(known, form)
    found = [*book.problems, *read.problems, *_form_problems(book, basis)]
    tables = {}
    for name in OWNER:
        if name in book.tables:
            tables[name], problems = _table(book, name)
            found += problems
    if own is not None and _of_quarter(book, basis):
        found += _checked(book, own, tables, basis)
    hidden = veiled([_placed(problem, book) for problem in found], {f"{bestand}[{OPGAVE}]"})
    sheets = {found.bestand: found.sheet for found in book.tables.values() if found.sheet and found.blad != OPGAVE}
    return Offer(
        bestand,
        sha256,
        book.code,
        filled=True,
        problems=tuple(hidden),
        regel=book.rows.get("gemeentecode", 1),
        form=form,
        gemeente=own,
        tables=tables,
        sheets=sheets,
    )


def answered(gemeente: Gemeente, form: Opgaveblad | None) -> Gemeente:
    """Give a gemeente of the basis with what its sheet says of it; an empty answer leaves it as it is."""
    given = {} if form is None else {name: getattr(form, name) for name in IN_CASE}
    return replace(gemeente, **{name: value for name, value in given.items() if value is not None})


def _table(book: Book, name: str) -> tuple[ReadTable, list[Problem]]:
    """Read a table of the sheet, with a problem of its own where it has no row."""
    found, problems = owned(book.tables[name], name, book.code or NO_CODE, book.answer("datum_ingevuld"))
    read = read_table(found, TABLES[name])
    problems += [_no_rows(problem) for problem in read.problems]
    return read, problems


def _no_rows(problem: Problem) -> Problem:
    """Tell of a table without rows what an offer sheet asks instead; leave any other problem."""
    return replace(problem, code=Code.OPGAVE_ZONDER_REGELS) if problem.code is Code.GEEN_REGELS else problem


def _form_problems(book: Book, basis: Basis) -> Iterator[Problem]:
    """Check what a sheet says of itself: its gemeente, its kwartaal, and texts that tell who a person is."""
    place, code, naam = f"{book.bestand}[{OPGAVE}]", book.code, book.answer("naam")
    if code:
        yield from _code_problems(place, code, naam, basis)
    if not _of_quarter(book, basis):
        velden: dict[str, str | int] = {"kwartaal": basis.scenario.kwartaal}
        yield Problem(Code.OPGAVE_KWARTAAL, place, None, "kwartaal", book.answer("kwartaal"), velden)
    yield from _beside_the_answers(book, place, basis)
    for name in FREE_TEXT:
        fault = text_fault(book.answer(name))
        if fault is not None:
            yield Problem(fault, place, None, name, VEIL)


def _beside_the_answers(book: Book, place: str, basis: Basis) -> Iterator[Problem]:
    """Warn of a question without an answer where the column of what is known says something else than the basis."""
    gemeente = basis.gemeenten.get(book.code)
    if gemeente is None:
        return
    for name, text in book.beside.items():
        known = {known_now(name, gemeente, lang) for lang in get_args(Lang)}
        if name not in GIVEN and text and text not in known and not book.answer(name):
            yield Problem(Code.ANTWOORD_NIET_GELEZEN, place, None, name, VEIL if text_fault(text) else text)


def _of_quarter(book: Book, basis: Basis) -> bool:
    """Tell whether a sheet is of the kwartaal of the basis, or names none that can be read."""
    kwartaal = book.answer("kwartaal")
    return kwartaal == basis.scenario.kwartaal or not KWARTAAL.fullmatch(kwartaal)


def _code_problems(place: str, code: str, naam: str, basis: Basis) -> Iterator[Problem]:
    """Refuse a gemeente that the year or the basis does not have, and a name that is not the one of the code."""
    if code not in by_code():
        merged = ended().get(code) or ended_named(naam)
        kind, velden = told(merged) if merged else (Code.GEMEENTE_ONBEKEND, {"bedoeld": nearest(code, naam)})
        yield Problem(kind, place, None, "gemeentecode", code, velden)
    elif code not in basis.gemeenten:
        words: dict[str, str | int] = {"naam": by_code()[code].naam}
        yield Problem(Code.OPGAVE_NIET_IN_BASIS, place, None, "gemeentecode", code, words)
    else:
        known = {plain_name(basis.gemeenten[code].naam), plain_name(by_code()[code].naam)}
        if naam and plain_name(naam) not in known:
            words = {"gemeentecode": code, "officieel": by_code()[code].naam}
            yield Problem(Code.OPGAVE_NAAM, place, None, "naam", naam, words)


def _checked(book: Book, own: Gemeente, tables: Mapping[str, ReadTable], basis: Basis) -> Iterator[Problem]:
    """Run the checks that look across tables, each in its place."""
    empty = {name: ReadTable(table.bestand, (), (), complete=True, problems=()) for name, table in TABLES.items()}
    missing = {
        name: ReadTable(f"{book.bestand}[{name}]", (), (), complete=False, problems=())
        for name in OWNER
        if name not in tables
    }
    alone = ReadTable(f"{book.bestand}[{OPGAVE}]", (own,), (1,), complete=True, problems=())
    for gemeenten, checks in ((alone, OF_ITSELF), (basis.tables["gemeenten"], IN_BASIS)):
        whole = {**empty, **missing, **tables, "gemeenten": gemeenten}
        yield from run_checks(Readings(whole, basis.scenario, basis.parameters), checks)


def _placed(problem: Problem, book: Book) -> Problem:
    """Give a problem of the sheet of questions the row of its question."""
    regel = book.rows.get(problem.kolom or "")
    if regel is None or problem.bestand != f"{book.bestand}[{OPGAVE}]":
        return problem
    return replace(problem, regel=regel)
