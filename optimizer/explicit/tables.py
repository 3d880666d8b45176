"""The tables of an explicit problem, joined on labels and checked: all problems at once, nothing guessed."""

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from optimizer.model import Bools, Floats, Ints

SHOWN = 5
"""Labels that a message names before it counts the rest."""


@dataclass(frozen=True, eq=False)
class Instance:
    """An explicit problem as arrays, rows and columns in order of their labels, not of the tables.

    Attributes
    ----------
    persons : ndarray
        [persons, household].
    use : ndarray or None
        Persons that a household uses at a place where that depends on the pair [persons, household x place].
    sizes : tuple of str
        Further sizes that places bound.
    load, capacity : ndarray
        Of those sizes [household x size], [place x size].
    room : ndarray
        Most persons, inf where there is no bound [persons, place].
    minimum : ndarray
        Least persons [persons, place].
    need : ndarray
        Lowest class of dwelling that will do [class, household].
    dwellings : ndarray
        [dwellings, place x class], class 1 first; no columns: dwellings are not counted.
    score : ndarray
        [household x place]; only read where allowed.
    allowed : ndarray
        Pairs that exist: a score is given and ``compatible`` does not forbid [household x place].
    """

    households: tuple[Hashable, ...]
    places: tuple[Hashable, ...]
    persons: Floats
    use: Floats | None
    sizes: tuple[str, ...]
    load: Floats
    room: Floats
    capacity: Floats
    minimum: Floats
    need: Ints
    dwellings: Floats
    score: Floats
    allowed: Bools


def in_order(labels: Iterable[Hashable]) -> list[Hashable]:
    """Sort labels; those of types that do not compare by type and text."""
    found = list(labels)
    try:
        return sorted(found)  # type: ignore[type-var]
    except TypeError:
        return sorted(found, key=lambda label: (type(label).__name__, str(label)))


class Checks:
    """Gathers problems in the input, to report them together."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def labels(self, what: str, labels: Iterable[Hashable], message: str) -> None:
        """Note a problem of some labels, if there are any."""
        named = in_order(labels)
        if named:
            more = f" and {len(named) - SHOWN} more" if len(named) > SHOWN else ""
            self.found.append(f"{what}: {message}: {', '.join(repr(label) for label in named[:SHOWN])}{more}")

    def stop(self) -> None:
        """Raise what was found.

        Raises
        ------
        ValueError
            The input has problems.
        """
        if self.found:
            raise ValueError(f"{len(self.found)} problem(s) in the input:\n  " + "\n  ".join(self.found))


def _joined(checks: Checks, what: str, given: pd.Index, wanted: Sequence[Hashable], axis: str) -> None:
    """Check that a frame's labels are those of the table, whatever their order."""
    checks.labels(what, set(given[given.duplicated()]), f"{axis} labels given twice")
    checks.labels(what, set(wanted) - set(given), f"{axis} labels missing")
    checks.labels(what, set(given) - set(wanted), f"{axis} labels that the tables do not have")


def _column(checks: Checks, what: str, table: pd.DataFrame, name: str, *, endless: bool = False) -> Floats:
    """Read a column of numbers of at least 0; ``endless`` also takes infinity, for no bound."""
    numbers = pd.to_numeric(table[name], errors="coerce").to_numpy(float)
    good = (numbers >= 0) & (endless | np.isfinite(numbers))
    checks.labels(f"{what}.{name}", table.index[~good], "give a number of at least 0")
    return np.where(good, numbers, 0.0)


def _grid(checks: Checks, what: str, frame: pd.DataFrame, rows: list[Hashable], columns: list[Hashable]) -> Floats:
    """Read a frame households x municipalities in order of the labels; missing stays missing."""
    _joined(checks, what, frame.index, rows, "household")
    _joined(checks, what, frame.columns, columns, "municipality")
    checks.stop()
    try:
        return frame.reindex(index=rows, columns=columns).to_numpy(float, na_value=np.nan)
    except (TypeError, ValueError):
        checks.found.append(f"{what}: give numbers only")
        checks.stop()
        raise


