"""The command ``geodata figures``: a table of gemeenten to review, and what differs from the embedded one."""

from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from geodata.figures import Vergelijking, as_csv, compare
from geodata.kept import Bron, Place, keep
from geodata.pdok import LICENTIE
from geodata.statline import BASE, TABLES, Table, Vraag, read_table
from inputs.facts import gemeenten_2026
from reports.numbers import number, percent
from spreiding.download_progress import download_progress
from spreiding.geodata_borders import content, facts_year, require_new, require_year
from spreiding.network import moment, network
from spreiding.output import print_json, print_rows
from spreiding.refusal import Refusal
from spreiding.words import Lang, say

SUFFIX = ".csv"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the planner asks for; none: the setting of the program."""

    year: int | None
    base: str | None
    table: str | None
    out: Path | None
    afresh: bool


def fetch_figures(wish: Wish, lang: Lang, *, as_json: bool) -> None:
    """Fetch a table, write it for review, and print what differs; nothing uses it before the planner does."""
    vraag = _vraag(wish)
    place = Place(wish.out or Path(f"gemeenten_{vraag.jaar}.csv"))
    require_new(place.bestand, SUFFIX, afresh=wish.afresh)
    with download_progress(lang) as tell:
        table = read_table(vraag, network(vraag.base, tell))
    bron = _keep(vraag, table, place)
    found = compare(table.gemeenten, gemeenten_2026())
    if as_json:
        print_json({**content(place, bron), "differences": asdict(found), "other_rows": table.overige})
        return
    print_rows(_rows(place, bron, table, found, lang))
    for line in _changes(found, lang):
        print(line)
    print(say("figures_unused", lang, found=place.bestand))


def _vraag(wish: Wish) -> Vraag:
    """Give the question; a year without a known table needs its number."""
    jaar = require_year(wish.year)
    table = wish.table or TABLES.get(jaar)
    if table is None:
        raise Refusal("table_unknown", found=jaar, years=", ".join(str(year) for year in TABLES))
    return Vraag(jaar, table, wish.base or BASE)


def _keep(vraag: Vraag, table: Table, place: Place) -> Bron:
    """Write the table with a note of its source."""
    now = moment()
    text = as_csv(vraag, table, now)
    naam = f"CBS StatLine {vraag.table}, Gebieden in Nederland {vraag.jaar} ({LICENTIE})"
    digest, url, count = sha256(text).hexdigest(), vraag.url("TypedDataSet"), len(table.gemeenten)
    bron = Bron(url, vraag.table, vraag.jaar, now, digest, count, LICENTIE, naam)
    keep(place, text, bron, lambda _: None)
    return bron


def _rows(place: Place, bron: Bron, table: Table, found: Vergelijking, lang: Lang) -> list[tuple[str, str]]:
    """Give what differs, in counts and names."""
    numbers = {"was": number(found.was, lang), "wordt": number(found.wordt, lang), "jaar": facts_year()}
    told = {
        "kept_file": str(place.bestand),
        "kept_source": bron.url,
        "kept_licence": f"{bron.licentie}; {bron.naamsvermelding}",
        "figures_count": number(bron.aantal, lang),
        "figures_other": number(table.overige, lang),
        "figures_new": ", ".join(found.nieuw) or "-",
        "figures_ended": ", ".join(found.vervallen) or "-",
        "figures_renamed": ", ".join(found.andere_naam) or "-",
        "figures_moved": ", ".join(found.andere_regio) or "-",
        "figures_total": say("figures_was_is", lang, **numbers),
    }
    return [(say(key, lang), text) for key, text in told.items()]


def _changes(found: Vergelijking, lang: Lang) -> list[str]:
    """Name the largest changes of inhabitants."""
    if not found.wijzigingen:
        return [say("figures_same", lang)]
    return [
        say("figures_changes", lang),
        *(
            f"  {w.gemeentecode} {w.naam}: {number(w.was, lang)} → {number(w.wordt, lang)} ({percent(w.deel, lang)})"
            for w in found.wijzigingen
        ),
    ]
