"""Every sheet of the workbook is there once, and those without a table of their own say what run.json says."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from verifier.book.cells import WORKBOOK, Line, Source, rows_differ
from verifier.book.measures import compared_sheet
from verifier.book.notes import check_notes, parameters_sheet, remarks_sheet
from verifier.book.overview import overview_sheet
from verifier.book.totals import area_sheet, national_sheet
from verifier.book.warnings import outcome_warnings
from verifier.finding import Finding, Told
from verifier.kpis import OLD_RULE
from verifier.manifest import RUN

BEFORE = ("overzicht", "landelijk", "provincies", "arbeidsmarktregios", "gemeenten", "koppelingen", "ongeplaatst")
EXPLAINED, AFTER = ("prijzen", "tekorten", "uitleg_gemeenten"), ("parameters", "meldingen", "toelichting")
HEAD = 1
"""Row of the headers in a sheet with a table."""


def check_book(source: Source, folder: Path, ranges: Mapping[str, tuple[float, float]]) -> Iterator[Finding]:
    """List every sheet that is missing or too many, and every cell of these sheets that differs."""
    words = source.words
    beside = ["vergelijkingen"] if source.run["baselines"].keys() - {OLD_RULE} else []
    names = [*BEFORE, *(name for name in EXPLAINED if (folder / f"{name}.csv").is_file()), *beside, *AFTER]
    sheets = [words(f"blad.{name}") for name in names]
    for name in source.sheets.keys() - set(sheets):
        yield Finding(WORKBOOK, name, "", name, Told("no_sheet"))
    for name in sorted(set(sheets) - source.sheets.keys()):
        yield Finding(WORKBOOK, name, "", Told("nothing"), Told("a_sheet", table="run.json"))
    if set(sheets) != source.sheets.keys():
        return
    if sheets != list(source.sheets):
        yield Finding(WORKBOOK, "", "", " ".join(source.sheets), " ".join(sheets))
    yield from _differ(source, "overzicht", overview_sheet(source), -1)
    yield from _differ(source, "landelijk", national_sheet(source))
    yield from _differ(source, "provincies", area_sheet(source, "provincie"))
    yield from _differ(source, "arbeidsmarktregios", area_sheet(source, "arbeidsmarktregio"))
    if beside:
        yield from _differ(source, "vergelijkingen", compared_sheet(source))
    yield from _differ(source, "parameters", parameters_sheet(source, ranges))
    yield from _differ(source, "meldingen", remarks_sheet(source))
    yield from check_notes(source)
    own = outcome_warnings(source.run, source.towns, words)
    if source.run["warnings"][: len(own)] != own:
        yield Finding(RUN, "", "warnings", " | ".join(source.run["warnings"]), " | ".join(own))


def _differ(source: Source, name: str, expected: list[Line], head: int = HEAD) -> Iterator[Finding]:
    sheet = source.words(f"blad.{name}")
    return rows_differ(sheet, source.sheets[sheet], expected, head)
