"""Small counts stay hidden, and nothing that is published gives a hidden one away."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from secrets_of_tables import everything_that_fits, free_table, gemeenten, hidden, names, published, table

from optimizer.suppression import pattern
from optimizer.suppression.attacker import Attacker
from optimizer.suppression.pattern import UnprotectableError, hide
from optimizer.suppression.proof import Between, ContradictionError, Reach, Said, meaning, prove
from optimizer.suppression.rounding import Protection


def test_a_small_count_takes_one_other_with_it():
    """3 + 20 + 30 = 53: with 3 alone hidden, 53 - 20 - 30 gives it back. b has fewest inhabitants."""
    counts = table([3, 20, 30], "PPP", inhabitants=[900, 200, 300])

    assert gemeenten(counts, hidden(counts)) == "ab"


def test_two_small_counts_of_too_small_a_sum_take_a_third_with_them():
    """1 + 3 = 4: each lies between 0 and 4, within a threshold of 5. 2 + 3 = 5 leaves 0 to 5, just enough."""
    narrow, wide = table([1, 3, 20], "PPP"), table([2, 3, 20], "PPP")

    assert gemeenten(narrow, hidden(narrow)) == "abc"
    assert gemeenten(wide, hidden(wide)) == "ab"


def test_two_kinds_of_area_take_four_corners():
    """With a and b hidden, region R of a and c gives a = 23 - 20. Only a, b, c and d together close all four sums."""
    counts = table([3, 20, 20, 20], "PPQQ", "RSRS")

    assert names(counts, hidden(counts)) == {("gemeente", code) for code in "abcd"}


def test_the_attacker_finds_what_only_its_own_size_hides():
    counts = table([3, 20, 30], "PPP")
    alone = Protection(5, 1).small(counts.counts)

    assert prove(published(counts, alone, provincies="PPP")) == (Reach("gemeente", "a", 3, 3),)


def test_the_attacker_finds_a_count_across_two_kinds_of_area():
    """Within provincie P a lies between 0 and 23; region R says 23 - 20 = 3."""
    counts = table([3, 20, 20, 20], "PPQQ", "RSRS")
    two = np.isin([name for _, name in counts.cells], ["a", "b"])

    assert prove(published(counts, two, provincies="PPQQ", regios="RSRS"))[0] == Reach("gemeente", "a", 3, 3)


def test_a_provincie_of_one_gemeente_is_hidden_with_it():
    counts = table([3, 20, 30], "PQQ", "RRR")

    assert ("provincie", "P") in names(counts, hidden(counts))


def test_a_total_is_hidden_where_no_gemeente_can_protect():
    """Provincie P is gemeente a, so a can only be hidden with P; b is all that Q has besides, so Q goes with it."""
    counts = table([20, 3], "PQ", "RR")

    assert names(counts, hidden(counts)) == {("gemeente", c) for c in "ab"} | {("provincie", p) for p in "PQ"}


def test_rounding_alone_can_protect():
    """3 + 20 + 20 = 43 is published as 45 - 20 - 20: from 43 to 47 less 36 to 44, so that a lies between 0 and 11."""
    counts = table([3, 20, 20], "PPP")
    only = hidden(counts, base=5)

    assert gemeenten(counts, only) == "a"
    assert prove(published(counts, only, base=5, provincies="PPP")) == (Reach("gemeente", "a", 0, 11),)


def rules_up_to(most):
    """Draw a threshold and a rounding of at most twice the threshold."""
    return st.integers(2, most).flatmap(lambda low: st.tuples(st.just(low), st.integers(1, 2 * low)))


rules = rules_up_to(12)


@pytest.mark.parametrize("rule", [(1, 1), (5, 0), (5, 11)])
def test_a_rounding_above_twice_the_threshold_is_no_rule(rule):
    """Rounded to 5, a count of 2 above a threshold of 2 would be published as 0."""
    with pytest.raises(ValueError, match="threshold"):
        Protection(*rule)


@pytest.mark.parametrize(("shown", "least", "most"), [(0, 0, 0), (5, 5, 7), (10, 8, 12)])
def test_a_number_rounded_to_5_above_4_says_this_much(shown, least, most):
    assert meaning(shown, 5, 5) == Between(least, most)


@given(rules, st.booleans(), st.integers(0, 60))
def test_both_readings_of_a_published_number_agree(rule, zero_shown, count):
    threshold, base = rule
    protection = Protection(threshold, base, zero_shown)
    if protection.small(np.array([count]))[0]:
        return
    shown = protection.rounded(np.array([count]))
    low, high = protection.says(shown)

    assert meaning(int(shown[0]), threshold, base, zero_shown=zero_shown) == Between(int(low[0]), int(high[0]))
    assert low[0] <= count <= high[0]


def test_zero_is_small_when_the_owner_wants():
    counts = table([0, 20, 30], "PPP")

    assert not hide(counts, Protection(5, 1)).hidden.any()
    assert gemeenten(counts, hide(counts, Protection(5, 1, zero_shown=False)).hidden) == "ab"


def test_nothing_small_hides_nothing():
    assert not hidden(table([5, 20, 30], "PPQ")).any()


def test_what_was_hidden_before_stays_hidden():
    counts = table([10, 20, 30, 40], "PPPP")
    nobody, once = np.zeros(len(counts.counts), np.int64), np.array([name == "c" for _, name in counts.cells])

    chosen = hidden(counts.given(nobody, counts.upper, once))

    assert gemeenten(counts, chosen) == "ac"


def test_a_count_that_anyone_knows_protects_nobody():
    """Gemeente b is known to lie between 19 and 21, so c goes with a although it has more inhabitants."""
    counts = table([3, 20, 30], "PPP", inhabitants=[100, 200, 300])
    low, high = counts.lower.copy(), counts.upper.copy()
    low[1], high[1] = 19, 21

    assert gemeenten(counts, hidden(counts.given(low, high, counts.must))) == "ac"


def test_a_small_count_that_anyone_knows_cannot_be_protected():
    counts = table([3, 20, 30], "PPP")
    low, high = counts.lower.copy(), counts.upper.copy()
    low[0], high[0] = 2, 4

    with pytest.raises(UnprotectableError) as caught:
        hidden(counts.given(low, high, counts.must))
    assert caught.value.cells == (("gemeente", "a"),)


def test_a_year_published_beside_its_quarters_takes_counts_in_both_with_it():
    """Year a = 3 + 17: hiding 3 in the first quarter alone leaves 20 - 17, hiding the second too still needs rows."""
    quarters = free_table(
        ["k1a", "k1b", "k1", "k2a", "k2b", "k2", "ja", "jb", "j"],
        [3, 20, 23, 17, 30, 47, 20, 50, 70],
        {"k1": ["k1a", "k1b"], "k2": ["k2a", "k2b"], "j": ["ja", "jb"], "ja": ["k1a", "k2a"], "jb": ["k1b", "k2b"]},
        200,
    )
    first_quarter = np.isin([name for _, name in quarters.cells], ["k1a", "k1b"])
    protection = Protection(5, 1)

    assert [cut.cell for cut in Attacker(quarters, protection).gaps(first_quarter)] == [0, 1]
    assert names(quarters, hide(quarters, protection).hidden) == {("cel", n) for n in ("k1a", "k1b", "k2a", "k2b")}


def test_whole_persons_are_asked_for_where_parts_of_persons_would_leave_room():
    """Of x, y and z any two sum to at most 3: with parts of persons to 4.5, in whole persons to 4. Twice: 9 and 8."""
    parts = ["x1", "y1", "z1", "x2", "y2", "z2"]
    pairs = [f"{p}{q}{n}" for n in "12" for p, q in ("xy", "yz", "xz")]
    rows = {f"{p}{q}{n}": [f"{p}{n}", f"{q}{n}"] for n in "12" for p, q in ("xy", "yz", "xz")} | {"som": parts}
    triangles = free_table([*parts, *pairs, "som"], [0] * 13, rows, 100)
    high = np.where([name in pairs for _, name in triangles.cells], 3, 100)
    known = triangles.given(triangles.lower, high, triangles.must)

    nine, eight = (Attacker(known, Protection(room, 1)).gaps(np.ones(13, bool)) for room in (9, 8))

    assert 12 in [cut.cell for cut in nine]
    assert 12 not in [cut.cell for cut in eight]


def test_published_numbers_that_contradict_each_other_are_told():
    said = [Said("gemeente", "a", ("a",), Between(10, 10), False), Said("land", "", ("a",), Between(5, 5), False)]

    with pytest.raises(ContradictionError):
        prove(said)


def test_a_search_that_is_broken_off_still_protects_and_claims_no_proof(monkeypatch):
    monkeypatch.setattr(pattern, "MOST_ROUNDS", 0)
    counts = table([3, 20, 20, 20], "PPQQ", "RSRS")

    found = hide(counts, Protection(5, 1))

    assert not found.minimal
    assert list(Attacker(counts, Protection(5, 1)).gaps(found.hidden)) == []


small_rules = rules_up_to(5)
areas = st.lists(st.sampled_from("PQRS"), min_size=4, max_size=4)
small_tables = st.tuples(st.lists(st.integers(0, 9), min_size=4, max_size=4), areas, areas)


@settings(max_examples=60, deadline=None)
@given(small_tables, small_rules)
def test_every_hidden_count_of_any_small_table_could_be_all_of_these(drawn, rule):
    """All tables of 4 gemeenten of at most 11 persons that fit are written down, 20 736 before any is left out."""
    (persons, provincies, regios), (threshold, base) = drawn, rule
    counts, protection = table(persons, provincies, regios, [11] * 4), Protection(threshold, base)
    try:
        found = hide(counts, protection)
    except UnprotectableError:
        return
    fitting = everything_that_fits(counts, found.hidden, protection)

    reached = prove(published(counts, found.hidden, threshold, base, provincies, regios))

    assert names(counts, protection.small(counts.counts)) <= names(counts, found.hidden)
    for reach, cell in zip(reached, np.flatnonzero(found.hidden), strict=True):
        possible = set(fitting[:, cell].tolist())
        assert (reach.soort, reach.naam) == counts.cells[cell]
        assert possible == set(range(reach.least, reach.most + 1))
        assert reach.width >= threshold


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 8), min_size=3, max_size=3), areas, areas, small_rules)
def test_no_cheaper_choice_protects_any_small_table(persons, provincies, regios, rule):
    """Every choice of hidden counts is judged by all tables that fit it, at most 1 320 each."""
    counts, protection = table(persons, provincies[:3], regios[:3], [9, 10, 11]), Protection(*rule)

    try:
        found = hide(counts, protection)
        price = counts.cost @ found.hidden if found.minimal else None
    except UnprotectableError:
        price = np.inf

    assert price == pytest.approx(cheapest_by_trying(counts, protection))


def cheapest_by_trying(counts, protection):
    """Give the price of the cheapest choice that protects all that it hides; infinite where there is none."""
    first = counts.hidden_first(protection)
    prices = [np.inf]
    for choice in map(np.array, itertools.product([False, True], repeat=len(counts.counts))):
        if (choice | ~first).all() and counts.cost @ choice < min(prices):
            fitting = everything_that_fits(counts, choice, protection)
            room = fitting.max(axis=0) - fitting.min(axis=0)
            prices += [counts.cost @ choice] * bool((room[choice] >= protection.threshold).all())
    return min(prices)
