"""The linear program of a quarter in PuLP and as LP text, every row and column named: to read and to compare with.

Written coefficient by coefficient from the definition of a charge, a cost and a price, without the array products that
the fast path uses: two readings of the same rules, of which the tests ask the same optimum.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import pulp
import scipy.sparse as sp

from optimizer.model import Charge, Cost, Layer
from optimizer.program import Cells, Program

Term = tuple[int, float]
"""Column and coefficient [unit of the rule]."""
WIDTH = 6
"""Terms on one line of LP text [terms]."""


@dataclass(frozen=True)
class Column:
    """A decision: name, most [1, homes or unit of the rule], cost [punten]; whole, or a segment of a price."""

    name: str
    most: float
    cost: float
    whole: bool


@dataclass(frozen=True)
class Row:
    """A named sum of columns with a sense "=", ">=" or "<=" and a bound [unit of the rule]."""

    name: str
    terms: tuple[Term, ...]
    sense: str
    bound: float


@dataclass(frozen=True)
class Reading:
    """All columns and rows of a program over some x cells."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def read(program: Program, cells: Cells | None = None) -> Reading:
    """Name every column and write every row out; no cells given: all.

    Raises
    ------
    ValueError
        Two columns or two rows get one name, or no column reaches a row that must not be 0.
    """
    chosen = program.all_cells() if cells is None else cells
    columns = (*_x_columns(program, chosen), *_y_columns(program), *_segment_columns(program))
    rows = tuple(_rows(program, _terms(program, chosen)))
    for names in ([column.name for column in columns], [row.name for row in rows]):
        twice = [name for name, count in Counter(names).items() if count > 1]
        if twice:
            raise ValueError(f"one name for two things, change the pseudonyms: {', '.join(twice[:5])}")
    return Reading(columns, rows)


def problem(program: Program, cells: Cells | None = None, *, whole: bool = False) -> pulp.LpProblem:
    """Write the program in PuLP; ``whole`` asks for whole households and homes.

    Otherwise households and homes have no most of their own: the rows say as much, and get the whole of each price.
    """
    reading, out = read(program, cells), pulp.LpProblem("kwartaal", pulp.LpMinimize)
    categories = ["Integer" if whole and column.whole else "Continuous" for column in reading.columns]
    variables = [
        out.add_variable(column.name, 0, column.most if whole or not column.whole else None, category)
        for column, category in zip(reading.columns, categories, strict=True)
    ]
    out += pulp.lpSum(column.cost * variable for column, variable in zip(reading.columns, variables, strict=True))
    for row in reading.rows:
        total = pulp.lpSum(weight * variables[at] for at, weight in row.terms)
        if row.sense == "=":
            out += total == row.bound, row.name
        elif row.sense == ">=":
            out += total >= row.bound, row.name
        else:
            out += total <= row.bound, row.name
    return out


def row_numbers(program: Program) -> dict[str, int]:
    """Give the row of the program behind every name that ``read`` may give it: a band has two."""
    names = [_sane(name) for name in program.row_names()]
    return {f"{name}{end}": at for at, name in enumerate(names) for end in ("", "_min", "_max")}


def lp_text(program: Program, cells: Cells | None = None, *, whole: bool = False) -> str:
    """Write the program in CPLEX LP text, which every solver reads; ``whole`` asks for whole households and homes."""
    reading = read(program, cells)
    names = [column.name for column in reading.columns]
    costs = [(at, column.cost) for at, column in enumerate(reading.columns) if column.cost]
    scored = ["\\* participatie uses scores from elsewhere *\\"] if program.quarter.case.gebruikte_scores else []
    lines = ["\\* spreiding: one kwartaal *\\", *scored, "Minimize", *_sum("punten", costs, names), "Subject To"]
    for row in reading.rows:
        lines += _sum(row.name, row.terms, names)
        lines[-1] += f" {row.sense} {row.bound!r}"
    lines += ["Bounds", *(f" 0 <= {column.name} <= {column.most!r}" for column in reading.columns)]
    if whole:
        lines += ["General", *(f" {column.name}" for column in reading.columns if column.whole)]
    return "\n".join([*lines, "End", ""])


def _sum(name: str, terms: Iterable[Term], names: list[str]) -> list[str]:
    """Write a named sum, a few terms a line."""
    words = [f"{'-' if weight < 0 else '+'} {abs(weight)!r} {names[at]}" for at, weight in terms]
    parts = [" ".join(words[first : first + WIDTH]) for first in range(0, len(words), WIDTH)] or [f"0 {names[0]}"]
    return [f" {name}: {parts[0]}", *(f"   {part}" for part in parts[1:])]


