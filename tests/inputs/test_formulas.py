"""What is written so that no spreadsheet runs it is read as it was, whatever it was."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inputs.aanlevering import Aanlevering
from inputs.case_text import Line, table_text
from inputs.columns import means
from inputs.csvfile import read_csv
from inputs.formulas import NUMBER, SIGNS, neutral, original, still
from inputs.recode.files import table_bytes
from inputs.sheet import Sheet
from inputs.tables import TABLES

HOSTILE = st.text(alphabet="=+-@'\"1a,; \t\r\n\0é", max_size=8)
CELL = st.text(alphabet="=+-@'\"1a,; \té", max_size=8)
HEADER = ["gemeentecode", "naam", "notitie"]


@given(HOSTILE)
def test_every_text_comes_back_and_none_starts_with_a_sign(text):
    assert original(neutral(text)) == original(still(text)) == text
    assert not neutral(text).startswith(SIGNS)
    assert not still(text).startswith(SIGNS) or NUMBER.fullmatch(text)


@pytest.mark.parametrize("sign", SIGNS)
def test_each_sign_is_kept_from_running(sign):
    assert neutral(f"{sign}1+1") == still(f"{sign}1+1") == f"'{sign}1+1"


@pytest.mark.parametrize("text", ["'s-Gravenhage", "-3", "1,5", "Weesp"])
def test_a_number_and_a_name_stay_as_they_are(text):
    assert still(text) == text


@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=4))
def test_a_table_that_is_carried_over_is_read_as_it_was(pairs):
    sheet = Sheet()
    sheet.begin(HEADER, means(TABLES["gemeenten"]))
    sheet.rows.extend([["GM0363", *pair] for pair in pairs])
    data = table_bytes(sheet)

    again = read_csv(data, "gemeenten.csv", means(TABLES["gemeenten"]), frozenset(("gemeentecode",)))
    assert again.rows == sheet.rows
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"):
        assert all(NUMBER.fullmatch(cell) for cell in row if cell.startswith(SIGNS))


@given(st.text(alphabet="=+-@'1a é", min_size=1, max_size=8))
def test_a_remark_that_is_gathered_is_read_as_it_was(remark):
    table = TABLES["aanlevering"]
    row = Aanlevering("GM0363", "Amsterdam", "opgave", 1, 1, 1, 1, opmerkingen=remark)
    text = table_text(table, [Line(row, bron=remark)])

    again = read_csv(text.encode(), table.bestand, means(table), frozenset(("gemeentecode",)))
    cells = dict(zip(again.header, again.rows[0], strict=True))
    assert cells["opmerkingen"] == cells["bron"] == remark
