"""Households come in under a pseudonym; what tells who someone is stops the run and is never shown."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from inputs.codes import Code
from inputs.problems import Problem
from inputs.pseudonyms import pseudonym_fault, text_fault
from inputs.readings import Readings
from inputs.tables import SOURCE_COLUMNS, TABLES, columns

PSEUDONYM = "huishouden_id"
"""Column that holds the pseudonym."""
PLACES = frozenset(("opvanglocatie", "gemeenten", "regio", "sector", "voorkeur_1", "voorkeur_2", "voorkeur_3"))
"""Columns of text with the name of a place or a sector: they are looked up in a list, so no note fits in."""
FILES = frozenset(("naam", "bestand", "sha256"))
"""Columns of text with the name of a gemeente or a file, or its check number."""
SHOWN = 200
"""Most that is kept of a text that was found; messages show less of it [signs]."""
VEIL = "…"
"""What is shown in place of a text that tells who someone is."""


def of_households() -> tuple[str, ...]:
    """Name the tables whose rows are each about one household."""
    return tuple(name for name, table in TABLES.items() if PSEUDONYM in {column.name for column in columns(table)})


def about_households() -> tuple[str, ...]:
    """Name those tables, and those with a ground or remarks: free text in which a household may be named."""
    return (*of_households(), "afspraken", "aanlevering")


def pseudonyms_hide_who_it_is(read: Readings) -> Iterator[Problem]:
    """Refuse a huishouden_id that is a BSN, a V-nummer, a name or an e-mail address."""
    for name in of_households():
        yield from _cells(read, name, PSEUDONYM, pseudonym_fault)


def texts_hide_who_it_is(read: Readings) -> Iterator[Problem]:
    """Refuse free text about households with a BSN, a V-nummer, an e-mail address or a day of birth in it."""
    for name in about_households():
        for column in columns(TABLES[name]):
            if column.kind == "tekst" and column.name != PSEUDONYM and column.name not in PLACES | FILES:
                yield from _cells(read, name, column.name, text_fault)
        for source in SOURCE_COLUMNS:
            yield from _cells(read, name, source, text_fault)


def veiled(problems: Iterable[Problem], bestanden: Collection[str]) -> list[Problem]:
    """Leave what tells who someone is out of the problems of these files, of whatever kind the problems are."""
    return [_veiled(problem) if problem.bestand in bestanden else problem for problem in problems]


def tells_who(kolom: str, text: str) -> bool:
    """Tell whether the text of a cell says who someone is, and so is shown to nobody."""
    return text_fault(text) is not None or (_names_household(kolom) and pseudonym_fault(text) is not None)


def _texts(read: Readings, name: str, kolom: str) -> list[tuple[int, str]]:
    """Give row number and text of each cell of a column, of rows with an error too: they are shown to somebody."""
    sheet = read.tables[name].sheet
    if sheet is None or kolom not in sheet.header:
        return []
    at = sheet.header.index(kolom)
    return [(regel, text) for regel, row in zip(sheet.regels, sheet.rows, strict=True) if (text := row[at].strip())]


def _cells(read: Readings, name: str, kolom: str, fault: Callable[[str], Code | None]) -> Iterator[Problem]:
    """Give a problem for each cell whose text is faulty; each distinct text is judged once."""
    texts = _texts(read, name, kolom)
    faults = {text: code for text in {text for _, text in texts} if (code := fault(text))}
    for regel, text in texts if faults else ():
        if text in faults:
            yield Problem(faults[text], read.tables[name].bestand, regel, kolom, VEIL)


def _veiled(problem: Problem) -> Problem:
    """Leave out what tells who someone is, wherever the problem of another kind would show it."""
    kolom, found = problem.kolom, problem.gevonden and problem.gevonden[:SHOWN]
    if kolom and text_fault(kolom):
        kolom = VEIL  # a table without a header: its first row is taken for one
    if found and (text_fault(found) or tells_who(kolom or "", found.split(" / ")[0])):
        found = VEIL
    shown = [name for name, value in problem.velden.items() if _shows(name, value)]
    if (kolom, found) == (problem.kolom, problem.gevonden) and not shown:
        return problem
    return replace(problem, kolom=kolom, gevonden=found, velden={**problem.velden, **dict.fromkeys(shown, VEIL)})


def _names_household(kolom: str | None) -> bool:
    """Tell whether a column, or the first of the columns of a key, holds the pseudonym."""
    return kolom is not None and kolom.startswith(PSEUDONYM)


def _shows(name: str, value: str | int) -> bool:
    """Tell whether a message would fill in something that tells who someone is."""
    fault = pseudonym_fault if name == "huishouden" else text_fault
    return isinstance(value, str) and fault(value) is not None
