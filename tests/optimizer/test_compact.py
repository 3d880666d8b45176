"""The program with columns for the persons of each gemeente has the optimum and the duals of the one written out."""

import numpy as np
import pytest
from cases import program_of
from random_cases import SIZES, random_case

from optimizer.compact import compact, solve
from optimizer.highs import SIMPLEX, solve_lp
from optimizer.pricing import price

EVERYTHING = {
    "band_provincie": 0.02,
    "band_regio": 0.02,
    "menging_band": 0.1,
    "min_uitstroom_personen": 60,
}


@pytest.mark.parametrize("size", SIZES)
def test_the_optimum_and_the_bound_are_those_of_the_program_written_out(size):
    program = program_of(random_case(*size, **EVERYTHING))
    cells = program.all_cells()

    short, long = solve(program, compact(program), cells), solve_lp(program.lp(cells), (SIMPLEX,))

    assert short.value == pytest.approx(long.value, rel=1e-6)
    assert len(short.columns) == len(long.columns)
    assert price(program, short.duals).bound == pytest.approx(long.value, rel=1e-6)


def test_share_province_region_mix_and_outflow_are_counted_once():
    program = program_of(random_case(*SIZES[0], **EVERYTHING))
    found = compact(program)
    cells = program.all_cells()

    names = {name for name, charges in program.charges.items() if charges != found.rest.charges[name]}

    assert names == {"share", "share_provincie", "share_regio", "fair_mix", "min_outflow"}
    assert program.matrix("x", cells).nnz - found.rest.matrix("x", cells).nnz >= 5 * len(cells)


def test_the_persons_column_is_what_the_rules_counted():
    program = program_of(random_case(*SIZES[0], **EVERYTHING))
    found, cells = compact(program), program.all_cells()
    x = np.random.default_rng(1).random(len(cells))
    persons = np.bincount(
        program.quarter.plekken.owner[cells.plek],
        program.quarter.people.persons[cells.who] * x,
        len(program.quarter.codes),
    )

    whole = program.matrix("x", cells) @ x
    parts = found.rest.matrix("x", cells) @ x + found.columns @ persons

    assert whole == pytest.approx(parts)
