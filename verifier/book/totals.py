"""The sheets Landelijk, Provincies and Arbeidsmarktregio's add gemeenten.csv up."""

from collections.abc import Iterator, Sequence
from typing import Any

from verifier.book.cells import Line, Source
from verifier.catalogue import without_unit
from verifier.read import Row, plain

SUMMED = (
    *("inwoners", "sleutel_personen", "achterstand", "inhaal_personen", "afspraken_personen", "doel_personen"),
    *("toegewezen_personen", "toegewezen_huishoudens", "toegewezen_kinderen", "gehuisvest_als_gast_personen"),
    *("gehuisvest_elders_personen", "blijft_huishoudens", "afwijking_personen", "achterstand_na_personen"),
    *("woningen_aangeboden", "woningen_gebruikt", "taakstelling_grootste_rest", "taakstelling_afgerond"),
)
"""Columns of gemeenten.csv that are added up."""
BELOW = {
    "onder_doel_woning": ("woning", "geen_vorm"),
    "onder_doel_plaatsen": ("cursus", "school"),
    "onder_doel_regel": ("verdringing", "maximum", "binding", "vastlegging"),
    "onder_doel_anders": ("geen", "afweging"),
}
"""Persons below the target, by what limits the number of their gemeente."""
COLUMNS = ("onderdeel", "maat", "eenheid", "waarde", "ondergrens", "tarief", "punten", "bron")


def area_sheet(source: Source, area: str) -> list[Line]:
    """Give the rows of a sheet with a row per provincie or arbeidsmarktregio."""
    groups: dict[str, list[Row]] = {}
    for row in source.towns:
        groups.setdefault(plain(row[area], ()), []).append(row)
    head = [source.words(f"kolom.{name}") for name in (area, *sums(()), "bron")]
    rows = [[name, *sums(groups[name]).values(), source.short] for name in sorted(groups)]
    return [[source.heading], head, *rows]


def national_sheet(source: Source) -> list[Line]:
    """Give the rows of the sheet of the country: totals, goals and proof."""
    rows = [*_totals(source), *_goals(source), *_proof(source)]
    head = [source.words(f"kolom.{name}") for name in COLUMNS]
    return [[source.heading], head, *([*row, *[None] * (7 - len(row)), source.short] for row in rows)]


def sums(rows: Sequence[Row]) -> dict[str, Any]:
    """Add up some gemeenten, with the parts that follow from the sums [persons unless said]."""
    total = {name: sum(row.whole(name) for row in rows) for name in SUMMED}
    short = [(row["bindende_regel"], max(-row.whole("afwijking_personen"), 0)) for row in rows]
    return {
        "gemeenten": len(rows),
        **total,
        "per_1000": _part(1000 * total["toegewezen_personen"], total["inwoners"]),
        "afwijking_deel": _part(total["afwijking_personen"], total["doel_personen"]),
        "benutting": _part(total["woningen_gebruikt"], total["woningen_aangeboden"]),
        "onder_doel_personen": sum(persons for _, persons in short),
        **{name: sum(persons for rule, persons in short if rule in rules) for name, rules in BELOW.items()},
    }


def _part(above: int, below: int) -> float | None:
    return above / below if below else None


def _totals(source: Source) -> Iterator[Line]:
    """Give who waits, and every sum."""
    part = source.words("blad.totalen")
    for name in ("huishoudens", "personen", "kinderen"):
        yield part, *without_unit(source.words(f"blad.wachtend_{name}")), source.run["counts"][name]
    for name, value in sums(source.towns).items():
        yield part, *without_unit(source.words(f"kolom.{name}")), value


def _goals(source: Source) -> Iterator[Line]:
    """Give each goal with its unit, value, bound, rate and points."""
    words = source.words
    for goal in source.run["goals"]:
        numbers = (goal[name] for name in ("value", "lower_bound", "rate", "points"))
        name = goal["name"]
        yield words("blad.doelen"), words.name("doel", name), words(f"doel_eenheid.{name}"), *numbers


def _proof(source: Source) -> Iterator[Line]:
    """Give the certificate."""
    words, proof = source.words, source.run["certificate"]
    rows = {
        "objective": ("punten", proof["objective"], proof["bound"]),
        "gap": ("deel", proof["proven_gap"], None),
        "gap_asked": ("deel", proof["gap_asked"], None),
        "proven": ("ja_nee", words.yes(proof["proven"]), None),
        "cut_by_clock": ("ja_nee", words.yes(proof["cut_by_clock"]), None),
    }
    if proof.get("personen_hoogstens") is not None:
        rows["personen_hoogstens"] = ("personen", proof["personen_hoogstens"], None)
    for name, (unit, value, bound) in rows.items():
        label, _ = without_unit(words(f"blad.{name}"))
        yield words("blad.bewijs"), label, words(f"eenheid.{unit}"), value, bound
