"""Workbook and page of kengetallen show what tables and run.json say, in the words of the version that made them."""

from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType
from typing import Any

from verifier.book.cells import WORKBOOK
from verifier.checks import Check, looked_at
from verifier.finding import Told
from verifier.kpi_page import check_page
from verifier.read import read_table
from verifier.sheets import check_sheets

NAME = "report"
PRODUCT = "spreiding"
Ranges = Mapping[str, tuple[float, float]]
NO_RANGES: Ranges = MappingProxyType({})


def check_report(run: dict[str, Any], folder: Path, ranges: Ranges = NO_RANGES) -> Check:
    """Compare every sheet and every text of the page; of another version the words are not known here.

    Parameters
    ----------
    ranges : mapping
        Least and most of each parameter of the case; empty: they are not compared.
    """
    versions = run.get("versions")
    made_by = versions.get(PRODUCT) if isinstance(versions, dict) else None
    if made_by != version(PRODUCT):
        return Check(NAME, skipped=Told("other_version", made_by=made_by, here=version(PRODUCT)))
    towns = folder / "gemeenten.csv"
    if run.get("licht") is True and not (folder / WORKBOOK).exists():
        return looked_at(NAME, "files", folder, lambda: (1, [*check_page(run, read_table(towns), folder)]))
    return looked_at(
        NAME,
        "files",
        folder,
        lambda: (2, [*check_sheets(run, folder, ranges), *check_page(run, read_table(towns), folder)]),
    )
