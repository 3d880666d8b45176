"""What stands on the sheets of the workbook that are no table: the overview and the notes, as rows of cells."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from inputs.case import Case
from optimizer.result import Allocation
from reports import deliveries
from reports.cells import Cell, Part
from reports.columns import WITHOUT, explained
from reports.compared import measures, unit
from reports.explaining import GROEPEN, PRIJS_PER_DOEL, PRIJZEN, TEKORTEN, UITLEG, UITLEG_ANDERS, UITLEG_GEMEENTEN
from reports.figures import five_figures
from reports.kpi_rows import kpi_rows
from reports.manifest import outcome_part
from reports.order import order_rows
from reports.places import PLAATSEN
from reports.source import capital, elders, heading, kwartaal_text, synthetic_sentence, title
from reports.tables import BEWIJS, GEMEENTEN, KOPPELINGEN, ONGEPLAATST, STATUS, VERGELIJKINGEN
from reports.totals_of_gemeente import GELD, GROOTTES
from reports.uniek import GELIJK_PLAN, answer
from reports.words import Lang, Words, words

IN_CSV: Mapping[str, Sequence[str]] = {
    "gemeenten": (*GEMEENTEN, STATUS),
    "koppelingen": KOPPELINGEN,
    "ongeplaatst": ONGEPLAATST,
    "prijzen": PRIJZEN,
    "tekorten": TEKORTEN,
    "uitleg_gemeenten": UITLEG_GEMEENTEN,
}
"""Columns of the CSV file with the same rows as a sheet."""
CSV_ONLY: Mapping[str, Sequence[str]] = {
    "vergelijkingen_csv": VERGELIJKINGEN[:1],
    "uitleg": (*UITLEG, "punten_doel", *UITLEG_ANDERS[:-1]),
    "prijs_per_doel": PRIJS_PER_DOEL[:-1],
    "groepen": GROEPEN[:-1],
    "plaatsen": PLAATSEN[:-1],
    "groottes": GROOTTES[:-1],
    "geld": GELD[:-1],
    "bewijs_csv": BEWIJS[:-1],
    "gelijk_plan_csv": GELIJK_PLAN[:-1],
}
"""Columns of the files that have no sheet."""


@dataclass(frozen=True, slots=True)
class Row:
    """Cells of a row and its look: ``titel``, ``kop``, ``hoofd`` (of a table), ``tekst`` (a paragraph), or none."""

    cells: Sequence[Cell]
    kind: str = "gewoon"


def overview(case: Case, allocation: Allocation, map_source: str, lang: Lang = "nl") -> list[Row]:
    """Give the overview: what this is, five figures, goals, other rules beside it, proof, sources."""
    told = words(lang)
    return [
        Row([heading(case, lang)], "titel"),
        Row([synthetic_sentence(case.marges, told) if case.synthetisch else case.naam], "tekst"),
        *(Row([capital(text)], "tekst") for text in (*elders(case, lang), *deliveries.told(case, lang))),
        Row([]),
        Row([told("blad.naam"), title(case)]),
        Row([told("blad.kwartaal"), kwartaal_text(case, lang)]),
        *_section("cijfers", told),
        *(Row([label, text]) for label, text in five_figures(case, allocation, lang)),
        *_goals(allocation, told),
        *_order(allocation, told),
        *_beside(allocation, told),
        *_shared(allocation, told),
        *_proof(allocation, told),
        *_sources(case, map_source, told),
    ]


def notes(case: Case, sheets: Mapping[str, Sequence[str]], lang: Lang = "nl") -> list[Row]:
    """Explain every column of every sheet and file, and every goal of the overview.

    Parameters
    ----------
    sheets : Mapping
        Columns of each sheet with a table, by its name in the catalogue.
    """
    told = words(lang)
    head = [told(f"blad.{c}") for c in ("tabblad", "kolom", "kolomnaam", "betekenis")]
    rows = (
        Row([told(f"blad.{sheet}"), about.header, column if column in in_csv else None, about.meaning])
        for sheet, columns in {**sheets, **CSV_ONLY}.items()
        for in_csv in [CSV_ONLY.get(sheet) or IN_CSV.get(sheet, ())]
        for column in columns
        for about in [explained(sheet, column, case, lang)]
    )
    return [Row([heading(case, lang)], "titel"), Row(head, "hoofd"), *rows, *_goals_explained(told)]


def _goals_explained(told: Words) -> Iterable[Row]:
    """Say what each goal counts, with its name in run.json."""
    for name, meaning in told.group("doel_uitleg").items():
        yield Row([told("blad.overzicht"), told.name("doel", name), name, meaning])


def _section(key: str, told: Words) -> Iterable[Row]:
    """Head a section, after a blank row."""
    yield Row([])
    yield Row([told(f"blad.{key}")], "kop")


def _goals(allocation: Allocation, told: Words) -> Iterable[Row]:
    """Give each goal in its own unit, with its rate and bound."""
    yield from _section("doelen", told)
    asked = ("uniek",) if allocation.uniek else ()
    columns = ("doel", "eenheid", "waarde", "tarief", "punten", "ondergrens", *asked)
    yield Row([told(f"blad.{c}") for c in columns], "hoofd")
    for d in allocation.doelen:
        only = [answer(allocation, d.naam, told) for _ in asked]
        yield Row([told.name("doel", d.naam), unit(d, told), d.waarde, d.tarief, d.punten, d.ondergrens, *only])
    if asked:
        yield Row([told("uniek.uitleg")], "tekst")


def _order(allocation: Allocation, told: Words) -> Iterable[Row]:
    """Give the levels of goals in order, where that was asked."""
    rows = list(order_rows(allocation, told))
    if rows:
        yield from _section("rangorde", told)
        yield Row(rows[0], "hoofd")
        yield from map(Row, rows[1:])


def _beside(allocation: Allocation, told: Words) -> Iterable[Row]:
    """Set the plan beside other rules: the same counts and goals; plans that leave a goal out have their own sheet."""
    rules = [v for v in allocation.vergelijkingen if not v.naam.startswith(WITHOUT)]
    rows = list(measures(replace(allocation, vergelijkingen=tuple(rules)), told))
    if not rows:
        return
    names = (told.name("vergelijking", v.naam) for v in rules)
    yield from _section("vergelijking", told)
    yield Row([told("blad.maat"), told("blad.dit_plan"), *names], "hoofd")
    yield from (Row([f"{m.label} [{m.unit}]", *m.of_plans]) for m in rows)


def _figures(allocation: Allocation, told: Words) -> Iterable[Row]:
    """Give the figures of every plan that has them, the same as on the page of kengetallen."""
    whole = outcome_part(allocation)
    plans = [whole, *(whole["baselines"][v.naam] for v in allocation.vergelijkingen)]
    for row in kpi_rows(plans, told.lang):
        if row.deel not in {"uitstroom", "doelen"}:
            values = (cell.tekst if cell.waarde is None else cell.waarde for cell in row.cellen)
            yield Row([f"{row.label} [{row.eenheid}]", *values])


def _shared(allocation: Allocation, told: Words) -> Iterable[Row]:
    """Give what sharing saves, where anyone shares."""
    if allocation.woningdelen.kamers_gebruikt:
        yield from _section("woningdelen", told)
        for name, count in asdict(allocation.woningdelen).items():
            yield Row([told(f"woningdelen.{name}"), count])


def _proof(allocation: Allocation, told: Words) -> Iterable[Row]:
    """Give the certificate."""
    proof = allocation.certificate
    yield from _section("bewijs", told)
    yield Row([told("blad.objective"), proof.objective])
    yield Row([told("blad.bound"), proof.bound])
    yield Row([told("blad.gap"), Part(proof.gap)])
    yield Row([told("blad.gap_asked"), Part(proof.gap_asked)])
    yield Row([told("blad.proven"), _yes(proof.proven, told)])
    yield Row([told("blad.cut_by_clock"), _yes(proof.cut_by_clock, told)])


def _sources(case: Case, map_source: str, told: Words) -> Iterable[Row]:
    """Give the input files with source, date and hash, and the source of the map."""
    yield from _section("bronnen", told)
    yield Row([told(f"blad.{c}") for c in ("bestand", "bron", "peildatum", "sha256")], "hoofd")
    for b in case.bronnen:
        yield Row([b.bestand, b.bron, b.peildatum, b.sha256])
    yield Row([told("blad.kaart"), map_source])


def _yes(answer: bool, told: Words) -> str:  # noqa: FBT001  the answer itself, not a switch
    """Write an answer."""
    return told("blad.ja" if answer else "blad.nee")
