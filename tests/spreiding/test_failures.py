"""What goes wrong while a run is busy: no rates, the clock, a solver that fails, Ctrl-C; never half a folder."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from inputs.check_rates import TIE_BREAK
from inputs.goal_order import rates
from inputs.parameters import default_parameters
from optimizer import compact, search
from optimizer.highs import SolverError

WITHOUT_SIGNALS = sys.platform == "win32"


@pytest.fixture
def larger(call, tmp_path):
    """Write 200 households in 12 gemeenten, whose whole optimum lies above the linear one."""
    call("example", "--households", "200", "--seed", "1", "--gemeenten", "12", "--out", tmp_path / "groot")
    return tmp_path / "groot"


def no_run_left(folder):
    """Tell whether nothing of a run stands in a folder: no outcome, no hidden half."""
    return [entry.name for entry in folder.iterdir() if entry.name not in {"invoer", "groot"}] == []


def rates_of(case, **values):
    """Write rates into the scenario of a case."""
    lines = "".join(f'"{name.replace("__", ".")}" = {value}\n' for name, value in values.items())
    with (case / "scenario.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n[parameters]\n{lines}")


def test_a_minimum_above_the_maximum_names_the_gemeente(call, case, tmp_path, capsys):
    table = case / "gemeenten.csv"
    header, first, *rest = table.read_text("utf-8-sig").splitlines()
    columns, cells = header.split(";"), first.split(";")
    cells[columns.index("min_personen")], cells[columns.index("max_personen")] = "50", "40"
    table.write_text("\n".join([header, ";".join(cells), *rest]) + "\n", "utf-8")

    code = call("solve", case, "--out", tmp_path / "uit")
    said = capsys.readouterr().err

    assert code == 2
    assert f"is voor {cells[columns.index('naam')]} meer dan max_personen (40)" in said
    assert no_run_left(tmp_path)


def test_rates_that_are_all_0_are_refused_with_what_to_do(call, case, tmp_path, capsys):
    rates_of(case, **dict.fromkeys(all_rates(), 0.0))

    code = call("solve", case, "--out", tmp_path / "uit")
    said = capsys.readouterr().err

    assert code == 2
    assert "[F.336]" in said
    assert "geef er ten minste een boven 0" in said
    assert no_run_left(tmp_path)


def all_rates():
    """Name every exchange rate but that of the tie-break."""
    return [name.replace(".", "__") for goal, name in rates(default_parameters()).items() if goal != TIE_BREAK]


def test_rates_far_apart_are_warned_about_and_the_run_is_right(call, case, tmp_path, capsys):
    """From 1e-9 to 1e4: the smallest is named, and the goals still add up to the objective above its bound."""
    rates_of(case, nabijheid__per_persoon_km=1e-9, uitstroom__per_persoon=1e4)

    code = call("solve", case, "--out", tmp_path / "uit")
    said, run = capsys.readouterr().out, json.loads((tmp_path / "uit" / "run.json").read_text("utf-8"))

    assert code == 0
    assert "nabijheid.per_persoon_km = 1e-09 en uitstroom.per_persoon = 10000" in said
    assert any("W.531" in warning for warning in run["warnings"])
    total = sum(goal["points"] for goal in run["goals"])
    assert run["certificate"]["objective"] == pytest.approx(total, rel=1e-9)
    assert run["certificate"]["bound"] <= total


def test_the_time_limit_ends_in_a_plan_that_says_it_is_not_proved(call, larger, tmp_path, capsys):
    code = call("solve", larger, "--out", tmp_path / "uit", "--gap", "1e-9", "--time-limit", "0.001")
    said, run = capsys.readouterr().out, json.loads((tmp_path / "uit" / "run.json").read_text("utf-8"))

    assert code == 3
    assert "niet bewezen" in said
    assert "de tijdslimiet brak het zoeken af" in said
    assert run["certificate"]["sol_status"] == "feasible"
    assert run["certificate"]["cut_by_clock"] is True
    assert run["certificate"]["proven_gap"] > 1e-9


@pytest.mark.parametrize(
    ("place", "name"), [(compact, "solve_lp"), (search, "improve")], ids=["linear program", "whole households"]
)
@pytest.mark.parametrize(("lang", "words"), [("nl", "De rekenkern gaf geen bruikbaar antwoord"), ("en", "The solver")])
def test_a_solver_that_fails_is_told_in_words_and_leaves_nothing(
    call, larger, tmp_path, monkeypatch, capsys, place, name, lang, words
):
    def fails(*_, **__):
        raise SolverError("HiGHS: Unknown")

    monkeypatch.setattr(place, name, fails)

    code = call("solve", larger, "--out", tmp_path / "uit", "--gap", "1e-9", "--lang", lang)
    said = capsys.readouterr().err

    assert code == 5
    assert words in said
    assert "HiGHS: Unknown" in said
    assert "Traceback" not in said
    assert no_run_left(tmp_path)


def hear_ctrl_c():
    """Undo what a shell does to commands in the background: they, and what they start, would not hear Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(WITHOUT_SIGNALS, reason="Windows has no SIGINT for another process")
@pytest.mark.parametrize("moment", ["verdelen en bewijzen", "ondergrens berekenen"])
def test_ctrl_c_leaves_130_and_no_half_folder(larger, tmp_path, moment):
    """The search for a gap of 1e-9 takes longer than the moment at which it is interrupted."""
    command = [sys.executable, "-m", "spreiding", "solve", larger, "--out", tmp_path / "uit"]

    with subprocess.Popen(
        [*command, "--gap", "1e-9"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ,
        preexec_fn=hear_ctrl_c,  # noqa: PLW1509 - one thread here
    ) as run:
        told = []
        for line in run.stderr:
            told.append(line)
            if moment in line:
                break
        time.sleep(0.3)
        run.send_signal(signal.SIGINT)
        rest, printed = run.stderr.read(), run.stdout.read()
        code = run.wait(timeout=60)

    assert moment in told[-1]
    assert code == 130
    assert "Onderbroken; er is niets weggeschreven." in rest
    assert "Traceback" not in rest
    assert printed == ""
    assert no_run_left(tmp_path)
