"""Sums that a planner can look up: inhabitants of an area, persons who wait, and gemeenten that nobody spoke of."""

from datetime import date

import pytest
from faults import problems_of

from geodata.distances import main_places
from inputs.check_totals import gemeenten_offer_homes, inhabitants_add_up, waiting_is_near_published
from inputs.domain import Gemeente, Huishouden, Woningaanbod
from inputs.example.generate import write_example
from inputs.facts import gemeenten_2026
from inputs.messages import render
from inputs.parameters import default_parameters
from inputs.reader import ReadTable
from inputs.readings import Readings
from inputs.scenario import Scenario


def gemeenten(only=None, times=1.0):
    """Give the gemeenten of the country, or of one province, with their inhabitants times a number."""
    return tuple(
        Gemeente(f.gemeentecode, f.naam, round(f.inwoners * times), f.provincie, f.arbeidsmarktregio, 0, "ja")
        for f in gemeenten_2026()
        if only in {None, f.provincie}
    )


def households(persons):
    """Give households of one person."""
    return tuple(Huishouden(f"H{n}", 1, 0, 0, 0, date(2025, 10, 1), "Ter Apel", "nee") for n in range(persons))


def home(owner, kwartaal="2026K1", host=None):
    """Give a row of homes that says that there are none."""
    return Woningaanbod(f"A{owner}", owner, "flex", 1, 0, kwartaal, host)


def readings(*, synthetic=False, **rows):
    """Give tables as they were read."""
    names = ("gemeenten", "huishoudens", "woningaanbod")
    tables = {
        name: ReadTable(
            f"{name}.csv",
            rows.get(name, ()),
            tuple(range(2, 2 + len(rows.get(name, ())))),
            complete=True,
            problems=(),
            synthetisch=synthetic,
        )
        for name in names
    }
    return Readings(tables, Scenario("2026K1"), default_parameters())


def test_numbers_of_another_year_are_seen_in_the_sum_of_the_country_and_told_once():
    (found,) = inhabitants_add_up(readings(gemeenten=gemeenten(times=0.98)))

    assert found.code == "W.582"
    assert found.velden["gebied"] == "Nederland"
    assert found.velden["cbs"] == 18_130_208
    assert found.velden["som"] == pytest.approx(0.98 * 18_130_208, abs=200)
    assert "de 342 gemeenten van Nederland hebben hier samen 17767" in render(found, "nl")


def test_a_whole_province_is_summed_by_itself():
    (found,) = inhabitants_add_up(readings(gemeenten=gemeenten("Flevoland", times=1.02)))

    assert (found.velden["gebied"], found.velden["aantal"]) == ("Flevoland", 6)


def test_a_province_that_is_not_whole_has_no_sum():
    assert not list(inhabitants_add_up(readings(gemeenten=gemeenten("Flevoland", times=1.02)[1:])))


def test_inhabitants_within_one_percent_are_not_remarkable():
    assert not list(inhabitants_add_up(readings(gemeenten=gemeenten(times=1.009))))


def test_one_province_that_is_off_is_told_in_a_country_that_is_not():
    good = [g for g in gemeenten() if g.provincie != "Zeeland"]
    (found,) = inhabitants_add_up(readings(gemeenten=(*good, *gemeenten("Zeeland", times=1.05))))

    assert found.velden["gebied"] == "Zeeland"


@pytest.mark.parametrize(("persons", "remarkable"), [(12_279, True), (12_280, False), (27_630, False), (27_631, True)])
def test_persons_who_wait_are_compared_with_the_18420_published(persons, remarkable):
    found = list(waiting_is_near_published(readings(gemeenten=gemeenten(), huishoudens=households(persons))))

    assert [p.code for p in found] == ["W.507"] * remarkable
    for problem in found:
        assert f"wachten hier {persons} personen, landelijk waren dat er 18420 (ANP, stand 5-1-2026" in render(
            problem, "nl"
        )


def test_a_part_of_the_country_has_no_published_number_of_persons_who_wait():
    assert not list(waiting_is_near_published(readings(gemeenten=gemeenten("Zeeland"), huishoudens=households(3))))


def test_synthetic_tables_have_as_many_as_were_asked_for():
    read = readings(synthetic=True, gemeenten=gemeenten(), huishoudens=households(3), woningaanbod=(home("GM0363"),))

    assert not list(waiting_is_near_published(read))
    assert not list(gemeenten_offer_homes(read))


def test_gemeenten_that_no_row_of_homes_names_are_listed_once():
    read = readings(gemeenten=gemeenten(), woningaanbod=(home("GM0014"), home("GM0034", "2026K2")))
    (found,) = gemeenten_offer_homes(read)

    assert (found.code, found.velden["aantal"]) == ("W.510", 341)
    assert "GM0034 (Almere)" in render(found, "nl")
    assert found.velden["gemeenten"].count("GM") == 10


def test_a_row_with_no_homes_says_that_there_are_none():
    flevoland = gemeenten("Flevoland")
    read = readings(gemeenten=flevoland, woningaanbod=tuple(home(g.gemeentecode) for g in flevoland))

    assert not list(gemeenten_offer_homes(read))


def test_to_be_host_is_no_offer_of_ones_own():
    flevoland = gemeenten("Flevoland")
    first, *rest = (g.gemeentecode for g in flevoland)
    read = readings(gemeenten=flevoland, woningaanbod=tuple(home(code, host=first) for code in rest))

    assert [p.velden["aantal"] for p in gemeenten_offer_homes(read)] == [1]


def test_a_total_that_adds_up_is_no_problem_and_an_empty_one_is_unknown(write_case, files):
    header, first, second = files["huishoudens.csv"].splitlines()
    text = f"{header};personen_totaal\n{first};4\n{second};\n"

    assert problems_of(write_case({"huishoudens.csv": text})) == ()


def test_the_whole_country_without_the_word_synthetic_is_measured_by_the_published_totals(tmp_path):
    write_example(tmp_path / "x", main_places(), households=60, seed=1)
    for path in (tmp_path / "x").iterdir():
        text = path.read_text("utf-8").replace("synthetisch = true\n", "")
        path.write_text(text.replace("synthetisch", "eigen opgave"), "utf-8")

    assert {p.code for p in problems_of(tmp_path / "x")} >= {"W.507", "W.510"}
