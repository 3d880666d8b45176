"""The bytes of a case and of a run become text and exact numbers, by a parser that the product does not share."""

import csv
import json
import tomllib
import unicodedata
from collections.abc import Container
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import Any

Row = dict[str, str]
RUNS_IN_A_SPREADSHEET = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")
"""Texts that begin so carry an apostrophe in a table of a run."""


def read_table(path: Path) -> list[Row]:
    """Read a CSV with ``;`` or ``,``, with or without a byte order mark; a missing file is an empty table."""
    if not path.is_file():
        return []
    text = unicodedata.normalize("NFC", path.read_bytes().decode("utf-8-sig"))
    sign = ";" if text.partition("\n")[0].count(";") else ","
    lines = list(csv.reader(text.splitlines(keepends=True), delimiter=sign))
    header, rows = lines[0], [line for line in lines[1:] if any(cell.strip() for cell in line)]
    return [{name: cell.strip(" ") for name, cell in zip(header, row, strict=True)} for row in rows]


def plain(cell: str, known: Container[str]) -> str:
    """Give the name in the case behind a text of a run: itself, or without the apostrophe put before it."""
    guarded = cell not in known and cell.startswith("'") and cell[1:].startswith(RUNS_IN_A_SPREADSHEET)
    return cell[1:] if guarded else cell


def whole(cell: str, empty: int | None = None) -> int:
    """Read a whole number; an empty cell is an error unless the table says what it means."""
    if not cell and empty is not None:
        return empty
    return int(cell)


def exact(cell: str) -> Fraction:
    """Read a number with a decimal comma or point, without rounding.

    >>> exact("0,3")
    Fraction(3, 10)
    """
    return Fraction(Decimal(cell.replace(",", ".")))


def read_toml(path: Path) -> dict[str, Any]:
    """Read TOML with every decimal as a fraction."""
    return tomllib.loads(path.read_bytes().decode("utf-8-sig"), parse_float=Fraction)


def read_json(path: Path) -> dict[str, Any]:
    """Read JSON."""
    content: dict[str, Any] = json.loads(path.read_bytes())
    return content


def digest(content: bytes) -> str:
    """Give the sha256."""
    return sha256(content).hexdigest()


def differs(file: str, key: str, name: str, found: object, expected: object) -> str:
    """Say what a file states and what the recount gives."""
    return f"{file} {key}: {name} = {found}, expected {expected}"


def compare(file: str, key: str, found: dict[str, Any], expected: dict[str, Any]) -> list[str]:
    """List every expected name of which the file states something else, or nothing."""
    return [
        differs(file, key, name, found.get(name, "nothing"), value)
        for name, value in expected.items()
        if found.get(name) != value
    ]


def close(found: object, expected: Fraction | float, relative: float = 1e-6) -> bool:
    """Say whether a number of the run is the recounted one, apart from how floats are summed."""
    if isinstance(found, bool) or not isinstance(found, int | float):
        return False
    return abs(float(found) - float(expected)) <= max(relative * abs(float(expected)), 1e-9)
