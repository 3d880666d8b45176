"""What a forger adds, doubles or hides beside true numbers is found, with every hash forged."""

import re
import zipfile

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from books import repacked
from forgery import in_geopackage, in_map, in_row, manifest
from recount.tampering import change, sealed

from verifier.verify import Input, verify


def found(copy):
    """Check a run and give each difference as a line."""
    return [str(finding) for finding in verify(copy.run, Input(copy.case)).findings]


def again(table, *words, **changes):
    """Put a row a second time in a table, with some cells changed."""

    def tamper(run):
        change(run / table, lambda rows: rows.append({**rows[0], **changes}))
        return table, *words

    tamper.__name__ = f"{table} again {changes}"
    return tamper


def cell(table, column, value, word=""):
    """Write something in the first row of a table."""

    def tamper(run):
        change(run / table, lambda rows: rows[0].update({column: value}))
        return table, f"{column} = ", word

    tamper.__name__ = f"{table} {column}"
    return tamper


def no_source(table):
    def tamper(run):
        change(run / table, lambda rows: [row.update(bron="Nidos") for row in rows])
        return table, "bron = Nidos", "synthetic"

    tamper.__name__ = f"{table} without its source"
    return tamper


def a_column_more(run):
    path = run / "plaatsen.csv"
    first, *lines = path.read_text("utf-8").splitlines()
    path.write_text("\r\n".join([f"{first};definitief", *(f"{line};9" for line in lines), ""]), "utf-8", newline="")
    return "plaatsen.csv", "definitief"


def places_that_nobody_uses_gone(run):
    def drop(rows):
        rows.remove(next(row for row in rows if row["gebruikt"] == "0" != row["aangeboden"]))

    change(run / "plaatsen.csv", drop)
    return "plaatsen.csv", "nothing, expected a row"


def a_sign_that_looks_like_a_semicolon(run):
    path = run / "koppelingen.csv"
    path.write_bytes(path.read_text("utf-8").replace(";", "\N{GREEK QUESTION MARK}").encode())
    return ("koppelingen.csv",)


def a_gemeente_twice_in_the_map(run):
    in_map(run, lambda data: data["gemeenten"].insert(0, data["gemeenten"][0]))
    return "kaart.html", "11 gemeenten, 10 codes"


def a_name_twice_in_the_map(run):
    page = run / "kaart.html"
    page.write_text(page.read_text("utf-8").replace('id="gegevens">{', 'id="gegevens">{"opgave":999,'), "utf-8")
    return "kaart.html", "opgave x 2"


def other_data_behind_a_remark(run):
    page = run / "kaart.html"
    text = page.read_text("utf-8")
    data = re.search(r'<script type="application/json" id="gegevens">.*?</script>', text, re.DOTALL)[0]
    page.write_text(text.replace(data, f"<!--{data}-->{data.replace('Alblasserdam', 'Elders')}"), "utf-8")
    return "kaart.html", "2 x"


def in_the_map(field, edit):
    """Change what the map alone says of the first gemeente."""

    def tamper(run):
        in_map(run, lambda data: in_row(data, 0, **{field: edit}))
        return "kaart.html", "GM0482"

    tamper.__name__ = f"kaart.html {field}"
    return tamper


def the_opgave_of_the_map(run):
    in_map(run, lambda data: data.update(opgave=999))
    return "kaart.html", "opgave = 999"


def a_column_more_in_the_parquet(run):
    table = pq.read_table(run / "gemeenten.parquet")
    more = table.append_column("definitief", pa.array([9] * table.num_rows))
    pq.write_table(more, run / "gemeenten.parquet")
    return "gemeenten.parquet", "definitief"


def a_column_more_in_the_geopackage(run):
    in_geopackage(run, "ALTER TABLE gemeenten ADD COLUMN definitief INT DEFAULT 9")
    return "gemeenten.gpkg", "definitief"


def a_layer_more(run):
    in_geopackage(run, "CREATE TABLE besluit AS SELECT * FROM gemeenten")
    return "gemeenten.gpkg", "besluit"


def a_view_more(run):
    in_geopackage(run, "CREATE VIEW besluit AS SELECT fid, 9 AS doel_personen FROM gemeenten")
    return "gemeenten.gpkg", "besluit"


def workbook(sheet, change_xml, *words):
    """Change the sheet with some name."""

    def tamper(run):
        path = run / "toewijzing.xlsx"
        with zipfile.ZipFile(path) as book:
            names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
        part = f"xl/worksheets/sheet{names.index(sheet) + 1}.xml"
        path.write_bytes(repacked(path.read_bytes(), {part: change_xml}))
        return "toewijzing.xlsx", *words

    tamper.__name__ = f"toewijzing.xlsx {sheet} {' '.join(words)}"
    return tamper


def row_more(xml):
    """Add a row without a first cell."""
    return xml.replace(b"</sheetData>", b'<row r="13"><c r="J13"><v>999</v></c></row></sheetData>')


def column_more(xml):
    """Write a number right of the table."""
    return re.sub(rb'(<row r="3"[^>]*>.*?)</row>', rb'\1<c r="M3"><v>999</v></c></row>', xml, flags=re.DOTALL)


