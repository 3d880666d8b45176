"""Gemeenten that merged are added up by hand: Weesp into Amsterdam, five into Land van Cuijk."""

import csv
import io

import pytest
from carrying import carried, cells, notes, total
from old_case import FILES, GEMEENTEN

from inputs.read import read_case
from inputs.recode.carry import CARRY
from inputs.recode.totals import SUMMED
from inputs.tables import TABLES, code_columns, columns


def column(name, values):
    """Give the table gemeenten with one more column."""
    head, *lines = GEMEENTEN.splitlines()
    return "\n".join([f"{head};{name}", *(f"{line};{v}" for line, v in zip(lines, values, strict=True)), ""])


def test_inhabitants_and_balances_add_up(tmp_path):
    """900 000 + 20 000 and 12 - 3; 29 + 12 + 11 + 25 + 12 thousand and 4 - 1 + 0 + 5 + 2."""
    case = carried(tmp_path)

    assert cells(case, "gemeenten", "gemeentecode", "inwoners", "achterstand") == [
        "GM0363 920000 9",
        "GM1982 89000 10",
    ]
    assert total(case, "gemeenten", "inwoners") == (1_009_000, 1_009_000, 0)
    assert total(case, "gemeenten", "achterstand") == (19, 19, 0)


def test_a_new_gemeente_gets_name_and_areas_of_today_and_one_that_goes_on_keeps_its_own(tmp_path):
    change = ("Amsterdam;900000;Noord-Holland;", "A'dam;900000;NH;")
    case = carried(tmp_path, {"gemeenten.csv": change})

    assert cells(case, "gemeenten", "naam", "provincie", "arbeidsmarktregio") == [
        "A'dam NH Groot Amsterdam",
        "Land van Cuijk Noord-Brabant Noordoost-Brabant",
    ]


def test_a_new_gemeente_lies_in_the_region_under_the_name_that_the_case_gives_it(tmp_path):
    """'s-Hertogenbosch writes AMR NOB for Noordoost-Brabant, and so do the places for work."""
    more = "GM0796;'s-Hertogenbosch;160000;Noord-Brabant;AMR NOB;0;ja;;;x\n"
    changes = {
        "gemeenten.csv": GEMEENTEN.replace("Noordoost-Brabant", "AMR NOB") + more,
        "arbeidsmarkt.csv": FILES["arbeidsmarkt.csv"].replace("Noordoost-Brabant", "AMR NOB"),
        "huishoudens.csv": FILES["huishoudens.csv"].replace("Noordoost-Brabant", "AMR NOB"),
        "inburgering.csv": FILES["inburgering.csv"]
        + "".join(f"GM0796;{r};2026K1;0\n" for r in ("B1", "onderwijs", "Z")),
        "onderwijs.csv": FILES["onderwijs.csv"] + "GM0796;po;2026K1;0\nGM0796;isk;2026K1;0\n",
    }

    assert cells(carried(tmp_path, changes), "gemeenten", "arbeidsmarktregio")[1:] == ["AMR NOB", "AMR NOB"]


def test_most_adds_up_and_least_is_unknown_where_boxmeer_gave_none(tmp_path):
    """100 + 5; 9 + 8 + 7 + 6 + 5; 10 + 1; and four times 2 beside an empty cell."""
    case = carried(tmp_path)

    assert cells(case, "gemeenten", "max_personen") == ["105", "35"]
    assert cells(case, "gemeenten", "min_personen") == ["11", ""]
    assert total(case, "gemeenten", "min_personen") == (19, 11, 8)
    assert notes(case, "leeg") == [(regel, "min_personen", "2", "") for regel in (5, 6, 7, 8)]


def test_a_column_that_nobody_filled_in_stays_empty(tmp_path):
    case = carried(tmp_path, {"gemeenten.csv": column("woningvoorraad", [""] * 7)})

    assert cells(case, "gemeenten", "woningvoorraad") == ["", ""]
    assert not [note for note in case.notes if note.kolom == "woningvoorraad"]


@pytest.mark.parametrize(
    "name", ["sociale_verhuringen", "vorig_kwartaal_personen", "woningvoorraad", "corporatiebezit"]
)
def test_other_counts_add_up_too(tmp_path, name):
    case = carried(tmp_path, {"gemeenten.csv": column(name, [100, 20, 1, 2, 3, 4, 5])})

    assert cells(case, "gemeenten", name) == ["120", "15"]


def test_prosperity_is_averaged_by_inhabitants(tmp_path):
    """(900 x 0.1 + 20 x 0.56) / 920 = 0.11; and a mean of equal scores is that score as it is written."""
    case = carried(tmp_path, {"gemeenten.csv": column("ses_woa", ["0,1", "0,56", *(["-0,250"] * 5)])})

    assert cells(case, "gemeenten", "ses_woa") == ["0,11", "-0,250"]
    assert notes(case, "gemiddeld") == [(2, "ses_woa", "0,1", "0,11"), (3, "ses_woa", "0,56", "0,11")]


