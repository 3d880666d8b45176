"""All reports of one run, composed into its folder."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from geodata.geography import Geography
from inputs.case import Case
from inputs.messages import render
from inputs.problems import Problem
from optimizer.result import Allocation
from reports import geopackage, geoparquet
from reports.kaart import kaart
from reports.kpi_page import kpi_page
from reports.manifest import BOOK, run_json, warnings
from reports.run_folder import MANIFEST, write_run
from reports.tables import csv_files
from reports.words import Lang
from reports.workbook import workbook

PRICES = "prijzen.csv"
"""What one more home or place would change; making it takes longer than a small plan."""


def write_reports(  # noqa: PLR0913 - the parts of a run, each of another package
    case: Case,
    allocation: Allocation,
    geography: Geography,
    out: Path,
    runtime: Mapping[str, Any],
    lang: Lang = "nl",
    *,
    overwrite: bool = False,
    problems: Sequence[Problem] = (),
    remarks: Sequence[str] = (),
    light: bool = False,
) -> Path:
    """Write map, tables, workbook and manifest to ``out``; the folder appears whole or not at all.

    Parameters
    ----------
    problems : sequence of Problem
        What the reader of the case warned about; workbook and manifest keep it.
    remarks : sequence of str
        What else a reader must know of this run, in words.
    light : bool
        Whether map, workbook, files for a GIS and prices are left out, of a run that is one of many.
    """
    files: dict[str, str | bytes] = {
        **csv_files(case, allocation, lang),
        "kengetallen.html": kpi_page(case, allocation, lang),
    }
    if light:
        files.pop(PRICES, None)
    else:
        known = [*warnings(allocation, geography, lang), *remarks]
        files |= {
            BOOK: workbook(case, allocation, geography.herkomst, lang, problems=problems, remarks=known),
            geoparquet.NAME: geoparquet.geoparquet(case, allocation, geography, lang),
            geopackage.NAME: geopackage.geopackage(case, allocation, geography, lang),
            "kaart.html": kaart(case, allocation, geography, lang),
        }
    told = [*(render(problem, lang) for problem in problems), *remarks]
    manifest = run_json(case, allocation, geography, runtime, files, lang, told)
    return write_run(out, {**files, MANIFEST: manifest}, overwrite, lang)
