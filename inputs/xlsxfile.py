"""The bytes of a workbook become a table of text for each sheet, with the row numbers that Excel shows."""

import io
import posixpath
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from inputs.codes import Code
from inputs.gate import Looks, look_over
from inputs.problems import InputProblems, Problem
from inputs.sheet import Means, Sheet, from_cells

REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
EXPLAINING = frozenset(("uitleg", "toelichting", "leesmij", "readme", "lijsten", "opmerkingen"))
"""Sheets that hold no table, and need no warning."""


@dataclass(frozen=True, slots=True)
class Blad:
    """A sheet of a workbook that may hold a table.

    Attributes
    ----------
    naam : str
        Name of the sheet as Excel shows it.
    cells : list of list of object
        Typed cells from A1 on.
    """

    naam: str
    visible: bool
    cells: Sequence[Sequence[object]]
    looks: Looks | None


def read_workbook(data: bytes, bestand: str) -> list[Blad]:
    """Read every sheet of a workbook.

    Raises
    ------
    InputProblems
        When the file is no plain workbook, is too large, or is damaged: see ``look_over``.
    """
    clean, looks = look_over(data, bestand)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(clean))
        parts = _parts(clean)
        return [
            Blad(
                sheet.name,
                sheet.visible is SheetVisibleEnum.Visible,
                book.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False),
                looks.get(parts.get(sheet.name, "")),
            )
            for sheet in book.sheets_metadata
            if sheet.typ is SheetTypeEnum.WorkSheet
        ]
    except (CalamineError, ET.ParseError, ValueError, KeyError, OSError) as error:
        raise InputProblems([Problem(Code.WERKMAP_BESCHADIGD, bestand, velden={"gevonden": str(error)})]) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # the parser's own way to fail; it derives from BaseException
            raise
        raise InputProblems([Problem(Code.WERKMAP_BESCHADIGD, bestand, velden={"gevonden": "panic"})]) from error


def table_of(blad: Blad, bestand: str, means: Means) -> Sheet:
    """Make a table of a sheet, with what a planner should know of it: hidden rows, formulas, merged cells."""
    sheet = from_cells(blad.cells, bestand, means)
    sheet.problems.extend(noticed(blad, bestand))
    return sheet


def noticed(blad: Blad, bestand: str) -> Iterator[Problem]:
    """Report a hidden sheet, what a sheet hides, and merged cells: only the first cell of those has a value."""
    if not blad.visible:
        yield Problem(Code.BLAD_VERBORGEN, bestand)
    if (looks := blad.looks) is None:
        return
    if looks.hidden:
        yield Problem(Code.REGELS_VERBORGEN, bestand, velden={"aantal": looks.hidden})
    if looks.formulas:
        yield Problem(Code.FORMULES, bestand, velden={"aantal": looks.formulas})
    for cell in looks.merged:
        regel = int("".join(sign for sign in cell if sign.isdigit()))
        yield Problem(Code.CELLEN_SAMENGEVOEGD, bestand, regel, velden={"cel": cell})


def _parts(clean: bytes) -> dict[str, str]:
    """Give the part of the archive that holds each sheet, by the name of the sheet."""
    with zipfile.ZipFile(io.BytesIO(clean)) as book:
        links = ET.fromstring(book.read("xl/_rels/workbook.xml.rels"))  # noqa: S314  the gate lets no DTD in
        at = {link.get("Id"): posixpath.join("/xl", link.get("Target", "")).lstrip("/") for link in links}
        sheets = ET.fromstring(book.read("xl/workbook.xml")).iter()  # noqa: S314  idem
        return {
            sheet.get("name", ""): at.get(sheet.get(REFERENCE), "") for sheet in sheets if sheet.tag.endswith("}sheet")
        }
