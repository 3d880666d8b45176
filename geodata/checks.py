"""A table of borders is usable when each gemeente has one name and one valid area that fits its neighbours."""

import re
from collections.abc import Sequence

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from geodata.errors import GeodataError, problem
from geodata.merged import explained
from geodata.rd import in_rd

CODE_COLUMNS = ("statcode", "gemeentecode", "gm_code", "identificatie", "code", "regios")
"""Columns of gemeentecodes at CBS, PDOK and Kadaster, in lower case; the first one that reads as codes counts."""

NAME_COLUMNS = ("statnaam", "gemeentenaam", "naam", "gm_naam")
"""Columns of names at CBS, PDOK and Kadaster, in lower case."""

WATER_COLUMNS = ("water", "h2o")
"""Columns that say whether a row is water; only rows with NEE are land."""

YEAR_COLUMNS = ("jrstatcode",)
"""Columns of CBS whose codes begin with the year of the division, as in 2025GM0014."""

GAP_M = 1.0
"""Two areas nearer to each other than this, without touching, were meant to touch [m]."""


def without_water(frame: GeoDataFrame, bestand: str) -> GeoDataFrame:
    """Drop the rows that the file itself marks as water, and refuse a file (G.209) that marks all of them."""
    for column in _named(frame, WATER_COLUMNS):
        land = frame[frame[column].astype("string").str.upper().eq("NEE").fillna(False)]
        if land.empty and not frame.empty:
            raise GeodataError([problem("G.209 only_water", bestand=bestand, kolom=column)])
        frame = land
    return frame.reset_index(drop=True)


def check_years(frame: GeoDataFrame, bestand: str) -> None:
    """Refuse rows of different years (G.208), as a service gives them when it is not asked for one day."""
    found = years(frame)
    if len(found) > 1:
        raise GeodataError([problem("G.208 years_mixed", bestand=bestand, gevonden=found)])


def years(frame: GeoDataFrame) -> tuple[str, ...]:
    """Give the years that the year codes of CBS name, ascending; none where the file has no such codes."""
    values = [str(value).strip() for column in _named(frame, YEAR_COLUMNS) for value in frame[column]]
    return tuple(sorted({value[:4] for value in values if re.fullmatch(r"[0-9]{4}GM[0-9]{4}", value)}))


def code_column(frame: GeoDataFrame, bestand: str) -> tuple[str, list[str]]:
    """Find the column of gemeentecodes and write each as GM and four digits.

    Returns
    -------
    tuple
        Name of the column in lower case, and the codes in row order.

    Raises
    ------
    GeodataError
        G.201 without such a column, G.202 when none of them holds codes only.
    """
    found = _named(frame, CODE_COLUMNS)
    if not found:
        kolommen = tuple(str(column) for column in frame.columns)
        verwacht = " / ".join(CODE_COLUMNS)
        raise GeodataError(
            [problem("G.201 code_column_missing", bestand=bestand, gevonden=kolommen, verwacht=verwacht)]
        )
    for column in found:
        codes = [normalised(value) for value in frame[column]]
        if None not in codes:
            return column.lower(), [code for code in codes if code is not None]
    wrong = tuple(repr(value) for value in frame[found[0]] if normalised(value) is None)
    raise GeodataError([problem("G.202 code_unreadable", bestand=bestand, kolom=found[0], gevonden=wrong)])


def normalised(value: object) -> str | None:
    """Write a code as GM and four digits, or give nothing.

    >>> normalised("0363"), normalised("GM0363 "), normalised("363")
    ('GM0363', 'GM0363', None)
    """
    match = re.fullmatch(r"(?:GM)?([0-9]{4})", str(value).strip())
    return f"GM{match[1]}" if match else None


def name_column(frame: GeoDataFrame, bestand: str) -> list[str]:
    """Find the column of names; an absent name becomes an empty text, which ``check_codes`` refuses."""
    found = _named(frame, NAME_COLUMNS)
    if not found:
        kolommen = tuple(str(column) for column in frame.columns)
        verwacht = " / ".join(NAME_COLUMNS)
        raise GeodataError(
            [problem("G.206 name_column_missing", bestand=bestand, gevonden=kolommen, verwacht=verwacht)]
        )
    return ["" if pd.isna(value) else str(value).strip() for value in frame[found[0]]]


def check_codes(codes: Sequence[str], namen: Sequence[str], expected: Sequence[str], bestand: str) -> None:
    """Refuse codes that occur twice, are missing or extra, and rows without a name; all at once.

    Where a gemeente in the file has ended, it is also told when, and into which gemeenten of today it went.
    """
    counts = pd.Series(codes, dtype="string").value_counts()
    lists = {
        "G.203 code_twice": set(counts.index[counts > 1]),
        "G.204 codes_missing": set(expected) - set(codes),
        "G.205 codes_extra": set(codes) - set(expected),
        "G.207 name_empty": {code for code, naam in zip(codes, namen, strict=True) if not naam},
    }
    problems = [problem(code, bestand=bestand, codes=tuple(sorted(found))) for code, found in lists.items() if found]
    problems += explained(lists["G.205 codes_extra"], bestand)
    if problems:
        raise GeodataError(problems)


def check_polygons(frame: GeoDataFrame, codes: Sequence[str], bestand: str) -> None:
    """Refuse rows without an area, invalid areas, and areas that overlap or do not share their border exactly.

    Raises
    ------
    GeodataError
        G.301, else G.302, else G.303, else G.304, each with the gemeenten concerned.
    """
    shapes = in_rd(frame)
    names = np.array(codes)
    kinds = (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON)
    flat = ~np.isin(shapely.get_type_id(shapes), kinds) | shapely.is_empty(shapes)
    if flat.any():
        raise GeodataError([problem("G.301 geometry_not_polygon", bestand=bestand, codes=tuple(sorted(names[flat])))])
    invalid = ~shapely.is_valid(shapes)
    if invalid.any():
        reasons = shapely.is_valid_reason(shapes[invalid])
        found = tuple(sorted(f"{code}: {reason}" for code, reason in zip(names[invalid], reasons, strict=True)))
        raise GeodataError([problem("G.302 geometry_invalid", bestand=bestand, gevonden=found)])
    for code, gap in (("G.303 coverage_invalid", 0.0), ("G.304 coverage_gap", GAP_M)):
        apart = ~shapely.is_empty(shapely.coverage_invalid_edges(shapes, gap_width=gap))
        if apart.any():
            velden = {"breedte": f"{gap:g}"} if gap else {}
            raise GeodataError([problem(code, bestand=bestand, codes=tuple(sorted(names[apart])), **velden)])


def _named(frame: GeoDataFrame, wanted: Sequence[str]) -> list[str]:
    """Give the columns with one of the wanted names, in the order of the wanted names."""
    by_name = {str(column).lower(): str(column) for column in frame.columns}
    return [by_name[name] for name in wanted if name in by_name]
