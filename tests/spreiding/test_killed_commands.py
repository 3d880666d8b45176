"""Whole commands killed at a moment by chance: the folder is as it was or as it becomes, and the next run is written.

tests/reports/test_killed_writing.py kills the writing before every step; this kills what goes before too. Ctrl-C is in
test_failures.py. ``make fuzz`` kills many more times.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest
from drawn_often import EXAMPLES
from forgotten import contents, manifest
from programs import program, written_example
from publishing import sign

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals for another process")
HIDDEN = re.compile(r"(^|/)\.(uit|open|site)\.[^/]+(/|$)")
"""What a run that was broken off leaves: a hidden folder that is named after the one that it was making."""
TIMES = EXAMPLES or 2
"""How often each command is killed."""


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """Write a case and an outcome with sheets, a decision, and how long each command takes."""
    place = tmp_path_factory.mktemp("gedood")
    written_example(place / "casus", households=20, gemeenten=2)
    sign(place / "besluit.toml")
    program("solve", place / "casus", "--out", place / "uit")
    return place


def commands(place, there):
    """Give the commands with what they change."""
    return {
        "solve": ("solve", place / "casus", "--out", there / "uit", "--overschrijf", "--lang", "en"),
        "report": ("report", there / "uit", "--site"),
        "publish": ("publish", there / "uit", "--out", there / "open", "--besluit", place / "besluit.toml"),
        "forget": ("forget", there / "uit"),
    }


def state(there):
    """Give the files that a reader finds, without what differs between two runs of one case."""
    files = {name: data for name, data in contents(there).items() if not HIDDEN.search(name)}
    told = {name: json.loads(data) for name, data in files.items() if name.endswith("run.json")}
    return files | {
        name: {part: value for part, value in found.items() if part != "runtime"} for name, found in told.items()
    }


@pytest.mark.parametrize("name", ["solve", "report", "publish", "forget"])
def test_killed_at_a_moment_by_chance_nothing_is_half(name, place, tmp_path):
    before, after = whole(name, place, tmp_path / "heel")
    random = Random(None if EXAMPLES else 1)  # noqa: S311  no secret

    for number in range(TIMES):
        there = started(place, tmp_path / f"{number}")
        seconds = random.uniform(0.4, 1.1) * after.seconds
        kill(commands(place, there)[name], seconds, random.choice([signal.SIGKILL, signal.SIGTERM]))
        found = state(there)
        assert found in (before, after.files), (seconds, sorted(found))
        assert {entry.name for entry in there.iterdir() if not HIDDEN.search(entry.name)} <= {"uit", "open"}

        if found == before:
            program(*commands(place, there)[name])
        assert state(there) == after.files


def started(place, there):
    """Give a folder with the outcome as it was."""
    shutil.copytree(place / "uit", there / "uit")
    return there


class After:
    """What a command that was not killed leaves, and how long it took [s]."""

    def __init__(self, files, seconds):
        self.files, self.seconds = files, seconds


def whole(name, place, there):
    """Give what stands there before a command and after it."""
    before, start = state(started(place, there)), time.monotonic()
    program(*commands(place, there)[name])
    return before, After(state(there), time.monotonic() - start)


def kill(command, seconds, number):
    """Start a command and end it after some time, if it is still there."""
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    full = [sys.executable, "-m", "spreiding", *map(str, command)]
    with subprocess.Popen(full, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        try:
            run.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            run.send_signal(number)
            run.wait(timeout=60)


def test_sheets_that_were_broken_off_inside_a_run_do_not_stop_the_next_run(place, tmp_path):
    """They are ours, and go with the run that is replaced."""
    there = started(place, tmp_path / "er")
    (there / "uit" / ".bladen.abc123" / "nieuw").mkdir(parents=True)

    program(*commands(place, there)["solve"])

    assert not (there / "uit" / ".bladen.abc123").exists()


def test_what_a_killed_run_left_beside_is_named_by_the_next_one(place, tmp_path):
    """A hidden folder with a half outcome may hold households; it is named, so that it can be removed."""
    there = started(place, tmp_path / "er")
    left = there / ".uit.abc123" / "nieuw"
    left.mkdir(parents=True)
    (left / "koppelingen.csv").write_text("H1", "utf-8")

    said = program(*commands(place, there)["solve"]).stderr.decode()

    assert f"{left.parent} was left by a run that was broken off" in said
    assert (left / "koppelingen.csv").exists()
    assert manifest(there / "uit")
