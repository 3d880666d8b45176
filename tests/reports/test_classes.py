import re
from dataclasses import replace
from itertools import pairwise

import pytest

from reports.classes import INDICATORS, UNKNOWN, ZERO, legend
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
    assert all(low < high for low, high in pairwise(indicator.limits))


def test_both_languages_fill_in_the_same_values():
    dutch, english = words("nl"), words("en")
    for key, pair in dutch.catalogue.items():
        assert set(re.findall(r"{\w+}", pair["nl"])) == set(re.findall(r"{\w+}", english.catalogue[key]["en"])), key
