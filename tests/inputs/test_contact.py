"""The planner says how far the talks are; a wrong row is refused in its place, and nobody is named."""

import pytest
from xlsxwriter import Workbook

from inputs.contact import COLUMNS, read_contact
from inputs.messages import render
from inputs.problems import InputProblems

NAMES = {"GM0363": "Amsterdam", "GM0518": "'s-Gravenhage", "GM0014": "Groningen"}
HEAD = "gemeentecode;naam;stand;datum;opmerking\n"
GOOD = "GM0363;Amsterdam;akkoord;2026-03-12;Raad stemde in\nGM0518;Den Haag;zienswijze;12-3-2026;\nGM0014;;voorstel;;\n"


@pytest.fixture
def written(tmp_path):
    """Give a way to write a file as Excel does."""

    def write(rows, head=HEAD, encoding="utf-8-sig"):
        path = tmp_path / "contact.csv"
        path.write_bytes(f"{head}{rows}".replace("\n", "\r\n").encode(encoding))
        return path

    return write


def problems(path):
    """Give code, row and column of every problem, and what a planner reads."""
    with pytest.raises(InputProblems) as caught:
        read_contact(path, NAMES)
    found = caught.value.problems
    return [(str(p.code), p.regel, p.kolom) for p in found], " | ".join(render(p, "nl") for p in found)


def test_states_are_read_as_excel_writes_them(written):
    found = read_contact(written(GOOD), NAMES)

    told = {code: (c.stand, str(c.datum), c.opmerking) for code, c in found.stand.items()}
    assert told == {
        "GM0363": ("akkoord", "2026-03-12", "Raad stemde in"),
        "GM0518": ("zienswijze", "2026-03-12", None),
        "GM0014": ("voorstel", "None", None),
    }
    assert found.bestand == "contact.csv"
    assert len(found.sha256) == 64


def test_a_workbook_says_the_same(tmp_path, written):
    path = tmp_path / "contact.xlsx"
    with Workbook(path) as book:
        sheet = book.add_worksheet("contact")
        for n, row in enumerate((COLUMNS, *(line.split(";") for line in GOOD.splitlines()))):
            sheet.write_row(n, 0, row)

    assert read_contact(path, NAMES).stand == read_contact(written(GOOD), NAMES).stand


@pytest.mark.parametrize(
    ("rows", "code", "kolom", "says"),
    [
        ("GM0363;;akkord;2026-03-12;\n", "F.214", "stand", "Bedoelde u akkoord?"),
        ("GM9999;;voorstel;;\n", "F.402", "gemeentecode", "bestaat niet"),
        ("GM0599;Rotterdam;voorstel;;\n", "F.601", "gemeentecode", "Rotterdam staat niet in deze uitkomst"),
        ("GM0363;;akkoord;32-13-2026;\n", "F.211", "datum", ""),
        ("GM0363;;akkoord;;\n", "F.603", "datum", "alleen bij voorstel"),
        ("GM0363;Groningen;voorstel;;\n", "F.602", "naam", "is van Amsterdam"),
        (";;voorstel;;\n", "F.201", "gemeentecode", "hier staat niets"),
        ("GM0363;;;;\n", "F.201", "stand", "hier staat niets"),
        (f"GM0363;;voorstel;;{'a' * 301}\n", "F.218", "opmerking", "er passen er 300"),
    ],
)
def test_a_wrong_row_is_refused_in_its_place(written, rows, code, kolom, says):
    found, text = problems(written(rows))

    assert found == [(code, 2, kolom)]
    assert says in text


def test_a_gemeente_twice_is_refused_with_both_rows(written):
    found, text = problems(written(GOOD + "GM0363;;besproken;2026-03-01;\n"))

    assert found == [("F.401", 5, "gemeentecode")]
    assert "staat ook al in regel 2" in text


@pytest.mark.parametrize(
    ("remark", "code"),
    [
        ("bsn 123456782", "F.474"),
        ("bel 06-12345678", "F.475"),
        ("wethouder@gemeente.example", "F.476"),
        ("geb. 12-3-1990", "F.477"),
    ],
)
def test_a_remark_that_tells_who_someone_is_is_refused_and_never_shown(written, remark, code):
    """Also in a row that is wrong in another way."""
    found, text = problems(written(f"GM0363;;akkord;2026-03-12;{remark}\n"))

    assert (code, 2, "opmerking") in found
    assert remark not in text


def test_a_column_for_a_person_is_refused(written):
    found, _ = problems(written("GM0363;voorstel;Jansen\n", "gemeentecode;stand;contactpersoon\n"))

    assert found == [("F.105", 1, "contactpersoon")]


def test_a_file_that_is_not_there_is_told(tmp_path):
    assert problems(tmp_path / "contact.csv")[0] == [("F.002", None, None)]
