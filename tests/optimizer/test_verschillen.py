"""The page of allowed differences says what the tests allow, and nothing else."""

import re
from pathlib import Path

import pytest
from test_published import CLOSES_OTHERWISE, OPENS_OTHERWISE, SPREIDINGSWET

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "verschillen.md").read_text("utf-8")


def rows(head):
    """Give the cells of the table under a header that begins so."""
    lines = PAGE.splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith(f"| {head} |"))
    body = lines[start + 2 :]
    end = next((n for n, line in enumerate(body) if not line.startswith("|")), len(body))
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in body[:end]]


def whole(text):
    return int(text.replace(".", "").replace("\N{MINUS SIGN}", "-"))


@pytest.mark.parametrize(("column", "allowed"), [(1, OPENS_OTHERWISE), (2, CLOSES_OTHERWISE)], ids=["begin", "eind"])
def test_the_ledger_differs_from_what_was_published_as_the_page_says(column, allowed):
    assert {row[0]: whole(row[column]) for row in rows("periode") if row[column]} == allowed


def test_the_spreidingswet_differs_from_inhabitants_as_the_page_says():
    assert {row[0]: (whole(row[1]), whole(row[2])) for row in rows("gemeente")} == SPREIDINGSWET


def test_every_test_that_the_page_names_exists():
    named = re.findall(r"`(tests/[\w/]+\.py)`", PAGE)

    assert len(named) == 5
    assert [name for name in named if not (ROOT / name).is_file()] == []
