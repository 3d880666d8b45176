"""The command ``publish``: a signed decision in, public files out, and a report for the planner alone."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from optimizer.suppression.pattern import Pattern, UnprotectableError, hide
from optimizer.suppression.rounding import Protection
from optimizer.suppression.table import Table
from reports.publishing.beside import seen
from reports.publishing.decision import read_decision, refuse_other
from reports.publishing.errors import Fout, PublicationError
from reports.publishing.publication import Publication, publication, refuse_unprotectable
from reports.publishing.published import read_publication
from reports.publishing.report import SUFFIXES, Verslag, text_of, workbook_of
from reports.publishing.totals import read_run
from reports.run_folder import write_run
from spreiding.cases import write_file
from spreiding.output import print_json, print_rows
from spreiding.remarks import remark_leftovers
from spreiding.words import Lang, say


@dataclass(frozen=True, slots=True)
class Asked:
    """What the planner asks for on the command line.

    Attributes
    ----------
    decision : Path
        The signed decision.
    beside : tuple of Path
        Earlier publications.
    report : Path, optional
        Where the report for planners goes.
    drempel, afronding : int, optional
        Typed once more as a check on what was signed [persons]; so are ``eigenaar`` and ``vrijgave``.
    """

    run: Path
    out: Path
    decision: Path
    beside: tuple[Path, ...]
    report: Path | None
    drempel: int | None = None
    afronding: int | None = None
    eigenaar: str | None = None
    vrijgave: date | None = None


def publish_run(asked: Asked, lang: Lang, *, as_json: bool) -> None:
    """Publish a run and print what is hidden; nothing is written before the proof is there."""
    _refuse_places(asked)
    made = _made(asked)
    _write_report(asked.report, made, lang)
    try:
        write_run(asked.out, made.publication.files, lang=lang)
    except BaseException:
        for path in _report_files(asked.report):
            path.unlink(missing_ok=True)
        raise
    remark_leftovers(asked.out, lang)
    if as_json:
        print_json(_content(asked, made))
        return
    _show(asked, made, lang)


def _made(asked: Asked) -> Verslag:
    """Read what was signed and what was decided, choose what to hide, and prove it from the public bytes."""
    decision = read_decision(asked.decision)
    signed = {name: getattr(asked, name) for name in ("drempel", "afronding", "eigenaar", "vrijgave")}
    refuse_other(decision, signed, asked.decision)
    uitkomst = read_run(asked.run)
    earlier = [read_publication(folder) for folder in asked.beside]
    before = seen(uitkomst, decision, earlier)
    pattern = _pattern(before.table, decision.protection)
    hashes = [published.hash for published in earlier]
    files = publication(uitkomst, decision, before, pattern.hidden, hashes, asked.out)
    return Verslag(files, uitkomst, decision, pattern.minimal, before.earlier)


def _pattern(table: Table, protection: Protection) -> Pattern:
    """Choose what to hide."""
    try:
        return hide(table, protection)
    except UnprotectableError as error:
        raise refuse_unprotectable(error.cells) from error


def _refuse_places(asked: Asked) -> None:
    """Refuse a place for the public files or the report where they may not stand."""
    out, run = asked.out.resolve(), asked.run.resolve()
    if out.is_relative_to(run) or run.is_relative_to(out):
        raise PublicationError(Fout.MAP_IN_UITKOMST, map=asked.out)
    if asked.out.exists() or asked.out.is_symlink():
        raise PublicationError(Fout.MAP_BESTAAT, map=asked.out)
    for path in _report_files(asked.report):
        if path.suffix.lower() not in {*SUFFIXES, ".md"} or path.exists() or path.resolve().is_relative_to(out):
            raise PublicationError(Fout.VERSLAG_PLAATS, bestand=asked.report)


def _report_files(report: Path | None) -> tuple[Path, ...]:
    """List the files of a report: beside a CSV stands its summary."""
    if report is None:
        return ()
    return (report, report.with_suffix(".md")) if report.suffix.lower() == ".csv" else (report,)


def _write_report(report: Path | None, made: Verslag, lang: Lang) -> None:
    """Write the report for planners, where one was asked for."""
    if report is None:
        return
    if report.suffix.lower() == ".xlsx":
        write_file(report, workbook_of(made, lang))
        return
    for path, text in zip(_report_files(report), text_of(made, lang), strict=True):
        write_file(path, text.encode("utf-8"))


def _content(asked: Asked, made: Verslag) -> dict[str, object]:
    """Give for a program where the files are, how much is hidden and what was proved [persons]."""
    return {
        "publication": str(asked.out),
        "files": sorted(made.publication.files),
        "hidden": _counted(made.publication),
        "small": made.reasons["klein"],
        "least_room": made.least_room,
        "threshold": made.decision.drempel,
        "cheapest_proven": made.minimal,
        "beside": made.beside,
        "report": None if asked.report is None else str(asked.report),
    }


def _counted(made: Publication) -> dict[str, int]:
    """Count the hidden numbers of each kind of area."""
    return dict(sorted(Counter(hidden.bereik.soort for hidden in made.afgeschermd).items()))


def _show(asked: Asked, made: Verslag, lang: Lang) -> None:
    """Print the same for a reader."""
    hidden, least = _counted(made.publication), made.least_room
    gemeenten = hidden.pop("gemeente", 0)
    counts = {"gemeenten": gemeenten, "all": made.publication.gemeenten, "totals": sum(hidden.values())}
    room = "room_none" if least is None else "room_proved"
    rows = [
        ("published", str(asked.out)),
        ("hidden", say("hidden_numbers", lang, **counts, small=made.reasons["klein"])),
        ("room", say(room, lang, least=least, asked=made.decision.drempel)),
        ("cheapest", say("cheapest_proved" if made.minimal else "cheapest_open", lang)),
        *([("report", str(asked.report))] if asked.report else []),
    ]
    print_rows([(say(key, lang), text) for key, text in rows])
    if not asked.beside:
        print(say("nothing_beside", lang))
