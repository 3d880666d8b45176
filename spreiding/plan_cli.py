"""The command ``plan``: arguments in, exit code out."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from spreiding import options
from spreiding.help_nl import Opdracht
from spreiding.mistakes import DONE, NOT_PROVEN, planners_mistakes
from spreiding.refusal import Refusal

HELP = "Plan de capaciteit over meer kwartalen: welke woningen waar en wanneer erbij, en wie er dan nog wacht."
Kwartalen = Annotated[
    int | None,
    typer.Option("--quarters", metavar="AANTAL", help="Kwartalen, 1 tot en met 12; anders het scenario, of 8."),
]
Niveau = Literal["laag", "basis", "hoog"]
Instroom = Annotated[Niveau, typer.Option("--instroom", metavar="laag|basis|hoog", help="Hoeveel mensen er bijkomen.")]
PlanOut = Annotated[
    Path | None, typer.Option("--out", metavar="MAP", help="Map voor het plan; anders uitvoer/plan_<naam>.")
]


def add_plan(app: typer.Typer) -> None:
    """Add the command to a program."""
    app.command(cls=Opdracht, help=HELP)(plan)


def plan(
    case: options.OptionalCase = None,
    *,
    example: options.Example = None,
    scenario: options.ScenarioFile = None,
    quarters: Kwartalen = None,
    instroom: Instroom = "basis",
    out: PlanOut = None,
    overwrite: options.Overwrite = False,
    lang: options.Lang = "nl",
    as_json: options.AsJson = False,
) -> None:
    """Plan the capacity of some kwartalen, and tell by the exit code whether the plan is proved."""
    from spreiding.plan import Wanted, make_plan, show_plan
    from spreiding.progress import progress_on_stderr

    with planners_mistakes(lang, as_json=as_json):
        if case is not None and example is not None:
            raise Refusal("case_or_example")
        name = example or "landelijk"
        place = out or Path("uitvoer") / f"plan_{case.resolve().stem if case else name}"
        wanted = Wanted(case, name, scenario, quarters, instroom, place, overwrite)
        with progress_on_stderr() as progress:
            made = make_plan(wanted, lang, progress)
        show_plan(made, lang, as_json=as_json)
    raise typer.Exit(DONE if made.proven else NOT_PROVEN)
