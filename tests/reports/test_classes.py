import re
from dataclasses import replace
from itertools import pairwise

import pytest

from reports.classes import GROUPS, INDICATORS, SCALES, UNKNOWN, ZERO, Kinds, legend, patterns
from reports.words import words

BY_NAME = {i.naam: i for i in INDICATORS}


def shown(name, g):
    indicator = BY_NAME[name]
    return legend(indicator)[indicator.place(g)][1]


@pytest.fixture
def gemeente(allocation):
    return lambda **numbers: replace(allocation.gemeenten[0], **numbers)


@pytest.mark.parametrize(
    ("personen", "text"),
    [(0, "0"), (1, "1 t/m 9"), (9, "1 t/m 9"), (10, "10 t/m 24"), (249, "100 t/m 249"), (250, "250 of meer")],
)
def test_persons_fall_in_the_class_that_the_legend_names(gemeente, personen, text):
    assert shown("toegewezen", gemeente(toegewezen_personen=personen)) == text


@pytest.mark.parametrize(
    ("verschil", "text"),
    [(-25, "−25 of minder"), (-24, "−24 t/m −10"), (-1, "−9 t/m −1"), (0, "0"), (1, "+1 t/m +9"), (25, "+25 of meer")],
)
def test_differences_fall_in_mirrored_classes(gemeente, verschil, text):
    assert shown("afwijking", gemeente(afwijking_personen=verschil)) == text


def test_homes_in_use_are_whole_only_at_all_homes(gemeente):
    assert shown("benutting", gemeente(woningen_aangeboden=200, woningen_gebruikt=199)) == "75\xa0% tot 100\xa0%"
    assert shown("benutting", gemeente(woningen_aangeboden=200, woningen_gebruikt=200)) == "100\xa0%"
    assert shown("benutting", gemeente(woningen_aangeboden=0, woningen_gebruikt=0)).startswith("onbekend")


def test_a_number_per_1000_on_a_limit_belongs_to_the_class_above_it(gemeente):
    assert shown("per_1000", gemeente(toegewezen_personen=50, inwoners=100_000)) == "0,50 tot 0,75"
    assert shown("per_1000", gemeente(toegewezen_personen=49, inwoners=100_000)) == "0,25 tot 0,50"
    assert shown("per_1000", gemeente(toegewezen_personen=1, inwoners=100_000)) == "meer dan 0 tot 0,25"


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda i: i.naam)
def test_every_class_has_its_own_colour_and_text(indicator):
    classes = legend(indicator)

    assert len({colour for colour, _ in classes}) == len({text for _, text in classes}) == len(classes)
    assert {ZERO, UNKNOWN} <= {colour for colour, _ in classes}
    assert len(patterns(indicator)) == len(classes)


@pytest.mark.parametrize("scale", SCALES, ids=lambda i: i.naam)
def test_limits_rise(scale):
    assert all(low < high for low, high in pairwise(scale.limits))


def test_the_groups_of_the_list_hold_every_indicator_once_and_in_order():
    assert [name for _, names in GROUPS for name in names] == [i.naam for i in INDICATORS]


def test_kinds_and_what_is_below_zero_are_told_apart_without_colour():
    (kinds,) = (i for i in INDICATORS if isinstance(i, Kinds))
    drawn = patterns(kinds)[1:-1]
    assert len(set(drawn)) == len(drawn) == len(kinds.codes) - 1
    for scale in SCALES:
        texts = [text for _, text in legend(scale)]
        assert [bool(p) for p in patterns(scale)] == [text.startswith("\N{MINUS SIGN}") for text in texts]


def test_a_reason_that_has_no_colour_is_unknown(gemeente):
    assert shown("regel", gemeente(bindende_regel="cursus")) == "Geen cursusplaats"
    assert shown("regel", gemeente(bindende_regel="nieuw")).startswith("onbekend")


def test_every_reason_that_a_plan_gives_has_a_colour():
    (kinds,) = (i for i in INDICATORS if isinstance(i, Kinds))
    assert set(kinds.codes) == set(words("nl").group("regel"))


def test_who_lives_here_for_another_counts_against_who_lives_elsewhere(gemeente):
    assert (
        shown("gast_saldo", gemeente(gehuisvest_als_gast_personen=1, gehuisvest_elders_personen=6))
        == "\u221224 t/m \u22125"
    )
    assert shown("gast_saldo", gemeente(gehuisvest_als_gast_personen=4, gehuisvest_elders_personen=4)) == "0"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("blijft", "10 t/m 24"),
        ("blijft_1", "5 t/m 9"),
        ("blijft_2", "0"),
        ("blijft_3", "1 t/m 4"),
        ("blijft_5", "1 t/m 4"),
    ],
)
def test_who_stays_is_counted_by_size(gemeente, name, text):
    assert shown(name, gemeente(blijft_per_grootte={1: 6, 3: 1, 4: 1, 5: 1, 9: 2})) == text


def test_both_languages_fill_in_the_same_values():
    dutch, english = words("nl"), words("en")
    for key, pair in dutch.catalogue.items():
        assert set(re.findall(r"{\w+}", pair["nl"])) == set(re.findall(r"{\w+}", english.catalogue[key]["en"])), key
