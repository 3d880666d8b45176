"""Offer sheets as gemeenten send them back, filled in by a program from the rows of a case."""

import re
from xml.etree import ElementTree as ET

from books import book, repacked

from inputs.offer.book import Asked, offer_book
from inputs.offer.form import OFFER_ID, OWNER, asked, questions
from inputs.sheet import as_text

DAY = "2025-12-10"
ANSWERS = {"ingevuld_door": "afdeling Wonen", "datum_ingevuld": DAY}
ORDER = ["uitleg", "opgave", *OWNER]
"""Sheets of the template, in their order."""
SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEADING = ["gegeven", "waarde"]


def sheets_of(case, code, *, marks=True, **answers):
    """Give the sheets of a gemeente as rows of cells, with what the case has of it."""
    gemeente = next(g for g in case.gemeenten if g.gemeentecode == code)
    given = {"gemeentecode": code, "naam": gemeente.naam, "kwartaal": case.scenario.kwartaal, **ANSWERS, **answers}
    sheets = {"opgave": [HEADING, *([question.name, given.get(question.name, "")] for question in questions())]}
    for name, owner in OWNER.items():
        names = [kolom.name for kolom in asked(name)]
        rows = [row for row in getattr(case, name) if getattr(row, owner) == code]
        cells = [["" if (value := getattr(row, each)) is None else value for each in names] for row in rows]
        if not marks and name == "woningaanbod":
            cells = [[*row[: names.index(OFFER_ID)], ""] for row in cells]
        sheets[name] = [names, *cells]
    if len(sheets["woningaanbod"]) == 1:
        sheets["woningaanbod"].append(["sociale_huur", 1, 0, case.scenario.kwartaal, *[""] * 8])
    return sheets


def silent(*_):
    """Hear how many sheets were read, and say nothing."""


def send(folder, case, *codes, **answers):
    """Write the sheets of some gemeenten into a folder, and give the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for code in codes:
        (folder / f"opgave_{code}.xlsx").write_bytes(book(sheets_of(case, code, **answers)))
    return folder


def filled_template(case, code, terug, **answers):
    """Give the workbook that the gemeente was sent, with its cells filled in as a spreadsheet would save them."""
    gemeente = next(g for g in case.gemeenten if g.gemeentecode == code)
    template = offer_book(gemeente, Asked(case.scenario.kwartaal, terug), "nl")
    changes = {}
    for name, rows in sheets_of(case, code, marks=False, **answers).items():
        changes[f"xl/worksheets/sheet{ORDER.index(name) + 1}.xml"] = lambda xml, rows=rows: with_cells(xml, rows)
    return repacked(template, changes)


def with_cells(xml, rows):
    """Write rows into the XML of a sheet, below its header; a cell that is there keeps its format."""
    for prefix, space in re.findall(rb'xmlns:?(\w*)="([^"]+)"', xml[:1000]):
        ET.register_namespace(prefix.decode(), space.decode())
    tree = ET.fromstring(xml)  # noqa: S314  our own template
    data = tree.find(f"{{{SPACE}}}sheetData")
    for at, row in enumerate(rows[1:], start=2):
        line = next((each for each in data if each.get("r") == str(at)), None)
        if line is None:
            line = ET.SubElement(data, f"{{{SPACE}}}row", {"r": str(at)})
        old = {cell.get("r"): cell for cell in line}
        for column, value in zip("ABCDEFGHIJKLMNOP", row, strict=False):
            if value != "":
                _set(line, old, f"{column}{at}", as_text(value))
        line[:] = sorted(line, key=lambda cell: cell.get("r"))
    data[:] = sorted(data, key=lambda line: int(line.get("r")))
    return ET.tostring(tree, xml_declaration=True, encoding="UTF-8")


def _set(line, old, place, text):
    """Put a text in a cell."""
    cell = old.get(place)
    cell = ET.SubElement(line, f"{{{SPACE}}}c", {"r": place}) if cell is None else cell
    cell.set("t", "inlineStr")
    cell[:] = []
    ET.SubElement(ET.SubElement(cell, f"{{{SPACE}}}is"), f"{{{SPACE}}}t").text = text
