"""Scores from elsewhere take the place of the sector's, for every adult of the household, and of nobody else."""

from dataclasses import replace

import numpy as np
import pytest
from cases import (
    Example,
    example,
    gemeente,
    home,
    homes_of,
    household,
    only,
    optimum,
    program_of,
    scored,
    solved,
    worth,
)
from random_cases import SIZES, random_case

from inputs.groups import Groepen
from optimizer import generation, readable
from optimizer.clock import Clock
from optimizer.explanation import Wishes
from optimizer.fairness import OURS
from optimizer.generation import generate
from optimizer.highs import SIMPLEX, solve_lp
from optimizer.pricing import reduced_costs

A, B = "GM0001", "GM0002"
HERE_AND_THERE = [gemeente(A, regio="R1"), gemeente(B, regio="R2")]
WORK = {("R1", "zorg"): 20, ("R2", "zorg"): 10}
"""Of 30 places for 2000 inhabitants: quotients 4/3 and 2/3, so scores 4/7 in A and 2/5 in B."""
CARE = [("B1", "zorg")]
ELSEWHERE = scored("H1", GM0001=0.1, GM0002=0.9)


def two_gemeenten(people=None, **rest):
    """Build a carer for whom the sector prefers A and the score from elsewhere B."""
    homes, people = [home(A, 1), home(B, 1)], people or [household("H1")]
    return example(HERE_AND_THERE, homes, people, **({"adults": {"H1": CARE}, "work": WORK, "given": ELSEWHERE} | rest))


@pytest.mark.parametrize(("choice", "place", "missed"), [("uit", A, 1 - 4 / 7), ("aan", B, 1 - 0.9)])
def test_the_household_goes_where_the_score_that_is_chosen_is_highest(choice, place, missed):
    answer = solved(two_gemeenten(scores=choice))

    assert homes_of(answer) == {"H1": place}
    assert worth(answer, "participatie") == pytest.approx(missed)
    assert answer.koppelingen[0].score == pytest.approx(1 - missed)


def test_a_table_that_is_not_used_changes_nothing():
    with_table, without = (solved(two_gemeenten(given=given)) for given in (ELSEWHERE, ()))

    assert replace(with_table, seconds={}) == replace(without, seconds={})


def test_both_adults_of_a_couple_count_also_the_one_who_looks_for_no_work():
    """Twice 1 - 0.9; by sectors it would be (1 - 2/5) + (1 - 1/2)."""
    homes, people = [home(A, 2), home(B, 2)], [household("H1", adults=2)]
    adults = {"H1": [("B1", "zorg"), ("Z", "geen")]}

    answer = solved(example(HERE_AND_THERE, homes, people, adults=adults, work=WORK, given=ELSEWHERE, scores="aan"))

    assert homes_of(answer) == {"H1": B}
    assert worth(answer, "participatie") == pytest.approx(2 * (1 - 0.9))
    assert answer.koppelingen[0].score == pytest.approx(2 * 0.9)


@pytest.mark.parametrize(("people", "place"), [({"adults": 2}, B), ({"adults": 1, "young": 1}, A)])
def test_two_adults_outweigh_a_way_that_one_adult_does_not(people, place):
    """20 km for two persons cost 4 punten; 0.5 more of score gains 6 x 0.5 for each adult: 6 or 3."""
    homes, given = [home(A, 2), home(B, 2)], scored("H1", GM0001=0.1, GM0002=0.6)

    answer = solved(example(HERE_AND_THERE, homes, [household("H1", **people)], given=given, km={B: 20}, scores="aan"))

    assert homes_of(answer) == {"H1": place}


def test_a_household_without_scores_keeps_that_of_its_sector():
    """One home each: H1 misses 0.1 in B, and H2 by its sector 1 - 4/7 in A."""
    adults = {"H1": CARE, "H2": CARE}

    answer = solved(two_gemeenten(people=[household("H1"), household("H2")], adults=adults, scores="aan"))

    assert homes_of(answer) == {"H1": B, "H2": A}
    assert worth(answer, "participatie") == pytest.approx(0.1 + 3 / 7)


def test_a_score_of_a_region_is_that_of_the_region_where_the_household_lives():
    """The homes stand in B and count for A; the region of B is R2."""
    homes = [home(A, 1, gastgemeente=B, woonvorm="doorstroom_regionaal")]

    answer = solved(example(HERE_AND_THERE, homes, [household("H1")], given=scored("H1", R1=0.2, R2=0.7), scores="aan"))

    assert homes_of(answer) == {"H1": A}
    assert answer.koppelingen[0].score == pytest.approx(0.7)


def test_places_for_work_are_counted_by_sector_all_the_same():
    """No place for care in R2: 0.5 for the carer beyond it, on top of the 0.1 that is missed."""
    answer = solved(two_gemeenten(work={("R1", "zorg"): 10}, scores="aan"))

    assert homes_of(answer) == {"H1": B}
    assert worth(answer, "participatie") == pytest.approx(0.1 + 0.5)


def test_other_plans_and_groups_are_measured_by_the_same_score():
    """In order of permit H1 goes to A, the nearest; one home each, so that every plan places it."""
    groups = Groepen("0" * 64, {"H1": "X"})

    answer = solved(two_gemeenten(scores="aan", km={B: 1}), wishes=Wishes(prices=0, groups=groups))
    beside = {v.naam: v for v in answer.vergelijkingen}

    assert beside["volgorde"].gemiddelde_score == pytest.approx(0.1)
    assert beside["volgorde"].koppelingen[0].score == pytest.approx(0.1)
    assert next(d.waarde for d in beside["volgorde"].doelen if d.naam == "participatie") == pytest.approx(0.9)
    assert answer.kengetallen.gemiddelde_score == pytest.approx(0.9)
    assert [g.score_gemiddeld for g in answer.toelichting.groepen if g.plan == OURS] == [pytest.approx(0.9)]


