"""The command ``spreiding``: arguments in, exit code out."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import typer

from spreiding import options
from spreiding.help_nl import Opdracht, Opdrachten
from spreiding.refusal import Refusal
from spreiding.usage import explain_usage
from spreiding.words import Lang, say

DONE, INPUT_ERROR, NOT_PROVEN, SOLVER_FAILED, INTERRUPTED = 0, 2, 3, 5, 130
"""Exit codes; 1 is left to mistakes of our own, with their traceback, and 4 to a run that does not verify."""

TIME_LIMIT = 900.0
"""Safety net on the search; the national example needs a small part of it [s]."""

app = typer.Typer(
    cls=Opdrachten,
    help="Verdeel huishoudens van statushouders over gemeenten en woningen, met bewijs, uitleg en kaart.",
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.command(cls=Opdracht, help="Verdeel de huishoudens van één kwartaal en schrijf kaart en tabellen.")
def solve(
    case: options.OptionalCase = None,
    *,
    example: options.Example = None,
    scenario: options.ScenarioFile = None,
    out: options.Out = None,
    boundaries: options.Boundaries = None,
    gap: options.Gap = None,
    time_limit: options.TimeLimit = TIME_LIMIT,
    overwrite: options.Overwrite = False,
    workers: options.Workers = 2,
    engine: options.Engine = "matrix",
    force: options.Force = False,
    write_lp: options.WriteLp = None,
    per_goal: options.PerGoal = False,
    groups: options.Groups = None,
    floor: options.Floor = False,
    lang: options.Lang = "nl",
    as_json: options.AsJson = False,
) -> None:
    """Solve one quarter and tell by the exit code whether the plan is proved."""
    from spreiding.progress import progress_on_stderr
    from spreiding.remarks import remark_wide_gap
    from spreiding.run import Model, Request, run
    from spreiding.show import show_solved

    with planners_mistakes(lang, as_json=as_json):
        if case is not None and example is not None:
            raise Refusal("case_or_example")
        name = example or "landelijk"
        out = out or Path("uitvoer") / (case.resolve().stem if case else name)
        request = Request(case, name, scenario, out, boundaries, gap, time_limit, overwrite, lang, workers)
        request = replace(request, model=Model(engine, force, write_lp), per_goal=per_goal, groups=groups, floor=floor)
        remark_wide_gap(gap, lang)
        with progress_on_stderr() as progress:
            solved = run(request, progress)
    if solved is None:
        print(say("model_written", lang, found=write_lp))
        raise typer.Exit(DONE)
    for remark in solved.remarks:
        print(remark, file=sys.stderr)
    show_solved(solved, lang, as_json=as_json)
    raise typer.Exit(DONE if solved.allocation.as_asked else NOT_PROVEN)


@app.command(cls=Opdracht, help="Lees de tabellen en noem alle problemen in één keer.")
def check(
    case: options.Case,
    *,
    problems: options.ProblemBook = None,
    overwrite: options.Overwrite = False,
    lang: options.Lang = "nl",
    as_json: options.AsJson = False,
) -> None:
    """Read and check a case, and decide nothing."""
    from spreiding.cases import Report, check_case

    with planners_mistakes(lang, as_json=as_json):
        check_case(case, lang, as_json=as_json, report=Report(problems, overwrite))


@app.command(cls=Opdracht, help="Schrijf een voorbeeld met verzonnen huishoudens en woningen in echte gemeenten.")
def example(
    *,
    households: options.Households,
    seed: options.Seed,
    out: options.ExampleOut,
    gemeenten: options.Gemeenten = None,
    lang: options.Lang = "nl",
) -> None:
    """Write the tables of a synthetic case."""
    from spreiding.cases import write_new_example

    with planners_mistakes(lang):
        write_new_example(out, households=households, seed=seed, gemeenten=gemeenten)
    print(say("example_written", lang, found=out))


@app.command(cls=Opdracht, help="Schrijf lege Excel-sjablonen voor de tabellen, met lijsten, grenzen en uitleg.")
def template(out: options.TemplateDir, *, sender: options.Sender = "alle", lang: options.Lang = "nl") -> None:
    """Write a workbook for each kind of sender."""
    from spreiding.templates import write_templates

    with planners_mistakes(lang):
        names = write_templates(out, sender, lang)
    print(say("templates_written", lang, found=out, names=", ".join(names)))


@app.command(cls=Opdracht, help="Verwijder uit een uitkomst wat over losse huishoudens gaat; run.json zegt wat weg is.")
def forget(run: options.Run, *, lang: options.Lang = "nl", as_json: options.AsJson = False) -> None:
    """Remove from a run folder what it holds of single households."""
    with planners_mistakes(lang, as_json=as_json):
        from spreiding.forget import forget_run

        forget_run(run, lang, as_json=as_json)


@contextmanager
def planners_mistakes(lang: Lang, *, as_json: bool = False) -> Iterator[None]:
    """Turn a mistake that the planner can put right into words and exit code 2; solver fails: 5, Ctrl-C: 130."""
    try:
        yield
    except KeyboardInterrupt:
        print(say("interrupted", lang), file=sys.stderr)
        raise typer.Exit(INTERRUPTED) from None
    except Exception as error:
        from spreiding.explain import as_content, explain, solver_failed
        from spreiding.output import print_json

        text = explain(error, lang)
        if text is None:
            raise
        print(text, file=sys.stderr)
        if as_json:
            print_json(as_content(error, lang))
        raise typer.Exit(SOLVER_FAILED if solver_failed(error) else INPUT_ERROR) from None


def main() -> None:
    """Run the command line and leave with its exit code."""
    _print_anything()
    sys.exit(run_command(sys.argv[1:]))


def run_command(arguments: list[str]) -> int:
    """Run one command and give its exit code."""
    english = "--lang=en" in arguments or ("--lang", "en") in pairwise(arguments)
    lang: Lang = "en" if english else "nl"
    try:
        code = app(arguments or ["--help"], prog_name="spreiding", standalone_mode=False)
    except typer.TyperException as error:
        print(explain_usage(error, lang), file=sys.stderr)
        return INPUT_ERROR
    except Refusal as refusal:
        print(refusal.render(lang), file=sys.stderr)
        return INPUT_ERROR
    return code or DONE


def _print_anything() -> None:
    """Print a letter that the terminal does not know as a question mark; a name never ends the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