def test_prosperity_of_a_part_is_not_that_of_the_whole(tmp_path):
    case = carried(tmp_path, {"gemeenten.csv": column("ses_woa", ["0,1", "", *(["0,2"] * 5)])})

    assert cells(case, "gemeenten", "ses_woa") == ["", "0,2"]


def test_a_gemeente_that_goes_on_keeps_its_priority(tmp_path):
    case = carried(tmp_path)

    assert cells(case, "gemeenten", "voorrang") == ["ja", "ja"]
    assert notes(case, "voorrang") == [(3, "voorrang", "nee", "ja")]


def test_sources_stand_behind_each_other_and_a_status_or_strange_column_that_differs_is_left_empty(tmp_path):
    changed = column("status", ["opgave", "standaard", *(["opgave"] * 5)])
    case = carried(
        tmp_path,
        {
            "gemeenten.csv": changed.replace(";status\n", ";status;notitie\n")
            .replace("opgave\n", "opgave;n\n")
            .replace("standaard\n", "standaard;m\n")
        },
    )

    assert cells(case, "gemeenten", "status", "bron") == [" opgave A; opgave W", "opgave opgave B"]
    assert cells(case, "gemeenten", "notitie") == ["", "n"]
    assert notes(case, "verschilt") == [(2, "notitie", "n", ""), (3, "notitie", "m", "")]
    assert notes(case, "status") == [(2, "status", "opgave", ""), (3, "status", "standaard", "")]


def test_a_delivery_of_a_gemeente_that_ended_is_left_out_with_a_note(tmp_path):
    """Of the seven gemeenten Amsterdam goes on and takes Weesp in; nobody delivered for the ones of today."""
    names = [line.split(";")[:2] for line in FILES["gemeenten.csv"].splitlines()[1:]]
    rows = [f"{code};{name};opgave;1;2;3;4" for code, name in names]
    head = "gemeentecode;naam;status;woningen;slaapplaatsen;cursusplaatsen;schoolplaatsen"
    changed = {"gemeenten.csv": column("status", ["opgave"] * 7), "aanlevering.csv": "\n".join([head, *rows, ""])}
    case = carried(tmp_path, changed)

    assert cells(case, "aanlevering", "gemeentecode") == []
    assert len(notes(case, "aanlevering")) == 7


def test_seats_and_school_places_add_up_per_leerroute_and_kind(tmp_path):
    """1 + 2 and 3 + 4 + 5 + 6 + 7 seats; 0 + 10 and 20 + 30 + 40 + 50 + 60 places."""
    case = carried(tmp_path)

    assert cells(case, "inburgering", "gebied", "plaatsen") == ["GM0363 3"] * 3 + ["GM1982 25"] * 3
    assert cells(case, "onderwijs", "gemeentecode", "plaatsen") == ["GM0363 10"] * 2 + ["GM1982 200"] * 2
    assert total(case, "inburgering", "plaatsen") == (84, 84, 0)


def test_a_later_kwartaal_that_nobody_has_stays_missing(tmp_path):
    later = FILES["inburgering.csv"] + "GM0363;B1;2026K2;6\nGM0457;B1;2026K2;7\n"
    case = carried(tmp_path, {"inburgering.csv": later})

    assert [
        row for row in cells(case, "inburgering", "gebied", "leerroute", "kwartaal", "plaatsen") if "K2" in row
    ] == ["GM0363 B1 2026K2 13"]


def test_homes_sites_and_wishes_get_the_code_of_today(tmp_path):
    case = carried(tmp_path)

    assert cells(case, "woningaanbod", "aanbod_id", "gemeentecode", "gastgemeente", "aantal") == [
        "A1 GM0363  3",
        "A2 GM0363 GM0363 10",
        "A3 GM1982  2",
        "A4 GM1982 GM1982 4",
    ]
    assert cells(case, "opvanglocaties", "gemeentecode") == ["GM1950"]
    assert cells(case, "huishoudens", "voorkeur_1", "voorkeur_2") == ["GM0363 Noordoost-Brabant", "GM1982 GM1982"]
    assert [regel for regel, *_ in notes(case, "gast")] == [3, 5]


def test_a_code_is_understood_by_its_number_or_its_name(tmp_path):
    text = GEMEENTEN.replace("GM0457;", "457;").replace("GM0786;", "Grave;")
    case = carried(tmp_path, {"gemeenten.csv": text})

    assert cells(case, "gemeenten", "gemeentecode", "inwoners") == ["GM0363 920000", "GM1982 89000"]
    assert notes(case, "code", "gemeenten")[:3] == [
        (3, "gemeentecode", "457", "GM0363"),
        (4, "gemeentecode", "GM0756", "GM1982"),
        (5, "gemeentecode", "Grave", "GM1982"),
    ]


