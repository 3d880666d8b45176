"""Every goal and every reason of the optimizer has words in both languages."""

import pytest

from optimizer.goals import GOALS
from optimizer.reasons import NONE_WAITING, ORDER
from optimizer.result import Ongeplaatst
from reports.limits import limit
from reports.reasons import reason
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
