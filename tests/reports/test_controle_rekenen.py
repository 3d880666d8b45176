"""The arithmetic of the protocol alone: bands, prices, the lot, and agreement with the program for any case."""

from fractions import Fraction
from pathlib import Path

import pytest
from controle_run import NOW
from hypothesis import given, settings
from hypothesis import strategies as st

from inputs import duties
from inputs.scenario import Scenario
from reports.controle import rekenen
from reports.controle.loting import getrokken, loting
from reports.controle.rekenen import Keuzes, band, reken

CHOICE = Keuzes(0, "gespreid", 8, "grootste_resten", Fraction("0.05"), 2)


@pytest.mark.parametrize(
    ("doel", "minst", "meest", "randen"),
    [
        (10, None, None, (8, 12)),
        (60, None, None, (57, 63)),
        (61, None, None, (57, 65)),
        (1, None, None, (0, 3)),
        (10, 9, None, (9, 12)),
        (10, 20, None, (20, 20)),
        (10, None, 11, (8, 11)),
        (10, None, 5, (5, 5)),
        (10, 7, 5, (5, 5)),
    ],
)
def test_a_band_is_rounded_outward_and_held_to_least_and_most(doel, minst, meest, randen):
    """5 % of 60 is 3 and of 61 is 3.05, so 4; never less than 2, and nobody takes more than its most."""
    found = band(doel, CHOICE, Fraction("0.15"), minst, meest)

    assert (found.onder, found.boven) == randen


def test_persons_outside_the_band_count_once_and_then_more():
    """Target 20, band 18 to 22, the first 15 % (3): 30 persons are 8 outside, 3 once and 5 more; 16 are 2 once."""
    found = band(20, CHOICE, Fraction("0.15"), None, None)

    assert [found.buiten(n) for n in (20, 22, 30, 16, 0)] == [(0, 0), (0, 0), (3, 5), (2, 0), (3, 15)]
    assert band(20, CHOICE, Fraction("0.15"), None, 24).buiten(30) == (2, 0)


@settings(deadline=None, max_examples=300)
@given(
    st.lists(st.tuples(st.fractions(0, 50, max_denominator=6), st.integers(-60, 60)), min_size=1, max_size=8),
    st.integers(0, 120),
    st.sampled_from(["gespreid", "behouden", "kwijtgescholden"]),
    st.sampled_from(["grootste_resten", "per_gemeente"]),
    st.integers(1, 9),
)
def test_two_ways_of_working_out_agree_for_any_case(towns, total, achterstand, afronding, kwartalen):
    """The program's own duties, and those that the protocol works out by other code, on weights of any kind."""
    if not any(weight for weight, _ in towns):
        towns = [(Fraction(1), balance) for _, balance in towns]
    codes = [f"GM{k:04d}" for k in range(len(towns))]
    weights, balances = [w for w, _ in towns], [b for _, b in towns]
    scenario = Scenario(NOW, total, achterstand=achterstand, afronding=afronding, inhaal_kwartalen=kwartalen)
    expected = own_duties(weights, balances, scenario, total)
    said = {name: dict(zip(codes, part, strict=True)) for name, part in expected.items()}
    choices = Keuzes(total, achterstand, kwartalen, afronding, Fraction(0), 0)

    found = reken(dict(zip(codes, balances, strict=True)), dict(zip(codes, weights, strict=True)), choices, said)

    assert found.inhaal == said["inhaal"]
    assert found.sleutel == said["sleutel"]


def own_duties(weights, balances, scenario, total):
    """Give the duties by the program, on weights of any kind."""
    part = duties.carry_over(balances, scenario, total)
    return {"inhaal": part, "sleutel": duties._key(weights, part, scenario, total)}


def test_the_protocol_borrows_no_arithmetic_of_the_program():
    """A mistake in one would else be made by the other too."""
    code = Path(rekenen.__file__).read_text("utf-8")

    imported = {line.split()[1] for line in code.splitlines() if line.startswith(("from ", "import "))}
    assert imported == {"collections.abc", "dataclasses", "fractions", "math"}


def test_the_lot_is_that_of_the_hash_and_names_each_gemeente_once():
    """0x0a = 10 modulo 4 is 2, so the third; again 2 is passed over; then 3 and 0."""
    draws = loting("0000000a000000020000000300000004" + 32 * "f", ["W", "X", "Y", "Z"])

    assert [(d.getal, d.nummer, d.code, d.al) for d in draws] == [
        (10, 3, "Y", False),
        (2, 3, "Y", True),
        (3, 4, "Z", False),
        (4, 1, "W", False),
    ]
    assert getrokken(loting(64 * "0", ["W", "X", "Y", "Z"])) == ["W", "X", "Y"]
    assert getrokken(loting(64 * "0", ["W"])) == ["W"]
    assert loting(64 * "0", []) == []
