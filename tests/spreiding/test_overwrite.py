"""What --overschrijf never erases."""

import shutil


def test_overschrijf_never_erases_a_file_of_the_planner_in_a_run(call, case, tmp_path, capsys):
    out = tmp_path / "uit"
    call("solve", case, "--out", out)
    (out / "brief.docx").write_text("van mij")

    code = call("solve", case, "--out", out, "--overschrijf")

    assert code == 2
    assert "brief.docx" in capsys.readouterr().err
    assert (out / "brief.docx").read_text() == "van mij"


def test_overschrijf_never_erases_what_is_read(call, case, tmp_path, capsys):
    out = tmp_path / "uit"
    call("solve", case, "--out", out)
    shutil.copy(case / "scenario.toml", out / "mijn.toml")

    code = call("solve", case, "--scenario", out / "mijn.toml", "--out", out, "--overschrijf")

    assert code == 2
    assert "mijn.toml" in capsys.readouterr().err
    assert (out / "mijn.toml").exists()
