"""Ways to look into a workbook: its cells, and its XML where a reader of cells sees too little."""

import io
import posixpath
import re
import zipfile
from xml.etree import ElementTree as ET

from python_calamine import CalamineWorkbook

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def tree(text):
    """Read XML that this program wrote."""
    return ET.fromstring(text)  # noqa: S314  our own file


def sheets(content):
    """Give the rows of each sheet by its name."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def table(content, name):
    """Give the rows of a sheet with a table as dictionaries by header."""
    rows = sheets(content)[name]
    return [dict(zip(rows[1], row, strict=True)) for row in rows[2:] if any(cell != "" for cell in row)]


def parts(content):
    """Give the XML of a workbook by the name of its part."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def sheet_xml(content):
    """Give the XML of each sheet, with the parts that belong to it, by the name of the sheet."""
    found = parts(content)
    targets = _targets(found, "xl/workbook.xml")
    out = {}
    for sheet in tree(found["xl/workbook.xml"]).iter(f"{MAIN}sheet"):
        part = targets[sheet.get(f"{RELATION}id")]
        out[sheet.get("name")] = [found[part], *(found[name] for name in _targets(found, part).values())]
    return out


def notes(content):
    """Give the notes of each sheet by the cell that they stand at."""
    out = {}
    for name, xml in sheet_xml(content).items():
        comments = [part for part in xml if "<comments" in part]
        out[name] = {
            comment.get("ref"): "".join(comment.itertext())
            for part in comments
            for comment in tree(part).iter(f"{MAIN}comment")
        }
    return out


def number_format(content, sheet, cell):
    """Give the number format of a cell, as the file writes it; a built-in one by its number."""
    found = parts(content)
    styles = tree(found["xl/styles.xml"])
    own = {f.get("numFmtId"): f.get("formatCode") for f in styles.iter(f"{MAIN}numFmt")}
    formats = [own.get(xf.get("numFmtId"), xf.get("numFmtId")) for xf in styles.find(f"{MAIN}cellXfs")]
    style = re.search(rf'<c r="{cell}" s="(\d+)"', sheet_xml(content)[sheet][0])
    return formats[int(style[1])]


def _targets(found, part):
    """Give the parts that a part points at, by the id that it uses."""
    folder, name = posixpath.split(part)
    relations = found.get(f"{folder}/_rels/{name}.rels")
    if relations is None:
        return {}
    return {
        relation.get("Id"): posixpath.normpath(posixpath.join(folder, relation.get("Target").lstrip("/")))
        for relation in tree(relations)
        if relation.get("TargetMode") != "External"
    }
