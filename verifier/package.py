"""The workbook is a package of plain values: no formula that a spreadsheet computes anew, and nothing out of size."""

import re
import zipfile
from pathlib import Path

from verifier.read import UnreadableError

MOST = 400_000_000
"""Most that the parts of a workbook are together, unpacked; of a national run they are 5 million [bytes]."""
AREA = 5_000_000
"""Most places of a sheet up to its last row and column: a reader makes a cell of each [cells]."""
SHEET = re.compile(rb"<(\w+:)?sheetData\b")
FORMULA = re.compile(rb"<(\w+:)?f[\s/>]")
PLACE = re.compile(rb"""\br\s*=\s*["']\$?([A-Za-z]*)\$?(\d+)["']""")
TWO_BYTES = (b"\xff\xfe", b"\xfe\xff")
"""How a part begins that is not written in UTF-8."""


def check_package(path: Path) -> None:
    """Refuse a workbook that shows other values than are stored in it, or that would fill the memory.

    Raises
    ------
    UnreadableError
        It is no package, too large, or has a formula.
    """
    try:
        with zipfile.ZipFile(path) as book:
            if sum(part.file_size for part in book.infolist()) > MOST:
                raise UnreadableError(path.name, 0, "", f"> {MOST} bytes")
            for part in book.namelist():
                _check_part(path.name, part, book.read(part))
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError) as error:
        raise UnreadableError(path.name, 0, "", str(error)[:80]) from error


def _check_part(file: str, name: str, content: bytes) -> None:
    """Look at one part; only that of a sheet has cells."""
    if content.startswith(TWO_BYTES):
        raise UnreadableError(file, 0, name, "UTF-16")
    if not SHEET.search(content):
        return
    if found := FORMULA.search(content):
        raise UnreadableError(file, 0, name, content[found.start() : found.start() + 40].decode("utf-8", "replace"))
    places = [(_column(letters), int(row)) for letters, row in PLACE.findall(content)]
    wide, high = (max((place[k] for place in places), default=0) for k in (0, 1))
    if wide * high > AREA:
        raise UnreadableError(file, 0, name, f"{high} x {wide}")


def _column(letters: bytes) -> int:
    """Give the number of a column, from 1 for A."""
    number = 0
    for sign in letters.upper():
        number = 26 * number + sign - ord("A") + 1
    return number
