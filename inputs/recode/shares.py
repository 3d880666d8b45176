"""The planner says which part of a divided gemeente each of its successors takes on; nobody else can know."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Annotated

from annotated_types import Ge, Le

from inputs.codes import Code
from inputs.domain import Gemeentecode, Woord
from inputs.found import load_table
from inputs.herindelingen import begun, ended
from inputs.problems import InputProblems, Problem, has_errors
from inputs.reader import read_table
from inputs.recode.crosswalk import Crosswalk, crosswalk
from inputs.tables import Table


@dataclass(frozen=True, slots=True)
class Verdeling:
    """The part of a divided gemeente that one gemeente of today takes on.

    Attributes
    ----------
    deel : Decimal
        Part of every count of the old gemeente [1]; the parts of one gemeente sum to 1, to the last digit.
    """

    oude_code: Gemeentecode
    nieuwe_code: Gemeentecode
    deel: Annotated[Decimal, Ge(Decimal(0)), Le(Decimal(1))]
    bron: Woord


TABLE = Table("verdeling", Verdeling, required=True, key=("oude_code", "nieuwe_code"))
Rows = Sequence[tuple[int, Verdeling]]


def today() -> Crosswalk:
    """Give the crosswalk to the gemeenten of today without any parts of divided gemeenten."""
    return crosswalk(ended(), begun())


def read_shares(file: Path, walk: Crosswalk) -> Crosswalk:
    """Add the parts of divided gemeenten that a planner wrote down.

    Raises
    ------
    InputProblems
        A row is wrong or double, a gemeente was not divided so, or its parts do not sum to 1.
    """
    read = read_table(load_table(file, TABLE), TABLE)
    rows = list(zip(read.regels, read.rows, strict=True))
    problems = list(read.problems)
    if not has_errors(problems):
        problems += [*_strange(rows, walk, read.bestand), *_sums(rows, read.bestand)]
    if has_errors(problems):
        raise InputProblems(problems)
    shares: dict[str, dict[str, Fraction]] = defaultdict(dict)
    for _, row in rows:
        shares[row.oude_code][row.nieuwe_code] = Fraction(row.deel)
    sources = {(row.oude_code, row.nieuwe_code): row.bron for _, row in rows}
    return crosswalk(walk.ended, walk.begun, shares, sources)


def _strange(rows: Rows, walk: Crosswalk, bestand: str) -> Iterator[Problem]:
    """Refuse a row about a gemeente that was not divided, or about one that got no part of it; and one that is double.

    A gemeente with one successor goes there as a whole, whatever a table says.
    """
    divided = [code for code, found in walk.successors.items() if len(found) > 1]
    first: dict[tuple[str, str], int] = {}
    for regel, row in rows:
        key, velden = (row.oude_code, row.nieuwe_code), dict[str, str | int]()
        if row.oude_code not in divided:
            velden = {"gemeente": walk.named(row.oude_code), "verdeeld": walk.listed(divided)}
            yield Problem(Code.VERDELING_NIET_VERDEELD, bestand, regel, "oude_code", row.oude_code, velden)
        elif row.nieuwe_code not in walk.successors[row.oude_code]:
            velden = {"gemeente": walk.named(row.oude_code), "opvolgers": walk.listed(walk.successors[row.oude_code])}
            yield Problem(Code.VERDELING_GEEN_OPVOLGER, bestand, regel, "nieuwe_code", row.nieuwe_code, velden)
        if key in first:
            velden = {"eerste": first[key]}
            yield Problem(Code.DUBBEL, bestand, regel, "oude_code / nieuwe_code", " / ".join(key), velden)
        first.setdefault(key, regel)


def _sums(rows: Rows, bestand: str) -> Iterator[Problem]:
    """Refuse parts that are not one whole together."""
    totals: Mapping[str, list[tuple[int, Decimal]]] = defaultdict(list)
    for regel, row in rows:
        totals[row.oude_code].append((regel, row.deel))
    for code, parts in totals.items():
        total = sum(Fraction(deel) for _, deel in parts)
        if total != 1:
            shown = " + ".join(f"{deel:f}" for _, deel in parts)
            velden: dict[str, str | int] = {"delen": shown.replace(".", ",")}
            yield Problem(Code.VERDELING_TELT_NIET_OP, bestand, parts[0][0], "oude_code", code, velden)
