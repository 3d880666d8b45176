"""The commands ``spreiding geodata``: what may be fetched from PDOK and CBS, the only commands that use a network."""

import typer

from spreiding import options
from spreiding.help_nl import Opdracht, Opdrachten
from spreiding.mistakes import planners_mistakes

geodata = typer.Typer(
    cls=Opdrachten,
    help="Haal officiële grenzen en cijfers op; alleen deze opdrachten gebruiken het netwerk.",
    add_completion=False,
)


@geodata.command(cls=Opdracht, help="Haal grenzen van PDOK (CBS en Kadaster, CC BY 4.0); solve gebruikt ze daarna.")
def download(
    *,
    year: options.Year = None,
    base: options.Base = None,
    collection: options.Collection = None,
    out: options.BordersOut = None,
    afresh: options.Afresh = False,
    lang: options.Lang = "nl",
    as_json: options.AsJson = False,
) -> None:
    """Fetch official borders."""
    with planners_mistakes(lang, as_json=as_json, interrupted="download_interrupted"):
        from spreiding.geodata_borders import Wish, fetch_borders

        fetch_borders(Wish(year, base, collection, out, afresh), lang, as_json=as_json)


@geodata.command(cls=Opdracht, help="Haal inwoners en regio's van CBS StatLine, als tabel om eerst na te kijken.")
def figures(
    *,
    year: options.Year = None,
    base: options.Base = None,
    table: options.StatLineTable = None,
    out: options.FiguresOut = None,
    afresh: options.Afresh = False,
    lang: options.Lang = "nl",
    as_json: options.AsJson = False,
) -> None:
    """Fetch inhabitants and regions of the gemeenten."""
    with planners_mistakes(lang, as_json=as_json):
        from spreiding.geodata_figures import Wish, fetch_figures

        fetch_figures(Wish(year, base, table, out, afresh), lang, as_json=as_json)
