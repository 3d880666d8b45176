"""A goal is reached as far as can be, with the fewest homes, both proved; then homes are made whole and recounted."""

from dataclasses import replace
from math import ceil, fsum

import numpy as np

from optimizer.highs import SolverError, solve_lp
from optimizer.horizon.goal import MET, Doelprogramma, recount
from optimizer.horizon.measures import CONVERSION
from optimizer.horizon.reached import Bereikt
from optimizer.horizon.solve import ROUNDING, Opgelost, proved
from optimizer.model import Bools, Floats

SLACK = 0.01
"""How far a later step may move what an earlier one found [persons]."""
REPAIRS = 4
"""Rounds in which homes are added where rounding left something short [rounds]."""
PRICE = 100_000.0
"""Price of a person short of the goal once the homes are whole, above all else [punten/person]."""


def reach(program: Doelprogramma, *, fewest: bool) -> Bereikt:
    """Reach a goal as far as can be, with the fewest homes or with those that the plan itself finds best."""
    arrays = program.plan.arrays
    bare = replace(arrays, integer=None)
    least = replace(bare, cost=program.short)
    first = solve_lp(least)
    short_bound = max(proved(least, first.duals), 0.0)
    upper, homes_bound = arrays.upper.copy(), 0.0
    upper[program.short_row] = program.short @ first.columns + SLACK
    if fewest:
        few = replace(bare, cost=program.homes, upper=upper)
        second = solve_lp(few)
        homes_bound = max(proved(few, second.duals), 0.0)
        upper = upper.copy()
        upper[program.homes_row] = ceil(program.homes @ second.columns - ROUNDING)
    third = solve_lp(replace(bare, upper=upper))
    columns, short = _whole(program, third.columns, float(upper[program.short_row]))
    value, bound = fsum(arrays.cost * columns), proved(arrays, third.duals)
    return Bereikt(
        columns,
        third.duals,
        value,
        min(bound, value),
        short,
        short_bound,
        round(float(program.homes @ columns)),
        homes_bound,
    )


def as_solved(reached: Bereikt) -> Opgelost:
    """Give it as any solved plan."""
    return Opgelost(reached.columns, reached.duals, reached.value, reached.bound)


def _whole(program: Doelprogramma, columns: Floats, allowed: float) -> tuple[Floats, Floats]:
    """Make what starts whole; where that leaves something short, add homes and look again."""
    found, short = _fixed(program, rounded(program, columns))
    for _ in range(REPAIRS):
        if short.sum() <= allowed + MET / 10:
            break
        more = _more(program, found, allowed)
        if more is None:
            break
        found, short = _fixed(program, more)
    return found, short


def _fixed(program: Doelprogramma, starts: Floats) -> tuple[Floats, Floats]:
    """Solve with what starts fixed; give the columns and what falls short."""
    arrays, whole = program.plan.arrays, whole_columns(program)
    low, high = np.where(whole, starts, 0.0), np.where(whole, starts, arrays.column_upper)
    cost = arrays.cost + PRICE * program.short
    solved = solve_lp(replace(arrays, cost=cost, column_lower=low, column_upper=high, integer=None))
    columns = np.where(whole, np.rint(solved.columns), solved.columns)
    return columns, recount(program, columns)


def _more(program: Doelprogramma, found: Floats, allowed: float) -> Floats | None:
    """Add the fewest homes that mend what is short, rounded up; None where none can be added."""
    arrays, whole = program.plan.arrays, whole_columns(program)
    upper = arrays.upper.copy()
    upper[program.short_row] = allowed + SLACK
    low = np.where(whole, np.rint(found), 0.0)
    try:
        mended = solve_lp(replace(arrays, cost=program.homes, upper=upper, column_lower=low, integer=None))
    except SolverError:
        return None
    starts = np.where(whole, np.ceil(mended.columns - ROUNDING), 0.0)
    return starts if _allowed(program, starts) and (starts > low).any() else None


def rounded(program: Doelprogramma, columns: Floats) -> Floats:
    """Round what starts up as one running sum over kwartalen and places; down where that breaks a budget.

    What takes a home or a bed away is cut off place by place: elsewhere there may be none to take.
    """
    up, down = np.zeros(len(columns)), np.zeros(len(columns))
    for way in program.plan.look.measures:
        block = program.plan.tableau.columns[f"start_{way.kind.naam}"]
        values, most = columns[block].ravel(), program.plan.arrays.column_upper[block].ravel()
        if way.kind.takes is not None or way.kind.naam == CONVERSION:
            up[block] = down[block] = np.floor(values + ROUNDING).reshape(block.shape)
            continue
        upto = np.cumsum(values)
        up[block] = _running(np.ceil(upto - ROUNDING), most).reshape(block.shape)
        down[block] = _running(np.floor(upto + ROUNDING), most).reshape(block.shape)
    return up if _allowed(program, up) else down


def _running(sums: Floats, most: Floats) -> Floats:
    """Give parts with these running sums; what does not fit at a place goes to the next.

    >>> _running(np.array([1.0, 3.0, 3.0]), np.array([1.0, 1.0, 1.0])).tolist()
    [1.0, 1.0, 1.0]
    """
    made, given = np.zeros(len(sums)), 0.0
    for n, upto in enumerate(sums):
        made[n] = min(max(upto - given, 0.0), most[n])
        given += made[n]
    return made


def _allowed(program: Doelprogramma, starts: Floats) -> bool:
    """Say whether what starts stays within the rows that hold nothing else, such as a budget, and within its pace."""
    arrays, whole = program.plan.arrays, whole_columns(program)
    other = abs(arrays.matrix) @ (~whole).astype(float)
    only: Bools = other == 0
    sums = arrays.matrix @ starts
    return bool((sums[only] <= arrays.upper[only] + ROUNDING).all() and (starts <= arrays.column_upper).all())


def whole_columns(program: Doelprogramma) -> Bools:
    """Mark the columns that must be whole."""
    arrays = program.plan.arrays
    return np.zeros(len(arrays.cost), bool) if arrays.integer is None else arrays.integer
