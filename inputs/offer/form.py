"""What an offer sheet asks: what the gemeente says of itself, and the columns that do not follow from that."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from inputs.column_words import woord
from inputs.domain import Aantal, Gemeente, Gemeentecode, Kwartaal, Voorrang, Woord
from inputs.kolommen import OPGAVE, Beschreven, described, tabel
from inputs.messages import Lang
from inputs.tables import TABLES, Table, columns


@dataclass(frozen=True, slots=True)
class Opgaveblad:
    """What a gemeente says of itself and of its sheet.

    Attributes
    ----------
    ingevuld_door : str
        Function or department, never a person.
    max_personen, min_personen : int, optional
        Most and least that the gemeente takes this kwartaal [persons]; None: as the basis says.
    voorrang : str, optional
        Priority in social rent; None: as the basis says.
    """

    gemeentecode: Gemeentecode
    naam: Woord
    kwartaal: Kwartaal
    ingevuld_door: Woord
    datum_ingevuld: date
    max_personen: Aantal | None = None
    min_personen: Aantal | None = None
    voorrang: Voorrang | None = None
    opmerkingen: str | None = None


FORM = Table(OPGAVE, Opgaveblad, required=True, key=("gemeentecode",))
"""The sheet with what the gemeente says of itself; it is no table of a case."""
GIVEN = ("gemeentecode", "naam", "kwartaal")
"""What is filled in before the sheet is sent."""
OWNER: Mapping[str, str] = {"woningaanbod": "gemeentecode", "inburgering": "gebied", "onderwijs": "gemeentecode"}
"""The tables of an offer sheet, each with the column that names the gemeente: it follows from the sheet."""
OFFER_ID = "aanbod_id"
"""Column of the homes that may stay empty: the program makes a mark then."""
IN_CASE = ("max_personen", "min_personen", "voorrang")
"""Answers that take the place of what the basis says of the gemeente."""


def questions() -> tuple[Beschreven, ...]:
    """List the questions of the sheet, each with its texts."""
    known = {**tabel("aanlevering").kolommen, **tabel(OPGAVE).kolommen}
    return tuple(Beschreven(column, known[column.name]) for column in columns(FORM))


def asked(name: str) -> tuple[Beschreven, ...]:
    """List the columns that a table of the sheet asks; the mark of homes comes last and may stay empty."""
    own = {column.name for column in columns(TABLES[name])}
    kept = [kolom for kolom in described(TABLES[name]) if kolom.name in own and kolom.name != OWNER[name]]
    mark = [
        Beschreven(replace(kolom.column, required=False), tabel(OPGAVE).kolommen[OFFER_ID])
        for kolom in kept
        if kolom.name == OFFER_ID
    ]
    return (*(kolom for kolom in kept if kolom.name != OFFER_ID), *mark)


def known_now(name: str, gemeente: Gemeente, lang: Lang) -> str:
    """Say what holds where the answer to a question stays empty."""
    if name not in IN_CASE:
        return ""
    value = getattr(gemeente, name)
    return woord("opgave.niet_bekend", lang) if value is None else str(value)
