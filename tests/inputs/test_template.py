"""Templates as a spreadsheet holds them: sheets, headers, checks and what is filled in."""

import html
import re
import zipfile
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from inputs.kolommen import Beschreven, described, scenario_keys
from inputs.tables import TABLES, Column
from inputs.template.book import workbook
from inputs.template.books import BOOKS, template, templates
from inputs.template.lists import list_of
from inputs.template.sheet import Opmaak, write_table

ASKED = [name for name in TABLES if name != "aanlevering"]
"""Tables that somebody fills in; the other one is written by spreiding collect."""
SHEETS = {
    "coa": ["huishoudens", "deelnemers", "opvanglocaties", "bindingen", "gekoppeld", "scores"],
    "ministerie": ["gemeenten", "arbeidsmarkt", "vastleggingen", "sleutel", "afspraken", "scenario"],
    "gemeente": ["woningaanbod", "inburgering", "onderwijs"],
    "casus": [*ASKED, "scenario"],
}


@pytest.fixture(scope="module", params=["nl", "en"])
def lang(request):
    return request.param


@pytest.fixture(scope="module")
def books(lang):
    return templates(BOOKS, lang)


def read(data):
    return CalamineWorkbook.from_filelike(BytesIO(data))


def rows(data, sheet):
    return read(data).get_sheet_by_name(sheet).to_python()


def xml(data, sheet):
    """Give the text of a sheet inside the file; sheets are numbered in their order."""
    number = read(data).sheet_names.index(sheet) + 1
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(f"xl/worksheets/sheet{number}.xml").decode()


def checks(data, sheet):
    """Give the checks of a sheet by their cells: attributes, and formulas in order."""
    found = {}
    pattern = r"<dataValidation ([^>]*?)(?:/>|>(.*?)</dataValidation>)"
    for attributes, body in re.findall(pattern, xml(data, sheet), re.DOTALL):
        told = {name: html.unescape(value) for name, value in re.findall(r'(\w+)="([^"]*)"', attributes)}
        formulas = re.findall(r"<formula\d>(.*?)</formula\d>", body)
        found[told["sqref"]] = told | {"formulas": [html.unescape(formula) for formula in formulas]}
    return found


def test_each_sender_gets_the_tables_that_it_delivers_after_an_explanation(books):
    assert {name: read(books[f"{name}.xlsx"]).sheet_names for name in BOOKS} == {
        name: ["uitleg", *tables, "lijsten"] for name, tables in SHEETS.items()
    }


def test_every_table_is_asked_of_one_sender_and_stands_in_the_whole_case():
    asked = [*SHEETS["coa"], *SHEETS["ministerie"], *SHEETS["gemeente"]]

    assert sorted(asked) == sorted([*ASKED, "scenario"])


@pytest.mark.parametrize("name", ASKED)
def test_the_header_is_the_canonical_names_and_nothing_stands_below_it(books, name):
    found = rows(books["casus.xlsx"], name)

    assert found[0] == [kolom.name for kolom in described(TABLES[name])]
    assert len(found) == (343 if name == "gemeenten" else 1)


def test_the_gemeenten_are_filled_in_as_cbs_publishes_them_and_the_rest_is_empty(books):
    header, *found = rows(books["ministerie.xlsx"], "gemeenten")
    cells = [dict(zip(header, row, strict=True)) for row in found]
    filled = {"gemeentecode", "naam", "inwoners", "provincie", "arbeidsmarktregio", "bron", "peildatum"}

    assert sum(row["inwoners"] for row in cells) == 18_130_208
    assert {row["gemeentecode"]: row["naam"] for row in cells}["GM0518"] == "'s-Gravenhage"
    assert {row["peildatum"] for row in cells} == {"2026-01-01"}
    assert {row["bron"] for row in cells} == {"CBS 86247NED (inwoners) en 85755NED (gebieden 2024)"}
    assert {name for row in cells for name, value in row.items() if value != ""} == filled


def test_the_scenario_asks_a_value_for_every_choice_of_real_data(books):
    header, *found = rows(books["ministerie.xlsx"], "scenario")

    assert header == ["keuze", "waarde"]
    assert [key for key, _ in found] == [
        key.name for key in scenario_keys() if key.name not in {"synthetisch", "marges"}
    ]
    assert {value for _, value in found} == {""}


@pytest.mark.parametrize("name", BOOKS)
def test_the_explanation_comes_first_and_tells_of_every_column(books, lang, name):
    data = books[f"{name}.xlsx"]
    told = {tuple(row[:2]) for row in rows(data, "uitleg")}

    for sheet in SHEETS[name]:
        kolommen = scenario_keys() if sheet == "scenario" else described(TABLES[sheet])
        asked = [kolom for kolom in kolommen if kolom.name not in {"synthetisch", "marges"}]
        assert {(kolom.name, kolom.tekst.woorden(lang).label) for kolom in asked} <= told
    assert any("spreiding check" in str(row[0]) for row in rows(data, "uitleg"))


def test_a_whole_number_is_checked_by_the_range_of_its_type_down_to_row_5000(books):
    found = checks(books["gemeente.xlsx"], "woningaanbod")["D2:D5000"]

    assert (found["type"], found["formulas"]) == ("whole", ["1", "20"])
    assert checks(books["coa.xlsx"], "huishoudens")["B2:B40000"]["formulas"] == ["1", "20"]


