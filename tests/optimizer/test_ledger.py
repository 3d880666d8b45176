"""The ledger adds up to the person, and one period opens with what the last closed with."""

from dataclasses import replace

import pytest
from cases import NOW, example, gemeente, home, household, solved
from random_cases import SIZES, random_case

from inputs.opgave import Afspraak
from optimizer.ledger import LedgerLine, follows, ledger
from optimizer.quarter import read_quarter

A, B = "GM0001", "GM0002"


def lines_of(*gemeenten, credited, afspraken=(), **scenario):
    built = example(gemeenten, [], [household("H1")], **scenario)
    case = replace(built.case, afspraken=tuple(Afspraak(*row, "proef") for row in afspraken))
    return ledger(read_quarter(case, built.afstanden), credited)


def test_a_line_is_opening_and_share_and_agreement_less_what_was_housed():
    """A owed 40; of 100, 5 are caught up and 71 of the other 95 are its share; it hands 3 over and houses 60."""
    a, b = lines_of(
        gemeente(A, 3000, achterstand=40),
        gemeente(B, 1000),
        credited=[60, 30],
        afspraken=[(A, B, 3, NOW)],
        opgave_personen=100,
    )

    assert (a.opening, a.share, a.agreed, a.credited, a.closing) == (40, 71, -3, 60, 40 + 71 - 3 - 60)
    assert (b.opening, b.share, b.agreed, b.credited, b.closing) == (0, 24, 3, 30, -3)


def test_who_houses_the_target_has_paid_off_what_was_caught_up():
    """40 owed, 5 of it in the target of 76: 35 are left."""
    a, _ = lines_of(gemeente(A, 3000, achterstand=40), gemeente(B, 1000), credited=[76, 24], opgave_personen=100)

    assert a.closing == 35


@pytest.mark.parametrize(("owed", "left"), [(40, 0), (-40, 0)])
def test_a_balance_that_is_written_off_does_not_come_back(owed, left):
    """Both take 50 of 100 and house 50; nothing of the 40 behind or ahead stays."""
    a, _ = lines_of(
        gemeente(A, achterstand=owed),
        gemeente(B),
        credited=[50, 50],
        opgave_personen=100,
        achterstand="kwijtgescholden",
    )

    assert (a.opening, a.written_off, a.closing) == (owed, owed, left)


def test_a_quarter_opens_with_what_the_last_one_closed_with():
    first = lines_of(gemeente(A, 3000, achterstand=40), gemeente(B), credited=[60, 30], opgave_personen=100)
    balances = {line.gemeentecode: line.closing for line in first}
    second = lines_of(
        gemeente(A, 3000, achterstand=balances[A]),
        gemeente(B, achterstand=balances[B]),
        credited=[10, 10],
        opgave_personen=100,
    )

    follows(first, second)
    with pytest.raises(ValueError, match=f"{B} closed with {balances[B]} and opens with {balances[B] + 1}"):
        follows(first, (second[0], replace(second[1], opening=balances[B] + 1)))
    with pytest.raises(ValueError, match=f"{B} closed with {balances[B]} and opens with None"):
        follows(first, second[:1])


@pytest.mark.parametrize("mode", ["gespreid", "behouden", "kwijtgescholden"])
@pytest.mark.parametrize("size", SIZES[:1])
def test_the_closing_balance_of_a_run_is_that_of_its_own_columns(size, mode):
    built = random_case(*size, achterstand=mode)
    owed = {g.gemeentecode: g.achterstand for g in built.case.gemeenten}

    outcomes = solved(built, gap=None).gemeenten

    for g in outcomes:
        opening = 0 if mode == "kwijtgescholden" else owed[g.gemeentecode]
        moved = g.sleutel_personen + g.afspraken_personen - g.toegewezen_personen
        assert g.achterstand_na_personen == opening + moved
    assert any(g.achterstand_na_personen != g.achterstand for g in outcomes)


def test_a_run_tells_the_next_quarter_what_to_open_with():
    """Two persons for A and B each; A houses one and B none, so 1 and 2 are left; then 1 more each is added."""
    households = [household(f"H{n}") for n in range(4)]
    first = solved(example([gemeente(A), gemeente(B)], [home(A, 1)], households, opgave_personen=4)).gemeenten
    owed = {g.gemeentecode: g.achterstand_na_personen for g in first}
    rows = [gemeente(code, achterstand=owed[code]) for code in (A, B)]
    built = example(rows, [home(A, 1), home(B, 1)], households[:2], opgave_personen=5, achterstand="behouden")
    second = solved(built).gemeenten

    assert owed == {A: 1, B: 2}
    assert [g.achterstand for g in second] == [1, 2]
    assert [g.doel_personen for g in second] == [2, 3]
    assert [g.achterstand_na_personen for g in second] == [1, 2]


def test_a_line_of_no_movement_keeps_its_balance():
    assert LedgerLine(A, opening=7, share=0, agreed=0, credited=0).closing == 7
