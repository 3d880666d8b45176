"""Scores from elsewhere are read whole: each gap, each strange row and each use is told with place and remedy."""

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
from inputs.scores import Score, herkomst

HEAD = "huishouden_id;score;bron;modelversie;gemeentecode;arbeidsmarktregio\n"
OFF = 'kwartaal = "2026K1"\n'
ON = f'{OFF}scores = "aan"\n'
AMSTERDAM, GRONINGEN = "COA;1.0;GM0363;", "COA;1.0;GM0014;"
CENTRE, NORTH = "COA;1.0;;Groot Amsterdam", "COA;1.0;;Groningen"
BOTH = (f"H1;0,2;{AMSTERDAM}", f"H1;0,7;{GRONINGEN}")
REGIONS = (f"H2;0,2;{CENTRE}", f"H2;0,7;{NORTH}")


def table(*rows):
    return HEAD + "".join(f"{row}\n" for row in rows)


def problems_of(folder):
    """Give all problems of a case, warnings or errors."""
    try:
        return read_case(folder)[1]
    except InputProblems as caught:
        return caught.problems


def errors_of(folder):
    """Give the errors of a case."""
    return [p for p in problems_of(folder) if p.level == "error"]


def told(problems):
    return [(p.code, p.bestand, p.regel, p.kolom) for p in problems]


@pytest.mark.parametrize(
    ("rows", "code", "regel", "kolom", "says"),
    [
        (("H1;1,5;" + AMSTERDAM, BOTH[1]), "F.208", 2, "score", "schrijf 1 of minder"),
        (("H1;-0,1;" + AMSTERDAM, BOTH[1]), "F.207", 2, "score", "schrijf 0 of meer"),
        (("H1;;" + AMSTERDAM, BOTH[1]), "F.201", 2, "score", "leeg telt niet als 0"),
        (("H1;0,2;;1.0;GM0363;", BOTH[1]), "F.201", 2, "bron", "hier staat niets"),
        (("H1;0,2;COA;;GM0363;", BOTH[1]), "F.201", 2, "modelversie", "hier staat niets"),
        ((*BOTH, BOTH[0]), "F.401", 4, "huishouden_id / gemeentecode / arbeidsmarktregio", "staat ook al in regel 2"),
        ((*BOTH, f"H1;0,7;{AMSTERDAM.replace('363', '999')}"), "F.402", 4, "gemeentecode", "indeling van 2026"),
        ((*BOTH, f"H1;0,7;{AMSTERDAM.replace('363', '344')}"), "F.403", 4, "gemeentecode", "Utrecht staat niet in"),
        ((*BOTH, f"H9;0,7;{AMSTERDAM}"), "F.407", 4, "huishouden_id", "niet in de tabel huishoudens"),
        ((*REGIONS, "H1;0,7;COA;1.0;;Groningem"), "F.410", 4, "arbeidsmarktregio", "Bedoelde u Groningen?"),
        ((*BOTH, "H2;0,7;COA;1.0;;Flevoland"), "F.410", 4, "arbeidsmarktregio", "zoals in de tabel gemeenten"),
    ],
)
@pytest.mark.parametrize("scenario", [OFF, ON])
def test_a_faulty_row_is_told_by_the_code_that_every_table_has_whether_scores_are_used_or_not(
    write_case, scenario, rows, code, regel, kolom, says
):
    found = errors_of(write_case({"scores.csv": table(*rows), "scenario.toml": scenario}))

    assert told(found) == [(code, "scores.csv", regel, kolom)]
    assert says in render(found[0], "nl")


@pytest.mark.parametrize(
    ("place", "found"), [(";", " / "), ("GM0363;Groningen", "GM0363 / Groningen")], ids=["none", "both"]
)
def test_a_score_without_a_place_or_with_two_is_refused(write_case, place, found):
    problems = errors_of(write_case({"scores.csv": table(*BOTH, f"H2;0,2;COA;1.0;{place}")}))

    assert told(problems) == [("F.461", "scores.csv", 4, "gemeentecode / arbeidsmarktregio")]
    assert problems[0].gevonden == found
    assert "vul precies een van de twee kolommen" in render(problems[0], "nl")


def test_a_household_with_scores_of_gemeenten_and_of_regions_is_refused_once_with_both_rows(write_case):
    problems = errors_of(write_case({"scores.csv": table(*BOTH, f"H1;0,2;{CENTRE}", f"H1;0,2;{NORTH}")}))

    assert told(problems) == [("F.462", "scores.csv", 4, "huishouden_id")]
    assert "(de andere soort vanaf regel 2)" in render(problems[0], "nl")


def test_a_gemeente_without_a_score_is_an_error_that_names_it_and_never_0(write_case):
    problems = errors_of(write_case({"scores.csv": table(BOTH[1])}))

    assert told(problems) == [("F.463", "scores.csv", None, "gemeentecode")]
    line = render(problems[0], "nl")
    assert "huishouden H1 mist een score voor 1 van de 2 plaatsen: GM0363 (Amsterdam)" in line
    assert "want een ontbrekende regel telt niet als 0" in line


def test_a_region_without_a_score_is_named_of_each_household(write_case):
    rows = (REGIONS[0], REGIONS[1].replace("H2", "H1"))
    problems = errors_of(write_case({"scores.csv": table(*rows)}))

    assert [p.velden["plaatsen"] for p in problems] == ["Groningen", "Groot Amsterdam"]
    assert [p.velden["huishouden"] for p in problems] == ["H2", "H1"]


