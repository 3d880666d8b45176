"""What differs between two runs: their gemeenten with the causes that add up to each difference, and what went in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reports.run_reading import CAUSES, TOTAL, ReadRun, Town

COUNTS = ("huishoudens", "personen", "kinderen")
"""Totals that stand under ``counts``."""
SHORT = 12
"""Signs of a hash that are shown."""


@dataclass(frozen=True, slots=True)
class Verschil:
    """A gemeente in two runs.

    Attributes
    ----------
    eerst, dan : Town
        The gemeente in the first run and in the other.
    delen : Mapping
        Column to the difference in it; together they are the difference of the number [persons].
    """

    eerst: Town
    dan: Town
    delen: Mapping[str, int]

    @property
    def personen(self) -> int:
        """Other less first [persons]."""
        return self.change(TOTAL)

    @property
    def hoofdoorzaak(self) -> str:
        """Column that differs most, the first among equals; empty where none does."""
        cause = max(CAUSES, key=lambda name: abs(self.delen[name]))
        return cause if self.delen[cause] else ""

    def change(self, column: str) -> int:
        """Give by how much a column of the other is above that of the first."""
        return self.dan.getallen[column] - self.eerst.getallen[column]


@dataclass(frozen=True, slots=True)
class Wijziging:
    """Something that went in and differs: which kind, what, and both values; None: not there."""

    soort: str
    wat: str
    eerst: Any
    dan: Any


def between(first: ReadRun, other: ReadRun) -> list[Verschil]:
    """Compare the gemeenten that both runs have, the largest differences first, equal ones by code."""
    both = [(town, other.gemeenten[code]) for code, town in sorted(first.gemeenten.items()) if code in other.gemeenten]
    found = [Verschil(a, b, {c: b.getallen[c] - a.getallen[c] for c in CAUSES}) for a, b in both]
    return sorted(found, key=lambda v: (-abs(v.personen), v.eerst.gemeentecode))


def only_in(one: ReadRun, another: ReadRun) -> list[str]:
    """List the gemeenten that only one of two runs has, by name."""
    return [town.naam for code, town in sorted(one.gemeenten.items()) if code not in another.gemeenten]


def causes(differences: Sequence[Verschil]) -> dict[str, tuple[int, int]]:
    """Add up every cause over the gemeenten, largest first.

    Returns
    -------
    dict
        Column to the sum of its differences without their sign [persons], and the gemeenten with another number where
        it is the largest part [gemeenten].
    """
    found = {
        cause: (
            sum(abs(v.delen[cause]) for v in differences),
            sum(v.personen != 0 and v.hoofdoorzaak == cause for v in differences),
        )
        for cause in CAUSES
    }
    return dict(sorted(found.items(), key=lambda part: -part[1][0]))


def changes(first: ReadRun, other: ReadRun) -> list[Wijziging]:
    """List what went into two runs and differs: choices, parameters, woonvormen, totals, files, borders and program."""
    one, two = first.manifest, other.manifest
    return [
        *_keys("scenario", one["scenario"], two["scenario"]),
        *_keys("parameter", _values(one), _values(two)),
        *_keys("woonvorm", _forms(one), _forms(two)),
        *_keys("scores", _scores(one), _scores(two)),
        *_keys("totaal", _totals(one), _totals(two)),
        *_files(one, two),
        *_keys("grenzen", _borders(one), _borders(two)),
        *_keys("versie", one["versions"], two["versions"]),
    ]


def _keys(kind: str, one: Mapping[str, Any], two: Mapping[str, Any]) -> Iterator[Wijziging]:
    """Give every key of which the values differ."""
    for key in sorted(one.keys() | two.keys()):
        if one.get(key) != two.get(key):
            yield Wijziging(kind, key, one.get(key), two.get(key))


def _files(one: Mapping[str, Any], two: Mapping[str, Any]) -> Iterator[Wijziging]:
    """Give every input file whose bytes differ, by the beginning of its hash."""
    found = [{_name(file): file["sha256"] for file in run["invoer"]} for run in (one, two)]
    for change in _keys("invoer", *found):
        yield Wijziging(change.soort, change.wat, _short(change.eerst), _short(change.dan))


def _name(file: Mapping[str, str]) -> str:
    """Name a file, and the sheet where it is a workbook."""
    return f"{file['bestand']} [{file['blad']}]" if file.get("blad") else file["bestand"]


def _short(sha: str | None) -> str | None:
    return None if sha is None else sha[:SHORT]


def _values(run: Mapping[str, Any]) -> dict[str, float]:
    """Give the value of every parameter [its eenheid]."""
    return {name: part["waarde"] for name, part in run["parameters"].items()}


def _forms(run: Mapping[str, Any]) -> dict[str, Any]:
    """Give who may take which woonvorm, and whether only to share."""
    sharing = set(run.get("woonvormen_delen_nodig", ()))
    return {
        form: [*kinds, *(["delen"] if form in sharing else [])] for form, kinds in run.get("woonvormen", {}).items()
    }


def _scores(run: Mapping[str, Any]) -> dict[str, Any]:
    """Give who scored, where a run reckons with scores from elsewhere."""
    return {name: run["scores"][name] for name in ("bronnen", "modelversies", "huishoudens") if "scores" in run}


def _borders(run: Mapping[str, Any]) -> dict[str, Any]:
    """Give the file of borders; it changes no number."""
    return {
        "bestand": run.get("boundaries", {}).get("bestand"),
        "sha256": _short(run.get("boundaries", {}).get("sha256")),
    }


def _totals(run: Mapping[str, Any]) -> dict[str, Any]:
    """Give households, persons, homes, seats and places; what an older run does not say is not there."""
    return {**{name: run["counts"][name] for name in COUNTS}, **run.get("totalen", {})}
