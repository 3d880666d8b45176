"""Offer sheets and a basis become a case: their rows where they came, the documented default elsewhere."""

import shutil
from dataclasses import replace
from datetime import date

import pytest
from books import book
from offers import DAY, filled_template, send, sheets_of, silent

from geodata.distances import main_places
from inputs.codes import Code
from inputs.example.generate import write_example
from inputs.offer.basis import read_basis
from inputs.offer.form import known_now
from inputs.offer.gather import gather
from inputs.offer.merge import merge
from inputs.problems import Problem
from inputs.read import read_case

CODES = ["GM0482", "GM0505", "GM0531", "GM0590", "GM0642"]
"""The five gemeenten around Dordrecht of this example."""


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """Give a synthetic case of five gemeenten as a folder."""
    place = tmp_path_factory.mktemp("bron") / "vijf"
    write_example(place, main_places(), households=40, seed=3, gemeenten=5)
    return place


@pytest.fixture(scope="module")
def case(source):
    return read_case(source)[0]


@pytest.fixture
def collected(tmp_path, source):
    """Give a function that gathers a folder with sheets and reads the case that comes out."""

    def collect(folder, basis=source):
        known = read_basis(basis)
        gathered = gather(folder, known, silent)
        out = tmp_path / "uit"
        out.mkdir(exist_ok=True)
        for name, content in merge(known, gathered).files.items():
            (out / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return gathered, *read_case(out)

    return collect


def owned(rows, code):
    """Give the rows of a gemeente, homes without their mark."""
    found = [row for row in rows if getattr(row, "gebied", getattr(row, "gemeentecode", None)) == code]
    return [replace(row, aanbod_id="") if hasattr(row, "aanbod_id") else row for row in found]


def poorer(source, target, *tables):
    """Copy the case without some tables."""
    shutil.copytree(source, target)
    for name in tables:
        (target / f"{name}.csv").unlink()
    return target


def test_the_workbooks_that_were_sent_come_back_as_the_rows_they_were_filled_from(case, tmp_path, source, collected):
    """Three of five deliver; nothing of any of them is in the basis."""
    bare = poorer(source, tmp_path / "basis", "woningaanbod", "inburgering", "onderwijs")
    folder = tmp_path / "opgaven"
    folder.mkdir()
    for code in CODES[:3]:
        (folder / f"opgave_{code}.xlsx").write_bytes(filled_template(case, code, date(2025, 12, 1)))

    gathered, found, _ = collected(folder, bare)

    assert [problem for problem in gathered.problems if problem.level == "error"] == []
    assert list(gathered.delivered) == CODES[:3]
    for name in ("woningaanbod", "inburgering", "onderwijs"):
        for code in CODES[:3]:
            assert owned(getattr(found, name), code) == owned(getattr(case, name), code)
    same = ("huishoudens", "deelnemers", "opvanglocaties", "arbeidsmarkt", "bindingen", "scenario")
    assert [name for name in same if getattr(found, name) != getattr(case, name)] == []


def test_who_sends_nothing_is_reckoned_with_what_the_basis_has(case, tmp_path, collected):
    _, found, warnings = collected(send(tmp_path / "opgaven", case, *CODES[:3]))

    assert found.woningaanbod == case.woningaanbod
    assert set(found.inburgering) == set(case.inburgering)
    assert {g.gemeentecode: g.status for g in found.gemeenten} == {
        **dict.fromkeys(CODES[:3], "opgave"),
        **dict.fromkeys(CODES[3:], "standaard"),
    }
    assert [(w.code, w.velden["standaard"], w.velden["afgekeurd"]) for w in warnings] == [("W.591", 2, 0)]


def test_where_the_basis_has_nothing_either_there_are_no_homes_and_0_places_and_it_says_so(
    case, source, tmp_path, collected
):
    bare = poorer(source, tmp_path / "basis", "woningaanbod", "inburgering", "onderwijs")
    _, found, _ = collected(send(tmp_path / "opgaven", case, *CODES[:4]), bare)
    last = CODES[4]

    homes = [home for home in found.woningaanbod if home.gemeentecode == last]
    assert [(home.aanbod_id, home.aantal, home.kwartaal) for home in homes] == [(f"{last}-2026K1-geen", 0, "2026K1")]
    seats = [(row.leerroute, row.kwartaal, row.plaatsen) for row in found.inburgering if row.gebied == last]
    assert seats == [("B1", "2026K1", 0), ("onderwijs", "2026K1", 0), ("Z", "2026K1", 0)]
    places = [(row.soort, row.plaatsen) for row in found.onderwijs if row.gemeentecode == last]
    assert places == [("po", 0), ("isk", 0)]
    text = (tmp_path / "uit" / "inburgering.csv").read_text("utf-8-sig")
    assert text.count(f"{last};B1;2026K1;0;standaard: geen opgave, en niets bekend;") == 1


def test_every_row_of_a_sheet_says_from_which_file_and_of_which_day(case, tmp_path, collected):
    folder = tmp_path / "opgaven"
    (folder / "noord").mkdir(parents=True)
    (folder / "noord" / "Kopie van opgave (2).xlsx").write_bytes(book(sheets_of(case, CODES[0], max_personen=9)))
    collected(folder)

    lines = (tmp_path / "uit" / "onderwijs.csv").read_text("utf-8-sig").splitlines()
    assert [line for line in lines if CODES[0] in line] == [
        f"{CODES[0]};{row.soort};2026K1;{row.plaatsen};noord/Kopie van opgave (2).xlsx;{DAY}"
        for row in case.onderwijs
        if row.gemeentecode == CODES[0]
    ]
    gemeente = (tmp_path / "uit" / "gemeenten.csv").read_text("utf-8-sig").splitlines()[1]
    assert f"max_personen: noord/Kopie van opgave (2).xlsx ({DAY})" in gemeente


def test_answers_take_the_place_of_the_basis_and_empty_ones_leave_it(case, tmp_path, collected):
    send(tmp_path / "opgaven", case, CODES[0], min_personen=0, max_personen=7, voorrang="alleen_gezinnen")
    _, found, _ = collected(send(tmp_path / "opgaven", case, CODES[1]))
    first, second = found.gemeenten[:2]

    assert (first.min_personen, first.max_personen, first.voorrang) == (0, 7, "alleen_gezinnen")
    assert (second.min_personen, second.max_personen, second.voorrang) == (None, None, "ja")


def test_the_table_of_deliveries_says_who_sent_what_when_and_what_is_reckoned_with(case, tmp_path, collected):
    remark = "eerste regel\nop de tweede: 5% minder"
    gathered, found, _ = collected(send(tmp_path / "opgaven", case, CODES[0], opmerkingen=remark))
    row, other = found.aanlevering[0], found.aanlevering[4]
    homes = [home for home in case.woningaanbod if home.gemeentecode == CODES[0]]

    assert (row.naam, row.status, row.bestand) == ("Alblasserdam", "opgave", f"opgave_{CODES[0]}.xlsx")
    assert row.sha256 == gathered.delivered[CODES[0]].sha256
    assert (row.ingevuld_door, row.datum_ingevuld) == ("afdeling Wonen", date(2025, 12, 10))
    assert row.opmerkingen == "eerste regel op de tweede: 5% minder"
    assert row.woningen == sum(home.aantal for home in homes)
    assert row.slaapplaatsen == sum(home.aantal * home.slaapt for home in homes)
    assert (other.status, other.bestand, other.ingevuld_door) == ("standaard", None, None)
    assert other.cursusplaatsen == sum(
        seat.plaatsen for seat in case.inburgering if seat.gebied == CODES[4] and seat.kwartaal == "2026K1"
    )


def test_homes_without_a_mark_get_one_from_the_code_and_their_own_is_kept(case, tmp_path, collected):
    sheets = sheets_of(case, CODES[1], marks=False)
    sheets["woningaanbod"][2][-1] = "flat aan de kade"
    folder = tmp_path / "opgaven"
    folder.mkdir()
    (folder / "a.xlsx").write_bytes(book(sheets))
    _, found, _ = collected(folder)

    marks = [home.aanbod_id for home in found.woningaanbod if home.gemeentecode == CODES[1]]
    assert marks[:3] == ["GM0505-001", "flat aan de kade", "GM0505-002"]


@pytest.mark.parametrize("text", ["=1+1", "+31", "-x", "@SUM(A1)", "- geen woningen", "'=1"])
def test_no_text_of_a_sheet_runs_in_a_spreadsheet_and_it_is_read_as_it_was_written(case, tmp_path, collected, text):
    send(tmp_path / "opgaven", case, CODES[0], opmerkingen=text)
    _, found, _ = collected(tmp_path / "opgaven")
    line = (tmp_path / "uit" / "aanlevering.csv").read_text("utf-8-sig").splitlines()[1]

    assert found.aanlevering[0].opmerkingen == text
    assert f";'{text};spreiding collect;" in line


def test_a_problem_of_the_case_names_the_sheet_or_the_basis_and_never_a_file_that_is_not_there(case, source, tmp_path):
    """The homes of the first gemeente came on a sheet, those of the second stand in the basis."""
    basis = read_basis(source)
    send(tmp_path / "opgaven", case, CODES[0], max_personen=7)
    merged = merge(basis, gather(tmp_path / "opgaven", basis, silent))
    lines = [line.row.gemeentecode for line in merged.lines["woningaanbod.csv"]]
    second = next(
        r
        for r, h in zip(basis.tables["woningaanbod"].regels, case.woningaanbod, strict=True)
        if h.gemeentecode == CODES[1]
    )

    def placed(bestand, regel, kolom):
        found = merged.placed(Problem(Code.TE_LAAG, bestand, regel, kolom))
        return found.bestand, found.regel

    sheet = f"opgave_{CODES[0]}.xlsx"
    assert placed("woningaanbod.csv", 2 + lines.index(CODES[0]), "slaapt") == (f"{sheet}[woningaanbod]", 2)
    assert placed("woningaanbod.csv", 2 + lines.index(CODES[1]), "slaapt") == ("woningaanbod.csv", second)
    assert placed("gemeenten.csv", 2, "max_personen") == (f"{sheet}[opgave]", None)
    assert placed("gemeenten.csv", 2, "inwoners") == ("gemeenten.csv", 2)
    assert placed("woningaanbod.csv", None, None) == ("woningaanbod.csv", None)


def test_an_answer_in_the_column_of_what_is_known_is_told_and_not_read(case, tmp_path, collected):
    """The second gemeente wrote its most in the wrong column; the first left the column as it was sent."""
    folder = tmp_path / "opgaven"
    folder.mkdir()
    for code, known in ((CODES[0], known_now("max_personen", case.gemeenten[0], "nl")), (CODES[1], "40")):
        sheets = sheets_of(case, code)
        sheets["opgave"] = [[*row, known if row[0] == "max_personen" else ""] for row in sheets["opgave"]]
        sheets["opgave"][0][2] = "nu bekend"
        (folder / f"{code}.xlsx").write_bytes(book(sheets))
    gathered, found, _ = collected(folder)
    regel = next(at for at, row in enumerate(sheets["opgave"], start=1) if row[0] == "max_personen")

    assert [(p.code, p.bestand, p.regel, p.gevonden) for p in gathered.problems] == [
        ("W.595", f"{CODES[1]}.xlsx[opgave]", regel, "40")
    ]
    assert found.gemeenten[1].max_personen is None


def test_a_case_that_was_gathered_is_a_basis_for_the_next_round(case, tmp_path, collected):
    """Nothing comes the second time: the homes of the first round are what is known."""
    _, first, _ = collected(send(tmp_path / "een", case, CODES[0]))
    again = shutil.copytree(tmp_path / "uit", tmp_path / "tweede")
    _, second, _ = collected(send(tmp_path / "twee", case, CODES[1]), again)

    assert second.woningaanbod == first.woningaanbod
    assert [g.status for g in second.gemeenten] == ["standaard", "opgave", *["standaard"] * 3]
