"""A second publication of the same kwartaal gives away neither its own hidden numbers nor those of the first."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from publishing import hidden, run_of, shown, sign

from optimizer.suppression.pattern import UnprotectableError, hide
from reports.publishing.beside import seen
from reports.publishing.decision import read_decision
from reports.publishing.publication import attack, publication
from reports.publishing.published import parse, read_publication
from reports.publishing.totals import read_run


@pytest.fixture
def publish(call, tmp_path):
    def published(run, name, *beside, **signed):
        decision = sign(tmp_path / f"{name}.toml", **signed)
        options = [part for folder in beside for part in ("--samen-met", folder)]
        return call("publish", run, "--out", tmp_path / name, "--besluit", decision, *options), tmp_path / name

    return published


def test_a_scenario_beside_another_hides_what_the_other_hid(publish, tmp_path):
    """First a = 3 took b = 20 with it. Now a = 9, nothing is small; but b = 20 would give a = 23 - 20 away."""
    first = run_of(tmp_path / "een", [3, 20, 30], inhabitants=[900, 200, 300])
    second = run_of(tmp_path / "twee", [9, 20, 24], inhabitants=[900, 200, 300])

    _, one = publish(first, "openbaar1")
    _, alone = publish(second, "alleen")
    status, both = publish(second, "openbaar2", one)

    assert (hidden(one)[0], hidden(alone)[0]) == ("ab", "")
    assert status == 0
    assert hidden(both)[0] == "ab"


def test_a_number_that_the_other_published_protects_nobody(publish, tmp_path):
    """B = 20 stood in the first and did not change, so whoever knows that reads a = 23 - 20; c changed and can help."""
    first = run_of(tmp_path / "een", [13, 20, 30], inhabitants=[900, 200, 300])
    second = run_of(tmp_path / "twee", [3, 20, 40], inhabitants=[900, 200, 300])

    _, one = publish(first, "openbaar1")
    _, alone = publish(second, "alleen")
    status, both = publish(second, "openbaar2", one)

    assert hidden(alone)[0] == "ab"
    assert status == 0
    assert hidden(both)[0] == "ac"


def test_the_totals_go_where_every_gemeente_is_known_already(publish, tmp_path):
    """B = 20 and c = 30 stood in the first and did not change; the totals did, from 63 to 53."""
    first = run_of(tmp_path / "een", [13, 20, 30], inhabitants=[900, 200, 300])
    second = run_of(tmp_path / "twee", [3, 20, 30], inhabitants=[900, 200, 300])

    _, one = publish(first, "openbaar1")
    status, both = publish(second, "openbaar2", one)

    assert status == 0
    assert hidden(both) == ("a", {"P", "alle gemeenten van deze publicatie"})


def test_a_scenario_is_refused_where_nothing_protects_it_beside_another(publish, tmp_path, capsys):
    """Rounded to 2 the first said b 19-20, c 29-30 and together 53-54; all still holds, so a = 4 must be 3 to 6."""
    first = run_of(tmp_path / "een", [5, 20, 29])
    second = run_of(tmp_path / "twee", [4, 20, 29])

    _, one = publish(first, "openbaar1", afronding=2)
    status, both = publish(second, "openbaar2", one, afronding=2)

    assert status == 4
    assert "gemeente GM0001: dit aantal is niet te beschermen" in capsys.readouterr().err
    assert not both.exists()


def test_another_kwartaal_leaves_the_numbers_as_they_are(publish, tmp_path):
    """Persons of another kwartaal are other persons: no sum ties both."""
    first = run_of(tmp_path / "een", [3, 20, 30], scenario={"kwartaal": "2025K4"})
    second = run_of(tmp_path / "twee", [13, 20, 30])

    _, one = publish(first, "openbaar1", kwartaal="2025K4")
    status, both = publish(second, "openbaar2", one)

    assert status == 0
    assert hidden(both)[0] == ""
    assert json.loads((both / "publicatie.json").read_text("utf-8"))["samen_met"] == [read_publication(one).hash]


def test_the_same_run_beside_itself_is_published_alike(publish, tmp_path):
    run = run_of(tmp_path / "run", [3, 20, 20, 20], "PPQQ", "RSRS")

    _, one = publish(run, "openbaar1")
    status, two = publish(run, "openbaar2", one)

    assert status == 0
    assert shown(one) == shown(two)


@pytest.mark.parametrize("other", [{"drempel": 10}, {"afronding": 5}, {"nul_zichtbaar": False}], ids=str)
def test_two_kinds_of_rounding_of_one_kwartaal_are_refused(publish, tmp_path, capsys, other):
    run = run_of(tmp_path / "run", [3, 20, 30])
    _, one = publish(run, "openbaar1")

    status, two = publish(run, "openbaar2", one, **other)

    assert status == 2
    assert "[P.303]" in capsys.readouterr().err
    assert not two.exists()


def test_other_areas_of_one_kwartaal_are_refused(publish, tmp_path, capsys):
    _, one = publish(run_of(tmp_path / "een", [3, 20, 30], "PPQ", "RRR"), "openbaar1")

    status, two = publish(run_of(tmp_path / "twee", [3, 20, 30], "PQQ", "RRR"), "openbaar2", one)

    assert status == 2
    assert "[P.304]" in capsys.readouterr().err
    assert not two.exists()


numbers = st.lists(st.integers(0, 12), min_size=5, max_size=5)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(numbers, numbers, st.lists(st.booleans(), min_size=5, max_size=5), st.sampled_from([1, 5]))
def test_whoever_knows_what_did_not_change_still_finds_no_hidden_number(tmp_path_factory, one, other, same, base):
    """Neither in the second publication, nor in the first read with every number of the second that did not change."""
    place = tmp_path_factory.mktemp("paar")
    two = [a if kept else b for a, b, kept in zip(one, other, same, strict=True)]
    first, second = run_of(place / "een", one, "PPPQQ", "RSSSR"), run_of(place / "twee", two, "PPPQQ", "RSSSR")
    decision = read_decision(sign(place / "besluit.toml", afronding=base))
    before = written(first, decision, [], place)
    after = written(second, decision, [before], place)
    if before is None or after is None:
        return

    changed_nothing = {
        cell: said.bekend
        for cell, said in after.areas().items()
        if not said.verborgen and true(first, decision)[cell] == true(second, decision)[cell]
    }

    assert all(reach.width >= 5 for reach in attack(before, changed_nothing))


def written(run, decision, earlier, place):
    """Publish a run in memory; None where it cannot be."""
    if None in earlier:
        return None
    uitkomst = read_run(run)
    before = seen(uitkomst, decision, earlier)
    try:
        pattern = hide(before.table, decision.protection)
    except UnprotectableError:
        return None
    made = publication(uitkomst, decision, before, pattern.hidden, [], place)
    return parse(made.files, place)


def true(run, decision):
    table = seen(read_run(run), decision, []).table
    return dict(zip(table.cells, table.counts.tolist(), strict=True))
