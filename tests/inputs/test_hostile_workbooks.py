"""Workbooks that no planner would send: of another kind, damaged, too large, or larger than they say."""

import io
import re
import subprocess
import sys
import time
import zipfile

import pytest
from books import book, case_book, repacked
from faults import problems_of

from inputs.gate import walked
from inputs.problems import InputProblems
from inputs.xlsxfile import read_workbook

SHEET = "xl/worksheets/sheet1.xml"


def told(path):
    return [(p.code, p.bestand, p.regel, p.kolom) for p in problems_of(path)]


@pytest.fixture
def write_book(tmp_path, files):
    """Write the small case as a workbook of its own; give its path."""

    def write(change=None, data=None, **replaced):
        path = tmp_path / "boek" / "casus.xlsx"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(case_book(files, change, **replaced) if data is None else data)
        return path

    return write


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "F.003"),
        (b"<html><table></table></html>", "F.021"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "F.021"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "F.022"),
        (b"PK\x03\x04 not an archive", "F.024"),
        (b"gemeentecode;naam\n", "F.021"),
    ],
)
def test_a_file_of_another_kind_is_refused_with_what_to_save_it_as(write_book, data, code):
    assert told(write_book(data=data))[0][:2] == (code, "casus.xlsx")


def changed(part, change):
    return lambda data: repacked(data, {part: change})


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (changed("xl/vbaProject.bin", b"macro"), "F.021"),
        (changed("content.xml", b"<x/>"), "F.021"),
        (changed("../outside.xml", b"<x/>"), "F.024"),
        (changed("inner.zip", b"PK"), "F.024"),
        (changed(SHEET, lambda xml: b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + xml), "F.024"),
        (changed(SHEET, lambda xml: xml[:200]), "F.024"),
        (changed("xl/workbook.xml", b"<broken"), "F.024"),
        (changed(SHEET, lambda xml: xml.replace(b'r="A1"', b'r="XFD1"')), "F.020"),
        (changed(SHEET, lambda xml: xml.replace(b'<row r="2"', b'<row r="1048576"')), "F.011"),
        (changed(SHEET, lambda xml: xml.replace(b'<c r="A1"', b'<c r="A444444444"')), "F.011"),
        (changed(SHEET, lambda xml: xml.replace(b'<c r="A1"', b'<c r="A2097152"')), "F.011"),
        (changed(SHEET, lambda xml: xml.replace(b'<c r="A1"', b'<c r="xfd1"')), "F.020"),
        (changed(SHEET, lambda xml: xml.replace(b'<c r="A1"', b'<c r="A1" r="XFD1048576"')), "F.024"),
        (changed(SHEET, lambda xml: xml.replace(b'<c r="A1"', b'<c\nr = "XFD1"')), "F.020"),
        (changed(SHEET, lambda xml: xml.replace(b'<c r="A1"', b"<c r='XFD1'")), "F.020"),
        (changed(SHEET, lambda xml: xml.replace(b'<row r="2"', b"<row r='1048576'")), "F.011"),
        (changed(SHEET, lambda xml: re.sub(rb'<c r="A1".*?</c>', b"<c/>" * 300, xml)), "F.020"),
        (changed("xl/theme/theme1.xml", b" " * 3_000_000), "F.023"),
        (lambda data: data[: len(data) // 2], "F.024"),
    ],
)
def test_a_workbook_that_no_planner_would_send_is_refused(write_book, files, spoil, code):
    path = write_book(data=spoil(case_book(files)))

    assert code in [p.code for p in problems_of(path) if p.bestand.startswith("casus.xlsx")]


def test_an_archive_that_names_its_folders_is_read(write_book, files):
    """Programs that zip a folder write an empty part for each."""
    data = repacked(case_book(files), {"xl/": b"", "xl/worksheets/": b"", "_rels/": b""})

    assert told(write_book(data=data)) == []


def test_a_sheet_that_stands_elsewhere_in_the_archive_is_looked_over_too(write_book, files):
    """The list of parts may send a parser to any of them."""
    data = case_book(files)
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        sheet = opened.read(SHEET)
    moved = {
        "xl/elders.xml": sheet.replace(b'<c r="A1"', b'<c r="A444444444"'),
        "xl/_rels/workbook.xml.rels": lambda xml: xml.replace(b"worksheets/sheet1.xml", b"elders.xml"),
    }

    assert "F.011" in [p.code for p in problems_of(write_book(data=repacked(data, moved)))]


