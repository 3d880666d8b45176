"""Every key, carry-over and rounding of the product is that of the recount, from the same files, to the person."""

from itertools import product
from math import isclose

import pytest
from recount.duties import bend_duties
from recount.tampering import copy_of, rows_of

from geodata.distances import main_places
from inputs.example.generate import write_example
from inputs.read import read_case
from optimizer.quarter import sorted_rows
from optimizer.shares import shares
from verifier.reading import read_tables
from verifier.shares import shares as recounted

KEYS = ("inwoners", "inwoners_ses", "woningvoorraad", "corporatiebezit", "arbeidsmarkt", "eigen")
BALANCES = ("gespreid", "behouden", "kwijtgescholden")
ROUNDINGS = ("grootste_resten", "per_gemeente")


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """Give a synthetic case of twelve gemeenten."""
    folder = tmp_path_factory.mktemp("duties") / "case"
    write_example(folder, main_places(), households=120, seed=3, gemeenten=12)
    return folder


@pytest.mark.parametrize(("key", "balance", "rounding"), list(product(KEYS, BALANCES, ROUNDINGS)))
def test_product_and_recount_agree_on_every_duty(key, balance, rounding, example, tmp_path):
    case = copy_of(example, tmp_path)
    bend_duties(case, key, balance, rounding)
    ours = shares(sorted_rows(read_case(case)[0]))

    theirs = list(recounted(read_tables(case)).values())

    assert ours.key.tolist() == [share.key for share in theirs]
    assert ours.catch_up.tolist() == [share.catch_up for share in theirs]
    assert ours.agreed.tolist() == [share.agreed for share in theirs]
    assert ours.target.tolist() == [share.target for share in theirs]
    assert ours.lower.tolist() == [share.lower for share in theirs]
    assert all(isclose(a, b) for a, b in zip(ours.upper, (share.upper for share in theirs), strict=True))


def test_the_keys_differ_so_that_one_cannot_stand_for_another(example, tmp_path):
    found = set()
    for key in KEYS:
        case = copy_of(example, tmp_path / key)
        bend_duties(case, key)
        found.add(tuple(share.key for share in recounted(read_tables(case)).values()))

    assert len(found) == len(KEYS)


def test_the_run_with_a_key_of_its_own_touches_what_it_is_to_prove(keyed):
    rows = rows_of(keyed[1] / "gemeenten.csv")

    assert {row["afspraken_personen"] for row in rows} == {"-3", "2", "1", "0"}
    assert "12" in {row["inhaal_personen"] for row in rows}
    assert any(row["achterstand_na_personen"] != row["achterstand"] for row in rows)
