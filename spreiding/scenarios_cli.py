"""The command ``scenarios``: arguments in, exit code out."""

from pathlib import Path
from typing import Annotated

import typer

from spreiding import options
from spreiding.help_nl import Opdracht
from spreiding.mistakes import DONE, NOT_PROVEN, planners_mistakes

HELP = "Zet scenario's van een plan naast elkaar: opvang en inburgering na 4 en 12 kwartalen, met een waaier."
Files = Annotated[
    list[Path] | None,
    typer.Argument(metavar="CASE SCENARIO...", help="Map of werkmap met de tabellen, dan de bestanden met keuzes."),
]
Termijn = Annotated[int, typer.Option("--quarters", metavar="AANTAL", help="Kwartalen van de lange termijn.")]
Waaier = Annotated[
    int, typer.Option("--waaier", metavar="AANTAL", help="Trekkingen rond elk scenario; 0: geen waaier.")
]
Zaad = Annotated[int, typer.Option("--zaad", metavar="GETAL", help="Zelfde getal, zelfde trekkingen.")]
Processen = Annotated[int, typer.Option("--processen", metavar="AANTAL", help="Plannen die tegelijk worden opgelost.")]
ScenariosOut = Annotated[
    Path | None, typer.Option("--out", metavar="MAP", help="Map voor de uitkomst; anders uitvoer/scenarios_<naam>.")
]


def add_scenarios(app: typer.Typer) -> None:
    """Add the command to a program."""
    app.command(cls=Opdracht, help=HELP)(scenarios)


def scenarios(
    files: Files = None,
    *,
    example: options.Example = None,
    quarters: Termijn = 12,
    waaier: Waaier = 8,
    zaad: Zaad = 1,
    workers: Processen = 2,
    out: ScenariosOut = None,
    overwrite: options.Overwrite = False,
    lang: options.Lang = "nl",
    as_json: options.AsJson = False,
) -> None:
    """Set scenarios side by side, and tell by the exit code whether all are proved; an example needs no CASE."""
    from spreiding.progress import progress_on_stderr
    from spreiding.scenarios import Wanted, make_scenarios, show_scenarios

    with planners_mistakes(lang, as_json=as_json):
        case, chosen = (None, files or []) if example or not files else (files[0], files[1:])
        name = example or "landelijk"
        place = out or Path("uitvoer") / f"scenarios_{case.resolve().stem if case else name}"
        wanted = Wanted(case, name, tuple(chosen), quarters, waaier, zaad, workers, place, overwrite)
        with progress_on_stderr() as progress:
            made = make_scenarios(wanted, lang, progress)
        show_scenarios(made, lang, as_json=as_json)
    raise typer.Exit(DONE if made.proven else NOT_PROVEN)
