"""Keep rows in the search bring whole households below ceilings that the weighted sum alone leaves broken."""

from dataclasses import replace

import numpy as np
import pytest
from cases import program_of

from geodata.distances import distances, main_places
from inputs.example.generate import write_example
from inputs.read import read_case
from optimizer import in_order
from optimizer.clock import Clock
from optimizer.decide import Effort, decide
from optimizer.in_order import decide_in_order, excesses
from optimizer.model import Keep
from optimizer.neighbourhood import cut_out
from optimizer.plan import goal_values, objective


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """Read 200 households in 12 gemeenten: uitstroom first within 2 %, then spreiding within 10 %."""
    folder = tmp_path_factory.mktemp("ceilings") / "case"
    write_example(folder, main_places(), households=200, seed=1, gemeenten=12)
    case, _ = read_case(folder)
    order = {"volgorde": ("uitstroom", "spreiding"), "tolerantie": (0.02, 0.1), "tolerantie_vast": (0.0, 0.0)}
    case = replace(case, scenario=replace(case.scenario, doelen="op_volgorde", **order))
    return program_of((case, distances(case.opvanglocaties, tuple(g.gemeentecode for g in case.gemeenten))))


def test_without_keep_rows_spreiding_passes_its_ceiling_and_with_them_it_does_not(program, monkeypatch):
    effort = Effort(0.005, Clock(60))

    guarded, kept = decide_in_order(program, effort)
    monkeypatch.setattr(in_order, "REPAIRS", 0)
    _, broken = decide_in_order(program, effort)

    assert broken.bewaakt == 0
    assert list(broken.boven_plafond) == ["spreiding"]
    assert kept.bewaakt >= 1
    assert kept.boven_plafond == {}
    assert guarded.proof.proven
    assert guarded.proof.objective == pytest.approx(objective(guarded.program, guarded.plan))


def test_the_start_of_a_part_with_keep_rows_is_feasible_and_worth_the_penalised_plan(program):
    """Everything is one part, so that its start costs what the plan costs, with 7 punten a person above half."""
    decided = decide(program, Effort(0.05, Clock(60)))
    half = goal_values(program, decided.plan)["uitstroom"] / 2
    held = replace(program, keeps=(Keep("uitstroom", half, 7.0),))
    quarter = program.quarter
    every, people = np.arange(quarter.plekken.count), np.arange(quarter.people.count)

    part = cut_out(held, decided.plan, every, people, held.allowed)
    row = part.arrays.matrix @ part.start

    assert (row <= part.arrays.upper + 1e-6).all()
    assert (row >= part.arrays.lower - 1e-6).all()
    assert part.arrays.cost @ part.start == pytest.approx(objective(held, decided.plan))
    assert objective(held, decided.plan) == pytest.approx(objective(program, decided.plan) + 7 * half)
    assert excesses(decided, held.keeps) == (pytest.approx(half),)