def _sane(name: str) -> str:
    """Keep letters, digits and underscores; other signs mean something to a solver."""
    return re.sub(r"[^A-Za-z0-9_]", "_", name)


def _x_columns(program: Program, cells: Cells) -> Iterator[Column]:
    """Name x columns by household and plek."""
    ids, plekken = program.quarter.people.ids, program.quarter.plekken.names
    for who, plek in zip(cells.who, cells.plek, strict=True):
        yield Column(_sane(f"x_{ids[who]}_{plekken[plek]}"), 1.0, _cost(program, "x", who, plek), whole=True)


def _y_columns(program: Program) -> Iterator[Column]:
    """Name y columns by housing group, home type and plek."""
    quarter = program.quarter
    groups, types, homes = quarter.people.group_names, quarter.homes.type_names, quarter.homes
    for who, plek, most in zip(program.y.who, program.y.plek, program.y_upper, strict=True):
        group, kind = groups[homes.offer_group[who]], types[homes.offer_type[who]]
        name = _sane(f"y_{group}_{kind}_{quarter.plekken.names[plek]}")
        yield Column(name, float(most), _cost(program, "y", who, plek), whole=True)


def _segment_columns(program: Program) -> Iterator[Column]:
    """Name the columns that let a row leave its bounds by goal, side, number and row."""
    names = program.row_names()
    for segment in program.segments:
        for row, width, price in zip(segment.row, segment.width, segment.price, strict=True):
            cost = program.rates[segment.goal] * float(price)
            yield Column(_sane(f"{segment.name}_{names[row]}"), float(width), cost, whole=False)


def _cost(program: Program, layer: Layer, who: int, plek: int) -> float:
    """Add up what a cell costs in every goal, at the goals' rates [punten]."""
    return sum(
        rate * _one_cost(cost, who, plek)
        for goal, rate in program.rates.items()
        for cost in program.costs[goal]
        if cost.layer == layer
    )


def _one_cost(cost: Cost, who: int, plek: int) -> float:
    """Give ``load[who] . table[:, plek]`` [unit of the goal]."""
    return sum(load * float(cost.table[kind, plek]) for kind, load in _carried(cost.load, who))


def _carried(load: sp.csr_array, who: int) -> Iterator[tuple[int, float]]:
    """List kind and value of what ``who`` carries [unit of the load]."""
    span = slice(int(load.indptr[who]), int(load.indptr[who + 1]))
    yield from zip(load.indices[span].tolist(), load.data[span].tolist(), strict=True)


def _coefficients(charge: Charge, who: int, plek: int) -> Iterator[tuple[int, float]]:
    """List ``load[who, kind] * rate[plek]`` in the row ``(place[plek], kind)`` of the rule."""
    if charge.place[plek] < 0:
        return
    rate = 1.0 if charge.rate is None else float(charge.rate[plek] if charge.rate.ndim == 1 else charge.rate[who, plek])
    for kind, load in _carried(charge.load, who):
        yield int(charge.place[plek]) * charge.load.shape[1] + kind, load * rate


def _terms(program: Program, cells: Cells) -> dict[int, list[Term]]:
    """Gather the terms of every row: x columns, y columns, segments; a column stands once in a row."""
    out: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for name, charges in program.charges.items():
        for charge in charges:
            layer, first = (cells, 0) if charge.layer == "x" else (program.y, len(cells))
            for at, (who, plek) in enumerate(zip(layer.who, layer.plek, strict=True)):
                for row, weight in _coefficients(charge, who, plek):
                    out[program.rows[name].start + row][first + at] += weight
    rows = [(int(row), segment.sign) for segment in program.segments for row in segment.row]
    for at, (row, sign) in enumerate(rows):
        out[row][len(cells) + len(program.y) + at] = sign
    return {row: list(terms.items()) for row, terms in out.items()}


def _rows(program: Program, terms: dict[int, list[Term]]) -> Iterator[Row]:
    """Write each row once, or twice where it is bounded on both sides: PuLP has no ranged rows."""
    for row, name in enumerate(map(_sane, program.row_names())):
        low, high, parts = float(program.lower[row]), float(program.upper[row]), tuple(terms.get(row, ()))
        if not parts:
            if low > 0 or high < 0:
                raise ValueError(f"{name}: no column reaches it, and it must be from {low:g} to {high:g}")
            continue
        if low == high:
            yield Row(name, parts, "=", low)
            continue
        if np.isfinite(low):
            yield Row(f"{name}_min", parts, ">=", low)
        if np.isfinite(high):
            yield Row(f"{name}_max", parts, "<=", high)
