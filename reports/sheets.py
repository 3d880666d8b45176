"""What stands on the sheets of the workbook that are no table: the overview and the notes, as rows of cells."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields

from inputs.case import Case
from optimizer.result import Allocation, Doelwaarde, Kengetallen, Tellingen
from reports import deliveries
from reports.explaining import GROEPEN, PRIJS_PER_DOEL, PRIJZEN, TEKORTEN, UITLEG, UITLEG_ANDERS, UITLEG_GEMEENTEN
from reports.figures import five_figures
from reports.order import order_rows
from reports.places import PLAATSEN
from reports.source import capital, elders, heading, kwartaal_text, title
from reports.tables import KOPPELINGEN, KOPPELINGEN_BLAD, ONGEPLAATST, VERGELIJKINGEN, gemeenten_columns
from reports.words import Lang, Words, words

Cell = str | int | float | None


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
        Row([told("synthetisch_uitleg", marges=case.marges) if case.synthetisch else case.naam], "tekst"),
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


def notes(case: Case, lang: Lang = "nl") -> list[Row]:
    """Explain every column of every table and every goal of the overview."""
    told = words(lang)
    tables = (
        ("gemeenten", gemeenten_columns(case)),
        ("koppelingen", KOPPELINGEN_BLAD),
        ("ongeplaatst", ONGEPLAATST),
        ("vergelijkingen", VERGELIJKINGEN[:1]),
        ("prijzen", PRIJZEN[:-1]),
        ("uitleg", (*UITLEG, "punten_doel", *UITLEG_ANDERS[:-1])),
        ("uitleg_gemeenten", UITLEG_GEMEENTEN[:-1]),
        ("tekorten", TEKORTEN[:-1]),
        ("plaatsen", PLAATSEN[:-1]),
        ("prijs_per_doel", PRIJS_PER_DOEL[:-1]),
        ("groepen", GROEPEN[:-1]),
    )
    special = {sheet: told.group(f"kolom_uitleg_{sheet}") for sheet, _ in tables}
    other = told.group("kolom_uitleg_elders") if case.gebruikte_scores else {}
    in_csv = {*gemeenten_columns(case), *KOPPELINGEN, *ONGEPLAATST, *VERGELIJKINGEN, *PRIJZEN, *UITLEG, *UITLEG_ANDERS}
    in_csv |= {*UITLEG_GEMEENTEN, *TEKORTEN, *PLAATSEN, *PRIJS_PER_DOEL, *GROEPEN, "punten_doel"}
    rows = (
        Row(
            [
                told(f"blad.{sheet}"),
                told(f"kolom.{c}"),
                None if c not in in_csv or (sheet, c) == ("koppelingen", "naam") else c,
                special[sheet].get(c) or other.get(c) or told(f"kolom_uitleg.{c}"),
            ]
        )
        for sheet, columns in tables
        for c in columns
    )
    head = [told("blad.tabblad"), told("blad.kolom"), told("blad.kolomnaam"), told("blad.betekenis")]
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
    yield Row([told(f"blad.{c}") for c in ("doel", "eenheid", "waarde", "tarief", "punten", "ondergrens")], "hoofd")
    for d in allocation.doelen:
        yield Row([told.name("doel", d.naam), _unit(d, told), d.waarde, d.tarief, d.punten, d.ondergrens])


def _unit(goal: Doelwaarde, told: Words) -> str:
    """Give the unit of a goal in the language, or as the goal says it where the catalogue has none."""
    return told.group("doel_eenheid").get(goal.naam, goal.eenheid)


def _order(allocation: Allocation, told: Words) -> Iterable[Row]:
    """Give the levels of goals in order, where that was asked."""
    rows = list(order_rows(allocation, told))
    if rows:
        yield from _section("rangorde", told)
        yield Row(rows[0], "hoofd")
        yield from map(Row, rows[1:])


def _beside(allocation: Allocation, told: Words) -> Iterable[Row]:
    """Set the plan beside the baselines: the same counts and the same goals."""
    others = allocation.vergelijkingen
    if not others:
        return
    yield from _section("vergelijking", told)
    yield Row([told("blad.maat"), told("blad.dit_plan"), *(told.name("vergelijking", v.naam) for v in others)], "hoofd")
    columns = [_counts(allocation.tellingen), *(_counts(v.tellingen) for v in others)]
    for k, measure in enumerate(("geplaatste_personen", "geplaatste_huishoudens", "geplaatste_kinderen")):
        yield Row([told(f"blad.{measure}"), *(column[k] for column in columns)])
    values = [{d.naam: d.waarde for d in v.doelen} for v in others]
    for d in allocation.doelen:
        label = f"{told.name('doel', d.naam)} [{_unit(d, told)}]"
        yield Row([label, d.waarde, *(value.get(d.naam) for value in values)])
    figures = [allocation.kengetallen, *(v.kengetallen for v in others)]
    for name in (field.name for field in fields(Kengetallen)):
        if all(figures):
            yield Row([told(f"blad.{name}"), *(getattr(figure, name) for figure in figures)])
    if any(v.niet_passend for v in others):
        yield Row([told("blad.niet_passend"), 0, *(len(v.niet_passend) for v in others)])
    yield Row([told("blad.haalbaar"), told("blad.ja"), *(_yes(v.haalbaar, told) for v in others)])


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
    yield Row([told("blad.gap"), 100 * proof.gap])
    yield Row([told("blad.gap_asked"), 100 * proof.gap_asked])
    yield Row([told("blad.proven"), _yes(proof.proven, told)])
    yield Row([told("blad.cut_by_clock"), _yes(proof.cut_by_clock, told)])


def _sources(case: Case, map_source: str, told: Words) -> Iterable[Row]:
    """Give the input files with source, date and hash, and the source of the map."""
    yield from _section("bronnen", told)
    yield Row([told(f"blad.{c}") for c in ("bestand", "bron", "peildatum", "sha256")], "hoofd")
    for b in case.bronnen:
        yield Row([b.bestand, b.bron, b.peildatum, b.sha256])
    yield Row([told("blad.kaart"), map_source])


def _counts(count: Tellingen) -> tuple[int, int, int]:
    """Give placed persons, households and children."""
    return count.geplaatste_personen, count.geplaatste_huishoudens, count.geplaatste_kinderen


def _yes(answer: bool, told: Words) -> str:  # noqa: FBT001  the answer itself, not a switch
    """Write an answer."""
    return told("blad.ja" if answer else "blad.nee")
