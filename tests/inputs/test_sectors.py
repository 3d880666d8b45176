"""Capitals and blanks make no other sector; a sector that no region has is told once, where it stands."""

from faults import problems_of

from inputs.messages import render
from inputs.read import read_case


def test_capitals_and_blanks_make_no_other_sector(write_case):
    adults = "huishouden_id;leerroute;sector\nH1;B1;ZORG\nH1;Z;Geen\nH2;onderwijs;  Bouw \n"
    case, warnings = read_case(write_case({"deelnemers.csv": adults}))

    assert [adult.sector for adult in case.deelnemers] == ["zorg", "geen", "bouw"]
    assert [(p.code, p.regel, p.gevonden) for p in warnings] == [
        ("W.542", 2, "ZORG"),
        ("W.542", 3, "Geen"),
        ("W.542", 4, "Bouw"),
    ]


def test_the_table_of_places_for_work_says_how_a_sector_is_written(write_case, files):
    demand = files["arbeidsmarkt.csv"].replace("zorg", "Zorg en  Welzijn")
    case, warnings = read_case(
        write_case({"arbeidsmarkt.csv": demand, "deelnemers.csv": ("B1;zorg", "B1;zorg en welzijn")})
    )

    assert [adult.sector for adult in case.deelnemers] == ["Zorg en  Welzijn", "geen", "bouw"]
    assert [(p.code, p.bestand) for p in warnings] == [("W.542", "deelnemers.csv")]


def test_cells_of_one_sector_are_one_warning_with_their_number(write_case, files):
    demand = (
        files["arbeidsmarkt.csv"]
        .replace("Groningen;zorg", "Groningen;Zorg")
        .replace("Groningen;bouw", "Groningen;Bouw")
    )
    adults = "huishouden_id;leerroute;sector\nH1;B1;Zorg\nH1;Z;zorG\nH2;onderwijs;bouw\n"
    found = problems_of(write_case({"arbeidsmarkt.csv": demand, "deelnemers.csv": adults}))

    assert [(p.bestand, p.regel, p.velden["aantal"]) for p in found] == [
        ("deelnemers.csv", 2, 2),
        ("arbeidsmarkt.csv", 4, 1),
        ("arbeidsmarkt.csv", 5, 1),
    ]


def test_two_rows_of_one_sector_in_other_letters_are_one_row_too_many(write_case, files):
    found = problems_of(write_case({"arbeidsmarkt.csv": files["arbeidsmarkt.csv"] + "Groningen;ZORG;2026K1;9\n"}))

    assert [(p.code, p.regel) for p in found if p.level == "error"] == [("F.401", 6)]


def test_an_unknown_sector_is_one_problem_and_not_one_for_each_region(write_case):
    adults = "huishouden_id;leerroute;sector\nH1;B1;zorgg\nH1;Z;zorgg\nH2;onderwijs;bouw\n"
    found = problems_of(write_case({"deelnemers.csv": adults}))

    assert [(p.code, p.bestand, p.regel, p.velden["aantal"]) for p in found] == [("F.417", "deelnemers.csv", 2, 2)]
    assert render(found[0], "en").endswith("Did you mean zorg? [F.417]")


def test_without_any_row_this_quarter_the_rows_are_missing_and_no_sector_is_unknown(write_case, files):
    found = problems_of(write_case({"arbeidsmarkt.csv": files["arbeidsmarkt.csv"].replace("2026K1", "2026K2")}))

    assert {p.code for p in found} == {"F.411"}
