"""A run with scores from elsewhere is true, says so everywhere, and is caught where it used another score."""

import pytest
from recount.recount import recount
from recount.tampering import change, change_run, rows_of, sealed

from verifier.goals import household_score, scores
from verifier.plan import read_plan
from verifier.read import exact, read_json
from verifier.reading import read_tables

FILE = "scores.csv"


def test_the_run_places_couples_and_singles_with_scores_of_gemeenten_and_of_regions_and_households_without(scored):
    tables = read_tables(scored[0])
    plan, _ = read_plan(tables, scored[1])
    by_region = {row["huishouden_id"] for row in rows_of(scored[0] / FILE) if row["arbeidsmarktregio"]}
    placed = {p.household.id: p.household for p in plan.placements}

    with_scores = [h for name, h in placed.items() if name in tables.elsewhere]

    assert {h.id in by_region for h in with_scores} == {True, False}
    assert {h.adults for h in with_scores} >= {1, 2}
    assert placed.keys() - tables.elsewhere.keys()
    assert any(
        household_score(tables, p.household, p.home.host)
        != sum(n * scores(tables)[sector, p.home.host] for sector, n in p.household.sectors.items())
        for p in plan.placements
    )


def test_the_manifest_names_givers_models_and_households(scored):
    run = read_json(scored[1] / "run.json")

    assert run["scores"]["bronnen"] == ["synthetisch advies", "synthetische proef"]
    assert run["scores"]["modelversies"] == ["0.9", "2.1"]
    assert run["scores"]["huishoudens"] == len({row["huishouden_id"] for row in rows_of(scored[0] / FILE)}) == 30
    assert run["scenario"]["scores"] == "aan"
    assert {text[-6:-1] for text in run["warnings"] if text.startswith(FILE)} == {"W.562", "W.563", "W.564"}


def first(spoiled, adults="1"):
    """Give the first placement of a household with scores of gemeenten and so many adults."""
    sizes = {row["huishouden_id"]: row["volwassenen"] for row in rows_of(spoiled.case / "huishoudens.csv")}
    own = {row["huishouden_id"] for row in rows_of(spoiled.case / FILE) if row["gemeentecode"]}
    return next(row for row in spoiled.placed if row["huishouden_id"] in own and sizes[row["huishouden_id"]] == adults)


def another_score_than_the_table(spoiled):
    row = first(spoiled)
    cell = (row["huishouden_id"], row["gastgemeente"])
    change(
        spoiled.case / FILE,
        lambda rows: [r.update(score="0,0505") for r in rows if (r["huishouden_id"], r["gemeentecode"]) == cell],
    )
    return "koppelingen.csv", row["huishouden_id"], "score = ", "expected 0.0505"


def one_adult_of_two(spoiled):
    row = first(spoiled, adults="2")
    half = str(float(exact(row["score"])) / 2).replace(".", ",")
    change(
        spoiled.run / "koppelingen.csv",
        lambda rows: [r.update(score=half) for r in rows if r["huishouden_id"] == row["huishouden_id"]],
    )
    return "koppelingen.csv", row["huishouden_id"], "score = "


def everyone_scores_nothing(spoiled):
    change(spoiled.case / FILE, lambda rows: [row.update(score="0") for row in rows])
    return "run.json goals participatie", "value = "


def another_plan_by_another_score(spoiled):
    change(spoiled.case / FILE, lambda rows: [row.update(score="1") for row in rows])
    return "volgorde participatie", "value = "


def not_used(spoiled):
    path = spoiled.case / "scenario.toml"
    path.write_text(path.read_text("utf-8").replace('scores = "aan"', 'scores = "uit"'), "utf-8")
    return "run.json: scores = ", "no scores from elsewhere are used"


def another_model(spoiled):
    change_run(spoiled.run, lambda run: run["scores"].update(modelversies=["3.0"]))
    return "run.json scores", "modelversies = ['3.0']"


def fewer_households(spoiled):
    change_run(spoiled.run, lambda run: run["scores"].update(huishoudens=3))
    return "run.json scores", "huishoudens = 3, expected 30"


def no_mark_on_a_row(spoiled):
    change(spoiled.run / "uitleg.csv", lambda rows: rows[4].update(bron="synthetisch"))
    return "uitleg.csv:6", "does not say scores van elders"


def no_mark_on_the_map(spoiled):
    page = spoiled.run / "kaart.html"
    page.write_text(page.read_text("utf-8").replace("cores van elders", "cores"), "utf-8")
    return "kaart.html", "does not say scores van elders"


def no_warning(spoiled):
    change_run(spoiled.run, lambda run: run.update(warnings=[]))
    return "run.json", "does not say scores van elders"


@pytest.mark.parametrize(
    "tamper",
    [
        another_score_than_the_table,
        one_adult_of_two,
        everyone_scores_nothing,
        another_plan_by_another_score,
        not_used,
        another_model,
        fewer_households,
        no_mark_on_a_row,
        no_mark_on_the_map,
        no_warning,
    ],
)
def test_a_run_that_used_or_told_other_scores_is_caught_by_name(tamper, spoiled_scored):
    words = tamper(spoiled_scored)
    sealed(spoiled_scored.case, spoiled_scored.run)

    problems = recount(spoiled_scored.case, spoiled_scored.run).problems

    assert [text for text in problems if all(word in text for word in words)], problems


def test_a_run_without_scores_that_says_it_has_them_is_caught(spoiled):
    change(spoiled.run / "gemeenten.csv", lambda rows: rows[0].update(bron="synthetisch; met scores van elders"))
    sealed(spoiled.case, spoiled.run)

    problems = recount(spoiled.case, spoiled.run).problems

    assert "gemeenten.csv:2: bron says scores van elders" in problems