def far_cell(xml):
    """Write a cell in the last corner that a sheet can have."""
    return xml.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')


def formula(xml):
    """Let a spreadsheet compute another number than is stored."""
    return re.sub(rb'(<c r="B3"[^>]*>)<v>', rb"\1<f>999</f><v>", xml)


def baseline(edit, *words):
    return manifest(("run.json", *words), lambda run: edit(run["baselines"]))


def no_order(baselines):
    """Leave out the plan that the reader would compare with."""
    del baselines["volgorde"]


def all_is_proven(run):
    """Ask so little that any plan is within it."""
    run["scenario"]["gap"] = run["certificate"]["gap_asked"] = 10**9


TAMPERS = [
    again("geld.csv", "regeling", totaal="999"),
    again("geld.csv", "bonus", regeling="bonus"),
    cell("geld.csv", "woningen_gebruikt", "77"),
    cell("geld.csv", "geplaatste_personen", "77"),
    again("groottes.csv", "rows = 2"),
    again("plaatsen.csv", "rows = 2"),
    again("plaatsen.csv", "zorgplaats", soort="zorgplaats", aangeboden="0", gebruikt="0"),
    *(cell(table, "naam", "Elders") for table in ("plaatsen.csv", "geld.csv", "groottes.csv")),
    *(no_source(table) for table in ("bewijs.csv", "plaatsen.csv", "vergelijkingen.csv")),
    places_that_nobody_uses_gone,
    a_column_more,
    a_sign_that_looks_like_a_semicolon,
    a_gemeente_twice_in_the_map,
    a_name_twice_in_the_map,
    other_data_behind_a_remark,
    in_the_map("band_boven", lambda _: 99),
    in_the_map("woningen", lambda homes: [[*homes[0][:2], 9], *homes[1:]]),
    in_the_map("groottes", lambda sizes: [[*sizes[0][:2], 9], *sizes[1:]]),
    *(in_the_map("waarden", lambda texts, at=at: [*texts[:at], "77", *texts[at + 1 :]]) for at in (0, 2, 3, 6, 8, 9)),
    the_opgave_of_the_map,
    a_column_more_in_the_parquet,
    a_column_more_in_the_geopackage,
    a_layer_more,
    a_view_more,
    workbook("Gemeenten", row_more, "rows = 11"),
    workbook("Koppelingen", column_more, "999"),
    workbook("Koppelingen", far_cell, "1048576 x 16384"),
    workbook("Koppelingen", formula, "<f>999</f>"),
    baseline(no_order, "baselines", "volgorde"),
    baseline(lambda b: b["volgorde"]["goals"].append(b["volgorde"]["goals"][2]), "volgorde goals", "name"),
    baseline(lambda b: b["volgorde"]["goals"].pop(0), "volgorde goals", "name"),
    baseline(lambda b: b["volgorde"]["counts"].update(personen=1), "volgorde", "personen = 1"),
    manifest(("run.json", "scenario: gap = 1000000000"), all_is_proven),
    manifest(("run.json", "gewicht"), lambda run: run["scenario"].update(gewicht=9)),
    manifest(("run.json", "parameters", "x.y"), lambda run: run["parameters"].update({"x.y": {"waarde": 1}})),
    manifest(("run.json", "woonvormen", "tent"), lambda run: run["woonvormen"].update(tent=["gezin"])),
    manifest(("run.json", "counts", "extra"), lambda run: run["counts"].update(extra=9)),
    manifest(("run.json", "OverflowError"), lambda run: run["certificate"].update(objective=10**400)),
    manifest(("run.json", "NaN"), lambda run: run["certificate"].update(lp_value=float("nan"))),
]


@pytest.mark.parametrize("tamper", TAMPERS, ids=lambda tamper: tamper.__name__)
def test_what_is_added_doubled_or_hidden_is_found_and_named(tamper, copy):
    words = tamper(copy.run)
    sealed(copy.case, copy.run)

    lines = found(copy)

    assert any(all(word in line for word in words) for line in lines), lines[:20]
    assert not any("sha256" in line for line in lines), lines


def test_a_name_that_stands_twice_in_the_manifest_is_found(copy):
    path = copy.run / "run.json"
    path.write_text('{"counts": {"geplaatste_personen": 90},' + path.read_text("utf-8")[1:], "utf-8")

    assert found(copy) == ["run.json: cannot be read (counts x 2), expected something that can be read"]


def test_a_workbook_that_would_fill_the_memory_is_not_unpacked(copy, monkeypatch):
    monkeypatch.setattr("verifier.package.MOST", 10_000)

    assert "toewijzing.xlsx: cannot be read (> 10000 bytes), expected something that can be read" in found(copy)


def test_a_formula_on_a_sheet_that_is_not_compared_is_found_too(copy):
    workbook("Landelijk", lambda xml: re.sub(rb'(<c r="D3"[^>]*>)<v>', rb"\1<f>999</f><v>", xml))(copy.run)
    sealed(copy.case, copy.run)

    assert any("toewijzing.xlsx" in line and "<f>999</f>" in line for line in found(copy))
