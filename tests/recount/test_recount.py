"""Runs are true, and a run that is not is caught with the file, the key and what it should be."""

import pytest
from recount.recount import recount
from recount.tampering import change, change_run, rows_of, sealed

RUNS = ("klein", "larger", "bent", "keyed", "rich", "scored")


@pytest.mark.parametrize("name", RUNS)
def test_a_run_follows_from_its_case_in_every_number(name, request):
    report = recount(*request.getfixturevalue(name))

    assert report.problems == []


@pytest.mark.parametrize("name", RUNS)
def test_the_persons_of_every_gemeente_are_those_of_its_placements_to_the_person(name, request):
    case, run = request.getfixturevalue(name)
    sizes = {row["huishouden_id"]: row for row in rows_of(case / "huishoudens.csv")}
    persons = dict.fromkeys((row["gemeentecode"] for row in rows_of(case / "gemeenten.csv")), 0)

    for row in rows_of(run / "koppelingen.csv"):
        household = sizes[row["huishouden_id"]]
        ages = ("volwassenen", "kinderen_0_3", "kinderen_4_11", "kinderen_12_17")
        persons[row["gemeentecode"]] += sum(int(household[age]) for age in ages)
    table = {row["gemeentecode"]: row for row in rows_of(run / "gemeenten.csv")}

    assert {code: int(row["toegewezen_personen"]) for code, row in table.items()} == persons
    assert {code: row["toegewezen_personen"] for code, row in recount(case, run).gemeenten.items()} == persons


def test_the_runs_touch_what_they_are_to_prove(bent, larger):
    placed = rows_of(bent[1] / "koppelingen.csv")
    gemeenten = rows_of(bent[1] / "gemeenten.csv")

    assert any(row["gemeentecode"] != row["gastgemeente"] for row in placed)
    assert sum(int(row["gehuisvest_als_gast_personen"]) for row in gemeenten) > 0
    assert sum(int(row["gehuisvest_elders_personen"]) for row in gemeenten) > 0
    assert {row["inhaal_personen"] for row in gemeenten} >= {"-50", "8"}
    assert any(row["personen"] > "2" for row in rows_of(larger[1] / "koppelingen.csv"))


def test_a_gemeente_far_ahead_takes_nobody_by_key_and_the_others_take_its_part(bent):
    table = {row["gemeentecode"]: row for row in rows_of(bent[1] / "gemeenten.csv")}
    ahead = next(row for row in table.values() if row["achterstand"] == "-400")
    persons = sum(
        int(cell)
        for row in rows_of(bent[0] / "huishoudens.csv")
        for name, cell in row.items()
        if name.startswith(("volwassenen", "kinderen"))
    )

    assert (ahead["inhaal_personen"], ahead["doel_personen"]) == ("-50", "0")
    assert sum(int(row["doel_personen"]) for row in table.values()) == persons


def no_seats(case, placed):
    change(case / "inburgering.csv", lambda rows: [row.update(plaatsen="0") for row in rows])
    return placed[0]["gastgemeente"], "expected at most 0, by inburgering.csv"


def no_school(case, placed):
    assert placed
    change(case / "onderwijs.csv", lambda rows: [row.update(plaatsen="0") for row in rows])
    return "kinderen = ", "expected at most 0, by onderwijs.csv"


def at_most_nobody(case, placed):
    change(case / "gemeenten.csv", lambda rows: [row.update(max_personen="0") for row in rows])
    return placed[0]["gemeentecode"], "expected at most 0, by max_personen"


def no_voorrang(case, placed):
    assert placed
    change(case / "gemeenten.csv", lambda rows: [row.update(voorrang="nee") for row in rows])
    return "sociale_huur of", "voorrang = nee"


def a_ground_elsewhere(case, placed):
    row = placed[0]
    other = next(r["gastgemeente"] for r in placed if r["gastgemeente"] != row["gastgemeente"])
    ground = {"huishouden_id": row["huishouden_id"], "gemeenten": other, "regio": "", "tot": ""}
    change(case / "bindingen.csv", lambda rows: rows.append({**rows[0], **ground}))
    return row["huishouden_id"], f"host {row['gastgemeente']}, expected one of"


def homes_of_later(case, placed):
    change(case / "woningaanbod.csv", lambda rows: [row.update(kwartaal="2026K2", tot_kwartaal="") for row in rows])
    return placed[0]["aanbod_id"], "not on offer in 2026K1"


def homes_in_doubt(case, placed):
    assert placed
    change(case / "woningaanbod.csv", lambda rows: [row.update(leverkans="0,01") for row in rows])
    return "expected at most 0 whole homes"


def not_sharing(case, placed):
    assert placed
    change(case / "huishoudens.csv", lambda rows: [row.update(delen="nee") for row in rows])
    return "hospita asks delen = ja"


@pytest.mark.parametrize(
    "spoil",
    [no_seats, no_school, at_most_nobody, no_voorrang, a_ground_elsewhere, homes_of_later, homes_in_doubt, not_sharing],
)
def test_a_plan_that_breaks_a_rule_of_another_case_is_caught_by_that_rule(spoil, spoiled):
    words = spoil(spoiled.case, spoiled.placed)
    words = (words,) if isinstance(words, str) else words
    sealed(spoiled.case, spoiled.run)

    problems = recount(spoiled.case, spoiled.run).problems

    assert [text for text in problems if all(word in text for word in words)], problems


def test_an_edited_output_no_longer_has_the_hash_of_the_manifest(spoiled):
    with (spoiled.run / "kaart.html").open("ab") as page:
        page.write(b"\n")

    problems = recount(spoiled.case, spoiled.run).problems

    assert len(problems) == 1
    assert problems[0].startswith("kaart.html: sha256 = ")


def test_an_edited_input_no_longer_has_the_hash_of_the_manifest(spoiled):
    with (spoiled.case / "deelnemers.csv").open("ab") as table:
        table.write(b"\r\n")

    problems = recount(spoiled.case, spoiled.run).problems

    assert len(problems) == 1
    assert problems[0].startswith("deelnemers.csv: sha256 = ")


def test_an_edited_manifest_no_longer_has_its_own_hash(spoiled):
    change_run(spoiled.run, lambda run: run.update(goals_uitleg={}))

    problems = recount(spoiled.case, spoiled.run).problems

    assert [text.partition(" = ")[0] for text in problems] == ["run.json: hash"]
