import os
import time

import pytest

from inputs import csvfile, listed
from inputs.messages import render
from inputs.problems import InputProblems
from inputs.read import read_case


def problems_of(folder):
    """Give all problems of a case, warnings or errors."""
    try:
        return read_case(folder)[1]
    except InputProblems as caught:
        return caught.problems


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(InputProblems) as caught:
        read_case(tmp_path / "weg")

    assert [p.code for p in caught.value.problems] == ["F.001"]
    assert "deze map of werkmap is er niet" in render(caught.value.problems[0], "nl")
    assert str(tmp_path / "weg") in render(caught.value.problems[0], "en")


def test_a_link_to_a_file_outside_the_folder_is_refused(write_case, tmp_path_factory, files):
    outside = tmp_path_factory.mktemp("elders") / "gemeenten.csv"
    outside.write_text(files["gemeenten.csv"], encoding="utf-8")
    folder = write_case({"gemeenten.csv": None})
    (folder / "gemeenten.csv").symlink_to(outside)

    assert [p.code for p in problems_of(folder)] == ["F.008"]


def test_a_folder_in_the_place_of_a_file_is_unreadable(write_case):
    folder = write_case({"gemeenten.csv": None})
    (folder / "gemeenten.csv").mkdir()

    assert [p.code for p in problems_of(folder)] == ["F.009"]


def test_a_link_to_itself_is_told(write_case):
    folder = write_case({"bindingen.csv": None})
    (folder / "bindingen.csv").symlink_to(folder / "bindingen.csv")

    assert {p.bestand for p in problems_of(folder)} == {"bindingen.csv"}


def test_a_file_above_the_limit_is_not_read(write_case, monkeypatch):
    monkeypatch.setattr(csvfile, "MAX_BYTES", 100)
    found = problems_of(write_case())

    assert {p.code for p in found} == {"F.010"}


def test_a_table_above_the_limit_of_rows_is_refused_at_the_row(write_case, monkeypatch):
    monkeypatch.setattr(csvfile, "MAX_ROWS", 5)
    found = problems_of(write_case())

    assert [(p.code, p.bestand, p.regel) for p in found] == [("F.011", "inburgering.csv", 7)]


def test_of_1500_equal_faults_1000_are_named_and_500_counted(write_case, files, monkeypatch):
    monkeypatch.setattr(listed, "MOST", 1_000)
    rows = "GM0363;po;2026K1;x\n" * 1500
    found = problems_of(write_case({"onderwijs.csv": files["onderwijs.csv"] + rows}))

    assert [p.code for p in found].count("F.203") == 1000
    assert [(p.code, p.kolom, p.velden["aantal"]) for p in found if p.code == "F.029"] == [("F.029", "plaatsen", 500)]
    assert "nog 500 fouten F.203" in render(next(p for p in found if p.code == "F.029"), "nl")


@pytest.mark.parametrize("name", ["gemeenten.csv", "bindingen.csv", "scenario.toml", "parameters.toml", "casus.xlsx"])
def test_a_pipe_is_not_waited_for(write_case, name):
    folder = write_case({name: None})
    os.mkfifo(folder / name)

    assert ("F.009", name) in [(p.code, p.bestand) for p in problems_of(folder)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[parameters]\n" + "a." * 40_000 + "b = 1\n", "F.030"),
        ("kwartaal." + "a." * 40 + "b = 1\n", "F.030"),
        ("x = {" + "a." * 40_000 + "b = 1}\n", "F.030"),
        ("band = " + "[" * 400 + "]" * 400 + "\n", "F.030"),
        ("".join(f"a{n} = 1\n" for n in range(12_000)), "F.302"),
        ("".join(f"[parameters.b{n}]\nc = 1\n" for n in range(6_000)), "F.306"),
        ("# " + "x" * 300_000, "F.010"),
    ],
)
def test_choices_that_nobody_would_write_are_refused_in_a_second(write_case, text, code):
    started = time.perf_counter()
    found = problems_of(write_case({"scenario.toml": text}))

    assert code in {p.code for p in found}
    assert len(found) < 13_000
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize("text", [";" * 2_000_000, "sep=;\n" + ";" * 2_000_000, "gemeentecode;naam" + ";x" * 300])
def test_a_line_of_millions_of_cells_is_refused_before_it_is_cut(write_case, text):
    found = problems_of(write_case({"gemeenten.csv": text}))

    assert {p.code for p in found if p.bestand == "gemeenten.csv"} <= {"F.014", "F.020"}


