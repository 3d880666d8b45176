import pytest

from inputs.forbidden import forbidden
from inputs.tables import TABLES, columns

REFUSED = [
    "nationaliteit",
    "natio",
    "etnische_achtergrond",
    "geloof",
    "kerk",
    "moslim",
    "geslacht",
    "m_v",
    "man_vrouw",
    "gender",
    "sekse",
    "land",
    "country",
    "geboorteplaats",
    "moedertaal",
    "taal",
    "naam",
    "aanhef",
    "roepnaam",
    "hoofdpersoon",
    "BSN",
    "bsnr",
    "burger_service_nr",
    "V-nr",
    "vnr",
    "v_nr",
    "V-nummer",
    "geboortejaar",
    "geb_datum",
    "emailadres",
    "telefoonnummer",
    "postcode",
    "ggz",
    "rolstoel",
    "medicatie",
    "diagnose",
]


@pytest.mark.parametrize("name", REFUSED)
def test_a_column_that_looks_like_a_person_or_a_forbidden_ground_is_refused(name):
    assert forbidden(name) is not None


@pytest.mark.parametrize("name", ["corporatie", "regeling", "opmerking", "status", "bouwjaar", "wijk", "aanbieder"])
def test_an_ordinary_column_is_not(name):
    assert forbidden(name) is None


def test_no_column_of_a_household_is_one_of_them_but_the_need_of_an_interpreter():
    """A planner may say that an adult needs an interpreter, a service need; it takes no part in the decision."""
    people = {column.name for table in ("huishoudens", "deelnemers") for column in columns(TABLES[table])}

    assert {name for name in people if forbidden(name)} == {"taal_tolk"}
