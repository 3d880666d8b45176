"""A key that cannot weigh every gemeente, and agreements that cannot be kept, are told with place and remedy."""

import csv
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inputs.case import Case
from inputs.messages import render, render_all
from inputs.problems import InputProblems
from inputs.read import read_case

SCENARIO = 'kwartaal = "2026K1"\nopgave_personen = 100\n'
HEAD = "gemeentecode;naam;inwoners;provincie;arbeidsmarktregio;achterstand;voorrang;"
AGREED = "van;naar;personen;kwartaal;grond\n"
KEY = "gemeentecode;gewicht;bron\n"


def problems_of(folder):
    """Give all problems of a case, warnings or errors, without the warning that 100 is more than 5 who wait."""
    try:
        found = read_case(folder)[1]
    except InputProblems as caught:
        found = caught.problems
    return [p for p in found if p.code != "W.512"]


def with_column(column, amsterdam, groningen):
    """Give a table of gemeenten with one column more."""
    rows = f"GM0363;Amsterdam;941927;NH;Groot Amsterdam;0;ja;{amsterdam}\n"
    return f"{HEAD}{column}\n{rows}GM0014;Groningen;244427;GR;Groningen;0;ja;{groningen}\n"


def by(key, more=""):
    return f'{SCENARIO}sleutel = "{key}"\n{more}'


def told(found):
    return [(p.code, p.bestand, p.regel, p.kolom) for p in found]


@pytest.mark.parametrize(
    ("key", "column"),
    [("inwoners_ses", "ses_woa"), ("woningvoorraad", "woningvoorraad"), ("corporatiebezit", "corporatiebezit")],
)
def test_a_gemeente_without_a_value_in_the_column_of_the_key_is_named_by_its_row(write_case, key, column):
    one = {"gemeenten.csv": with_column(column, "12", ""), "scenario.toml": by(key)}
    found = problems_of(write_case(one))

    assert told(found) == [("F.451", "gemeenten.csv", 3, column)]
    assert f"de sleutel {key} rekent met deze kolom" in render(found[0], "nl")

    both = problems_of(write_case({"scenario.toml": by(key)}))
    assert told(both) == [("F.451", "gemeenten.csv", 2, column), ("F.451", "gemeenten.csv", 3, column)]


def test_an_own_key_without_its_table_asks_for_the_file(write_case):
    found = problems_of(write_case({"scenario.toml": by("eigen")}))

    assert told(found) == [("F.002", "sleutel.csv", None, None)]


def test_a_gemeente_without_a_row_in_the_own_key_is_an_error_and_never_0(write_case):
    table = KEY + "GM0363;12;besluit 4\n"
    found = problems_of(write_case({"scenario.toml": by("eigen"), "sleutel.csv": table}))

    assert told(found) == [("F.452", "sleutel.csv", None, None)]
    assert "voor GM0014 (Groningen) ontbreekt de regel" in render(found[0], "nl")


def test_an_own_key_must_say_where_it_comes_from(write_case):
    table = KEY + "GM0363;12;\nGM0014;1;besluit 4\n"
    found = problems_of(write_case({"scenario.toml": by("eigen"), "sleutel.csv": table}))

    assert told(found) == [("F.201", "sleutel.csv", 2, "bron")]


@pytest.mark.parametrize(
    ("weight", "code"),
    [
        ("-1", "F.207"),
        ("1e13", "F.208"),
        ("veel", "F.206"),
        ("NaN", "F.206"),
        ("", "F.201"),
        ("1e400", "F.206"),
        ("12.991", "F.227"),
        ("1,234", "F.227"),
        ("1.234.567", "F.227"),
    ],
)
def test_a_weight_that_is_none_is_told_in_its_cell(write_case, weight, code):
    table = f"{KEY}GM0363;{weight};besluit 4\nGM0014;1;besluit 4\n"
    found = problems_of(write_case({"scenario.toml": by("eigen"), "sleutel.csv": table}))

    assert told(found) == [(code, "sleutel.csv", 2, "gewicht")]


@pytest.mark.parametrize(("weight", "value"), [("0,234", "0.234"), ("1,2340", "1.234"), ("12991", "12991")])
def test_a_weight_with_one_reading_is_read(write_case, weight, value):
    table = f"{KEY}GM0363;{weight};besluit 4\nGM0014;1;besluit 4\n"
    case, _ = read_case(write_case({"scenario.toml": by("eigen"), "sleutel.csv": table}))

    assert str(case.sleutelgewichten[0].gewicht).rstrip("0") == value.rstrip("0")


