"""Yes only where no other plan can be as good, no only with a plan that is: by hand, and against every plan."""

from itertools import product

import numpy as np
import pytest
from cases import example, gemeente, home, homes_of, household, solved

import optimizer.allocate
import optimizer.uniek
from optimizer.equal import Change, check, in_own_units, moved_goals
from optimizer.moves import NO_HOME, home_cells
from optimizer.only_plan import is_only
from optimizer.plan import NOWHERE, breaches, empty_plan, goal_values, recount
from optimizer.rival_plans import rival, trade
from optimizer.uniek import goal_order

A, B, C = (gemeente(f"GM000{n}") for n in (1, 2, 3))
ONE_EACH = [home("GM0001", 1), home("GM0002", 1)]
TWO_SITES = {("azc", "GM0001"): 5, ("azc", "GM0002"): 25, ("noord", "GM0001"): 25, ("noord", "GM0002"): 5}


@pytest.fixture
def inside(monkeypatch):
    """Hold the program, plan and duals on which the last answer was given."""
    held, asked = [], optimizer.allocate.uniek

    def ask(program, plan, duals, placed):
        held[:] = program, recount(program, plan), duals
        return asked(program, plan, duals, placed)

    monkeypatch.setattr(optimizer.allocate, "uniek", ask)
    return held


def answers(allocation):
    """First goals with another plan, goals of which nothing is known, and last goals with none."""
    given = list(allocation.uniek.per_doel.values())
    assert given == sorted(given, key=["nee", "niet_vastgesteld", "ja"].index)
    return [[goal for goal, answer in allocation.uniek.per_doel.items() if answer == asked] for asked in WORDS]


WORDS = ("nee", "niet_vastgesteld", "ja")


def test_each_household_near_the_home_of_its_own_site_is_the_only_plan_of_10_km():
    """The one trade keeps everybody housed, so the goals before nabijheid are equal; but it costs 50 km."""
    found = solved(example([A, B], ONE_EACH, [household("H1"), household("H2", site="noord")], km=TWO_SITES))

    assert homes_of(found) == {"H1": "GM0001", "H2": "GM0002"}
    other, unknown, none = answers(found)
    assert (other[-1], unknown, none) == ("participatie", [], ["nabijheid", "reservering", "volgorde"])
    assert {(s.huishouden_id, s.aanbod_id) for s in found.uniek.ander} == {("H1", "GM0002-1"), ("H2", "GM0001-1")}


def test_households_that_are_alike_may_trade_until_the_tie_break_makes_the_plan_the_only_one():
    found = solved(example([A, B], ONE_EACH, [household("H1"), household("H2")]))

    assert found.uniek.tot_en_met == "reservering"
    assert answers(found)[1:] == [[], ["volgorde"]]


def test_of_two_who_are_alike_the_one_who_waits_may_have_the_home_of_the_other():
    found = solved(example([A], [home("GM0001", 1)], [household("H1"), household("H2")]))

    assert found.uniek.tot_en_met == "reservering"
    assert sorted((s.huishouden_id, s.aanbod_id) for s in found.uniek.ander) in (
        [("H1", ""), ("H2", "GM0001-1")],
        [("H1", "GM0001-1"), ("H2", "")],
    )


def test_who_waits_longer_may_not_trade_with_who_waits_less_but_for_the_goals_before():
    found = solved(example([A], [home("GM0001", 1)], [household("H1", weeks=30), household("H2", weeks=14)]))

    assert found.uniek.tot_en_met == "grote_gezinnen"
    assert "nee" not in list(found.uniek.per_doel.values())[2:]


def test_one_household_may_move_to_a_home_that_is_left_as_near_and_in_the_same_region():
    found = solved(example([A, B], ONE_EACH, [household("H1")]))

    assert found.uniek.tot_en_met == "reservering"
    assert len(found.uniek.ander) == 1
    assert {found.uniek.ander[0].aanbod_id, *(k.aanbod_id for k in found.koppelingen)} == {"GM0001-1", "GM0002-1"}


