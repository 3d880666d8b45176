"""The page of the model: every rule and goal as the program itself holds it, so that text and model cannot differ.

Run ``python -m spreiding.model_page docs/model.md``; a test asks that the committed page is the one written here.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from geodata.distances import distances
from inputs.parameters import default_parameters
from inputs.read import read_case
from optimizer.goals import GOALS
from optimizer.model import Goal, Rule
from optimizer.quarter import Quarter, read_quarter
from optimizer.rules import RULES
from spreiding.case_folder import case_folder

VOCABULARY = "optimizer.model"
"""Where the functions of a rule or goal stand that has none of its own."""
HEAD = """# The model of one kwartaal

Written by `python -m spreiding.model_page docs/model.md` from the rules and goals of the program; do not edit by hand.

A *plek* $s$ is a gemeente that counts the persons (owner) with the gemeente where they live (host). Columns:
$x_{h,s}$ places household $h$ at plek $s$ [households], $y_{k,s,t}$ opens homes of type $t$ at plek $s$ for housing
group $k$ [homes], and a priced rule may be left at a price per unit. The program minimises the goals, at exchange rates
or in order. Rows are named `rule_area_kind` in the LP text (`spreiding solve --engine geen --write-lp model.lp`)."""


def page() -> str:
    """Write the page."""
    with case_folder(None, "klein") as folder:
        case, _ = read_case(folder)
    codes = tuple(gemeente.gemeentecode for gemeente in case.gemeenten)
    quarter = read_quarter(case, distances(case.opvanglocaties, codes))
    rules = (line for rule in RULES for line in _rule(rule, quarter))
    goals = (line for goal in GOALS for line in _goal(goal, quarter))
    return "\n".join([HEAD, "", "## Rules", *rules, "", "## Goals", *goals, ""])


def priced_by(quarter: Quarter) -> dict[str, str]:
    """Give the goal that prices each priced rule."""
    return {price.rule: goal.name for goal in GOALS for price in goal.prices(quarter)}


def _rule(rule: Rule, quarter: Quarter) -> Iterator[str]:
    """Describe a rule: what it says, its rows, unit, source and formula, and whether it may be left at a price."""
    goal = priced_by(quarter).get(rule.name)
    kind = f"priced by the goal [`{goal}`](#{goal})" if goal else "hard"
    yield from ("", f"### `{rule.name}`", "", _sentence(rule.bounds, rule.allows, rule.charges), "")
    yield from _table({"index": ", ".join(rule.index), "unit": rule.unit, "kept": kind, "source": rule.source})
    yield from _formula(rule.formula)


def _goal(goal: Goal, quarter: Quarter) -> Iterator[str]:
    """Describe a goal: what it asks, its unit, exchange rate, source and formula, and the rules that it prices."""
    rate = default_parameters().waarden[goal.rate]
    rules = ", ".join(f"`{rule}`" for rule, name in priced_by(quarter).items() if name == goal.name)
    yield from ("", f"### `{goal.name}`", "", _sentence(goal.costs, goal.prices), "")
    yield from _table(
        {
            "unit": goal.unit,
            "exchange rate": f"`{goal.rate}` = {rate.waarde:g} {rate.eenheid} ({rate.bron})",
            "prices": rules or "no rule: it costs every placement",
            "source": goal.source,
        }
    )
    yield from _formula(goal.formula)


def _sentence(*functions: Callable[..., Any] | None) -> str:
    """Give the sentence with which the module of a rule or goal begins."""
    own = next(f.__module__ for f in functions if f is not None and f.__module__ != VOCABULARY)
    return (sys.modules[own].__doc__ or "").split("\n\n")[0].replace("\n", " ").strip()


def _table(cells: dict[str, str]) -> Iterator[str]:
    """Write names and values as a table."""
    yield from ("| | |", "|---|---|")
    yield from (f"| {name} | {value.replace('|', chr(92) + '|')} |" for name, value in cells.items())


def _formula(latex: str) -> Iterator[str]:
    """Write a formula as a block of mathematics."""
    yield from ("", "```math", latex, "```")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
