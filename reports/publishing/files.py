"""The public tables: a row an area, with its number of persons or the word that says that it is hidden."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import pandas as pd

from inputs.facts import by_code
from optimizer.suppression.table import LAND, Cell
from reports.publishing.decision import Besluit
from reports.publishing.totals import Gemeentetotaal, Uitkomst
from reports.tables import csv_text

HIDDEN = "afgeschermd"
"""Stands where a number is hidden; it says nothing of the reason."""
AREAS: Mapping[str, str] = {
    "gemeente": "gemeenten.csv",
    "provincie": "provincies.csv",
    "arbeidsmarktregio": "arbeidsmarktregios.csv",
    "land": "nederland.csv",
}
"""The table of each kind of area."""
KINDS = ("provincie", "arbeidsmarktregio")
"""Kinds of area that divide the gemeenten, as the fields of a gemeente are called."""
SYNTHETIC = "synthetisch"
"""Marks every row of a run on generated data."""

Numbers = Mapping[Cell, int | None]
"""The number of persons to publish of every area [persons]; None: hidden."""


def public_tables(uitkomst: Uitkomst, decision: Besluit, numbers: Numbers) -> dict[str, str]:
    """Write the tables by file name."""
    rest = {"kwartaal": uitkomst.kwartaal}, {"bron": SYNTHETIC if uitkomst.synthetisch else decision.organisatie}
    return {
        name: csv_text(
            pd.DataFrame(
                [
                    {**row, **rest[0], "personen": _shown(numbers[cell]), **rest[1]}
                    for cell, row in _rows(kind, uitkomst.gemeenten)
                ]
            )
        )
        for kind, name in AREAS.items()
    }


def _shown(number: int | None) -> str:
    """Write a number of persons, or that it is hidden."""
    return HIDDEN if number is None else str(number)


def _rows(kind: str, gemeenten: Sequence[Gemeentetotaal]) -> Iterator[tuple[Cell, dict[str, str | int]]]:
    """Give the areas of a kind in order, with what everyone may know of them."""
    if kind == "gemeente":
        for g in sorted(gemeenten, key=lambda g: g.gemeentecode):
            names = {"gemeentecode": g.gemeentecode, "naam": g.naam, **{name: getattr(g, name) for name in KINDS}}
            yield ("gemeente", g.gemeentecode), {**names, "inwoners": g.inwoners}
    elif kind == "land":
        yield LAND, {"gebied": _country(gemeenten), **_size(gemeenten)}
    else:
        ordered = sorted(gemeenten, key=lambda g: str(getattr(g, kind)))
        for name, of in groupby(ordered, key=lambda g: str(getattr(g, kind))):
            yield (kind, name), {kind: name, **_size(list(of))}


def _size(gemeenten: Sequence[Gemeentetotaal]) -> dict[str, str | int]:
    """Count gemeenten and inhabitants [gemeenten, persons]."""
    return {"gemeenten": len(gemeenten), "inwoners": sum(g.inwoners for g in gemeenten)}


def _country(gemeenten: Sequence[Gemeentetotaal]) -> str:
    """Name all gemeenten together; only where none is missing that is the country."""
    whole = {g.gemeentecode for g in gemeenten} == set(by_code())
    return "Nederland" if whole else "alle gemeenten van deze publicatie"
