import re
from dataclasses import replace
from datetime import date

import pytest
from opened import notes, number_format, parts, sheet_xml, sheets, table, tree

from inputs.codes import Code
from inputs.problems import Problem
from reports.columns import TEXT
from reports.words import words
from reports.workbook import tables, workbook

SHEETS = [
    *("Overzicht", "Landelijk", "Provincies", "Arbeidsmarktregio's", "Gemeenten", "Koppelingen", "Ongeplaatst"),
    *("Prijzen", "Tekorten", "Uitleg gemeenten", "Vergelijkingen", "Parameters", "Meldingen", "Toelichting"),
]
FREE = {"Overzicht", "Toelichting", "Overview", "Notes"}
"""Sheets that are no table."""


def test_the_workbook_has_its_sheets_in_their_order_and_says_synthetisch_on_each(case, explained):
    found = sheets(workbook(case, explained, "Proefgrenzen"))

    assert list(found) == SHEETS
    assert all("synthetisch" in str(rows[0][0]) for rows in found.values())


def test_what_was_not_explained_has_no_sheet(case, allocation):
    found = sheets(workbook(case, replace(allocation, vergelijkingen=()), "Proefgrenzen"))

    assert set(SHEETS) - set(found) == {"Prijzen", "Tekorten", "Uitleg gemeenten", "Vergelijkingen"}


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


def test_the_same_run_gives_the_same_bytes(case, explained):
    assert workbook(case, explained, "x") == workbook(case, explained, "x")


def test_no_text_becomes_a_formula_or_a_link(make):
    build_case, build_allocation, _ = make
    namen = {"GM0518": "=1+1", "GM0505": "http://voorbeeld.test", "GM0599": '=HYPERLINK("x")'}
    hostile = Problem(Code.BESTAND_ONBEKEND, "=4+4.csv", 2, "=5+5", "=6+6")
    content = workbook(
        build_case(namen, naam="=2+2"), build_allocation(namen), "=3+3", problems=[hostile], remarks=["=7+7"]
    )

    xml = "".join(part for name, part in parts(content).items() if name.endswith(".xml"))
    assert not re.search(r"<f[ >]|<hyperlink", xml)
    assert "=1+1" in str(sheets(content)["Gemeenten"])
    assert all(text in str(sheets(content)["Meldingen"]) for text in ("=4+4.csv", "=5+5", "=6+6", "=7+7"))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_column_is_explained(case, explained, lang):
    found = sheets(workbook(case, explained, "x", lang))
    last = list(found)[-1]
    told = {(row[0], row[1]): row[3] for row in found[last]}

    for name in set(found) - FREE:
        assert [column for column in found[name][1] if not told.get((name, column))] == [], name


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_column_of_every_sheet_has_a_note_with_meaning_unit_and_source(case, explained, lang):
    content = workbook(case, explained, "x", lang)
    begins = {"nl": ("Eenheid: ", "Bron: "), "en": ("Unit: ", "Source: ")}[lang]
    found = notes(content)

    for name, rows in sheets(content).items():
        assert len(found[name]) == (0 if name in FREE else len([cell for cell in rows[1] if cell != ""])), name
        for text in found[name].values():
            meaning, unit, source = text.split("\n")
            assert meaning.endswith("."), (name, text)
            assert unit.startswith(begins[0]), (name, text)
            assert source.startswith(begins[1]), (name, text)
            assert unit.partition(": ")[2], (name, text)
            assert source.partition(": ")[2], (name, text)


def test_every_number_has_its_unit_above_it(case, explained):
    content = workbook(case, explained, "x")
    columns = {column for frame in tables(case, explained, "nl").values() for column in frame.columns}

    for name, rows in sheets(content).items():
        if name not in FREE:
            numbers = {
                head
                for row in rows[2:]
                for head, cell in zip(rows[1], row, strict=True)
                if cell != "" and not isinstance(cell, str)
            }
            assert [head for head in numbers if not head.endswith("]")] == [], name
    headers = words("nl").group("kolom")
    assert [column for column in columns - TEXT if column in headers and not headers[column].endswith("]")] == []


