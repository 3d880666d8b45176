import pytest
from cases import (
    PARAMETERS,
    example,
    gemeente,
    home,
    homes_of,
    household,
    lock,
    optimum,
    program_of,
    solved,
    waiting,
    without,
    worth,
)
from planted import PLANTED as RULE_CASES

from optimizer.goals import GOALS
from optimizer.people import tie_number
from optimizer.rules import RULES

A, B, C = "GM0001", "GM0002", "GM0003"
HERE_AND_THERE = [home(A, 1), home(B, 1)]


def far_target():
    """Put A at 0 km with a target of 0, B at 10 km with 1 person: 1 punt of distance against 4 + 4 of share."""
    gemeenten, single = [gemeente(A, 1), gemeente(B, 999)], [household("H1")]
    return example(gemeenten, HERE_AND_THERE, single, km={B: 10}, opgave_personen=1, band=0.0, band_personen=0)


def far_work():
    """Score zorg 0 in A at 0 km and 2/3 in B at 10 km: 1 punt of distance against 6 x 2/3 = 4 of work."""
    gemeenten = [gemeente(A, regio="R1"), gemeente(B, regio="R2")]
    adults, work = {"H1": [("B1", "zorg")]}, {("R1", "zorg"): 0, ("R2", "zorg"): 10}
    return example(gemeenten, HERE_AND_THERE, [household("H1")], adults=adults, work=work, km={B: 10})


NEAR, LIKED = "GM0001", "GM0004"
"""The tie-break multiplies the numbers of household and plek: 0.984 (H6) by 0.921 near or by 0.031 further on."""


def two_equal_plekken_but_for(metres):
    """Set a metre of 0.0001 punt against a tie-break of 0.001 x 0.984 x (0.921 - 0.031) = 0.0009."""
    homes, km = [home(NEAR, 1), home(LIKED, 1)], {LIKED: metres / 1000}
    return example([gemeente(NEAR), gemeente(LIKED)], homes, [household("H6")], km=km)


def wait_for_a_course():
    """No seat in A now and one in the next kwartaal: 13 weeks x 0.5 = 6.5 punten, against 3 for 30 km to B."""
    parameters = {"inburgering.deel_volgend": 1.0}
    seats, later = {(A, "B1"): 0}, {(A, "B1"): 1}
    return example(
        [gemeente(A), gemeente(B)],
        HERE_AND_THERE,
        [household("H1")],
        seats=seats,
        later=later,
        km={B: 30},
        parameters=parameters,
    )


PLANTED = {
    "vastleggingen": (
        example(
            [gemeente(A), gemeente(B)],
            HERE_AND_THERE,
            [household("H1")],
            km={B: 10},
            vastleggingen=[lock("min", code=B, waarde=1)],
        ),
        {("H1", B)},
        {("H1", A)},
    ),
    "grote_gezinnen": RULE_CASES["large_homes"],
    "inburgering": (wait_for_a_course(), {("H1", B)}, {("H1", A)}),
    "reservering": RULE_CASES["reserved"],
    "uitstroom": (example([gemeente(A)], [home(A, 1)], [household("H1")]), {("H1", A)}, set()),
    "spreiding": (far_target(), {("H1", B)}, {("H1", A)}),
    "participatie": (far_work(), {("H1", B)}, {("H1", A)}),
    "nabijheid": (two_equal_plekken_but_for(metres=100), {("H6", NEAR)}, {("H6", LIKED)}),
    "volgorde": (two_equal_plekken_but_for(metres=1), {("H6", LIKED)}, {("H6", NEAR)}),
}
"""Goal to a case, who goes where under all goals, and who would go where without the goal."""


def test_every_goal_has_a_case_that_notices_when_it_is_dropped():
    assert set(PLANTED) == {goal.name for goal in GOALS}


@pytest.mark.parametrize("name", PLANTED)
def test_the_planted_case_follows_the_goal(name):
    built, kept, _ = PLANTED[name]

    assert optimum(program_of(built))[1] == kept


@pytest.mark.parametrize("name", [name for name in PLANTED if name != "uitstroom"])
def test_the_planted_case_changes_without_the_goal(name):
    """A rule that a goal prices goes with the goal, for without a price it would be hard."""
    built, _, dropped = PLANTED[name]
    goal = next(goal for goal in GOALS if goal.name == name)
    priced = {price.rule for price in goal.prices(program_of(built).quarter)}
    rules = tuple(rule for rule in RULES if rule.name not in priced)

    assert optimum(program_of(built, rules, without(name, GOALS)))[1] == dropped


def test_the_numbers_of_the_tie_break_are_those_said_here():
    assert [round(tie_number(name), 3) for name in ("H6", NEAR, LIKED)] == [0.984, 0.921, 0.031]


def test_without_a_price_on_waiting_nobody_is_placed():
    """Placing costs 6 x 0.5 for work; waiting costs 60 a person, or nothing at a rate of 0."""
    built, free = (
        example([gemeente(A)], [home(A, 1)], [household("H1")], parameters=p)
        for p in ({}, {"uitstroom.per_persoon": 0.0})
    )

    assert optimum(program_of(built))[0] == pytest.approx(3, abs=0.001)
    assert optimum(program_of(free)) == (0, set())


@pytest.mark.parametrize(
    ("weeks", "weight"),
    [
        (10, 4 + 0.5),
        (14, 4 + 0.5),
        (24, 4 * 1.10 + 0.5),
        (118, 4 * 2.04 + 0.5),
        (218, 4 * 2.04 + 0.5),
    ],
)
def test_a_family_of_four_that_stays_weighs_one_percent_more_a_week_past_14_and_no_more_past_118(weeks, weight):
    answer = solved(example([gemeente(A)], [], [household("H1", adults=2, po=2, weeks=weeks)]))

    assert worth(answer, "uitstroom") == pytest.approx(weight)