def test_five_faults_in_five_files_are_told_at_once(write_case):
    folder = write_case(
        {
            "opvanglocaties.csv": None,
            "onderwijs.csv": ("GM0363;po;2026K1;5", "GM0363;po;2026K1;-1"),
            "inburgering.csv": ("GM0363;Z;2026K1;5", "GM0363;Z;2026K1;twee"),
            "huishoudens.csv": ("H1;2;1;1;0", "H1;2;1;1;5"),
            "scenario.toml": ("opgave_personen", "opgave_persoon"),
        }
    )
    found = problems_of(folder)

    assert [p.code for p in found if p.level == "error"] == ["F.002", "F.203", "F.207", "F.302"]


def test_five_faults_that_each_file_can_see_are_five_problems_sorted_by_file(write_case):
    folder = write_case(
        {
            "opvanglocaties.csv": None,
            "arbeidsmarkt.csv": ("Groningen;bouw;2026K1;5", "Groningen;bouw;2026K1;-1"),
            "onderwijs.csv": ("GM0363;po;2026K1;5", "GM0363;po;2026K1;"),
            "huishoudens.csv": ("H1;2;1;1;0", "H1;2;1;1;5"),
            "gemeenten.csv": ("GM0014;Groningen", "GM9999;Groningen"),
        }
    )
    found = problems_of(folder)

    assert [(p.bestand, p.code) for p in found] == [
        ("gemeenten.csv", "F.402"),
        ("huishoudens.csv", "W.514"),
        ("opvanglocaties.csv", "F.002"),
        ("onderwijs.csv", "F.201"),
        ("arbeidsmarkt.csv", "F.207"),
    ]


def test_every_faulty_row_of_a_table_is_told(write_case):
    text = "gemeentecode;soort;kwartaal;plaatsen\nGM0363;po;2026K1;-1\nGM0363;isk;2026K9;x\nGM14x;po;2026K1;1.000\n"
    found = problems_of(write_case({"onderwijs.csv": text}))

    assert [(p.regel, p.kolom, p.code) for p in found] == [
        (2, "plaatsen", "F.207"),
        (3, "kwartaal", "F.210"),
        (3, "plaatsen", "F.203"),
        (4, "gemeentecode", "F.209"),
        (4, "plaatsen", "F.204"),
    ]


def test_the_rows_beside_a_faulty_one_are_checked_across_files_in_the_same_run(write_case, files):
    households = files["huishoudens.csv"].replace("H1;2;", "H1;twee;").replace("31-12-2025", "02-01-2026")
    homes = files["woningaanbod.csv"].replace("A1;GM0363", "A1;GM9999").replace("flex;1;10", "flex;1;-10")
    found = problems_of(write_case({"huishoudens.csv": households, "woningaanbod.csv": homes}))

    assert [(p.bestand, p.regel, p.code) for p in found] == [
        ("woningaanbod.csv", 2, "F.402"),
        ("woningaanbod.csv", 3, "F.207"),
        ("huishoudens.csv", 2, "F.203"),
        ("huishoudens.csv", 3, "F.414"),
    ]


def test_a_row_left_out_makes_no_problem_in_another_file(write_case):
    found = problems_of(write_case({"gemeenten.csv": ("GM0014;", "GM14x;")}))

    assert [(p.bestand, p.code) for p in found] == [("gemeenten.csv", "F.209")]


def test_an_unknown_code_in_gemeenten_is_one_problem_not_one_for_each_table(write_case):
    found = problems_of(write_case({"gemeenten.csv": ("GM0014;Groningen", "GM9999;Groningen")}))

    assert [p.code for p in found] == ["F.402"]
    assert "Bedoelde u GM0014 (Groningen)?" in render(found[0], "nl")


