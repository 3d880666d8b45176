import io
import re
import zipfile

from python_calamine import CalamineWorkbook

from reports.workbook import workbook


def sheets(content):
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_the_workbook_has_its_sheets_and_says_synthetisch_on_each(case, allocation):
    found = sheets(workbook(case, allocation, "Proefgrenzen"))

    assert list(found) == ["Overzicht", "Gemeenten", "Koppelingen", "Ongeplaatst", "Toelichting"]
    assert all("synthetisch" in str(rows[0][0]) for rows in found.values())


def test_the_workbook_holds_the_same_totals(case, allocation):
    rows = sheets(workbook(case, allocation, "Proefgrenzen"))["Gemeenten"]
    column = rows[1].index("Toegewezen [personen]")

    assert sum(row[column] for row in rows[2:]) == 6


def test_placements_name_gemeenten_and_woonvormen(case, allocation):
    rows = sheets(workbook(case, allocation, "Proefgrenzen"))["Koppelingen"]

    assert rows[1][2:7] == ["Gemeentecode", "Gemeente", "Gastgemeente", "Naam gastgemeente", "Aanbod"]
    assert rows[4][2:8] == ["GM0505", "Dordrecht", "GM0599", "Rotterdam", "A2", "Flexwoning"]


def test_a_code_is_explained_for_its_own_sheet(case, allocation):
    rows = sheets(workbook(case, allocation, "x"))["Toelichting"]

    assert [row[3] for row in rows if row[2] == "gemeentecode" and row[0] in {"Gemeenten", "Koppelingen"}] == [
        "CBS-code van de gemeente.",
        "Code van de gemeente die het huishouden op haar aantal krijgt.",
    ]


def test_the_overview_names_margins_sources_and_the_other_rule(case, allocation):
    text = str(sheets(workbook(case, allocation, "Proefgrenzen"))["Overzicht"])

    for part in (
        "85 % alleenstaand",
        "proefbron",
        "ab" * 32,
        "2026-01-01",
        "Op volgorde van vergunning",
        "Proefgrenzen",
    ):
        assert part in text


def test_the_same_run_gives_the_same_bytes(case, allocation):
    assert workbook(case, allocation, "x") == workbook(case, allocation, "x")


def test_no_text_becomes_a_formula_or_a_link(make):
    build_case, build_allocation, _ = make
    namen = {"GM0518": "=1+1", "GM0505": "http://voorbeeld.test", "GM0599": '=HYPERLINK("x")'}
    content = workbook(build_case(namen, naam="=2+2"), build_allocation(namen), "=3+3")

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))
    assert not re.search(r"<f[ >]|<hyperlink", xml)
    assert "=1+1" in str(sheets(content)["Gemeenten"])


def test_every_column_is_explained(case, allocation):
    found = sheets(workbook(case, allocation, "x", "en"))
    explained = {(row[0], row[1]) for row in found["Notes"]}

    for name in ("Municipalities", "Placements", "Unplaced"):
        assert {(name, column) for column in found[name][1]} <= explained
