"""A short seeded run over every way in; ``make fuzz`` runs for minutes, guided by coverage."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from fuzz.loop import Finding, Loop, tried
from fuzz.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_any_bytes_give_a_case_or_a_coded_problem_in_time(name):
    loop = Loop(name, seed=1)
    findings = [(found.why, found.data[:200]) for found in loop.findings(TARGETS[name].tries)]

    assert findings == []
    assert len(loop.answers) >= TARGETS[name].answers


@pytest.mark.parametrize("name", TARGETS)
def test_the_good_inputs_to_start_from_are_read(name):
    answers = [tried(name, data) for data in TARGETS[name].seeds()]

    assert [answer for answer in answers if isinstance(answer, Finding)] == []
    assert any(all(code.startswith("W") for code, _ in answer) for answer in answers)


def test_the_long_run_starts_a_process_of_its_own_with_its_memory_bounded(tmp_path):
    command = [sys.executable, "-m", "fuzz", "parameters", "--minutes", "0.02", "--findings", tmp_path]
    tests = Path(__file__).parents[1]
    path = os.pathsep.join(map(str, (tests, tests.parent)))
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "nothing found" in done.stdout
    assert [file.name for file in tmp_path.iterdir()] == ["parameters.log"]


def test_the_same_seed_gives_the_same_inputs():
    one, two = Loop("csv", seed=7), Loop("csv", seed=7)
    assert [*one.findings(300), *two.findings(300)] == []

    assert (one.kept, one.answers) == (two.kept, two.answers)
