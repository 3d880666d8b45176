"""The page of the model is written from the rules and goals themselves."""

from pathlib import Path

import pytest

from optimizer.goals import GOALS
from optimizer.rules import RULES
from spreiding.model_page import page

PAGE = Path(__file__).parents[2] / "docs" / "model.md"


@pytest.fixture(scope="module")
def written():
    return page()


def test_the_committed_page_is_the_one_that_the_program_writes(written):
    """Rewrite it with: python -m spreiding.model_page docs/model.md."""
    assert PAGE.read_text("utf-8") == written


@pytest.mark.parametrize("part", [*RULES, *GOALS], ids=lambda part: part.name)
def test_every_rule_and_goal_stands_there_with_unit_source_and_formula(part, written):
    section = next(text for text in written.split("\n### ")[1:] if text.startswith(f"`{part.name}`"))

    assert part.formula in section
    assert f"| unit | {part.unit} |" in section
    assert f"| source | {part.source} |" in section


def test_a_priced_rule_names_its_goal_and_a_goal_its_rules(written):
    """Who stays is priced by uitstroom, persons out of band by spreiding."""
    sections = {text.split("`")[1]: text for text in written.split("\n### ")[1:]}

    assert "priced by the goal [`uitstroom`]" in sections["placement"]
    assert "priced by the goal [`spreiding`]" in sections["share"]
    assert "| prices | `placement`, `min_outflow` |" in sections["uitstroom"]
    assert "| kept | hard |" in sections["home_stock"]
