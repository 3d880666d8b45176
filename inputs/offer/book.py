"""The workbook that asks a gemeente for its offer: what it is for, a sheet of questions, and a sheet for each table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from inputs.column_words import leeg, woord
from inputs.domain import LEERROUTES, SCHOOLSOORTEN, Gemeente
from inputs.kolommen import OPGAVE, Beschreven, eenheid
from inputs.messages import Lang
from inputs.offer.form import GIVEN, OWNER, asked, known_now, questions
from inputs.template.book import Boek, workbook
from inputs.template.explanation import LINE, Regel, Tabelblad, lines, sheet_lines, write_lines
from inputs.template.lists import list_of, write_lists
from inputs.template.sheet import Opmaak, page, taken, write_header, write_table
from inputs.template.validation import validation

HEADINGS = ("gegeven", "waarde", "bekend", "betekenis")
WIDTHS = (20, 40, 22, 70)
"""Headings of the sheet of questions, and widths of its columns [characters]."""
ROWS = 500
"""Last row with lists and ranges on the sheets with tables [rows]."""
LISTS = 2
"""Lists that the sheets need: codes, and names beside them [lists]."""
REMARKS = 4
"""Height of the cell for remarks [lines]."""


@dataclass(frozen=True, slots=True)
class Asked:
    """For which kwartaal sheets are asked, which one comes after it, and before which day they must be back."""

    kwartaal: str
    terug: date

    @property
    def volgend(self) -> str:
        """The kwartaal after it."""
        year, number = int(self.kwartaal[:4]), int(self.kwartaal[5])
        return f"{year + number // 4}K{number % 4 + 1}"


def file_name(code: str) -> str:
    """Name the workbook of a gemeente."""
    return f"opgave_{code}.xlsx"


def offer_books(gemeenten: Sequence[Gemeente], asked_for: Asked, lang: Lang) -> dict[str, bytes]:
    """Give the workbooks of these gemeenten by file name."""
    return {file_name(gemeente.gemeentecode): offer_book(gemeente, asked_for, lang) for gemeente in gemeenten}


def offer_book(gemeente: Gemeente, asked_for: Asked, lang: Lang) -> bytes:
    """Give the bytes of the workbook of one gemeente."""
    words = {"naam": gemeente.naam, "code": gemeente.gemeentecode, "kwartaal": asked_for.kwartaal}
    title = woord("opgave.titel", lang, **words)

    def fill(boek: Boek) -> None:
        write_lines(boek, _explained(title, gemeente, asked_for, lang))
        _write_questions(boek, gemeente, asked_for)
        for name in OWNER:
            write_table(boek, name, asked(name), _rows(name, asked_for), Opmaak(rijen=ROWS, vast=0))
        write_lists(boek, LISTS)

    return workbook(title, lang, fill)


def _explained(title: str, gemeente: Gemeente, asked_for: Asked, lang: Lang) -> Iterator[Regel]:
    """Give the rows of the explanation."""
    day = asked_for.terug
    words = {
        "naam": gemeente.naam,
        "datum": f"{day.day}-{day.month}-{day.year}",
        "kwartaal": asked_for.kwartaal,
        "volgend": asked_for.volgend,
    }
    yield Regel("titel", (title,))
    for key in ("wie", "terug", "niets", "invullen", "leeg", "woningen", "plaatsen", "persoon", "advies"):
        yield Regel("lang", (woord(f"opgave.{key}", lang, **words),))
    yield from sheet_lines(Tabelblad(OPGAVE, questions()), lang)
    for name in OWNER:
        yield from sheet_lines(Tabelblad(name, asked(name)), lang)


def _rows(name: str, asked_for: Asked) -> list[Mapping[str, object]]:
    """Give the rows of a table that the gemeente only has to complete: seats and places, without their number."""
    if name == "inburgering":
        quarters = (asked_for.kwartaal, asked_for.volgend)
        return [{"leerroute": route, "kwartaal": quarter} for quarter in quarters for route in LEERROUTES]
    if name == "onderwijs":
        return [{"soort": soort, "kwartaal": asked_for.kwartaal} for soort in SCHOOLSOORTEN]
    return []


def _write_questions(boek: Boek, gemeente: Gemeente, asked_for: Asked) -> None:
    """Add the sheet of questions: a row each, with the answer beside it, what is known now and what it means."""
    sheet, lang = boek.book.add_worksheet(OPGAVE), boek.lang
    for at, (heading, wide) in enumerate(zip(HEADINGS, WIDTHS, strict=True)):
        sheet.write_string(0, at, woord(f"opgave.{heading}", lang), boek.formats["hoofd"])
        sheet.set_column(at, at, wide)
    given = {"gemeentecode": gemeente.gemeentecode, "naam": gemeente.naam, "kwartaal": asked_for.kwartaal}
    for row, question in enumerate(questions(), start=1):
        name, column = question.name, question.column
        write_header(boek, sheet, (row, 0), question)
        if name in GIVEN:
            sheet.write_string(row, 1, given[name], boek.formats["vast"])
        else:
            sheet.write_blank(row, 1, None, boek.cell_format(column.kind, "antwoord"))
            checked = validation(question, list_of(column), f"B{row + 1}", lang)
            taken(sheet.data_validation(row, 1, row, 1, checked))
        sheet.write_string(row, 2, known_now(name, gemeente, lang), boek.formats["cel"])
        meaning = _meaning(question, lang)
        sheet.write_string(row, 3, meaning, boek.formats["cel"])
        sheet.set_row(row, LINE * max(lines(meaning, WIDTHS[3]), REMARKS if name == "opmerkingen" else 1))
    sheet.freeze_panes(1, 1)
    page(sheet, OPGAVE)


def _meaning(question: Beschreven, lang: Lang) -> str:
    """Say what is asked, in which unit, and what an empty answer means."""
    text = question.tekst
    unit = f" [{eenheid(text.eenheid, lang)}]" if text.eenheid else ""
    empty = woord("opgave.leeg_betekent", lang, leeg=leeg(question, lang))
    needed = woord("cel.verplicht", lang) + "." if question.column.required else empty
    return f"{text.woorden(lang).label}{unit}. {text.woorden(lang).uitleg} {needed}"
