"""A shared home is one home, however many of its rooms are in use."""

import pytest
from cases import example, gemeente, home, household, solved

from optimizer.result import Koppeling
from optimizer.result_sharing import Woningdelen
from optimizer.sharing import homes_in_use, sharing

A = "GM0001"


def placed(count, record="D", form="woningdelen", sleeps=3):
    """Place some households in homes of one record."""
    return [Koppeling(f"H{n}", 1, A, A, record, form, sleeps, 0.5, 1.0) for n in range(count)]


@pytest.mark.parametrize(("rooms", "homes", "saved", "alone"), [(1, 1, 0, 1), (2, 1, 1, 0), (3, 1, 2, 0), (4, 2, 2, 1)])
def test_the_rooms_of_a_record_fill_home_after_home(rooms, homes, saved, alone):
    """Homes of three rooms: the fourth household lives alone in a second one."""
    assert homes_in_use(placed(rooms)) == homes
    assert sharing(placed(rooms)) == Woningdelen(rooms, homes, saved, alone)


def test_two_records_never_share_a_home():
    """One room of each: two homes in use, nothing saved, two who live alone."""
    assert sharing([*placed(1), *placed(1, "E")]) == Woningdelen(2, 2, 0, 2)


def test_a_home_of_another_form_houses_one_household_and_saves_nothing():
    assert homes_in_use([*placed(2), *placed(2, "S", "sociale_huur")]) == 1 + 2
    assert sharing(placed(2, "S", "sociale_huur")) == Woningdelen(0, 0, 0, 0)


def test_a_plan_counts_shared_homes_as_homes():
    """Three share one of two homes with three rooms, and one has a flex home: 3 on offer, 2 in use, 2 saved."""
    people = [household(f"H{n}", delen="ja") for n in range(3)] + [household("H3")]
    homes = [home(A, 3, 2, woonvorm="woningdelen"), home(A, 1, woonvorm="flex", aanbod_id="F")]
    answer = solved(example([gemeente(A)], homes, people))

    a = answer.gemeenten[0]

    assert (a.toegewezen_huishoudens, a.woningen_aangeboden, a.woningen_gebruikt) == (4, 3, 2)
    assert answer.woningdelen == Woningdelen(3, 1, 2, 0)
