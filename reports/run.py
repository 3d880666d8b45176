"""All reports of one run, composed into its folder."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from geodata.geography import Geography
from inputs.case import Case
from optimizer.result import Allocation
from reports.kaart import kaart
from reports.kpi_page import kpi_page
from reports.manifest import run_json
from reports.run_folder import MANIFEST, write_run
from reports.tables import csv_files
from reports.words import Lang
from reports.workbook import workbook


def write_reports(  # noqa: PLR0913 - the parts of a run, each of another package
    case: Case,
    allocation: Allocation,
    geography: Geography,
    out: Path,
    runtime: Mapping[str, Any],
    lang: Lang = "nl",
    *,
    overwrite: bool = False,
    warnings: Sequence[str] = (),
) -> Path:
    """Write map, tables, workbook and manifest to ``out``; the folder appears whole or not at all.

    Parameters
    ----------
    warnings : sequence of str
        What the reader of the case warned about, in words; the manifest keeps it.
    """
    files: dict[str, str | bytes] = {
        **csv_files(case, allocation, lang),
        "toewijzing.xlsx": workbook(case, allocation, geography.herkomst, lang),
        "kaart.html": kaart(case, allocation, geography, lang),
        "kengetallen.html": kpi_page(case, allocation, lang),
    }
    manifest = run_json(case, allocation, geography, runtime, files, lang, warnings)
    return write_run(out, {**files, MANIFEST: manifest}, overwrite, lang)
