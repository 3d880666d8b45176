"""Gemeenten that are reckoned with by default are told apart on the map, in the tables and in the manifest."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from inputs.aanlevering import Aanlevering
from inputs.case import Bronbestand
from reports.deliveries import manifest_part
from reports.kaart import kaart
from reports.manifest import run_json
from reports.tables import GEMEENTEN, csv_files
from reports.workbook import workbook

STATUS = {"GM0518": "opgave", "GM0505": "standaard", "GM0599": "afgekeurd"}
HOSTILE = "<img src=x onerror=\"document.title='gehackt'\"> ${document.title='gehackt'}"


@pytest.fixture
def gathered(case):
    """'s-Gravenhage delivered, Dordrecht sent nothing, the sheet of Rotterdam was refused."""
    rows = tuple(
        Aanlevering(g.gemeentecode, g.naam, STATUS[g.gemeentecode], 2, 6, 5, 4, opmerkingen=HOSTILE)
        for g in case.gemeenten
    )
    first = replace(rows[0], ingevuld_door="afdeling Wonen", datum_ingevuld=date(2025, 12, 1), bestand="a.xlsx")
    return replace(
        case,
        gemeenten=tuple(replace(g, status=STATUS[g.gemeentecode]) for g in case.gemeenten),
        aanlevering=(first, *rows[1:]),
        bronnen=(*case.bronnen, Bronbestand("aanlevering.csv", "cd" * 32, "spreiding collect", "")),
    )


def table(text):
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def sheets(content):
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


@pytest.mark.parametrize(("bestand", "blad"), [("a.xlsx", "Aanlevering"), ("aanlevering.parquet", "")])
def test_the_table_is_known_as_a_sheet_and_as_another_kind_of_file(gathered, bestand, blad):
    others = (Bronbestand("aanlevering.xlsx", "ef" * 32, "", "", "gemeenten"), *gathered.bronnen[:-1])
    case = replace(gathered, bronnen=(*others, Bronbestand(bestand, "ab" * 32, "", "", blad)))

    assert manifest_part(case)["aanlevering"]["sha256"] == "ab" * 32


def panel(page, name):
    page.fill("#zoek", name)
    page.dispatch_event("#zoek", "change")
    return re.sub(r"\s+", " ", page.inner_text("#paneel"))


def test_a_case_without_gathered_sheets_shows_nothing_of_them(case, allocation, geography):
    html = kaart(case, allocation, geography)

    assert tuple(table(csv_files(case, allocation)["gemeenten.csv"])[0]) == GEMEENTEN
    assert "aanlevering" not in json.loads(run_json(case, allocation, geography, {}))
    assert '"merken":[]' in html
    assert "Opgave van de gemeente</th>" not in html


def test_the_table_says_of_each_gemeente_whose_numbers_it_has(gathered, allocation):
    found = table(csv_files(gathered, allocation)["gemeenten.csv"])

    assert {row["gemeentecode"]: row["status"] for row in found} == STATUS
    assert list(found[0])[-2:] == ["status", "bron"]


def test_the_manifest_counts_them_and_keeps_the_hash_of_who_delivered_what(gathered, allocation, geography):
    assert json.loads(run_json(gathered, allocation, geography, {}))["aanlevering"] == {
        "opgave": 1,
        "standaard": 1,
        "afgekeurd": 1,
        "bestand": "aanlevering.csv",
        "sha256": "cd" * 32,
    }


@pytest.mark.parametrize(
    ("lang", "sheet", "words"),
    [
        ("nl", ("Overzicht", "Gemeenten", "Toelichting"), ("1 van 3 ontvangen", "geen opgave ontvangen")),
        ("en", ("Overview", "Municipalities", "Notes"), ("1 of 3 received", "no offer sheet received")),
    ],
)
def test_the_workbook_counts_them_and_says_it_in_words(gathered, allocation, lang, sheet, words):
    found = sheets(workbook(gathered, allocation, "x", lang))

    assert words[0] in str(found[sheet[0]])
    assert words[1] in str(found[sheet[1]])
    assert [row[2] for row in found[sheet[2]] if row[2] == "status"] == ["status"]


@pytest.mark.browser
def test_the_map_hatches_them_and_the_legend_says_what_a_hatch_means(gathered, allocation, geography, open_map):
    page = open_map(kaart(gathered, allocation, geography))

    fills = [path.get_attribute("fill") for path in page.locator("path.merk-vlak").all()]
    assert fills == ["url(#merk-standaard)", "url(#merk-afgekeurd)"]
    assert page.locator("pattern").count() == 2
    assert page.inner_text("#legenda").split("\n")[-2:] == ["geen opgave ontvangen", "opgave afgekeurd"]
    labels = [path.get_attribute("aria-label") for path in page.locator("path.leaflet-interactive").all()]
    assert [label.split(", ")[-1] for label in labels][1:] == ["geen opgave ontvangen", "opgave afgekeurd"]
    assert page.errors == []


@pytest.mark.browser
def test_a_hatch_that_does_not_occur_has_no_line_in_the_legend(gathered, allocation, geography, open_map):
    delivered = tuple(replace(g, status="opgave") for g in gathered.gemeenten)
    page = open_map(kaart(replace(gathered, gemeenten=delivered), allocation, geography))

    assert page.locator("path.merk-vlak").count() == 0
    assert "opgave" not in page.inner_text("#legenda")


@pytest.mark.browser
def test_the_panel_says_what_they_are_reckoned_with_and_counts_them(gathered, allocation, geography, open_map):
    page = open_map(kaart(gathered, allocation, geography))

    total = re.sub(r"\s+", " ", page.inner_text("#paneel"))
    assert "Gemeenten zonder opgave 1 Gemeenten met een afgekeurde opgave 1" in total
    assert "Opgave ontvangen: ingevuld op 1-12-2025 door afdeling Wonen." in panel(page, "'s-Gravenhage")
    assert (
        "Geen opgave ontvangen: gerekend met wat al bekend was. Dat is voor dit kwartaal: 2 woningen voor 6 personen, "
        "5 cursusplaatsen en 4 schoolplaatsen." in panel(page, "Dordrecht")
    )
    assert "Opgave afgekeurd: gerekend met wat al bekend was." in panel(page, "Rotterdam")


@pytest.mark.browser
def test_a_hostile_remark_is_text(gathered, allocation, geography, open_map):
    page = open_map(kaart(gathered, allocation, geography))

    assert HOSTILE in panel(page, "Dordrecht")
    assert page.locator("img").count() == 0
    assert "gehackt" not in page.title()
    assert page.errors == []
