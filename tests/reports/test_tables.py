import csv
import io

import pytest

from inputs.formulas import neutral
from optimizer.result import Ongeplaatst
from reports.reasons import reason
from reports.tables import GEMEENTEN, csv_files, csv_text, gemeenten_frame, ongeplaatst_frame


def read(text):
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def test_the_numbers_of_the_gemeenten_reconcile_with_the_koppelingen(case, allocation):
    files = {name: read(text) for name, text in csv_files(case, allocation).items()}

    placed = sum(int(k["personen"]) for k in files["koppelingen.csv"])
    left = sum(int(o["personen"]) for o in files["ongeplaatst.csv"])
    assert placed == sum(int(g["toegewezen_personen"]) for g in files["gemeenten.csv"]) == 6
    assert placed + left == sum(h.personen for h in case.huishoudens) == 10
    for g in files["gemeenten.csv"]:
        assert int(g["sleutel_personen"]) + int(g["inhaal_personen"]) == int(g["doel_personen"])
        assert int(g["toegewezen_personen"]) - int(g["doel_personen"]) == int(g["afwijking_personen"])


def test_files_are_sorted_and_have_their_columns(case, allocation):
    files = {name: read(text) for name, text in csv_files(case, allocation).items()}

    assert [g["gemeentecode"] for g in files["gemeenten.csv"]] == ["GM0505", "GM0518", "GM0599"]
    assert [k["huishouden_id"] for k in files["koppelingen.csv"]] == ["H1", "H2", "H3"]
    assert tuple(files["gemeenten.csv"][0]) == GEMEENTEN


def test_a_dutch_spreadsheet_reads_the_csv(case, allocation):
    text = csv_files(case, allocation)["koppelingen.csv"]

    assert text.startswith("\ufeffhuishouden_id;personen;")
    assert ";1,3;200,0;" in text


def test_every_row_of_synthetic_data_says_so_with_its_margins(case, allocation):
    for text in csv_files(case, allocation).values():
        assert all(row["bron"] == "synthetisch; 85 % alleenstaand (NOS, juli 2024)" for row in read(text))


def test_real_data_names_its_case(make, allocation):
    build_case, *_ = make

    assert set(gemeenten_frame(build_case(naam="Kwartaal 1", synthetisch=False), allocation)["bron"]) == {"Kwartaal 1"}


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x";"y")', "+31", "-Zuid", "@SUM(A1)", "\tx", "\rx", "\nx"])
def test_no_text_cell_runs_in_a_spreadsheet(text, make):
    build_case, build_allocation, _ = make
    namen = {"GM0518": text, "GM0505": "Dordrecht", "GM0599": "Rotterdam"}
    frame = gemeenten_frame(build_case(namen), build_allocation(namen))

    [cell] = [row["naam"] for row in csv.DictReader(io.StringIO(csv_text(frame)[1:], newline=""), delimiter=";")][1:2]
    assert cell == "'" + text == neutral(text)


def test_a_negative_number_stays_a_number(case, allocation):
    assert read(csv_files(case, allocation)["gemeenten.csv"])[0]["afwijking_personen"] == "-2"


def test_a_reason_counts_gemeenten(case, allocation):
    [row] = ongeplaatst_frame(case, allocation)["reden"]

    assert row == (
        "In 2 gemeenten zijn de passende woningen bezet; "
        "in de ene gemeente waar nog een passende woning vrij is, ontbreekt een cursusplaats."
    )


def test_a_reason_without_counts_is_a_sentence():
    assert (
        reason(Ongeplaatst("H1", 2, 3.0, "geen_vorm", {}), "en") == "No form of housing on offer fits this household."
    )


def test_a_plan_without_unplaced_households_has_the_columns(case, allocation):
    assert (
        csv_text(ongeplaatst_frame(case, allocation).iloc[:0])
        == "\ufeffhuishouden_id;personen;reden_code;reden;bron\r\n"
    )