def test_headers_stay_in_view_have_a_filter_and_are_printed_across(case, explained):
    content = workbook(case, explained, "x")

    for name, xml in sheet_xml(content).items():
        assert 'orientation="landscape"' in xml[0], name
        assert 'fitToPage="1"' in xml[0], name
        if name not in FREE:
            assert 'ySplit="2"' in xml[0], name
            assert '<autoFilter ref="A2:' in xml[0], name
    assert parts(content)["xl/workbook.xml"].count("_xlnm.Print_Titles") == len(SHEETS) - len(FREE) // 2


def test_numbers_days_and_parts_have_formats_of_their_own(case, explained):
    content = workbook(case, explained, "x")
    parameters = table(content, "Parameters")

    assert parameters[1]["Parameter"] == "uitstroom.norm_weken"
    assert parameters[1]["Geldig vanaf [datum]"] == date(2023, 7, 1)
    assert number_format(content, "Parameters", "F3") == "dd-mm-yyyy"
    assert number_format(content, "Parameters", "B3") == "#,##0.00####"
    assert number_format(content, "Gemeenten", "E3") == "#,##0"
    assert number_format(content, "Koppelingen", "J3") == "#,##0.00"
    head = sheets(content)["Provincies"][1]
    at = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[head.index("Gebruikt [deel van aangeboden]")]
    assert number_format(content, "Provincies", f"{at}3") == "0.0%"
    assert table(content, "Provincies")[0]["Gebruikt [deel van aangeboden]"] == 1.0


def test_charts_have_a_text_for_who_does_not_see_them_and_the_number_at_each_bar(case, explained):
    found = {name: "".join(xml[1:]) for name, xml in sheet_xml(workbook(case, explained, "x")).items()}
    charts = {name: part for name, part in parts(workbook(case, explained, "x")).items() if "/charts/chart" in name}

    drawn = [name for name, xml in found.items() if "graphicFrame" in xml]
    assert drawn == ["Provincies", "Arbeidsmarktregio's", "Vergelijkingen"]
    for name in drawn:
        assert re.search(r'<xdr:cNvPr id="\d+" name="[^"]*" descr="Staafdiagram: [^"]{40,}"', found[name])
    assert len(charts) == 3
    for xml in charts.values():
        assert '<c:showVal val="1"/>' in xml
        assert tree(xml) is not None
    drawn_values = [re.findall(r"<c:v>(-?\d+)</c:v></c:pt></c:numCache>", xml) for xml in charts.values()]
    assert drawn_values == [["-4"], ["-4"], ["6"]]


def test_remarks_tell_code_place_and_what_to_do(case, explained):
    warning = Problem(Code.BESTAND_ONBEKEND, "kladje.csv")
    content = workbook(case, explained, "x", problems=[warning], remarks=["De kaart is schematisch."])

    outcome, given = table(content, "Meldingen")
    assert (outcome["Waarover"], outcome["Wat er aan de hand is"]) == ("de uitkomst", "De kaart is schematisch.")
    assert (given["Code"], given["Bestand"]) == ("W.502", "kladje.csv")
    assert given["Wat u kunt doen"] == "verander de naam of haal het uit de map"


def test_a_case_without_remarks_says_so(case, explained):
    [row] = table(workbook(case, explained, "x", "en"), "Remarks")

    assert row["What is the matter"] == "No remarks on the input."


def test_parameters_tell_value_unit_dates_source_and_range(case, explained):
    rows = table(workbook(case, explained, "x"), "Parameters")

    assert [row["Parameter"] for row in rows] == list(case.parameters.waarden)
    first = rows[0]
    assert (first["Waarde [eenheid]"], first["Eenheid"]) == (60.0, "punten/persoon")
    assert (first["Laagst toegestaan [eenheid]"], first["Hoogst toegestaan [eenheid]"]) == (0.0, 10_000.0)
    assert first["Opnieuw bekijken voor [datum]"] == date(2027, 1, 1)
    assert first["Bron van de waarde"].startswith("aanname spreiding")
