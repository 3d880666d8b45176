"""A table of borders is usable when each gemeente has one name and one valid area that fits its neighbours."""

import re
from collections.abc import Sequence

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from geodata.errors import GeodataError, problem

CODE_COLUMNS = ("statcode", "gemeentecode", "gm_code", "identificatie", "code", "regios")
"""Columns of gemeentecodes at CBS, PDOK and Kadaster, in lower case; the first one that reads as codes counts."""

NAME_COLUMNS = ("statnaam", "gemeentenaam", "naam", "gm_naam")
"""Columns of names at CBS, PDOK and Kadaster, in lower case."""

WATER_COLUMNS = ("water", "h2o")
"""Columns that say whether a row is water; only rows with NEE are land."""


def without_water(frame: GeoDataFrame) -> GeoDataFrame:
    """Drop the rows that the file itself marks as water."""
    for column in _named(frame, WATER_COLUMNS):
        frame = frame[frame[column].astype("string").str.upper().eq("NEE").fillna(False)]
    return frame.reset_index(drop=True)


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


def year_of(frame: GeoDataFrame, bestand: str) -> int | None:
    """Give the year of the division that CBS writes before each code; none where the file names no year.

    Raises
    ------
    GeodataError
        G.208 when rows of several years stand together.
    """
    found = _named(frame, ("jrstatcode",))
    years = sorted({str(value)[:4] for value in frame[found[0]]}) if found else []
    if len(years) > 1:
        raise GeodataError([problem("G.208 years_mixed", bestand=bestand, gevonden=tuple(years))])
    return int(years[0]) if years and re.fullmatch(r"20\d\d", years[0], re.ASCII) else None


def check_codes(codes: Sequence[str], namen: Sequence[str], expected: Sequence[str], bestand: str) -> None:
    """Refuse codes that occur twice, are missing or extra, and rows without a name; all at once."""
    counts = pd.Series(codes, dtype="string").value_counts()
    lists = {
        "G.203 code_twice": set(counts.index[counts > 1]),
        "G.204 codes_missing": set(expected) - set(codes),
        "G.205 codes_extra": set(codes) - set(expected),
        "G.207 name_empty": {code for code, naam in zip(codes, namen, strict=True) if not naam},
    }
    problems = [problem(code, bestand=bestand, codes=tuple(sorted(found))) for code, found in lists.items() if found]
    if problems:
        raise GeodataError(problems)


def check_polygons(frame: GeoDataFrame, codes: Sequence[str], bestand: str) -> None:
    """Refuse rows without an area, invalid areas, and areas that overlap or do not share their border exactly.

    Raises
    ------
    GeodataError
        G.301, else G.302, else G.303, each with the gemeenten concerned.
    """
    shapes = frame.geometry.to_numpy()
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
    apart = ~shapely.is_empty(shapely.coverage_invalid_edges(shapely.force_2d(shapes)))
    if apart.any():
        raise GeodataError([problem("G.303 coverage_invalid", bestand=bestand, codes=tuple(sorted(names[apart])))])


def _named(frame: GeoDataFrame, wanted: Sequence[str]) -> list[str]:
    """Give the columns with one of the wanted names, in the order of the wanted names."""
    by_name = {str(column).lower(): str(column) for column in frame.columns}
    return [by_name[name] for name in wanted if name in by_name]
