"""The readable model on the command line: the same plan to live with, and the model as a file."""

import json

import highspy
import pytest

from optimizer import reference


def test_the_readable_engine_writes_the_same_kind_of_run(call, case, tmp_path):
    by = {}
    for engine in ("pulp", "matrix"):
        code = call("solve", case, "--out", tmp_path / engine, "--engine", engine, "--gap", "0.02")
        by[engine] = json.loads((tmp_path / engine / "run.json").read_text("utf-8"))
        assert code == 0

    slow, fast = by["pulp"]["certificate"], by["matrix"]["certificate"]
    assert slow["bound"] <= fast["objective"]
    assert fast["bound"] <= slow["objective"]
    assert slow["lp_value"] == pytest.approx(fast["lp_value"], rel=1e-3)
    assert (tmp_path / "pulp" / "kaart.html").is_file()


def test_a_large_case_is_refused_in_words_and_leaves_nothing(call, case, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(reference, "MOST_COLUMNS", 10)

    code = call("solve", case, "--out", tmp_path / "uit", "--engine", "pulp")
    said = capsys.readouterr().err

    assert code == 2
    assert "bedoeld tot 10" in said
    assert "--forceer" in said
    assert not (tmp_path / "uit").exists()


def test_goals_in_order_ask_for_the_fast_path(call, case, tmp_path, capsys):
    scenario = case / "scenario.toml"
    order = 'doelen = "op_volgorde"\nvolgorde = ["uitstroom"]\n'
    scenario.write_text(order + scenario.read_text("utf-8"), "utf-8")

    code = call("solve", case, "--out", tmp_path / "uit", "--engine", "pulp")

    assert code == 2
    assert "laat --engine weg" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["model.lp", "model.mps"])
def test_the_model_is_written_with_names_and_without_solving(call, case, tmp_path, name, capsys):
    file = tmp_path / name

    code = call("solve", case, "--engine", "geen", "--write-lp", file, "--out", tmp_path / "uit")
    text = file.read_text("ascii")

    assert code == 0
    assert f"model geschreven: {file}" in capsys.readouterr().out
    assert not (tmp_path / "uit").exists()
    assert "placement_NL_" in text
    assert "share_GM" in text
    assert [f.name for f in tmp_path.iterdir() if f.name.startswith(".")] == []


def test_lp_and_mps_have_the_optimum_of_the_run(call, case, tmp_path):
    """Two files and the run: three ways to one quarter, whose optimum lies between bound and objective of the run."""
    values = []
    for name in ("model.lp", "model.mps"):
        call("solve", case, "--engine", "geen", "--write-lp", tmp_path / name)
        solver = highspy.Highs()
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("mip_rel_gap", 1e-4)
        solver.readModel(str(tmp_path / name))
        solver.run()
        values.append(solver.getInfo().objective_function_value)

    call("solve", case, "--out", tmp_path / "uit")
    proof = json.loads((tmp_path / "uit" / "run.json").read_text("utf-8"))["certificate"]

    assert values[0] == pytest.approx(values[1], rel=2e-4)
    assert proof["bound"] * (1 - 1e-6) <= values[0] <= proof["objective"] * (1 + 2e-4)


def test_a_model_is_never_written_over_something_else_unasked(call, case, tmp_path, capsys):
    file = tmp_path / "model.lp"
    file.write_text("van mij")

    refused = call("solve", case, "--engine", "geen", "--write-lp", file)

    assert refused == 2
    assert "--overschrijf" in capsys.readouterr().err
    assert file.read_text() == "van mij"
    assert call("solve", case, "--engine", "geen", "--write-lp", file, "--overschrijf") == 0
    assert "placement_NL_" in file.read_text()


def test_no_engine_and_no_file_is_refused(call, case, capsys):
    assert call("solve", case, "--engine", "geen") == 2
    assert "--write-lp" in capsys.readouterr().err


def test_a_model_in_a_folder_that_does_not_exist_is_refused(call, case, tmp_path, capsys):
    assert call("solve", case, "--engine", "geen", "--write-lp", tmp_path / "nergens" / "model.lp") == 2
    assert "map bestaat niet" in capsys.readouterr().err
