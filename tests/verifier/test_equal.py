"""What a run says of other plans is counted again: a wrong plan, a no without one and a yes without proof are found."""

import json
from types import SimpleNamespace

import pytest
from recount.solving import solved
from recount.tampering import change, change_run, copy_of, rows_of, sealed

from verifier.equal import OTHER
from verifier.verify import Input, verify


@pytest.fixture(scope="session")
def alike(tmp_path_factory):
    """Give a case of 4 households, of whom two may trade, and its run: no but for the tie-break, which is a yes."""
    return solved(tmp_path_factory.mktemp("alike"), households=4, seed=1, gemeenten=3)


@pytest.fixture(scope="session")
def alone(tmp_path_factory):
    """Give a case of 4 households whose plan is the only one from the goal spreiding on, and its run."""
    return solved(tmp_path_factory.mktemp("alone"), households=4, seed=3, gemeenten=3)


@pytest.fixture
def spoiled(request, tmp_path):
    """Give a copy of a case and its run that may be spoiled."""
    case, run = (copy_of(folder, tmp_path) for folder in request.getfixturevalue(request.param))
    return SimpleNamespace(case=case, run=run)


def found(copy):
    """Seal a spoiled run again, check it, and give what differs as lines."""
    sealed(copy.case, copy.run)
    return [str(f) for f in elsewhere(verify(copy.run, Input(copy.case)))]


def elsewhere(verdict):
    """List what is found outside the workbook: it tells the answers once more, so that a forged one differs there."""
    return [finding for finding in verdict.findings if finding.file != "toewijzing.xlsx"]


def answers(run):
    return {row["doel"]: row["uniek"] for row in json.loads((run / "run.json").read_bytes())["uniek"]["per_doel"]}


def answer(goal, new):
    """Write another answer for a goal."""

    def edit(run):
        next(row for row in run["uniek"]["per_doel"] if row["doel"] == goal)["uniek"] = new

    return edit


@pytest.mark.parametrize(("run", "last", "then"), [("alike", "reservering", "ja"), ("alone", "grote_gezinnen", None)])
def test_these_runs_hold_a_no_with_a_plan_and_a_yes_that_is_proved_here(run, last, then, request):
    case, folder = request.getfixturevalue(run)
    verdict = verify(folder, Input(case))

    assert (verdict.findings, verdict.complete) == ((), True)
    assert {row["tot_en_met_doel"] for row in rows_of(folder / OTHER)} == {last}
    given = answers(folder)
    assert given[last] == "nee"
    assert given["volgorde"] == (then or "ja")
    assert "equal" in [check.name for check in verdict.checks]


@pytest.mark.parametrize("spoiled", ["alike"], indirect=True)
@pytest.mark.parametrize("claimed", ["niet_vastgesteld", "ja"])
def test_a_no_that_became_something_else_is_found(claimed, spoiled):
    change_run(spoiled.run, answer("reservering", claimed))

    assert any(f"uniek reservering: uniek = {claimed}, expected nee up to" in line for line in found(spoiled))


@pytest.mark.parametrize("spoiled", ["alike"], indirect=True)
def test_a_plan_that_is_said_to_be_equal_for_one_goal_more_is_found(spoiled):
    """The trade moves the tie-break, however little."""
    change_run(spoiled.run, answer("volgorde", "nee"))
    change_run(spoiled.run, lambda run: run["uniek"].update(ander_plan_tot_en_met="volgorde"))
    change(spoiled.run / OTHER, lambda rows: [row.update(tot_en_met_doel="volgorde") for row in rows])

    assert [line.partition(" = ")[0] for line in found(spoiled)] == [f"{OTHER}: volgorde"]


@pytest.mark.parametrize("spoiled", ["alike"], indirect=True)
def test_a_household_in_the_home_of_another_who_stays_there_is_found(spoiled):
    change(spoiled.run / OTHER, lambda rows: rows.pop())

    lines = found(spoiled)

    assert len(lines) == 1
    assert lines[0].startswith(OTHER)
    assert "a plan that keeps every rule" in lines[0] or "uitstroom" in lines[0], lines


@pytest.mark.parametrize("spoiled", ["alike"], indirect=True)
def test_a_planted_plan_in_which_somebody_loses_the_home_is_found(spoiled):
    change(spoiled.run / OTHER, lambda rows: rows.pop())
    change(spoiled.run / OTHER, lambda rows: rows[0].update(aanbod_id=""))

    assert any(line.startswith(f"{OTHER}: uitstroom = ") for line in found(spoiled))