def test_a_long_text_that_many_cells_share_is_not_copied_for_each(write_book, files):
    """165 kB of which a parser makes 6 GB: a text of 100,000 signs in 30,000 cells."""
    rows = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (n, n) for n in range(1, 30_001))
    long = {
        SHEET: b"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
        + rows
        + b"</sheetData></worksheet>",
        "xl/sharedStrings.xml": lambda xml: xml.replace(b"<t>gemeentecode<", b"<t>" + b"abcdefghij" * 10_000 + b"<", 1),
    }

    assert told(write_book(data=repacked(case_book(files), long))) == [("F.023", "casus.xlsx", None, None)]


def test_a_long_text_in_one_cell_is_read_and_refused_there(write_book):
    path = write_book(lambda _, sheets: sheets["gemeenten"].write(1, 1, "x" * 30_000))

    assert told(path) == [("F.218", "casus.xlsx[gemeenten]", 2, "naam")]


def test_many_sheets_that_each_reach_far_are_too_many_cells_together(write_book):
    """24 kB of which 40 sheets have 7.8 million cells each."""
    data = book(
        {f"s{n}": [["x"]] for n in range(3)}, lambda _, sheets: [s.write(300_000, 25, 1) for s in sheets.values()]
    )

    assert told(write_book(data=data)) == [("F.023", "casus.xlsx", None, None)]


def test_a_part_that_is_larger_than_its_directory_says_is_refused(write_book, files):
    """The archive says 100 bytes where the part has more: a parser that trusts it reads on and on."""
    data = repacked(case_book(files), {SHEET: lambda xml: xml + b" " * 500_000})
    with zipfile.ZipFile(write_book(data=data)) as opened:
        size = opened.getinfo(SHEET).file_size
    spoiled = data.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))

    assert spoiled != data
    assert {p.code for p in problems_of(write_book(data=spoiled))} == {"F.024"}


def test_one_cell_at_the_far_corner_is_refused_within_a_second_and_300_mb(tmp_path):
    """4 kB that make other readers take 5.6 GB."""
    path = tmp_path / "ver.xlsx"
    path.write_bytes(
        book({"gemeenten": [["gemeentecode"]]}, lambda _, sheets: sheets["gemeenten"].write(1048575, 16383, 1))
    )
    code = (
        "import sys, time; from pathlib import Path; from inputs.xlsxfile import read_workbook\n"
        "before = time.perf_counter()\n"
        "try: read_workbook(Path(sys.argv[1]).read_bytes(), 'ver.xlsx')\n"
        "except Exception as error: print(error, time.perf_counter() - before)\n"
        "print(next(l.split()[1] for l in open('/proc/self/status') if l.startswith('VmHWM')))"
    )
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True)
    refused, peak = done.stdout.splitlines()

    assert refused.startswith("F.011 ver.xlsx:1048576")
    assert float(refused.split()[-1]) < 1
    assert int(peak) < 300_000


def test_a_sheet_with_two_far_cells_is_refused_before_its_rectangle_is_filled(write_book):
    started = time.perf_counter()
    path = write_book(
        gemeenten=[["gemeentecode"], *([] for _ in range(100))],
        change=lambda _, s: s["gemeenten"].write(900_000, 150, 1),
    )

    assert ("F.011", "casus.xlsx") in [row[:2] for row in told(path)]
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize("part", [b"<row ", b"<c ", b"<mergeCell ", b"<c x><f ", b'<row r="1"><c r="A1"><f>'])
def test_a_damaged_sheet_of_megabytes_is_looked_over_in_seconds(part):
    """Elements that never end: a pattern that looks for the end of each would take hours."""
    endless = {SHEET: lambda xml: xml[:400] + part * 400_000}
    data = repacked(book({"gemeenten": [["gemeentecode"]]}), endless, compression=zipfile.ZIP_STORED)
    started = time.perf_counter()
    with pytest.raises(InputProblems) as caught:
        read_workbook(data, "a.xlsx")

    assert [p.code for p in caught.value.problems] in (["F.024"], ["F.020"])
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    ("xml", "reach"),
    [
        (b"<x:row r='7'><x:c r='C7'/><x:c/></x:row>", (7, 4)),
        (b"<row/><row><c/><c r='B9'/></row><row><c/></row>", (10, 2)),
        (b"", (0, 0)),
    ],
)
def test_a_sheet_is_walked_through_as_a_parser_would(xml, reach):
    """The first ends at D7, the cell after C7; in the second B9 moves its row to 9, and another follows it."""
    assert walked(b"<s xmlns:x='x'>" + xml + b"</s>") == reach


def test_a_sheet_without_the_addresses_of_its_cells_is_read_in_order():
    data = repacked(
        book({"a": [["x", "y"], ["1", "2"]]}),
        {SHEET: lambda xml: xml.replace(b' r="A1"', b"").replace(b' r="B1"', b"")},
    )

    assert read_workbook(data, "a.xlsx")[0].cells[0] == ["x", "y"]
