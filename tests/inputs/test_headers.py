"""A header means at most one column: by name, Dutch label or alias; English gets a suggestion."""

from collections import Counter

import pytest
from books import case_book
from faults import problems_of
from small_case import FILES

from inputs.forbidden import forbidden
from inputs.headers import canonical, headers, meant_english
from inputs.kolommen import described
from inputs.messages import render
from inputs.reader import PLACES
from inputs.suggest import plain
from inputs.tables import TABLES

each_table = pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)


@pytest.mark.parametrize(
    "header",
    ["gemeentecode", "Gemeentecode", "GEMEENTE CODE", "gemeente-code", " gemeente_code ", "CBS-code", "GM code"],
)
def test_a_header_is_read_by_letters_and_digits_only(header):
    assert canonical(header, TABLES["gemeenten"]) == "gemeentecode"


def test_accents_make_no_difference():
    assert canonical("Wóningvoorraad", TABLES["gemeenten"]) == "woningvoorraad"
    assert canonical("Wo\u0301ningvoorraad", TABLES["gemeenten"]) == "woningvoorraad"


@pytest.mark.parametrize("header", ["", "  ", "---", "gemeentecod", "opmerking", "bouwjaar"])
def test_anything_else_is_unknown(header):
    assert canonical(header, TABLES["gemeenten"]) is None


@pytest.mark.parametrize("header", ["corporatiebezit (%)", "Achterstand (-)", "inwoners ‰", "€ woningvoorraad"])
def test_a_header_with_another_unit_is_unknown(header):
    assert canonical(header, TABLES["gemeenten"]) is None


def test_places_to_sleep_are_a_sum_and_not_those_of_one_home():
    assert canonical("slaapplaatsen", TABLES["woningaanbod"]) is None
    assert canonical("aantal slaapplaatsen", TABLES["woningaanbod"]) is None


def test_one_word_may_mean_another_column_in_another_table():
    assert canonical("gemeente", TABLES["gemeenten"]) == "naam"
    assert canonical("gemeente", TABLES["onderwijs"]) == "gemeentecode"
    assert canonical("gemeente", TABLES["inburgering"]) == "gebied"
    assert canonical("koppelgemeente", TABLES["gekoppeld"]) == "gemeentecode"


def test_a_balance_is_no_backlog_for_its_sign_may_be_the_other_way():
    assert canonical("saldo", TABLES["gemeenten"]) is None
    assert canonical("voorsprong", TABLES["gemeenten"]) is None


@each_table
def test_every_name_label_and_alias_is_read_as_its_own_column(table):
    for kolom in described(table):
        assert {canonical(header, table) for header in headers(kolom)} == {kolom.name}


@each_table
def test_no_header_means_two_columns_and_no_alias_says_what_name_or_label_say(table):
    found = Counter()
    for kolom in described(table):
        spelled = Counter(plain(header) for header in (kolom.tekst.nl.label, *kolom.tekst.aliassen))
        assert [header for header, times in spelled.items() if times > 1] == []
        assert plain(kolom.name) not in {plain(alias) for alias in kolom.tekst.aliassen}
        found.update({plain(header) for header in headers(kolom)})

    assert [header for header, times in found.items() if times > 1] == []


@each_table
def test_no_header_that_is_read_is_one_that_is_refused(table):
    """A place may have a name."""
    refused = {
        header
        for kolom in described(table)
        for header in headers(kolom)
        if (reason := forbidden(header)) and not (reason == "F.105" and (table.name in PLACES or kolom.name == "naam"))
    }

    assert refused == set()


@each_table
def test_english_is_not_read_but_leads_to_its_column(table):
    labels = {kolom.tekst.en.label: kolom.name for kolom in described(table)}

    assert len(labels) == len(described(table))
    for label, name in labels.items():
        assert meant_english(label, table) == name
        assert meant_english(label.casefold().replace(" ", "_"), table) == name
        assert canonical(label, table) in {None, name}


def test_an_english_header_is_unknown_unless_it_is_the_dutch_word_too():
    assert canonical("Municipality code", TABLES["gemeenten"]) is None
    assert canonical("inhabitants", TABLES["gemeenten"]) is None
    assert canonical("Status", TABLES["gemeenten"]) == "status"
    assert meant_english("Municipality_Code", TABLES["gemeenten"]) == "gemeentecode"
    assert meant_english("xyz", TABLES["gemeenten"]) is None


@pytest.mark.parametrize("text", ["", "gemeentecode\n", "a;b\n1;2\n", "gemeentecode;naam\n;\n"])
def test_a_table_with_nothing_in_it_is_sent_to_the_template_once(write_case, text):
    found = [p for p in problems_of(write_case({"gemeenten.csv": text})) if p.bestand == "gemeenten.csv"]

    for lang in ("nl", "en"):
        assert sum("spreiding template" in render(p, lang) for p in found) == 1


def test_a_sheet_without_any_known_column_is_sent_to_the_template_once(tmp_path):
    path = tmp_path / "casus.xlsx"
    path.write_bytes(case_book(FILES, gemeenten=[["x", "y"], [1, 2]]))
    found = [p for p in problems_of(path) if p.code == "F.101"]

    assert len(found) > 3
    assert sum("'spreiding template MAP'" in render(p, "nl") for p in found) == 1


def test_a_table_that_lacks_one_column_is_not_sent_to_the_template(write_case):
    found = problems_of(write_case({"gemeenten.csv": (";inwoners;", ";x;")}))

    assert "F.101" in {p.code for p in found}
    assert not any("spreiding template" in render(p, lang) for p in found for lang in ("nl", "en"))
