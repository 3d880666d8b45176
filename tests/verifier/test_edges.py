"""Edges of what is worked out again, each by a case of a line or two and without a run."""

from fractions import Fraction
from types import SimpleNamespace

import pytest

from verifier.case import Home, Town
from verifier.keys import agreed, weights
from verifier.locks import Locks
from verifier.rules.homes import empty_places, locked_out, social_homes, social_most, unsuited
from verifier.rules.services import most_persons, persons_taken, places_taken, seats_taken, seats_there
from verifier.shares import _catch_up, _key, filled, largest_remainder, rounded, shares
from verifier.spread import parts

A, B, C = "GM0001", "GM0002", "GM0003"
SCENARIO = {
    "sleutel": "inwoners",
    "achterstand": "gespreid",
    "inhaal_kwartalen": 8,
    "afronding": "grootste_resten",
    "band": Fraction(1, 10),
    "band_personen": 1,
    "verdringing_hoogstens": Fraction(1, 2),
}


def town(code, inhabitants=1000, **rest):
    usual = {"region": "R", "behind": 0, "voorrang": "ja", "least": 0, "most": None, "ses": Fraction(0)}
    return Town(code, inhabitants, **{**usual, "stock": 10, "corporation": 4, **rest})


def dwelling(form="sociale_huur", sleeps=2, name="W1", **rest):
    return Home(
        **{
            "id": name,
            "owner": A,
            "host": A,
            "form": form,
            "sleeps": sleeps,
            "homes": 1,
            "kept": 0,
            "now": True,
            **rest,
        }
    )


def tables(*towns, total=100, swaps=(), **rest):
    scenario = {**SCENARIO, **{name: rest.pop(name) for name in SCENARIO.keys() & rest.keys()}}
    named = {one.code: one for one in towns}
    return SimpleNamespace(towns=named, scenario=scenario, total=total, swaps=swaps, known={}, **rest)


def who(asks=2, kind="paar", *, shares=False, **rest):
    return SimpleNamespace(id="H1", asks=asks, kind=kind, shares=shares, **rest)


def placed(*pairs):
    return SimpleNamespace(placements=[SimpleNamespace(household=h, home=home) for h, home in pairs])


def test_shares_are_rounded_with_the_rest_to_the_first_or_each_halves_up():
    assert largest_remainder([Fraction(1)] * 3, 10) == [4, 3, 3]
    assert largest_remainder([Fraction(50), Fraction(30), Fraction(20)], 7) == [4, 2, 1]
    assert rounded([Fraction(1)] * 2, 3, "per_gemeente") == [2, 2]
    assert rounded([Fraction(1)] * 2, 3, "grootste_resten") == [2, 1]


def test_a_balance_is_spread_halves_away_from_zero_and_divided_only_beyond_the_total():
    assert _catch_up([12, -12, 11, 0], tables()) == [2, -2, 1, 0]
    assert _catch_up([11, 4, 4], tables(total=3)) == [1, 1, 1]
    assert _catch_up([11, 4, 4, -16], tables(total=2)) == [1, 1, 0, -2]
    assert _catch_up([2, 2, -9, -9], tables(total=3, achterstand="behouden")) == [2, 1, -9, -9]
    assert _catch_up([40, -3], tables(achterstand="behouden")) == [40, -3]
    assert _catch_up([40, -3], tables(achterstand="kwijtgescholden")) == [0, 0]


def test_who_is_far_ahead_gets_0_and_the_others_pay():
    """With 5 ahead, 15 are shared: 8 and 7. With 30 ahead half of 40 is not enough: A gets 30, and B the 10."""
    assert _key([Fraction(1)] * 2, [-30, 0], tables(total=10)) == [30, 10]
    assert _key([Fraction(1)] * 2, [-5, 0], tables(total=10)) == [8, 7]
    assert (
        _key([Fraction(1000), Fraction(1), Fraction(1)], [1, 1, 1], tables(total=2, afronding="per_gemeente"))
        == [0] * 3
    )


def test_the_band_is_a_part_or_so_many_persons_within_least_and_most():
    """Targets 75 and 25 with 5 moved: 80 and 20; a tenth is 8 and 2 around."""
    plain = shares(tables(town(A, 3000), town(B), swaps=((B, A, 5),)))
    bound = shares(tables(town(A, 3000, most=70), town(B, least=30), swaps=((B, A, 5),)))

    assert [(s.key, s.agreed, s.target, s.lower, s.upper) for s in plain.values()] == [
        (75, 5, 80, 72, 88),
        (25, -5, 20, 18, 22),
    ]
    assert [(s.lower, s.upper) for s in bound.values()] == [(70, 70), (30, 30)]
    assert [(s.lower, s.upper) for s in shares(tables(town(A), total=0, band_personen=3)).values()] == [(0, 3)]


def test_what_is_taken_on_counts_and_what_is_handed_over_counts_the_other_way():
    given = tables(town(A), town(B), swaps=((A, B, 5), (B, A, 2)))

    assert (agreed(given, A), agreed(given, B), agreed(given, C)) == (-3, 3, 0)


