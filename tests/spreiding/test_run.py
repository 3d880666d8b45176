"""What a run leaves: the folder, the words on the screen and the exit code."""

import json
import subprocess
import sys
from dataclasses import replace
from importlib.resources import files

import pytest

from inputs.codes import Code
from inputs.problems import Problem
from reports.run_folder import RunFolderError
from spreiding import run as runs
from spreiding.progress import step
from spreiding.runtime import PACKAGES
from spreiding.show import warning_lines
from spreiding.words import WORDS


@pytest.fixture(scope="module")
def solved(tmp_path_factory):
    """Solve the small example once, for tests that look at what came out."""
    place = tmp_path_factory.mktemp("uitvoer")
    done = subprocess.run(
        [sys.executable, "-m", "spreiding", "solve", "--example", "klein"],
        cwd=place,
        capture_output=True,
        text=True,
        check=False,
    )
    return place / "uitvoer" / "klein", done


def test_the_example_is_solved_and_proved(solved):
    folder, done = solved

    assert done.returncode == 0, done.stderr
    assert (folder / "kaart.html").is_file()
    assert (folder / "run.json").is_file()


def test_the_outcome_names_the_map_and_five_figures_in_two_columns(solved):
    rows = solved[1].stdout.splitlines()

    assert len(rows) == 9
    assert rows[0] == "klein voorbeeld (synthetisch), 2026K1"
    assert rows[1].split() == ["kaart", "uitvoer/klein/kaart.html"]
    assert rows[7].startswith("bewijs")
    assert "bewezen: geen plan is meer dan" in rows[7]
    assert rows[8] == "waarschuwingen bij de invoer: geen"


def test_progress_goes_to_stderr_as_plain_lines(solved):
    phases = [WORDS[key]["nl"] for key in ("phase_read", "phase_geodata", "phase_optimize", "phase_report")]

    assert [phase for phase in phases if f"s] {phase}\n" not in solved[1].stderr] == []
    assert "\x1b" not in solved[1].stderr


def test_progress_is_in_plain_words_with_dutch_numbers(solved):
    assert "] ondergrens berekenen, ronde 1 (" in solved[1].stderr
    assert step("lp_round", "nl", round=1, columns=12345, value=1.5, bound=0.5) == (
        "ondergrens berekenen, ronde 1 (12.345 kolommen): waarde 2, grens 0"
    )
    assert step("search_round", "nl", placed=5859, percent=13.841).replace("\xa0", " ") == (
        "hele huishoudens: 5.859 geplaatst, nog hoogstens 13,85 % te verbeteren"
    )


def test_each_warning_is_a_sentence_and_more_than_twenty_are_counted():
    warnings = [Problem(Code.BESTAND_ONBEKEND, f"kladje{n}.csv") for n in range(23)]
    told = warning_lines(warnings, "nl")

    assert told[0] == "waarschuwingen bij de invoer:"
    assert told[1] == ("  kladje0.csv: dit bestand wordt niet gelezen; verander de naam of haal het uit de map [W.502]")
    assert len(told) == 1 + 20 + 1
    assert told[-1] == "  ... en nog 3"


def test_the_summary_says_the_warnings_of_the_case(call, case, tmp_path, capsys):
    text = (case / "scenario.toml").read_text("utf-8")
    (case / "scenario.toml").write_text(text.replace("opgave_personen = 81", "opgave_personen = 30"), "utf-8")

    call("solve", case, "--out", tmp_path / "uit")
    told = capsys.readouterr().out.splitlines()
    call("solve", case, "--out", tmp_path / "uit", "--overschrijf", "--json")
    content = json.loads(capsys.readouterr().out)

    assert told[-2] == "waarschuwingen bij de invoer:"
    assert "de opgave is 30 personen, in de tabel huishoudens wachten 90 personen" in told[-1]
    assert [told[-1].strip()] == content["warnings"]
    assert (content["case"], content["synthetic"]) == ("klein voorbeeld", True)


def test_the_manifest_holds_what_the_run_cost_and_ran_on(solved):
    runtime = json.loads((solved[0] / "run.json").read_text("utf-8"))["runtime"]

    assert list(runtime["seconds"]) == ["geodata", "optimize", "read", "report"]
    assert all(seconds > 0 for seconds in runtime["seconds"].values())
    assert 50 < runtime["peak_memory_mb"] < 4000
    assert set(runtime["versions"]) == {"python", *PACKAGES}
    assert runtime["cpu_count"] >= 1
    assert runtime["started"].startswith("20")


def test_json_holds_the_same(call, case, tmp_path, capsys):
    code = call("solve", case, "--out", tmp_path / "uit", "--json", "--lang", "en")
    content = json.loads(capsys.readouterr().out)

    assert code == 0
    assert len(content["figures"]) == 5
    assert content["proven"] is True
    assert 0 <= content["gap"] <= content["gap_asked"]
    assert content["map"] == str(tmp_path / "uit" / "kaart.html")


