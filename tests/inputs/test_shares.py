"""The parts of a divided gemeente come from the planner, with a source, and sum to 1 to the last digit."""

from fractions import Fraction

import pytest

from inputs.messages import render
from inputs.problems import InputProblems
from inputs.recode.shares import read_shares, today

HEAD = "oude_code;nieuwe_code;deel;bron\n"


def written(tmp_path, *rows):
    """Write a table of parts."""
    file = tmp_path / "verdeling.csv"
    file.write_text(HEAD + "".join(f"{row}\n" for row in rows), "utf-8")
    return file


def refused(tmp_path, *rows):
    """Give the problems of a table of parts, in Dutch."""
    with pytest.raises(InputProblems) as caught:
        read_shares(written(tmp_path, *rows), today())
    assert all(render(problem, "en") != render(problem, "nl") for problem in caught.value.problems)
    return [render(problem, "nl") for problem in caught.value.problems]


def test_parts_are_read_as_they_are_written(tmp_path):
    rows = ("GM0053;GM1966;0,3333;telling", "GM0053;GM1969;0,6667;telling")
    walk = read_shares(written(tmp_path, *rows), today())

    assert walk.parts("GM0053") == {"GM1966": Fraction(3333, 10000), "GM1969": Fraction(6667, 10000)}
    assert walk.sources["GM0053", "GM1966"] == "telling"
    assert walk.parts("GM0457") == {"GM0363": 1}
    assert walk.parts("GM0788") is None


def test_a_part_of_0_is_no_part(tmp_path):
    walk = read_shares(written(tmp_path, "GM0053;GM1966;1;akte", "GM0053;GM1969;0;akte"), today())

    assert walk.parts("GM0053") == {"GM1966": 1}


def test_parts_that_sum_to_less_or_more_are_refused_to_the_last_digit(tmp_path):
    rows = ("GM0053;GM1966;0,6;x", "GM0053;GM1969;0,4000000000000000000000000001;x")

    (line,) = refused(tmp_path, "GM0053;GM1966;0,6;x", "GM0053;GM1969;0,3;x")
    assert line == (
        "verdeling.csv:2  oude_code = 'GM0053': de delen van deze gemeente (0,6 + 0,3) zijn samen niet precies 1, en "
        "dan verdwijnen er personen of komen er bij; verbeter een deel; een laatste deel is 1 min de andere [F.502]"
    )
    assert "[F.502]" in refused(tmp_path, *rows)[0]


def test_a_merged_gemeente_and_one_that_exists_have_no_parts(tmp_path):
    lines = refused(tmp_path, "GM0457;GM0363;1;x", "GM0363;GM0363;1;x")

    assert [line[-7:] for line in lines] == ["[F.503]", "[F.503]"]
    assert "GM0457 (Weesp) is niet over andere gemeenten verdeeld" in lines[0]
    assert "GM0053 (Winsum), GM0140 (Littenseradiel), GM0788 (Haaren)" in lines[0]


def test_a_gemeente_that_got_no_part_is_refused_with_those_that_did(tmp_path):
    (line,) = refused(tmp_path, "GM0053;GM1966;0,5;x", "GM0053;GM0014;0,5;x")

    assert line == (
        "verdeling.csv:3  nieuwe_code = 'GM0014': hierheen ging geen deel van GM0053 (Winsum); schrijf een van haar "
        "opvolgers: GM1966 (Het Hogeland), GM1969 (Westerkwartier) [F.504]"
    )


def test_a_part_that_occurs_twice_is_refused(tmp_path):
    lines = refused(tmp_path, "GM0053;GM1966;0,5;x", "GM0053;GM1966;0,5;x")

    assert "staat ook al in regel 2" in lines[0]


@pytest.mark.parametrize(("row", "code"), [("GM0053;GM1966;1,5;x", "F.208"), ("GM0053;GM1966;60%;x", "F.206")])
def test_a_part_is_a_number_from_0_to_1(tmp_path, row, code):
    assert f"[{code}]" in refused(tmp_path, row)[0]


def test_a_part_without_a_source_is_refused(tmp_path):
    assert "[F.201]" in refused(tmp_path, "GM0053;GM1966;1;")[0]
