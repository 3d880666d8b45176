"""Bad inputs 47-52: workbooks that are too large, no workbooks, or have more in them than a table."""

import zipfile
from collections.abc import Callable

from bad_inputs.bad import Bad, Build, book, files
from books import case_book, repacked
from small_case import FILES

SHEET = "xl/worksheets/sheet1.xml"
SCHOOLS = [row.split(";") for row in FILES["onderwijs.csv"].splitlines()]
HEAD = b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


def small_book(change: Callable[..., object] | None = None, **sheets: object) -> bytes:
    """Give the small case as a workbook."""
    return case_book(FILES, change, **sheets)


def _with(change: Callable[..., object] | None = None, **sheets: object) -> Build:
    """Build the small case as a workbook with a change."""
    return book(lambda: small_book(change, **sheets))


def _packed(part: str, content: object, **how: object) -> Build:
    """Build the small case as a workbook with another part in it."""
    return book(lambda: repacked(small_book(), {part: content}, **how))


def _schools(call: str, *arguments: object) -> Build:
    """Build the workbook with something done to the sheet of school places."""
    return _with(lambda _, sheets: getattr(sheets["onderwijs"], call)(*arguments))


def _filtered(_, sheets) -> None:
    """Filter the sheet of school places to one gemeente."""
    sheet = sheets["onderwijs"]
    sheet.autofilter(0, 0, 4, 3)
    sheet.filter_column(0, "x == GM0363")
    for row in (3, 4):
        sheet.set_row(row, None, None, {"hidden": True})


def all_rows_of_excel() -> bytes:
    """Give a workbook with all 1,048,576 rows that a sheet can have."""
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, 1_048_577))
    return repacked(small_book(), {SHEET: HEAD + rows + b"</sheetData></worksheet>"})


def _too_much() -> bytes:
    """Give a workbook with more than 200 MB in it, of which the directory says so."""
    noise = bytes(range(256)) * 40_000
    parts = {f"xl/media/{n}.bin": noise for n in range(20)}
    return repacked(small_book(), parts, compression=zipfile.ZIP_DEFLATED)


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TABLE = "casus.xlsx[onderwijs]"
BADS = [
    Bad(
        47,
        "een cel in XFD1048576",
        "F.011",
        "casus.xlsx:1048576",
        _with(lambda _, sheets: sheets["gemeenten"].write(1_048_575, 16_383, 1)),
    ),
    Bad(48, "1.048.576 regels", "F.011", "casus.xlsx:1048576", book(all_rows_of_excel), large=True),
    Bad(49, "eigen woorden in XML (billion laughs)", "F.024", "casus.xlsx:", _packed(SHEET, lambda xml: DOCTYPE + xml)),
    Bad(49, "XML in UTF-16", "F.024", "casus.xlsx:", _packed(SHEET, lambda xml: xml.decode().encode("utf-16-le"))),
    Bad(
        49,
        "XML die zegt geen UTF-8 te zijn",
        "F.024",
        "casus.xlsx:",
        _packed("xl/workbook.xml", lambda xml: xml.replace(b"UTF-8", b"cp037")),
    ),
    Bad(50, "deel dat honderd keer groeit", "F.023", "casus.xlsx:", _packed("xl/theme/theme1.xml", b" " * 3_000_000)),
    Bad(50, "meer dan 200 MB", "F.023", "casus.xlsx:", book(_too_much)),
    Bad(50, "zip in de werkmap", "F.024", "casus.xlsx:", _packed("xl/inner.zip", b"PK")),
    Bad(50, "deel dat buiten de werkmap wijst", "F.024", "casus.xlsx:", _packed("../buiten.xml", b"<x/>")),
    Bad(51, ".xls in de map", "F.021", "gemeenten.xls:", files(**{"gemeenten.xls": OLD})),
    Bad(51, ".xls als casus", "F.021", "casus.xls:", book(lambda: OLD, "casus.xls")),
    Bad(51, ".ods als casus", "F.021", "casus.ods:", book(small_book, "casus.ods")),
    Bad(51, "macro's", "F.021", "casus.xlsx:", _packed("xl/vbaProject.bin", b"macro")),
    Bad(51, "wachtwoord", "F.022", "casus.xlsx:", book(lambda: OLD + "EncryptedPackage".encode("utf-16-le"))),
    Bad(51, "HTML die .xlsx heet", "F.021", "casus.xlsx:", book(lambda: b"<html><table></table></html>")),
    Bad(52, "formule", "W.546", f"{TABLE}:", _schools("write_formula", 1, 3, "=2+3", None, 5)),
    Bad(52, "#REF!", "F.202", f"{TABLE}:2  plaatsen = '#REF!'", _schools("write_formula", 1, 3, "=X", None, "#REF!")),
    Bad(52, "#N/B", "F.202", f"{TABLE}:2  plaatsen = '#N/B'", _schools("write", 1, 3, "#N/B")),
    Bad(52, "samengevoegde cellen", "F.025", f"{TABLE}:2", _schools("merge_range", 1, 0, 2, 0, "GM0363")),
    Bad(52, "verborgen regel", "W.545", f"{TABLE}:", _schools("set_row", 2, None, None, {"hidden": True})),
    Bad(52, "filter aan", "W.545", f"{TABLE}:", _with(_filtered)),
    Bad(52, "twee koppen onder elkaar", "F.028", f"{TABLE}:2", _with(onderwijs=[SCHOOLS[0], *SCHOOLS])),
    Bad(
        52,
        "tweede kop in andere woorden",
        "F.028",
        f"{TABLE}:2",
        _with(onderwijs=[SCHOOLS[0], ["Gemeentecode", "Soort", "kw", "aantal"], *SCHOOLS[1:]]),
    ),
    Bad(52, "titel boven de kop", "F.015", f"{TABLE}:2", _with(onderwijs=[["Schoolplaatsen"], *SCHOOLS])),
    Bad(52, "tweede blad", "W.543", "casus.xlsx[blad2]:", _with(blad2=[["x"]])),
    Bad(53, "getal als tekst met groen driehoekje", "", "", _schools("write_string", 1, 3, "5")),
]
