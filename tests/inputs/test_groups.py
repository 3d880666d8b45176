"""A grouping for analysis is read apart from the case, with the same messages and the same deny-list."""

import pytest
from books import book

from inputs.codes import Code
from inputs.groups import read_groups
from inputs.problems import InputProblems
from inputs.read import read_case


@pytest.fixture
def case(write_case):
    return read_case(write_case({}))[0]


def grouped(tmp_path, text):
    file = tmp_path / "indeling.csv"
    file.write_text(text, "utf-8")
    return file


def test_every_household_gets_its_group_and_who_has_none_is_named(case, tmp_path):
    names = sorted(h.huishouden_id for h in case.huishoudens)
    found = read_groups(grouped(tmp_path, f"huishouden_id;groep\n{names[0]};a\n"), case)

    assert found.groep == {names[0]: "a"}
    assert found.missing(case) == names[1:]


def test_an_unknown_household_and_one_that_occurs_twice_are_refused(case, tmp_path):
    name = case.huishoudens[0].huishouden_id
    file = grouped(tmp_path, f"huishouden_id;groep\n{name};a\n{name};b\nNIEMAND;a\n")

    with pytest.raises(InputProblems) as stopped:
        read_groups(file, case)

    assert {p.code for p in stopped.value.problems} == {Code.DUBBEL, Code.HUISHOUDEN_ONBEKEND}


def test_a_column_on_the_deny_list_is_refused_here_too(case, tmp_path):
    with pytest.raises(InputProblems) as stopped:
        read_groups(grouped(tmp_path, "huishouden_id;groep;nationaliteit\nH1;a;x\n"), case)

    assert Code.KOLOM_ONDERSCHEID in {p.code for p in stopped.value.problems}


def test_a_grouping_may_stand_on_the_only_sheet_of_a_workbook(case, tmp_path):
    name = case.huishoudens[0].huishouden_id
    rows = [["huishouden_id", "groep"], [name, "a"]]
    (tmp_path / "een.xlsx").write_bytes(book({"uitleg": [["tekst"]], "Blad1": rows}))
    (tmp_path / "twee.xlsx").write_bytes(book({"Blad1": rows, "Blad2": rows}))

    assert read_groups(tmp_path / "een.xlsx", case).groep == {name: "a"}
    with pytest.raises(InputProblems) as stopped:
        read_groups(tmp_path / "twee.xlsx", case)
    assert [(p.code, p.velden) for p in stopped.value.problems] == [(Code.BLAD_NIET_EEN, {"aantal": 2})]
