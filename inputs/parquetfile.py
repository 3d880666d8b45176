"""The bytes of a Parquet file become a table of text; the file's own metadata is judged before its rows are read."""

import io
from collections.abc import Iterator
from typing import Any

from inputs.codes import Code
from inputs.problems import InputProblems, Problem
from inputs.sheet import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Means, Sheet, from_cells

MAX_UNPACKED = 200_000_000
"""Most that a file may hold, unpacked [bytes]."""


def read_parquet(data: bytes, bestand: str, means: Means) -> Sheet:
    """Read a table from Parquet, each cell as a planner would write it.

    Raises
    ------
    InputProblems
        When the file is damaged, too large, or has cells that hold lists.
    """
    import pyarrow as pa  # noqa: PLC0415  0.3 s that only a case with Parquet should pay
    from pyarrow import parquet  # noqa: PLC0415

    try:
        file = parquet.ParquetFile(io.BytesIO(data))
        _refuse_size(file.metadata, bestand)
        for field in file.schema_arrow:
            if pa.types.is_nested(field.type) or _is_bytes(pa.types, field.type):
                raise InputProblems([Problem(Code.PARQUET_CEL, bestand, kolom=field.name)])
        table = parquet.ParquetFile(io.BytesIO(data), read_dictionary=file.schema_arrow.names).read()
        columns = [_values(column) for column in table.columns]
    except (pa.ArrowException, OSError, ValueError, NotImplementedError, OverflowError) as error:
        raise InputProblems([Problem(Code.PARQUET_BESCHADIGD, bestand)]) from error
    return from_cells(_cells(table.column_names, columns), bestand, means)


def _is_bytes(types: Any, kind: object) -> bool:
    """Tell whether a column holds bytes, of whatever length."""
    return bool(types.is_binary(kind) or types.is_large_binary(kind) or types.is_fixed_size_binary(kind))


def _values(column: Any) -> list[object]:
    """Give the values of a column; a text that is stored once stays one text, however many rows have it.

    A damaged file may send a row to a text that is not there, or to the wrong one: the whole column is looked over.
    """
    column.validate(full=True)
    values: list[object] = []
    for chunk in column.chunks:
        if hasattr(chunk, "dictionary"):
            words = chunk.dictionary.to_pylist()
            values += [None if at is None else words[at] for at in chunk.indices.to_pylist()]
        else:
            values += chunk.to_pylist()
    return values


def _cells(names: list[str], columns: list[list[object]]) -> Iterator[list[object]]:
    """Walk over the header and the rows."""
    yield list(names)
    for row in zip(*columns, strict=True):
        yield list(row)


def _refuse_size(metadata: object, bestand: str) -> None:
    """Refuse by the metadata alone, before a row is unpacked."""
    rows, columns = metadata.num_rows, metadata.num_columns  # type: ignore[attr-defined]  # pyarrow has no types
    size = sum(metadata.row_group(n).total_byte_size for n in range(metadata.num_row_groups))  # type: ignore[attr-defined]
    most = min(MAX_ROWS, MAX_CELLS // max(columns, 1))
    if rows > most:
        raise InputProblems([Problem(Code.TE_VEEL_REGELS, bestand, rows, velden={"hoogstens": most})])
    if columns > MAX_COLUMNS:
        raise InputProblems([Problem(Code.TE_VEEL_KOLOMMEN, bestand, velden={"hoogstens": MAX_COLUMNS})])
    if size > MAX_UNPACKED:
        velden: dict[str, str | int] = {"grootste": f"{MAX_UNPACKED // 1_000_000} MB"}
        raise InputProblems([Problem(Code.BESTAND_TE_GROOT, bestand, velden=velden)])