def _dwellings(checks: Checks, households: pd.DataFrame, municipalities: pd.DataFrame) -> tuple[Ints, Floats]:
    """Read the class that each household needs and the whole dwellings of each class."""
    numbers = [int(m[1]) for name in municipalities if (m := re.fullmatch(r"dwellings_class_(\d+)", str(name)))]
    classes = sorted(numbers)
    need = np.ones(len(households), np.int64)
    if "min_dwelling_class" in households:
        need = np.ceil(_column(checks, "households", households, "min_dwelling_class")).astype(np.int64)
        if not classes:
            checks.found.append("households.min_dwelling_class: municipalities have no column dwellings_class_1")
    if classes != list(range(1, len(classes) + 1)):
        checks.found.append(f"municipalities: number the columns dwellings_class_1, 2, ... without gaps, not {classes}")
        return need, np.zeros((len(municipalities), 0))
    columns = [_column(checks, "municipalities", municipalities, f"dwellings_class_{k}") for k in classes]
    return need, np.floor(np.array(columns).reshape(len(classes), len(municipalities)).T)


def _columns(
    checks: Checks, households: pd.DataFrame, municipalities: pd.DataFrame, *, needs_persons: bool
) -> tuple[str, ...]:
    """Check that the columns that are needed exist; give the further sizes that municipalities bound."""
    for what, table in (("households", households), ("municipalities", municipalities)):
        checks.labels(what, set(table.index[table.index.duplicated()]), "labels given twice")
    if "persons" not in households and needs_persons:
        checks.found.append("households: column persons is missing")
    if "capacity_persons" not in municipalities:
        checks.found.append("municipalities: column capacity_persons is missing")
    named = [str(name).removeprefix("capacity_") for name in municipalities if str(name).startswith("capacity_")]
    sizes = tuple(sorted(set(named) - {"persons"}))
    for size in sizes:
        if size not in households:
            checks.found.append(f"municipalities.capacity_{size}: households have no column {size}")
    return sizes


def _pairs(
    checks: Checks,
    rows: list[Hashable],
    columns: list[Hashable],
    frames: tuple[pd.DataFrame, pd.DataFrame | None, pd.DataFrame | None],
) -> tuple[Floats, Bools, Floats | None]:
    """Read score, compatible and weight: scores, pairs that exist, persons used [household x place]."""
    score, compatible, weight = frames
    points = _grid(checks, "score", score, rows, columns)
    open_ = np.isfinite(points)
    if np.isinf(points).any():
        checks.found.append("score: give finite numbers, and leave empty what is not possible")
    if compatible is not None:
        mask = _grid(checks, "compatible", compatible, rows, columns)
        if not np.isin(mask, (0, 1)).all():
            checks.found.append("compatible: give True or False for every pair")
        open_ &= mask == 1
    use = None if weight is None else _grid(checks, "weight", weight, rows, columns)
    if use is not None:
        checks.labels(
            "weight",
            {rows[h] for h in np.flatnonzero((open_ & ~((use >= 0) & np.isfinite(use))).any(axis=1))},
            "give a number of at least 0 for every pair that has a score; wrong for households",
        )
        use = np.where(open_, use, 0.0)
    return points, open_, use


def read_tables(
    households: pd.DataFrame,
    municipalities: pd.DataFrame,
    score: pd.DataFrame,
    compatible: pd.DataFrame | None = None,
    weight: pd.DataFrame | None = None,
) -> Instance:
    """Join the tables on labels and check them.

    Raises
    ------
    ValueError
        Labels that do not match or are given twice, missing columns, and numbers that cannot be; all named at once.
    """
    checks = Checks()
    sizes = _columns(checks, households, municipalities, needs_persons=weight is None)
    checks.stop()
    rows, columns = in_order(households.index), in_order(municipalities.index)
    who, where = households.loc[rows], municipalities.loc[columns]
    n, m = len(rows), len(columns)
    points, open_, use = _pairs(checks, rows, columns, (score, compatible, weight))
    need, dwellings = _dwellings(checks, who, where)
    no_minimum = "minimum_persons" not in where
    minimum = np.zeros(m) if no_minimum else _column(checks, "municipalities", where, "minimum_persons")
    instance = Instance(
        tuple(rows),
        tuple(columns),
        _column(checks, "households", who, "persons") if "persons" in who else np.ones(n),
        use,
        sizes,
        np.array([_column(checks, "households", who, size) for size in sizes]).reshape(len(sizes), n).T,
        _column(checks, "municipalities", where, "capacity_persons", endless=True),
        np.array([_column(checks, "municipalities", where, f"capacity_{s}", endless=True) for s in sizes])
        .reshape(len(sizes), m)
        .T,
        minimum,
        need,
        dwellings,
        points,
        open_,
    )
    checks.stop()
    return instance
