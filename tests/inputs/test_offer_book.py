"""The workbook that a gemeente gets: what it asks, what is filled in, and what it says in words."""

import re
import zipfile
from datetime import date
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from inputs.domain import Gemeente
from inputs.offer.book import Asked, offer_book, offer_books
from inputs.offer.form import asked, questions
from inputs.offer.sheets import filled, open_book

UTRECHT = Gemeente("GM0344", "Utrecht", 379_000, "Utrecht", "Midden-Utrecht", 3, "ja", max_personen=40)
ASKED = Asked("2026K4", date(2026, 9, 15))


@pytest.fixture(scope="module")
def data():
    return offer_book(UTRECHT, ASKED, "nl")


def rows(data, sheet):
    return CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_name(sheet).to_python()


def test_it_has_an_explanation_a_sheet_of_questions_and_a_sheet_for_each_table(data):
    names = CalamineWorkbook.from_filelike(BytesIO(data)).sheet_names

    assert names == ["uitleg", "opgave", "woningaanbod", "inburgering", "onderwijs", "lijsten"]


def test_gemeente_and_kwartaal_are_filled_in_and_what_is_known_stands_beside_the_question(data):
    header, *found = rows(data, "opgave")

    assert header == ["gegeven", "waarde", "nu bekend", "betekenis"]
    assert {name: value for name, value, *_ in found if value} == {
        "gemeentecode": "GM0344",
        "naam": "Utrecht",
        "kwartaal": "2026K4",
    }
    assert [name for name, *_ in found] == [question.name for question in questions()]
    assert {name: known for name, _, known, _ in found if known} == {
        "max_personen": "40",
        "min_personen": "niets",
        "voorrang": "ja",
    }


def test_seats_of_this_and_the_next_kwartaal_wait_for_their_number(data):
    """After the fourth kwartaal of 2026 comes the first of 2027."""
    assert rows(data, "inburgering") == [
        ["leerroute", "kwartaal", "plaatsen"],
        *([route, "2026K4", ""] for route in ("B1", "onderwijs", "Z")),
        *([route, "2027K1", ""] for route in ("B1", "onderwijs", "Z")),
    ]
    assert rows(data, "onderwijs")[1:] == [["po", "2026K4", ""], ["isk", "2026K4", ""]]


def test_homes_are_asked_without_what_follows_from_the_sheet_and_their_mark_may_stay_empty(data):
    header = rows(data, "woningaanbod")[0]

    assert header[:4] == ["woonvorm", "slaapt", "aantal", "kwartaal"]
    assert header[-1] == "aanbod_id"
    assert {"gemeentecode", "bron", "peildatum"}.isdisjoint(header)
    assert [kolom.name for kolom in asked("woningaanbod") if kolom.column.required] == header[:4]


def test_the_explanation_says_for_whom_by_when_and_what_empty_means(data):
    text = " ".join(str(row[0]) for row in rows(data, "uitleg"))

    assert "Opgave van Utrecht (GM0344) voor kwartaal 2026K4" in text
    assert "stuur het vóór 15-9-2026 terug" in text
    assert "Leeg is niet hetzelfde als 0" in text
    assert "één regel met aantal 0" in text
    assert "verwijder dan de regels van 2027K1" in text
    assert "geen naam" in text


def test_words_and_codes_are_chosen_from_a_list_as_in_the_templates(data):
    with zipfile.ZipFile(BytesIO(data)) as archive:
        homes = archive.read("xl/worksheets/sheet3.xml").decode()
        form = archive.read("xl/worksheets/sheet2.xml").decode()

    assert re.search(r'type="list"[^>]*sqref="A2:A500"', homes)
    assert "lijsten!$A$2:$A$343" in homes
    assert "ja,nee,alleen_gezinnen" in form
    assert len(rows(data, "lijsten")) == 343


def test_as_it_was_sent_nothing_is_filled_in(data):
    assert not filled(open_book(data, "opgave.xlsx", ""))


def test_the_same_workbook_has_the_same_bytes_and_no_formula(data):
    assert data == offer_book(UTRECHT, ASKED, "nl")
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert not any("<f>" in archive.read(n).decode() for n in archive.namelist() if "worksheets/sheet" in n)


def test_there_is_one_for_each_gemeente_named_after_its_code():
    other = Gemeente("GM0363", "=Amsterdam", 941_927, "Noord-Holland", "Groot Amsterdam", 0, "nee")
    books = offer_books([UTRECHT, other], ASKED, "en")

    assert list(books) == ["opgave_GM0344.xlsx", "opgave_GM0363.xlsx"]
    assert rows(books["opgave_GM0363.xlsx"], "opgave")[2][:2] == ["naam", "=Amsterdam"]
    assert "Offer sheet of Utrecht (GM0344)" in rows(books["opgave_GM0344.xlsx"], "uitleg")[0][0]
