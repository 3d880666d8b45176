import csv
import doctest
from datetime import date

import pytest

from inputs import case, cells, facts, forbidden, suggest, tomlfile
from inputs.domain import HUISHOUDTYPEN, WOONVORMEN
from inputs.facts import codes_of_name, gemeenten_2026, nearest
from inputs.parameters import default_parameters


def test_there_are_342_gemeenten_with_18130208_inhabitants():
    rows = gemeenten_2026()

    assert len(rows) == 342
    assert len({row.gemeentecode for row in rows}) == 342
    assert sum(row.inwoners for row in rows) == 18_130_208
    assert len({row.provincie for row in rows}) == 12
    assert len({row.arbeidsmarktregio for row in rows}) == 35
    assert len({row.coropgebied for row in rows}) == 40


def test_the_inhabitants_and_provinces_are_those_that_cbs_published(shared_data):
    with (shared_data / "tables" / "bevolking_2023_2024_2026.csv").open(encoding="utf-8-sig", newline="") as file:
        published = {row["gemeente_code"]: row for row in csv.DictReader(file)}

    assert {row.gemeentecode: row.inwoners for row in gemeenten_2026()} == {
        code: int(row["inwoners_2026"]) for code, row in published.items()
    }
    assert {row.gemeentecode: row.provincie for row in gemeenten_2026()} == {
        code: row["provincie_naam"] for code, row in published.items()
    }


@pytest.mark.parametrize(("soort", "kolom"), [("arbeidsmarktregio",) * 2, ("coropgebied", "corop")])
def test_the_regions_are_those_that_cbs_published(soort, kolom, shared_data):
    with (shared_data / "tables" / "gebieden_in_nederland_2024.csv").open(encoding="utf-8-sig", newline="") as file:
        published = {row["gemeente_code"]: row[f"{kolom}_naam"] for row in csv.DictReader(file)}

    assert {row.gemeentecode: getattr(row, soort) for row in gemeenten_2026()} == published


def test_a_corop_gebied_lies_within_one_province():
    pairs = {(row.coropgebied, row.provincie) for row in gemeenten_2026()}

    assert len(pairs) == 40


def test_an_everyday_name_finds_its_code():
    assert codes_of_name("Den Haag") == codes_of_name("’s-Gravenhage") == ("GM0518",)
    assert codes_of_name("Sudwest Fryslan") == ("GM1900",)
    assert len(codes_of_name("Bergen")) == 2


def test_an_unknown_code_names_gemeenten_of_that_name_or_with_a_like_code():
    assert nearest("GM9999", "Amsterdam") == "GM0363 (Amsterdam)"
    assert "GM1959 (Altena)" in nearest("GM1951")


def test_the_parameters_that_come_with_the_product_are_in_order():
    parameters = default_parameters()

    assert parameters["uitstroom.norm_weken"] == 14
    assert parameters.waarden["uitstroom.norm_weken"].geldig_vanaf == date(2023, 7, 1)
    assert set(parameters.toegang) == set(WOONVORMEN)
    assert parameters.toegang["sociale_huur"] == set(HUISHOUDTYPEN)
    assert parameters.delen_nodig == {"hospita", "woningdelen"}


@pytest.mark.parametrize("module", [case, cells, facts, forbidden, suggest, tomlfile])
def test_the_examples_in_the_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0
