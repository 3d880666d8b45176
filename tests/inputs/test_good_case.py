import hashlib
import time
from datetime import date

import pytest

from inputs.case import begin
from inputs.problems import InputProblems
from inputs.read import read_case


def test_a_case_in_order_is_read_without_warnings(write_case):
    case, warnings = read_case(write_case())

    assert warnings == ()
    assert case.naam == "klein"
    assert not case.synthetisch
    assert [gemeente.gemeentecode for gemeente in case.gemeenten] == ["GM0363", "GM0014"]
    assert [gemeente.achterstand for gemeente in case.gemeenten] == [12, -3]
    assert sum(household.personen for household in case.huishoudens) == 5
    assert [household.vergunningdatum for household in case.huishoudens] == [date(2025, 10, 1), date(2025, 12, 31)]
    assert case.woningaanbod[0].leverkans == pytest.approx(0.9)
    assert case.opvanglocaties[0].lat == pytest.approx(52.87)


def test_an_empty_optional_cell_is_unknown_and_a_column_left_out_has_its_default(write_case):
    case, _ = read_case(write_case())

    assert case.gemeenten[0].max_personen is None
    assert case.gemeenten[1].max_personen == 40
    assert case.gemeenten[0].ses_woa is None
    assert case.huishoudens[0].nareis_personen == 0
    assert case.woningaanbod[0].gastgemeente is None
    assert case.woningaanbod[0].host == "GM0363"
    assert case.woningaanbod[1].host == "GM0014"


def test_a_scenario_replaces_a_parameter_and_the_source_says_so(write_case):
    case, _ = read_case(write_case())

    assert case.parameters["uitstroom.per_persoon"] == 80
    assert case.parameters.waarden["uitstroom.per_persoon"].bron.startswith("scenario.toml (anders 60: ")
    assert case.scenario.opgave_personen == 5


def test_choices_beside_the_case_that_give_no_name_are_named_with_it(write_case):
    case = write_case()
    beside = case.parent / "krappe opgave.toml"
    lines = (case / "scenario.toml").read_text("utf-8").splitlines(keepends=True)
    beside.write_text("".join(line for line in lines if not line.startswith("naam")), "utf-8")

    assert read_case(case, beside)[0].naam == f"{case.name}, krappe opgave"


def test_parameters_may_be_written_with_and_without_quotes(write_case):
    case, _ = read_case(write_case({"scenario.toml": ('"uitstroom.per_persoon" = 80.0', "uitstroom.per_persoon = 81")}))

    assert case.parameters["uitstroom.per_persoon"] == 81


def test_every_file_is_kept_with_the_hash_of_its_bytes_and_its_source(write_case):
    folder = write_case()
    case, _ = read_case(folder)

    assert len(case.bronnen) == 10
    for source in case.bronnen:
        assert source.sha256 == hashlib.sha256((folder / source.bestand).read_bytes()).hexdigest()
    assert (case.bronnen[0].bron, case.bronnen[0].peildatum) == ("eigen opgave", "2026-01-01")
    assert case.bronnen[1].bron == ""
    assert next(source.peildatum for source in case.bronnen if source.bestand == "bindingen.csv") == ""


def test_without_bindingen_there_are_none(write_case):
    case, warnings = read_case(write_case({"bindingen.csv": None}))

    assert case.bindingen == ()
    assert warnings == ()


def test_bindingen_may_have_a_header_only(write_case):
    case, _ = read_case(write_case({"bindingen.csv": "huishouden_id;gemeenten;regio;grond;peildatum;tot\n"}))

    assert case.bindingen == ()


@pytest.mark.parametrize(
    "bytes_of",
    [
        pytest.param(lambda text: text.encode("utf-8-sig"), id="byte order mark"),
        pytest.param(lambda text: text.replace("\n", "\r\n").encode(), id="Windows line ends"),
        pytest.param(lambda text: text.replace("\n", "\r").encode(), id="old Mac line ends"),
        pytest.param(lambda text: text.replace(";", ",").encode(), id="commas between cells"),
        pytest.param(lambda text: (text + "\n;;;;;;;;;;\n\n").encode(), id="blank rows at the end"),
    ],
)
def test_dialects_of_csv_give_the_same_gemeenten(write_case, files, bytes_of):
    expected, _ = read_case(write_case())
    case, warnings = read_case(write_case({"gemeenten.csv": bytes_of(files["gemeenten.csv"])}))

    assert case.gemeenten == expected.gemeenten
    assert warnings == ()


def test_decimal_points_and_commas_are_both_read(write_case):
    case, _ = read_case(write_case({"opvanglocaties.csv": ("7,06;52,87", "7.06;52,87")}))

    assert (case.opvanglocaties[0].lon, case.opvanglocaties[0].lat) == (7.06, 52.87)


def test_a_row_number_is_that_of_a_spreadsheet_where_a_cell_has_a_line_break(write_case):
    text = 'locatie;gemeentecode;lon;lat;capaciteit;bron\nTer Apel;GM1950;7,06;52,87;2000;"een\ntwee"\n'
    with pytest.raises(InputProblems) as caught:
        read_case(write_case({"opvanglocaties.csv": text + "Zwolle;GM0193;6,1;52,5;-1;\n"}))

    assert {(p.regel, p.kolom) for p in caught.value.problems} == {(2, "bron"), (3, "capaciteit")}


def test_a_name_written_with_loose_accents_is_the_same_name(write_case):
    case, _ = read_case(
        write_case(
            {
                "opvanglocaties.csv": ("Ter Apel", "Ter Ape\u0301l"),
                "huishoudens.csv": ("Ter Apel", "Ter Ap\u00e9l"),
            }
        )
    )

    assert case.huishoudens[0].opvanglocatie == case.opvanglocaties[0].locatie


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"scenario.toml": ('naam = "klein"', "synthetisch = true")}, id="the scenario says so"),
        pytest.param({"gemeenten.csv": ("eigen opgave", "Synthetisch voorbeeld")}, id="a table says so"),
    ],
)
def test_a_case_is_synthetic_when_any_file_says_so(write_case, changes):
    case, _ = read_case(write_case(changes))

    assert case.synthetisch


def test_a_case_without_a_name_has_the_name_of_its_folder(write_case):
    folder = write_case({"scenario.toml": 'kwartaal = "2026K1"\n'})
    case, _ = read_case(folder)

    assert case.naam == folder.name


def test_a_household_may_come_from_a_site_outside_the_case(write_case):
    case, _ = read_case(write_case())

    assert case.opvanglocaties[0].gemeentecode == "GM1950"


def test_a_kwartaal_begins_on_its_first_day():
    assert begin("2026K4") == date(2026, 10, 1)


def test_thirty_thousand_households_are_read_in_seconds(write_case, files):
    households = files["huishoudens.csv"].splitlines()[:1]
    households += [f"H{n};1;{n % 3};0;0;2025-{n % 12 + 1:02d}-{n % 28 + 1:02d};Ter Apel;nee;nee" for n in range(30_000)]
    adults = ["huishouden_id;leerroute;sector", *(f"H{n};B1;zorg" for n in range(30_000))]
    folder = write_case(
        {"huishoudens.csv": "\n".join(households), "deelnemers.csv": "\n".join(adults), "bindingen.csv": None}
    )
    start = time.perf_counter()
    case, _ = read_case(folder)

    assert len(case.huishoudens) == 30_000
    assert time.perf_counter() - start < 10  # 0.5 s on one core; the rest is room for a busy machine