def test_a_gemeente_is_chosen_from_the_342_codes_on_the_hidden_sheet(books):
    data = books["gemeente.xlsx"]
    found = checks(data, "woningaanbod")["B2:B5000"]
    codes = [row[0] for row in rows(data, "lijsten")[1:343]]

    assert (found["type"], found["formulas"]) == ("list", ["lijsten!$A$2:$A$343"])
    assert (codes[0], codes[-1], len(set(codes))) == ("GM0014", "GM1992", 342)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert re.search(r'name="lijsten"[^>]*state="hidden"', archive.read("xl/workbook.xml").decode())


def test_words_dates_and_parts_have_their_own_check(books):
    homes, waiting = checks(books["gemeente.xlsx"], "woningaanbod"), checks(books["coa.xlsx"], "huishoudens")

    assert homes["C2:C5000"]["formulas"][0].startswith('"sociale_huur,flex,')
    assert (homes["I2:I5000"]["type"], homes["I2:I5000"]["formulas"]) == ("decimal", ["0", "1"])
    assert waiting["F2:F40000"]["type"] == "date"
    assert waiting["F2:F40000"]["formulas"] == ["32874", "73415"]  # 1 January 1990, 31 December 2100
    assert 'EXACT(MID(F2,5,1),"K")' in homes["F2:F5000"]["formulas"][0]


def test_a_region_may_be_another_than_those_of_cbs_and_a_code_may_not(books):
    found = checks(books["ministerie.xlsx"], "gemeenten")

    assert found["E2:E5000"]["errorStyle"] == "warning"
    assert "errorStyle" not in found["A2:A5000"]  # a spreadsheet stops unless it is told to warn


@pytest.mark.parametrize("sheet", SHEETS["casus"])
def test_every_column_says_what_goes_in_and_the_spreadsheet_shows_it_whole(books, sheet):
    found = checks(books["casus.xlsx"], sheet)
    asked = len(rows(books["casus.xlsx"], sheet)) - 1 if sheet == "scenario" else len(described(TABLES[sheet]))

    assert len(found) == asked
    for told in found.values():
        assert 0 < len(told["promptTitle"]) <= 32
        assert 0 < len(told["prompt"]) <= 255
        assert told["prompt"].endswith(".")
        assert len(told.get("error", "")) <= 255


def test_a_required_column_is_told_from_others_by_more_than_its_colour():
    """Bold and underlined against italic, and the note at the header says it in capitals."""
    data = template("gemeente", "nl")
    with zipfile.ZipFile(BytesIO(data)) as archive:
        styles = archive.read("xl/styles.xml").decode()
        notes = archive.read("xl/comments1.xml").decode()
    fonts = re.findall(r"<font>.*?</font>", styles, re.DOTALL)

    assert any("<b/>" in font and "<u/>" in font for font in fonts)
    assert any("<i/>" in font and "<b/>" not in font for font in fonts)
    assert notes.count("VERPLICHT") == 6
    assert notes.count("Mag leeg: ") == 9


def test_the_header_stays_in_view_and_can_be_filtered(books):
    text = xml(books["coa.xlsx"], "huishoudens")

    assert '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>' in text
    assert '<autoFilter ref="A1:P40000"/>' in text


@pytest.mark.parametrize("name", BOOKS)
def test_the_same_template_has_the_same_bytes_and_holds_no_formula(name):
    data = template(name, "nl")

    assert data == template(name, "nl")
    assert [sheet for sheet in read(data).sheet_names if "<f>" in xml(data, sheet)] == []


def test_dutch_and_english_templates_ask_for_the_same_columns_in_other_words():
    dutch, english = template("gemeente", "nl"), template("gemeente", "en")

    assert rows(dutch, "onderwijs") == rows(english, "onderwijs")
    assert rows(dutch, "uitleg")[0] == ["Sjabloon voor gemeenten", *[""] * 7]
    assert rows(english, "uitleg")[0] == ["Template for gemeenten", *[""] * 7]


def test_a_sheet_of_ones_own_takes_columns_rows_and_a_last_row():
    """Text that looks like a formula stays text, and a number keeps its type."""
    kolommen = described(TABLES["onderwijs"])[:4]
    given = [{"gemeentecode": "=1+1", "plaatsen": 7}]

    data = workbook("eigen", "nl", lambda boek: write_table(boek, "aanbod", kolommen, given, Opmaak(rijen=9)))

    assert rows(data, "aanbod")[1] == ["=1+1", "", "", 7]
    assert [cells for cells in checks(data, "aanbod") if not cells.endswith("9")] == []


def test_a_message_too_long_for_a_spreadsheet_stops_the_program():
    kolom = described(TABLES["onderwijs"])[1]
    long = Column("soort", "keuze", required=True, choices=tuple(f"woord{n}" for n in range(60)))

    with pytest.raises(AssertionError, match="longer than a spreadsheet"), pytest.warns(UserWarning, match="exceeds"):
        workbook("eigen", "nl", lambda boek: write_table(boek, "x", [Beschreven(long, kolom.tekst)]))


def test_a_wish_may_be_chosen_from_regions_and_codes():
    wish = next(kolom.column for kolom in described(TABLES["huishoudens"]) if kolom.name == "voorkeur_2")

    assert list_of(wish).cellen == "=lijsten!$E$2:$E$378"  # 35 regions and 342 codes
    assert not list_of(wish).streng
