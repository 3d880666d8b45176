"""What one more would change: cases in which a reader knows the worth of the one that is missing."""

import numpy as np
import pytest
from cases import example, gemeente, home, household, only, program_of, solved
from random_cases import random_case

from optimizer.clock import Clock
from optimizer.explanation import Wishes
from optimizer.filler import fill_up, first_plan
from optimizer.generation import generate
from optimizer.one_more import carried, program_with
from optimizer.parts import prepare
from optimizer.plan import breaches, objective
from optimizer.prices import Again, bound_drop, one_price, reduced
from optimizer.pricing import price
from optimizer.program import Cells
from optimizer.scarce import barrier, scarce, views

A, B = "GM0001", "GM0002"


def prices_of(built):
    found = solved(built, wishes=Wishes()).toelichting.prijzen
    return {(p.soort, p.gemeentecode, p.wat): p for p in found}


def again_of(built):
    program = program_of(built)
    relaxation = generate(program, 1e-6, Clock(60))
    search = prepare(program, relaxation)
    return Again(
        search, fill_up(program, first_plan(program, relaxation), search.regret), relaxation.bound, built.afstanden
    )


def test_the_one_missing_home_is_worth_what_it_costs_to_leave_its_household_waiting():
    """Two singles of 14 weeks, one home: one stays, 1 weighted person at 60 punten; nothing else is priced."""
    built = example([gemeente(A)], [home(A, 1)], [household("H1"), household("H2")], parameters=only("uitstroom"))
    rate = program_of(built).rates["uitstroom"]

    found = prices_of(built)["woning", A, "sociale_huur_1"]

    assert found.winst_punten_minstens == pytest.approx(rate)
    assert found.winst_punten_hoogstens == pytest.approx(rate)
    assert (found.nu, found.extra_personen, found.methode) == (1, 1, "geheel")


def test_a_home_of_a_size_that_a_gemeente_has_none_of_opens_its_own_columns():
    """A family of three waits for a home in A; B has one for three, taken by another family. A has none: nu 0."""
    families = [household("H1", adults=1, young=2), household("H2", adults=1, young=2)]
    built = example([gemeente(A), gemeente(B)], [home(B, 3)], families, parameters=only("uitstroom"))
    program = program_of(built)
    weight = program.segments[0].price[0] * program.rates["uitstroom"]

    found = prices_of(built)["woning", A, "sociale_huur_3"]

    assert found.winst_punten_minstens == pytest.approx(weight)
    assert (found.nu, found.extra_personen) == (0, 3)


def test_the_one_missing_seat_frees_the_home_that_stands_empty():
    """Two homes, one seat of B1: the second single waits for the seat, not for the home."""
    built = example(
        [gemeente(A)],
        [home(A, 1, count=2)],
        [household("H1"), household("H2")],
        seats={(A, "B1"): 1},
        parameters=only("uitstroom"),
    )
    rate, found = program_of(built).rates["uitstroom"], prices_of(built)

    assert found["cursusplaats", A, "B1"].winst_punten_minstens == pytest.approx(rate)
    assert ("woning", A, "sociale_huur_1") not in found


def test_where_nobody_waits_and_nothing_is_lost_nothing_is_scarce():
    built = example([gemeente(A)], [home(A, 1, count=3)], [household("H1")], parameters=only("uitstroom"))

    assert prices_of(built) == {}


def test_explaining_does_not_change_the_plan():
    built = random_case(40, 6, 2)

    plain, told = solved(built, gap=None), solved(built, gap=None, wishes=Wishes(prices=4))

    assert plain.koppelingen == told.koppelingen
    assert plain.certificate == told.certificate


@pytest.mark.parametrize("seed", range(2))
def test_prices_do_not_depend_on_how_many_work_on_them(seed):
    built = random_case(40, 6, seed)
    one, two = (solved(built, gap=None, wishes=Wishes(prices=4), workers=n).toelichting for n in (1, 2))

    assert one == two


@pytest.mark.parametrize("seed", range(2))
def test_the_bound_with_one_more_is_that_of_pricing_every_column(seed):
    """For each item duals are written down that prove the same drop over all columns of the case with one more."""
    again = again_of(random_case(40, 6, seed))
    seen = views(again.search)

    for item in scarce(again.search, 12):
        raised = program_with(again.search.program, item, again.afstanden)
        drop = bound_drop(again.search, raised, item, seen)
        bound = max(price(raised, duals).bound for duals in candidates(again, raised, item, seen))

        assert bound >= price(again.search.program, again.search.duals).bound - drop - 1e-6


def candidates(again, raised, item, seen):
    """Duals for the case with one more: unchanged, or with the rows that had no column priced for their new ones."""
    yield again.search.duals
    row = raised.rows[item.rule].start + item.area * len(raised.bounds[item.rule].kinds) + item.kind
    duals = again.search.duals.copy()
    if item.rule == "home_stock":
        homes, groups = raised.quarter.homes, len(raised.quarter.people.kinds)
        link = raised.rows["link"].start + item.area * groups + np.arange(groups)
        duals[link] = seen.link[:, item.area]
        takes = (homes.offer_type == item.kind) & homes.open[:, item.area]
        duals[row] = min(0, seen.offer[takes, item.area].min())
    else:
        new = Cells(*np.nonzero(raised.allowed & ~again.search.program.allowed))
        at, column, weight = raised.triples("x", new)
        load = np.bincount(column, weight * (at == row), len(new))
        open_ = reduced(raised, duals, new) + duals[row] * load
        duals[row] = min(duals[row], (open_ / np.maximum(load, 1)).min(initial=0.0))
    yield duals


@pytest.mark.parametrize("seed", range(2))
def test_the_gain_is_within_what_the_bound_leaves_and_the_carried_plan_is_the_same_plan(seed):
    again = again_of(random_case(40, 6, seed))
    program, seen = again.search.program, views(again.search)

    for item in scarce(again.search, 4):
        raised = program_with(program, item, again.afstanden)
        plan, found = carried(program, again.plan, raised), one_price(again, item, seen)

        assert breaches(raised, plan) == []
        assert objective(raised, plan) == pytest.approx(objective(program, again.plan))
        assert 0 <= found.winst_punten_minstens <= found.winst_punten_hoogstens + 1e-6


@pytest.mark.parametrize("seed", range(2))
def test_the_open_cells_are_those_of_the_homes_and_of_the_rules(seed):
    program = program_of(random_case(40, 6, seed))

    assert (program.allowed == (program.quarter.fits & barrier(program))).all()


def test_one_large_family_does_not_fill_the_list():
    """Ten gemeenten without a home for five, one family of five waiting: eight rows of the same kind at most."""
    places = [gemeente(f"GM{n:04d}") for n in range(1, 11)]
    homes = [home("GM0001", 5), home("GM0001", 1)]
    families = [household("H1", adults=1, young=4), household("H2", adults=1, young=4)]
    built = example(places, homes, families, parameters=only("uitstroom"))

    assert len([key for key in prices_of(built) if key[2] == "sociale_huur_5"]) == 8
