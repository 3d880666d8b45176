"""The command ``spreiding``: arguments in, exit code out."""

import io
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import typer

from spreiding import options
from spreiding.control_cli import add_controls
from spreiding.geodata_cli import geodata
from spreiding.help_nl import Opdracht, Opdrachten
from spreiding.machine import machine_failed, short_of_memory
from spreiding.mistakes import DONE, INPUT_ERROR, NOT_PROVEN, SOLVER_FAILED, planners_mistakes
from spreiding.plan_cli import add_plan
from spreiding.refusal import Refusal
from spreiding.usage import explain_usage
from spreiding.words import Lang, say

TIME_LIMIT = 900.0
"""Safety net on the search; the national example needs a small part of it [s]."""

app = typer.Typer(
    cls=Opdrachten,
    help="Verdeel huishoudens van statushouders over gemeenten en woningen, met bewijs, uitleg en kaart.",
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(geodata, name="geodata")


@app.command(cls=Opdracht, help="Verdeel de huishoudens van één kwartaal en schrijf kaart en tabellen.")
def solve(
    case: options.OptionalCase = None,
    *,
    example: options.Example = None,
    scenario: options.ScenarioFile = None,
    out: options.Out = None,
    boundaries: options.Boundaries = None,
    schematic: options.Schematic = False,
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
    from spreiding.remarks import remark_case, remark_leftovers, remark_wide_gap
    from spreiding.run import Model, Request, run
    from spreiding.show import show_solved

    with planners_mistakes(lang, as_json=as_json):
        if case is not None and example is not None:
            raise Refusal("case_or_example")
        if boundaries is not None and schematic:
            raise Refusal("boundaries_or_schematic")
        name = example or "landelijk"
        out = out or Path("uitvoer") / (case.resolve().stem if case else name)
        request = Request(case, name, scenario, out, boundaries, gap, time_limit, overwrite, lang, workers)
        request = replace(request, model=Model(engine, force, write_lp), per_goal=per_goal, groups=groups, floor=floor)
        request = replace(request, schematic=schematic)
        remark_wide_gap(gap, lang)
        remark_case(case, example, lang)
        with progress_on_stderr() as progress:
            solved = run(request, progress)
    if solved is None:
        print(say("model_written", lang, found=write_lp))
        raise typer.Exit(DONE)
    for remark in solved.remarks:
        print(remark, file=sys.stderr)
    remark_leftovers(out, lang)
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
def template(
    out: options.TemplateDir,
    *,
    sender: options.Sender = "alle",
    basis: options.TemplateBasis = None,
    gemeenten: options.SomeGemeenten = None,
    back_before: options.BackBefore = None,
    lang: options.Lang = "nl",
) -> None:
    """Write a workbook for each kind of sender, or for each gemeente."""
    from spreiding.templates import OfferSheets, write_offers, write_templates

    with planners_mistakes(lang):
        offers = OfferSheets(basis, gemeenten, back_before)
        names = write_offers(out, offers, lang) if sender == "opgave" else write_templates(out, sender, offers, lang)
    print(say("templates_written", lang, found=out, names=_some(names)))


@app.command(cls=Opdracht, help="Zet een casus met gemeenten van een eerder jaar over naar die van 2026, met verslag.")
def recode(
    case: options.Case,
    *,
    out: options.RecodeOut,
    shares: options.Shares = None,
    overwrite: options.Overwrite = False,
    lang: options.Lang = "nl",
    as_json: options.AsJson = False,
) -> None:
    """Carry a case over to the gemeenten of today."""
    from spreiding.recode import Request, recode_case

    with planners_mistakes(lang, as_json=as_json):
        recode_case(Request(case, out, shares, overwrite), lang, as_json=as_json)


@app.command(cls=Opdracht, help="Verwijder uit een uitkomst wat over losse huishoudens gaat; run.json zegt wat weg is.")
def forget(run: options.Run, *, lang: options.Lang = "nl", as_json: options.AsJson = False) -> None:
    """Remove from a run folder what it holds of single households."""
    with planners_mistakes(lang, as_json=as_json):
        from spreiding.forget import forget_run

        forget_run(run, lang, as_json=as_json)


@app.command(cls=Opdracht, help="Schrijf uit de map van een uitkomst een blad per gemeente, of een site.")
def report(
    run: options.Run,
    *,
    sheets: options.Sheets = False,
    site: options.Site = False,
    out: options.SiteOut = None,
    overwrite: options.Overwrite = False,
    contact: options.Contact = None,
    empty: options.EmptyContact = None,
    workers: options.Drawers = 2,
    lang: options.Lang = "nl",
    as_json: options.AsJson = False,
) -> None:
    """Write the sheets and the site again from a run folder alone."""
    from spreiding.contact import refuse_more, write_empty
    from spreiding.progress import progress_on_stderr
    from spreiding.report import Wanted, show_written, write_again

    with planners_mistakes(lang, as_json=as_json):
        if empty is not None:
            refuse_more({"--bladen": sheets, "--site": site, "--out": out, "--contact": contact})
            write_empty(run, empty, lang, as_json=as_json)
            return
        wanted = Wanted(run, sheets or not site, site, out, overwrite, workers, contact)
        with progress_on_stderr() as progress:
            written = write_again(wanted, lang, progress)
    show_written(written, lang, as_json=as_json)


@app.command(cls=Opdracht, help="Verzamel de opgaven van gemeenten tot één casus, en noem wie ontbreekt.")
def collect(
    folder: options.Offers,
    *,
    basis: options.Basis,
    out: options.CollectOut,
    without_refused: options.WithoutRefused = False,
    problems: options.ProblemBook = None,
    overwrite: options.Overwrite = False,
    lang: options.Lang = "nl",
    as_json: options.AsJson = False,
) -> None:
    """Gather the offer sheets of gemeenten into one case."""
    from spreiding.cases import Report
    from spreiding.collect import Wanted
    from spreiding.collect import collect as gather
    from spreiding.progress import offers_read, progress_on_stderr
    from spreiding.show_collected import show_collected

    with planners_mistakes(lang, as_json=as_json):
        wanted = Wanted(folder, basis, out, without_refused, overwrite, Report(problems, overwrite))
        with progress_on_stderr() as progress:
            done = gather(wanted, lang, offers_read(progress, lang))
    show_collected(done, lang, as_json=as_json)


def _some(names: tuple[str, ...], most: int = 8) -> str:
    """Name some files, the first and the last where there are many."""
    return ", ".join(names) if len(names) <= most else f"{names[0]} ... {names[-1]} ({len(names)})"


@app.command(cls=Opdracht, help="Maak openbare bestanden per gemeente, met kleine aantallen afgeschermd en bewijs.")
def publish(
    run: options.Run,
    *,
    out: options.PublicOut,
    decision: options.Decision = Path("publicatie.toml"),
    beside: options.Beside = None,
    report: options.PublicReport = None,
    threshold: options.Threshold = None,
    rounding: options.Rounding = None,
    owner: options.Owner = None,
    release: options.Release = None,
    lang: options.Lang = "nl",
    as_json: options.AsJson = False,
) -> None:
    """Write public files of a run, or nothing."""
    with planners_mistakes(lang, as_json=as_json):
        from spreiding.publish import Asked, publish_run

        places = (run, out, decision, tuple(beside or ()), report)
        publish_run(Asked(*places, threshold, rounding, owner, release), lang, as_json=as_json)


@app.command(cls=Opdracht, help="Zet uitkomsten naast elkaar: wat verschilt, wat er is veranderd en waardoor.")
def compare(
    runs: options.Runs,
    *,
    out: options.CompareOut,
    boundaries: options.Boundaries = None,
    overwrite: options.Overwrite = False,
    lang: options.Lang = "nl",
    as_json: options.AsJson = False,
) -> None:
    """Compare run folders with the first of them."""
    with planners_mistakes(lang, as_json=as_json):
        from spreiding.compare import compare_runs

        compare_runs(runs, out, boundaries, lang, overwrite=overwrite, as_json=as_json)


add_controls(app)
add_plan(app)


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
    except (MemoryError, ImportError, OSError) as error:  # while a command is loaded, or its outcome printed
        text = machine_failed(error, lang)
        if text is None:
            raise
        print(text, file=sys.stderr)
        return SOLVER_FAILED if short_of_memory(error) else INPUT_ERROR
    return code or DONE


def _print_anything() -> None:
    """Print a letter that the terminal does not know as a question mark; a name never ends the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
