"""The command ``sweep`` on the command line: what it takes, and what it prints."""

import sys
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from spreiding import options
from spreiding.help_nl import Opdracht
from spreiding.mistakes import DONE, INPUT_ERROR, NOT_PROVEN, SOLVER_FAILED, planners_mistakes
from spreiding.refusal import Refusal
from spreiding.words import Lang, say

if TYPE_CHECKING:
    from spreiding.sweep import Swept

HELP = "Reken een reeks scenario's of zaden door, en zet de uitkomsten naast elkaar."
TIME_LIMIT = 900.0
"""Safety net on the search of one item [s]."""
OURS = 1
"""Exit code of a mistake of our own."""
SweepFile = Annotated[Path | None, typer.Argument(metavar="SWEEP.toml", help="Wat er varieert (docs/reeksen.md).")]
SweepOut = Annotated[Path | None, typer.Option("--out", metavar="MAP", help="Map van de reeks; anders uitvoer/<naam>.")]
Processes = Annotated[
    int, typer.Option("--processen", metavar="AANTAL", help="Uitkomsten die tegelijk worden gerekend.")
]
Cluster = Annotated[
    str | None,
    typer.Option("--cluster", metavar="ADRES", help="Planner van een dask-cluster, zoals tcp://127.0.0.1:8786."),
]
SweepExample = Annotated[
    Path | None,
    typer.Option("--voorbeeld", metavar="BESTAND", help="Schrijf alleen een reeks die het front tekent."),
]


def add_sweep(app: typer.Typer) -> None:
    """Add the command to a program."""
    app.command(cls=Opdracht, help=HELP)(sweep)


def sweep(
    file: SweepFile = None,
    *,
    out: SweepOut = None,
    workers: Processes = 2,
    cluster: Cluster = None,
    time_limit: options.TimeLimit = TIME_LIMIT,
    example: SweepExample = None,
    lang: options.Lang = "nl",
    as_json: options.AsJson = False,
) -> None:
    """Run what a sweep asks for and is not there yet, and tell by the exit code whether all of it was done."""
    with planners_mistakes(lang, as_json=as_json, interrupted="sweep_interrupted"):
        from spreiding.sweep import Request
        from spreiding.sweep import sweep as run

        if (file is None) == (example is None):
            raise Refusal("sweep_file_or_example")
        if file is None:
            assert example is not None
            _write_example(example)
            print(say("sweep_example", lang, found=example))
            raise typer.Exit(DONE)
        place = out or Path("uitvoer") / file.stem
        swept = run(Request(file, place, workers, cluster, time_limit, lang))
    _show(swept, lang, as_json=as_json)
    raise typer.Exit(_exit_code(swept))


def _write_example(path: Path) -> None:
    """Write a sweep that draws the front of spreading against participation."""
    from spreiding.cases import write_file

    if path.exists():
        raise Refusal("file_exists", found=path)
    write_file(path, (files("spreiding") / "data" / "front.toml").read_bytes())


def _show(swept: "Swept", lang: Lang, *, as_json: bool) -> None:
    """Print how many items there are, what became of them, and what failed."""
    from reports.numbers import number
    from spreiding.output import print_json, print_rows
    from spreiding.sweep import PAGE

    rows, statuses = swept.rows.rows, [outcome.status for outcome in swept.outcomes.values()]
    failed = {row.naam: row.reason for row in rows if row.figures is None}
    counts = {"total": len(rows), "made": statuses.count("gedaan"), "there": statuses.count("er_al")}
    proved = sum(row.status == "bewezen" for row in rows)
    front = sum(map(len, swept.rows.fronts))
    page = str(swept.out / PAGE)
    if as_json:
        print_json({"out": str(swept.out), **counts, "failed": failed, "proved": proved, "front": front, "page": page})
        return
    for name, why in failed.items():
        print(say("sweep_failed", lang, name=name, why=why), file=sys.stderr)
    shown = {name: number(count, lang) for name, count in {**counts, "failed": len(failed)}.items()}
    done = number(len(rows) - len(failed), lang)
    print_rows(
        [
            (say("sweep_done", lang), say("sweep_counts", lang, **shown)),
            (say("sweep_proved", lang), say("sweep_proved_of", lang, proved=number(proved, lang), done=done)),
            (say("sweep_front", lang), number(front, lang)),
            (say("sweep_page", lang), page),
        ]
    )


def _exit_code(swept: "Swept") -> int:
    """Give the exit code: that of the worst failure, else 3 where a plan is not proved, else 0."""
    codes = {outcome.code for outcome in swept.outcomes.values() if outcome.status == "mislukt"}
    if codes:
        return next(code for code in (OURS, SOLVER_FAILED, INPUT_ERROR) if code in codes)
    return DONE if all(row.status == "bewezen" for row in swept.rows.rows) else NOT_PROVEN
