"""The sheet Overzicht tells the run on one page, by the numbers of run.json."""

from collections.abc import Iterator
from typing import Any

from verifier.book.cells import Line, Source, ordered
from verifier.book.measures import measures
from verifier.catalogue import capital
from verifier.kpis import OURS, at, plans_of

WITHOUT = "zonder_"
"""How the plans are called that leave a goal out; they stand on another sheet."""
BESIDE = "volgorde"
"""Plan beside which the figures stand."""
STATUS = ("opgave", "standaard", "afgekeurd")
MEANS = (("score", "gemiddelde_score", 2, ""), ("afstand", "gemiddelde_afstand_km", 0, " km"))
"""Figures that are means: name, where run.json holds it, decimals and unit."""
SHARED = ("kamers_gebruikt", "gedeelde_woningen_gebruikt", "woningen_bespaard", "gedeelde_woningen_met_een_bewoner")
LEVEL = ("lp_waarde", "ondergrens", "plafond", "waarde", "gewicht")


def overview_sheet(source: Source) -> list[Line]:
    """Give the rows of the sheet."""
    words, run = source.words, source.run
    return [
        [source.heading],
        [source.synthetic if run["synthetisch"] else run["naam"]],
        *([text] for text in (*source.elsewhere, *_deliveries(source))),
        [],
        [words("blad.naam"), capital(run["naam"])],
        [words("blad.kwartaal"), source.quarter],
        *_head(source, "cijfers"),
        *five(source),
        *_goals(source),
        *_order(source),
        *_beside(source),
        *_shared(source),
        *_proof(source),
        *_sources(source),
    ]


def _head(source: Source, name: str) -> list[Line]:
    return [[], [source.words(f"blad.{name}")]]


def _deliveries(source: Source) -> Iterator[str]:
    """Say how many offer sheets came."""
    if "aanlevering" in source.run:
        counts = source.run["aanlevering"]
        numbers = {name: source.words.number(counts[name]) for name in STATUS}
        yield capital(source.words("stand_regel.samen", alle=source.words.number(len(source.towns)), **numbers))


def five(source: Source) -> Iterator[tuple[str, str]]:
    """Give the five figures, each as a label and a line of text."""
    words, run = source.words, source.run
    count, proof, figures = run["counts"], run["certificate"], run["kengetallen"]
    opgave = run["scenario"]["opgave_personen"]
    placed = words.percent(count["geplaatste_personen"] / count["personen"]) if count["personen"] else "-"
    numbers = {"personen": count["geplaatste_personen"], "totaal": count["personen"]}
    numbers["opgave"] = count["personen"] if opgave is None else opgave
    detail = words("figuur.geplaatst_detail", **{name: words.number(value) for name, value in numbers.items()})
    yield words("figuur.geplaatst"), f"{placed} ({detail})"
    key = "figuur.bewezen_detail" if proof["proven"] else "figuur.onbewezen_detail"
    detail = words(key, gevraagd=words.percent_asked(proof["gap_asked"]))
    yield words("figuur.bewezen"), f"{words.percent_up(proof['proven_gap'])} ({detail})"
    detail = words("figuur.band_detail", totaal=words.number(len(source.towns)))
    yield words("figuur.band"), f"{words.number(figures['binnen_band'])} ({detail})"
    yield from _means(source)


def _means(source: Source) -> Iterator[tuple[str, str]]:
    """Give score and distance, beside those in order of permit."""
    words, run = source.words, source.run
    other: Any = run["baselines"].get(BESIDE)
    if other is not None and not other["counts"]["geplaatste_personen"]:
        other = None
    for name, path, digits, unit in MEANS:
        known = run["counts"]["geplaatste_personen"]
        value = words.number(run["kengetallen"][path], digits) + unit if known else "-"
        detail = words(f"figuur.{name}_detail")
        if other is not None:
            beside = words.number(at(other, f"kengetallen.{path}"), digits) + unit
            detail = words(f"figuur.{name}_naast", waarde=beside)
        if name == "score" and "scores" in run:
            detail = words("figuur.score_elders", detail=detail)
        yield words(f"figuur.{name}"), f"{value} ({detail})"


