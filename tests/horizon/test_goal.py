"""The end of the priority and the fewest homes, in cases where both are counted on paper."""

from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest
from cases import NOW, gemeente, home, household
from planning import STILL, example, services

from inputs.horizon import Hefboom, Plankeuzes, next_quarters, series
from optimizer.horizon.goal import Doel, goal_program, recount
from optimizer.horizon.least import as_solved, reach, rounded
from optimizer.horizon.outcome import outcome
from optimizer.horizon.outlook import outlook
from optimizer.horizon.sufficiency import end_levers, missing, per_gemeente, shown, tried
from reports.horizon.build_plan import totals
from reports.horizon.sufficiency import lights, missing_by_area

ONE, TWO = "GM0001", "GM0002"


def singles(count):
    return [household(f"H{n}") for n in range(count)]


def choices(count, levers=(), **values):
    given = STILL | {name.replace("__", "."): value for name, value in values.items()}
    return Plankeuzes(count, waarden=MappingProxyType(given), hefbomen=tuple(Hefboom("proef", *h) for h in levers))


def look_of(built, keuzes):
    return outlook(*built, series(keuzes, next_quarters(NOW, keuzes.kwartalen)))


def trials(built, count, n, *, wachttijd=False, **values):
    keuzes = choices(count, **values)
    base = series(keuzes, next_quarters(NOW, count))
    return tried(lambda first: look_of(built, keuzes.erbij(*end_levers(base, first, wachttijd=wachttijd))), count, n)


def built_of(built, count, doel, levers=(), **values):
    program = goal_program(look_of(built, choices(count, levers, **values)), doel)
    return program, reach(program, fewest=True)


def two_gemeenten(flex):
    """Four singles wait, two come each kwartaal; one has four social homes a kwartaal, the other some flex homes."""
    homes = [
        row
        for k in next_quarters(NOW, 4)
        for row in (
            home(ONE, 1, 4, kwartaal=k, aanbod_id=f"s{k}"),
            home(TWO, 1, flex[k], kwartaal=k, aanbod_id=f"f{k}", woonvorm="flex"),
        )
        if row.aantal
    ]
    both = [gemeente(ONE, 10_000), gemeente(TWO, 10_000, provincie="Q", regio="S")]
    return example(both, homes, singles(4), band=0.0, band_personen=0)


def flex_of(*counts):
    return dict(zip(next_quarters(NOW, len(counts)), counts, strict=True))


INFLOW = {"instroom__factor": 1.0, "instroom__per_100000_inwoners": 10.0}
"""Two persons each kwartaal among 20,000."""


def test_the_priority_can_end_when_the_stock_is_housed_and_flex_keeps_up():
    # Social rent houses the four that waited only in K1: 4 of 6. From K2 on two flex homes house who comes.
    proeven = trials(two_gemeenten(flex_of(0, 2, 2, 2)), 4, 2, **INFLOW)

    assert [p.oordeel for p in proeven] == ["niet", "gehaald", "gehaald"]
    assert shown(proeven).eerste == 1
    assert proeven[0].bereikt.short.round(3).tolist() == [4, 4, 0, 0]
    assert proeven[0].bereikt.short_bound == pytest.approx(8, abs=0.01)


def test_a_later_end_can_be_harder_so_that_every_kwartaal_is_tried():
    # Without priority from K3 on nobody is housed in K3 and K4: two of K3 still wait at the end of K4.
    proeven = trials(two_gemeenten(flex_of(4, 2, 0, 0)), 4, 2, **INFLOW)

    assert [p.gehaald for p in proeven] == [True, True, False]


def test_more_supply_never_makes_the_end_later():
    earliest = []
    for flex in ((0, 0, 0, 0), (0, 0, 2, 2), (0, 2, 2, 2), (2, 2, 2, 2), (6, 2, 2, 2)):
        proeven = trials(two_gemeenten(flex_of(*flex)), 4, 2, **INFLOW)
        held = [p.eerste for p in proeven if p.gehaald]
        earliest.append(held[0] if held else 99)

    assert earliest == sorted(earliest, reverse=True)
    assert earliest[-1] == 0
    assert earliest[0] > 0