@pytest.mark.parametrize("spoiled", ["alike"], indirect=True)
def test_the_plan_itself_is_no_other_plan(spoiled):
    now = {row["huishouden_id"]: row["aanbod_id"] for row in rows_of(spoiled.run / "koppelingen.csv")}

    def undo(rows):
        for row in rows:
            row["aanbod_id"] = now.get(row["huishouden_id"], "")

    change(spoiled.run / OTHER, undo)

    assert found(spoiled) == [f"{OTHER}: the same plan, expected another plan"]


@pytest.mark.parametrize("spoiled", ["alike"], indirect=True)
def test_a_no_without_a_plan_is_found(spoiled):
    change(spoiled.run / OTHER, lambda rows: rows.clear())

    assert found(spoiled) == [f"{OTHER}: rows = 0, expected reservering"]


@pytest.mark.parametrize("spoiled", ["alike"], indirect=True)
@pytest.mark.parametrize(
    ("column", "new", "word"),
    [
        ("huishouden_id", "H99999", "one row for a household"),
        ("aanbod_id", "W99999", "a record of woningaanbod.csv"),
        ("tot_en_met_doel", "volgorde", "expected reservering"),
    ],
)
def test_a_row_of_the_other_plan_that_cannot_be_is_found(column, new, word, spoiled):
    change(spoiled.run / OTHER, lambda rows: rows[0].update({column: new}))

    assert any(line.startswith(f"{OTHER} line 2") and word in line for line in found(spoiled))


@pytest.mark.parametrize("spoiled", ["alike"], indirect=True)
def test_a_household_that_stands_twice_in_the_other_plan_is_found(spoiled):
    change(spoiled.run / OTHER, lambda rows: rows.append(dict(rows[0])))

    assert any("one row for a household" in line for line in found(spoiled))


def test_a_yes_that_the_prices_do_not_prove_is_found(copy):
    """The value of this plan is above its bound, so that another one may be as good."""
    change_run(copy.run, answer("volgorde", "ja"))

    (line,) = found(copy)
    assert line.startswith("run.json uniek volgorde: uniek = ja, expected niet_vastgesteld")


@pytest.mark.parametrize("spoiled", ["alike"], indirect=True)
def test_a_yes_after_the_prices_are_gone_is_found(spoiled):
    """The bound falls too; what is said of other plans is a difference of its own."""
    change(spoiled.run / "bewijs.csv", lambda rows: rows.__delitem__(slice(1, None)))

    assert any("uniek = ja, expected niet_vastgesteld" in line for line in found(spoiled))


@pytest.mark.parametrize("spoiled", ["alone"], indirect=True)
def test_a_yes_before_another_answer_is_found(spoiled):
    change_run(spoiled.run, answer("volgorde", "niet_vastgesteld"))

    assert any("no ja before" in line for line in found(spoiled))


@pytest.mark.parametrize("spoiled", ["alike"], indirect=True)
@pytest.mark.parametrize("edit", [lambda part: part["per_doel"].reverse(), lambda part: part["per_doel"].pop(0)])
def test_goals_in_another_order_or_a_goal_less_is_found(edit, spoiled):
    change_run(spoiled.run, lambda run: edit(run["uniek"]))

    assert any(line.startswith("run.json uniek: doel = ") for line in found(spoiled))


@pytest.mark.parametrize("spoiled", ["alike"], indirect=True)
def test_a_run_of_an_earlier_version_is_told_as_not_checked(spoiled):
    change_run(spoiled.run, lambda run: (run.pop("uniek"), run["outputs"].pop(OTHER)))
    (spoiled.run / OTHER).unlink()
    sealed(spoiled.case, spoiled.run)

    verdict = verify(spoiled.run, Input(spoiled.case))

    assert (elsewhere(verdict), verdict.complete) == ([], False)
    assert OTHER in str(next(check.skipped for check in verdict.checks if check.name == "later_tables"))


@pytest.mark.parametrize("spoiled", ["alike"], indirect=True)
def test_a_run_that_only_leaves_the_answers_out_differs(spoiled):
    change_run(spoiled.run, lambda run: run.pop("uniek"))

    assert any(line.startswith("run.json part other plans that are as good") for line in found(spoiled))