def test_three_households_that_may_only_go_round_together_are_not_seen():
    """Now 10 + 10 + 12 km, all one place on 11 + 11 + 10 km: equal, but no trade of two is."""
    km = {("a", "GM0001"): 10, ("a", "GM0002"): 11, ("a", "GM0003"): 30}
    km |= {("b", "GM0002"): 10, ("b", "GM0003"): 11, ("b", "GM0001"): 30}
    km |= {("c", "GM0003"): 12, ("c", "GM0001"): 10, ("c", "GM0002"): 30}
    people = [household(f"H{site}", site=site) for site in "abc"]
    found = solved(example([A, B, C], [*ONE_EACH, home("GM0003", 1)], people, km=km))

    assert next(d.waarde for d in found.doelen if d.naam == "nabijheid") == 32
    other, unknown, _ = answers(found)
    assert other[-1] == "participatie"
    assert unknown[:2] == ["nabijheid", "reservering"]


@pytest.mark.parametrize(("homes", "people"), [(ONE_EACH, []), ([], [household("H1")])])
def test_where_nobody_can_be_placed_there_is_one_plan(homes, people):
    found = solved(example([A, B], homes, people)).uniek

    assert set(found.per_doel.values()) == {"ja"}
    assert (found.ander, found.tot_en_met) == ((), None)


def test_a_goal_without_a_rate_still_counts():
    """At a rate of 0 the trade of the two sites costs no point, but it does cost 40 km."""
    people = [household("H1"), household("H2", site="noord")]
    free = example([A, B], ONE_EACH, people, km=TWO_SITES, parameters={"nabijheid.per_persoon_km": 0.0})

    assert solved(free).uniek.tot_en_met == "participatie"


def test_with_goals_in_order_they_are_asked_in_that_order():
    found = solved(
        example(
            [A, B],
            ONE_EACH,
            [household("H1"), household("H2", site="noord")],
            km=TWO_SITES,
            doelen="op_volgorde",
            volgorde=("nabijheid", "uitstroom"),
            tolerantie=(0.0, 0.0),
            tolerantie_vast=(20.0, 0.0),
        )
    )

    assert list(found.uniek.per_doel)[:3] == ["nabijheid", "uitstroom", "vastleggingen"]
    assert found.uniek.per_doel["nabijheid"] != "nee"