def test_what_is_got_by_waiting_time_counts_only_when_it_is_asked():
    values = {**INFLOW, "regime__verbod_kans": 0.5}
    built = two_gemeenten(flex_of(0, 0, 0, 0))

    without = trials(built, 4, 2, **values)[1].bereikt.short
    counted = trials(built, 4, 2, wachttijd=True, **values)[1].bereikt.short

    assert without.round(3).tolist() == [0, 2, 4, 0]
    assert counted.round(3).tolist() == [0, 0, 0, 0]


def test_a_part_that_the_scenario_sets_lower_is_not_raised():
    base = series(choices(2, regime__verbod_kans=0.5, sociale_huur__alleen=0.2), next_quarters(NOW, 2))

    levers = end_levers(base, 1, wachttijd=True)

    assert {h.waarde for h in levers if h.wat == "sociale_huur.alleen"} == {0.2}


def test_what_is_missing_is_a_home_for_each_that_waits_too_long_with_its_size():
    family = household("G", 2, 2)
    homes = [home(ONE, 4, 9, aanbod_id=k, kwartaal=k) for k in next_quarters(NOW, 2)]
    built = example([gemeente(ONE, 10_000)], homes, [family])

    proef = trials(built, 2, 2)[0]
    found = missing(proef.program, proef.bereikt, [1])

    assert [(m.slaapt, round(m.woningen, 3)) for m in found] == [(4, 1)]
    assert "sociale_huur" in found[0].woonvormen
    assert "flex" not in found[0].woonvormen or "gezin" in built.case.parameters.toegang["flex"]


def test_lights_and_missing_homes_add_up_at_every_level():
    built = two_gemeenten(flex_of(0, 2, 2, 2))
    proef = trials(built, 4, 2, **INFLOW)[0]
    stands = per_gemeente(proef)

    rows = list(lights(built.case, stands, "nl", held=proef.gehaald))
    lacks = missing(proef.program, proef.bereikt, [1])
    homes = list(missing_by_area(built.case, stands, lacks, "nl"))

    for field in ("moest", "gehuisvest"):
        for level in ("provincie", "arbeidsmarktregio", "gemeente"):
            assert sum(r[field] for r in rows if r["niveau"] == level) == pytest.approx(rows[0][field])
    assert rows[0]["moest"] == pytest.approx(6, abs=0.01)
    assert rows[0]["gehuisvest"] == pytest.approx(2, abs=0.01)
    assert (rows[0]["licht"], rows[0]["teken"]) == ("rood", "✖")
    for level in ("land", "provincie", "arbeidsmarktregio", "gemeente"):
        assert sum(r["woningen"] for r in homes if r["niveau"] == level) == pytest.approx(4, abs=0.01)


def test_a_gemeente_that_leaves_it_to_the_other_is_orange():
    built = two_gemeenten(flex_of(0, 2, 2, 2))
    proef = shown(trials(built, 4, 2, **INFLOW))

    rows = list(lights(built.case, per_gemeente(proef), "en", held=proef.gehaald))

    found = {r["gebied"]: r["licht"] for r in rows if r["niveau"] == "gemeente"}
    assert found == {ONE: "orange", TWO: "green"}
    assert rows[0]["licht"] == "green"


def none_later():
    """No homes but one for twenty, which fits nobody."""
    return [home(ONE, 20, aanbod_id="x"), home(TWO, 20, aanbod_id="y")]


def flex_case(waiting=5, people=30_000):
    return example([gemeente(ONE, people), gemeente(TWO, people)], none_later(), singles(waiting))


FAST = {"bouw__flex": 1.0, "looptijd__flex": 1.0}
"""Three flex homes a kwartaal in each of two gemeenten of 30,000, lived in one later."""


def test_five_that_wait_need_five_homes():
    program, found = built_of(flex_case(), 3, Doel(), **FAST)

    assert found.homes == 5
    assert found.homes_bound == pytest.approx(5, abs=0.02)
    assert found.short.round(3).tolist() == [5, 0, 0]
    assert found.short_bound == pytest.approx(5, abs=0.01)
    assert recount(program, found.columns).tolist() == found.short.tolist()


