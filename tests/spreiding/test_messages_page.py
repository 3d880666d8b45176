"""The page of messages is the one that the catalogue gives, and holds every code."""

from pathlib import Path

from inputs.codes import Code
from spreiding.messages_page import PAGE, page

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_is_fresh():
    assert (DOCS / PAGE).read_text("utf-8") == page()


def test_every_code_has_a_row_of_its_own():
    text = page()

    assert [code for code in Code if text.count(f"| {code} |") != 1] == []
