"""The command ``plan``: arguments in, exit code out."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from spreiding import options
from spreiding.help_nl import Opdracht
from spreiding.mistakes import DONE, NOT_PROVEN, planners_mistakes
from spreiding.refusal import Refusal
from spreiding.scenarios_cli import add_scenarios

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

Toets = Annotated[
    int | None,
    typer.Option("--toets", metavar="N", help="Toets vanaf wanneer de voorrang kan eindigen: N kwartalen op rij."),
]
Wachttijd = Annotated[
    bool,
    typer.Option("--wachttijd", metavar="", help="Tel in de toets mee wat op wachttijd of loting wordt toegewezen."),
]
Bouwplan = Annotated[
    str | None,
    typer.Option("--bouwplan", metavar="DOEL", help="Minste woningen voor een doel: weken14 of uitstroom=PERSONEN."),
]


def add_plan(app: typer.Typer) -> None:
    """Add the command to a program, and the one that sets plans side by side."""
    app.command(cls=Opdracht, help=HELP)(plan)
    add_scenarios(app)


def plan(
    case: options.OptionalCase = None,
    *,
    example: options.Example = None,
    scenario: options.ScenarioFile = None,
    quarters: Kwartalen = None,
    instroom: Instroom = "basis",
    toets: Toets = None,
    wachttijd: Wachttijd = False,
    bouwplan: Bouwplan = None,
    out: PlanOut = None,
    overwrite: options.Overwrite = False,
    lang: options.Lang = "nl",
    as_json: options.AsJson = False,
) -> None:
    """Plan the capacity of some kwartalen, and tell by the exit code whether the plan is proved."""
    from spreiding.plan import Wanted, make_plan, show_plan
    from spreiding.plan_goal import Asked, goal_of, make_goal, show_goal
    from spreiding.progress import progress_on_stderr

    with planners_mistakes(lang, as_json=as_json):
        if case is not None and example is not None:
            raise Refusal("case_or_example")
        if (toets is not None and bouwplan is not None) or (wachttijd and toets is None):
            raise Refusal("plan_one_question")
        kind = "toets" if toets is not None else "bouwplan" if bouwplan is not None else "plan"
        name = example or "landelijk"
        place = out or Path("uitvoer") / f"{kind}_{case.resolve().stem if case else name}"
        wanted = Wanted(case, name, scenario, quarters, instroom, place, overwrite)
        asked = Asked(toets, wachttijd, None if bouwplan is None else goal_of(bouwplan))
        with progress_on_stderr() as progress:
            if kind == "plan":
                made = make_plan(wanted, lang, progress)
            else:
                told = make_goal(wanted, asked, lang, progress)
        if kind == "plan":
            show_plan(made, lang, as_json=as_json)
        else:
            show_goal(told, lang, as_json=as_json)
    raise typer.Exit(DONE if (made if kind == "plan" else told).proven else NOT_PROVEN)
