"""A workbook is looked over before any parser opens it: its kind, its sizes, and what its sheets would hide."""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from inputs.codes import Code
from inputs.problems import InputProblems, Problem
from inputs.sheet import MAX_COLUMNS, MAX_ROWS

MAX_UNPACKED = 200_000_000
"""Most that a workbook may hold, unpacked; 30,000 households with all tables unpack to about 25 MB [bytes]."""
MAX_RATIO = 100
"""Most times that a part of a workbook may grow by unpacking; sheets grow five- to thirtyfold [1]."""
RATIO_FROM = 1_000_000
"""Size from which a part's ratio counts: a small part full of blanks harms nobody [bytes]."""
MAX_CELLS = 6_000_000
"""Most cells of the rectangle that a sheet fills, empty ones too; a table of 245,000 scores has 1.5 million [cells]."""
MAX_PARTS = 1_000
"""Most parts of a workbook."""
OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""First bytes of .xls, and of a workbook that is closed with a password."""
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
NEEDED = re.compile(r"(?:\[Content_Types\]\.xml|_rels/.*|xl/(?:_rels/)?[^/]+\.(?:xml|rels)|xl/worksheets/.*)")
"""Parts that hold cells; drawings, comments and macros are not handed on."""
ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
NUMBER = re.compile(rb"""\br=["'](\d+)["']""")
HIDDEN = re.compile(rb"""\bhidden=["'](?:1|true)["']""")
CELL = re.compile(rb"""<(?:\w+:)?c(?=[\s/>])""")
COLUMN = re.compile(rb"""\br=["']([A-Z]+)\d+["']""")
ERROR_CELL = re.compile(rb"""(<(?:\w+:)?c\b[^>]*?\bt=)(["'])e\2""")
FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
NO_RESULT = re.compile(
    rb"<((?:\w+:)?c)\b([^>]*)>\s*<((?:\w+:)?f)\b(?:[^>]*/>|[^>]*>[^<]*</\3>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</\1>"
)
TYPE = re.compile(rb"""\bt=["']\w+["']""")
MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\b[^>]*\bref=["']([A-Z]+\d+):""")
FILLED_IN = "#FORMULE!"
"""What a cell reads whose formula was never worked out; it is no value, like the error values of spreadsheets."""


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
    copy, looks = io.BytesIO(), {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book, zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as clean:
            _refuse_sizes(book.infolist(), bestand)
            for part in book.infolist():
                if NEEDED.fullmatch(part.filename):
                    content = book.read(part)
                    if (
                        b"<!DOCTYPE" in content
                        or b"<!ENTITY" in content
                        or content.startswith((b"\xff\xfe", b"\xfe\xff"))
                    ):
                        raise _stop(Code.WERKMAP_BESCHADIGD, bestand, gevonden=part.filename)
                    if SHEET.fullmatch(part.filename):
                        looks[part.filename] = _look(content, bestand)
                        content = _spoken(content)
                    clean.writestr(zipfile.ZipInfo(part.filename), content)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise _stop(Code.WERKMAP_BESCHADIGD, bestand, gevonden=type(error).__name__) from error
    return copy.getvalue(), looks


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
        raise _stop(Code.WERKMAP_TE_GROOT, bestand, grootste=f"{MAX_UNPACKED // 1_000_000} MB")


def _look(content: bytes, bestand: str) -> Looks:
    """Count what a sheet hides; refuse one that reaches too far."""
    rows = list(ROW.finditer(content))
    numbers = (NUMBER.search(row[1]) for row in rows)
    last = max((int(found[1]) if found else n for n, found in enumerate(numbers, start=1)), default=0)
    if last > MAX_ROWS:
        raise _stop(Code.TE_VEEL_REGELS, bestand, last, hoogstens=MAX_ROWS)
    furthest = max(set(COLUMN.findall(content)), key=_column, default=b"A")
    starts = [*(row.end() for row in rows), len(content)]
    longest = max((len(CELL.findall(content, *span)) for span in pairwise(starts)), default=0)
    width = max(_column(furthest), longest)
    if width > MAX_COLUMNS:
        raise _stop(Code.TE_VEEL_KOLOMMEN, bestand, kolom=furthest.decode(), hoogstens=MAX_COLUMNS)
    if last * width > MAX_CELLS:
        raise _stop(Code.TE_VEEL_REGELS, bestand, last, hoogstens=MAX_CELLS // width)
    hidden = sum(HIDDEN.search(row[1]) is not None for row in rows)
    merged = tuple(cell.decode() for cell in MERGED.findall(content))
    return Looks(hidden, len(FORMULA.findall(content)), merged)


def _column(letters: bytes) -> int:
    """Give the number of a column.

    >>> _column(b"A"), _column(b"AA"), _column(b"XFD")
    (1, 27, 16384)
    """
    number = 0
    for letter in letters[:4]:
        number = 26 * number + letter - 64
    return number


def _spoken(content: bytes) -> bytes:
    """Turn error values, and formulas without a result, into text: a parser would pass over them as empty."""
    content = ERROR_CELL.sub(rb'\1"str"', content)
    return NO_RESULT.sub(_unfinished, content) if FORMULA.search(content) else content


def _unfinished(cell: re.Match[bytes]) -> bytes:
    """Write the text for a formula that was never worked out."""
    prefix = cell[1][:-1]
    attributes = TYPE.sub(b"", cell[2])
    return b'<%sc%s t="str"><%sv>%s</%sv></%sc>' % (
        prefix, attributes, prefix, FILLED_IN.encode(), prefix, prefix,
    )  # fmt: skip


def _stop(
    code: Code, bestand: str, regel: int | None = None, kolom: str | None = None, **velden: str | int
) -> InputProblems:
    """Make the exception for a workbook that is not opened."""
    return InputProblems([Problem(code, bestand, regel, kolom, velden=velden)])
