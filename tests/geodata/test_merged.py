import csv
import doctest

import pytest
from areas import codes_of, refused, two, written

from geodata import borders, gate, merged, neighbours, rd, regions
from geodata.checks import check_codes, years
from geodata.errors import GeodataError
from inputs.facts import gemeenten_2026

TODAY = [feit.gemeentecode for feit in gemeenten_2026()]


def lines_of(codes, expected, taal="nl"):
    with pytest.raises(GeodataError) as caught:
        check_codes(codes, ["x"] * len(codes), expected, "a.gpkg")
    return caught.value.render(taal)


def test_a_file_of_2022_says_what_brielle_and_its_neighbours_went_into_and_when():
    old = [*(code for code in TODAY if code != "GM1992"), "GM0501", "GM0530", "GM0614"]

    missing, extra, why = lines_of(old, TODAY)

    assert "ontbreken voor GM1992" in missing
    assert "GM0501, GM0530, GM0614 staat niet in de invoer" in extra
    assert why == (
        "a.gpkg: GM0501 (Brielle), GM0530 (Hellevoetsluis), GM0614 (Westvoorne) opgegaan in GM1992 (Voorne aan Zee)"
        " per 1-1-2023; neem de gemeentelijke indeling van die dag of later [G.210]"
    )


def test_a_divided_gemeente_names_all_4_that_it_went_to():
    why = lines_of([*TODAY, "GM0788"], TODAY, "en")[-1]

    assert "GM0788 (Haaren) was divided over GM0757 (Boxtel), GM0824 (Oisterwijk), GM0855 (Tilburg)" in why
    assert "on 1-1-2021" in why


def test_a_code_that_never_was_is_only_extra_and_a_missing_one_only_missing():
    assert len(lines_of([*TODAY, "GM9999"], TODAY)) == 1
    assert len(lines_of(TODAY[1:], TODAY)) == 1


def test_every_gemeente_of_2021_that_is_gone_is_explained(shared_data):
    with (shared_data / "tables" / "kwb_2021_gemeenten_352.csv").open(encoding="utf-8-sig", newline="") as stream:
        old = [next(value for value in row.values() if value.startswith("GM")) for row in csv.DictReader(stream)]
    gone = set(old) - set(TODAY)

    _, _, *why = lines_of(old, TODAY)

    assert len(old) == 352
    assert len(gone) == 14
    assert sorted(code for code in gone if any(f"{code} (" in line for line in why)) == sorted(gone)


def test_rows_of_two_years_are_refused_by_those_years(tmp_path):
    path = written(two(jrstatcode=["2022GM0001", "2025GM0002"]), tmp_path / "a.gpkg")

    assert "(2022, 2025)" in refused(path).render()[0]
    assert codes_of(path) == ["G.208"]


def test_blanks_before_a_year_do_not_make_it_another():
    assert years(two(jrstatcode=["  2025GM0001", "2025GM0002 "])) == ("2025",)


def test_a_column_that_calls_everything_water_is_named(tmp_path):
    path = written(two(H2O=["nee.", None]), tmp_path / "a.gpkg")

    assert refused(path).problemen[0].velden["kolom"] == "H2O"


@pytest.mark.parametrize("module", [borders, gate, merged, neighbours, rd, regions])
def test_the_examples_in_the_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0
