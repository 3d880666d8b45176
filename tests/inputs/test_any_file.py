"""Any typed cell of a workbook or a Parquet file, and any damage to a whole file: a case, or problems in words."""

import datetime as dt
import io
import zipfile
from decimal import Decimal

import pyarrow as pa
import pytest
from books import case_book, repacked
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import parquet
from small_case import FILES, write

from inputs.case import Case
from inputs.messages import render_all
from inputs.problems import InputProblems
from inputs.read import read_case

NAMES = [name[:-4] for name in FILES if name.endswith(".csv")]
BOOK = case_book(FILES)
DAYS = st.dates(dt.date(1900, 1, 2), dt.date(2200, 1, 1))
NUMBERS = st.one_of(st.integers(-(2**53), 2**53), st.floats(allow_nan=False, allow_infinity=False))
TEXTS = st.one_of(st.text(max_size=12), st.sampled_from(["", " ", "GM0363", "0363", "2026K1", "1.234", "n.v.t.", "ja"]))
ERRORS = st.sampled_from(["#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"])
CELLS = st.one_of(
    st.tuples(st.just("write_number"), NUMBERS),
    st.tuples(st.just("write_string"), TEXTS),
    st.tuples(st.just("write_boolean"), st.booleans()),
    st.tuples(st.just("write_datetime"), DAYS),
    st.tuples(st.just("write_formula"), st.one_of(NUMBERS, TEXTS, ERRORS)),
    st.tuples(st.just("write_blank"), st.none()),
)
"""How a cell is written, and its value: a number, text, yes or no, a day, the result of a formula, nothing."""
COLUMNS = st.one_of(
    *(
        st.lists(st.one_of(st.none(), values), min_size=1, max_size=1)
        for values in (
            NUMBERS.filter(lambda n: isinstance(n, float)),
            st.integers(-(2**63), 2**63 - 1),
            st.booleans(),
            DAYS,
            st.datetimes(dt.datetime(1900, 1, 2), dt.datetime(2200, 1, 1)),  # noqa: DTZ001  tables have no zones
            st.decimals(-1000, 1000, places=2, allow_nan=False),
            TEXTS,
            st.floats(),
        )
    )
)
"""A value of a column with a type, or none."""
EACH = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)


@pytest.fixture
def outcome(tmp_path):
    """Read a workbook, or the small case with one file changed: a case, or the text of its problems."""

    def read(name, data):
        for file in tmp_path.iterdir():
            file.unlink()
        place = tmp_path / name if name.endswith(".xlsx") else tmp_path
        if place == tmp_path:
            write(tmp_path, {f"{name.split('.')[0]}.csv": None})
        (tmp_path / name).write_bytes(data)
        try:
            return read_case(place)[0]
        except InputProblems as caught:
            return render_all(caught.problems, "nl") + render_all(caught.problems, "en")

    return read


def set_cell(sheet, row, column, cell):
    """Write a typed cell."""
    how, value = cell
    if how == "write_formula":
        sheet.write_formula(row, column, "=A1", None, value)
    else:
        getattr(sheet, how)(row, column, value)


@EACH
@given(name=st.sampled_from(NAMES), row=st.integers(0, 6), column=st.integers(0, 12), cell=CELLS)
def test_any_typed_cell_of_a_workbook_gives_a_case_or_a_list_of_problems(outcome, name, row, column, cell):
    data = case_book(FILES, lambda _, sheets: set_cell(sheets[name], row, column, cell))

    assert isinstance(outcome("casus.xlsx", data), Case | str)


@EACH
@given(row=st.integers(0, 6), column=st.integers(0, 2), cell=CELLS)
def test_any_typed_cell_among_the_choices_gives_a_case_or_a_list_of_problems(outcome, row, column, cell):
    data = case_book(FILES, lambda _, sheets: set_cell(sheets["scenario"], row, column, cell))

    assert isinstance(outcome("casus.xlsx", data), Case | str)


@EACH
@given(data=st.data(), name=st.sampled_from(NAMES), values=COLUMNS)
def test_any_typed_column_of_parquet_gives_a_case_or_a_list_of_problems(outcome, data, name, values):
    header, *rows = [line.split(";") for line in FILES[f"{name}.csv"].splitlines()]
    columns = dict(zip(header, map(list, zip(*rows, strict=True)), strict=True))
    columns[data.draw(st.sampled_from(header))] = values * len(rows)
    target = io.BytesIO()
    parquet.write_table(pa.table(columns), target)

    assert isinstance(outcome(f"{name}.parquet", target.getvalue()), Case | str)


@EACH
@given(data=st.data(), name=st.sampled_from(["casus.xlsx", "onderwijs.parquet", "onderwijs.csv", "scenario.toml"]))
def test_any_cut_or_doubled_file_gives_a_case_or_a_list_of_problems(outcome, data, name):
    whole = FILES[name].encode() if name in FILES else BOOK if name == "casus.xlsx" else schools()
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(whole)), st.integers(0, len(whole)))))
    times = data.draw(st.integers(0, 3))

    assert isinstance(outcome(name, whole[:start] + whole[start:end] * times + whole[end:]), Case | str)
    assert isinstance(outcome(name, whole[:end]), Case | str)


def schools():
    """Give the table of school places as Parquet, with numbers as decimals."""
    header, *rows = [line.split(";") for line in FILES["onderwijs.csv"].splitlines()]
    columns = dict(zip(header, map(list, zip(*rows, strict=True)), strict=True))
    columns["plaatsen"] = [Decimal(places) for places in columns["plaatsen"]]
    target = io.BytesIO()
    parquet.write_table(pa.table(columns), target)
    return target.getvalue()


with zipfile.ZipFile(io.BytesIO(BOOK)) as opened:
    PARTS = {part: opened.read(part) for part in opened.namelist()}


@EACH
@given(one=st.sampled_from(sorted(PARTS)), other=st.sampled_from(sorted(PARTS)), drop=st.booleans())
def test_any_swapped_or_dropped_part_of_a_workbook_gives_a_case_or_a_list_of_problems(outcome, one, other, drop):
    data = repacked(BOOK, {one: None if drop else PARTS[other], other: PARTS[one]})

    assert isinstance(outcome("casus.xlsx", data), Case | str)