def test_an_interrupted_run_leaves_nothing_and_130(call, case, tmp_path, monkeypatch, capsys):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(runs, "allocate", interrupted)

    code = call("solve", case, "--out", tmp_path / "uit")

    assert code == 130
    assert "Onderbroken" in capsys.readouterr().err
    assert not (tmp_path / "uit").exists()


def test_a_plan_that_is_not_proved_is_written_and_gives_3(call, case, tmp_path, monkeypatch, capsys):
    allocate = runs.allocate

    def unproved(*arguments, **options):
        plan = allocate(*arguments, **options)
        return replace(plan, certificate=replace(plan.certificate, proven=False, sol_status="feasible"))

    monkeypatch.setattr(runs, "allocate", unproved)

    code = call("solve", case, "--out", tmp_path / "uit")

    assert code == 3
    assert "niet bewezen" in capsys.readouterr().out
    assert (tmp_path / "uit" / "kaart.html").is_file()


def test_a_mistake_of_ours_keeps_its_traceback(call, case, tmp_path, monkeypatch):
    def broken(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr(runs, "allocate", broken)

    with pytest.raises(ZeroDivisionError):
        call("solve", case, "--out", tmp_path / "uit")
    assert not (tmp_path / "uit").exists()


def test_the_gap_of_the_command_line_takes_the_place_of_the_scenarios(call, case, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(runs, "allocate", lambda case, _, *, gap, **__: asked.append((case.scenario.gap, gap)) or 1 / 0)

    with pytest.raises(ZeroDivisionError):
        call("solve", case, "--out", tmp_path / "uit", "--gap", "0.25")
    assert asked == [(0.25, 0.25)]


def test_another_scenario_takes_the_place_of_the_cases_own(call, case, tmp_path, monkeypatch):
    other = tmp_path / "krap.toml"
    other.write_text((case / "scenario.toml").read_text("utf-8").replace("band = 0.05", "band = 0.25"), "utf-8")
    before = {file: file.read_bytes() for file in case.iterdir()}
    asked = []
    monkeypatch.setattr(runs, "allocate", lambda case, *_, **__: asked.append(case.scenario.band) or 1 / 0)

    with pytest.raises(ZeroDivisionError):
        call("solve", case, "--scenario", other, "--out", tmp_path / "uit")
    assert asked == [0.25]
    assert {file: file.read_bytes() for file in case.iterdir()} == before


def test_choices_in_yaml_are_refused_with_the_reason_before_anything_is_written(call, case, tmp_path, capsys):
    other = tmp_path / "krap.yaml"
    other.write_text("kwartaal: 2026K1\n", "utf-8")

    assert call("solve", case, "--scenario", other, "--out", tmp_path / "uit") == 2
    said = capsys.readouterr().err
    assert f"{other}: YAML raadt wat een waarde is" in said
    assert "zet de instellingen als TOML in krap.toml" in said
    assert not (tmp_path / "uit").exists()


def test_a_file_that_may_run_code_is_also_refused_beside_another_scenario(call, case, tmp_path, capsys):
    (case / "huishoudens.pkl").write_bytes(b"\x80\x04.")
    other = tmp_path / "krap.toml"
    other.write_bytes((case / "scenario.toml").read_bytes())

    assert call("solve", case, "--scenario", other, "--out", tmp_path / "uit") == 2
    assert "huishoudens.pkl: een bestand van deze soort kan bij het openen code uitvoeren" in capsys.readouterr().err


def test_the_parameters_of_a_case_also_hold_beside_another_scenario(call, case, tmp_path, monkeypatch):
    shipped = files("inputs").joinpath("data", "parameters.toml").read_text("utf-8")
    (case / "parameters.toml").write_text(shipped.replace("waarde = 14.0", "waarde = 12.0"), "utf-8")
    other = tmp_path / "krap.toml"
    other.write_bytes((case / "scenario.toml").read_bytes())
    asked = []
    monkeypatch.setattr(
        runs, "allocate", lambda case, *_, **__: asked.append(case.parameters["uitstroom.norm_weken"]) or 1 / 0
    )

    with pytest.raises(ZeroDivisionError):
        call("solve", case, "--scenario", other, "--out", tmp_path / "uit")
    assert asked == [12.0]


def test_a_full_disk_is_told_in_words(call, case, tmp_path, monkeypatch, capsys):
    def full(*_, **__):
        raise RunFolderError("uit: de schijf is vol")

    monkeypatch.setattr(runs, "write_reports", full)

    code = call("solve", case, "--out", tmp_path / "uit")

    assert code == 2
    assert "Fout: uit: de schijf is vol" in capsys.readouterr().err