def test_a_child_outweighs_three_weeks():
    """Both are two persons: 2 x 1.03 for the couple of 17 weeks, 2 + 0.25 for parent and child of 14 weeks."""
    people = [household("H1", adults=2, weeks=17), household("H2", adults=1, young=1)]

    answer = solved(example([gemeente(A)], [home(A, 2)], people))

    assert homes_of(answer) == {"H2": A}
    assert worth(answer, "uitstroom") == pytest.approx(2.06)


def test_both_adults_of_a_couple_count_and_not_the_better_earner():
    """Zorg has a quotient of 2, 1, 0 in A, B, C and bouw of 0, 1, 2: together 2/3 in A, and 1/2 + 1/2 in B."""
    gemeenten = [gemeente(code, regio=code) for code in (A, B, C)]
    work = {(A, "zorg"): 20, (B, "zorg"): 10, (C, "zorg"): 0, (A, "bouw"): 0, (B, "bouw"): 10, (C, "bouw"): 20}
    adults = {"H1": [("B1", "zorg"), ("B1", "bouw")]}

    answer = solved(example(gemeenten, [home(A, 2), home(B, 2)], [household("H1", adults=2)], adults=adults, work=work))

    assert homes_of(answer) == {"H1": B}
    assert worth(answer, "participatie") == pytest.approx(2 - 1)
    assert answer.koppelingen[0].score == pytest.approx(1)


def test_work_counts_per_inhabitant_of_the_region():
    """20 places for 3000 inhabitants score less than 10 for 1000: quotients 8/9 and 4/3 of 30 for 4000."""
    gemeenten = [gemeente(A, 3000, regio="R1"), gemeente(B, 1000, regio="R2")]
    adults, work = {"H1": [("B1", "zorg")]}, {("R1", "zorg"): 20, ("R2", "zorg"): 10}

    answer = solved(example(gemeenten, HERE_AND_THERE, [household("H1")], adults=adults, work=work))

    assert homes_of(answer) == {"H1": B}
    assert answer.koppelingen[0].score == pytest.approx((4 / 3) / (1 + 4 / 3))


def test_an_adult_who_looks_for_no_work_scores_half_everywhere():
    gemeenten = [gemeente(A, regio="R1"), gemeente(B, regio="R2")]

    answer = solved(example(gemeenten, HERE_AND_THERE, [household("H1")], work={("R1", "geen"): 50}, km={A: 1}))

    assert homes_of(answer) == {"H1": B}
    assert worth(answer, "participatie") == 0.5


def test_each_person_counts_every_kilometre_and_each_empty_sleeping_place_ten():
    answer = solved(example([gemeente(A)], [home(A, 5)], [household("H1", adults=2, young=1)], km={A: 50}))

    assert worth(answer, "nabijheid") == 3 * 50 + 10 * 2
    assert answer.koppelingen[0].afstand_km == 50


def test_distance_counts_from_the_own_opvanglocatie():
    people = [household("H1", site="noord"), household("H2", site="zuid")]
    km = {("noord", A): 10, ("noord", B): 90, ("zuid", A): 80, ("zuid", B): 20}

    answer = solved(example([gemeente(A), gemeente(B)], HERE_AND_THERE, people, km=km))

    assert homes_of(answer) == {"H1": A, "H2": B}
    assert worth(answer, "nabijheid") == 10 + 20


def test_distance_counts_to_where_the_home_stands():
    abroad = home(A, 1, woonvorm="flex", gastgemeente=B)

    answer = solved(example([gemeente(A), gemeente(B)], [abroad], [household("H1")], km={A: 5, B: 30}))

    assert worth(answer, "nabijheid") == 30


def test_work_counts_where_the_home_stands():
    """All 10 places lie in the region of B: quotient 2 and score 2/3 there, 0 in that of the owner A."""
    gemeenten, abroad = [gemeente(A, regio="R1"), gemeente(B, regio="R2")], home(A, 1, woonvorm="flex", gastgemeente=B)
    adults, work = {"H1": [("B1", "zorg")]}, {("R1", "zorg"): 0, ("R2", "zorg"): 10}

    answer = solved(example(gemeenten, [abroad], [household("H1")], adults=adults, work=work))

    assert worth(answer, "participatie") == pytest.approx(1 / 3)


def test_a_home_a_thousand_kilometres_away_is_refused_and_one_at_500_taken():
    """A person who stays weighs 60 punten, 500 km weigh 50 and work that is half right 3."""
    far, near = (example([gemeente(A)], [home(A, 1)], [household("H1")], km={A: km}) for km in (1000, 500))

    assert waiting(solved(far)) == ["H1"]
    assert homes_of(solved(near)) == {"H1": A}


def test_the_smaller_home_is_left_for_nobody_when_it_fits():
    """A home for one and a home for two: the single takes the first, for an empty sleeping place weighs 10."""
    answer = solved(example([gemeente(A)], [home(A, 1), home(A, 2)], [household("H1")]))

    assert [k.slaapt for k in answer.koppelingen] == [1]
    assert worth(answer, "nabijheid") == 0


def test_a_person_far_outside_the_band_is_never_cheaper_than_one_near_it():
    """Not convex otherwise: the linear program would fill the far segment first and a plan the near one."""
    assert PARAMETERS.waarden["spreiding.ver_factor"].bereik[0] == 1
