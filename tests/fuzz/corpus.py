"""Good inputs to start from, made by code: every table, workbook, scenario, parameter file and Parquet table."""

import io
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from importlib.resources import files as resources

import pandas as pd
import pyarrow as pa
from books import case_book
from pyarrow import parquet
from small_case import FILES

from inputs.tables import TABLES, columns

LOCKS = "huishouden_id;gemeentecode;soort;waarde;reden;wie\nH1;;vast;GM0363;gezin;ik\n;GM0014;max;40;afspraak;ik\n"
SCORES = "huishouden_id;gemeentecode;arbeidsmarktregio;score;bron;modelversie\n"
DELIVERED = "gemeentecode;naam;status;woningen;slaapplaatsen;cursusplaatsen;schoolplaatsen\n"
OWN = 'naam = "é"\nkwartaal = "2026K1"\nband = 0.05\nscores = "uit"\nsynthetisch = false\n[parameters]\n'
MORE = {
    "vastleggingen.csv": LOCKS,
    "sleutel.csv": "gemeentecode;gewicht;bron\nGM0363;2,5;eigen\nGM0014;1E-09;eigen\n",
    "afspraken.csv": "van;naar;personen;kwartaal;grond\nGM0363;GM0014;1;2026K1;ruil\n",
    "gekoppeld.csv": "huishouden_id;gemeentecode;gastgemeente\nH1;GM0363;\n",
    "aanlevering.csv": DELIVERED + "GM0363;Amsterdam;opgave;13;22;15;10\nGM0014;Groningen;standaard;1;8;10;10\n",
    "scores.csv": SCORES + "H1;GM0363;;0,6;m;1\nH1;GM0014;;0.4;m;1\n",
}
TABLES_TEXT: Mapping[str, str] = {
    **{name[:-4]: text for name, text in {**FILES, **MORE}.items() if name.endswith(".csv")},
}
"""Text of each table, by its name."""
SCENARIOS = (
    FILES["scenario.toml"],
    'kwartaal = "2026K1"\ndoelen = "op_volgorde"\nvolgorde = ["uitstroom", "spreiding"]\ntolerantie = [0.1, 0.2]\n',
    OWN + "uitstroom.per_persoon = 1e3\n",
)


def tables() -> list[bytes]:
    """Give every table as CSV, in the encodings and with the signs that planners use, its number in front."""
    seeds = []
    for number, name in enumerate(TABLES):
        text = TABLES_TEXT[name]
        written = [text.encode(), text.encode("utf-16"), text.encode("utf-8-sig"), text.encode("cp1252")]
        written += [text.replace(",", ".").replace(";", sign).encode() for sign in ",\t"]
        written += [("sep=;\r\n" + text.replace("\n", "\r\n")).encode()]
        seeds += [bytes([number]) + data for data in written]
    return seeds


@cache
def books() -> list[bytes]:
    """Give workbooks: plain, with hidden rows and formulas, and with error values."""

    def bent(_, sheets) -> None:
        sheet = sheets["onderwijs"]
        sheet.write_formula(1, 3, "=2+3", None, 5)
        sheet.write_formula(2, 3, "=X", None, "#REF!")
        sheet.write_boolean(3, 3, True)
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.merge_range(3, 0, 4, 0, "GM0014")
        sheets["gemeenten"].hide()

    return [case_book(FILES), case_book(FILES, bent)]


def parquets() -> list[bytes]:
    """Give every table as Parquet, as text and with numbers, and columns of every type; the table's number in front."""
    seeds = []
    for number, (name, table) in enumerate(TABLES.items()):
        frame = pd.read_csv(io.StringIO(TABLES_TEXT[name]), sep=";", dtype=str)
        whole = [column.name for column in columns(table) if column.kind == "geheel" and column.name in frame]
        typed = frame.assign(**{column: pd.to_numeric(frame[column]) for column in whole})
        seeds += [_parquet(number, pa.Table.from_pandas(version)) for version in (frame, typed)]
    schools = list(TABLES).index("onderwijs")
    codes, kinds, quarters = ["GM0363", None], ["po", "isk"], ["2026K1", "2026K1"]
    for values in VALUES:
        places = pa.array(values)
        made = pa.table({"gemeentecode": codes, "soort": kinds, "kwartaal": quarters, "plaatsen": places})
        seeds.append(_parquet(schools, made))
    return seeds


VALUES: tuple[list[object], ...] = (
    [1.5, float("nan")],
    [float("inf"), None],
    [True, False],
    [date(2026, 1, 1), None],
    [datetime(2026, 1, 1, 12, tzinfo=UTC), None],
    [time(12, 30), None],
    [Decimal("1.50"), None],
    [2**62, -1],
    [b"bytes", None],
    [[1], []],
    [{"a": 1}, None],
    [timedelta(days=1), None],
    [None, None],
)
"""Values of every type that a Parquet file may hold, two rows of each."""


def _parquet(number: int, table: pa.Table) -> bytes:
    """Write a table, its number in front."""
    target = io.BytesIO()
    parquet.write_table(table, target)
    return bytes([number]) + target.getvalue()


def scenarios() -> list[bytes]:
    """Give choices of a run."""
    return [text.encode() for text in SCENARIOS]


def parameters() -> list[bytes]:
    """Give the parameters of the product."""
    return [(resources("inputs") / "data" / "parameters.toml").read_bytes()]
