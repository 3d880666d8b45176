"""What cannot be carried over is told by row, and what the checks find afterwards names the planner's own rows."""

import pytest
from carrying import carried, refused
from old_case import CODES, FILES, GEMEENTEN, seats

from inputs.messages import render
from inputs.problems import InputProblems
from inputs.recode.source import read_source


def test_two_years_in_one_table_would_count_twice(tmp_path):
    both = GEMEENTEN + "GM1982;Land van Cuijk;93645;Noord-Brabant;Noordoost-Brabant;0;ja;;;x\n"

    (line,) = refused(tmp_path, {"gemeenten.csv": both})
    assert line == (
        "gemeenten.csv:4  gemeentecode = 'GM0756': GM0756 (Boxmeer) en GM1982 (Land van Cuijk) hebben nooit tegelijk "
        "bestaan: de laatste ontstond op 1-1-2022 en staat in regel 9, en wie ze optelt, telt personen twee keer; houd "
        "de gemeenten van één jaar over [F.506]"
    )


def test_two_years_in_the_seats_would_count_twice_too(tmp_path):
    both = FILES["inburgering.csv"] + "GM1982;B1;2026K1;9\n"
    lines = refused(tmp_path, {"inburgering.csv": both})

    assert len(lines) == 1
    assert lines[0].startswith("inburgering.csv:8  gebied = 'GM0756'")
    assert lines[0].endswith("[F.506]")


def test_gemeenten_that_make_a_new_one_must_agree_on_priority(tmp_path):
    change = ("Cuijk;25000;Noord-Brabant;Noordoost-Brabant;5;ja", "Cuijk;25000;Noord-Brabant;Noordoost-Brabant;5;nee")

    (line,) = refused(tmp_path, {"gemeenten.csv": change})
    assert line == (
        "gemeenten.csv:4  voorrang = 'ja': de gemeenten die samen GM1982 (Land van Cuijk) vormen, geven niet dezelfde "
        "voorrang (GM0756 (Boxmeer) ja, GM0786 (Grave) ja, GM0815 (Mill en Sint Hubert) ja, GM1684 (Cuijk) nee, GM1702 "
        "(Sint Anthonis) ja), en wat in de nieuwe gemeente geldt, is haar eigen keuze; schrijf bij deze gemeenten "
        "dezelfde voorrang: die van GM1982 (Land van Cuijk) [F.507]"
    )


@pytest.mark.parametrize("gone", ["GM0457;Z;2026K1;2", "GM0363;Z;2026K1;1"])
def test_a_row_that_one_of_two_lacks_is_not_0(tmp_path, gone):
    lines = refused(tmp_path, {"inburgering.csv": (f"{gone}\n", "")})
    missing, there = ("GM0457 (Weesp)", "GM0363 (Amsterdam)")
    if gone.startswith("GM0363"):
        missing, there = there, missing

    assert len(lines) == 1
    assert f"die hier een regel hebben ({there}) en die er geen hebben ({missing}), en een regel die" in lines[0]
    assert "ontbreekt, is geen 0 (Z / 2026K1); voeg de regel van" in lines[0]
    assert lines[0].endswith("[F.508]")


def test_a_row_that_both_lack_is_asked_by_the_checks(tmp_path):
    text = FILES["inburgering.csv"].replace("GM0457;Z;2026K1;2\n", "").replace("GM0363;Z;2026K1;1\n", "")

    assert "GM0363 (Amsterdam) ontbreekt in 2026K1 de regel" in refused(tmp_path, {"inburgering.csv": text})[0]


def test_a_gemeente_that_the_table_gemeenten_lacks_is_not_added_to_another(tmp_path):
    """Weesp has seats, but is not in the case: Amsterdam does not get them."""
    without = "".join(line for line in GEMEENTEN.splitlines(keepends=True) if not line.startswith("GM0457"))
    lines = refused(tmp_path, {"gemeenten.csv": without})

    assert [line.split(":")[0] for line in lines] == ["inburgering.csv"] * 3 + ["onderwijs.csv"] * 2
    assert "GM0457 (Weesp) staat niet in de tabel gemeenten" in lines[0]


def test_a_gemeente_that_stands_there_twice_is_not_added_up(tmp_path):
    double = GEMEENTEN + "GM0457;Weesp;20000;Noord-Holland;Groot Amsterdam;-3;nee;1;5;x\n"

    assert "gemeenten.csv:9  gemeentecode = 'GM0457': " in refused(tmp_path, {"gemeenten.csv": double})[0]


def test_a_least_above_the_most_is_not_hidden_in_a_sum(tmp_path):
    assert "[F.415]" in refused(tmp_path, {"gemeenten.csv": (";-3;nee;1;5;", ";-3;nee;6;5;")})[0]


def test_a_cell_that_cannot_be_read_stops_before_anything_else(tmp_path):
    lines = refused(tmp_path, {"gemeenten.csv": ("29000", "29.000"), "inburgering.csv": seats(CODES[1:])})

    assert len(lines) == 1
    assert "29000 of 29,000" in lines[0]


def test_what_the_checks_find_afterwards_names_the_rows_of_the_planner(tmp_path):
    """The unknown wish stands in row 3 of the old file."""
    change = ("ja;GM0756;GM1684", "ja;GM0756;Atlantis")

    assert refused(tmp_path, {"huishoudens.csv": change})[0].startswith("huishoudens.csv:3  voorkeur_2 = 'Atlantis'")


def test_an_unknown_code_stays_unknown(tmp_path):
    assert "[F.402]" in refused(tmp_path, {"woningaanbod.csv": ("A1;GM0363", "A1;GM9999")})[0]


def test_who_a_household_is_is_never_shown(tmp_path):
    changes = {name: FILES[name].replace("H1;", "111222333;") for name in ("huishoudens.csv", "deelnemers.csv")}
    lines = refused(tmp_path, changes)

    assert lines
    assert "111222333" not in " ".join(lines)


def test_a_value_that_is_left_out_is_warned_about(tmp_path):
    found = [render(w, "nl") for w in carried(tmp_path).warnings if w.code == "W.602"]

    assert len(found) == 1
    assert found[0].startswith("gemeenten.csv  min_personen: niet elke regel die opging in een andere heeft hier een")
    assert "(waarden die daardoor wegvielen: 4)" in found[0]


def test_a_gemeente_that_merged_without_its_partners_is_warned_about(tmp_path):
    """Of Land van Cuijk only Boxmeer and Cuijk are in the case."""
    out = ("GM0786", "GM0815", "GM1702")
    changes = {
        name: "".join(line for line in FILES[name].splitlines(keepends=True) if not line.startswith(out))
        for name in ("gemeenten.csv", "inburgering.csv", "onderwijs.csv")
    }
    (line,) = [render(w, "nl") for w in carried(tmp_path, changes).warnings if w.code == "W.601"]

    assert line == (
        "gemeenten.csv:4  gemeentecode = 'GM0756': van GM1982 (Land van Cuijk) staat in de casus alleen GM0756 "
        "(Boxmeer), GM1684 (Cuijk); op 31-12-2021 hoorde daar ook GM0786 (Grave), GM0815 (Mill en Sint Hubert), "
        "GM1702 (Sint Anthonis) bij, dus de aantallen zijn te laag; voeg de ontbrekende gemeenten toe, of vul na de "
        "overgang de aantallen van de hele gemeente in [W.601]"
    )


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(InputProblems) as caught:
        read_source(tmp_path / "nergens")

    assert "nergens" in render(caught.value.problems[0], "nl")