def test_each_key_weighs_by_its_own_numbers():
    """Scores 1 and -1 have a mean of 0.5 over 3000 and 1000: 3000 (1 + 0.2 x 0.5) and 1000 (1 - 0.2 x 1.5)."""
    rows = (town(A, 3000, ses=Fraction(1), stock=7, corporation=3, region="P"), town(B, ses=Fraction(-1), region="P"))
    work, own = {("P", "zorg"): 6, ("P", "bouw"): 2, ("Q", "zorg"): 9}, {A: Fraction(1, 2), B: Fraction(3)}
    given = tables(*rows, town(C, 500, region="Q"), work=work, own={**own, C: Fraction(0)}, parameters={})
    two = tables(*rows, parameters={"sleutel.ses_beta": Fraction(1, 5)}, sleutel="inwoners_ses")

    def by(key):
        given.scenario["sleutel"] = key
        return weights(given)

    assert weights(two) == [3300, 700]
    assert by("inwoners") == [3000, 1000, 500]
    assert by("woningvoorraad") == [7, 10, 10]
    assert by("corporatiebezit") == [3, 4, 4]
    assert by("arbeidsmarkt") == [6, 2, 9]
    assert by("eigen") == [Fraction(1, 2), 3, 0]


def test_homes_of_a_record_are_counted_out_one_room_after_the_other():
    shared, whole = dwelling("woningdelen", 3, "W1"), dwelling("flex", 2, "W2", owner=B)
    plan = placed(*[(who(1), shared)] * 4, (who(), whole), (who(), whole))

    assert filled(plan) == {"W1": (2, 1), "W2": (2, 1)}
    assert filled(plan, B) == {"W2": (2, 1)}
    assert filled(plan, A, "flex") == {}


def test_only_social_homes_count_for_the_cap_which_rounds_down():
    plan = placed((who(), dwelling()), (who(), dwelling("flex")), (who(), dwelling(owner=B)))

    assert social_homes(plan) == {A: 1, B: 1}
    assert social_most(tables(town(A, lettings=5), town(B, lettings=4))) == {A: 2, B: 2}
    assert social_most(tables(town(A, lettings=5), verdringing_hoogstens=None)) == {}


@pytest.mark.parametrize(
    ("locks", "out"),
    [
        (Locks(), False),
        (Locks(goes={"H1": A}), False),
        (Locks(goes={"H1": B}), True),
        (Locks(closed={("H1", A)}), True),
        (Locks(closed={("", A)}), True),
        (Locks(closed={("H2", A), ("H1", B), ("", B)}), False),
    ],
)
def test_a_lock_keeps_out_of_elsewhere_and_of_what_is_closed(locks, out):
    assert locked_out(SimpleNamespace(locks=locks), who(), A) is out


def why(household, home, voorrang="ja"):
    """Give why a household may not take a home; large begins at 6 persons, one place may stay empty."""
    given = SimpleNamespace(
        towns={A: town(A, voorrang=voorrang)},
        parameters={"woning.lege_slaapplaatsen": Fraction(1), "grote_gezinnen.vanaf_personen": Fraction(6)},
        access={form: {"alleen", "paar", "gezin"} for form in ("sociale_huur", "woningdelen")} | {"flex": {"alleen"}},
        sharing={"woningdelen"},
    )
    return [reason.key for reason in unsuited(given, household, home)]


@pytest.mark.parametrize(
    ("household", "home", "voorrang", "reasons"),
    [
        (who(2), dwelling(sleeps=2), "ja", []),
        (who(2), dwelling(sleeps=3), "ja", []),
        (who(2), dwelling(sleeps=4), "ja", ["wrong_size"]),
        (who(3), dwelling(sleeps=2), "ja", ["wrong_size"]),
        (who(5, "gezin"), dwelling(sleeps=6), "ja", ["kept_large"]),
        (who(6, "gezin"), dwelling(sleeps=6), "ja", []),
        (who(2), dwelling("flex", 2), "ja", ["not_open"]),
        (who(1, "alleen"), dwelling("flex", 1), "nee", []),
        (who(1, "alleen", shares=True), dwelling("woningdelen", 3), "ja", []),
        (who(1, "alleen"), dwelling("woningdelen", 3), "ja", ["sharing"]),
        (who(2, shares=True), dwelling("woningdelen", 3), "ja", ["room_for_one"]),
        (who(2), dwelling(), "nee", ["voorrang"]),
        (who(2), dwelling(), "alleen_gezinnen", ["voorrang"]),
        (who(2, "gezin"), dwelling(), "alleen_gezinnen", []),
    ],
)
def test_why_a_household_may_not_take_a_home(household, home, voorrang, reasons):
    assert why(household, home, voorrang) == reasons


def test_a_room_has_no_empty_place():
    assert empty_places(who(2), dwelling(sleeps=5)) == 3
    assert empty_places(who(1), dwelling("woningdelen", 5)) == 0


def test_adults_and_children_count_where_they_live_and_persons_where_they_count():
    family = who(4, "gezin", routes={"B1": 2}, school={"po": 1, "isk": 1}, persons=4)
    plan = placed(*[(family, dwelling(host=B))] * 2)

    assert seats_taken(plan) == {(B, "B1"): 4}
    assert places_taken(plan) == {(B, "po"): 2, (B, "isk"): 2}
    assert persons_taken(plan) == {A: 8}


def test_seats_of_now_and_later_are_added_and_of_two_mosts_the_strictest_counts():
    given = tables(town(A, most=5), town(B, most=5), town(C), seats={(A, "B1"): 2}, later={(A, "B1"): 3, (B, "Z"): 1})
    given.locks = Locks(most={A: 3, B: 9, C: 0})

    assert seats_there(given) == {(A, "B1"): 5, (B, "Z"): 1}
    assert {code: most for code, (most, _) in most_persons(given).items()} == {A: 3, B: 5, C: 0}


def test_one_person_alone_is_the_whole_national_part():
    given = tables(households={"H1": who(1, "alleen", persons=1)}, parameters={"grote_gezinnen.vanaf_personen": 6})

    assert sorted(parts(given).values()) == [0, 1]
