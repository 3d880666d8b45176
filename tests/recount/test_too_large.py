"""A family for which no home is large enough stays, and says so; the plan of the others is true in every number."""

import json

import pytest
from recount.recount import recount
from recount.tampering import change, rows_of


@pytest.fixture(scope="module", params=["matrix", "pulp"])
def crowded(request, tmp_path_factory, solve):
    """Give an example in which the first family has fifteen children more, and its run."""

    def grow(rows):
        next(row for row in rows if row["kinderen_4_11"] != "0")["kinderen_4_11"] = "19"

    place = tmp_path_factory.mktemp(request.param)
    return solve(
        place,
        lambda case: change(case / "huishoudens.csv", grow),
        ("--engine", request.param),
        households=60,
        seed=1,
        gemeenten=10,
    )


def test_the_family_stays_for_want_of_a_home_and_the_run_is_true(crowded):
    case, run = crowded
    large = {row["huishouden_id"] for row in rows_of(case / "huishoudens.csv") if row["kinderen_4_11"] == "19"}
    waiting = {row["huishouden_id"]: row["reden_code"] for row in rows_of(run / "ongeplaatst.csv")}

    assert recount(case, run, explained=(run / "uitleg.csv").exists()).problems == []
    assert len(large) == 1
    assert {waiting[name] for name in large} == {"geen_vorm"}
    assert len(rows_of(run / "koppelingen.csv")) > 40


def test_the_warning_names_the_family_and_the_home_that_it_needs(crowded):
    case, run = crowded
    large = next(row for row in rows_of(case / "huishoudens.csv") if row["kinderen_4_11"] == "19")
    persons = sum(int(cell) for name, cell in large.items() if name.startswith(("volwassenen", "kinderen")))
    told = [text for text in json.loads((run / "run.json").read_text("utf-8"))["warnings"] if "[W.514]" in text]

    assert len(told) == 1
    assert f"{large['huishouden_id']}: {persons}" in told[0]
    assert f"een woning voor {persons} personen" in told[0]


def test_the_list_of_what_is_short_asks_a_home_of_that_size(crowded):
    case, run = crowded
    if not (run / "tekorten.csv").exists():
        pytest.skip("this engine gives no list")
    large = next(row for row in rows_of(case / "huishoudens.csv") if row["kinderen_4_11"] == "19")
    persons = sum(int(cell) for name, cell in large.items() if name.startswith(("volwassenen", "kinderen")))

    asked = {row["wat"] for row in rows_of(run / "tekorten.csv")}
    assert any(what == f"{persons}_personen" or what.endswith(f"_{persons}") for what in asked)
