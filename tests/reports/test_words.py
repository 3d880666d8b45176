"""Every goal and every reason of the optimizer has words in both languages."""

import re
from dataclasses import replace

import pytest

from optimizer.goals import GOALS
from optimizer.reasons import NONE_WAITING, ORDER
from optimizer.result import Ongeplaatst
from optimizer.result_sharing import Woningdelen
from reports.kaart import kaart
from reports.limits import limit
from reports.reasons import reason
from reports.sheets import overview
from reports.words import words


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("group", ["doel", "doel_eenheid", "doel_uitleg"])
def test_every_goal_has_a_name_a_unit_and_an_explanation(group, lang):
    assert sorted(words(lang).group(group)) == sorted(goal.name for goal in GOALS)


def test_the_dutch_unit_is_the_one_of_the_goal():
    assert words("nl").group("doel_eenheid") == {goal.name: goal.unit for goal in GOALS}


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("group", ["regel", "reden", "telling"])
def test_every_reason_has_words_wherever_reasons_are_told(group, lang):
    told = {name for name in words(lang).group(group) if not name.endswith("_enig")}

    assert told - {NONE_WAITING} == set(ORDER)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("code", ORDER)
def test_no_reason_is_told_by_its_code(code, lang):
    """The code would stand with a colon before the count, or alone."""
    sentence = reason(Ongeplaatst("H1", 1, 20.0, code, {code: 2}), lang)

    assert f"{code.capitalize()}:" not in sentence
    assert limit({code: 2}, 5, lang) != limit({}, 5, lang)


def test_a_lock_and_the_cap_are_told_with_their_gemeenten():
    """Sorted by the number of gemeenten, as every reason is."""
    left = Ongeplaatst("H1", 1, 20.0, "verdringing", {"vastlegging": 1, "verdringing": 3})

    assert reason(left) == (
        "In 3 gemeenten zijn alleen sociale huurwoningen over, die voor andere woningzoekenden blijven; "
        "1 gemeente valt af door een vastlegging van de planner."
    )


def test_the_table_of_the_page_says_in_words_what_limits_a_number(case, allocation, geography):
    rows = tuple(replace(g, bindende_regel="verdringing") for g in allocation.gemeenten)

    html = kaart(case, replace(allocation, gemeenten=rows), geography, lang="en")

    assert html.count("<td>The rest of the social homes is left to others</td>") == len(rows)


def test_the_overview_tells_what_sharing_saves_where_anyone_shares(case, allocation):
    shared = overview(case, replace(allocation, woningdelen=Woningdelen(10, 5, 5, 1)), "kaart", "en")
    told = [tuple(row.cells) for row in shared]

    assert ("Rooms in use", 10) in told
    assert ("Shared homes in use", 5) in told
    assert ("Homes saved", 5) in told
    assert ("Shared homes with one occupant", 1) in told
    assert ("Shared homes",) not in [tuple(row.cells) for row in overview(case, allocation, "kaart", "en")]


def test_dutch_and_english_fill_the_same_fields():
    dutch, english = words("nl"), words("en")
    fields = {
        key: [set(re.findall(r"{\w*}", pair[lang])) for lang in ("nl", "en")] for key, pair in dutch.catalogue.items()
    }

    assert dutch.catalogue.keys() == english.catalogue.keys()
    assert {key: found for key, found in fields.items() if found[0] != found[1]} == {}
