"""A fan follows from its seed alone, lies around its scenario, and delivers whole homes."""

from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest
from cases import gemeente, home, household
from planning import example

from inputs.horizon import Hefboom, Plankeuzes, next_quarters, series
from optimizer.horizon.fan import SPREADS, Draw, draw, drawn_case, drawn_series, luck, quantile, rounding
from reports.horizon.compared import horizons

KWARTALEN = next_quarters("2026K1", 3)


def values(*levers, **given):
    found = {name.replace("__", "."): value for name, value in given.items()}
    return series(Plankeuzes(3, waarden=MappingProxyType(found), hefbomen=levers), KWARTALEN)


def test_quantiles_lie_between_the_draws_in_proportion():
    assert [quantile([40.0, 10.0, 20.0, 30.0], part) for part in (0.1, 0.5, 0.9)] == pytest.approx([13, 25, 37])
    assert quantile([7.0], 0.9) == 7
    assert quantile([None, 5.0, None], 0.1) == 5
    assert quantile([None], 0.5) is None


def test_a_draw_follows_from_seed_and_number_and_from_nothing_else():
    assert luck(3, 5) == luck(3, 5) != luck(3, 7) != luck(4, 7)
    assert all(-1 <= part <= 1 for n in range(1, 50) for part in luck(1, n))
    assert len(luck(1, 1)) == len(SPREADS)


def test_draws_come_in_mirrored_pairs():
    assert np.add(luck(9, 3), luck(9, 4)) == pytest.approx(np.zeros(len(SPREADS)))
    assert np.add(luck(9, 4), luck(9, 5)) != pytest.approx(np.zeros(len(SPREADS)))


def test_a_draw_takes_the_spreads_of_its_scenario():
    spreads = values(waaier__instroom=0.5, waaier__vertraging=3.0)

    assert draw(2, (1.0, -1.0, -1.0, 0.5, 0.0), spreads) == Draw(2, 1.5, 0.7, -3.0, 1.05, 0.0)


def test_a_draw_multiplies_what_a_lever_made_of_the_inflow():
    own = values(Hefboom("minder", "instroom.factor", 0.5, "2026K2"))

    found = drawn_series(own, Draw(1, instroom=1.2))

    assert found["instroom.factor"].tolist() == pytest.approx([1.2, 0.6, 0.6])
    assert own["instroom.factor"].tolist() == [1.0, 0.5, 0.5]


def test_no_value_of_a_draw_leaves_its_range():
    found = drawn_series(values(), Draw(1, vertraging=-9.0, uitloop=0.9))

    assert (found["nareis.vertraging"][0], found["aanbod.uitloop_deel"][0]) == (1.0, 1.0)


def usable(records, factor, count=1, **rest):
    """Deliver the homes of many records by a draw; give the whole homes of each."""
    homes = [home("GM0001", 1, count, aanbod_id=f"A{n}", **rest) for n in range(records)]
    case = example([gemeente("GM0001")], homes, [household("H")]).case
    changed = drawn_case(case, Draw(1, leverkans=factor), rounding(1, 1, len(case.woningaanbod)))
    return [record.bruikbaar for record in changed.woningaanbod]


def test_of_many_records_of_one_home_about_as_many_come_as_the_draw_says():
    """Rounding every record down would leave none of them."""
    found = usable(2000, 0.9)

    assert sum(found) == pytest.approx(1800, abs=60)
    assert set(found) == {0, 1}


def test_a_draw_gives_no_more_homes_than_are_on_offer_and_can_give_more_than_were_counted_on():
    full = usable(50, 1.1, count=4)
    likely = usable(50, 1.1, count=10, leverkans=0.5)

    assert set(full) == {4}
    assert set(likely) == {5, 6}
    assert np.mean(likely) == pytest.approx(5.5, abs=0.3)


def test_a_record_without_homes_stays_as_it_is():
    assert usable(1, 0.9, count=0) == [0]


def test_scenarios_are_compared_after_four_kwartalen_and_at_the_end():
    assert [horizons(count) for count in (12, 5, 4, 1)] == [(3, 11), (3, 4), (3,), (0,)]


def test_the_tables_of_a_case_are_not_touched_by_a_draw():
    case = example([gemeente("GM0001")], [home("GM0001", 1, 4)], [household("H")]).case
    before = replace(case)

    drawn_case(case, Draw(1, leverkans=0.5), rounding(1, 1, len(case.woningaanbod)))

    assert case == before
