import datetime as dt
import io
import tracemalloc
from decimal import Decimal

import pandas as pd
import pyarrow as pa
import pytest
from faults import problems_of
from pyarrow import parquet as parquet_file

from inputs import parquetfile
from inputs.read import read_case
from inputs.sheet import as_text

NAMES = ["gemeentecode", "soort", "kwartaal", "plaatsen"]
ROWS = [
    ["GM0363", "po", "2026K1", 5],
    ["GM0363", "isk", "2026K1", 5],
    ["GM0014", "po", "2026K1", 5],
    ["GM0014", "isk", "2026K1", 5],
]


def parquet(rows=ROWS, names=NAMES):
    """Write rows as the bytes of a Parquet file."""
    target = io.BytesIO()
    pd.DataFrame(rows, columns=names).to_parquet(target)
    return target.getvalue()


@pytest.fixture
def with_schools(write_case):
    """Write the small case with its table onderwijs in Parquet."""

    def write(data):
        folder = write_case({"onderwijs.csv": None})
        (folder / "onderwijs.parquet").write_bytes(data)
        return folder

    return write


def told(folder):
    return [(p.code, p.bestand, p.regel, p.kolom) for p in problems_of(folder)]


def test_a_table_in_parquet_reads_as_one_in_csv(with_schools):
    case, warnings = read_case(with_schools(parquet()))

    assert [(row.gemeentecode, row.soort, row.plaatsen) for row in case.onderwijs] == [(r[0], r[1], r[3]) for r in ROWS]
    assert warnings == ()
    assert [b.bestand for b in case.bronnen if b.bestand.startswith("onderwijs")] == ["onderwijs.parquet"]


@pytest.mark.parametrize(("cell", "code"), [(-1, "F.207"), (2.5, "F.205"), (float("nan"), "F.203"), (None, "F.201")])
def test_a_cell_of_parquet_is_judged_as_one_of_csv(with_schools, cell, code):
    rows = [[*ROWS[0][:3], cell], *ROWS[1:]]
    found = pd.DataFrame(rows, columns=NAMES).astype({"plaatsen": object if cell is None else float})
    target = io.BytesIO()
    found.to_parquet(target)

    assert told(with_schools(target.getvalue()))[0] == (
        "F.201" if code == "F.203" else code,
        "onderwijs.parquet",
        2,
        "plaatsen",
    )


@pytest.mark.parametrize("data", [b"", b"PAR1", b"PAR1" + b"\xff" * 40 + b"PAR1", parquet()[:-20], b"a;b\n1;2\n"])
def test_bytes_that_are_no_parquet_are_refused(with_schools, data):
    assert told(with_schools(data)) == [("F.026", "onderwijs.parquet", None, None)]


def test_lists_in_cells_are_refused_with_their_column(with_schools):
    assert told(with_schools(parquet([[*row[:3], [row[3]]] for row in ROWS]))) == [
        ("F.027", "onderwijs.parquet", None, "plaatsen")
    ]


def test_a_file_that_says_it_is_too_large_is_not_unpacked(with_schools, monkeypatch):
    monkeypatch.setattr(parquetfile, "MAX_ROWS", 3)

    assert [row[0] for row in told(with_schools(parquet()))] == ["F.011"]


def test_a_long_text_that_is_stored_once_is_not_unpacked_a_hundred_thousand_times(with_schools):
    """A file of 3 kB that says 1 GB of text."""
    words = pa.DictionaryArray.from_arrays(pa.array([0] * 100_000, pa.int32()), pa.array(["x" * 10_000]))
    target = io.BytesIO()
    columns = {"gemeentecode": words, "soort": words, "kwartaal": words, "plaatsen": pa.array([1] * 100_000)}
    parquet_file.write_table(pa.table(columns), target, store_schema=False)
    tracemalloc.start()
    found = told(with_schools(target.getvalue()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert len(target.getvalue()) < 10_000
    assert peak < 200_000_000
    assert {row[0] for row in found if row[1] == "onderwijs.parquet"} == {"F.209", "F.214", "F.210", "F.029"}


@pytest.mark.parametrize(
    ("number", "kind"),
    [(pa.int32(), pa.date32()), (pa.int64(), pa.timestamp("us")), (pa.int64(), pa.duration("s"))],
    ids=["day", "moment", "duration"],
)
def test_a_day_beyond_the_calendar_is_damage(with_schools, number, kind):
    """Found by the fuzzer: a day five million years from now is none."""
    target, days = io.BytesIO(), pa.array([2 ** (number.bit_width - 1) - 1], number).view(kind)
    parquet_file.write_table(pa.table({**{name: ["x"] for name in NAMES}, "plaatsen": days}), target)

    assert told(with_schools(target.getvalue())) == [("F.026", "onderwijs.parquet", None, None)]


@pytest.mark.parametrize("at", [-1, 1, 2**31 - 1])
def test_a_row_that_is_sent_to_a_text_that_is_not_there_is_damage(at):
    """Found by the fuzzer: -1 would silently be the last text."""
    words = pa.DictionaryArray.from_arrays(pa.array([at], pa.int32()), pa.array(["GM0363"]), safe=False)

    with pytest.raises(pa.ArrowInvalid):
        parquetfile._values(pa.chunked_array([words]))


def test_a_parquet_file_of_too_many_cells_is_refused_by_its_metadata(with_schools):
    target = io.BytesIO()
    parquet_file.write_table(pa.table({f"k{n}": pa.nulls(500_000, pa.int8()) for n in range(150)}), target)

    assert told(with_schools(target.getvalue())) == [("F.011", "onderwijs.parquet", 500_000, None)]


def test_dates_of_parquet_are_read(write_case, files):
    header, *rows = [row.split(";") for row in files["huishoudens.csv"].splitlines()]
    dates = [dt.date(2025, 10, 1), dt.date(2025, 12, 31)]
    folder = write_case({"huishoudens.csv": None})
    frame = pd.DataFrame([[*row[:5], day, *row[6:]] for row, day in zip(rows, dates, strict=True)], columns=header)
    frame.to_parquet(folder / "huishoudens.parquet")
    case, _ = read_case(folder)

    assert [h.vergunningdatum for h in case.huishoudens] == dates


def test_an_exact_number_of_parquet_keeps_its_one_reading():
    assert [as_text(Decimal(text)) for text in ("1.234", "12.0", "0.5")] == ["1.2340", "12", "0.5"]
