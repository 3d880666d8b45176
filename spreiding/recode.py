"""The command ``recode``: a case of an earlier year is written again with the gemeenten of today, and told about."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from inputs.found import OVERGANG, SCENARIO_FILE
from inputs.messages import render
from inputs.parameters import BESTAND as PARAMETERS
from inputs.recode.carry import Carried, carry
from inputs.recode.draft import number
from inputs.recode.shares import read_shares, today
from inputs.recode.source import read_source
from inputs.recode.totals import ROWS
from inputs.tables import TABLES
from reports.run_folder import write_run
from spreiding.output import print_json, print_rows
from spreiding.places import refuse_inside, refuse_own_files
from spreiding.refusal import Refusal
from spreiding.words import Lang, say

WRITTEN = frozenset((*(table.bestand for table in TABLES.values()), SCENARIO_FILE, PARAMETERS, OVERGANG))
"""Every file that a case that was carried over may hold."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is carried over, where it is written, and the parts of divided gemeenten."""

    case: Path
    out: Path
    shares: Path | None
    overwrite: bool


def recode_case(asked: Request, lang: Lang, *, as_json: bool) -> None:
    """Carry a case over and print what was done; where nothing is of an earlier year, nothing is written.

    Raises
    ------
    InputProblems
        The case cannot be carried over.
    Refusal
        It cannot be written there.
    """
    _refuse(asked)
    walk = today() if asked.shares is None else read_shares(asked.shares, today())
    done = carry(read_source(asked.case), walk)
    if done.changed:
        write_run(asked.out, done.files(lang), asked.overwrite, lang, marker=OVERGANG)
    if as_json:
        print_json(content(done, asked, lang))
    elif done.changed:
        _show(done, asked, lang)
    else:
        print(say("recode_nothing", lang, found=asked.case))


def _refuse(asked: Request) -> None:
    """Refuse, before reading, a place that is taken and parts that are not there."""
    out = asked.out
    if out.resolve() == asked.case.resolve():
        raise Refusal("recode_same", found=out)
    if out.exists() or out.is_symlink():
        if not asked.overwrite:
            raise Refusal("run_exists", found=out)
        if out.is_symlink() or not (out / OVERGANG).is_file():
            raise Refusal("recode_place", found=out)
        refuse_own_files(out, WRITTEN)
    refuse_inside(out, asked.case, asked.shares)
    if asked.shares is not None and not asked.shares.is_file():
        raise Refusal("no_file", found=asked.shares)


def content(done: Carried, asked: Request, lang: Lang) -> dict[str, object]:
    """Give what was done for a program; sums as text, to the last digit."""
    return {
        "case": str(asked.case),
        "out": str(asked.out) if done.changed else None,
        "report": str(asked.out / OVERGANG) if done.changed else None,
        "merged": {code: list(new) for code, new in done.merged.items()},
        "changes": len(done.notes),
        "totals": [
            {
                "table": total.tabel,
                "column": total.kolom,
                "before": _figure(total.voor, "en"),
                "after": _figure(total.na, "en"),
                "left_out": _figure(total.weg, "en"),
            }
            for total in done.totals
        ],
        "warnings": [render(warning, lang) for warning in done.warnings],
    }


def _show(done: Carried, asked: Request, lang: Lang) -> None:
    """Print what was done, every sum before and after, and what to look at."""
    new = {code for codes in done.merged.values() for code in codes}
    left = [note.tabel for note in done.notes if note.wat == "blijft"]
    report = say("recoded_lines", lang, found=asked.out / OVERGANG, count=len(done.notes))
    rows = [
        (say("recoded", lang), say("recoded_count", lang, ended=len(done.merged), new=len(new))),
        (say("recoded_folder", lang), str(asked.out)),
        (say("recoded_report", lang), report),
    ]
    print_rows([*rows, *([(say("recoded_left", lang), ", ".join(left))] if left else [])])
    print()
    print_table([tuple(say("recoded_sums", lang).split()), *sums(done, lang)])
    print()
    for warning in done.warnings:
        print(render(warning, lang))
    print(say("recoded_next", lang, found=OVERGANG, folder=asked.out))


def sums(done: Carried, lang: Lang) -> list[tuple[str, ...]]:
    """Give each sum before and after as a row of text; a column that sums to 0 on both sides is left out."""
    shown = [total for total in done.totals if total.voor or total.na]
    return [
        (
            total.tabel,
            say("recoded_rows", lang) if total.kolom == ROWS else total.kolom,
            *(_figure(value, lang) for value in (total.voor, total.na, total.weg)),
        )
        for total in shown
    ]


def _figure(value: Fraction, lang: Lang) -> str:
    """Write a sum in full, with the decimal sign of a language."""
    text = number(value)
    return text if lang == "nl" else text.replace(",", ".")


def print_table(rows: list[tuple[str, ...]]) -> None:
    """Print rows in columns, numbers to the right."""
    widths = [max(len(row[k]) for row in rows) for k in range(len(rows[0]))]
    for row in rows:
        words = [
            cell.ljust(width) if k < 2 else cell.rjust(width)
            for k, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        print("  ".join(words).rstrip())