def test_a_name_of_a_gemeente_is_no_personal_data(write_case, files):
    text = files["opvanglocaties.csv"].replace("capaciteit", "capaciteit;contactnaam").replace("2000", "2000;x")

    assert [p.code for p in problems_of(write_case({"opvanglocaties.csv": text}))] == ["W.503"]


def test_a_home_that_a_family_may_not_take_does_not_count_for_its_size(write_case):
    large_flex = ("A2;GM0363;GM0014;flex;1;10", "A2;GM0363;GM0014;flex;12;10")
    nine = ("H1;2;1;1;0", "H1;2;1;1;5")
    found = problems_of(write_case({"woningaanbod.csv": large_flex, "huishoudens.csv": nine}))

    assert [p.velden["grootste"] for p in found] == [8]


def test_households_too_large_are_counted_once_for_each_kind_and_the_first_ten_are_named(write_case, files):
    rows = "".join(f"N{n:02};2;9;{n % 2};0;2025-10-01;Ter Apel;nee;nee\n" for n in range(12))
    adults = "".join(f"N{n:02};B1;zorg\nN{n:02};Z;geen\n" for n in range(12))
    changes = {
        "huishoudens.csv": files["huishoudens.csv"] + rows,
        "deelnemers.csv": files["deelnemers.csv"] + adults,
        "scenario.toml": ("= 5", "= 143"),
    }
    found = [p for p in problems_of(write_case(changes)) if p.code == "W.514"]

    assert [(p.velden["aantal"], p.velden["slaapt"]) for p in found] == [(12, 12)]
    assert str(found[0].velden["huishoudens"]).startswith(
        "N01: 12, N03: 12, N05: 12, N07: 12, N09: 12, N11: 12, N00: 11"
    )
    assert str(found[0].velden["huishoudens"]).endswith("N06: 11, ...")


@pytest.mark.parametrize(("nareis", "codes"), [("aan", ["W.514"]), ("uit", ["W.509"])])
def test_family_to_come_counts_for_the_size_of_the_home_where_the_scenario_says_so(write_case, files, nareis, codes):
    households = files["huishoudens.csv"].replace("toegankelijk\n", "toegankelijk;nareis_personen\n")
    households = households.replace("Ter Apel;nee;nee\n", "Ter Apel;nee;nee;5\n").replace("ja;nee\n", "ja;nee;0\n")
    scenario = f'kwartaal = "2026K1"\nopgave_personen = 5\nnareis = "{nareis}"\n'
    found = problems_of(write_case({"huishoudens.csv": households, "scenario.toml": scenario}))

    assert [p.code for p in found] == codes


def test_a_home_that_will_probably_not_be_delivered_is_too_few_for_a_large_family(write_case):
    """One home for eight with leverkans 0.9 is no whole home; the others sleep four."""
    large = {"huishoudens.csv": ("H1;2;1;1;0", "H1;2;1;1;2"), "scenario.toml": ("= 5", "= 7")}

    assert problems_of(write_case(large)) == ()
    late = {**large, "woningaanbod.csv": ("2026K1;2026K1;1", "2026K1;2026K1;0,9")}
    assert [p.velden["grootste"] for p in problems_of(write_case(late)) if p.code == "W.514"] == [4]


def test_under_occupancy_does_not_make_a_household_too_large(write_case):
    case, warnings = read_case(write_case({"woningaanbod.csv": ("flex;1;10", "flex;9;10")}))

    assert len(case.huishoudens) == 2
    assert warnings == ()


@pytest.mark.parametrize("word", ["Weesp", "457", "Bergen", "363", "GM0363?", "GM9999"])
def test_whatever_stands_in_the_list_of_a_binding_is_told_in_words(write_case, word):
    found = problems_of(write_case({"bindingen.csv": ("GM0363 GM0014", f"{word} GM0014")}))
    told = [render(p, lang) for p in found for lang in ("nl", "en") if p.kolom == "gemeenten"]

    assert any(word in text for text in told)