def test_a_row_that_is_refused_for_itself_makes_no_gap_as_well(write_case):
    problems = errors_of(write_case({"scores.csv": table(REGIONS[0], "H2;0,7;COA;1.0;;Groningem")}))

    assert [p.code for p in problems] == ["F.410"]


def test_a_scenario_with_scores_asks_for_the_table(write_case):
    problems = problems_of(write_case({"scenario.toml": ON}))

    assert told(problems) == [("F.464", "scenario.toml", None, "scores")]
    assert 'voeg haar toe of schrijf scores = "uit"' in render(problems[0], "nl")


def test_a_table_of_scores_has_rows_or_is_left_out(write_case):
    problems = problems_of(write_case({"scores.csv": HEAD, "scenario.toml": ON}))

    assert told(problems) == [("F.464", "scenario.toml", None, "scores")]
    assert problems_of(write_case({"scores.csv": HEAD, "scenario.toml": OFF})) == ()


def test_a_table_that_the_scenario_does_not_use_is_one_warning(write_case):
    """Also where it has two origins and one household of two: what is not used needs no more words."""
    rows = (BOTH[0], BOTH[1].replace("COA;1.0", "UWV;2"))
    case, problems = read_case(write_case({"scores.csv": table(*rows), "scenario.toml": OFF}))

    assert told(problems) == [("W.561", "scores.csv", None, None)]
    assert 'schrijf scores = "aan" in scenario.toml' in render(problems[0], "nl")
    assert (len(case.scores), case.gebruikte_scores) == (2, ())


def test_scores_in_use_are_told_with_their_origin_and_who_has_none(write_case):
    case, problems = read_case(write_case({"scores.csv": table(*BOTH), "scenario.toml": ON}))

    assert told(problems) == [("W.564", "scores.csv", None, None), ("W.563", "scores.csv", None, "huishouden_id")]
    whose, without = (render(problem, "nl") for problem in problems)
    assert (
        "participatie rekent met scores van elders: COA, model 1.0 (huishoudens met een score: 1); het voorspellen"
        in whose
    )
    assert "ga na of dat model een AI-systeem is: dan is het geheel dat aannemelijk ook" in whose
    assert "huishoudens zonder score van elders: 1 van de 2; zij houden de score van hun sectoren" in without
    assert (
        case.gebruikte_scores
        == case.scores
        == (
            Score("H1", 0.2, "COA", "1.0", "GM0363"),
            Score("H1", 0.7, "COA", "1.0", "GM0014"),
        )
    )


def test_two_givers_and_two_models_are_a_warning_each_that_names_them(write_case):
    rows = (*BOTH, *(row.replace("COA;1.0", "UWV;2.0") for row in REGIONS))
    problems = read_case(write_case({"scores.csv": table(*rows), "scenario.toml": ON}))[1]

    assert [p.code for p in problems] == ["W.564", "W.562", "W.562"]
    assert ": COA, UWV; een 0,6 van de ene" in render(problems[1], "nl")
    assert ": 1.0, 2.0; een 0,6 van de ene" in render(problems[2], "nl")
    assert [p.kolom for p in problems] == [None, "bron", "modelversie"]


def test_the_reason_for_each_code_differs_between_the_languages(write_case):
    rows = table(*BOTH, "H2;0,2;UWV;2.0;;")
    for problem in problems_of(write_case({"scores.csv": rows, "scenario.toml": ON})):
        dutch, english = render(problem, "nl"), render(problem, "en")
        assert dutch != english
        assert english.endswith(f"[{problem.code}]")


def test_the_bron_of_the_rows_is_that_of_the_file_and_synthetic_scores_make_the_case_synthetic(write_case):
    rows = [row.replace("COA", "synthetisch") for row in BOTH]
    case, _ = read_case(write_case({"scores.csv": table(*rows)}))

    assert [b.bron for b in case.bronnen if b.bestand == "scores.csv"] == ["synthetisch"]
    assert case.synthetisch


def test_the_origin_lists_each_giver_and_model_once_and_counts_households():
    scores = [Score(name, 0.5, bron, "2", "GM0363") for name, bron in (("H1", "b"), ("H1", "a"), ("H2", "b"))]

    found = herkomst(scores)

    assert (found.bronnen, found.modelversies, found.huishoudens) == (("a", "b"), ("2",), 2)


NASTY = [
    "",
    "0",
    "-0",
    "1,0",
    "1e99",
    "0,5.5",
    "NaN",
    "GM0363",
    "363",
    "Groningen",
    "H1",
    "H2",
    ";",
    '"',
    "{x}",
    "x" * 9999,
]


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
@given(data=st.data())
def test_any_text_in_a_cell_gives_a_case_or_a_list_of_problems(files, data):
    rows = list(csv.reader(table(*BOTH, *REGIONS).splitlines(), delimiter=";"))
    row = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.integers(0, len(rows[row]) - 1))
    rows[row][column] = data.draw(st.one_of(st.sampled_from(NASTY), st.text(max_size=20)))
    spoiled = {"scenario.toml": ON, "scores.csv": "\n".join(";".join(cells) for cells in rows)}
    with tempfile.TemporaryDirectory() as folder:
        for bestand, text in {**files, **spoiled}.items():
            (Path(folder) / bestand).write_bytes(text.encode())
        try:
            found = read_case(Path(folder))[0]
        except InputProblems as caught:
            found = render_all(caught.problems, "nl") + render_all(caught.problems, "en")

    assert isinstance(found, Case | str)
