"""The optional table of couplings of practice is read and checked like any other."""

import pytest

from inputs.codes import Code
from inputs.problems import InputProblems
from inputs.read import read_case


def test_without_the_table_nobody_is_coupled(write_case):
    assert read_case(write_case({}))[0].gekoppeld == ()


def test_a_coupling_of_an_unknown_household_is_refused(write_case):
    with pytest.raises(InputProblems) as stopped:
        read_case(write_case({"gekoppeld.csv": "huishouden_id;gemeentecode\nNIEMAND;GM9999\n"}))

    assert {p.code for p in stopped.value.problems} >= {Code.HUISHOUDEN_ONBEKEND, Code.GEMEENTE_ONBEKEND}
