"""The command ``ledger``: what was realised is booked, and the next kwartaal opens with what this one closed with."""

import csv
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from inputs.case_text import Line, lines_of, table_text
from inputs.choices import BESTAND as SCENARIO
from inputs.csvfile import load
from inputs.found import LEDGER
from inputs.offer.basis import Basis, read_asked, read_basis
from inputs.parameters import BESTAND as PARAMETERS
from inputs.realised import Gerealiseerden, read_realised, refuse_other_case
from inputs.tables import TABLES
from optimizer.ledger import LedgerLine, follows
from optimizer.services import after
from reports.numbers import number
from reports.run_folder import write_run
from reports.run_reader import table
from reports.stored_run import StoredRun, read_run
from reports.tables import csv_text
from spreiding.output import print_json, print_rows
from spreiding.places import refuse_inside, refuse_own_files
from spreiding.refusal import Refusal
from spreiding.words import Lang, say

COLUMNS = ("kwartaal", "gemeentecode", "naam", "beginstand", "kwijtgescholden", "sleutel", "afspraken", "gehuisvest")
BOOK = (*COLUMNS, "eindstand", "gepland", "bron")
"""Columns of the ledger [persons but for the first three and the last]."""
WRITTEN = frozenset((TABLES["gemeenten"].bestand, SCENARIO, PARAMETERS, LEDGER))
"""Every file that the basis of a kwartaal may hold."""
FORGIVEN = "kwijtgescholden"
"""Choice by which opening balances count no more."""
LINE = re.compile(r"""^[ \t]*["']?(kwartaal|opgave_personen)["']?[ \t]*=.*\n?""", re.MULTILINE)
"""A choice that holds for one kwartaal only."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is booked: a run, what was counted, the case of the run, and where the next basis goes."""

    run: Path
    realised: Path
    case: Path
    out: Path
    overwrite: bool


@dataclass(frozen=True, slots=True)
class Booked:
    """What was booked: the kwartaal, its lines, and what the plan had for each gemeente [persons]."""

    out: Path
    kwartaal: str
    lines: tuple[LedgerLine, ...]
    planned: Mapping[str, int]


def book(wanted: Wanted, lang: Lang) -> Booked:
    """Book what was realised and write the basis of the next kwartaal, whole or not at all.

    Raises
    ------
    InputProblems
        What was counted, or the case, has an error, or the case is not that of the run.
    Refusal
        The folder cannot be written there, or an earlier ledger does not close with what this kwartaal opens with.
    """
    _refuse(wanted)
    run = read_run(wanted.run, lang)
    basis = read_basis(wanted.case)
    refuse_other_case(basis.tables["gemeenten"], _inputs(run))
    counted = read_realised(wanted.realised, {g["gemeentecode"]: g["naam"] for g in run.gemeenten})
    kwartaal = str(run.manifest["scenario"]["kwartaal"])
    lines = ledger_lines(run, counted)
    files = _files(wanted, basis, counted, _Kwartaal(kwartaal, lines, run))
    _check(files)
    write_run(wanted.out, files, wanted.overwrite, lang, marker=LEDGER)
    planned = {g["gemeentecode"]: int(g["toegewezen_personen"]) for g in run.gemeenten}
    return Booked(wanted.out, kwartaal, lines, planned)


@dataclass(frozen=True, slots=True)
class _Kwartaal:
    """A kwartaal that is booked."""

    naam: str
    lines: tuple[LedgerLine, ...]
    run: StoredRun


def _refuse(wanted: Wanted) -> None:
    """Refuse, before reading, a place that is taken or holds what is read."""
    out = wanted.out
    refuse_inside(out, wanted.run, wanted.realised, wanted.case)
    if out.exists() or out.is_symlink():
        if not wanted.overwrite:
            raise Refusal("case_exists", found=out)
        if out.is_symlink() or not (out / LEDGER).is_file():
            raise Refusal("ledger_place", found=out, marker=LEDGER)
        refuse_own_files(out, WRITTEN)


def _inputs(run: StoredRun) -> set[str]:
    """Give the hashes of the files that a run was made from."""
    return {str(file["sha256"]) for file in run.manifest["invoer"]}


def ledger_lines(run: StoredRun, counted: Gerealiseerden) -> tuple[LedgerLine, ...]:
    """Write the line of each gemeente, in order of code; what counts is what was realised, not what was planned."""
    forgiven = run.manifest["scenario"]["achterstand"] == FORGIVEN
    return tuple(
        LedgerLine(
            g["gemeentecode"],
            opening := int(g["achterstand"]),
            int(g["sleutel_personen"]),
            int(g["afspraken_personen"]),
            counted.personen[g["gemeentecode"]],
            opening if forgiven else 0,
        )
        for g in run.gemeenten
    )


def _files(wanted: Wanted, basis: Basis, counted: Gerealiseerden, now: _Kwartaal) -> dict[str, str | bytes]:
    """Write the basis of the next kwartaal: gemeenten with their new balances, the choices, and the ledger."""
    closing = {line.gemeentecode: line.closing for line in now.lines}
    told = f"achterstand: {LEDGER} {now.naam} ({counted.bestand})"
    rows = [
        Line(
            replace(
                line.row,
                achterstand=closing[line.row.gemeentecode],
                vorig_kwartaal_personen=counted.personen[line.row.gemeentecode],
                status=None,
            ),
            "; ".join(filter(None, (line.bron, told))),
            line.peildatum,
        )
        for line in lines_of(basis.tables["gemeenten"])
    ]
    files: dict[str, str | bytes] = {
        TABLES["gemeenten"].bestand: table_text(TABLES["gemeenten"], rows),
        SCENARIO: next_choices(basis.keuzes, after(now.naam)),
        LEDGER: _ledger(wanted.case, counted, now),
    }
    return files if basis.eigen_parameters is None else {**files, PARAMETERS: basis.eigen_parameters}


