"""Every column and choice is described, and its limits are those of its type."""

import doctest
import re
from dataclasses import fields
from decimal import Decimal

import pytest

from inputs import column_words, headers
from inputs.column_words import bereik, leeg
from inputs.kolommen import SCENARIO, described, described_names, eenheid, scenario_keys, tabel
from inputs.scenario import Scenario
from inputs.scenario_file import ABOUT
from inputs.tables import SOURCE_COLUMNS, TABLES, Column, columns
from inputs.template import explanation

NUMBERS = {"geheel", "decimaal", "exact"}
EVERY = [(table, kolom) for table in TABLES.values() for kolom in described(table)]
TOLD = [*((f"{table.name}.{kolom.name}", kolom) for table, kolom in EVERY)]
TOLD += [(f"scenario.{key.name}", key) for key in scenario_keys()]
each = pytest.mark.parametrize("kolom", [kolom for _, kolom in TOLD], ids=[name for name, _ in TOLD])


def limits(table, name):
    column = next(column for column in columns(TABLES[table]) if column.name == name)
    return column.least, column.most


def test_the_catalogue_describes_the_tables_and_columns_that_there_are_and_no_others():
    assert described_names() == set(TABLES)
    for table in TABLES.values():
        assert set(tabel(table.name).kolommen) == {column.name for column in columns(table)}


def test_the_catalogue_describes_every_key_of_a_scenario():
    keys = {field.name for field in fields(Scenario)} | set(ABOUT)

    assert {key.name for key in scenario_keys()} == keys == set(tabel(SCENARIO).kolommen)


def test_every_table_may_say_where_it_comes_from_and_one_that_says_so_itself_does_not_twice():
    assert [kolom.name for kolom in described(TABLES["onderwijs"])][-2:] == list(SOURCE_COLUMNS)
    assert [kolom.name for kolom in described(TABLES["bindingen"])].count("peildatum") == 1
    assert [kolom.name for kolom in described(TABLES["sleutel"])].count("bron") == 1


@each
def test_a_column_has_label_meaning_and_source_in_both_languages(kolom):
    text = kolom.tekst

    for words in (text.nl, text.en):
        assert 0 < len(words.label) <= 32  # a spreadsheet shows no more in the title of a message
        assert words.uitleg.endswith(".")
    assert text.nl.uitleg != text.en.uitleg
    assert text.bron
    assert "DESIGN" not in text.bron


@each
def test_a_number_has_a_unit_in_both_languages_and_other_columns_have_none(kolom):
    assert bool(kolom.tekst.eenheid) == (kolom.column.kind in NUMBERS)
    assert bool(eenheid(kolom.tekst.eenheid, "en")) == (kolom.column.kind in NUMBERS)


@each
def test_the_catalogue_says_what_empty_means_where_the_type_does_not(kolom):
    silent = not kolom.column.required and kolom.column.default is None

    assert bool(kolom.tekst.nl.leeg) == bool(kolom.tekst.en.leeg) == silent
    assert leeg(kolom, "nl")
    assert leeg(kolom, "en")


def test_limits_come_from_the_types():
    """A count above 0 is 1 or more; a gap above 0 is not."""
    assert limits("woningaanbod", "slaapt") == (1, 20)
    assert limits("gemeenten", "inwoners") == (1, 10_000_000)
    assert limits("gemeenten", "achterstand") == (-100_000, 100_000)
    assert limits("gemeenten", "max_personen") == (0, 10_000_000)
    assert limits("gemeenten", "ses_woa") == (None, None)
    assert limits("opvanglocaties", "lat") == (50.7, 53.7)
    assert limits("sleutel", "gewicht") == (Decimal(0), Decimal(10**12))
    gap = next(key.column for key in scenario_keys() if key.name == "gap")
    assert (gap.least, gap.most, gap.above) == (0, 1, True)


def test_a_range_is_written_with_the_signs_of_the_language():
    column = Column("x", "decimaal", required=True, least=-1000.5, most=1_000_000)

    assert bereik(column, "nl") == "-1.000,5 t/m 1.000.000"
    assert bereik(column, "en") == "-1,000.5 to 1,000,000"


def test_a_column_that_a_text_names_exists():
    """A word with a low line in it is the name of a column, a key or one of its words."""
    known = {kolom.name for _, kolom in TOLD} | {word for _, kolom in TOLD for word in kolom.column.choices}
    outputs = {"achterstand_na_personen", "toegewezen_personen"}
    rules = {"share_provincie", "share_regio", "max_change", "fair_mix"}
    texts = [text for _, k in TOLD for text in (k.tekst.nl.uitleg, k.tekst.nl.leeg, k.tekst.en.uitleg, k.tekst.bron)]

    assert set(re.findall(r"\w+_\w+", " ".join(texts))) - known == outputs | rules


@pytest.mark.parametrize("module", [headers, column_words, explanation])
def test_the_examples_in_the_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0
