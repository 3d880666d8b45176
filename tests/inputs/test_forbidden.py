import pytest
from headers import INNOCENT, REFUSED, names

from inputs.facts import gemeenten_2026
from inputs.forbidden import forbidden
from inputs.tables import TABLES, columns


@pytest.mark.parametrize("code", REFUSED)
def test_a_column_that_looks_like_a_person_or_a_forbidden_ground_is_refused_with_its_ground(code):
    told = {name: forbidden(name) for name in names(REFUSED[code])}

    assert {name: reason for name, reason in told.items() if reason != code} == {}


def test_more_than_two_hundred_ways_to_write_them_are_tried():
    assert sum(len(names(text)) for text in REFUSED.values()) > 200
    assert len(names(INNOCENT)) > 100


def test_an_ordinary_column_is_not_refused():
    assert {name: forbidden(name) for name in names(INNOCENT) if forbidden(name)} == {}


def test_no_column_of_a_table_is_one_of_them_but_the_name_of_a_gemeente():
    own = {column.name for table in TABLES.values() for column in columns(table)}

    assert {name for name in own if forbidden(name)} == {"naam"}


def test_the_need_of_an_interpreter_is_a_need_and_the_language_is_not():
    """A planner may say that an adult needs an interpreter; in which language would stand for a country."""
    assert forbidden("taal_tolk") is None
    assert forbidden("tolk_taal") is not None


def test_no_name_of_a_place_is_one_of_them():
    """A planner may paste a table with a column per gemeente."""
    places = {name for feit in gemeenten_2026() for name in (feit.naam, feit.provincie, feit.arbeidsmarktregio)}

    assert {name for name in places if forbidden(name)} == set()