def test_the_explanation_counts_the_points_of_the_same_score():
    """H1 misses 0.1 in B and 0.9 in A; H2, by its sector, 3/7 in A and 3/5 in B: 6 punten for each."""
    built = two_gemeenten(
        people=[household("H1"), household("H2")],
        adults={"H1": CARE, "H2": CARE},
        scores="aan",
        parameters=only("uitstroom", "participatie"),
    )

    first, second = solved(built, wishes=Wishes(prices=0)).toelichting.uitleg

    assert (first.punten["participatie"], second.punten["participatie"]) == pytest.approx((0.6, 6 * 3 / 7))
    assert (first.alternatief, first.wijze, first.met) == (A, "ruil", "H2")
    assert first.verschil_zelf_punten == pytest.approx(6 * 0.8)
    assert first.verschil_anderen_punten == pytest.approx(6 * (3 / 5 - 3 / 7))


def some_scored(built, seed, households=None):
    """Give every second household of a case a score at each gemeente by chance, and each fourth one by region."""
    random, case = np.random.default_rng(seed), built.case
    codes = [g.gemeentecode for g in case.gemeenten]
    regions = sorted({g.arbeidsmarktregio for g in case.gemeenten})
    given = []
    for n, h in enumerate(case.huishoudens):
        if n % 2 == 0 or households == "all":
            places = regions if n % 4 == 0 else codes
            given += scored(h.huishouden_id, **{place: round(random.random(), 3) for place in places})
    return using(built, given)


def using(built, given):
    return Example(
        replace(built.case, scores=tuple(given), scenario=replace(built.case.scenario, scores="aan")), built.afstanden
    )


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_rows_changes_nothing(seed):
    built, random = some_scored(random_case(40, 5, seed), seed), np.random.default_rng(seed)
    rows = built.case.scores

    one, other = (
        solved(using(built, given), gap=None) for given in (rows, [rows[k] for k in random.permutation(len(rows))])
    )

    assert replace(one, seconds={}) == replace(other, seconds={})
    assert one.koppelingen


@pytest.mark.parametrize("seed", range(2))
def test_scores_that_say_what_the_sectors_say_give_the_same_value(seed):
    """Each household gets the mean over its adults of their sectors' scores, so that the sum is that of the sectors."""
    built = random_case(40, 5, seed)
    quarter = program_of(built).quarter
    sums, adults = quarter.scoring.grid(np.arange(len(quarter.codes))), quarter.people.workers.sum(axis=1)
    given = [
        row
        for n, name in enumerate(quarter.people.ids)
        for row in scored(name, **dict(zip(quarter.codes, sums[n] / adults[n], strict=True)))
    ]

    one, other = optimum(program_of(built)), optimum(program_of(using(built, given)))

    assert other[0] == pytest.approx(one[0], rel=1e-9)


def test_households_with_the_same_scores_share_a_kind():
    given = [row for name in ("H1", "H2") for row in scored(name, GM0001=0.1, GM0002=0.9)]
    people = [household(name) for name in ("H1", "H2", "H3")]
    quarter = program_of(
        example(HERE_AND_THERE, [home(A, 1)], people, given=[*given, *scored("H3", R1=0.3, R2=0.4)], scores="aan")
    ).quarter

    assert quarter.scoring.table.tolist() == [[0.5, 0.5], [0.1, 0.9], [0.3, 0.4]]
    assert quarter.scoring.load.toarray().tolist() == [[0, 1, 0], [0, 1, 0], [0, 0, 1]]


def test_a_score_that_is_missing_stops_the_run_and_is_never_0():
    with pytest.raises(ValueError, match="lacks one for some gemeente"):
        program_of(two_gemeenten(given=scored("H1", GM0001=0.1), scores="aan"))


@pytest.mark.parametrize("size", SIZES[:2])
def test_readable_model_arrays_and_pricing_hold_the_same_costs(size):
    program = program_of(some_scored(random_case(*size), 1))
    cells = program.all_cells()
    arrays, grid = program.lp(cells), reduced_costs(program, np.zeros(program.height), slice(None))

    assert [c.cost for c in readable.read(program).columns] == pytest.approx(arrays.cost.tolist(), abs=1e-9)
    assert grid[cells.who, cells.plek] == pytest.approx(arrays.cost[: len(cells)], abs=1e-9)
    assert optimum(program, whole=False)[0] == pytest.approx(solve_lp(arrays, ways=(SIMPLEX,)).value, rel=1e-6)


def test_coarse_seeding_reaches_the_optimum_also_where_every_household_scores_otherwise(monkeypatch):
    program = program_of(some_scored(random_case(*SIZES[1]), 2, "all"))
    monkeypatch.setattr(generation, "LARGE", 0)

    got = generate(program, 1e-7, Clock(60))

    assert got.value == pytest.approx(solve_lp(program.lp(program.all_cells()), ways=(SIMPLEX,)).value, rel=1e-6)
    assert got.bound == pytest.approx(got.value, rel=1e-6)


@pytest.mark.parametrize(("choice", "marked"), [("aan", True), ("uit", False)])
def test_the_exported_model_says_whether_it_uses_scores_from_elsewhere(choice, marked):
    text = readable.lp_text(program_of(two_gemeenten(scores=choice)))

    assert ("participatie uses scores from elsewhere" in text) == marked
