"""A gemeente that ended is answered with where it went; the code of one that never was stays unknown."""

import csv

import pytest

from inputs.facts import by_code
from inputs.herindelingen import ended, ended_named
from inputs.messages import render
from inputs.problems import InputProblems
from inputs.read import read_case

HEAD = "gemeentecode;naam;inwoners;provincie;arbeidsmarktregio;achterstand;voorrang\n"


def problems_of(folder):
    """Give the errors of a case."""
    with pytest.raises(InputProblems) as caught:
        read_case(folder)
    return [p for p in caught.value.problems if p.level == "error"]


def codes_of(shared_data):
    """Give the gemeentecodes that published tables of 2020 to 2024 hold."""
    tables = {
        "gemeente_crosswalk_2020_2025.csv": "oude_code",
        "kwb_2021_gemeenten_352.csv": "gemeente_code",
        "pdok_wijkenbuurten_2023_gemeenten.csv": "gemeentecode",
        "gebieden_in_nederland_2024.csv": "gemeente_code",
    }
    found = set()
    for name, column in tables.items():
        with (shared_data / "tables" / name).open(encoding="utf-8-sig", newline="") as file:
            found |= {row[column] for row in csv.DictReader(file)}
    return found


def test_388_gemeenten_of_2017_less_63_that_ended_and_17_new_ones_are_the_342_of_today():
    years = [herindeling.datum.year for herindeling in ended().values()]
    new = {"GM1949", "GM1950", "GM1952"}  # 2018
    new |= {"GM1954", "GM1959", "GM1960", "GM1961", "GM1963", "GM1966", "GM1969", "GM1970", "GM1978"}  # 2019
    new |= {"GM1979", "GM1980", "GM1982", "GM1991", "GM1992"}  # 2021 to 2023

    assert {year: years.count(year) for year in set(years)} == {2018: 11, 2019: 34, 2021: 4, 2022: 11, 2023: 3}
    assert 388 - 11 - 34 - 4 - 11 - 3 + 17 == len(by_code()) == 342
    assert len(new) == 17
    assert new <= by_code().keys()
    assert new <= {code for herindeling in ended().values() for code in herindeling.opvolgers}


def test_a_gemeente_that_ended_is_none_of_today_and_its_successors_are():
    for code, herindeling in ended().items():
        assert code not in by_code()
        assert set(herindeling.opvolgers) <= by_code().keys()
        assert herindeling.bron


def test_every_code_of_2020_to_2024_that_is_gone_is_told_where_it_went(write_case, shared_data):
    gone = sorted(codes_of(shared_data) - by_code().keys())
    rows = "".join(f"{code};oud;1000;x;y;0;ja\n" for code in gone)
    found = [p for p in problems_of(write_case({"gemeenten.csv": HEAD + rows})) if p.bestand == "gemeenten.csv"]

    assert len(gone) == 18
    assert [p.gevonden for p in found] == gone
    for problem in found:
        assert problem.code in {"F.481", "F.482"}
        assert " is opgegaan in GM" in render(problem, "nl")
        assert set(ended()[problem.gevonden].opvolgers) <= by_code().keys()


def test_the_successors_are_those_of_the_published_crosswalk(shared_data):
    with (shared_data / "tables" / "gemeente_crosswalk_2020_2025.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [(row["oude_code"], row["code_2025"]) for row in csv.DictReader(file)]

    since = {(h.gemeentecode, code) for h in ended().values() if h.datum.year > 2020 for code in h.opvolgers}
    assert since == set(rows)


def test_a_merged_gemeente_is_told_what_to_write(write_case):
    change = ("GM0014;Groningen", "GM0003;Appingedam")
    found = [p for p in problems_of(write_case({"gemeenten.csv": change})) if p.bestand == "gemeenten.csv"]

    assert len(found) == 1
    assert render(found[0], "nl") == (
        "gemeenten.csv:3  gemeentecode = 'GM0003': Appingedam is opgegaan in GM1979 (Eemsdelta) per 1-1-2021 en heeft "
        "sindsdien geen eigen code; schrijf GM1979, en maak van regels die daardoor dubbel worden een regel met hun "
        "som; spreiding recode doet dat voor een hele casus [F.481]"
    )


def test_a_divided_gemeente_names_all_that_took_a_part(write_case):
    change = ("GM0014;Groningen", "GM0788;Haaren")
    found = [p for p in problems_of(write_case({"gemeenten.csv": change})) if p.bestand == "gemeenten.csv"]

    assert [p.code for p in found] == ["F.482"]
    for part in ("GM0757 (Boxtel)", "GM0824 (Oisterwijk)", "GM0855 (Tilburg)", "GM0865 (Vught)", "met de hand"):
        assert part in render(found[0], "nl")


def test_a_code_that_never_was_stays_unknown(write_case):
    found = problems_of(write_case({"gemeenten.csv": ("GM0014;", "GM9999;")}))

    assert [p.code for p in found] == ["F.402"]


def test_a_name_of_today_is_no_name_of_a_gemeente_that_ended():
    assert ended_named("Purmerend") is None
    assert ended_named("Beemster").opvolgers == ("GM0439",)
    assert ended_named("Nergenshuizen") is None
