"""A workbook is looked over before any parser opens it: its kind, its sizes, and what its sheets would hide."""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from xml.parsers import expat

from inputs.codes import Code
from inputs.problems import InputProblems, Problem
from inputs.repeated import unpacked
from inputs.sheet import MAX_CELLS, MAX_COLUMNS, MAX_ROWS

MAX_UNPACKED = 200_000_000
"""Most that a workbook may hold, unpacked; 30,000 households with all tables unpack to about 25 MB [bytes]."""
MAX_RATIO = 100
"""Most times that a part of a workbook may grow by unpacking; sheets grow five- to thirtyfold [1]."""
RATIO_FROM = 1_000_000
"""Size from which a part's ratio counts: a small part full of blanks harms nobody [bytes]."""
MAX_BOOK = 12_000_000
"""Most cells of all sheets together, each from A1 to its last row and column Z or beyond [cells]."""
MAX_PARTS = 1_000
"""Most parts of a workbook."""
OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""First bytes of .xls, and of a workbook that is closed with a password."""
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
NEEDED = re.compile(r"(?:\[Content_Types\]\.xml|_rels/.*|xl/(?:_rels/)?[^/]+\.(?:xml|rels)|xl/worksheets/.*)")
"""Parts that hold cells; drawings, comments and macros are not handed on."""
ROOT = re.compile(rb"<(\w+:)?worksheet\b")
ENCODING = re.compile(rb"""(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?\bencoding\s*=\s*["']([^"']*)""")
"""What an XML declaration says of its encoding; spreadsheet programs write UTF-8."""
TYPE = re.compile(rb"""\bt=["']\w+["']""")
FILLED_IN = "#FORMULE!"
"""What a cell reads whose formula was never worked out; it is no value, like the error values of spreadsheets."""


class Patterns:
    """What is looked for in the XML of a sheet, with the prefix that its elements have.

    Each pattern begins with a literal: searching 60 MB for one is ten times faster than for an optional prefix. None
    reads past the next ``<``: in a damaged sheet the end of an element may be megabytes away.
    """

    def __init__(self, prefix: bytes) -> None:
        p = re.escape(prefix)
        self.prefix = prefix
        self.row = re.compile(rb"<%srow(?=[\s/>])" % p)
        self.addressed_row = re.compile(rb'<%srow r="(\d+)"' % p)
        self.cell = re.compile(rb"<%sc(?=[\s/>])" % p)
        self.far_cell = re.compile(rb'<%sc r="([A-Za-z]{2,})\d+"' % p)
        self.row_of_cell = re.compile(rb'<%sc r="[A-Za-z]+(\d+)"' % p)
        self.hidden = re.compile(rb"""<%srow [^<>]*?\bhidden=["'](?:1|true)["']""" % p)
        self.error = re.compile(rb"""(<%sc [^<>]*?\bt=)(["'])e\2""" % p)
        self.formula = re.compile(rb"<%sf(?=[\s/>])" % p)
        self.merged = re.compile(rb"""<%smergeCell [^<>]*?\bref=["']([A-Z]+\d+):""" % p)
        self.no_result = re.compile(
            rb"<%(p)sc ([^<>]*)>\s*<%(p)sf\b(?:[^<>]*/>|[^<>]*>[^<]*</%(p)sf>)\s*"
            rb"(?:<%(p)sv\s*/>|<%(p)sv>\s*</%(p)sv>)?\s*</%(p)sc>" % {b"p": p}
        )


patterns = cache(Patterns)


@dataclass(frozen=True, slots=True)
class Looks:
    """What a sheet shows only to who looks for it.

    Attributes
    ----------
    hidden : int
        Hidden rows, by hand or by a filter [rows].
    formulas : int
        Cells with a formula [cells].
    merged : tuple of str
        First cell of each merged area, such as B4.
    """

    hidden: int
    formulas: int
    merged: tuple[str, ...]


def look_over(data: bytes, bestand: str) -> tuple[bytes, Mapping[str, Looks]]:
    """Refuse a workbook that no planner would send, and copy the rest as a parser may see it.

    Returns
    -------
    tuple
        The parts that hold cells, packed anew, with error values and formulas without a result as text; and what each
        sheet part hides, by the name of the part.

    Raises
    ------
    InputProblems
        When the file is of another kind, is damaged, or grows or reaches too far.
    """
    _refuse_kind(data, bestand)
    copy, looks, cells, strings = io.BytesIO(), dict[str, Looks](), 0, b""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book, zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as clean:
            _refuse_sizes(book.infolist(), bestand)
            for part in book.infolist():
                if NEEDED.fullmatch(part.filename) and not part.is_dir():
                    content = book.read(part)
                    if _strange(content):
                        raise _stop(Code.WERKMAP_BESCHADIGD, bestand, gevonden=part.filename)
                    expat.ParserCreate().Parse(content, True)  # damaged XML may have two readings
                    if SHEET.fullmatch(part.filename) or b"sheetData" in content:
                        looks[part.filename], size = _look(content, bestand)
                        cells += size
                        content = _spoken(content)
                    elif b"<sst" in content[:5_000] or b":sst" in content[:5_000]:
                        strings += content
                    clean.writestr(zipfile.ZipInfo(part.filename), content)
            if cells > MAX_BOOK or unpacked(strings, (clean.read(name) for name in looks)) > MAX_UNPACKED:
                raise _too_large(bestand)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
        LookupError,
        expat.ExpatError,
    ) as error:
        raise _stop(Code.WERKMAP_BESCHADIGD, bestand, gevonden=type(error).__name__) from error
    return copy.getvalue(), looks


def _strange(content: bytes) -> bool:
    """Tell whether XML defines words of its own, or is no UTF-8: a parser would read other signs than were seen."""
    said = ENCODING.match(content)
    other = said is not None and said[1].lower() not in {b"utf-8", b"us-ascii", b"ascii"}
    return other or b"\0" in content[:200] or b"<!DOCTYPE" in content or b"<!ENTITY" in content


def _refuse_kind(data: bytes, bestand: str) -> None:
    """Refuse anything but a plain .xlsx, with the kind that was found."""
    if not data:
        raise _stop(Code.BESTAND_LEEG, bestand)
    if data.startswith(OLD_EXCEL):
        raise _stop(Code.WERKMAP_WACHTWOORD if ENCRYPTED in data else Code.WERKMAP_SOORT, bestand, soort="xls")
    if not data.startswith(b"PK"):
        start = data[:200].lstrip(b"\xef\xbb\xbf \r\n\t")
        raise _stop(Code.WERKMAP_SOORT, bestand, soort="HTML / XML" if start.startswith(b"<") else "?")


def _refuse_sizes(parts: list[zipfile.ZipInfo], bestand: str) -> None:
    """Refuse by the directory of the archive alone, before a byte is unpacked."""
    names = {part.filename for part in parts}
    if "mimetype" in names or "content.xml" in names:
        raise _stop(Code.WERKMAP_SOORT, bestand, soort="ods")
    if any(name.endswith(("vbaProject.bin", "workbook.bin")) for name in names):
        raise _stop(Code.WERKMAP_SOORT, bestand, soort="xlsm / xlsb")
    strange = [
        name for name in names if name.startswith("/") or ".." in name.split("/") or name.endswith((".zip", ".xlsx"))
    ]
    if strange or len(parts) > MAX_PARTS or len(names) < len(parts):
        raise _stop(Code.WERKMAP_BESCHADIGD, bestand, gevonden=min(strange, default="zip"))
    if not any(SHEET.fullmatch(name) for name in names):
        raise _stop(Code.WERKMAP_SOORT, bestand, soort="zip")
    grown = [p for p in parts if p.file_size > RATIO_FROM and p.file_size > MAX_RATIO * max(p.compress_size, 1)]
    if grown or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise _too_large(bestand)


def _patterns(content: bytes) -> Patterns:
    """Give the patterns for the prefix of a sheet's elements."""
    root = ROOT.search(content, 0, 5_000)
    return patterns((root[1] or b"") if root else b"")


def _look(content: bytes, bestand: str) -> tuple[Looks, int]:
    """Count what a sheet hides, and its cells from A1 on; refuse one that reaches too far."""
    find = _patterns(content)
    last, width = _reach(content, find)
    if last > MAX_ROWS:
        raise _stop(Code.TE_VEEL_REGELS, bestand, last, hoogstens=MAX_ROWS)
    if width > MAX_COLUMNS:
        raise _stop(Code.TE_VEEL_KOLOMMEN, bestand, hoogstens=MAX_COLUMNS)
    if last * width > MAX_CELLS:
        raise _stop(Code.TE_VEEL_REGELS, bestand, last, hoogstens=MAX_CELLS // width)
    merged = tuple(cell.decode() for cell in find.merged.findall(content))
    return Looks(len(find.hidden.findall(content)), len(find.formula.findall(content)), merged), last * width


def _reach(content: bytes, find: Patterns) -> tuple[int, int]:
    """Give the last row and column that a parser would make room for.

    The XML is known to be well formed, so that no element has an attribute twice. Where every row and cell begins with
    its address, as spreadsheet programs write them, patterns are enough: a ``<`` never stands in a text. Any other
    sheet is walked through element by element.
    """
    rows = [int(row) for row in find.addressed_row.findall(content)]
    cells = len(find.cell.findall(content))
    if (
        len(rows) < len(find.row.findall(content))
        or content.count(b'<%sc r="' % find.prefix) < cells
        or b"<!" in content
    ):
        return walked(content)
    furthest = max((_column(column) for column in set(find.far_cell.findall(content))), default=26)
    return _last_row(content, find, max(rows, default=0), furthest), furthest


def _last_row(content: bytes, find: Patterns, last: int, width: int) -> int:
    """Give the last row, counting cells that say that they stand in another row than the one around them.

    A parser takes their word: a cell A444444444 in row 6 makes it ask for more memory than any machine has, and the
    whole program ends. Where no cell has a longer number and ten times the rows still fit, they are not counted.
    """
    digits = len(str(last))
    longer = re.search(rb'<%sc r="[A-Za-z]+\d{%d}' % (find.prefix, digits + 1), content)
    if longer is None and 10**digits * width <= MAX_CELLS:
        return last
    return max(last, *map(int, set(find.row_of_cell.findall(content))))


def walked(content: bytes) -> tuple[int, int]:
    """Give the last row and column of a sheet, counting on where an element has no address of its own."""
    last = {"row": 0, "column": 0, "rows": 0, "columns": 0}

    def element(name: str, attributes: dict[str, str]) -> None:
        kind, address = name.rpartition(":")[2], attributes.get("r", "")
        if kind == "row":
            last["row"] = int(address) if address else last["row"] + 1
            last["column"] = 0
        elif kind == "c":
            letters = address.rstrip("0123456789").encode()
            last["column"] = _column(letters) if letters else last["column"] + 1
            last["row"] = max(last["row"], int(address[len(letters) :] or 0))
        last["rows"], last["columns"] = max(last["rows"], last["row"]), max(last["columns"], last["column"])

    parser = expat.ParserCreate()
    parser.StartElementHandler = element
    parser.Parse(content, True)
    return last["rows"], last["columns"]


def _column(letters: bytes) -> int:
    """Give the number of a column.

    >>> _column(b"A"), _column(b"AA"), _column(b"XFD")
    (1, 27, 16384)
    """
    number = 0
    for letter in letters[:4].upper():
        number = 26 * number + letter - 64
    return number


def _spoken(content: bytes) -> bytes:
    """Turn error values, and formulas without a result, into text: a parser would pass over them as empty."""
    find = _patterns(content)
    if b't="e"' in content or b"t='e'" in content:
        content = find.error.sub(rb'\1"str"', content)
    return (
        find.no_result.sub(lambda cell: _unfinished(cell, find.prefix), content)
        if find.formula.search(content)
        else content
    )


def _unfinished(cell: re.Match[bytes], prefix: bytes) -> bytes:
    """Write the text for a formula that was never worked out."""
    names = {b"p": prefix, b"a": TYPE.sub(b"", cell[1]), b"t": FILLED_IN.encode()}
    return b'<%(p)sc %(a)s t="str"><%(p)sv>%(t)s</%(p)sv></%(p)sc>' % names


def _too_large(bestand: str) -> InputProblems:
    """Make the exception for a workbook that would fill the memory."""
    return _stop(Code.WERKMAP_TE_GROOT, bestand, grootste=f"{MAX_UNPACKED // 1_000_000} MB")


def _stop(
    code: Code, bestand: str, regel: int | None = None, kolom: str | None = None, **velden: str | int
) -> InputProblems:
    """Make the exception for a workbook that is not opened."""
    return InputProblems([Problem(code, bestand, regel, kolom, velden=velden)])
