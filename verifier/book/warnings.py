"""What a run must warn about follows from its proof, goals, targets and borders."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from verifier.catalogue import Catalogue
from verifier.read import Row

LOCKS = "vastleggingen"


def outcome_warnings(run: Mapping[str, Any], towns: Sequence[Row], words: Catalogue) -> list[str]:
    """Give the warnings about the outcome, in words."""
    return [*_proof(run, words), *_order(run, words), *_locks(run, words), *_sums(run, towns, words)]


def _proof(run: Mapping[str, Any], words: Catalogue) -> Iterator[str]:
    """Warn where the gap is not proved, and where the clock has cut the search."""
    proof = run["certificate"]
    if not proof["proven"]:
        asked, gap = words.percent_asked(proof["gap_asked"]), words.percent_up(proof["proven_gap"])
        yield words("waarschuwing.onbewezen", gevraagd=asked, gap=gap)
    if proof["cut_by_clock"]:
        yield words("waarschuwing.klok")


def _order(run: Mapping[str, Any], words: Catalogue) -> Iterator[str]:
    """Warn of every goal above its ceiling."""
    for level in run["doelen"].get("niveaus", ()):
        if level["gehaald"] is False:
            yield words(
                "waarschuwing.plafond",
                doel=words.name("doel", level["doelen"][0]),
                boven=words.number(level["boven_plafond"], 2),
                plafond=words.number(level["plafond"] or 0.0, 2),
                eenheid=level["eenheid"],
            )


def _locks(run: Mapping[str, Any], words: Catalogue) -> Iterator[str]:
    """Warn of locks that are not kept."""
    missed = sum(goal["value"] for goal in run["goals"] if goal["name"] == LOCKS)
    if missed > 0:
        yield words("waarschuwing.vastlegging", personen=words.number(round(missed)))


def _sums(run: Mapping[str, Any], towns: Sequence[Row], words: Catalogue) -> Iterator[str]:
    """Warn of a schematic map, and of numbers that were rounded one by one."""
    if run["boundaries"]["schematisch"]:
        yield words("waarschuwing.schematisch")
    total = sum(row.whole("taakstelling_grootste_rest") for row in towns)
    for key, column in (("afronding", "taakstelling_afgerond"), ("doelen", "doel_personen")):
        found = sum(row.whole(column) for row in towns)
        if found != total:
            yield words(f"waarschuwing.{key}", som=words.number(found), totaal=words.number(total))
