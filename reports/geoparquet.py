"""``gemeenten.parquet``: the table of gemeenten as GeoParquet that says unit and meaning of every column."""

from io import BytesIO

import pyarrow as pa
import pyarrow.parquet as pq

from geodata.geography import Geography
from inputs.case import Case
from optimizer.result import Allocation
from reports.columns import explained
from reports.geo_table import about, gemeenten_map
from reports.words import Lang

NAME = "gemeenten.parquet"
VERSION = "1.0.0"
"""GeoParquet of the file: what every reader of 1.x knows."""


def geoparquet(case: Case, allocation: Allocation, geography: Geography, lang: Lang = "nl") -> bytes:
    """Give the bytes of ``gemeenten.parquet``; the same run gives the same bytes."""
    plain = BytesIO()
    gemeenten_map(case, allocation, geography, lang).to_parquet(plain, index=False, schema_version=VERSION)
    table = pq.read_table(plain)
    fields = [_told(field, case, lang) for field in table.schema]
    metadata = {**(table.schema.metadata or {}), **about(case, geography, lang)}
    target = BytesIO()
    pq.write_table(pa.table(table.columns, schema=pa.schema(fields, metadata=metadata)), target)
    return target.getvalue()


def _told(field: pa.Field, case: Case, lang: Lang) -> pa.Field:
    """Give a column with its unit and description."""
    told = explained("gemeenten", field.name, case, lang)
    return field.with_metadata({"unit": told.unit, "description": told.meaning})