def test_an_outflow_of_two_takes_two_homes_a_kwartaal():
    _, found = built_of(flex_case(9), 3, Doel("uitstroom", 2.0), **FAST)

    assert found.short.round(3).tolist() == [2, 0, 0]
    assert found.homes == 4
    assert found.homes_bound == pytest.approx(4, abs=0.02)


def test_pace_leaves_a_shortfall_that_is_told():
    _, found = built_of(flex_case(9), 2, Doel(), **FAST)

    assert found.short.round(3).tolist() == [9, 3]
    assert found.homes == 6


def test_the_budget_holds_and_what_it_leaves_is_told():
    program, found = built_of(flex_case(), 3, Doel(), **FAST, budget__sft_miljoen=0.07)  # 3.5 homes at 20,000 euro

    assert found.homes == 3
    assert found.short.round(3).tolist() == [5, 2, 2]
    assert found.short_bound == pytest.approx(5 + 1.5 + 1.5, abs=0.02)
    assert [s.woningen for s in outcome(program.plan, as_solved(found)).starts if s.woningen < 0] == []


def test_homes_for_large_families_open_by_a_value():
    large = household("G", 2, 3, 3)
    built = example([gemeente(ONE, 10_000)], [home(ONE, 20, aanbod_id="x")], [large])

    _, closed = built_of(built, 2, Doel())
    _, opened = built_of(built, 2, Doel(), bouw__groot=1.0, looptijd__groot=1.0)

    assert (closed.homes, closed.short.round(3).tolist()) == (0, [8, 8])
    assert (opened.homes, opened.short.round(3).tolist()) == (1, [8, 0])


def test_a_build_plan_given_as_supply_reaches_the_goal_without_building():
    built = flex_case()
    program, found = built_of(built, 3, Doel(), **FAST)
    plan = outcome(program.plan, as_solved(found))
    added = [
        home(s.gemeentecode, s.slaapt, s.woningen, kwartaal=s.bewoonbaar, aanbod_id=f"b{n}", woonvorm=s.woonvorm)
        for n, s in enumerate(plan.starts)
    ]
    fed = services(built._replace(case=replace(built.case, woningaanbod=(*built.case.woningaanbod, *added))), 3)

    _, again = built_of(fed, 3, Doel())
    dropped = replace(fed.case, woningaanbod=fed.case.woningaanbod[:-1])
    _, less = built_of(fed._replace(case=dropped), 3, Doel())

    assert again.homes == 0
    assert again.short.round(3).tolist() == found.short.round(3).tolist()
    assert less.short.sum() > found.short.sum() + 0.5


def test_rounding_never_adds_less_than_the_program_asked():
    program, _ = built_of(flex_case(), 3, Doel(), **FAST)
    block = program.plan.tableau.columns["start_flex"]
    columns = np.zeros(program.plan.tableau.width)
    columns[block] = [[0.5, 0.5], [1.2, 2.9], [0.0, 0.0]]

    made = rounded(program, columns)[block]

    assert (made == np.rint(made)).all()
    assert (np.cumsum(made) >= np.cumsum(columns[block]) - 1e-6).all()
    assert made.sum() == 6
    assert (made <= 3).all()


def test_a_planted_home_too_few_is_counted_as_short():
    program, found = built_of(flex_case(), 3, Doel(), **FAST)
    columns = found.columns.copy()
    columns[program.plan.tableau.columns["waiting"][1, 0]] += 1

    assert recount(program, columns)[1] == pytest.approx(found.short[1] + 1)


def test_totals_of_the_annex_add_up_at_every_level():
    built = flex_case()
    program, found = built_of(built, 3, Doel(), **FAST)

    rows = list(totals(built.case, outcome(program.plan, as_solved(found)), "nl"))

    for level in ("land", "provincie", "arbeidsmarktregio", "gemeente"):
        assert sum(r["woningen"] for r in rows if r["niveau"] == level) == 5