def test_a_double_and_an_unknown_row_of_the_own_key_are_told(write_case):
    table = KEY + "GM0363;1;b\nGM0363;2;b\nGM0014;1;b\nGM9999;1;b\nGM0344;1;b\n"
    found = problems_of(write_case({"scenario.toml": by("eigen"), "sleutel.csv": table}))

    assert [(p.code, p.regel) for p in found] == [("F.401", 3), ("F.402", 5), ("F.403", 6)]


@pytest.mark.parametrize(
    ("key", "files", "place"),
    [
        ("eigen", {"sleutel.csv": KEY + "GM0363;0;b\nGM0014;0,0;b\n"}, ("sleutel.csv", "gewicht")),
        (
            "woningvoorraad",
            {"gemeenten.csv": with_column("woningvoorraad", "0", "0")},
            ("gemeenten.csv", "woningvoorraad"),
        ),
        (
            "corporatiebezit",
            {"gemeenten.csv": with_column("corporatiebezit", "0", "0")},
            ("gemeenten.csv", "corporatiebezit"),
        ),
    ],
)
def test_a_key_by_which_everybody_weighs_nothing_is_refused(write_case, key, files, place):
    found = problems_of(write_case({"scenario.toml": by(key), **files}))

    assert told(found) == [("F.453", place[0], None, place[1])]
    assert "kies in scenario.toml een andere sleutel" in render(found[0], "nl")


def test_a_key_by_work_without_any_work_is_refused(write_case, files):
    nothing = files["arbeidsmarkt.csv"].replace(";5\n", ";0\n")
    found = problems_of(write_case({"scenario.toml": by("arbeidsmarkt"), "arbeidsmarkt.csv": nothing}))

    assert told(found) == [("F.453", "arbeidsmarkt.csv", None, "plaatsen")]


def test_a_key_by_work_asks_every_sector_of_every_region(write_case, files):
    """Nobody looks for work in ict, but the key adds it up, so a region without a row would count as 0."""
    more = files["arbeidsmarkt.csv"] + "Groningen;ict;2026K1;9\nGroningen;horeca;2026K2;9\n"
    found = problems_of(write_case({"scenario.toml": by("arbeidsmarkt"), "arbeidsmarkt.csv": more}))

    assert told(found) == [("F.411", "arbeidsmarkt.csv", None, None)]
    assert "Groot Amsterdam ontbreekt in 2026K1 de regel voor sector ict" in render(found[0], "nl")
    assert problems_of(write_case({"scenario.toml": SCENARIO, "arbeidsmarkt.csv": more})) == []


def test_a_score_that_makes_an_inhabitant_weigh_less_than_nothing_names_the_row(write_case):
    """Mean of -1 and 0 over 941 927 and 244 427 inhabitants: -0.794; Amsterdam: 1 + 6 x (-1 + 0.794) = -0.236."""
    change = {"gemeenten.csv": with_column("ses_woa", "-1", "0")}
    change["scenario.toml"] = by("inwoners_ses", '[parameters]\n"sleutel.ses_beta" = 6.0\n')
    found = problems_of(write_case(change))

    assert told(found) == [("F.454", "gemeenten.csv", 2, "ses_woa")]
    assert "met sleutel.ses_beta = 6 en een gemiddelde van -0.794 weegt een inwoner hier -0.236" in render(
        found[0], "nl"
    )


def test_a_table_of_weights_that_the_scenario_does_not_use_is_a_warning(write_case):
    case, warnings = read_case(write_case({"sleutel.csv": KEY + "GM0363;1;b\nGM0014;1;b\n"}))

    assert told(warnings) == [("W.551", "sleutel.csv", None, None)]
    assert len(case.sleutelgewichten) == 2


@pytest.mark.parametrize(
    ("line", "word", "offered"),
    [
        ('sleutel = "inwoner"', "sleutel", "Bedoelde u inwoners?"),
        ('achterstand = "kwijt"', "achterstand", "kies uit: gespreid, behouden, kwijtgescholden"),
        ('achterstand = "behoude"', "achterstand", "Bedoelde u behouden?"),
        ('afronding = "heel"', "afronding", "kies uit: grootste_resten, per_gemeente"),
    ],
)
def test_a_choice_that_is_none_is_told_with_the_choices(write_case, line, word, offered):
    found = problems_of(write_case({"scenario.toml": f"{SCENARIO}{line}\n"}))

    assert told(found) == [("F.214", "scenario.toml", 3, word)]
    assert offered in render(found[0], "nl")


