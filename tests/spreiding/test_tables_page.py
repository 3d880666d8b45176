"""The page of tables and its descriptor are written from the types and the catalogue."""

import json
from pathlib import Path

import pytest

from inputs.kolommen import scenario_keys
from inputs.tables import TABLES, columns
from spreiding.tables_page import PACKAGE, files, page

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def sections():
    """Give the lines of each section by its heading."""
    return {text.split("\n")[0]: text.split("\n") for text in page().split("\n## ")[1:]}


@pytest.mark.parametrize("name", files())
def test_the_committed_files_are_the_ones_that_the_program_writes(name):
    """Rewrite them with: python -m spreiding.tables_page docs."""
    assert (DOCS / name).read_text("utf-8") == files()[name]


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_every_column_stands_there_once(table, sections):
    told = [line.split("|")[1].strip() for line in sections[table.name] if line.startswith("| `")]

    assert told == [f"`{column.name}`" for column in columns(table)]


def test_every_choice_of_a_scenario_stands_there_with_its_default_as_toml_writes_it(sections):
    lines = {line.split("|")[1].strip(" `"): line for line in sections["scenario"] if line.startswith("| `")}

    assert list(lines) == [key.name for key in scenario_keys()]
    assert "telt als `0.05`" in lines["band"]
    assert 'telt als `"inwoners"`' in lines["sleutel"]
    assert "telt als `false`" in lines["synthetisch"]
    assert "boven 0 t/m 1" in lines["gap"]


def test_a_line_tells_what_a_column_is(sections):
    line = next(line for line in sections["woningaanbod"] if line.startswith("| `slaapt`"))

    assert line.split(" | ")[:7] == [
        "| `slaapt`",
        "Personen per woning",
        "ja",
        "geheel getal",
        "personen/woning",
        "1 t/m 20",
        "mag niet leeg zijn",
    ]
    assert line.endswith("Personen per woning, slaapplaatsen per woning, maximale bezetting |")


def test_every_row_of_the_page_has_as_many_cells_as_its_heading(sections):
    for lines in sections.values():
        rows = [line for line in lines if line.startswith("|")]
        assert len({line.replace("\\|", "").count("|") for line in rows}) == 1


def test_the_descriptor_is_json_of_all_tables():
    assert [resource["name"] for resource in json.loads(files()[PACKAGE])["resources"]] == list(TABLES)
