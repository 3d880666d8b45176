from dataclasses import replace

import pytest
from cases import optimum, program_of, without
from planted import PLANTED

from optimizer.goals import GOALS
from optimizer.rules import RULES


def unpriced(goal, name):
    """Give a goal that does not price the rule of that name, which without a price would be hard."""
    return replace(goal, prices=lambda quarter: tuple(p for p in goal.prices(quarter) if p.rule != name))


def test_every_rule_has_a_case_that_notices_when_it_is_dropped():
    assert set(PLANTED) == {rule.name for rule in RULES}


@pytest.mark.parametrize("name", PLANTED)
def test_the_planted_case_keeps_the_rule(name):
    assert optimum(program_of(PLANTED[name].built))[1] == PLANTED[name].kept


@pytest.mark.parametrize("name", PLANTED)
def test_the_planted_case_changes_without_the_rule(name):
    goals = tuple(unpriced(goal, name) for goal in GOALS)

    assert optimum(program_of(PLANTED[name].built, without(name, RULES), goals))[1] == PLANTED[name].dropped
