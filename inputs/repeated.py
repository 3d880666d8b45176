"""A text that a workbook stores once may stand in many cells; unpacked, each of them has a copy."""

import re
from collections import Counter
from collections.abc import Iterable

LONG = 1_000
"""Texts below this are too short to fill the memory: eight million cells are the most of a workbook [bytes]."""
TEXT = re.compile(rb"<(?:\w+:)?si\b[^<>]*?(?:/>|>)")
"""Where a stored text begins."""
USE = re.compile(rb"""<(?:\w+:)?c [^<>]*?\bt=["']s["'][^<>]*>\s*<(?:\w+:)?v>(\d{1,10})<""")
"""A cell with a stored text, by its number."""


def unpacked(strings: bytes, sheets: Iterable[bytes]) -> int:
    """Count how much the long stored texts take when every cell has its own [bytes].

    >>> unpacked(b"<sst><si><t>" + b"x" * 2000 + b"</t></si></sst>", [b'<c r="A1" t="s"><v>0</v></c>'] * 3)
    6066
    """
    starts = [match.start() for match in TEXT.finditer(strings)]
    ends = [*starts[1:], len(strings)]
    long = {
        str(n).encode(): end - start
        for n, (start, end) in enumerate(zip(starts, ends, strict=True))
        if end - start > LONG
    }
    if not long:
        return 0
    uses = Counter(number for sheet in sheets for number in USE.findall(sheet) if number in long)
    return sum(long[number] * count for number, count in uses.items())
