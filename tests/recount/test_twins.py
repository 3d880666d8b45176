"""A run whose table of gemeenten says something else in one of its files is caught by that file."""

import re
import sqlite3
from contextlib import closing

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from books import repacked
from recount.recount import recount
from recount.tampering import rows_of, sealed

from verifier.sheets import WORKBOOK
from verifier.twins import CSV, GEOPACKAGE, PARQUET, check_twins, table_of_parquet


def in_geopackage(run, statement):
    """Change a GeoPackage as any program may."""
    with closing(sqlite3.connect(run / GEOPACKAGE, isolation_level=None)) as base:
        base.execute(statement)


def a_person_more_in_the_parquet(run, code):
    table = pq.read_table(run / PARQUET)
    at = table.schema.get_field_index("toegewezen_personen")
    cells = [n + (c == code) for n, c in zip(table[at].to_pylist(), table["gemeentecode"].to_pylist(), strict=True)]
    changed = table.set_column(at, table.schema.field(at), pa.array(cells, table.schema.field(at).type))
    pq.write_table(changed, run / PARQUET)
    return PARQUET, "toegewezen_personen"


def a_person_more_in_the_geopackage(run, code):
    in_geopackage(
        run,
        f"UPDATE gemeenten SET doel_personen = doel_personen + 1 WHERE gemeentecode = '{code}'",  # noqa: S608
    )
    return GEOPACKAGE, "doel_personen"


def a_gemeente_less_in_the_geopackage(run, code):
    in_geopackage(run, f"DELETE FROM gemeenten WHERE gemeentecode = '{code}'")  # noqa: S608
    return GEOPACKAGE, "gemeentecode"


def a_person_more_on_the_sheet(run, code):
    """Change K3: the first gemeente stands below title and header, and K is what it is assigned."""
    assert rows_of(run / CSV)[0]["gemeentecode"] == code
    part = "xl/worksheets/sheet5.xml"

    def one_more(xml):
        return re.sub(rb'(<c r="K3" s="\d+"><v>)(\d+)', lambda m: m[1] + b"%d" % (int(m[2]) + 1), xml)

    data = (run / WORKBOOK).read_bytes()
    (run / WORKBOOK).write_bytes(repacked(data, {part: one_more}))
    return WORKBOOK, "toegewezen_personen"


@pytest.mark.parametrize(
    "tamper",
    [
        a_person_more_in_the_parquet,
        a_person_more_in_the_geopackage,
        a_gemeente_less_in_the_geopackage,
        a_person_more_on_the_sheet,
    ],
)
def test_a_file_that_says_something_else_and_was_sealed_again_is_caught(tamper, spoiled):
    code = rows_of(spoiled.run / CSV)[0]["gemeentecode"]
    file, column = tamper(spoiled.run, code)
    sealed(spoiled.case, spoiled.run)

    problems = recount(spoiled.case, spoiled.run, explained=False).problems

    assert [text for text in problems if text.startswith(file) and code in text and column in text], problems
    assert all(text.startswith(file) for text in problems), problems


def test_a_geopackage_that_was_only_packed_anew_is_still_the_one_of_the_manifest(spoiled):
    before = (spoiled.run / GEOPACKAGE).read_bytes()
    in_geopackage(spoiled.run, "PRAGMA user_version = 1")
    in_geopackage(spoiled.run, "VACUUM")

    assert (spoiled.run / GEOPACKAGE).read_bytes() != before
    assert recount(spoiled.case, spoiled.run, explained=False).problems == []


def test_a_style_that_was_changed_is_not(spoiled):
    in_geopackage(spoiled.run, "UPDATE layer_styles SET styleQML = replace(styleQML, '-25.0', '-50.0')")

    problems = recount(spoiled.case, spoiled.run, explained=False).problems

    assert [text.partition(" = ")[0] for text in problems] == ["gemeenten.gpkg: sha256"]


def test_every_file_is_read_and_compared(larger):
    assert check_twins(larger[1]) == []
    assert len(table_of_parquet(larger[1] / PARQUET)) == len(rows_of(larger[1] / CSV)) == 12
