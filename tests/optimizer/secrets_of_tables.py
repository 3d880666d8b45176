"""Small tables whose every possible content can be written down, and ways to publish them."""

import itertools

import numpy as np
import scipy.sparse as sp

from optimizer.suppression.pattern import hide
from optimizer.suppression.proof import Between, Said, meaning
from optimizer.suppression.rounding import Protection
from optimizer.suppression.table import LAND, Table, table_of_areas


def table(persons, provincies, regios=None, inhabitants=None):
    """Give the table of gemeenten a, b, c, ... of 100 inhabitants each."""
    codes = "abcdefgh"[: len(persons)]
    areas = [("provincie", list(provincies)), ("arbeidsmarktregio", list(regios or provincies))]
    return table_of_areas(codes, areas, persons, inhabitants or [100] * len(persons))


def free_table(names, counts, rows, upper):
    """Give a table of any counts, whose rows name the parts of each total."""
    at = {name: n for n, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    for row, (total, parts) in enumerate(rows.items()):
        matrix[row, at[total]] = -1
        matrix[row, [at[part] for part in parts]] = 1
    counts, nothing = np.array(counts), np.zeros(len(names), np.int64)
    assert not (matrix @ counts).any(), "the planted counts do not add up"
    cost, most = 1 + np.arange(len(names)) / 1000, np.full(len(names), upper)
    cells = tuple(("cel", name) for name in names)
    return Table(cells, counts, sp.csc_array(matrix), nothing, most, cost, nothing.astype(bool))


def names(table, which):
    """Name the counts of a table that are marked."""
    return {(kind, name) for (kind, name), marked in zip(table.cells, which, strict=True) if marked}


def gemeenten(table, which):
    return "".join(sorted(name for kind, name in names(table, which) if kind == "gemeente"))


def hidden(table, threshold=5, base=1):
    return hide(table, Protection(threshold, base)).hidden


def published(table, which, threshold=5, base=1, provincies=None, regios=None):
    """Say what a reader of the published table knows, a hidden count within what anyone knows."""
    codes = [name for kind, name in table.cells if kind == "gemeente"]
    members = {("gemeente", code): (code,) for code in codes} | {LAND: tuple(codes)}
    for kind, of in (("provincie", provincies), ("arbeidsmarktregio", regios or provincies)):
        for name in set(of or ()):
            members[kind, name] = tuple(c for c, n in zip(codes, of, strict=True) if n == name)
    rounded = Protection(threshold, base).rounded(table.counts)
    return [
        Said(
            *cell,
            members[cell],
            told(table, n) if which[n] else told(table, n).and_also(meaning(int(rounded[n]), threshold, base)),
            bool(which[n]),
        )
        for n, cell in enumerate(table.cells)
    ]


def told(table, n):
    """Say what anyone knows of a count before it is published."""
    return Between(int(table.lower[n]), int(table.upper[n]))


def everything_that_fits(table, which, protection):
    """Write down every whole table that fits what is published, a column a count; rounding is tried out."""
    kinds = [kind for kind, _ in table.cells]
    count, most = kinds.count("gemeente"), int(table.upper[: kinds.count("gemeente")].max())
    grid = np.array(list(itertools.product(range(most + 1), repeat=count)))
    sums = (table.relations[:, :count].T).toarray()
    tables = np.hstack([grid, np.rint(grid @ sums).astype(np.int64)])
    fits = (tables >= table.lower).all(axis=1) & (tables <= table.upper).all(axis=1)
    for n in np.flatnonzero(~which):
        same = [nearest(v, protection.base) for v in range(int(tables[:, n].max()) + 1)]
        allowed = np.array([v == 0 or v >= protection.threshold for v in range(len(same))])
        fits &= (np.array(same)[tables[:, n]] == nearest(int(table.counts[n]), protection.base)) & allowed[tables[:, n]]
    return tables[fits]


def nearest(count, base):
    """Round to the nearest multiple by comparing distances, halves up."""
    below = count - count % base
    return below if count - below < below + base - count else below + base
