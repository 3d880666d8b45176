"""What comes after a run: it is checked (``verify``, ``protocol``), and what became of it is booked (``ledger``)."""

from pathlib import Path
from typing import Annotated

import typer

from spreiding import options
from spreiding.help_nl import Opdracht
from spreiding.mistakes import CHECK_FAILED, DONE, planners_mistakes
from spreiding.sweep_cli import add_sweep

HELP = "Schrijf een controleprotocol: de aantallen van enkele gemeenten stap voor stap, om na te rekenen."
Codes = Annotated[
    list[str] | None,
    typer.Argument(metavar="[CODE...]", help="Gemeenten, zoals GM0363 GM0518; zonder: drie door het lot."),
]
ProtocolOut = Annotated[
    Path, typer.Option("--out", metavar="BESTAND", help="Nieuw bestand: een pagina (.html) of Markdown (.md).")
]
OUT = Path("controleprotocol.html")
"""Where a protocol goes when nothing is said."""


LEDGER_HELP = "Boek wat een kwartaal werd, en open het volgende met de eindstanden."
Realised = Annotated[
    Path, typer.Option("--gerealiseerd", metavar="BESTAND", help="Per gemeente de gehuisveste personen (CSV of .xlsx).")
]
LedgerCase = Annotated[Path, typer.Option("--casus", metavar="CASE", help="De casus waarmee de uitkomst is gemaakt.")]
LedgerOut = Annotated[
    Path, typer.Option("--out", metavar="MAP", help="Nieuwe map: de basis van het volgende kwartaal.")
]
VERIFY_HELP = "Controleer een uitkomst opnieuw, los van het programma dat haar maakte."


def add_controls(app: typer.Typer) -> None:
    """Add the commands to a program."""
    app.command(cls=Opdracht, help=VERIFY_HELP)(verify)
    app.command(cls=Opdracht, help=HELP)(protocol)
    app.command(cls=Opdracht, help=LEDGER_HELP)(ledger)
    add_sweep(app)


def verify(
    run: options.Run,
    *,
    case: options.VerifyCase = None,
    scenario: options.VerifyScenario = None,
    lang: options.Lang = "nl",
    as_json: options.AsJson = False,
) -> None:
    """Check a run folder by code that shares nothing with what made it."""
    with planners_mistakes(lang, as_json=as_json):
        from spreiding.verify import verify_run

        code = verify_run(run, case, scenario, lang, as_json=as_json)
    raise typer.Exit(code)


def protocol(
    run: options.Run,
    codes: Codes = None,
    *,
    out: ProtocolOut = OUT,
    overwrite: options.Overwrite = False,
    lang: options.Lang = "nl",
    as_json: options.AsJson = False,
) -> None:
    """Write a protocol from a run folder alone, and tell by the exit code whether every outcome agrees."""
    with planners_mistakes(lang, as_json=as_json):
        from spreiding.controle import Wanted, show_protocol, write_protocol

        written = write_protocol(Wanted(run, tuple(codes or ()), out, overwrite), lang)
        show_protocol(written, lang, as_json=as_json)
    raise typer.Exit(CHECK_FAILED if written.wijkt_af else DONE)


def ledger(
    run: options.Run,
    *,
    realised: Realised,
    case: LedgerCase,
    out: LedgerOut,
    overwrite: options.Overwrite = False,
    lang: options.Lang = "nl",
    as_json: options.AsJson = False,
) -> None:
    """Book what was realised, and write the basis of the next kwartaal."""
    with planners_mistakes(lang, as_json=as_json):
        from spreiding.ledger import Wanted, book, show_booked

        done = book(Wanted(run, realised, case, out, overwrite), lang)
    show_booked(done, lang, as_json=as_json)
