"""Two or more runs side by side as one value: their figures, and what differs between the first and each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any, NamedTuple

from inputs.file_names import shown
from reports.differences import Verschil, Wijziging, between, causes, changes, only_in
from reports.kpi_rows import BASELINES, OURS, KpiCell, KpiRow, beside, difference, kpi_rows
from reports.run_reading import ReadRun
from reports.words import Lang

MOST = 8
"""Runs that one page still shows legibly [runs]."""


class Column(NamedTuple):
    """A plan of a run: the letter of the run, and the name of the plan."""

    letter: str
    plan: str


@dataclass(frozen=True, slots=True)
class Pair:
    """The first run and another one.

    Attributes
    ----------
    gemeenten : list of Verschil
        Gemeenten that both have, the largest difference first.
    alleen_eerst, alleen_dan : list of str
        Names of the gemeenten that only one of the two has.
    oorzaken : Mapping
        Cause to its sum over the gemeenten without sign [persons] and the gemeenten where it is the largest part.
    """

    eerst: str
    dan: str
    kwartalen: tuple[str, str]
    gemeenten: list[Verschil]
    alleen_eerst: list[str]
    alleen_dan: list[str]
    wijzigingen: list[Wijziging]
    oorzaken: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Runs by letter, every figure of every plan of every run, and the pairs.

    Attributes
    ----------
    kolommen : tuple of Column
        Whose figures the cells of each row are: first the plans of the runs, then those by other rules.
    """

    lang: Lang
    runs: Mapping[str, ReadRun]
    kolommen: tuple[Column, ...]
    rijen: list[KpiRow]
    paren: tuple[Pair, ...]

    def own(self, row: KpiRow) -> dict[str, KpiCell]:
        """Give the figure of the plan of each run by letter."""
        return dict(zip(self.runs, row.cellen, strict=False))

    def differs(self, row: KpiRow) -> dict[str, KpiCell]:
        """Give by how much the figure of each other run's plan is above that of the first, by letter."""
        return {pair.dan: difference(row, 0, n, self.lang) for n, pair in enumerate(self.paren, start=1)}

    @property
    def synthetisch(self) -> list[str]:
        """Margins of each run whose data was generated, each once."""
        return list(
            dict.fromkeys(r.manifest.get("marges", "") for r in self.runs.values() if r.manifest["synthetisch"])
        )

    @property
    def elders(self) -> list[str]:
        """Sentences on the scores from elsewhere that runs reckon with, each once."""
        given = [run.manifest["scores"]["vermelding"] for run in self.runs.values() if "scores" in run.manifest]
        return list(dict.fromkeys(given))


def compared(runs: Sequence[ReadRun], lang: Lang = "nl") -> Comparison:
    """Compare each run with the first."""
    named = dict(zip(ascii_uppercase, runs, strict=False))
    plans = {letter: beside(run.manifest) for letter, run in named.items()}
    order = [Column(letter, name) for name in (OURS, *BASELINES) for letter in named if name in plans[letter]]
    rows = kpi_rows([plans[letter][name] for letter, name in order], lang)
    return Comparison(lang, named, tuple(order), rows, tuple(_pair(named, letter) for letter in list(named)[1:]))


def _pair(runs: Mapping[str, ReadRun], letter: str) -> Pair:
    """Compare one run with the first."""
    (first, one), other = next(iter(runs.items())), runs[letter]
    rows = between(one, other)
    return Pair(
        first,
        letter,
        (one.kwartaal, other.kwartaal),
        rows,
        only_in(one, other),
        only_in(other, one),
        changes(one, other),
        causes(rows),
    )


def content(found: Comparison) -> dict[str, Any]:
    """Give everything for a program; numbers as they are, unknown ones null."""
    return {
        "runs": {letter: _run(run) for letter, run in found.runs.items()},
        "kengetallen": [_figure(found, row) for row in found.rijen],
        "paren": [_pair_content(pair) for pair in found.paren],
    }


def _run(run: ReadRun) -> dict[str, Any]:
    """Name a run."""
    proof = run.manifest["certificate"]
    return {
        "map": shown(run.folder),
        "naam": run.manifest["naam"],
        "kwartaal": run.kwartaal,
        "synthetisch": run.manifest["synthetisch"],
        "hash": run.manifest["hash"],
        "proven": proof["proven"],
        "gap": proof["proven_gap"],
        "vergeten": run.vergeten,
        "gemeenten": len(run.gemeenten),
    }


def _figure(found: Comparison, row: KpiRow) -> dict[str, Any]:
    """Give one figure of every plan of every run."""
    values: dict[str, dict[str, float | None]] = {letter: {} for letter in found.runs}
    for column, cell in zip(found.kolommen, row.cellen, strict=True):
        values[column.letter][column.plan] = cell.waarde
    return {
        "naam": row.naam,
        "deel": row.deel,
        "label": row.label,
        "eenheid": row.eenheid,
        "waarden": values,
        "verschil": {letter: cell.waarde for letter, cell in found.differs(row).items()},
    }


def _pair_content(pair: Pair) -> dict[str, Any]:
    """Give what differs between two runs."""
    return {
        "eerst": pair.eerst,
        "dan": pair.dan,
        "kwartalen": list(pair.kwartalen),
        "alleen_eerst": pair.alleen_eerst,
        "alleen_dan": pair.alleen_dan,
        "veranderd": [{"soort": w.soort, "wat": w.wat, "eerst": w.eerst, "dan": w.dan} for w in pair.wijzigingen],
        "oorzaken": {
            cause: {"personen": persons, "gemeenten": count} for cause, (persons, count) in pair.oorzaken.items()
        },
        "gemeenten": [_town(v) for v in pair.gemeenten],
    }


def _town(v: Verschil) -> dict[str, Any]:
    """Give a gemeente in two runs."""
    return {
        "gemeentecode": v.eerst.gemeentecode,
        "naam": v.eerst.naam,
        "verschil_personen": v.personen,
        **{f"verschil_{cause}": n for cause, n in v.delen.items()},
        "verschil_woningen_aangeboden": v.change("woningen_aangeboden"),
        "verschil_woningen_gebruikt": v.change("woningen_gebruikt"),
        "bindende_regel": [v.eerst.bindende_regel, v.dan.bindende_regel],
    }
