"""How a table is written makes no difference to the case: order of columns and rows, sign between cells, encoding."""

import csv
import io
from collections import Counter
from dataclasses import fields, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_case import FILES, write

from inputs.case import Case
from inputs.read import read_case

NAMES = [name for name in FILES if name.endswith(".csv")]
TABLES = {field.name for field in fields(Case) if str(field.type).startswith("tuple[")} - {"bronnen"}
FEW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)


@pytest.fixture
def case_of(tmp_path):
    """Read the small case with some files changed, without the hashes of its files."""

    def read(changes=None):
        return replace(read_case(write(tmp_path, changes))[0], bronnen=())

    return read


def cells_of(name):
    """Give the cells of a table, its header first."""
    return list(csv.reader(io.StringIO(FILES[name]), delimiter=";"))


def text_of(cells, sign=";"):
    """Write cells with a sign between them; those that hold the sign get quotes."""
    target = io.StringIO()
    csv.writer(target, delimiter=sign, lineterminator="\n").writerows(cells)
    return target.getvalue()


def test_reading_a_case_twice_gives_the_same(write_case):
    folder = write_case()

    assert read_case(folder) == read_case(folder)


@FEW
@given(data=st.data(), name=st.sampled_from(NAMES))
def test_the_order_of_columns_makes_no_difference(case_of, data, name):
    cells = cells_of(name)
    order = data.draw(st.permutations(range(len(cells[0]))))

    assert case_of({name: text_of([[row[at] for at in order] for row in cells])}) == case_of()


@FEW
@given(data=st.data(), name=st.sampled_from(NAMES))
def test_the_order_of_rows_only_changes_the_order_of_rows(case_of, data, name):
    header, *rows = cells_of(name)
    shuffled, usual = case_of({name: text_of([header, *data.draw(st.permutations(rows))])}), case_of()

    for table in TABLES:
        assert Counter(map(repr, getattr(shuffled, table))) == Counter(map(repr, getattr(usual, table)))
    assert replace(shuffled, **dict.fromkeys(TABLES, ())) == replace(usual, **dict.fromkeys(TABLES, ()))


@FEW
@given(
    name=st.sampled_from(NAMES),
    sign=st.sampled_from(";,\t"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_sign_and_encoding_make_no_difference(case_of, name, sign, encoding):
    assert case_of({name: text_of(cells_of(name), sign).encode(encoding)}) == case_of()


@FEW
@given(
    data=st.data(),
    name=st.sampled_from(NAMES),
    ends=st.sampled_from(["\n", "\r\n", "\r"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_line_ends_quotes_blank_lines_and_a_first_line_that_names_the_sign_make_no_difference(
    case_of, data, name, ends, quoting
):
    target = io.StringIO()
    csv.writer(target, delimiter=";", lineterminator=ends, quoting=quoting).writerows(cells_of(name))
    first = "sep=;" + ends if data.draw(st.booleans()) and ends != "\r" else ""

    assert case_of({name: (first + target.getvalue() + ends * 2).encode()}) == case_of()
