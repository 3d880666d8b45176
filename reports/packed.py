"""Rows with the same fields are kept as the names of the fields, once, and a list of values per row."""

from collections.abc import Mapping
from typing import Any

ROWS, FIELDS = "gemeenten", "velden"
"""Keys of the data of the map that hold the rows, and the names of their fields."""


def packed(data: Mapping[str, Any]) -> dict[str, Any]:
    """Write the names of the fields once; a page of 342 rows is much smaller for it.

    >>> packed({"gemeenten": [{"code": "GM0001", "elders": 2}]})
    {'gemeenten': [['GM0001', 2]], 'velden': ['code', 'elders']}
    """
    rows = data[ROWS]
    fields = list(rows[0]) if rows else []
    if any(list(row) != fields for row in rows):
        raise AssertionError("a row has other fields than the first")
    return {**data, ROWS: [list(row.values()) for row in rows], FIELDS: fields}


def unpacked(data: Mapping[str, Any]) -> dict[str, Any]:
    """Give every row its names back; data of earlier versions never lost them.

    >>> unpacked({"gemeenten": [["GM0001", 2]], "velden": ["code", "elders"]})["gemeenten"]
    [{'code': 'GM0001', 'elders': 2}]
    """
    if FIELDS not in data:
        return dict(data)
    return {**data, ROWS: [dict(zip(data[FIELDS], row, strict=True)) for row in data[ROWS]]}