def _goals(source: Source) -> Iterator[Line]:
    words = source.words
    only = {row["doel"]: words(f"uniek.{row['uniek']}") for row in source.run.get("uniek", {}).get("per_doel", ())}
    yield from _head(source, "doelen")
    asked = ("uniek",) if only else ()
    yield [words(f"blad.{name}") for name in ("doel", "eenheid", "waarde", "tarief", "punten", "ondergrens", *asked)]
    for goal in source.run["goals"]:
        name, numbers = goal["name"], (goal[part] for part in ("value", "rate", "points", "lower_bound"))
        yield [words.name("doel", name), words(f"doel_eenheid.{name}"), *numbers, *(only.get(name, "") for _ in asked)]
    if only:
        yield [words("uniek.uitleg")]


def _order(source: Source) -> Iterator[Line]:
    """Give the levels of goals in order, where that was asked."""
    words, levels = source.words, source.run["doelen"].get("niveaus", ())
    if levels:
        yield from _head(source, "rangorde")
        yield [words(f"rangorde.{name}") for name in ("doel", "eenheid", *LEVEL, "gehaald")]
    for level in levels:
        names = ", ".join(words.name("doel", goal) for goal in level["doelen"])
        kept = None if level["gehaald"] is None else words.yes(level["gehaald"])
        yield [names, level["eenheid"], *(level[name] for name in LEVEL), kept]


def _beside(source: Source) -> Iterator[Line]:
    """Set the plan beside other rules."""
    words = source.words
    plans = {name: part for name, part in plans_of(source.run).items() if not name.startswith(WITHOUT)}
    if len(plans) == 1:
        return
    labels = {words.name("vergelijking", name): name for name in plans if name != OURS}
    head = next((row for row in source.sheets[words("blad.overzicht")] if row[:1] == [words("blad.maat")]), [])
    order = ordered([str(cell) for cell in head], list(labels))
    plans = {OURS: plans[OURS], **{labels[label]: plans[labels[label]] for label in order}}
    yield from _head(source, "vergelijking")
    yield [words("blad.maat"), words("blad.dit_plan"), *order]
    for label, unit, values in measures(plans, words):
        yield [f"{label} [{unit}]", *values]


def _shared(source: Source) -> Iterator[Line]:
    """Give what sharing saves, where anyone shares."""
    counts = source.run["woningdelen"]
    if counts["kamers_gebruikt"]:
        yield from _head(source, "woningdelen")
        for name in SHARED:
            yield [source.words(f"woningdelen.{name}"), counts[name]]


def _proof(source: Source) -> Iterator[Line]:
    words, proof = source.words, source.run["certificate"]
    yield from _head(source, "bewijs")
    yield [words("blad.objective"), proof["objective"]]
    yield [words("blad.bound"), proof["bound"]]
    yield [words("blad.gap"), proof["proven_gap"]]
    yield [words("blad.gap_asked"), proof["gap_asked"]]
    yield [words("blad.proven"), words.yes(proof["proven"])]
    yield [words("blad.cut_by_clock"), words.yes(proof["cut_by_clock"])]


def _sources(source: Source) -> Iterator[Line]:
    """Give the input files, in the order of the sheet, and the source of the map."""
    words = source.words
    yield from _head(source, "bronnen")
    yield [words(f"blad.{name}") for name in ("bestand", "bron", "peildatum", "sha256")]
    files = [[file[name] for name in ("bestand", "bron", "peildatum", "sha256")] for file in source.run["invoer"]]
    found = [tuple(map(str, row[:4])) for row in source.sheets[words("blad.overzicht")]]
    names = [row[0] for row in found]
    yield from sorted(files, key=lambda row: (_place(names, row[0]), _place(found, tuple(row))))
    yield [words("blad.kaart"), source.run["boundaries"]["herkomst"]]


def _place(rows: list[Any], row: Any) -> int:
    return rows.index(row) if row in rows else len(rows)