def next_choices(text: str, kwartaal: str) -> str:
    r"""Write the choices for another kwartaal; a number of persons that was asked of this one is left out.

    >>> next_choices('# keuzes\nkwartaal = "2026K4"\nopgave_personen = 90\nband = 0.05\n', "2027K1")
    '# keuzes\nkwartaal = "2027K1"\nband = 0.05\n'
    """
    head, table_mark, rest = _head(text)
    told = LINE.sub(lambda m: f'kwartaal = "{kwartaal}"\n' if m[1] == "kwartaal" else "", head)
    written = told + table_mark + rest
    before, now = tomllib.loads(text), tomllib.loads(written)
    if now != {name: v for name, v in before.items() if name != "opgave_personen"} | {"kwartaal": kwartaal}:
        raise Refusal("ledger_choices", found=SCENARIO)
    return written


def _head(text: str) -> tuple[str, str, str]:
    """Part the choices before the first table from the rest."""
    found = re.search(r"^[ \t]*\[", text, re.MULTILINE)
    return (text, "", "") if found is None else (text[: found.start()], found[0], text[found.end() :])


def _ledger(case: Path, counted: Gerealiseerden, now: _Kwartaal) -> str:
    """Write the ledger: what an earlier one in the case says, and this kwartaal below it."""
    earlier = _earlier(case if case.is_dir() else case.parent)
    _follow(earlier, now)
    names = {g["gemeentecode"]: (g["naam"], g["toegewezen_personen"]) for g in now.run.gemeenten}
    source = counted.bron or counted.bestand
    if now.run.manifest["synthetisch"] and "syntheti" not in source.casefold():
        source = f"synthetisch; {source}"
    rows = [
        (
            *(now.naam, line.gemeentecode, names[line.gemeentecode][0], line.opening, line.written_off, line.share),
            *(line.agreed, line.credited, line.closing, int(names[line.gemeentecode][1]), source),
        )
        for line in now.lines
    ]
    old = [tuple(row[name] for name in BOOK) for row in earlier]
    return csv_text(pd.DataFrame([*old, *rows], columns=list(BOOK)))


def _earlier(folder: Path) -> list[dict[str, str]]:
    """Read the ledger beside a case; none: this is the first kwartaal."""
    if not (folder / LEDGER).is_file():
        return []
    try:
        rows = table(load(folder, LEDGER))
        whole = bool(rows) and all(isinstance(row.get(name), str) for row in rows for name in BOOK)
    except (AttributeError, ValueError, csv.Error):
        whole = False
    if not whole:
        raise Refusal("ledger_unreadable", found=LEDGER)
    return rows


def _follow(earlier: list[dict[str, str]], now: _Kwartaal) -> None:
    """Refuse an earlier ledger that is no ledger, is of this kwartaal or later, or closes with other balances."""
    if not earlier:
        return
    try:
        last = max(row["kwartaal"] for row in earlier)
        before = tuple(_read(row) for row in earlier if row["kwartaal"] == last)
        wrong = [
            line.gemeentecode
            for line, row in zip(before, _of(earlier, last), strict=True)
            if str(line.closing) != row["eindstand"]
        ]
    except (KeyError, TypeError, ValueError):
        raise Refusal("ledger_unreadable", found=LEDGER) from None
    if after(last) != now.naam:
        raise Refusal("ledger_gap", last=last, now=now.naam)
    if wrong:
        raise Refusal("ledger_sum", found=", ".join(wrong))
    try:
        follows(before, now.lines)
    except ValueError as error:
        raise Refusal("ledger_breaks", last=last, now=now.naam, found=error) from None


def _of(rows: list[dict[str, str]], kwartaal: str) -> list[dict[str, str]]:
    return [row for row in rows if row["kwartaal"] == kwartaal]


def _read(row: Mapping[str, str]) -> LedgerLine:
    """Read a line of a ledger."""
    opening, off, share, agreed, credited = (
        int(row[name]) for name in ("beginstand", "kwijtgescholden", "sleutel", "afspraken", "gehuisvest")
    )
    return LedgerLine(row["gemeentecode"], opening, share, agreed, credited, off)


def _check(files: Mapping[str, str | bytes]) -> None:
    """Read the basis as ``template`` does, before it is written."""
    with TemporaryDirectory(prefix="spreiding-") as place:
        for name, content in files.items():
            Path(place, name).write_bytes(content if isinstance(content, bytes) else content.encode())
        read_asked(Path(place))


def show_booked(done: Booked, lang: Lang, *, as_json: bool) -> None:
    """Print the sums of the ledger, and what comes next."""
    total = {
        "beginstand": sum(line.opening for line in done.lines),
        "kwijtgescholden": sum(line.written_off for line in done.lines),
        "sleutel": sum(line.share for line in done.lines),
        "afspraken": sum(line.agreed for line in done.lines),
        "gehuisvest": sum(line.credited for line in done.lines),
        "eindstand": sum(line.closing for line in done.lines),
        "gepland": sum(done.planned.values()),
    }
    if as_json:
        print_json({"out": str(done.out), "kwartaal": done.kwartaal, "gemeenten": len(done.lines), **total})
        return
    print_rows([(say(f"ledger_{name}", lang), number(value, lang)) for name, value in total.items()])
    print(say("ledger_next", lang, found=done.out, now=done.kwartaal, next=after(done.kwartaal)))
