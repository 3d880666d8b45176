"""Hidden counts of which more is known than that they are not negative, and the way out when the search is ended."""

from types import SimpleNamespace

import numpy as np
import pytest
from secrets_of_tables import gemeenten, hidden, published, table

from optimizer.highs import SolverError
from optimizer.suppression import pattern, proof
from optimizer.suppression.attacker import Attacker, _Seen, _whole_where_near
from optimizer.suppression.rounding import Protection

EXACT = Protection(5, 1)


def marked(counts, which):
    """Mark gemeenten."""
    return np.array([kind == "gemeente" and name in which for kind, name in counts.cells])


def test_a_large_count_is_given_away_where_the_other_is_known_to_be_small():
    """3 + 20 hidden of 53 - 30: a has 4 inhabitants, so a is 0 to 4 and b 19 to 23."""
    counts = table([3, 20, 30], "PPP", inhabitants=[4, 200, 300])

    found = Attacker(counts, EXACT).gaps(marked(counts, "ab"))

    assert [counts.cells[cut.cell][1] for cut in found] == ["a", "b"]


def test_hiding_a_count_of_which_much_is_known_gives_a_part_of_the_room():
    """With a alone hidden it has no room. Of b is known 18 to 22, two to each side: 4 of the 5 that are missing."""
    counts = table([3, 20, 30], "PPP")
    nothing = np.zeros(len(counts.counts), np.int64)
    least, most = nothing.copy(), nothing + 1000
    least[1], most[1] = 18, 22
    known = counts.given(least, most, nothing.astype(bool))

    (cut,) = Attacker(known, EXACT).gaps(marked(counts, "a"))

    assert (cut.cell, cut.weight[0]) == (0, 0)
    assert cut.weight[1:3] == pytest.approx([0.8, 1])


def test_whole_tables_are_sought_to_the_last_person():
    counts = table([3, 20, 30], "PPP")

    assert Attacker(counts, EXACT)._whole.getOptionValue("mip_rel_gap")[1] == 0
    assert Attacker(counts, EXACT)._whole.getOptionValue("mip_abs_gap")[1] == 0


@pytest.mark.parametrize(
    ("persons", "expected"),
    [([3, 20, 30], "a"), ([3, 3, 3, 3], "abcd")],
    ids=["the totals, which give each other away, hide one", "no small one is shown again"],
)
def test_when_the_search_is_ended_what_need_not_be_hidden_is_shown_and_no_small_count(monkeypatch, persons, expected):
    monkeypatch.setattr(pattern, "MOST_ROUNDS", 0)
    counts = table(persons, "P" * len(persons))

    assert gemeenten(counts, hidden(counts)) == expected


def test_a_solver_that_finds_no_choice_is_told(monkeypatch):
    monkeypatch.setattr(pattern, "solve_milp", lambda *_: None)

    with pytest.raises(SolverError, match="no choice of hidden counts"):
        hidden(table([3, 20, 30], "PPP"))


def test_a_solver_that_ends_too_soon_proves_nothing(monkeypatch):
    counts = table([3, 20, 30], "PPP")
    said = published(counts, EXACT.small(counts.counts), provincies="PPP")
    soon = SimpleNamespace(status=1, success=False, message="time is over", x=np.zeros(3))
    monkeypatch.setattr(proof, "milp", lambda *_, **__: soon)

    with pytest.raises(ArithmeticError, match="time is over"):
        proof.prove(said)


def test_all_gemeenten_together_cost_less_than_one_more():
    """The inhabitants only decide between equally many."""
    counts = table([3, 20, 30], "PPP", inhabitants=[1, 2, 3])

    assert 3 < counts.cost[:3].sum() < 4
    assert sorted(counts.cost[:3]) == counts.cost[:3].tolist()


def test_a_table_that_fits_shows_room_to_both_sides_if_it_is_whole():
    seen = _Seen(np.array([3.0, 20.0]))

    seen.add(np.array([1.0, 22.0]))
    seen.add(np.array([7.0, 16.0]))
    seen.add(np.array([9.5, 13.5]))

    assert (seen.width(0), seen.width(1)) == (6, 6)


def test_a_price_that_is_nearly_whole_is_whole():
    assert _whole_where_near(np.array([1 + 1e-9, -2 - 1e-9, 0.5, 1e-9])).tolist() == [1, -2, 0.5, 0]


@pytest.mark.parametrize("rule", [(5, 1), (5, 5), (3, 2), (2, 4)])
def test_a_published_number_says_which_counts_it_may_be(rule):
    """Of every count to 30: those that are published as the number, and 0 is 0."""
    protection, counts = Protection(*rule), np.arange(31)
    shown = protection.rounded(counts)
    open_ = ~protection.small(counts) & (counts < 25)

    low, high = protection.says(shown)

    for n in np.flatnonzero(open_):
        same = counts[(shown == shown[n]) & ~protection.small(counts)]
        assert (low[n], high[n]) == (same.min(), same.max())
    assert (low[0], high[0]) == (0, 0)