def test_what_has_no_code_of_an_earlier_year_stays_as_it_is_written(tmp_path):
    case = carried(tmp_path)

    for name in ("deelnemers", "arbeidsmarkt"):
        assert case.files("nl")[f"{name}.csv"].decode("utf-8-sig").splitlines() == FILES[f"{name}.csv"].splitlines()
    assert case.files("nl")["scenario.toml"].decode() == FILES["scenario.toml"]
    assert "A1;GM0363;;sociale_huur;4;3;2026K1" in case.files("nl")["woningaanbod.csv"].decode()


def test_a_case_of_today_has_nothing_to_carry_over(tmp_path):
    case = carried(tmp_path)
    folder = tmp_path / "nieuw"
    folder.mkdir()
    for name, data in case.files("nl").items():
        (folder / name).write_bytes(data)

    assert read_case(folder)[0].gemeenten[1].inwoners == 89_000
    again = carried(tmp_path, {name: data.decode("utf-8-sig") for name, data in case.files("nl").items()})
    assert not again.changed
    assert again.notes == ()


def test_a_carried_case_passes_every_check_and_says_nothing_of_its_report(tmp_path):
    folder = tmp_path / "nieuw"
    folder.mkdir()
    for name, data in carried(tmp_path).files("nl").items():
        (folder / name).write_bytes(data)
    warnings = read_case(folder)[1]

    assert (folder / "overgang.csv").exists()
    assert {str(warning.code) for warning in warnings} <= {"W.506"}


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_report_names_every_row_that_went_and_why(tmp_path, lang):
    text = carried(tmp_path).files(lang)["overgang.csv"].decode("utf-8-sig")
    head, *lines = list(csv.reader(io.StringIO(text), delimiter=";"))

    assert len(head) == 7
    assert head[0] == {"nl": "tabel", "en": "table"}[lang]
    assert ["gemeenten", "3", "gemeentecode", "GM0457", "GM0363"] in [line[:5] for line in lines]
    assert {line[1] for line in lines if line[0] == "gemeenten"} == {str(n) for n in range(2, 9)}
    assert "24" in next(line[6] for line in lines if line[3] == "GM0457")


def test_a_row_that_a_spreadsheet_might_run_does_not_run_in_the_report(tmp_path):
    changed = column("notitie", ["=1+1", "n", *(["n"] * 5)])
    text = carried(tmp_path, {"gemeenten.csv": changed}).files("nl")["overgang.csv"].decode("utf-8-sig")

    assert ";'=1+1;" in text
    assert ";=1+1;" not in text


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "- nog te bouwen"])
def test_a_text_that_a_spreadsheet_might_run_does_not_run_in_a_table_and_is_read_as_it_was(tmp_path, text):
    changes = {"gemeenten.csv": GEMEENTEN.replace("GM0363;Amsterdam", f"GM0363;{text}").replace("opgave A", text)}
    out = tmp_path / "uit"
    out.mkdir()
    for name, content in carried(tmp_path, changes).files("nl").items():
        (out / name).write_bytes(content)
    line = (out / "gemeenten.csv").read_text("utf-8-sig").splitlines()[1]

    assert line.startswith(f"GM0363;'{text};")
    assert f"'{text}; opgave W" in line
    assert read_case(out)[0].gemeenten[0].naam == text


def test_a_number_below_zero_stays_a_number_in_a_table(tmp_path):
    """12 - 30."""
    case = carried(tmp_path, {"gemeenten.csv": (";-3;", ";-30;")})

    assert cells(case, "gemeenten", "achterstand")[0] == "-18"


def test_every_column_with_a_code_is_carried_over_and_every_sum_is_one_of_a_column():
    """A table that is added later gets the codes of today in each of its cells."""
    assert {name for name in CARRY if name not in TABLES} == set()
    assert {"gemeenten", "inburgering", "onderwijs", "sleutel", "scores"} <= CARRY.keys()
    for name, kolommen in SUMMED.items():
        assert set(kolommen) <= {column.name for column in columns(TABLES[name])}
    assert {name for name, table in TABLES.items() if code_columns(table)} >= {"opvanglocaties", "gekoppeld"}


def test_how_the_old_files_are_written_is_told(tmp_path):
    changed = GEMEENTEN.replace(";ja;10;100;", ";Ja;10;100;")
    found = carried(tmp_path, {"gemeenten.csv": changed}).warnings

    assert ("W.542", "gemeenten.csv", 2, "voorrang") in [(p.code, p.bestand, p.regel, p.kolom) for p in found]


def test_a_sector_in_other_letters_does_not_stop_it(tmp_path):
    found = carried(tmp_path, {"deelnemers.csv": FILES["deelnemers.csv"].replace("zorg", "Zorg")})

    assert "Zorg" in cells(found, "deelnemers", "sector")
