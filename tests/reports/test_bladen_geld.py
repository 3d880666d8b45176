"""Who comes to a gemeente by size and what that is worth in money, as its sheet tells it."""

from dataclasses import replace

import pytest
from made_run import made

from reports.blad import sheet
from reports.blad_uitvoer import html
from reports.stored_run import GELD, GROOTTES, read_run


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    return read_run(made(tmp_path_factory.mktemp("run") / "uit"))


def part_of(blad, heading):
    return next(deel for deel in blad.delen if deel.kop.startswith(heading))


def cells(blad, heading):
    """Give the rows of the table below a heading."""
    return [(rij.kop, *rij.cellen) for rij in part_of(blad, heading).tabel.rijen]


def test_a_sheet_tells_the_money_of_its_own_homes_with_day_and_source(run):
    """GM0014, 23 persons in 8 households: 2 and 3 in social rent by HAR+, two flex homes by SFT, the rest by nobody."""
    blad = sheet(run, run.gemeenten[0])
    part = part_of(blad, "Geld per regeling")

    assert cells(blad, "Geld per regeling") == [
        ("HAR+, gewone woning (personen)", "5", "30.000", "150.000"),
        ("SFT, bijdrage (woningen)", "2", "14.000", "28.000"),
        ("SFT, sociaal beheer, een voornemen (woningen)", "2", "6.000", "12.000"),
    ]
    assert "Zonder bekend bedrag: 4 woningen." in part.tekst
    assert (
        "SFT, bijdrage aan de onrendabele business case; Eerste Kamer 14-11-2025 (vanaf 14 november 2025)."
        in blad.voet[2]
    )
    assert not any(rij.som for rij in part.tabel.rijen)


def test_a_sheet_tells_who_comes_by_size(run):
    """23 persons in eight households: one of two, seven of three."""
    assert cells(sheet(run, run.gemeenten[0]), "Huishoudens naar grootte") == [
        ("van 2 personen", "1", "2"),
        ("van 3 personen", "7", "21"),
        ("Samen", "8", "23"),
    ]


@pytest.mark.parametrize(
    ("name", "column", "value", "fault"),
    [(GELD, "totaal", "150001,0", "number times"), (GROOTTES, "toegewezen_huishoudens", "9", "by size do not add up")],
)
def test_money_or_sizes_that_do_not_add_up_give_no_sheet(run, name, column, value, fault):
    first = run.gemeenten[0]["gemeentecode"]
    rows_of = run.tables[name][first]
    broken = {**run.tables[name], first: [{**rows_of[0], column: value}, *rows_of[1:]]}

    with pytest.raises(ValueError, match=fault):
        sheet(replace(run, tables={**run.tables, name: broken}), run.gemeenten[0])


def test_a_run_of_an_earlier_version_gives_a_sheet_that_says_what_is_missing(run):
    old = replace(run, tables={name: rows for name, rows in run.tables.items() if name not in {GELD, GROOTTES}})
    page = html(sheet(old, old.gemeenten[0]))

    assert "bewaart geen geld per gemeente" in page
    assert "bewaart niet hoe groot de huishoudens" in page
    assert "Bedragen." not in page
