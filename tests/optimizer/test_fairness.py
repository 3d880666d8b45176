"""Groups that no rule knows: what is measured, what a floor changes, and that a grouping alone changes nothing."""

import numpy as np
import pytest
from cases import example, gemeente, home, household, only, program_of, solved, waiting
from random_cases import random_case

from inputs.groups import Groepen
from optimizer.baselines import taakstelling
from optimizer.explanation import Wishes
from optimizer.fairness import FLOOR, OURS, RANDOM, RULE, fares, grouping, random_fares, with_floor

A = "GM0001"
FAR = 500
"""Distance of the household that waits longest from the only home [km]."""


def one_home():
    """One home; H1 waits a week longer and lives far, H2 lives next to it. The plan places H2, the order of permit H1.

    The opgave is one person, so that the taakstelling of A is 1.
    """
    return example(
        [gemeente(A)],
        [home(A, 1)],
        [household("H1", weeks=15, site="ver"), household("H2", weeks=14)],
        km={("ver", A): FAR},
        parameters=only("uitstroom", "nabijheid"),
        opgave_personen=1,
    )


def groups_of(built, labels):
    names = sorted(h.huishouden_id for h in built.case.huishoudens)
    return Groepen("0" * 64, dict(zip(names, labels, strict=True)))


def test_the_measures_of_two_groups_of_one_are_those_of_their_households():
    built = one_home()
    answer = solved(built, wishes=Wishes(prices=0, groups=groups_of(built, "XY")))
    rows = {(g.plan, g.groep): g for g in answer.toelichting.groepen}

    assert waiting(answer) == ["H1"]
    assert (rows[OURS, "X"].geplaatste_personen, rows[OURS, "Y"].geplaatste_personen) == (0, 1)
    assert (rows[RULE, "X"].geplaatste_personen, rows[RULE, "Y"].geplaatste_personen) == (1, 0)
    assert rows[RANDOM, "X"].geplaatste_personen + rows[RANDOM, "Y"].geplaatste_personen == pytest.approx(1)
    assert rows[OURS, "X"].weken_gemiddeld == pytest.approx(15)
    assert (rows[OURS, "X"].score_gemiddeld, rows[OURS, "Y"].score_gemiddeld) == (0, 0.5)


def test_the_floor_gives_the_home_to_the_group_that_the_taakstelling_gave_it_and_its_price_is_counted():
    """With the floor H1 moves 500 km and H2 stays; without it H1 stays."""
    built = one_home()
    program = program_of(built)
    answer = solved(built, wishes=Wishes(prices=0, groups=groups_of(built, "XY"), floor=True))
    other = next(v for v in answer.vergelijkingen if v.naam == FLOOR)

    stay = [program.rates["uitstroom"] * float(w) for w in program.segments[0].price]
    price = sum(d.punten for d in other.doelen) - answer.certificate.objective

    assert [k.huishouden_id for k in other.koppelingen] == ["H1"]
    assert price == pytest.approx(FAR * program.rates["nabijheid"] + stay[1] - stay[0])
    assert price > 0
    assert waiting(answer) == ["H1"]


def test_the_plan_of_the_taakstelling_meets_its_own_floor():
    program = program_of(random_case(30, 5, 1))
    groups = grouping(program, {name: "ab"[n % 2] for n, name in enumerate(program.quarter.people.ids)})
    plan = taakstelling(program)
    fare = fares(program, plan, groups)

    above = with_floor(program, groups, fare)
    row, _, weight = above.triples("x", plan.placed)
    sums = np.bincount(row, weight, above.height)

    for rule in ("groepsvloer_plaatsen", "groepsvloer_score"):
        assert (sums[above.rows[rule]] >= above.lower[above.rows[rule]] - 1e-9).all()
        assert (above.lower[above.rows[rule]] > 0).all()


@pytest.mark.parametrize("seed", range(2))
def test_permuting_the_grouping_changes_nothing_but_its_measures(seed):
    built = random_case(30, 5, seed)
    count = len(built.case.huishoudens)
    labels = ["XYZ"[n % 3] for n in range(count)]
    one, two = (
        solved(built, gap=None, wishes=Wishes(prices=3, groups=groups_of(built, some)))
        for some in (labels, labels[::-1])
    )

    assert one.koppelingen == two.koppelingen
    assert one.ongeplaatst == two.ongeplaatst
    assert one.certificate == two.certificate
    assert one.vergelijkingen == two.vergelijkingen
    assert one.toelichting.prijzen == two.toelichting.prijzen
    assert one.toelichting.uitleg == two.toelichting.uitleg


def test_groups_add_up_to_everyone():
    program = program_of(random_case(30, 5, 0))
    groups = grouping(program, {name: "abc"[n % 3] for n, name in enumerate(program.quarter.people.ids)})

    fare = random_fares(program, groups)

    assert 0 < fare.placed.sum() <= program.quarter.people.persons.sum()
    assert 0 < fare.staying.sum() < program.quarter.people.count
