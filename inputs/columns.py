"""Which column of a table a header means."""

from functools import cache

from inputs.sheet import Means
from inputs.suggest import plain
from inputs.tables import SOURCE_COLUMNS, Table, columns


@cache
def means(table: Table) -> Means:
    """Give the function that turns a header into the column of this table that it means, or None.

    Case, blanks, accents and the signs between words make no difference.
    """
    known = {plain(name): name for name in (*(column.name for column in columns(table)), *SOURCE_COLUMNS)}

    def column(header: str) -> str | None:
        return known.get(plain(header))

    return column


@cache
def required(table: Table) -> frozenset[str]:
    """List the columns that a table must have."""
    return frozenset(column.name for column in columns(table) if column.required)
