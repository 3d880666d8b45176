"""Levers change a value from one kwartaal to another, and each moves what it should."""

from types import MappingProxyType

import pytest
from cases import gemeente, home, household
from planning import example, numbers, plan

from inputs.codes import Code
from inputs.horizon import REGIMES, Hefboom, Plankeuzes, next_quarters, plan_values, series
from inputs.horizon_file import plan_choices
from inputs.tomlfile import parse
from reports.horizon.book import reservations

FOUR = next_quarters("2026K3", 4)


def written(*levers, regime="taakstelling", **values):
    given = {name.replace("__", "."): value for name, value in values.items()}
    return series(Plankeuzes(4, regime, MappingProxyType(given), levers), FOUR)


def test_a_lever_holds_from_its_first_up_to_and_with_its_last_kwartaal():
    found = written(Hefboom("minder", "instroom.factor", 0.5, "2026K4", "2027K1"))

    assert found["instroom.factor"].tolist() == [1, 0.5, 0.5, 1]


def test_the_last_of_two_levers_on_one_value_counts():
    found = written(Hefboom("a", "instroom.factor", 0.5), Hefboom("b", "instroom.factor", 2.0, "2027K2"))

    assert found["instroom.factor"].tolist() == [0.5, 0.5, 0.5, 2]


def test_a_lever_goes_before_what_the_regime_makes_of_a_value():
    found = written(Hefboom("uitzondering", "sociale_huur.alleen", 0.9, "2027K1"), regime="verbod")

    assert found["sociale_huur.alleen"].tolist() == [0.1, 0.1, 0.9, 0.9]
    assert found["sociale_huur.gezin"].tolist() == [0.3] * 4


@pytest.mark.parametrize(
    ("regime", "alone", "family", "factor"),
    [
        ("taakstelling", 1, 1, 1),
        ("sleutel", 1, 1, 10),
        ("convenant", 1, 1, 3),
        ("vrijwillig", 0.6, 0.6, 0),
        ("verbod", 0.1, 0.3, 1),
        ("verbod_uitzondering_alleenstaanden", 1, 0.3, 1),
    ],
)
def test_a_regime_sets_what_its_values_say(regime, alone, family, factor):
    found = written(regime=regime)

    assert found["sociale_huur.alleen"][0] == alone
    assert found["sociale_huur.gezin"][0] == family
    assert found["spreiding.factor"][0] == factor


def test_every_regime_has_a_test():
    assert len(REGIMES) == 6


def test_every_value_has_a_source_a_unit_and_lies_in_its_range():
    for name, value in plan_values().items():
        assert value.bron, name
        assert value.eenheid, name
        assert value.bereik[0] <= value.waarde <= value.bereik[1], name


@pytest.mark.parametrize(
    ("lever", "value"),
    [
        ("instroom.factor", 2.0),
        ("nareis.factor", 3.0),
        ("aanbod.flex", 0.5),
        ("zelf.alleen", 0.0),
        ("bouw.flex", 0.0),
    ],
)
def test_a_lever_makes_more_wait(lever, value):
    homes = [home("GM0001", 1, 4, woonvorm="flex"), home("GM0001", 3, 1)]
    people = [household("F", 2, 1), *(household(f"H{n}") for n in range(20))]
    built = example([gemeente("GM0001", 50_000)], homes, people)
    usual = {
        "instroom.factor": 1.0,
        "instroom.per_100000_inwoners": 10.0,
        "nareis.deel_alleenstaanden": 0.1,
        "nareis.vertraging": 1.0,
        "zelf.alleen": 0.05,
        "bouw.flex": 0.4,
    }

    before, after = (
        plan(built, 4, **{name.replace(".", "__"): v for name, v in values.items()})
        for values in (usual, usual | {lever: value})
    )

    assert numbers(after, "wachtend")[-1] > numbers(before, "wachtend")[-1]


def test_all_mistakes_in_a_plan_are_named_at_once_with_their_line():
    text = """[plan]
kwartalen = 13
regime = "convenat"
instroom.factor = 20
instrom.factor = 1
[[plan.hefboom]]
wat = "nareis.vertraging"
waarde = "x"
[[plan.hefboom]]
wat = "nareis.vertraging"
waarde = 8
van = "2026K5"
[[plan.hefboom]]
waarde = 8
tott = "2026K2"
[[plan.hefboom]]
wat = "zelf.alleen"
waarde = 0.5
van = "2027K1"
tot = "2026K1"
"""

    keuzes, problems = plan_choices(parse(text, "scenario.toml"), text, "scenario.toml")

    assert keuzes.hefbomen == ()
    assert [(p.regel, p.kolom) for p in problems][:4] == [
        (2, "plan.kwartalen"),
        (3, "plan.regime"),
        (4, "instroom.factor"),
        (5, "instrom.factor"),
    ]
    assert {p.kolom for p in problems[4:]} == {
        "plan.hefboom 1",
        "plan.hefboom 2.van",
        "hefboom 3.tott",
        "hefboom 3.wat",
        "hefboom 4.tot",
    }
    assert next(p for p in problems if p.kolom == "plan.regime").velden["bedoeld"] == "convenant"


def test_a_value_of_the_whole_plan_takes_no_period():
    text = """[plan]
[[plan.hefboom]]
wat = "budget.sft_miljoen"
waarde = 10.0
van = "2026K3"
[[plan.hefboom]]
wat = "budget.sft_miljoen"
waarde = 10.0
"""

    keuzes, problems = plan_choices(parse(text, "scenario.toml"), text, "scenario.toml")

    assert [p.kolom for p in problems] == ["hefboom 1.van"]
    assert [h.van for h in keuzes.hefbomen] == [None]


@pytest.mark.parametrize("text", ["plan = 3\n", '[plan]\nhefboom = "verbod"\n', '[plan.hefboom]\nwat = "regime"\n'])
def test_a_plan_or_levers_in_another_form_say_what_to_write(text):
    _, problems = plan_choices(parse(text, "scenario.toml"), text, "scenario.toml")

    assert [(p.code, p.regel) for p in problems] == [
        (Code.REEKS_LIJST, text[: text.index("plan")].count("\n") + 1 + ("hefboom =" in text))
    ]
    assert "[plan" in str(problems[0].velden["voorbeeld"])


def test_a_lever_that_holds_in_no_kwartaal_is_told():
    built = example([gemeente("GM0001")], [home("GM0001", 1)], [household("H")])
    early = Hefboom("te vroeg", "instroom.factor", 0.5, "2019K1", "2020K1")
    keuzes = Plankeuzes(1, hefbomen=(early, Hefboom("nu", "instroom.factor", 0.5)))

    told = reservations(keuzes, plan(built, 1), "nl")

    assert [text for text in told if "Hefboom" in text] == [
        (
            "Hefboom te vroeg (instroom.factor) geldt in geen enkel kwartaal van dit plan en doet dus niets; "
            "kijk van en tot na."
        )
    ]
