"""Every kengetal of a run is recounted, and one that is changed is caught by name."""

from copy import deepcopy

import pytest
from recount.recount import recount
from recount.tampering import change, change_run, rows_of, sealed

from verifier.figures import check_figures, figures, flat
from verifier.plan import read_plan
from verifier.read import read_json
from verifier.reading import read_tables


def spoil(stated, path):
    """Give figures in which one is another: a number one more, a word another, nothing a number."""
    out = deepcopy(stated)
    *above, last = path.split(".")
    part = out
    for key in above:
        part = part[key]
    old = part[last]
    part[last] = 1 if old is None else f"{old}x" if isinstance(old, str) else old + 1
    return out


def test_every_single_figure_that_is_changed_is_caught_by_its_path(rich):
    tables, run = read_tables(rich[0]), read_json(rich[1] / "run.json")
    plan, _ = read_plan(tables, rich[1])
    stated = run["kengetallen"]
    paths = [path for path, _ in flat(stated)]

    caught = {path: check_figures(tables, plan, spoil(stated, path), "plan") for path in paths}

    assert len(paths) > 130
    assert {
        path: found for path, found in caught.items() if len(found) != 1 or f" {path} = " not in str(found[0])
    } == {}


def test_a_figure_that_is_left_out_or_added_is_caught(rich):
    tables, run = read_tables(rich[0]), read_json(rich[1] / "run.json")
    plan, _ = read_plan(tables, rich[1])
    without = deepcopy(run["kengetallen"])
    del without["wensen"]["een"]

    assert [str(found) for found in check_figures(tables, plan, without, "plan")] == [
        f"run.json plan: wensen.een = nothing, expected {run['kengetallen']['wensen']['een']}"
    ]
    assert [str(found) for found in check_figures(tables, plan, run["kengetallen"] | {"geluk": 1}, "plan")] == [
        "run.json plan: geluk = 1, expected not a figure"
    ]


def test_the_rich_run_has_something_to_say_in_every_part(rich):
    stated = dict(flat(read_json(rich[1] / "run.json")["kengetallen"]))
    parts = ("geld.har_plus_woning.totaal", "geld.sft_woning.totaal", "wensen.eerste", "woningen_bespaard")

    assert [part for part in (*parts, "verdringing.deel_hoogste", "gini") if not stated[part] > 0] == []


def test_the_small_example_names_no_scheme_so_that_money_stays_unknown(klein):
    tables = read_tables(klein[0])
    plan, _ = read_plan(tables, klein[1])

    assert figures(tables, plan)["geld.har_plus_woning.totaal"] is None
    assert figures(tables, plan)["geld.har_plus_tijdelijk.aantal"] is not None


def a_fairer_spread(spoiled):
    change_run(spoiled.run, lambda run: run["kengetallen"].update(gini=run["kengetallen"]["gini"] / 2))
    return "kengetallen", "gini"


def a_shorter_wait_by_the_old_rule(spoiled):
    def shorten(run):
        run["baselines"]["taakstelling"]["kengetallen"]["wachttijd"]["gezinnen"]["blijft"]["weken_p90"] -= 1

    change_run(spoiled.run, shorten)
    return "taakstelling", "wachttijd.gezinnen.blijft.weken_p90"


def a_household_that_waited_less(spoiled):
    first = rows_of(spoiled.run / "ongeplaatst.csv")[0]["huishouden_id"]
    change(
        spoiled.case / "huishoudens.csv",
        lambda rows: [row.update(vergunningdatum="2020-01-01") for row in rows if row["huishouden_id"] == first],
    )
    return "kengetallen", "wachttijd.alle.blijft.weken_hoogste"


def more_homes_on_offer(spoiled):
    change_run(spoiled.run, lambda run: run["totalen"].update(woningen=run["totalen"]["woningen"] + 1))
    return "totalen", "woningen"


@pytest.mark.parametrize(
    "tamper", [a_fairer_spread, a_shorter_wait_by_the_old_rule, a_household_that_waited_less, more_homes_on_offer]
)
def test_a_kengetal_that_was_changed_and_sealed_again_is_caught(tamper, spoiled):
    words = tamper(spoiled)
    sealed(spoiled.case, spoiled.run)

    problems = recount(spoiled.case, spoiled.run).problems

    assert [text for text in problems if all(word in text for word in words)], problems
