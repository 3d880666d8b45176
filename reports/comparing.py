"""Runs compared from their folders alone, and written to a folder of their own."""

import json
from pathlib import Path

import pandas as pd

from geodata.geography import Geography
from inputs.formulas import neutral
from reports.comparison import Comparison, content
from reports.comparison_page import comparison_page
from reports.differences import between
from reports.run_folder import write_run
from reports.run_reading import CAUSES, TOTAL, Town
from reports.source import synthetic_rows
from reports.tables import csv_text
from reports.words import words

PAGE, TABLE, MARKER = "vergelijking.html", "verschillen.csv", "vergelijking.json"
"""Files of a comparison; the last tells such a folder from any other."""
OWN = (TOTAL, "doel_personen", "woningen_aangeboden", "woningen_gebruikt")
"""Numbers of a gemeente that the table gives for every run [persons, homes]."""


def write_comparison(found: Comparison, geography: Geography, out: Path, *, overwrite: bool = False) -> Path:
    """Write page, table and content of a comparison; the folder appears whole or not at all."""
    files: dict[str, str | bytes] = {
        PAGE: comparison_page(found, geography),
        TABLE: csv_text(differences_frame(found)),
        MARKER: json.dumps(content(found), ensure_ascii=False, indent=2, allow_nan=False) + "\n",
    }
    return write_run(out, files, overwrite, found.lang, marker=MARKER)


def differences_frame(found: Comparison) -> pd.DataFrame:
    """Give a row per gemeente of any run: its numbers in each, and the differences with the first and their parts."""
    codes = sorted({code for run in found.runs.values() for code in run.gemeenten})
    rows = {code: _names(found, code) for code in codes}
    for letter, run in found.runs.items():
        for code, town in run.gemeenten.items():
            rows[code] |= {f"{name}_{letter}": town.getallen[name] for name in OWN}
            rows[code][f"bindende_regel_{letter}"] = neutral(town.bindende_regel)
    first = next(iter(found.runs.values()))
    for pair in found.paren:
        for v in between(first, found.runs[pair.dan]):
            start = f"verschil_{pair.dan}"
            rows[v.eerst.gemeentecode] |= {f"{start}_personen": v.personen}
            rows[v.eerst.gemeentecode] |= {f"{start}_{cause}": v.delen[cause] for cause in CAUSES}
            rows[v.eerst.gemeentecode][f"{start}_woningen_aangeboden"] = v.change("woningen_aangeboden")
    frame = pd.DataFrame(list(rows.values()), columns=_columns(found), dtype=object)
    frame["bron"] = _source(found)
    return frame


def _names(found: Comparison, code: str) -> dict[str, object]:
    """Give the names of a gemeente as the first run that has it gives them."""
    town: Town = next(run.gemeenten[code] for run in found.runs.values() if code in run.gemeenten)
    return {
        "gemeentecode": code,
        "naam": town.naam,
        "provincie": town.provincie,
        "arbeidsmarktregio": town.arbeidsmarktregio,
    }


def _columns(found: Comparison) -> list[str]:
    """List the columns: names, numbers of each run, differences of each pair."""
    names = ["gemeentecode", "naam", "provincie", "arbeidsmarktregio"]
    own = [f"{name}_{letter}" for letter in found.runs for name in (*OWN, "bindende_regel")]
    parts = ("personen", *CAUSES, "woningen_aangeboden")
    return [*names, *own, *(f"verschil_{pair.dan}_{part}" for pair in found.paren for part in parts)]


def _source(found: Comparison) -> str:
    """Give the text of the column ``bron``: every run by letter and name, synthetic data and scores from elsewhere."""
    told = words(found.lang)
    runs = [f"{letter} = {run.manifest['naam']}, {run.kwartaal}" for letter, run in found.runs.items()]
    return "; ".join([*(synthetic_rows(text, told) for text in found.synthetisch), *found.elders, *runs])
