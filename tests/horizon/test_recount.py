"""What the tables of a plan say is counted again from those tables, and a planted wrong number is found."""

from types import MappingProxyType

import numpy as np
import pytest
from planning import program_of_plan
from random_cases import random_case
from recounting import balance_broken, homes_broken, pace_broken, sums_broken

from inputs.horizon import Plankeuzes, next_quarters, plan_values, series
from optimizer.horizon.outcome import outcome
from optimizer.horizon.outlook import outlook
from optimizer.horizon.program import plan_program
from optimizer.horizon.solve import proved, solve_plan
from reports.horizon.tables import plan_csv, plan_frames

ALL = {
    "bouw.splitsen": 0.5,
    "bouw.woningdelen": 0.5,
    "bouw.doorstroom": 0.7,
    "bouw.groot": 0.3,
    "omklappen.deel": 0.02,
    "budget.sft_miljoen": 1.5,
    "zelf.alleen": 0.03,
    "nareis.vertraging": 2.0,
    "instroom.per_100000_inwoners": 30.0,
}
LEVERS = {
    "basis": {},
    "alles": ALL,
    "tijdelijk": {"duur.doorstroom": 2.0, "duur.har": 1.0, "bouw.doorstroom": 1.0},
}


def solved(levers, seed=7, quarters=5):
    built = random_case(120, 6, seed)
    values = {name: p.waarde for name, p in plan_values().items()} | LEVERS[levers]
    keuzes = Plankeuzes(quarters, waarden=MappingProxyType(LEVERS[levers]))
    look = outlook(*built, series(keuzes, next_quarters(built.case.scenario.kwartaal, quarters)))
    program = plan_program(look)
    plan = outcome(program, solve_plan(program))
    frames = {name: plan_csv(frame) for name, frame in plan_frames(built.case, plan).items()}
    return built.case, plan, frames, values


@pytest.mark.parametrize("levers", LEVERS)
@pytest.mark.parametrize("seed", [7, 8])
def test_a_plan_keeps_its_homes_its_pace_and_its_balance(levers, seed):
    case, plan, frames, values = solved(levers, seed)

    assert homes_broken(case, frames, values) == []
    assert pace_broken(case, frames, values) == []
    assert balance_broken(frames, sum(h.personen for h in case.huishoudens)) == []
    assert sums_broken(frames) == []
    assert 0 <= plan.marge < 0.01


def test_a_household_more_in_a_home_than_there_is_is_found():
    case, _, frames, values = solved("basis")
    head, first, *rest = frames["plaatsingen"].splitlines(keepends=True)
    cells = first.split(";")
    cells[7] = "99,0"

    frames["plaatsingen"] = "".join([head, ";".join(cells), *rest])

    assert homes_broken(case, frames, values)
    assert sums_broken(frames) == []  # persons are another column


def test_a_person_less_that_waits_is_found():
    case, _, frames, _ = solved("basis")
    lines = frames["kwartalen"].splitlines(keepends=True)
    cells = lines[2].split(";")
    cells[8] = f"{float(cells[8].replace(',', '.')) - 1:.4f}".replace(".", ",")

    frames["kwartalen"] = "".join([*lines[:2], ";".join(cells), *lines[3:]])

    assert balance_broken(frames, sum(h.personen for h in case.huishoudens))


def test_a_home_ready_a_kwartaal_too_soon_is_found():
    case, _, frames, values = solved("basis")

    assert pace_broken(case, frames, values | {"looptijd.flex": 3.0})


@pytest.mark.parametrize("noise", [0.0, 0.01, 1.0])
def test_no_prices_prove_more_than_the_plan_weighs(noise):
    built = random_case(60, 4, 5)
    program = program_of_plan(built, 3, instroom__factor=1.0, bouw__flex=1.0, spreiding__factor=1.0)
    done = solve_plan(program)
    random = np.random.default_rng(1)

    bound = proved(program.arrays, done.duals * (1 + noise * random.standard_normal(len(done.duals))))

    assert bound <= done.value + 1e-6
    if not noise:
        assert bound == pytest.approx(done.bound)
