"""Which column of a table a header means: one of the catalogue, or of a table that stands apart from a case."""

from functools import cache

from inputs.headers import canonical
from inputs.sheet import Means
from inputs.suggest import plain
from inputs.tables import SOURCE_COLUMNS, TABLES, Table, columns


@cache
def means(table: Table) -> Means:
    """Give the function that turns a header into the column of this table that it means, or None.

    Case, blanks, accents and the signs between words make no difference.
    """
    if table.name in TABLES and TABLES[table.name] == table:
        return lambda header: canonical(header, table)
    known = {plain(name): name for name in (*(column.name for column in columns(table)), *SOURCE_COLUMNS)}
    return lambda header: known.get(plain(header))


@cache
def required(table: Table) -> frozenset[str]:
    """List the columns that a table must have."""
    return frozenset(column.name for column in columns(table) if column.required)
