from string import Formatter

import pytest

from inputs.codes import Code
from inputs.messages import GENERAL, SUGGESTIONS, catalogue, render, render_all, shown, title
from inputs.problems import InputProblems, Problem, in_order


def fields(text):
    """Name the fields that a text fills in."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_code_has_texts_and_every_text_has_a_code():
    assert set(catalogue()) - {GENERAL} == {str(code) for code in Code}


@pytest.mark.parametrize("code", list(Code))
def test_a_code_says_the_same_in_both_languages(code):
    texts = catalogue()[code]

    assert set(texts) == {"nl", "en"}
    assert set(texts["nl"]) == set(texts["en"]) == {"titel", "uitleg", "actie"}
    for part in ("titel", "uitleg", "actie"):
        assert fields(texts["nl"][part]) == fields(texts["en"][part])
        assert not fields(texts["nl"][part]) & set(SUGGESTIONS)
        assert texts["nl"][part] != texts["en"][part]
        assert not texts["nl"][part].endswith((".", "?"))


def test_the_headings_are_the_same_in_both_languages():
    assert set(catalogue()[GENERAL]["nl"]) == set(catalogue()[GENERAL]["en"])


def test_a_message_has_the_form_of_the_style_guide():
    problem = Problem(Code.CODE_ONJUIST, "gemeenten.csv", 2, "gemeentecode", "0363", {"voorbeeld": "GM0363"})

    assert render(problem, "nl") == (
        "gemeenten.csv:2  gemeentecode = '0363': dit is geen gemeentecode; schrijf GM en vier cijfers: GM0363 [F.209]"
    )
    assert render(problem, "en") == (
        "gemeenten.csv:2  gemeentecode = '0363': this is no gemeentecode; write GM and four digits: GM0363 [F.209]"
    )
    assert title(problem, "en") == "Gemeentecode written wrongly"


def test_at_most_twenty_of_a_kind_are_listed_and_the_rest_is_counted():
    low = [Problem(Code.TE_LAAG, "onderwijs.csv", 2 + n, "plaatsen", "-1", {"grens": 0}) for n in range(25)]
    empty = [Problem(Code.LEEG, "gemeenten.csv", 2, "naam", "")]
    lines = render_all(in_order([*low, *empty]), "nl").splitlines()

    assert lines[0] == "26 problemen in de invoer:"
    assert lines[1].startswith("  gemeenten.csv:2  naam = ''")
    assert len(lines) == 1 + 1 + 20 + 1
    assert lines[-1] == "  ... en nog 5: Te laag [F.207]"


def test_errors_come_before_warnings_each_below_a_heading():
    problems = [Problem(Code.BESTAND_ONBEKEND, "bijlage.csv"), Problem(Code.BESTAND_LEEG, "gemeenten.csv")]
    lines = render_all(problems, "en").splitlines()

    assert lines == [
        "1 problem in the input:",
        f"  {render(problems[1], 'en')}",
        "1 warning about the input:",
        "  bijlage.csv: this file is not read; change its name or take it out of the folder [W.502]",
    ]


def test_no_problems_give_no_text():
    assert render_all([], "nl") == ""


def test_what_was_found_is_shown_on_one_line_and_cut_off():
    assert shown("a\n\u202eb") == "a<U+000A><U+202E>b"
    assert shown("x" * 61) == "x" * 60 + "…"
    assert shown("x" * 60) == "x" * 60


def test_braces_in_the_input_stay_braces():
    problem = Problem(Code.GEEN_KEUZE, "a.csv", 2, "{kolom}", "{0}", {"keuzes": "{x}", "bedoeld": "{y}"})

    assert (
        render(problem, "nl")
        == "a.csv:2  {kolom} = '{0}': dit woord is hier onbekend; kies uit: {x}. Bedoelde u {y}? [F.214]"
    )


def test_problems_are_sorted_by_file_row_and_column():
    caught = InputProblems(
        [
            Problem(Code.LEEG, "scenario.toml", 1),
            Problem(Code.LEEG, "onbekend.csv", 1),
            Problem(Code.LEEG, "gemeenten.csv", 10, "b"),
            Problem(Code.LEEG, "gemeenten.csv", 10, "a"),
            Problem(Code.LEEG, "gemeenten.csv", 9, "z"),
            Problem(Code.BESTAND_LEEG, "gemeenten.csv"),
        ]
    )

    assert [(p.bestand, p.regel, p.kolom) for p in caught.problems] == [
        ("gemeenten.csv", None, None),
        ("gemeenten.csv", 9, "z"),
        ("gemeenten.csv", 10, "a"),
        ("gemeenten.csv", 10, "b"),
        ("scenario.toml", 1, None),
        ("onbekend.csv", 1, None),
    ]
