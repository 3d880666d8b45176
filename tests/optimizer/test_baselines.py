"""Other rules on the same homes: small cases that a reader can place by hand, and every figure recounted."""

from dataclasses import replace

import numpy as np
import pytest
from cases import Example, example, gemeente, home, household, program_of
from random_cases import random_case

from inputs.keuzes import Gekoppeld
from optimizer.baselines import baselines, by_permit, taakstelling, volgorde, willekeurig, zoals_gekoppeld
from optimizer.filler import in_order_of_permit
from optimizer.kpis import kengetallen
from optimizer.plan import breaches, empty_plan, recount

A, B = "GM0001", "GM0002"


def names_at(program, plan):
    people, plekken = program.quarter.people, program.quarter.plekken
    return {people.ids[h]: plekken.names[p] for h, p in enumerate(plan.plek) if p >= 0}


def two_gemeenten(**scenario):
    """Two singles, the longest wait first; a home in A and two in B, A nearer. Key: 500 and 1500 inhabitants."""
    return example(
        [gemeente(A, 500), gemeente(B, 1500)],
        [home(A, 1), home(B, 1, count=2)],
        [household("H1", weeks=30), household("H2", weeks=20), household("H3", weeks=10)],
        km={A: 1, B: 50},
        **scenario,
    )


def test_the_order_of_permit_gives_the_near_home_to_the_longest_wait():
    program = program_of(two_gemeenten())

    assert [program.quarter.people.ids[h] for h in by_permit(program)] == ["H1", "H2", "H3"]
    assert names_at(program, volgorde(program)) == {"H1": A, "H2": B, "H3": B}


def test_the_taakstelling_stops_at_the_number_by_inhabitants():
    """Two persons over 500 and 1500 inhabitants: 0.5 and 1.5, so 1 and 1 (largest remainder, ties to the first)."""
    program = program_of(two_gemeenten(opgave_personen=2))

    assert names_at(program, taakstelling(program)) == {"H1": A, "H2": B}


def test_a_coupling_that_does_not_fit_is_named_and_not_placed():
    """A has one home: the coupling of H2, who waits less long than H1, does not fit."""
    built = two_gemeenten()
    coupled = (Gekoppeld("H1", A), Gekoppeld("H2", A))
    program = program_of(Example(replace(built.case, gekoppeld=coupled), built.afstanden))

    plan, misfits = zoals_gekoppeld(program)

    assert names_at(program, plan) == {"H1": A}
    assert misfits == ("H2",)


def test_without_couplings_there_is_no_such_baseline():
    assert [b.naam for b in baselines(program_of(two_gemeenten()))] == ["taakstelling", "volgorde", "willekeurig"]


def test_the_figures_of_an_empty_plan_are_those_of_everyone_waiting():
    """Weeks 30, 20 and 10: mean 20, longest 30; beyond 14: 16 + 6 = 22 person-weeks. Targets 1 and 2, nobody placed."""
    program = program_of(two_gemeenten(opgave_personen=3))

    figures = kengetallen(program, recount(program, empty_plan(program)))

    assert figures.wachtenden_weken_gemiddeld == pytest.approx(20)
    assert figures.wachtenden_weken_hoogste == pytest.approx(30)
    assert figures.persoonsweken_na_norm == pytest.approx(22)
    assert (figures.gezinnen_wachtend, figures.afwijking_personen) == (0, 3)


@pytest.mark.parametrize("seed", range(4))
def test_the_fast_filler_places_as_the_one_that_asks_plek_by_plek(seed):
    program = program_of(random_case(40, 6, seed))
    fast, slow = volgorde(program), in_order_of_permit(program)

    assert fast.plek.tolist() == slow.plek.tolist()
    assert fast.homes.tolist() == slow.homes.tolist()


@pytest.mark.parametrize("seed", range(4))
def test_every_baseline_is_lawful_and_leaves_nobody_who_could_be_placed(seed):
    program = program_of(random_case(40, 6, seed))

    for plan in (volgorde(program), taakstelling(program), willekeurig(program)):
        assert breaches(program, plan) == []
        assert np.allclose(plan.activity, recount(program, plan).activity)


def test_the_random_baseline_is_the_same_every_time():
    program = program_of(random_case(40, 6, 1))

    assert willekeurig(program).plek.tolist() == willekeurig(program).plek.tolist()
