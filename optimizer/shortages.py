"""What is short for those who stay: the smallest list found of homes, seats and places that would house them all.

Everyone who is placed stays there. Each missing home, course seat or school place counts 1; who could not be housed
with any of them (a ground and a maximum, for one) is named apart. Smallest given this plan: a plan made for the new
homes might need fewer.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp

from inputs.domain import GEDEELD
from optimizer.explained import Tekort
from optimizer.highs import solve_milp
from optimizer.homes import suits
from optimizer.model import Floats, Ints
from optimizer.plan import NOWHERE, Plan
from optimizer.program import Arrays, Cells, Program, permitted
from optimizer.scarce import SOORT
from optimizer.stream import Stream, most_of_rows

PLEKKEN = 6
"""Plekken offered to each household: those with a free home, then where fewest seats and places are short [plekken]."""
IMPOSSIBLE = 1_000.0
"""Price of leaving a household out; far above any list of missing things for it [missing things]."""
WASTE = 1e-4
"""Price of a sleeping place of a missing home, so that the size asked for is the smallest [missing things]."""
NODES = 20
"""Branch-and-bound nodes; counted, so that two runs give the same list [nodes]."""
GAP = 0.5
"""The list found may be so far above the smallest; half a thing is none [missing things]."""
SECONDS = 1e9
"""No clock: the work is bounded by nodes [s]."""


@dataclass(frozen=True, slots=True)
class Use:
    """A household at a plek in a home: one that is free (a y cell), or one more of a type."""

    household: int
    plek: int
    cell: int | None
    form: str
    sleeps: int


Key = tuple[str, str, str]
"""Soort, gemeente (the owner of a home, the host of a place), and what."""


def shortages(program: Program, plan: Plan) -> tuple[Tekort, ...]:
    """List what would house everyone who stays, by soort, the largest number first."""
    waiting = np.flatnonzero(plan.plek == NOWHERE)
    if not len(waiting):
        return ()
    uses = _uses(program, plan)
    small = _Small(program, plan, uses, waiting)
    answer = solve_milp(small.arrays(), small.start(), NODES, GAP, SECONDS)
    columns = np.round(small.start() if answer is None else answer.columns)
    short = Counter[Key]()
    for use, chosen in zip(uses, columns, strict=False):
        if chosen and use.cell is None:
            owner = program.quarter.codes[program.quarter.plekken.owner[use.plek]]
            short["woning", owner, f"{use.form}_{use.sleeps}"] += 1
    for key, count in zip(small.missing, columns[len(uses) :], strict=False):
        short[key] += int(count)
    out = columns[len(uses) + len(small.missing) :].astype(bool)
    for household in waiting[out]:
        short["huishouden", "", f"{int(program.quarter.people.persons[household])}_personen"] += 1
    rows = [Tekort(*key, count) for key, count in short.items() if count]
    return tuple(sorted(rows, key=lambda t: (t.soort, -t.aantal, t.gemeentecode, t.wat)))


def _uses(program: Program, plan: Plan) -> list[Use]:
    """List the plekken offered to each waiting household, each with its free home or one more of the smallest type."""
    quarter, bound = program.quarter, permitted(program)
    stream, lacks = Stream(program), _lacks(program, plan)
    stream.stand_at(plan)
    persons_left = _persons_left(program, plan)
    out = []
    for household in np.flatnonzero(plan.plek == NOWHERE):
        free = stream.homes_left(int(household))
        missing = sum((np.maximum(load - left, 0) for load, left in lacks[int(household)]), np.zeros(len(free)))
        room = persons_left[quarter.plekken.owner] >= quarter.people.persons[household]
        score = np.where(bound[household] & room, missing + (free < 0), np.inf)
        for plek in np.argsort(score, kind="stable")[:PLEKKEN]:
            if not np.isfinite(score[plek]):
                continue
            if free[plek] >= 0:
                form, sleeps = quarter.homes.types[quarter.homes.offer_type[program.y.who[free[plek]]]]
                out.append(Use(int(household), int(plek), int(free[plek]), form, sleeps))
            kind = _one_more(program, int(household), int(plek))
            if kind is not None:
                out.append(Use(int(household), int(plek), None, *kind))
    return out


def _persons_left(program: Program, plan: Plan) -> Floats:
    """Give how many persons every owner may still take by its hard maximum and its locks [gemeente, persons]."""
    left = most_of_rows(program) - plan.activity
    rules = [name for name in ("share", "lock_gemeente") if program.charges[name]]
    return np.asarray(np.min([left[program.rows[name]] for name in rules], axis=0))


def _lacks(program: Program, plan: Plan) -> dict[int, list[tuple[float, Floats]]]:
    """Give for each waiting household what it asks of each kind of place, and what each plek still has of it."""
    left = most_of_rows(program) - plan.activity
    out: dict[int, list[tuple[float, Floats]]] = defaultdict(list)
    for rule in SOORT.keys() & program.rows.keys() - {"home_stock"}:
        here = left[program.rows[rule]].reshape(len(program.bounds[rule].areas), -1)
        for charge in program.charges[rule]:
            load = charge.load.toarray()
            for household in np.flatnonzero(plan.plek == NOWHERE):
                out[int(household)] += [(load[household, k], here[charge.place, k]) for k in range(load.shape[1])]
    return out


def _one_more(program: Program, household: int, plek: int) -> tuple[str, int] | None:
    """Give the smallest home that a household may take of a form that the owner opens; None where no form is open."""
    quarter = program.quarter
    case, kind = quarter.case, quarter.people.kinds[int(quarter.people.group[household])]
    voorrang = case.gemeenten[int(quarter.plekken.owner[plek])].voorrang
    capped = case.scenario.verdringing_hoogstens is not None
    closed = capped or voorrang == "nee" or (voorrang == "alleen_gezinnen" and kind.huishoudtype != "gezin")
    for form in ("sociale_huur", *sorted(case.parameters.toegang)):
        if not (closed and form == "sociale_huur") and form != GEDEELD and suits(case, kind, form, kind.slaapplaatsen):
            return form, kind.slaapplaatsen
    return None


class _Small:
    """The small program: a column per use, per kind of place that may be missing, and per household left out."""

    def __init__(self, program: Program, plan: Plan, uses: list[Use], waiting: Ints) -> None:
        self.program, self.uses, self.waiting = program, uses, waiting
        self.rows: dict[tuple[str, int], int] = {("once", int(household)): at for at, household in enumerate(waiting)}
        self.missing: dict[Key, int] = {}
        self.upper = [1.0] * len(waiting)
        self.left = most_of_rows(program) - plan.activity
        self.entries: list[tuple[int, int, float]] = []
        for at, use in enumerate(uses):
            self._take(at, use)

    def _take(self, at: int, use: Use) -> None:
        """Write the rows of one use."""
        self.entries.append((self.rows["once", use.household], at, 1.0))
        cells = [("x", Cells(np.array([use.household]), np.array([use.plek])))]
        if use.cell is not None:
            cells.append(("y", Cells(self.program.y.who[[use.cell]], self.program.y.plek[[use.cell]])))
        for layer, cell in cells:
            row, _, weight = self.program.triples("x" if layer == "x" else "y", cell)
            for real, each in zip(row.tolist(), weight.tolist(), strict=True):
                name = self._rule(real)
                if name not in {"placement", "link"}:
                    self.entries.append((self._row(name, real), at, each))

    def _row(self, name: str, real: int) -> int:
        """Give the row of what is left of a real row, with what may be missing of it."""
        key = (name, real)
        if key not in self.rows:
            self.rows[key] = len(self.rows)
            self.upper.append(max(float(self.left[real]), 0.0))
            if name in SOORT and name != "home_stock":
                bounds, at = self.program.bounds[name], real - self.program.rows[name].start
                area, kind = divmod(at, len(bounds.kinds))
                self.missing[SOORT[name], bounds.areas[area], bounds.kinds[kind]] = self.rows[key]
        return self.rows[key]

    def _rule(self, real: int) -> str:
        """Give the rule of a row."""
        return next(name for name, rows in self.program.rows.items() if rows.start <= real < rows.stop)

    def start(self) -> Floats:
        """Leave everyone out."""
        return np.concatenate([np.zeros(len(self.uses) + len(self.missing)), np.ones(len(self.waiting))])

    def arrays(self) -> Arrays:
        """Give the program: one of the uses or out for each household, and no more of anything than there is left."""
        uses, missing, waiting = len(self.uses), len(self.missing), len(self.waiting)
        elastic = [(row, uses + at, -1.0) for at, row in enumerate(self.missing.values())]
        out = [(at, uses + missing + at, 1.0) for at in range(waiting)]
        row, column, weight = zip(*self.entries, *elastic, *out, strict=True)
        shape = len(self.rows), uses + missing + waiting
        price = [0.0 if use.cell is not None else 1 + WASTE * use.sleeps for use in self.uses]
        everyone = float(self.program.quarter.people.persons.sum())
        return Arrays(
            sp.csc_array((weight, (row, column)), shape=shape),
            np.concatenate([price, np.ones(missing), np.full(waiting, IMPOSSIBLE)]),
            np.concatenate([np.ones(waiting), np.full(shape[0] - waiting, -np.inf)]),
            np.array(self.upper),
            np.concatenate([np.ones(uses), np.full(missing, everyone), np.ones(waiting)]),
            np.ones(shape[1], bool),
        )
