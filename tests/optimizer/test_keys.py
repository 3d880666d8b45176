"""Every key by a case that can be checked by hand, every carry-over, both roundings, and agreements."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import floor

import numpy as np
import pytest
from cases import NOW, PARAMETERS, example, gemeente, home, household, solved
from hypothesis import given, settings
from hypothesis import strategies as st

from inputs import rounding
from inputs.domain import Arbeidsvraag
from inputs.opgave import Afspraak, Sleutelgewicht
from inputs.parameters import override
from inputs.scenario import Scenario
from inputs.sleutel import grondslag, key_weights, ses_factors
from optimizer.shares import shares

A, B, C = "GM0001", "GM0002", "GM0003"


def case_of(*gemeenten, total=100, own=(), afspraken=(), **scenario):
    case = example(gemeenten, [], [household("H1")], opgave_personen=total, **scenario).case
    weights = tuple(Sleutelgewicht(code, Decimal(weight), "proef") for code, weight in own)
    return replace(case, sleutelgewichten=weights, afspraken=tuple(Afspraak(*row, "proef") for row in afspraken))


def by(key, *gemeenten, **rest):
    return shares(case_of(*gemeenten, sleutel=key, **rest)).key.tolist()


def with_columns(code, inwoners=1000, *, regio="R", **columns):
    return replace(gemeente(code, inwoners, regio=regio), **columns)


def test_inwoners_follows_inhabitants():
    """3000 and 1000 inhabitants: 75 and 25 of 100."""
    assert by("inwoners", gemeente(A, 3000), gemeente(B, 1000)) == [75, 25]


def test_inwoners_ses_moves_persons_from_poorer_to_richer_gemeenten():
    """Scores 0.2 and -0.2 around a mean of 0: with beta = 1 an inhabitant weighs 1.2 and 0.8, so 60 and 40 of 100."""
    rich, poor = with_columns(A, ses_woa=0.2), with_columns(B, ses_woa=-0.2)

    assert by("inwoners", rich, poor) == [50, 50]
    assert by("inwoners_ses", rich, poor) == [60, 40]


def test_the_mean_of_the_scores_is_weighted_by_inhabitants_and_the_correction_moves_weight_only():
    """3000 x 0.1 + 1000 x 0.5 over 4000 is a mean of 0.2: factors 0.9 and 1.3, weights 2700 and 1300."""
    basis = grondslag(
        case_of(with_columns(A, 3000, ses_woa=0.1), with_columns(B, 1000, ses_woa=0.5), sleutel="inwoners_ses")
    )

    assert ses_factors(basis) == [Fraction(9, 10), Fraction(13, 10)]
    assert key_weights(basis) == [2700, 1300]


def test_beta_is_a_parameter_and_0_gives_inhabitants_alone():
    case = case_of(with_columns(A, ses_woa=0.2), with_columns(B, ses_woa=-0.2), sleutel="inwoners_ses")

    def keys(beta):
        return shares(replace(case, parameters=override(PARAMETERS, {"sleutel.ses_beta": beta}, "proef"))).key.tolist()

    assert [keys(0.0), keys(0.5), keys(5.0)] == [[50, 50], [55, 45], [100, 0]]


def test_woningvoorraad_and_corporatiebezit_follow_their_own_column():
    """Homes 300 and 100; of those, corporations own 20 and 80."""
    rows = (
        with_columns(A, woningvoorraad=300, corporatiebezit=20),
        with_columns(B, woningvoorraad=100, corporatiebezit=80),
    )

    assert by("woningvoorraad", *rows) == [75, 25]
    assert by("corporatiebezit", *rows) == [20, 80]


def test_arbeidsmarkt_spreads_the_places_of_a_region_over_its_inhabitants():
    """R has 20 + 10 places for 3000 and 1000 inhabitants: 22.5 and 7.5; S has 70 for C; next quarter does not count."""
    rows = (gemeente(A, 3000), gemeente(B, 1000), gemeente(C, 500, regio="S"))
    case = case_of(
        *rows, total=200, sleutel="arbeidsmarkt", work={("R", "zorg"): 20, ("R", "bouw"): 10, ("S", "x"): 70}
    )
    case = replace(case, arbeidsmarkt=(*case.arbeidsmarkt, Arbeidsvraag("R", "zorg", "2026K2", 900)))

    assert key_weights(grondslag(case)) == [Fraction(45, 2), Fraction(15, 2), 70]
    assert shares(case).key.tolist() == [45, 15, 140]


def test_an_own_key_follows_the_weights_of_the_table_in_any_order():
    assert by("eigen", gemeente(A), gemeente(B), own=[(B, "1"), (A, "4")]) == [80, 20]


@pytest.mark.parametrize("unit", ["1e-9", "0.000000001", "1", "1000000000"])
def test_weights_of_any_size_give_the_same_persons(unit):
    """Weights 1 : 2 : 0 in a tiny or a huge unit: 33.3, 66.7 and 0 of 100."""
    double = str(2 * Decimal(unit))

    assert by("eigen", gemeente(A), gemeente(B), gemeente(C), own=[(A, unit), (B, double), (C, "0")]) == [33, 67, 0]


def test_weights_from_a_billionth_to_a_billion_beside_each_other_are_exact():
    """1e9 and two of 1e-9: the two get nothing of 100, and as much as the others where the large one is tiny too."""
    three = [gemeente(code) for code in (A, B, C)]

    assert by("eigen", *three, own=[(A, "1e9"), (B, "1e-9"), (C, "1e-9")]) == [100, 0, 0]
    assert by("eigen", *three, own=[(A, "1e-9"), (B, "1e-9"), (C, "1e-9")]) == [34, 33, 33]
    weights = key_weights(grondslag(case_of(*three[:2], sleutel="eigen", own=[(A, "1e9"), (B, "1e-9")])))
    assert weights == [10**9, Fraction(1, 10**9)]


def test_a_float_would_have_lost_a_person():
    """Of 1 person weights 0.1, 0.2 and 0.3 get 1/6, 1/3 and exactly 1/2; in floats the half is a little less."""
    three, own = [gemeente(code) for code in (A, B, C)], [(A, "0.1"), (B, "0.2"), (C, "0.3")]

    assert floor(0.3 / (0.1 + 0.2 + 0.3) * 1 + 0.5) == 0
    assert by("eigen", *three, total=1, own=own, afronding="per_gemeente") == [0, 0, 1]


@settings(deadline=None)
@given(st.lists(st.fractions(0, 10**9, max_denominator=10**9), min_size=1, max_size=20), st.integers(0, 20_000))
def test_exact_rounding_sums_and_stays_within_one_for_fractions_of_any_size(weights, total):
    if not any(weights):
        with pytest.raises(ValueError, match="above 0"):
            rounding.largest_remainder(weights, total + 1)
        return
    repaired, each = rounding.largest_remainder(weights, total), rounding.rounded_each(weights, total)
    exact = [weight * total / sum(weights) for weight in weights]

    assert sum(repaired) == total
    assert all(abs(part - share) < 1 for part, share in zip(repaired, exact, strict=True))
    assert all(abs(part - share) <= Fraction(1, 2) for part, share in zip(each, exact, strict=True))


def test_a_balance_is_kept_whole_written_off_or_spread():
    """A owes 40: all of it, nothing, or 40 / 8 = 5 before 3000 and 1000 inhabitants share the rest of 100."""
    rows = (gemeente(A, 3000, achterstand=40), gemeente(B, 1000))

    def parts(mode):
        got = shares(case_of(*rows, achterstand=mode))
        return got.catch_up.tolist(), got.key.tolist(), got.target.tolist()

    assert parts("behouden") == ([40, 0], [45, 15], [85, 15])
    assert parts("kwijtgescholden") == ([0, 0], [75, 25], [75, 25])
    assert parts("gespreid") == ([5, 0], [71, 24], [76, 24])


def test_a_lead_is_kept_or_written_off_like_a_backlog():
    """A is 20 ahead of B: whole, it takes 40 of 100; written off, half."""
    rows = (gemeente(A, achterstand=-20), gemeente(B))

    assert shares(case_of(*rows, achterstand="behouden")).target.tolist() == [40, 60]
    assert shares(case_of(*rows, achterstand="kwijtgescholden")).target.tolist() == [50, 50]


def test_what_is_kept_whole_is_never_more_than_there_is_to_spread():
    """400 and 800 owed with 30 persons: a third and two thirds; the rest of what they owe stays in their balance."""
    rows = (gemeente(A, achterstand=400), gemeente(B, achterstand=800))

    assert shares(case_of(*rows, total=30, achterstand="behouden")).target.tolist() == [10, 20]


def test_the_official_sum_of_share_and_balance_comes_out_when_the_total_holds_the_balances():
    """T = 100 and balances of 40 and -10: with 130 to spread, each target is the share of T plus the whole balance."""
    rows = (gemeente(A, 3000, achterstand=40), gemeente(B, 1000, achterstand=-10))
    got = shares(case_of(*rows, total=130, achterstand="behouden"))

    assert got.key.tolist() == [75, 25]
    assert got.target.tolist() == [75 + 40, 25 - 10]


def test_rounding_each_gemeente_repairs_nothing():
    """100 over three equal gemeenten: 33.3 each is 33, 99 in all; with the rest repaired the first gets 34."""
    rows = [gemeente(code) for code in (A, B, C)]

    assert shares(case_of(*rows, afronding="per_gemeente")).target.tolist() == [33, 33, 33]
    assert shares(case_of(*rows, afronding="grootste_resten")).target.tolist() == [34, 33, 33]


rows_of_balances = st.lists(st.tuples(st.integers(1, 900_000), st.integers(-300, 300)), min_size=2, max_size=9)


@settings(deadline=None)
@given(rows_of_balances, st.integers(0, 3000), st.sampled_from(["gespreid", "behouden", "kwijtgescholden"]))
def test_rounding_each_gemeente_misses_the_total_by_at_most_one_person_per_gemeente(rows, total, mode):
    gemeenten = [gemeente(f"GM{n:04d}", people, achterstand=owed) for n, (people, owed) in enumerate(rows)]

    got = shares(case_of(*gemeenten, total=total, achterstand=mode, afronding="per_gemeente"))

    assert (got.target >= 0).all()
    assert (got.key + got.catch_up == got.target).all()
    assert abs(got.target.sum() - total) <= len(rows)


def test_an_agreement_moves_persons_from_one_target_to_another():
    """75 and 25 by inhabitants; A hands 10 to B this quarter, B hands 4 back, and next quarter does not count."""
    swaps = [(A, B, 10, NOW), (B, A, 4, NOW), (A, B, 50, "2026K2")]
    got = shares(case_of(gemeente(A, 3000), gemeente(B, 1000), afspraken=swaps))

    assert got.agreed.tolist() == [-6, 6]
    assert got.target.tolist() == [69, 31]
    assert got.agreed.sum() == 0


def test_agreements_below_0_are_no_plan():
    with pytest.raises(ValueError, match="below 0"):
        shares(case_of(gemeente(A), gemeente(B), afspraken=[(A, B, 51, NOW)]))


@settings(deadline=None)
@given(
    rows_of_balances,
    st.integers(0, 3000),
    st.sampled_from(["gespreid", "behouden", "kwijtgescholden"]),
    st.sampled_from(["grootste_resten", "per_gemeente"]),
    st.randoms(use_true_random=False),
)
def test_key_carry_over_and_agreements_are_the_target_to_the_person(rows, total, mode, afronding, random):
    gemeenten = [gemeente(f"GM{n:04d}", people, achterstand=owed) for n, (people, owed) in enumerate(rows)]
    case = case_of(*gemeenten, total=total, achterstand=mode, afronding=afronding)
    before = shares(case)
    givers = [n for n, persons in enumerate(before.target) if persons > 0]
    swaps = [
        (gemeenten[n].gemeentecode, gemeenten[n - 1].gemeentecode, random.randint(1, int(before.target[n])), NOW)
        for n in givers
    ]

    got = shares(replace(case, afspraken=tuple(Afspraak(*row, "proef") for row in swaps)))

    assert (got.key + got.catch_up + got.agreed == got.target).all()
    assert got.agreed.sum() == 0
    assert got.target.sum() == before.target.sum()


def test_a_plan_follows_the_agreement_and_says_so():
    """Two single persons, one for each; A hands its one to B, which has homes for both."""
    built = example([gemeente(A), gemeente(B)], [home(A, 1, 2), home(B, 1, 2)], [household("H1"), household("H2")])
    scenario = replace(built.case.scenario, opgave_personen=2, band=0.0, band_personen=0)
    case = replace(built.case, scenario=scenario, afspraken=(Afspraak(A, B, 1, NOW, "proef"),))

    outcomes = solved(built._replace(case=case)).gemeenten

    assert [g.afspraken_personen for g in outcomes] == [-1, 1]
    assert [g.doel_personen for g in outcomes] == [0, 2]
    assert [g.toegewezen_personen for g in outcomes] == [0, 2]
    assert all(g.sleutel_personen + g.inhaal_personen + g.afspraken_personen == g.doel_personen for g in outcomes)


def before_there_were_keys(inhabitants, balances, total, quarters):
    """Give key and catch-up as they were worked out when inhabitants were the only key, in arrays of int64."""

    def largest(weights, persons):
        whole, rest = np.divmod(weights * persons, weights.sum())
        whole[np.argsort(-rest, kind="stable")[: persons - int(whole.sum())]] += 1
        return whole

    part = np.sign(balances) * ((2 * np.abs(balances) + quarters) // (2 * quarters))
    if np.maximum(part, 0).sum() > total:
        part = largest(np.maximum(balances, 0), total) + np.minimum(part, 0)
    at_zero = np.zeros(len(part), bool)
    while True:
        key = np.where(at_zero, -part, 0)
        rest = total - int(part.sum()) - int(key.sum())
        if (~at_zero).any() and rest > 0:
            key[~at_zero] = largest(inhabitants[~at_zero], rest)
        below = ~at_zero & (key + part < 0)
        if not below.any():
            return key.tolist(), part.tolist()
        at_zero |= below


@settings(deadline=None, max_examples=200)
@given(
    st.lists(st.tuples(st.integers(1, 900_000), st.integers(-3000, 3000)), min_size=1, max_size=12),
    st.integers(0, 20_000),
    st.integers(1, 12),
)
def test_without_a_choice_the_shares_are_what_they_were_before_there_were_keys(rows, total, quarters):
    gemeenten = [gemeente(f"GM{n:04d}", people, achterstand=owed) for n, (people, owed) in enumerate(rows)]
    inhabitants, balances = np.array([r[0] for r in rows]), np.array([r[1] for r in rows])

    got = shares(case_of(*gemeenten, total=total, inhaal_kwartalen=quarters))

    assert (got.key.tolist(), got.catch_up.tolist()) == before_there_were_keys(inhabitants, balances, total, quarters)
    assert not got.agreed.any()


def test_what_a_scenario_does_not_say_is_inhabitants_spread_over_eight_quarters_with_repaired_rounding():
    silent = Scenario(NOW)

    assert (silent.sleutel, silent.achterstand, silent.afronding) == ("inwoners", "gespreid", "grootste_resten")
    assert silent.inhaal_kwartalen == 8
