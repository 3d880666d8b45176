"""What is asked for is a case: a run is told apart from one, and who names none hears what starts instead."""

import pytest

from spreiding.refusal import Refusal


@pytest.mark.parametrize("command", [("check",), ("solve", "--out", "nergens")], ids=lambda command: command[0])
def test_a_run_where_a_case_is_asked_is_told_apart(call, command, run_folder, capsys):
    assert call(command[0], run_folder, *command[1:]) == 2
    said = capsys.readouterr().err
    assert "dit is de map van een uitkomst, geen casus" in said
    assert said.count("\n") == 1


def test_who_names_no_case_hears_that_the_national_example_starts(call, monkeypatch, tmp_path, capsys):
    def stop(*_):
        raise Refusal("no_folder", found="x")

    monkeypatch.setattr("spreiding.run.run", stop)
    assert call("solve", "--out", tmp_path / "uit") == 2
    assert "landelijke voorbeeld (synthetisch)" in capsys.readouterr().err
    assert call("solve", "--example", "klein", "--out", tmp_path / "uit") == 2
    assert "landelijke voorbeeld" not in capsys.readouterr().err
