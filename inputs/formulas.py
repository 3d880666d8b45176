"""Text in a CSV never runs in a spreadsheet: an apostrophe goes before it when written, and off when read."""

import re
from collections.abc import Sequence

SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")
"""A spreadsheet may run a text that starts so (CWE-1236)."""
NUMBER = re.compile(r"[+-]?[\d.,]+", re.ASCII)
"""What a spreadsheet reads as a number; it runs nothing."""
QUOTED = re.compile(f"'[{re.escape(''.join(SIGNS))}]")
"""What stands somewhere in any text that ``neutral`` changed."""


def neutral(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet might run, or that looks as if this had been done to it.

    >>> [neutral(text) for text in ("=1+1", "'=1+1", "'s-Gravenhage")]
    ["'=1+1", "''=1+1", "'s-Gravenhage"]
    """
    return "'" + text if text.lstrip("'").startswith(SIGNS) else text


def still(text: str) -> str:
    """Do so with a cell of a column of any kind; a number stays one.

    >>> [still(text) for text in ("=1+1", "-3", "- geen")]
    ["'=1+1", '-3', "'- geen"]
    """
    return text if NUMBER.fullmatch(text) else neutral(text)


def original(cell: str) -> str:
    """Give the text that ``neutral`` or ``still`` was given.

    >>> [original(cell) for cell in ("'=1+1", "''=1+1", "'s-Gravenhage", "-5")]
    ['=1+1', "'=1+1", "'s-Gravenhage", '-5']
    """
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(SIGNS) else cell


def originals(cells: Sequence[str]) -> list[str]:
    """Give the texts of a row."""
    return [original(cell) for cell in cells]