@pytest.mark.parametrize("seed", range(16))
def test_no_answer_differs_from_looking_at_every_plan_there_is(seed, inside):
    random = np.random.default_rng(seed)
    towns = [gemeente(f"GM{n:04d}", int(random.integers(500, 1500)), regio=f"R{n % 2}") for n in range(1, 3 + seed % 2)]
    homes = [home(t.gemeentecode, sleeps, 1 + seed % 2) for t in towns for sleeps in (1, 3)]
    people = [
        household(f"H{n}", *((1,) if n else (2, 1)), weeks=int(random.choice([10, 30])), site=str(random.choice(SITES)))
        for n in range(2 + seed % 3)
    ]
    km = {(site, t.gemeentecode): float(random.choice([5, 10])) for site in SITES for t in towns}
    case = example(towns, homes, people, km=km, opgave_personen=seed % 2)
    found = solved(case, gap=[1e-6, 0.2][seed // 8]).uniek
    program, plan, _ = inside

    deepest = max((equal_goals(program, plan, other) for other in every_plan(program, plan)), default=0)

    for n, (goal, answer) in enumerate(found.per_doel.items()):
        assert answer in {"niet_vastgesteld", "nee" if n < deepest else "ja"}, (goal, answer, deepest)


SITES = ("azc", "noord")


def every_plan(program, plan):
    """Give every lawful plan that puts a household elsewhere."""
    open_ = [[NOWHERE, *np.flatnonzero(row).tolist()] for row in program.allowed]
    group, offer = program.quarter.people.group, program.quarter.homes.offer_group
    for places in product(*open_):
        taken = [
            [c for c, at in enumerate(program.y.plek) if at == plek and offer[program.y.who[c]] == group[h]]
            for h, plek in enumerate(places)
            if plek != NOWHERE
        ]
        for cells in product(*taken) if places != tuple(plan.plek.tolist()) else ():
            other = empty_plan(program)
            other.plek[:] = places
            np.add.at(other.homes, list(cells), 1)
            other = recount(program, other)
            if not breaches(program, other):
                yield other


def equal_goals(program, plan, other):
    """Count the first goals of which two plans have the same values."""
    ours, theirs = goal_values(program, plan), goal_values(program, other)
    order = goal_order(program)
    return next((n for n, g in enumerate(order) if abs(ours[g] - theirs[g]) > 1e-9 * (1 + ours[g])), len(order))


def test_a_planted_change_that_is_not_as_good_is_refused(inside):
    solved(example([A, B], ONE_EACH, [household("H1"), household("H2", site="noord")], km=TWO_SITES))
    program, plan, _ = inside
    swap = trade(plan, home_cells(program, plan), 0, 1)

    assert moved_goals(in_own_units(program), plan, swap) == {"nabijheid", "volgorde"}
    check(program, plan, swap, ("uitstroom", "participatie"))
    with pytest.raises(ValueError, match="for nabijheid"):
        check(program, plan, swap, ("uitstroom", "nabijheid"))


def test_a_planted_change_that_breaks_a_rule_is_refused(inside):
    """Both in the one home of the first gemeente."""
    solved(example([A, B], ONE_EACH, [household("H1"), household("H2")]))
    program, plan, _ = inside
    homes = home_cells(program, plan)
    first = int(np.flatnonzero(plan.plek == 0)[0])
    crowd = Change((1 - first,), (0,), (int(homes[1 - first]),), (int(homes[first]),))

    assert moved_goals(in_own_units(program), plan, crowd) is None
    with pytest.raises(ValueError, match="breaks"):
        check(program, plan, crowd, ())


def test_a_planted_change_that_changes_nothing_is_refused(inside):
    solved(example([A, B], ONE_EACH, [household("H1"), household("H2")]))
    program, plan, _ = inside
    home_of = home_cells(program, plan)
    with pytest.raises(ValueError, match="same plan"):
        check(program, plan, Change((0,), (int(plan.plek[0]),), (int(home_of[0]),), (int(home_of[0]),)), ())


def test_a_household_moves_nowhere_that_a_rule_forbids(inside):
    """A home for five that is left is no home for one."""
    solved(example([A, B], [home("GM0001", 1), home("GM0002", 5)], [household("H1")]))
    program, plan, _ = inside

    found = rival(program, plan, goal_order(program))
    assert found is not None
    assert (found[0].to, found[1]) == ((NOWHERE,), 2)


def test_poor_or_wrong_duals_prove_nothing_that_is_not_so(inside):
    """Any duals leave the two alike free to trade; only good ones prove the tie-break, and none can do more."""
    solved(example([A, B], ONE_EACH, [household("H1"), household("H2")]))
    program, plan, duals = inside
    order, random = goal_order(program), np.random.default_rng(1)

    assert is_only(program, plan, duals, order)
    assert not is_only(program, plan, 0 * duals, order)
    for _ in range(30):
        wrong = duals + random.normal(0, 3, len(duals))
        assert not is_only(program, plan, wrong, order[:-1])


def test_answers_that_contradict_each_other_are_a_mistake_of_ours(monkeypatch):
    monkeypatch.setattr(optimizer.uniek, "is_only", lambda *_: True)
    with pytest.raises(ValueError, match="none can have the same"):
        solved(example([A, B], ONE_EACH, [household("H1"), household("H2")]))


def test_a_trade_takes_the_home_of_the_other_and_a_move_one_that_is_left():
    found = solved(example([A, B], ONE_EACH, [household("H1"), household("H2")]))
    now = {k.huishouden_id: k.aanbod_id for k in found.koppelingen}

    assert {s.huishouden_id: s.aanbod_id for s in found.uniek.ander} == {"H1": now["H2"], "H2": now["H1"]}
    assert NO_HOME not in now.values()