def test_an_agreement_with_itself_or_with_an_unknown_gemeente_names_its_row(write_case):
    rows = "GM0363;GM0363;1;2026K1;x\nGM0363;GM9999;1;2026K1;x\nGM0344;GM0014;1;2026K1;x\nGM0363;GM0014;0;2026K1;x\n"
    found = problems_of(write_case({"scenario.toml": SCENARIO, "afspraken.csv": AGREED + rows}))

    assert told(found) == [
        ("F.455", "afspraken.csv", 2, "naar"),
        ("F.402", "afspraken.csv", 3, "naar"),
        ("F.403", "afspraken.csv", 4, "van"),
        ("F.207", "afspraken.csv", 5, "personen"),
    ]


def test_agreements_below_0_name_every_row_by_which_the_gemeente_hands_over(write_case):
    """Amsterdam catches up 12 / 8 = 2, and its key part is 98 x 941 927 / 1 186 354 = 77.8: 80 in all.

    It hands over 70 + 15 and takes 3 back, which leaves -2; the row of the next kwartaal does not count.
    """
    rows = "GM0363;GM0014;70;2026K1;x\nGM0014;GM0363;3;2026K1;x\nGM0363;GM0014;15;2026K1;y\nGM0363;GM0014;90;2026K2;x\n"
    found = problems_of(write_case({"scenario.toml": SCENARIO, "afspraken.csv": AGREED + rows}))

    assert told(found) == [("F.456", "afspraken.csv", 2, "personen"), ("F.456", "afspraken.csv", 4, "personen")]
    assert "zonder afspraken 80 personen en komt met alle afspraken samen op -2" in render(found[0], "nl")
    assert render(found[0], "en") != render(found[0], "nl")


def test_agreements_down_to_0_are_read(write_case):
    rows = "GM0363;GM0014;80;2026K1;x\n"
    case, _ = read_case(write_case({"scenario.toml": SCENARIO, "afspraken.csv": AGREED + rows}))

    assert [(row.van, row.naar, row.personen) for row in case.afspraken] == [("GM0363", "GM0014", 80)]


def test_an_agreement_is_judged_by_the_key_of_the_scenario(write_case):
    """By an own key of 1 to 99 Amsterdam owes 1 of 98 and catches up 2: 3 in all, so 4 are too many."""
    change = {"scenario.toml": by("eigen"), "sleutel.csv": KEY + "GM0363;0,01;b\nGM0014;0,99;b\n"}
    found = problems_of(write_case(change | {"afspraken.csv": AGREED + "GM0363;GM0014;4;2026K1;x\n"}))

    assert told(found) == [("F.456", "afspraken.csv", 2, "personen")]
    assert "zonder afspraken 3 personen" in render(found[0], "nl")


NASTY = [
    "",
    "0",
    "-0",
    "1e99",
    "1e-99",
    "1E-09",
    "9" * 30,
    "0,1",
    "1.234",
    "NaN",
    "inf",
    "GM0363",
    "363",
    "2026K9",
    ";",
    '"',
]
TABLES = {
    "sleutel.csv": KEY + "GM0363;1e-9;b\nGM0014;2e-9;b\n",
    "afspraken.csv": AGREED + "GM0363;GM0014;2;2026K1;x\nGM0014;GM0363;1;2026K1;x\n",
}


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
@given(data=st.data())
def test_any_text_in_a_cell_of_weights_or_agreements_gives_a_case_or_a_list_of_problems(files, data):
    name = data.draw(st.sampled_from(sorted(TABLES)))
    rows = list(csv.reader(TABLES[name].splitlines(), delimiter=";"))
    row = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.integers(0, len(rows[row]) - 1))
    rows[row][column] = data.draw(st.one_of(st.sampled_from(NASTY), st.text(max_size=20)))
    spoiled = {name: "\n".join(";".join(cells) for cells in rows)}
    with tempfile.TemporaryDirectory() as folder:
        for bestand, text in {**files, **TABLES, "scenario.toml": by("eigen"), **spoiled}.items():
            (Path(folder) / bestand).write_bytes(text.encode())
        try:
            found = read_case(Path(folder))[0]
        except InputProblems as caught:
            found = render_all(caught.problems, "nl") + render_all(caught.problems, "en")

    assert isinstance(found, Case | str)
