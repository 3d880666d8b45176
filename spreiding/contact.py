"""An empty table of the talks: every gemeente of a run, for the planner to fill in."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from inputs.contact import COLUMNS, STANDEN
from reports.stored_run import read_run
from reports.tables import csv_text
from spreiding.cases import write_file
from spreiding.output import print_json, print_rows
from spreiding.refusal import Refusal
from spreiding.words import Lang, say


def refuse_more(options: Mapping[str, object]) -> None:
    """Refuse options that ask for something else besides."""
    given = [name for name, value in options.items() if value]
    if given:
        raise Refusal("contact_alone", found=", ".join(given))


def write_empty(run: Path, out: Path, lang: Lang, *, as_json: bool) -> None:
    """Write a row for each gemeente of a run, as a proposal; a file that is there already is never replaced."""
    if out.suffix.lower() != ".csv":
        raise Refusal("contact_csv", found=out)
    if out.exists() or out.is_symlink():
        raise Refusal("contact_exists", found=out)
    rows = [(row["gemeentecode"], row["naam"], STANDEN[0], "", "") for row in read_run(run, lang).gemeenten]
    write_file(out, csv_text(pd.DataFrame(rows, columns=list(COLUMNS))).encode("utf-8"))
    if as_json:
        print_json({"run": str(run), "contact": str(out), "gemeenten": len(rows)})
        return
    print_rows([(say("contact_file", lang), str(out)), (say("contact_next", lang), say("contact_next_is", lang))])
